#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compiles every specialisation of every kernel file with clang, warnings being errors.

usage: lint_kernels.py CLANG KERNEL.cl...

The head comment of a kernel file declares its specialisations:

    variants: ND_WG=1 ND_VEC=16 | ND_WG=1 ND_VEC=8 | ND_WG=256 ND_VEC=4 ; ND_HITS=0,1

`;` separates axes, `|` the alternatives of an axis (each a set of macros, possibly empty), and A=0,1 is short for the
alternatives A=0 | A=1. Every combination of the axes is compiled. Several such lines add up; `variants:` alone means that
the file needs no macros. A macro that all variants set is a required one: a compilation without it must end in an #error.
"""
import concurrent.futures
import itertools
import os
import re
import subprocess
import sys

OPTIONS = ['-x', 'cl', '-cl-std=CL1.2', '-target', 'spir64-unknown-unknown', '-fsyntax-only',
           '-Xclang', '-finclude-default-header', '-Wall', '-Wextra', '-Werror',
           # One source serves all specialisations, so that some of them leave a variable unused.
           '-Wno-unused-variable', '-Wno-unused-but-set-variable',
           '-Wno-unused-parameter']  # all specialisations of a kernel take the same arguments


class LintError(Exception):
    pass


def head_comment(path):
    with open(path, encoding='utf-8') as file:
        text = file.read()
    comments = re.match(r'(\s*(//[^\n]*|/\*.*?\*/))*', text, re.DOTALL).group(0)
    return [line.strip(' \t*/') for line in comments.splitlines()]


def alternatives(text, path):
    """One alternative of an axis as a list of macro tuples: `A=1 B=2,3` gives (A=1, B=2) and (A=1, B=3)."""
    choices = []
    for word in text.split():
        match = re.fullmatch(r'([A-Za-z_]\w*)(?:=(\S+))?', word)
        if not match:
            raise LintError(f'{path}: variants: "{word}" is not of the form NAME=value[,value...]')
        values = match.group(2).split(',') if match.group(2) else ['1']
        choices.append([(match.group(1), value) for value in values])
    return list(itertools.product(*choices))


def variants(path):
    """Every specialisation that the head comment declares, as tuples of (macro, value)."""
    lines = [line[len('variants:'):] for line in head_comment(path) if line.startswith('variants:')]
    if not lines:
        raise LintError(f'{path}: no "variants:" line in the head comment')
    found = []
    for line in lines:
        axes = [[macros for part in axis.split('|') for macros in alternatives(part, path)] for axis in line.split(';')]
        for combination in itertools.product(*axes):
            macros = tuple(itertools.chain.from_iterable(combination))
            if len({name for name, _ in macros}) != len(macros):
                raise LintError(f'{path}: variants: a macro is set twice in {define(macros)}')
            found.append(macros)
    return list(dict.fromkeys(found))


def define(macros):
    return ' '.join(f'-D{name}={value}' for name, value in macros)


def compile_kernel(clang, path, macros):
    command = [clang, *OPTIONS, '-I', os.path.dirname(os.path.abspath(path)), *define(macros).split(), path]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stderr.strip()


def check_variant(clang, path, macros):
    code, output = compile_kernel(clang, path, macros)
    return None if code == 0 else (path, define(macros) or 'no macros', output)


def check_required(clang, path, name, declared):
    """Some variant, compiled without the macro `name`, must end in an #error (a macro may be needed by some variants only)."""
    for macros in declared:
        code, output = compile_kernel(clang, path, [pair for pair in macros if pair[0] != name])
        if code != 0 and re.search(r'^\s*(?:\d+ \|)?\s*#\s*error\b.*\b' + name + r'\b', output, re.MULTILINE):
            return None
    return path, f'no -D{name}', f'{path}: no #error names {name} when it is not defined'


def report(failures):
    """Prints failures that have the same errors once, with the first specialisation that shows them."""
    groups = {}
    for path, macros, output in failures:
        errors = tuple(line for line in output.splitlines() if ' error: ' in line) or output
        groups.setdefault((path, errors), []).append((macros, output))
    for (path, _), group in groups.items():
        more = f' and {len(group) - 1} more' if len(group) > 1 else ''
        print(f'{path}: fails with {group[0][0]}{more}\n{group[0][1]}\n', file=sys.stderr)


def main(clang, paths):
    failures = []
    jobs = []
    compiled = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for path in paths:
            try:
                declared = variants(path)
            except (LintError, OSError) as failure:
                failures.append((path, 'any macros', str(failure)))
                continue
            compiled += len(declared)
            jobs += [pool.submit(check_variant, clang, path, macros) for macros in declared]
            required = set.intersection(*({name for name, _ in macros} for macros in declared))
            jobs += [pool.submit(check_required, clang, path, name, declared) for name in sorted(required)]
        failures += [job.result() for job in jobs if job.result()]
    report(failures)
    print(f'lint: {len(paths)} kernel files, {compiled} specialisations, {len(failures)} failed')
    return 1 if failures else 0


if __name__ == '__main__':
    if len(sys.argv) < 3:
        sys.exit('usage: lint_kernels.py CLANG KERNEL.cl...')
    sys.exit(main(sys.argv[1], sys.argv[2:]))
