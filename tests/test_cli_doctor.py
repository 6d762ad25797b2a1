#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""`nadir doctor`: verdicts, what is kept of them, drivers that crash, hang or end the program (tests/icd), interruption.

usage: test_cli_doctor.py PATH_OF_NADIR [TEST...], as test_cli.py
"""
import json
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import test_cli as cli
from test_cli import fails, run, strict_json, test
from test_cli_devices import stub, vendors

cli.TESTS.clear()  # those of this file are run instead
cli.DEADLINE = 400  # most of it is the driver's compiler when its cache is cold

STAGES = ['build', 'integers', 'floats', 'operations', 'training', 'stress']
RESULTS = ['pass', 'warning', 'fail']
KEYS = {
    '': ['schema', 'version', 'nadir', 'quick', 'stress_seconds', 'interrupted', 'problem', 'loader', 'devices'],
    'loader': ['vendors', 'result', 'seconds', 'findings'],
    'loader finding': ['check', 'result', 'detail', 'remedy'],
    'device': ['selector', 'type', 'name', 'platform_name', 'driver_version', 'verdict', 'problem', 'checks', 'warnings',
               'failures', 'first_failure', 'seconds', 'stages'],
    'stage': ['stage', 'result', 'seconds', 'findings'],
    'finding': ['check', 'result', 'detail', 'remedy', 'seconds'],
}
STAGE_LINE = re.compile(r'  (\w+) +(\d+) checks? +\d+\.\d s  (pass|WARN|FAIL)')


def home():
    """A folder for records of its own, as environment."""
    folder = cli.SCRATCH / f'home-{time.monotonic_ns()}'
    folder.mkdir()
    return {'XDG_CACHE_HOME': str(folder)}


def broken(what, **more):
    """A driver whose device misbehaves as soon as it is used, and nothing else; as environment."""
    return {**vendors(pocls=0, stub=f'{stub()}\n'), **home(), 'NADIR_STUB': f'context-{what}', **more}


def has(row, kind):
    assert list(row) == KEYS[kind], (kind, list(row))


def check_findings(rows, kind):
    for row in rows:
        has(row, kind)
        assert row['check'] and row['result'] in RESULTS, row
        assert row['result'] == 'pass' or row['detail'], row
        assert row['result'] != 'pass' or row['remedy'] is None, row


def document_of(done):
    """The document, checked for what holds for every one."""
    document = strict_json(done.out)
    has(document, '')
    has(document['loader'], 'loader')
    assert document['schema'] == 'nadir-doctor' and document['version'] == 1 and done.out.count('\n') == 1, done.out
    check_findings(document['loader']['findings'], 'loader finding')
    for device in document['devices']:
        has(device, 'device')
        findings = []
        for stage in device['stages']:
            has(stage, 'stage')
            check_findings(stage['findings'], 'finding')
            worst = max(RESULTS.index(row['result']) for row in stage['findings'])
            assert stage['result'] == RESULTS[worst], stage
            findings += stage['findings']
        names = [stage['stage'] for stage in device['stages']]
        assert names == [name for name in STAGES if name in names], names
        assert device['checks'] == len(findings), device['checks']
        assert device['warnings'] == sum(row['result'] == 'warning' for row in findings)
        assert device['failures'] == sum(row['result'] == 'fail' for row in findings)
        assert (device['first_failure'] is None) == (device['failures'] == 0), device
        if device['verdict']:
            assert device['verdict'] == ('fail' if device['failures'] else 'pass'), device
        assert (device['verdict'] is None) == bool(device['problem'] or document['interrupted']), device
    return document


def health(**env):
    return [row['record'] for row in strict_json(run('devices', '--json', **env).out)['devices']]


# --- Sound devices. ---

@test(needs_device=True)
def a_sound_device_passes():
    env = home()
    before = int(time.time())
    done = run('doctor', '--quick', '--json', '--stress', '0.1', **env)
    document = document_of(done)
    assert document['quick'] and document['stress_seconds'] == 0.1 and not document['interrupted']
    assert document['problem'] is None and document['devices']
    for device in document['devices']:
        assert device['verdict'] == 'pass' and [row['stage'] for row in device['stages']] == STAGES, device
        assert device['checks'] > 100, device['checks']
        line = rf'^{device["selector"]} .*: passed {device["checks"]} checks in [0-9.]+ s'
        assert re.search(line, done.err, re.MULTILINE), done.err
    shown = [match.group(1) for match in map(STAGE_LINE.fullmatch, done.err.splitlines()) if match]
    assert shown == ['loader'] + STAGES * len(document['devices']), done.err
    usable = [row for row in strict_json(run('devices', '--json', **env).out)['devices'] if row['usable']]
    assert [row['selector'] for row in usable] == [row['selector'] for row in document['devices']]
    for row in usable:
        record = row['record']
        assert record['health'] == 'pass' and before <= record['checked_at'] <= time.time() and not record['note'], record


def spoil(env):
    """Makes the one record that a home has that of a failed device, as a longer examination would leave it."""
    record, = Path(env['XDG_CACHE_HOME']).glob('nadir/device-*.json')
    content = json.loads(record.read_text())
    record.write_text(json.dumps({**content, 'health': 'fail', 'note': 'stress: round 17'}))


def distrust(env):
    """Makes one way to multiply matrices that was right before wrong, and returns it."""
    file, = Path(env['XDG_CACHE_HOME']).glob('nadir/gemm-*.json')
    content = json.loads(file.read_text())
    content['verdicts'][0].update(right=False, note='for this test')
    file.write_text(json.dumps(content))
    return content['verdicts'][0]['path']


@test(needs_device=True)
def what_does_not_lift_a_failure():
    env = {**vendors(), **home()}
    done = run('doctor', '--quick', **{**env, 'NADIR_WALK': 'gpu'})
    assert 'the verdict is not kept: NADIR_WALK or NADIR_GEMM is set' in done.out, done.out
    assert [record['health'] for record in health(**env)] == ['unknown']
    run('doctor', '--quick', **env)
    spoil(env)
    path = distrust(env)
    done = run('doctor', '--quick', **env)
    assert f'WARN gemm paths: {path} is not used on this device: for this test - nothing needs to be done' in done.out, done.out
    assert 'this device failed before (stress: round 17); nadir doctor without --quick decides' in done.out, done.out
    assert [record['health'] for record in health(**env)] == ['fail']
    fails('train', '--data', str(cli.SCRATCH), code=4, says='stress: round 17', **env)
    done = run('train', '--data', str(cli.SCRATCH), '--allow-failed-device', code=1, **env)
    assert 'nadir: warning: 0:0 ' in done.err and 'stress: round 17' in done.err, done.err


@test(needs_device=True)
def a_driver_that_aborts_is_a_warning():
    env = {**vendors(bad=f'{stub()}\n'), **home(), 'NADIR_STUB': 'load-abort'}
    done = run('doctor', '--quick', **env)
    lines = done.out.splitlines()
    loader = next(index for index, line in enumerate(lines) if line.startswith('  loader'))
    assert lines[loader].endswith('  WARN'), done.out
    assert any(line.startswith('    WARN loader: ') and 'bad.icd' in line for line in lines), done.out
    assert any(line.startswith('    WARN bad.icd: crashed with SIGABRT') for line in lines), done.out
    assert re.fullmatch(r'0:0 .*: passed \d+ checks in [0-9.]+ s(, \d+ warnings?)?', lines[-1]), lines[-1]
    assert not done.err, done.err


@test(needs_device=True)
def an_interrupt_keeps_what_was_known():
    env = home()
    with subprocess.Popen([cli.nadir, 'doctor', '--quick', '--stress', '100'], stdin=subprocess.DEVNULL, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=cli.environment(**env)) as process:
        for line in process.stdout:
            if line.startswith('  build'):
                break
        process.send_signal(signal.SIGINT)
        rest, errors = process.communicate(timeout=cli.DEADLINE)
    assert process.returncode == 130 and 'nadir: interrupted' in errors, (process.returncode, errors)
    assert 'passed' not in rest and 'FAILED' not in rest, rest
    assert all(record['health'] == 'unknown' for record in health(**env))


# --- Devices that are lost. ---

@test(needs_device=False)
def a_crash_costs_the_device():
    for what, says in (('crash', 'crashed with SIGSEGV'), ('abort', 'crashed with SIGABRT'),
                       ('exit', 'exited with status 0'), ('leave', 'exited with status 7')):
        env = broken(what)
        done = run('doctor', '--quick', code=4, **env)
        assert re.search(rf'^    FAIL context: the driver {says}.* - update the driver', done.out, re.MULTILINE), done.out
        assert re.search(r'^0:0 stub device: FAILED 1 of 1 check: do not train on this device$', done.out, re.MULTILINE), done.out
        record = health(**{**env, 'NADIR_STUB': ''})[0]
        assert record['health'] == 'fail' and f'build: context: the driver {says}' in record['note'], record
    document = document_of(run('doctor', '--quick', '--json', code=4, **env))
    device = document['devices'][0]
    assert device['verdict'] == 'fail' and device['failures'] == 1, device
    assert device['first_failure'].startswith('build: context: the driver exited with status 7'), device


@test(needs_device=False)
def a_hang_costs_the_device():
    begin = time.monotonic()
    env = broken('hang', NADIR_DOCTOR_DEADLINE='2.5')
    done = run('doctor', '--device', 'stub', code=4, **env)
    assert 'FAIL context: the driver did not answer for 2.5 s' in done.out, done.out
    assert time.monotonic() - begin < 60
    assert health(**{**env, 'NADIR_STUB': ''})[0]['health'] == 'fail'


@test(needs_device=False)
def other_devices_are_examined():
    env = broken('crash', NADIR_STUB_DEVICES='3')
    document = document_of(run('doctor', '--quick', '--json', code=4, **env))
    assert [row['selector'] for row in document['devices']] == ['0:0', '0:1', '0:2'], document['devices']
    document = document_of(run('doctor', '--quick', '--json', '--device', '0:1', code=4, **env))
    assert [row['selector'] for row in document['devices']] == ['0:1'], document['devices']
    document = document_of(run('doctor', '--quick', '--json', code=4, **{**env, 'NADIR_DEVICE': '0:2'}))
    assert [row['selector'] for row in document['devices']] == ['0:2'], document['devices']


@test(needs_device=False)
def verdicts_that_cannot_be_kept():
    file = cli.SCRATCH / 'no-folder'
    file.touch()
    env = {**broken('crash'), 'XDG_CACHE_HOME': str(file / 'below')}
    done = run('doctor', '--quick', code=4, **env)
    assert f'WARN cache folder: {file / "below"} cannot be written' in done.out, done.out
    assert 'nadir: warning: the verdict on 0:0 cannot be kept: ' in done.err, done.err


# --- Usage. ---

@test(needs_device=False)
def no_device_is_status_3():
    empty = vendors(pocls=0)
    done = fails('doctor', '--quick', code=3, says='', **empty)
    assert 'no .icd file' in done.out, done.out
    document = document_of(run('doctor', '--json', code=3, **empty))
    assert document['problem'] and not document['devices'] and document['loader']['result'] == 'warning', document
    missing = {**empty, 'OCL_ICD_VENDORS': '/nonexistent/vendors'}
    fails('doctor', code=3, says='', **missing)


@test(needs_device=False)
def bad_usage_is_status_2():
    env = broken('crash')
    for arguments, says in ((['--device', '7:7'], '--device'), (['--device', '5'], '--device'), (['--stress', '-1'], '--stress'),
                            (['--stress', 'nan'], '--stress'), (['--stress'], '--stress'), (['--quickly'], '--quickly'),
                            (['extra'], 'extra'), (['--device', ''], '--device')):
        done = fails('doctor', *arguments, code=2, says=says, **env)
        assert 'FAIL' not in done.out, done.out
    fails('doctor', code=2, says='NADIR_DEVICE: ', **{**env, 'NADIR_DEVICE': '7:7'})
    text = run('help', 'doctor').out
    for option in ('quick', 'stress', 'device', 'json'):
        assert f'--{option}' in text, text


if __name__ == '__main__':
    sys.exit(cli.main())
