#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""`nadir tune`: its table, its JSON, its file, interruption, refusals; --no-tune elsewhere.

usage: test_cli_tune.py PATH_OF_NADIR [TEST...], as test_cli.py
"""
import os
import pty
import re
import struct
import subprocess
import sys

import test_cli as cli
from test_cli import Running, environment, fails, read_terminal, run, strict_json, test

cli.TESTS.clear()  # those of this file are run instead
CLASS = re.compile(r'^[NT]{2} \d+x\d+x\d+( \S+)*? +[\d.]+  \S.* [\d.]+ +\d+\.\d\d$', re.M)


def cache(name):
    """Files of devices for one test alone."""
    folder = cli.SCRATCH / f'cache-{name}'
    folder.mkdir(exist_ok=True)
    return {'XDG_CACHE_HOME': str(folder), 'NADIR_TUNE': '', 'NADIR_GEMM': '', 'NADIR_WALK': ''}


def kept(name):
    """The file of the only device that was tuned there."""
    files = list((cli.SCRATCH / f'cache-{name}' / 'nadir').glob('gemm-*.json'))
    assert len(files) == 1, files
    return files[0], strict_json(files[0].read_text())


@test(needs_device=True)
def table_and_file():
    done = run('tune', '--budget', 1.5, **cache('table'))
    path, content = kept('table')
    rows = CLASS.findall(done.out)
    assert re.search(r'^class +default +choice +GFLOP/s +gain$', done.out, re.M), done.out
    assert rows and len(rows) == len(content['choices']), done.out
    assert f'kept in {path}' in done.out and '`nadir bench --filter gemm`' in done.out, done.out
    assert content['schema'] == 'nadir-gemm' and content['tuned_at'] > 1.7e9, content
    assert all(choice['source'] == 'tune' and choice['flops'] > 0 for choice in content['choices']), content

    out = run('tune', '--clear', **cache('table')).out
    assert 'forgot what was measured and checked' in out, out
    assert kept('table')[1]['choices'] == [] and kept('table')[1]['tuned_at'] == 0
    assert strict_json(run('tune', '--clear', '--json', **cache('table')).out)['cleared'] is True
    run('tune', '--clear', **cache('empty'))
    assert not (cli.SCRATCH / 'cache-empty' / 'nadir').exists()


@test(needs_device=True)
def json_is_one_document():
    done = run('tune', '--budget', 1.5, '--json', **cache('json'))
    result = strict_json(done.out)
    path, content = kept('json')
    assert result['schema'] == 'nadir-tune' and result['version'] == 1 and result['path'] == str(path), result
    assert result['interrupted'] is False and result['wrong'] == 0 and result['seconds'] > 0, result
    assert result['candidates'] >= len(result['classes']) > 0 and 0 < result['gain'] < 100, result
    assert [row['class'] for row in result['classes']] == [choice['class'] for choice in content['choices']]
    for row in result['classes']:
        assert row['flops'] > 0 and abs(row['gain'] - row['flops'] / row['default_flops']) < 1e-6 and row['choice'], row
    assert 'class ' in done.err and str(path) in done.err, done.err


@test(needs_device=True)
def an_interrupt_keeps_what_was_found():
    before = dict(os.environ)
    os.environ.update(cache('interrupt'))
    with Running('tune', '--budget', 300) as running:
        running.wait_for('NT 64x8x128')
        running.interrupt()
        code, _, errors = running.end()
    os.environ.clear()
    os.environ.update(before)
    path, content = kept('interrupt')
    assert code == 130, (code, errors)
    last = errors.splitlines()[-1]
    match = re.fullmatch(r'nadir: interrupted after (\d+) classes; what was found is kept in (\S+)', last)
    assert match and match.group(2) == str(path), errors
    assert int(match.group(1)) == len(content['choices']) >= 1, (errors, content)


@test(needs_device=True)
def a_terminal_sees_how_far_it_is():
    master, slave = pty.openpty()
    with subprocess.Popen([cli.nadir, 'tune', '--budget', '0.5'], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=slave, env=environment(**cache('terminal'))) as process:
        os.close(slave)
        text = read_terminal(master)
        out = process.stdout.read().decode()
        assert process.wait() == 0, text
    assert re.search(rb'\r\d+ of \d+ s  NT 64x8x128  ', text), text
    assert '\r' not in out and CLASS.search(out), out


@test(needs_device=True)
def refuses():
    for arguments, says in ((['--budget', '0'], '--budget 0'), (['--budget', '-5'], '--budget -5'),
                            (['--budget', 'nan'], '--budget nan'), (['--budget', 'soon'], '--budget soon'),
                            (['--budget', '1e9'], '--budget 1e9'), (['--clear', '--budget', '5'], '--clear measures nothing'),
                            (['--fast'], '--fast'), (['--device', '99:0'], '99'), (['now'], 'now')):
        done = fails('tune', *arguments, code=2, says=says, **cache('refused'))
        assert 'class ' not in done.out, done.out
    assert not list((cli.SCRATCH / 'cache-refused').iterdir())
    (cli.SCRATCH / 'occupied').write_text('x')
    elsewhere = {**cache('refused'), 'XDG_CACHE_HOME': str(cli.SCRATCH / 'occupied')}
    done = fails('tune', '--budget', 5, code=1, says=str(cli.SCRATCH / 'occupied'), **elsewhere)
    assert 'class ' not in done.out, done.out
    for variable, value in (('NADIR_TUNE', 'off'), ('NADIR_GEMM', 'packed')):
        fails('tune', '--budget', 5, code=1, says=variable, **{**cache('refused'), variable: value})


@test(needs_device=True)
def commands_can_do_without():
    for command in (['train'], ['eval'], ['bench'], ['op', 'gemm']):
        assert '--no-tune' in run(*command, '--help').out, command
    header = b"{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2), }".ljust(117) + b'\n'
    matrix = cli.SCRATCH / 'matrix.npy'
    matrix.write_bytes(b'\x93NUMPY\x01\x00' + struct.pack('<H', len(header)) + header + struct.pack('<4f', 1, 2, 3, 4))
    for index, option in enumerate(([], ['--no-tune'])):
        out = cli.SCRATCH / f'op-{index}'
        run('op', 'gemm', '--a', matrix, '--b', matrix, '--out', out, *option, **cache('without'))
        assert struct.unpack('<4f', (out / 'y.npy').read_bytes()[-16:]) == (7, 10, 15, 22)


if __name__ == '__main__':
    sys.exit(cli.main())
