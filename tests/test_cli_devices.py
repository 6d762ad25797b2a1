#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""`nadir devices`: what it lists, chooses, measures and remembers, and drivers that misbehave (tests/icd).

usage: test_cli_devices.py PATH_OF_NADIR [TEST...], as test_cli.py
"""
import itertools
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import test_cli as cli
from test_cli import fails, run, strict_json, test

cli.TESTS.clear()  # those of this file are run instead

HEADINGS = ['SEL', 'TYPE', 'NAME', 'PLATFORM/DRIVER', 'CU', 'MEM/MAXALLOC', 'FP64', 'FP16', 'HEALTH', 'SCORE']
WIDTH = 120
NUMBER = itertools.count()
KEYS = {
    '': ['schema', 'version', 'loader', 'icds', 'platforms', 'devices', 'selection'],
    'loader': ['vendors', 'problem', 'remedy'],
    'icds': ['file', 'path', 'library', 'platform', 'platform_count', 'device_count', 'works', 'crashes', 'problem'],
    'platforms': ['index', 'name', 'version', 'device_count', 'problem'],
    'devices': ['selector', 'platform', 'device', 'type', 'name', 'vendor', 'version', 'driver_version', 'uuid',
                'opencl_c_version', 'compute_units', 'clock_hz', 'native_float_vector', 'global_memory_bytes',
                'max_allocation_bytes', 'local_memory_bytes', 'max_work_group', 'base_alignment_bytes', 'fp64', 'fp16',
                'unified_memory', 'usable', 'problem', 'record', 'gemm_paths_wrong', 'measure_problem',
                'predicted_step_seconds'],
    'selection': ['selector', 'source', 'device', 'reason', 'problem'],
}
RECORD = ['health', 'checked_at', 'note', 'score']
SCORE = ['gemm_small_flops', 'gemm_large_flops', 'copy_bytes_per_second', 'launch_seconds', 'measured_at']


# --- Folders of drivers. ---

def stub():
    return Path(cli.nadir).parent / 'tests' / 'stub_icd.so'


def pocl():
    """PoCL's .icd file; None where it is not installed."""
    files = sorted(Path('/etc/OpenCL/vendors').glob('pocl*.icd'))
    return files[0] if files else None


def test_with_pocl(function):
    """A test that needs it; said where it is not run."""
    if pocl():
        return test(needs_device=True)(function)
    print(f'NOT RUN: {function.__name__}: PoCL is not installed', flush=True)
    return function


def vendors(pocls=1, **files):
    """A folder with PoCL, under one or more names, and files with these contents; as environment."""
    folder = cli.SCRATCH / f'vendors-{next(NUMBER)}'
    folder.mkdir()
    for number in range(pocls):
        shutil.copy(pocl(), folder / f'pocl{number}.icd')
    for name, content in files.items():
        (folder / f'{name}.icd').write_bytes(content.encode() if isinstance(content, str) else content)
    return {'OCL_ICD_VENDORS': str(folder), 'NADIR_DEVICE': '', 'OPENCL_VENDOR_PATH': ''}


def document_of(done):
    document = strict_json(done.out)
    assert document['schema'] == 'nadir-devices' and document['version'] == 2 and done.out.count('\n') == 1, done.out
    for part, keys in KEYS.items():
        found = document if part == '' else document[part]
        for row in found if isinstance(found, list) else [found]:
            assert list(row) == keys, (part, list(row))
    for device in document['devices']:
        assert list(device['record']) == RECORD, device['record']
        assert device['record']['score'] is None or list(device['record']['score']) == SCORE, device['record']
    return document


def devices(*arguments, **more):
    return document_of(run('devices', '--json', *arguments, **more))


def table(*arguments, code=0, **more):
    """What people read, checked for what holds for every table."""
    done = run('devices', *arguments, code=code, **more)
    lines = done.out.splitlines()
    for line in lines:
        assert len(line) <= WIDTH and not line.endswith(' '), line
    assert code != 0 or not done.err, done.err
    return done.out


