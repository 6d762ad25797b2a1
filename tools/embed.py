#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the OpenCL kernels as a C file of byte arrays, with their quoted includes put in place (each file once per kernel).

usage: embed.py OUTPUT KERNEL.cl...

#line directives keep the original file and line in build logs and in debuggers. The table is declared in
host/runtime/kernels_priv.h; a kernel's name is its file name without the extension.
"""
import os
import re
import sys

INCLUDE = re.compile(r'\s*#\s*include\s*"([^"]+)"')
OPEN = re.compile(r'\s*#\s*if')
CLOSE = re.compile(r'\s*#\s*endif')


class EmbedError(Exception):
    pass


def read_lines(path):
    try:
        with open(path, encoding='utf-8') as file:
            return file.read().rstrip('\n').split('\n')
    except (OSError, UnicodeDecodeError) as error:
        raise EmbedError(f'{path}: {error}') from error


def guard_depth(lines):
    """1 for a file within an include guard, whose #ifndef does not make an include conditional; 0 for others."""
    for i, line in enumerate(lines):
        guard = re.fullmatch(r'\s*#\s*ifndef\s+(\w+)\s*', line)
        if guard and i + 1 < len(lines):
            return 1 if re.fullmatch(rf'\s*#\s*define\s+{guard.group(1)}\s*', lines[i + 1]) else 0
        if line.lstrip().startswith('#'):
            return 0
    return 0


def flatten(path, base, seen):
    """The lines of `path` with every include in place; names in #line are relative to `base`."""
    shown = os.path.relpath(path, base).replace(os.sep, '/')
    lines = read_lines(path)
    allowed = guard_depth(lines)
    depth = 0
    out = [f'#line 1 "{shown}"']
    for number, line in enumerate(lines, 1):
        depth += bool(OPEN.match(line)) - bool(CLOSE.match(line))
        include = INCLUDE.match(line)
        if not include:
            out.append(line)
            continue
        if depth > allowed:
            # A file is put in place once, so its text must not depend on the condition around its first include.
            raise EmbedError(f'{shown}:{number}: #include "{include.group(1)}" stands inside an #if; move it out')
        target = os.path.normpath(os.path.join(os.path.dirname(path), include.group(1)))
        if not os.path.isfile(target):
            raise EmbedError(f'{shown}:{number}: included file "{include.group(1)}" not found (looked for {target})')
        if target not in seen:
            seen.add(target)
            out += flatten(target, base, seen)
        out.append(f'#line {number + 1} "{shown}"')
    return out


def kernel_text(path):
    path = os.path.abspath(path)
    base = os.path.dirname(os.path.dirname(path))
    return ('\n'.join(flatten(path, base, {path})) + '\n').encode('utf-8')


def main(output, inputs):
    out = ['/* Made by tools/embed.py from cl/; do not edit. */', '#include "runtime/kernels_priv.h"', '']
    rows = []
    for path in inputs:
        name = os.path.splitext(os.path.basename(path))[0]
        if not re.fullmatch(r'[a-z_][a-z0-9_]*', name):
            raise EmbedError(f'{path}: a kernel file is named with a-z, 0-9 and _')
        text = kernel_text(path)
        out.append(f'static const unsigned char text_{name}[] = {{')
        for i in range(0, len(text), 24):
            out.append('    ' + ','.join(str(byte) for byte in text[i:i + 24]) + ',')
        out += ['    0', '};', '']
        rows.append(f'    {{ "{name}", (const char *) text_{name}, sizeof(text_{name}) - 1 }},')
    out += ['const struct nadir__kernel_source nadir__kernel_sources[] = {'] + rows
    out += ['};', '', f'const size_t nadir__kernel_source_count = {len(rows)};', '']
    with open(output, 'w', encoding='ascii') as file:
        file.write('\n'.join(out))


if __name__ == '__main__':
    if len(sys.argv) < 3:
        sys.exit('usage: embed.py OUTPUT KERNEL.cl...')
    try:
        main(sys.argv[1], sys.argv[2:])
    except (EmbedError, OSError) as failure:
        sys.exit(f'embed.py: {failure}')
