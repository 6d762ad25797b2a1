#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The tool on an OpenCL that fails or lies: `nadir devices`, `nadir doctor --quick` and `nadir train` with the fault layer.

usage: test_fault_cli.py PATH_OF_NADIR [TEST...], as test_cli.py; OPENCL_LAYERS is the fault layer, see README.md

NADIR_FAULTS_ALL=1 injects into the first, the middle and the last occurrence of every call that the doctor and the training
make, instead of into some.
"""
import itertools
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import test_cli as cli
from counts import Processes
from test_cli import strict_json, test

cli.TESTS.clear()  # those of this file are run instead

# One driver, so that every call concerns its device.
POCL = Path('/etc/OpenCL/vendors/pocl.icd')
if POCL.is_file():
    os.environ.setdefault('OCL_ICD_VENDORS', str(POCL))

ALL = os.environ.get('NADIR_FAULTS_ALL') == '1'
NUMBER = itertools.count()
LOST_CODE = 'CL_DEVICE_NOT_AVAILABLE'
DEADLINE = 600  # seconds: the first run compiles every kernel

# What may come of a call that fails, besides the command's failure.
RELEASES = {'clReleaseContext', 'clReleaseCommandQueue', 'clReleaseMemObject', 'clReleaseProgram', 'clReleaseKernel',
            'clReleaseEvent', 'clFinish', 'clWaitForEvents'}  # the last two also end a context or an optimizer
LISTING = {'clGetPlatformIDs', 'clGetPlatformInfo', 'clGetDeviceIDs', 'clGetDeviceInfo'}
MEMORY = {'clCreateBuffer', 'clSetMemObjectDestructorCallback'}


def faulty(*arguments, faults='', codes=(0,), **variables):
    """Runs the tool with these faults and environment variables; one of `codes` is its exit status, and its texts are what they
    are without faults: UTF-8, without control characters."""
    folder = cli.SCRATCH / f'counts-{next(NUMBER)}'
    folder.mkdir()
    (folder / 'cache').mkdir()
    environment = cli.environment(NADIR_FAULT=faults, NADIR_FAULT_COUNTS=str(folder / 'n'),
                                  XDG_CACHE_HOME=str(folder / 'cache'), **variables)
    done = subprocess.run([cli.nadir, *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True,
                          timeout=DEADLINE, env=environment, check=False)
    done.out, done.err = done.stdout.decode(), done.stderr.decode()
    shutil.rmtree(folder / 'cache')
    done.processes = Processes(folder)
    text = f'{faults or "no fault"}: exit {done.returncode}, not one of {codes}:\n{done.out[-2000:]}{done.err[-2000:]}'
    assert done.returncode in codes, text
    control = re.search(r'[\x00-\x09\x0b-\x1f\x7f]', done.out + done.err)
    assert not control, f'{faults}: {control.group()!r} in {done.out + done.err!r}'
    assert bool(faults) == (done.processes.injected() > 0), f'{faults} struck {done.processes.injected()} times'
    return done


def occurrences(count):
    """The first, the middle and the last; without NADIR_FAULTS_ALL the middle one."""
    return sorted({1, (count + 1) // 2, count}) if ALL else [(count + 1) // 2]


def report(what, count):
    print(f'     {count} injections into {what}', flush=True)


# --- Devices. ---

@test(needs_device=True)
def texts_of_drivers_are_made_safe():
    texts = ['CL_DEVICE_NAME', 'CL_DEVICE_VENDOR', 'CL_DEVICE_VERSION', 'CL_DRIVER_VERSION', 'CL_DEVICE_OPENCL_C_VERSION',
             'CL_DEVICE_EXTENSIONS']
    calls = ['clGetPlatformInfo', 'clGetDeviceInfo', *(f'clGetDeviceInfo({text})' for text in texts)]
    injections = 0
    faults = [f'{call}:*:{effect}' for call in calls for effect in ('empty', 'long', 'bytes', 'nothing')]
    for fault in faults if ALL else faults[:8] + [fault for fault in faults[8:] if fault.endswith('bytes')]:
        done = faulty('devices', '--json', faults=fault, codes=(0, 3))
        document = strict_json(done.out)
        assert document['devices'], document
        for device in document['devices']:
            assert (device['problem'] is None) == device['usable'], device
            assert len(device['name'] or '') < 128, device
        assert done.returncode == (0 if any(device['usable'] for device in document['devices']) else 3), fault
        injections += 1
    faulty('devices', faults='clGetDeviceInfo:*:bytes', codes=(3,))
    report('devices', injections + 1)


@test(needs_device=True)
def a_listing_survives_every_failure():
    counts = max((process for process in faulty('devices').processes.all), key=lambda process: process['clGetDeviceInfo'])
    injections = 0
    for call in sorted(LISTING):
        for n in occurrences(counts[call]):
            done = faulty('devices', '--json', faults=f'{call}:{n}:fail', codes=(0, 1, 3))
            injections += 1
            assert done.returncode == 1 or strict_json(done.out)['platforms'] is not None, done.out
            assert call in done.out + done.err or call == 'clGetPlatformInfo', f'{call}:{n}: {done.out}{done.err}'
    report('devices', injections)


# --- Doctor. ---

SOUND = {}


def doctor(faults='', codes=(0,)):
    return faulty('doctor', '--quick', '--device', DEVICE, faults=faults, codes=codes)


def counts_of_doctor():
    """What the process counts that examines a sound device."""
    if not SOUND:
        done = doctor()
        no_objects_are_left(done)
        SOUND.update(done.processes.worker())
    return SOUND


def no_objects_are_left(done):
    for counts in done.processes.all:
        left = {name: value for name, value in counts.items() if name.startswith('live ') and value}
        assert not left, f'{left} of {counts}'


@test(needs_device=True)
def the_doctor_names_calls_that_fail():
    injections = 0
    some = {'clBuildProgram', 'clCreateBuffer', 'clEnqueueNDRangeKernel', 'clEnqueueReadBuffer'}
    for call, count in counts_of_doctor().items():
        if not call.startswith('cl') or count == 0 or not (ALL or call in some):
            continue
        for n in occurrences(count):
            codes = (1, 4)
            if call in RELEASES or call in MEMORY - {'clCreateBuffer'}:
                codes = (0, 1, 4)
            elif call in LISTING:
                codes = (0, 1, 3, 4)
            done = doctor(f'{call}:{n}:fail', codes)
            injections += 1
            no_objects_are_left(done)
            named = call in done.out + done.err or 'CLBlastSgemm' in done.out
            assert named or call in RELEASES or call == 'clGetPlatformInfo', f'{call}:{n}:\n{done.out}{done.err}'
            if done.returncode == 1 and call not in LISTING:  # too little memory leaves a part unexamined: no verdict
                assert 'WARN' in done.out and 'not examined' in done.out, f'{call}:{n}:\n{done.out}'
    report('doctor', injections)


# Call, effect, what counts the places, where (parts of that count), and whether it lasts: a transfer that is left out once may
# be the repetition of one that was done, and then nothing shows. So may be a kernel in the last tenth, where training steps
# count the same labels again and again.
WRONG_RESULTS = [
    ('clEnqueueReadBuffer', 'flip', 'reads of data', [0.3, 0.7], ''),
    ('clEnqueueReadBuffer', 'nan', 'reads of data', [0.3, 0.7], ''),
    ('clEnqueueReadBuffer', 'skip', 'reads of data', [0.5], '+'),
    ('clEnqueueNDRangeKernel', 'skip', None, [0.3, 0.7], ''),
    ('clEnqueueWriteBuffer', 'skip', None, [0.5], '+'),
    ('clEnqueueCopyBuffer', 'skip', None, [0.5], '+'),
    ('clEnqueueFillBuffer', 'skip', None, [0.5], '+'),
]


@test(needs_device=True)
def the_doctor_finds_wrong_results():
    counts = counts_of_doctor()
    missed, injections = [], 0
    for call, effect, count, places, lasting in WRONG_RESULTS:
        places = [0.02, 0.2, 0.5, 0.8] if ALL else places
        for n in sorted({1 + int(place * (counts[count or call] - 1)) for place in places}):
            done = doctor(f'{call}:{n}{lasting}:{effect}', (0, 4))
            injections += 1
            if done.returncode == 0 or 'FAIL' not in done.out:
                missed.append(f'{call}:{n}{lasting}:{effect}')
    report('doctor, wrong results', injections)
    assert not missed, missed


@test(needs_device=True)
def the_doctor_survives_a_lost_device():
    calls = sum(count for call, count in counts_of_doctor().items() if call.startswith('cl'))
    places = [0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99] if ALL else [0.5]
    for place in places:
        done = doctor(f'any:{int(place * calls)}:lost', (0, 4) if place > 0.95 else (4,))  # at the end all is done
        assert LOST_CODE in done.out + done.err or done.returncode == 0, done.out + done.err
    report('doctor, device lost', len(places))


# --- Training. ---

OLD, NEW = {}, {}  # files of the run that is replaced, and of the one that replaces it


def start_training(faults, codes, *arguments, **variables):
    out = cli.SCRATCH / 'run'
    done = faulty('train', '--data', cli.DATA, '--model', cli.MODEL, '--epochs', 2, '--batch', 60, '--device', DEVICE,
                  '--out', out, '--overwrite', *arguments, faults=faults, codes=codes, **variables)
    return done, {path.name: path.read_bytes() for path in out.iterdir()} if out.exists() else {}


def train(faults='', codes=(0,), *arguments):
    """A run in the place of an earlier one. Its files are those of the one or of the other, and whole. One back end for
    products: with several, another one takes the place of one that fails."""
    if not OLD:
        OLD.update(start_training('', (0,), '--seed', 7, NADIR_GEMM='packed')[1])
        NEW.update(start_training('', (0,), NADIR_GEMM='packed')[1])
    shutil.rmtree(cli.SCRATCH / 'run', ignore_errors=True)
    (cli.SCRATCH / 'run').mkdir()
    for name, content in OLD.items():
        (cli.SCRATCH / 'run' / name).write_bytes(content)
    done, files = start_training(faults, codes, *arguments, NADIR_GEMM='packed')
    assert set(files) <= cli.FILES, f'{faults}: {sorted(files)}'
    for name, content in files.items():
        if done.returncode == 4:  # what there is up to the wrong step is saved
            assert name != 'model.safetensors' or content[8:9] == b'{', content
        elif name == 'log.jsonl':  # has times in it
            assert content.endswith(b'\n') and [strict_json(line) for line in content.decode().splitlines()], content
        else:
            assert content in (OLD[name], NEW[name]), f'{faults}: {name} is neither the old nor the new one'
    done.message = done.err.splitlines()[-1] if done.returncode else ''
    if done.returncode:
        messages = [line for line in done.err.splitlines() if re.match('nadir: (?!warning: )', line)]
        assert messages == [done.message], f'{faults}: {done.err[-2000:]}'
    else:
        assert set(files) == cli.FILES and files['model.safetensors'] == NEW['model.safetensors'], sorted(files)
    return done


@test(needs_device=True)
def training_fails_with_one_line():
    sound = train()
    no_objects_are_left(sound)
    injections = 0
    for call, count in sound.processes.worker().items():
        if not call.startswith('cl') or count == 0:
            continue
        for n in occurrences(count):
            tolerated = call in RELEASES or call in MEMORY - {'clCreateBuffer'} or call == 'clGetPlatformInfo'
            codes = (0, 1) if tolerated else (1, 3) if call in LISTING else (1,)
            done = train(f'{call}:{n}:fail', codes)
            injections += 1
            no_objects_are_left(done)
            if done.returncode == 1:
                assert call in done.message or 'CLBlastSgemm' in done.message, f'{call}:{n}: {done.message}'
    report('train', injections)


@test(needs_device=True)
def what_fails_while_products_are_chosen_is_said():
    """A back end that fails while it is checked or measured is passed over, with a warning."""
    counts = start_training('', (0,))[0].processes.worker()
    injections = 0
    for call in ('clBuildProgram', 'clCreateBuffer', 'clEnqueueNDRangeKernel', 'clEnqueueReadBuffer', 'clGetMemObjectInfo'):
        for place in (0.1, 0.3, 0.5, 0.7) if ALL else (0.3,):
            fault = f'{call}:{1 + int(place * counts[call])}:fail'
            done, _ = start_training(fault, (0, 1))
            injections += 1
            no_objects_are_left(done)
            assert call in done.err or 'CLBlast' in done.err, f'{fault}: {done.err}'
    report('train, choosing', injections)


@test(needs_device=True)
def build_logs_are_made_safe():
    logs = ['empty', 'nothing', 'long', 'bytes', 'huge']
    for log in logs:
        done = train(f'clBuildProgram:1:fail,clGetProgramBuildInfo:*:{log}', (1,))
        assert 'clBuildProgram' in done.message, done.message
    report('train, build logs', len(logs))


@test(needs_device=True)
def training_survives_a_lost_device():
    calls = sum(count for call, count in train().processes.worker().items() if call.startswith('cl'))
    places = range(1, 20) if ALL else [5, 10, 15]
    for place in places:
        done = train(f'any:{calls * place // 20}:lost', (0, 1, 3) if place > 17 else (1, 3))  # at the end all is done
        no_objects_are_left(done)
        assert LOST_CODE in done.message or done.returncode == 0, done.message
    report('train, device lost', len(places))


@test(needs_device=True)
def training_stops_at_wrong_numbers():
    faults = ['clEnqueueReadBuffer:*:nan', 'clEnqueueReadBuffer:*:flip', 'clEnqueueNDRangeKernel:*:skip']
    for fault in faults:
        done = train(fault, (4,), '--verify-every', 1)
        assert 'expected' in done.message, done.message
    report('train, wrong results', len(faults))


def main():
    global DEVICE
    assert os.environ.get('OPENCL_LAYERS'), 'OPENCL_LAYERS does not name the fault layer'
    DEVICE = os.environ.get('NADIR_DEVICE') or 'auto'
    return cli.main()


if __name__ == '__main__':
    sys.exit(main())