def flat(text):
    """Without the breaks of wrapped lines."""
    return ' '.join(text.split())


def icd(document, file):
    return next(row for row in document['icds'] if row['file'] == f'{file}.icd')


def is_pocl(device):
    return 'pthread' in device['name'] or 'cpu' in device['name']


# --- The machine as it is. ---

@test(needs_device=True)
def lists_and_marks():
    document = devices()
    usable = [row for row in document['devices'] if row['usable']]
    assert usable
    for row in document['devices']:
        assert row['selector'] == f"{row['platform']}:{row['device']}"
        assert row['type'] in ('cpu', 'gpu', 'acc', 'other')
        assert (row['problem'] is None) == row['usable']
    for row in usable:
        for name in ('compute_units', 'global_memory_bytes', 'max_allocation_bytes', 'max_work_group'):
            assert isinstance(row[name], int) and row[name] > 0, (name, row)
    for index, row in enumerate(document['platforms']):
        assert row['index'] == index
        assert row['device_count'] == sum(device['platform'] == index for device in document['devices'])
        assert (row['problem'] is None) == (row['device_count'] > 0)
    assert document['loader']['problem'] is None and document['loader']['remedy'] is None
    assert sum(row['device_count'] for row in document['icds']) == len(document['devices']), document['icds']
    assert [row['file'] for row in document['icds']] == sorted(row['file'] for row in document['icds'])
    chosen = document['selection']['device']
    assert chosen in [row['selector'] for row in usable]
    lines = table().splitlines()
    assert lines[0].split() == HEADINGS, lines[0]
    marked = [line for line in lines if line.startswith('*')]
    assert len(marked) == 2 and marked[0].split()[1] == chosen and marked[1].startswith(f'* {chosen} is taken - '), lines
    for row in document['devices']:
        assert any(line.split()[:2] == [row['selector'], row['type']] for line in [line.lstrip('*') for line in lines]), row
    for row in document['platforms']:
        assert row['device_count'] > 0 or any(line.split()[0] == f"{row['index']}:-" for line in lines), row


@test(needs_device=True)
def verbose_has_everything():
    details = table('-v')
    assert details == table('--verbose')
    for device in devices()['devices']:
        assert f"\n{device['selector']} {device['name']}\n" in details
        for text in (device['version'], device['driver_version'], str(device['max_work_group'])):
            assert text in flat(details), text
    for name in ('UUID', 'local memory', 'alignment', 'compiler', 'quirks', 'record', 'health', 'score', 'gemm paths'):
        assert re.search(rf'^    {name} ', details, re.M), name
    fails('devices', '-x', code=2, says='unexpected argument -x')
    fails('devices', '-vv', code=2, says='unexpected argument -vv')


@test(needs_device=True)
def follows_option_then_variable():
    chosen = devices()['selection']['device']
    for arguments, variable, source in (([], '', 'default'), ([], chosen, 'environment'),
                                        (['--device', chosen], '99:0', 'option'), (['--device=auto'], '99:0', 'option')):
        selection = devices(*arguments, NADIR_DEVICE=variable)['selection']
        assert selection['source'] == source and selection['problem'] is None, selection
        assert source == 'default' or arguments == ['--device=auto'] or selection['device'] == chosen, selection
    assert f'* {chosen} is taken - --device: the only match of {chosen}' in table('--device', chosen)
    assert f'- NADIR_DEVICE: the only match of {chosen}' in table(NADIR_DEVICE=chosen)


