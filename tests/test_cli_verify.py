#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""`nadir train --verify-every` and `--allow-failed-device`: nothing is different on a sound device; one that computes wrong
numbers ends the run, and is refused from then on.

usage: test_cli_verify.py PATH_OF_NADIR [TEST...], as test_cli.py; NADIR_FAULT_LAYER is the path of the layer of tests/faults
"""
import os
import re
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / 'faults'))
import test_cli as cli
from counts import Processes
from test_cli import check_run, fails, run, strict_json, test, train

cli.TESTS.clear()  # those of this file are run instead


def records(name):
    """A place for device records that no other test sees."""
    folder = cli.SCRATCH / f'records-{name}'
    return {'XDG_CACHE_HOME': str(folder)}


def record(**changes):
    document = strict_json(run('devices', '--json', **changes).out)
    return next(row['record'] for row in document['devices'] if row['selector'] == document['selection']['device'])


def faulty_run(out, fault, **variables):
    """Trains for two epochs through the fault layer."""
    spoiled = {'OPENCL_LAYERS': os.environ['NADIR_FAULT_LAYER'], 'NADIR_FAULT': fault}
    return subprocess.run([cli.nadir, 'train', '--data', cli.DATA, '--model', cli.MODEL, '--epochs', '2', '--out', out],
                          capture_output=True, text=True, timeout=cli.DEADLINE, env=cli.environment(**spoiled, **variables),
                          check=False)


def wrong_run(name):
    """Trains with one number of a read spoiled, each time of an earlier read, until it was the result of an operation."""
    folder = cli.SCRATCH / f'{name}-counts'
    folder.mkdir()
    faulty_run(cli.SCRATCH / f'{name}-sound', '', NADIR_FAULT_COUNTS=str(folder / 'n'))
    last = Processes(folder).worker()['clEnqueueReadBuffer']
    for read in range(last, max(last - 40, 0), -1):
        out, own = cli.SCRATCH / f'{name}-{read}', records(f'{name}-{read}')
        done = faulty_run(out, f'clEnqueueReadBuffer:{read}:flip', **own)
        # What a slice is computed from is read as well: spoiled, it gives numbers like 1e36, or nothing but a strange epoch.
        match = re.fullmatch(r'nadir: step 1: fc1 forward: the device computed (\S+) for y\[\d+, \d+\], expected (\S+) '
                             rf'\(\+- \S+\); wrote {out}: .*; do not trust this device: run nadir doctor\n', done.stderr)
        assert done.returncode == (4 if match else 0), (read, done)
        if match and abs(float(match.group(2))) < 100:
            assert abs(float(match.group(1)) - float(match.group(2))) > 1e-3, done.stderr
            return out, own
    raise AssertionError('no read was the result of the operation')


@test(needs_device=True)
def verification_changes_nothing():
    files = {}
    for every in (0, 1, 3, 1000, None):
        out = cli.SCRATCH / f'every-{every}'
        train('--epochs', 2, '--batch', 16, '--out', out, *([] if every is None else ['--verify-every', every]))
        check_run(out, 2)
        files[every] = [(out / name).read_bytes() for name in ('model.safetensors', 'history.csv')]
    assert all(content == files[0] for content in files.values())
    for value in ('-1', '1.5', 'often', ''):
        fails('train', '--data', cli.DATA, '--verify-every', value, code=2, says=['--verify-every', 'an integer'])
    assert '--verify-every N' in run('train', '--help').out


@test(needs_device=True)
def a_wrong_number_ends_the_run_with_what_there_was():
    out, _ = wrong_run('wrong')
    check_run(out, 0)
    # What it wrote is what a run has before its first step: the initial parameters, which classify like a guess.
    again = run('eval', '--data', cli.DATA, '--checkpoint', out / 'model.safetensors').out
    assert float(re.search(r'accuracy (\S+) %', again).group(1)) < 75, again


@test(needs_device=True)
def a_device_that_failed_is_refused():
    _, own = wrong_run('refused')
    failed = record(**own)
    assert failed['health'] == 'fail' and failed['note'].startswith('training step 1: fc1 forward: '), failed
    assert abs(failed['checked_at'] - time.time()) < 600, failed
    out = cli.SCRATCH / 'refused'
    arguments = ['--epochs', 1, '--out', out]
    fails('train', '--data', cli.DATA, '--model', cli.MODEL, *arguments, code=4,
          says=['training step 1: fc1 forward', 'nadir doctor', '--allow-failed-device'], **own)
    assert not out.exists()
    allowed = train('--allow-failed-device', *arguments, **own)
    assert allowed.err.startswith('nadir: warning: ') and 'training step 1: fc1 forward' in allowed.err, allowed.err
    check_run(out, 1)
    assert record(**own)['health'] == 'fail'  # training proves nothing
    run('eval', '--data', cli.DATA, '--checkpoint', out / 'model.safetensors', **own)


if __name__ == '__main__':
    sys.exit(cli.main())