@test(needs_device=True)
def refuses_what_it_cannot_do():
    done = fails('devices', '--json', '--device', 'no such', code=2, says='--device: device selector no such: no device')
    assert 'no device matches' in document_of(done)['selection']['problem']
    done = fails('devices', '--json', code=2, says='NADIR_DEVICE: ', NADIR_DEVICE=os.fsdecode(b'a\xff\n'))
    assert document_of(done)['selection']['selector'] == 'a?'
    done = fails('devices', '--json', code=2, says='NADIR_DEVICE: ', NADIR_DEVICE='9:9')
    assert document_of(done)['selection']['device'] is None
    fails('devices', '--model', 'mlp:784', code=2, says='--model: ')
    fails('devices', '--model', 'mlp:4-2', '--batch', '0', code=2, says='--batch 0: expected an integer from 1')
    fails('devices', '--batch', '3', code=2, says='--batch is for --model')
    fails('devices', 'gpu', code=2, says='unexpected argument gpu')


@test(needs_device=True)
def works_without_standard_streams():
    def prepare(numbers):
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # as some programs leave it to theirs
        for number in numbers:
            os.close(number)
    for closed in ([0], [2], [0, 2]):
        done = subprocess.run([cli.nadir, 'devices', '--json'], stdout=subprocess.PIPE, timeout=30, check=False,
                              env=cli.environment(), preexec_fn=lambda closed=closed: prepare(closed))
        assert done.returncode == 0 and strict_json(done.stdout.decode())['devices'], (closed, done)


# --- Drivers that are missing or broken. ---

@test(needs_device=False)
def says_why_there_is_no_driver():
    empty = cli.SCRATCH / 'empty'
    empty.mkdir()
    (empty / 'pocl.icd.disabled').write_text('libpocl.so\n')
    missing = cli.SCRATCH / 'missing'
    for folder, says in ((empty, f'there is no .icd file in {empty}'), (missing, f'{missing}, which does not exist'),
                         (f'{missing}.icd', 'cannot be read: No such file')):
        env = {'OCL_ICD_VENDORS': str(folder), 'NADIR_DEVICE': ''}
        done = fails('devices', code=3, says='no OpenCL driver was found', **env)
        assert says in flat(done.out), done.out
        document = document_of(fails('devices', '--json', code=3, says='no OpenCL driver was found', **env))
        problems = [document['loader']['problem'], *(row['problem'] for row in document['icds'])]
        assert any(says in problem for problem in problems if problem), problems
        assert document['loader']['vendors'] == str(folder) and document['devices'] == document['platforms'] == []
        fails('devices', '--device', '0', code=2, says='--device: device selector 0:', **env)
    # The other variable, which OCL_ICD_VENDORS goes before.
    env = {'OCL_ICD_VENDORS': '', 'OPENCL_VENDOR_PATH': str(missing), 'NADIR_DEVICE': ''}
    done = fails('devices', code=3, says='no OpenCL driver was found', **env)
    assert f'{missing} does not exist' in flat(done.out), done.out


BROKEN = {  # content, library in the listing, problem
    'absent': ('/none/libx.so\n', '/none/libx.so', 'its library cannot be loaded: /none/libx.so: cannot open'),
    'empty': ('', None, 'the file is empty'),
    'blank': ('\nlibpocl.so\n', None, 'its first line names no library'),
    'other': ('libz.so.1\n', 'libz.so.1', 'its library is no OpenCL driver: clGetExtensionFunctionAddress is missing'),
    'text': ('/etc/passwd\n', '/etc/passwd', 'its library cannot be loaded: /etc/passwd: '),
    'bytes': (b'/\xff\x01\x1b[31m\n', '/???[31m', 'its library cannot be loaded: '),
}


def check_broken(document):
    for name, (_, library, problem) in BROKEN.items():
        row = icd(document, name)
        assert row['library'] == library and row['problem'].startswith(problem), row
        assert not row['works'] and not row['crashes'] and row['device_count'] == 0, row
    row = icd(document, 'n??me')
    assert row['path'].endswith('/n??me.icd') and '/none/liby.so' in row['problem'], row
    assert icd(document, 'folder')['problem'] == 'cannot be read: Is a directory'
    assert icd(document, 'link')['problem'] == 'cannot be read: No such file or directory'


def add_no_files(env):
    folder = Path(env['OCL_ICD_VENDORS'])
    (folder / 'folder.icd').mkdir()
    (folder / 'link.icd').symlink_to('/nonexistent')
    (folder / os.fsdecode(b'n\xff\x1bme.icd')).write_text('/none/liby.so')  # a name that is no UTF-8
    return env


@test(needs_device=False)
def broken_files_alone():
    env = add_no_files(vendors(pocls=0, **{name: row[0] for name, row in BROKEN.items()}))
    done = fails('devices', '--json', code=3, says='no OpenCL driver was found', **env)
    check_broken(document_of(done))
    done = fails('devices', code=3, says='no OpenCL driver was found', **env)
    rows = [line.split() for line in done.out.splitlines() if line.split()[0] == '-']
    assert sorted(row[2] for row in rows) == sorted(f'{name}.icd' for name in [*BROKEN, 'folder', 'link', 'n??me']), done.out
    for name, content, says in (('crlf', f'{stub()}\r\n', 'the carriage return at the end of its line'),
                                ('space', f'{stub()} \n', 'the space at the end of its line')):
        env = vendors(pocls=0, **{name: content})
        document = document_of(run('devices', '--json', code=3, **env))
        row = icd(document, name)
        assert row['library'] == str(stub()) and says in row['problem'], row


@test_with_pocl
def broken_files_beside_a_driver():
    env = add_no_files(vendors(**{name: row[0] for name, row in BROKEN.items()}))
    document = devices(**env)
    check_broken(document)
    assert len(document['devices']) == 1 and is_pocl(document['devices'][0]) and document['loader']['problem'] is None
    text = table(**env)
    assert text.count('\n  -') == len(BROKEN) + 3 and '\n* 0:0  cpu' in text, text


ENDS = {'abort': 'crashed with SIGABRT', 'crash': 'crashed with SIGSEGV', 'exit': 'exited with status 0',
        'leave': 'exited with status 7', 'hang': 'did not answer for'}
PLACES = {'load': 'while its library was loaded', 'platforms': 'when asked for its platforms',
          'devices': 'when asked for its devices'}
WORDS = ': stub: ?[31mlast ?words?[0m'


def leftovers(token):
    """Processes with this word in their environment."""
    found = []
    for path in Path('/proc').glob('[0-9]*/environ'):
        try:
            if token.encode() in path.read_bytes():
                found.append(path.parent.name)
        except OSError:
            continue
    return found


def misbehave(where, what, env, deadline):
    token = f'NADIR_TEST_TOKEN_{next(NUMBER)}'
    temporary = Path('/tmp') / f'nadir-test-{os.getpid()}'  # a short path, as the tool wants it
    temporary.mkdir()
    beside = any(Path(env['OCL_ICD_VENDORS']).glob('pocl*'))
    env = {**env, 'NADIR_STUB': f'{where}-{what}', 'NADIR_PROBE_DEADLINE': deadline, 'NADIR_TEST_TOKEN': token,
           'TMPDIR': str(temporary)}
    try:
        started = time.monotonic()
        done = run('devices', '--json', code=0 if beside else 3, **env)
        seconds = time.monotonic() - started
        document = document_of(done)
        row = icd(document, 'bad')
        assert row['crashes'] and not row['works'], row
        assert row['problem'].startswith(ENDS[what]) and f'{PLACES[where]}{WORDS}' in row['problem'], row
        assert document['loader']['problem'].startswith(f'all drivers together: {ENDS[what]}'), document['loader']
        assert f"{env['OCL_ICD_VENDORS']}/bad.icd" in document['loader']['remedy'], document['loader']
        assert not list(temporary.iterdir())
        if what == 'hang':
            assert 2 * float(deadline) <= seconds < 2 * float(deadline) + 15, seconds
            assert not leftovers(token), leftovers(token)
        return document
    finally:
        shutil.rmtree(temporary)


@test(needs_device=False)
def misbehaving_drivers_alone():
    env = vendors(pocls=0, bad=f'{stub()}\n')
    for where, what in (('load', 'abort'), ('load', 'exit'), ('load', 'hang'), ('platforms', 'crash'), ('devices', 'leave')):
        document = misbehave(where, what, env, '1')
        assert document['devices'] == [] and 'all drivers together: ' in document['selection']['problem'], document
    fails('devices', code=3, says=f"all drivers together: crashed with SIGABRT{WORDS}", NADIR_STUB='load-abort', **env)
    document = document_of(fails('devices', '--json', code=3, says='no OpenCL driver was found', NADIR_STUB='empty', **env))
    assert icd(document, 'bad')['problem'].startswith('the driver finds nothing to run on'), document


@test_with_pocl
def misbehaving_drivers_beside_another():
    env = vendors(bad=f'{stub()}\n')
    for where, what in (('load', 'abort'), ('load', 'crash'), ('load', 'exit'), ('load', 'leave'), ('load', 'hang'),
                        ('platforms', 'exit'), ('devices', 'abort')):
        document = misbehave(where, what, env, '3' if what == 'hang' else '20')
        device, = document['devices']
        assert is_pocl(device) and device['selector'] == document['selection']['device'] == '0:0', device
        assert f"OCL_ICD_VENDORS={env['OCL_ICD_VENDORS']}/pocl0.icd" in document['loader']['remedy'], document['loader']
    text = table(NADIR_STUB='load-abort', **env)
    assert '\n* 0:0  cpu' in text and '\n  -    -     bad.icd' in text, text
    assert f"every program that uses OpenCL, until you remove {env['OCL_ICD_VENDORS']}/bad.icd" in flat(text), text


@test_with_pocl
def two_good_drivers_and_a_bad_one():
    document = misbehave('load', 'abort', vendors(pocls=2, bad=f'{stub()}\n'), '20')
    assert len(document['devices']) == 2 and all(map(is_pocl, document['devices'])), document['devices']
    assert 'a folder that has only the other .icd files' in document['loader']['remedy'], document['loader']


@test_with_pocl
def drivers_that_do_not_bear_each_other():
    env = {**vendors(other=f'{stub()}\n'), 'NADIR_STUB': 'together-abort',
           'NADIR_STUB_RIVAL': pocl().read_text().split('\n', maxsplit=1)[0]}
    document = devices(**env)
    assert all(row['works'] and not row['problem'] for row in document['icds']), document['icds']
    assert document['loader']['problem'].startswith('all drivers together: crashed with SIGABRT'), document['loader']
    assert 'which work alone, not together' in document['loader']['remedy'], document['loader']
    assert len(document['devices']) == 1
    env = {**env, 'NADIR_STUB_RIVAL': '', 'NADIR_STUB': 'devices-abort', 'NADIR_STUB_ONCE': str(cli.SCRATCH / 'once')}
    document = devices(**env)
    assert document['loader']['problem'].startswith('all drivers together: crashed with SIGABRT'), document['loader']
    assert 'now and then' in document['loader']['remedy'] and len(document['devices']) == 2, document
    assert devices(**env)['loader']['problem'] is None


@test_with_pocl
def a_cache_that_cannot_be_written():
    file = cli.SCRATCH / 'file'
    file.touch()
    env = {**vendors(), 'POCL_CACHE_DIR': str(file / 'below')}
    done = fails('devices', code=3, says='its cache folder cannot be written: set POCL_CACHE_DIR', **env)
    assert '0:-  -     (no devices)' in done.out and 'set POCL_CACHE_DIR to one that can be' in flat(done.out), done.out
    document = document_of(run('devices', '--json', code=3, **env))
    assert 'POCL_CACHE_DIR' in document['icds'][0]['problem'] and document['icds'][0]['works'], document['icds']
    assert 'POCL_CACHE_DIR' in document['platforms'][0]['problem']


# --- What drivers say. ---

@test(needs_device=False)
def names_of_any_bytes():
    env = vendors(pocls=0, stub=f'{stub()}\n')
    for name in (b'', b'"quoted" \\ name', b'\xff\xfe\xc3', b'a\x1b[2Jb\x00', b'\xc2\x85\xed\xa0\x80', 'Tür™'.encode(),
                 b'long ' * 800, '日本語'.encode() * 300):
        name = name.split(b'\0', maxsplit=1)[0]
        more = {**env, 'NADIR_STUB_NAME': os.fsdecode(name), 'NADIR_STUB_PLATFORM': os.fsdecode(name)}
        device = devices(**more)['devices'][0]
        assert len((device['name'] or '').encode()) < 128, device
        text = table('-v', **more)
        assert name.decode('utf-8', 'replace')[:8].isascii() or name.startswith((b'\xff', b'\xc2')) or name.decode()[:4] in text


@test_with_pocl
def the_order_of_platforms_changes():
    """ocl-icd lists the platform with more devices first: numbers move, names do not."""
    env = vendors(stub=f'{stub()}\n')
    taken = []
    for count, selector in (('0', '0:0'), ('2', '1:0')):
        for spec in ('pocl:cpu', 'pocl', '"pocl":0', '*:cpu,!stub:*'):
            document = devices('--device', spec, NADIR_STUB_DEVICES=count, **env)
            assert document['selection']['device'] == selector, document['selection']
            taken.append(next(row['name'] for row in document['devices'] if row['selector'] == selector))
    assert len(set(taken)) == 1, taken
    for count, name in (('0', taken[0]), ('2', 'stub device')):
        document = devices('--device', '0:0', NADIR_STUB_DEVICES=count, **env)
        assert next(row['name'] for row in document['devices'] if row['selector'] == '0:0') == name
        marked = next(line for line in table('--device', '0:0', NADIR_STUB_DEVICES=count, **env).splitlines()
                      if line.startswith('*'))
        assert name[:10] in marked, marked
    fails('devices', '--device', 'stub', code=2, says=['matches 2 devices', '0:0', '0:1'], NADIR_STUB_DEVICES='2', **env)


def comma_locale():
    """Environment with a locale whose decimal sign is a comma; None if there is none and none can be made."""
    here = subprocess.run(['locale', '-a'], capture_output=True, check=False, text=True).stdout.lower().split()
    if 'de_de.utf8' in here:
        return {'LC_ALL': 'de_DE.UTF-8', 'LANG': 'de_DE.UTF-8'}
    folder = cli.SCRATCH / 'locales'
    folder.mkdir()
    if not shutil.which('localedef'):
        return None
    subprocess.run(['localedef', '--no-archive', '-i', 'de_DE', '-f', 'UTF-8', str(folder / 'de_DE.UTF-8')], check=False,
                   capture_output=True)
    if not (folder / 'de_DE.UTF-8' / 'LC_NUMERIC').exists():
        return None
    return {'LC_ALL': 'de_DE.UTF-8', 'LANG': 'de_DE.UTF-8', 'LOCPATH': str(folder)}


# --- Measuring and remembering. ---

def records(name):
    folder = cli.SCRATCH / f'records-{name}'
    folder.mkdir()
    return folder


def only_pocl():
    """Where several drivers are installed, the others are not waited for."""
    return vendors() if pocl() else {}


@test(needs_device=True)
def measures_and_remembers():
    folder = records('measure')
    env = {**only_pocl(), 'XDG_CACHE_HOME': str(folder)}
    before = table('--model', 'mlp:784-128-10', **env)
    assert before.splitlines()[0].split() == [*HEADINGS, 'STEP'], before
    assert 'SCORE, STEP -: not measured, see nadir devices --measure' in before, before
    done = run('devices', '--measure', '--model', 'mlp:784-128-10', **env)
    assert done.out.startswith('measuring ') and 'see nadir devices --measure' not in done.out and not done.err, done
    score = r'[\d.]+ [GT]F [\d.]+ [GT]B/s [\d.]+ us  [\d.]+ ms'
    assert re.search(rf'\n\* 0:0 .*{score}\n', done.out), done.out
    files = list((folder / 'nadir').iterdir())
    assert len(files) == 1 and (folder / 'nadir').stat().st_mode & 0o777 == 0o700, files
    again = table('--model', 'mlp:784-128-10', **env)
    assert re.search(score, again).group() in done.out, again
    document = devices('--model', 'mlp:784-128-10', '--batch', '128', **env)
    device = document['devices'][0]
    values = device['record']['score']
    assert all(values[name] > 0 for name in SCORE) and abs(values['measured_at'] - time.time()) < 600, values
    assert 1e8 < values['gemm_large_flops'] < 1e14 and 1e-7 < values['launch_seconds'] < 1, values
    small = devices('--model', 'mlp:784-128-10', **env)['devices'][0]['predicted_step_seconds']
    assert 0 < small < device['predicted_step_seconds'], (small, device)
    assert device['record']['health'] == 'unknown' and device['measure_problem'] is None
    assert 'small products' in flat(table('-v', **env)) and str(files[0]) in flat(table('-v', **env))
    # The record belongs to the device, wherever it is listed.
    if pocl():
        more = {**vendors(stub=f'{stub()}\n'), 'XDG_CACHE_HOME': str(folder), 'NADIR_STUB_DEVICES': '2'}
        last = devices(**more)['devices'][-1]
        assert last['selector'] == '1:0' and last['record']['score'] == values, last
    in_comma_locale(env, document)
    survives_damage(env, files[0])


def in_comma_locale(env, want):
    comma = comma_locale()
    if comma is None:
        print('NOT RUN: no locale with a decimal comma, and localedef cannot make de_DE.UTF-8 (Debian: locales)', flush=True)
        return
    probe = subprocess.run([sys.executable, '-c', 'import locale; locale.setlocale(locale.LC_ALL, ""); print(locale.str(1.5))'],
                           capture_output=True, text=True, check=False, env=cli.environment(**comma))
    assert probe.stdout == '1,5\n', probe
    got = devices('--model', 'mlp:784-128-10', '--batch', '128', **env, **comma)
    assert got == want, (got, want)
    text = table('--model', 'mlp:784-128-10', **env, **comma)
    assert not re.search(r'\d,\d', text), text
    if pocl():  # a driver that sets the user's locale
        more = {**vendors(stub=f'{stub()}\n'), 'XDG_CACHE_HOME': env['XDG_CACHE_HOME'], 'NADIR_STUB': 'load-locale', **comma}
        found = next(row for row in devices(**more)['devices'] if is_pocl(row))
        assert found['record'] == want['devices'][0]['record'], found


def survives_damage(env, file):
    good = file.read_bytes()
    for damage in (b'', b'{', good[:-20], b'\xff' * 100, b'[]', good.replace(b'"launch_seconds":', b'"launch_seconds":-')):
        file.write_bytes(damage)
        done = run('devices', '--json', **env)
        assert document_of(done)['devices'][0]['record']['score'] is None, damage
        assert done.err.startswith('nadir: warning: ignored the device record') and str(file) in done.err, done.err
        assert done.err.count('\n') == 1, done.err
    file.write_bytes(good)
    assert devices(**env)['devices'][0]['record']['score']


@test(needs_device=False)
def a_device_that_crashes_is_remembered():
    folder = records('crash')
    env = {**vendors(pocls=0, stub=f'{stub()}\n'), 'XDG_CACHE_HOME': str(folder)}
    done = fails('devices', '--measure', code=1, says='0:0 stub device: measuring it failed: crashed with SIGSEGV', **env)
    assert 'measuring it failed: crashed with SIGSEGV' in flat(done.out) and ' fail now ' in done.out, done.out
    text = table('--device', '0:0', **env)
    assert 'failed: when measured: crashed with SIGSEGV' in flat(text) and 'It has failed its last check' in text, text
    device = devices(**env)['devices'][0]
    assert device['record']['health'] == 'fail' and 'SIGSEGV' in device['record']['note'], device
    if pocl():
        more = {**vendors(stub=f'{stub()}\n'), 'XDG_CACHE_HOME': str(folder)}
        document = devices(**more)
        chosen = next(row for row in document['devices'] if row['selector'] == document['selection']['device'])
        assert is_pocl(chosen) and chosen['record']['health'] == 'unknown', document['selection']


@test(needs_device=True)
def wrong_numbers_are_remembered():
    layer = Path(cli.nadir).parent / 'tests' / 'faults' / 'libnadir_fault.so'
    env = {**only_pocl(), 'XDG_CACHE_HOME': str(records('wrong'))}
    if not layer.exists():
        print(f'NOT RUN: a device with wrong numbers, {layer} is missing', flush=True)
        return
    done = fails('devices', '--measure', '--json', code=4, says='measuring it failed: matrix products by ',
                 OPENCL_LAYERS=str(layer), NADIR_FAULT='clEnqueueReadBuffer:*:flip', **env)
    assert done.err.startswith('measuring 0:0 '), done.err
    device = document_of(done)['devices'][0]
    assert device['measure_problem'].startswith('matrix products by ') and device['record']['score'] is None, device
    assert device['record']['health'] == 'fail', device
    assert device['record']['note'].startswith('when measured: matrix products by '), device
    paths = device['gemm_paths_wrong']
    assert paths and all(list(path) == ['path', 'note'] and 'expected' in path['note'] for path in paths), device
    assert f'not used: {paths[0]["path"]}: ' in flat(table('-v', **env)), table('-v', **env)
    text = table(**env)  # it is the only one; training refuses it
    assert ' fail now ' in text and 'It has failed its last check' in text, text
    # Right once more is no proof.
    run('tune', '--clear', **env)
    run('devices', '--measure', **env)
    device = devices(**env)['devices'][0]
    assert device['record']['health'] == 'fail' and device['record']['score'], device


@test(needs_device=False)
def records_that_cannot_be_kept():
    file = cli.SCRATCH / 'no-folder'
    file.touch()
    env = vendors(pocls=0, stub=f'{stub()}\n')
    home = records('home')
    done = run('devices', '--measure', code=1, **env, XDG_CACHE_HOME=str(file / 'below'))
    assert 'nadir: warning: what is known of 0:0 cannot be kept: ' in done.err and str(file / 'below') in done.err, done.err
    assert ' fail now ' in done.out, done.out
    run('devices', '--measure', code=1, **env, XDG_CACHE_HOME='relative', HOME=str(home), cwd=cli.SCRATCH)
    assert not (cli.SCRATCH / 'relative').exists() and list((home / '.cache' / 'nadir').iterdir())
    done = run('devices', '--measure', code=1, **env, XDG_CACHE_HOME='', HOME='')
    assert 'set XDG_CACHE_HOME or HOME' in done.err, done.err
    done = run('devices', '-v', **env, XDG_CACHE_HOME='', HOME='')
    assert 'nowhere: ' in flat(done.out), done.out


@test(needs_device=False)
def measuring_has_a_deadline():
    env = {**vendors(pocls=0, stub=f'{stub()}\n'), 'XDG_CACHE_HOME': str(records('hang')), 'NADIR_PROBE_DEADLINE': '0.5',
           'NADIR_STUB': 'context-hang'}
    done = fails('devices', '--measure', code=1, says='measuring it failed: did not answer for 6 s', **env)
    assert ' fail ' not in done.out, done.out  # a device that is slow may be right
    assert devices(**{**env, 'NADIR_PROBE_DEADLINE': '10'})['devices'][0]['record']['health'] == 'unknown'


if __name__ == '__main__':
    sys.exit(cli.main())
