#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Behaviour of the command-line tool: exit codes, messages, files, interruption. Makes its own small data set.

usage: test_cli.py PATH_OF_NADIR [TEST...]

The last line is "N passed, N failed". Without an OpenCL device the tests that need one are left out and the exit status is 77,
or 1 under NADIR_REQUIRE_DEVICE=1.
"""
import csv
import gzip
import json
import os
import pty
import random
import re
import signal
import struct
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree
from pathlib import Path

CLASSES, SIDE, TRAIN, TEST = 3, 8, 300, 90
MODEL = f'mlp:{SIDE * SIDE}-16-{CLASSES}'
FILES = {'model.safetensors', 'history.csv', 'curve.svg', 'log.jsonl'}
COLUMNS = ['epoch', 'step', 'lr', 'train_loss', 'train_accuracy', 'test_loss', 'test_accuracy']
PARTS = {'train': TRAIN, 't10k': TEST}
DEADLINE = 120  # seconds, for anything that should come sooner

TESTS = []
nadir = ''


def test(needs_device):
    def add(function):
        TESTS.append((function, needs_device))
        return function
    return add


# --- Data sets. ---

def images(count, seed):
    """Class k has a bright column at 2k + 1 on a noisy ground."""
    noise = random.Random(seed)
    labels = [noise.randrange(CLASSES) for _ in range(count)]
    pixels = bytearray()
    for label in labels:
        for index in range(SIDE * SIDE):
            bright = index % SIDE in (2 * label, 2 * label + 1)
            pixels.append(noise.randrange(120, 256) if bright else noise.randrange(0, 130))
    return bytes(pixels), bytes(labels)


def idx(shape, payload):
    return struct.pack(f'>I{len(shape)}I', 0x800 + len(shape), *shape) + payload


def make_data(folder, zipped=False):
    folder.mkdir()
    for part, count in PARTS.items():
        pixels, labels = images(count, part)
        for name, content in ((f'{part}-images-idx3-ubyte', idx((count, SIDE, SIDE), pixels)),
                              (f'{part}-labels-idx1-ubyte', idx((count,), labels))):
            if zipped:
                (folder / f'{name}.gz').write_bytes(gzip.compress(content))
            else:
                (folder / name).write_bytes(content)
    return folder


# --- Running the tool. ---

def environment(**changes):
    env = dict(os.environ)
    env.update(changes)
    return env


def run(*arguments, code=0, cwd=None, **changes):
    """Runs the tool and checks what holds for every run: exit code, one-line messages, no control characters."""
    done = subprocess.run([nadir, *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True, timeout=DEADLINE,
                          cwd=cwd, env=environment(**changes), check=False)
    done.out, done.err = done.stdout.decode(), done.stderr.decode()
    assert done.returncode == code, f'exit {done.returncode}, not {code}: {arguments}\n{done.out}{done.err}'
    control = re.search(r'[\x00-\x09\x0b-\x1f\x7f]', done.out + done.err)
    assert not control, f'{control.group()!r} in {done.out + done.err!r}'
    return done


def fails(*arguments, code, says, **more):
    """A failing run: the last line on stderr is the only message, and names what it should."""
    done = run(*arguments, code=code, **more)
    lines = done.err.splitlines()
    messages = [line for line in lines if line.startswith('nadir: ')]
    assert len(messages) == 1 and lines[-1] == messages[0], done.err
    for text in [says] if isinstance(says, str) else says:
        assert text in messages[0], f'no {text!r} in {messages[0]!r}'
    return done


def train(*arguments, **more):
    return run('train', '--data', DATA, '--model', MODEL, *arguments, **more)


def read_history(folder):
    with open(folder / 'history.csv', newline='', encoding='ascii') as file:
        rows = list(csv.DictReader(file))
        assert not rows or list(rows[0]) == COLUMNS, rows[0]
    return [{name: float(value) for name, value in row.items()} for row in rows]


def check_run(folder, epochs):
    """All files of a run are there, complete, and nothing else."""
    assert {path.name for path in folder.iterdir()} == FILES, sorted(folder.iterdir())
    history = read_history(folder)
    assert [row['epoch'] for row in history] == list(range(1, epochs + 1)), history
    log = [json.loads(line) for line in (folder / 'log.jsonl').read_text().splitlines()]
    assert [row['epoch'] for row in log] == list(range(1, epochs + 1)), log
    for row, line in zip(history, log):
        assert all(abs(row[name] - line[name]) <= 1e-8 * (1 + abs(row[name])) for name in COLUMNS), (row, line)
        assert line['seconds'] > 0 and line['device'] and line['time'].endswith('Z'), line
    assert xml.etree.ElementTree.parse(folder / 'curve.svg').getroot().tag.endswith('svg')
    return history


def strict_json(text):
    def unique(pairs):
        assert len(pairs) == len({name for name, _ in pairs}), pairs
        return dict(pairs)

    def refuse(constant):
        raise AssertionError(constant)
    return json.loads(text, object_pairs_hook=unique, parse_constant=refuse)


class Running:
    """The tool in the background, with its standard output line by line."""

    def __init__(self, *arguments):
        self.process = subprocess.Popen([nadir, *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, text=True, env=environment())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.communicate()

    def wait_for(self, start):
        for line in self.process.stdout:
            if line.startswith(start):
                return line
        raise AssertionError(f'ended without a line {start!r}: {self.process.stderr.read()}')

    def interrupt(self):
        self.process.send_signal(signal.SIGINT)

    def end(self):
        rest, errors = self.process.communicate(timeout=DEADLINE)
        return self.process.returncode, rest, errors


# --- Help, version, usage. ---

COMMANDS = ['train', 'eval', 'bench', 'op', 'devices', 'version', 'help']


@test(needs_device=False)
def help_lists_commands_and_options():
    text = run('help').out
    assert text == run('--help').out == run('-h').out
    for command in COMMANDS:
        assert re.search(rf'^  {command} ', text, re.M), command
        assert run(command, '--help').out == run('help', command).out
    text = run('train', '--help').out
    for option, default in (('model', 'mlp:784-128-10'), ('epochs', '10'), ('batch', '64'), ('lr', '1e-3'),
                            ('optimizer', 'adam'), ('momentum', '0.9'), ('schedule', 'cosine'), ('seed', '0')):
        assert re.search(rf'^  --{option} .*\(default {re.escape(default)}\)$', text, re.M), option
    for option in ('data', 'device', 'out', 'overwrite', 'limit', 'quiet', 'json', 'help'):
        assert re.search(rf'^  --{option} ', text, re.M), option
    assert run('train', '--lr', 'wrong', '--help').out == text


@test(needs_device=False)
def version_is_printed():
    text = run('version').out
    assert re.match(r'nadir \d+\.\d+\.\d+\n', text), text
    assert text == run('--version').out


@test(needs_device=False)
def usage_errors_name_option_value_and_remedy():
    see = 'see nadir train --help'
    for arguments, says in (
            (['train', '--lr', '1e-3x'], ['--lr 1e-3x', 'a finite number of at least 0', see]),
            (['train', '--lr=1e-3x'], ['--lr 1e-3x', see]),
            (['train', '--lr', 'nan'], '--lr nan'),
            (['train', '--lr', 'inf'], '--lr inf'),
            (['train', '--lr', '1e999'], '--lr 1e999'),
            (['train', '--lr', '1e-999'], '--lr 1e-999'),
            (['train', '--lr', '-0.1'], '--lr -0.1'),
            (['train', '--lr', '0x10'], '--lr 0x10'),
            (['train', '--lr', '1,5'], '--lr 1,5'),
            (['train', '--lr', ' 1'], '--lr  1'),
            (['train', '--lr', '.'], '--lr .'),
            (['train', '--lr', '1e'], '--lr 1e'),
            (['train', '--lr='], '--lr :'),
            (['train', '--lr'], ['--lr has no value', 'a finite number', see]),
            (['train', '--lr', '--quiet'], '--lr has no value'),
            (['train', '--momentum', '1.01'], ['--momentum 1.01', 'a number from 0 to 1']),
            (['train', '--epochs', '0'], ['--epochs 0', 'an integer from 1 to']),
            (['train', '--epochs', '-1'], '--epochs -1'),
            (['train', '--epochs', '1.5'], '--epochs 1.5'),
            (['train', '--epochs', '1e3'], '--epochs 1e3'),
            (['train', '--epochs', '99999999999999999999'], '--epochs 99999999999999999999'),
            (['train', '--batch', '0'], '--batch 0'),
            (['train', '--limit', '0'], '--limit 0'),
            (['train', '--seed', '-1'], ['--seed -1', 'from 0 to 18446744073709551615']),
            (['train', '--seed', '18446744073709551616'], '--seed 18446744073709551616'),
            (['train', '--optimizer', 'Adam'], ['--optimizer Adam', 'sgd, momentum or adam']),
            (['train', '--schedule', ''], ['--schedule', 'constant or cosine']),
            (['train', '--out', ''], '--out : expected DIR'),
            (['train', '--quiet=1'], ['--quiet 1', 'no value']),
            (['train', '--nonsense', '1'], ['unknown option --nonsense', see]),
            (['train', '--nonsense=1\n2'], ['unknown option --nonsense,', see]),
            (['train', '--epoch', '1'], 'unknown option --epoch'),
            (['train', '--'], 'unexpected argument --:'),
            (['train', '-h'], 'unexpected argument -h'),
            (['train', 'data\x1b[31m'], 'unexpected argument data?[31m'),
            (['train'], ['--data DIR is missing', see]),
            (['eval', '--data', 'x'], ['--checkpoint FILE is missing', 'see nadir eval --help']),
            (['eval', '--part', 'both'], ['--part both', 'train or test']),
            (['devices', '--all'], ['unknown option --all', 'see nadir devices --help']),
            (['version', 'x'], 'unexpected argument x'),
            (['help', 'x'], 'unknown command x'),
            (['help', 'train', 'x'], 'unexpected argument x'),
            (['traim'], ['unknown command traim', 'see nadir help']),
            ([], ['a command is missing', 'see nadir help'])):
        done = fails(*arguments, code=2, says=says)
        assert done.out == '', done.out


@test(needs_device=False)
def a_full_disk_is_a_failure():
    with open('/dev/full', 'wb') as full:
        done = subprocess.run([nadir, 'help'], stdout=full, stderr=subprocess.PIPE, check=False, env=environment())
    assert done.returncode == 1 and b'nadir: cannot write to the standard output' in done.stderr, done


# --- Devices. ---

NO_DRIVER = {'OCL_ICD_VENDORS': '/nonexistent', 'OCL_ICD_FILENAMES': '', 'NADIR_DEVICE': ''}


@test(needs_device=False)
def no_device_has_its_own_exit_code():
    assert fails('devices', code=3, says='no OpenCL driver was found', **NO_DRIVER).out == ''
    document = strict_json(fails('devices', '--json', code=3, says='no OpenCL driver', **NO_DRIVER).out)
    assert document['devices'] == [] and document['selection']['device'] is None
    assert 'no OpenCL driver' in document['selection']['problem']
    out = SCRATCH / 'no-device'
    fails('train', '--data', DATA, '--out', out, code=3, says='no OpenCL driver was found', **NO_DRIVER)
    fails('train', '--data', DATA, '--out', out, '--device', '0:0', code=3, says='no OpenCL driver', **NO_DRIVER)
    fails('eval', '--data', DATA, '--checkpoint', 'x', code=3, says='no OpenCL driver was found', **NO_DRIVER)
    fails('devices', '--device', '0', code=2, says='--device: device selector 0:', **NO_DRIVER)
    assert not out.exists()


@test(needs_device=True)
def devices_lists_and_marks():
    document = strict_json(run('devices', '--json').out)
    assert document['schema'] == 'nadir-devices' and document['version'] == 1
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
    chosen = document['selection']['device']
    assert chosen in [row['selector'] for row in usable]
    table = run('devices').out.splitlines()
    assert table[0].split() == ['SEL', 'TYPE', 'NAME', 'PLATFORM', 'CU', 'MEM/MAXALLOC', 'FP64', 'FP16']
    marked = [line for line in table if line.startswith('*')]
    assert len(marked) == 2 and marked[0].split()[1] == chosen and marked[1].startswith(f'* {chosen} is taken - '), table
    assert len(table) == 2 + len(document['devices']) + sum(row['device_count'] == 0 for row in document['platforms'])
    assert not any(line.endswith(' ') for line in table)


@test(needs_device=True)
def devices_follows_option_then_variable():
    chosen = strict_json(run('devices', '--json').out)['selection']['device']
    for arguments, variable, source in (([], '', 'default'), ([], chosen, 'environment'),
                                        (['--device', chosen], '99:0', 'option'), (['--device=auto'], '99:0', 'option')):
        selection = strict_json(run('devices', '--json', *arguments, NADIR_DEVICE=variable).out)['selection']
        assert selection['source'] == source and selection['problem'] is None, selection
        assert source == 'default' or arguments == ['--device=auto'] or selection['device'] == chosen, selection
    assert f'* {chosen} is taken - --device: the only match of {chosen}' in run('devices', '--device', chosen).out
    assert f'- NADIR_DEVICE: the only match of {chosen}' in run('devices', NADIR_DEVICE=chosen).out


@test(needs_device=True)
def a_bad_selector_is_a_usage_error():
    for selector, says in (('0', '0 alone is no device'), ('99:0', 'there is no platform 99'), ('0:0x', 'trailing text'),
                           ('no such device', 'no device matches'), ('*:*,!*:*', 'nothing is left')):
        says = [f'device selector {selector}: ', says, 'candidates: ']
        for command in (['devices'], ['train', '--data', DATA], ['eval', '--data', DATA, '--checkpoint', 'x']):
            fails(*command, '--device', selector, code=2, says=['nadir: --device: ', *says])
            fails(*command, code=2, says=['nadir: NADIR_DEVICE: ', *says], NADIR_DEVICE=selector)
    document = strict_json(fails('devices', '--json', '--device', 'no such', code=2, says='no device matches').out)
    assert document['selection']['device'] is None and 'no device matches' in document['selection']['problem']


# --- Training and evaluation. ---

@test(needs_device=True)
def training_shows_lines_and_writes_files():
    out = SCRATCH / 'plain' / 'parent' / 'run'
    lines = train('--epochs', 4, '--lr', '1e-2', '--batch', 32, '--out', out).out.splitlines()
    assert re.match(r'device: \d+:\d+ (cpu|gpu|acc|other) .+ \(.+\) - .+', lines[0]), lines
    assert f'data: {TRAIN} training and {TEST} test samples of {SIDE * SIDE} features, {CLASSES} classes' in lines
    assert sum(line.startswith('compiling kernels for ') for line in lines) == 1, lines
    assert f'model: {MODEL}, {16 * 65 + 3 * 17} parameters' in lines
    epochs = [line for line in lines if line.startswith('epoch ')]
    number = r'\d+\.\d+'
    pattern = rf'epoch \d/4  train loss {number} acc +{number} %  test loss {number} acc +{number} %  {number} s  \d+ samples/s'
    assert len(epochs) == 4 and all(re.fullmatch(pattern, line) for line in epochs), epochs
    history = check_run(out, 4)
    assert history[-1]['step'] == 4 * -(-TRAIN // 32)
    assert history[-1]['test_accuracy'] > 0.9, history
    assert re.match(rf"test accuracy {100 * history[-1]['test_accuracy']:.2f} %, .*; wrote {re.escape(str(out))}: ", lines[-1])
    assert all(name in lines[-1] for name in FILES)


@test(needs_device=True)
def evaluation_agrees_with_training():
    out = SCRATCH / 'agree'
    train('--epochs', 2, '--out', out, '--quiet')
    last = read_history(out)[-1]
    checkpoint = out / 'model.safetensors'
    result = strict_json(run('eval', '--data', DATA, '--checkpoint', checkpoint, '--json').out)
    assert result['part'] == 'test' and result['samples'] == TEST, result
    assert abs(result['accuracy'] - last['test_accuracy']) < 1e-7, (result, last)
    assert abs(result['loss'] - last['test_loss']) < 1e-6, (result, last)
    text = run('eval', '--data', ZIPPED, '--checkpoint', checkpoint, '--part', 'train').out.splitlines()
    assert re.fullmatch(rf'train accuracy \d+\.\d\d %, train loss \d+\.\d+ over {TRAIN} samples', text[-1]), text
    assert len(run('eval', '--data', DATA, '--checkpoint', checkpoint, '--quiet').out.splitlines()) == 1


@test(needs_device=True)
def the_same_seed_gives_the_same_bits():
    outs = [SCRATCH / f'seed-{name}' for name in ('a', 'b', 'zipped', 'other')]
    train('--epochs', 2, '--seed', 7, '--out', outs[0])
    train('--epochs=2', '--seed=1', '--seed=7', '--out', outs[1])
    run('train', '--data', ZIPPED, '--model', MODEL, '--epochs', 2, '--seed', 7, '--out', outs[2])
    train('--epochs', 2, '--seed', 8, '--out', outs[3])
    for name in ('history.csv', 'model.safetensors'):
        contents = [(out / name).read_bytes() for out in outs]
        assert contents[0] == contents[1] == contents[2], name
        assert contents[0] != contents[3], name


@test(needs_device=True)
def json_and_quiet_choose_the_stream():
    out = SCRATCH / 'json'
    done = train('--epochs', 2, '--out', out, '--json')
    rows = [strict_json(line) for line in done.out.splitlines()]
    assert [row['epoch'] for row in rows] == [1, 2] and set(COLUMNS) <= set(rows[0]), rows
    assert 'device: ' in done.err and done.err.splitlines()[-1].startswith('test accuracy '), done.err
    done = train('--epochs', 2, '--out', out, '--json', '--quiet', '--overwrite')
    assert len(done.out.splitlines()) == 2 and len(done.err.splitlines()) == 1, done
    done = train('--epochs', 1, '--out', out, '--quiet', '--overwrite')
    assert re.fullmatch(r'test accuracy .* after 1 epoch in .*\n', done.out) and done.err == '', done
    check_run(out, 1)


@test(needs_device=True)
def a_terminal_gets_a_bar():
    master, slave = pty.openpty()
    command = [nadir, 'train', '--data', str(DATA), '--model', MODEL, '--epochs', '40', '--out', str(SCRATCH / 'terminal')]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=slave, stderr=subprocess.PIPE,
                          env=environment()) as process:
        os.close(slave)
        text = b''
        while True:
            try:
                piece = os.read(master, 4096)
            except OSError:
                break
            if not piece:
                break
            text += piece
        assert process.wait(DEADLINE) == 0, process.stderr.read()
    os.close(master)
    assert re.search(rb'\repoch \d+/40 .*loss \d.* acc .* samples/s \d+:\d\d left', text), text
    assert not re.search(rb'[^\x20-\x7e\r\n]', text), text
    screen = [line.rsplit(b'\r', 1)[-1] for line in text.replace(b'\r\n', b'\n').split(b'\n')]
    assert sum(line.startswith(b'epoch ') and b'test loss' in line for line in screen) == 40, screen


@test(needs_device=True)
def runs_are_numbered_and_kept():
    home = SCRATCH / 'home'
    home.mkdir()
    for number in ('001', '002'):
        lines = train('--epochs', 1, cwd=home).out.splitlines()
        assert f'; wrote runs/{number}: ' in lines[-1], lines
        check_run(home / 'runs' / number, 1)
    first = home / 'runs' / '001'
    before = {path.name: path.read_bytes() for path in first.iterdir()}
    refused = ['train', '--data', DATA, '--model', MODEL, '--epochs', 1, '--seed', 3, '--out', first]
    fails(*refused, code=1, says=[f'--out {first}', 'already holds a run', '--overwrite'])
    assert before == {path.name: path.read_bytes() for path in first.iterdir()}
    (first / 'model.safetensors').unlink()
    fails(*refused, code=1, says='already holds a run (history.csv)')
    run(*refused, '--overwrite')
    check_run(first, 1)
    assert (first / 'model.safetensors').read_bytes() != before['model.safetensors']


@test(needs_device=True)
def out_must_be_writable():
    blocker = SCRATCH / 'a-file'
    blocker.write_text('not a folder')
    for out in (blocker, blocker / 'below', '/proc/nadir', '/dev/null/run'):
        fails('train', '--data', DATA, '--model', MODEL, '--out', out, code=1, says=[f'--out {out}', 'can be written'])
    assert blocker.read_text() == 'not a folder'
    fails('train', '--data', DATA, '--out', 'x' * 5000, code=1, says='is longer than')
    locked = SCRATCH / 'locked'
    locked.mkdir(mode=0o500)
    if not os.access(locked, os.W_OK):  # the superuser writes everywhere
        fails('train', '--data', DATA, '--model', MODEL, '--out', locked, code=1, says=[f'--out {locked}', 'can be written'])
        assert not any(locked.iterdir())


# --- Bad data. ---

def edit(name, change):
    """A copy of the data set with one file changed; `change` returning None removes it."""
    folder = SCRATCH / f'bad-{len(list(SCRATCH.iterdir()))}'
    source = ZIPPED if name.endswith('.gz') else DATA
    folder.mkdir()
    for path in source.iterdir():
        content = path.read_bytes()
        if path.name == name:
            content = change(content)
        if content is not None:
            (folder / path.name).write_bytes(content)
    return folder


@test(needs_device=True)
def bad_data_is_refused_by_name():
    images_name, labels_name = 'train-images-idx3-ubyte', 'train-labels-idx1-ubyte'
    few = idx((TRAIN - 1,), images(TRAIN, 'train')[1][:-1])
    for name, change, says in (
            (images_name, lambda content: None, images_name),
            ('t10k-labels-idx1-ubyte', lambda content: None, 't10k-labels-idx1-ubyte'),
            (images_name, lambda content: b'', images_name),
            (images_name, lambda content: content[:10], images_name),
            (images_name, lambda content: content[:-1], images_name),
            (images_name, lambda content: content + b'x', images_name),
            (images_name, lambda content: b'\x01' + content[1:], images_name),
            (images_name, lambda content: content[:4] + b'\xff\xff\xff\xff' + content[8:], images_name),
            (images_name, lambda content: content[:4] + b'\0\0\0\0' + content[8:], images_name),
            (labels_name, lambda content: few, [str(TRAIN), str(TRAIN - 1)]),
            (images_name + '.gz', lambda content: content[:-20], images_name + '.gz'),
            (images_name + '.gz', lambda content: content[:200] + bytes([content[200] ^ 255]) + content[201:],
             images_name + '.gz'),
            (labels_name + '.gz', lambda content: b'this is not gzip at all', labels_name + '.gz')):
        out = SCRATCH / 'never'
        folder = edit(name, change)
        fails('train', '--data', folder, '--model', MODEL, '--out', out, code=1, says=says)
        assert not out.exists(), name
    fails('train', '--data', SCRATCH / 'nowhere', code=1, says=['--data', 'nowhere'], cwd=SCRATCH)


@test(needs_device=True)
def a_model_must_fit_the_data():
    out = SCRATCH / 'misfit'
    for model, code, says in (
            ('mlp:784-128-10', 1, ['784', str(SIDE * SIDE)]),
            ('mlp:64-16-2', 1, ['2']),
            ('mlp:64-x-3', 2, '--model'),
            ('mlp:64-0-3', 2, '--model'),
            ('mlp:64', 2, '--model'),
            ('mlp:', 2, '--model'),
            ('cnn:64-3', 2, '--model'),
            ('mlp:64-16-3-', 2, '--model'),
            ('mlp:64-99999999999999999999-3', 2, '--model')):
        fails('train', '--data', DATA, '--model', model, '--out', out, code=code, says=says)
        assert not out.exists(), model
    labels = 't10k-labels-idx1-ubyte'
    folder = edit(labels, lambda content: content[:-1] + b'\x09')
    fails('train', '--data', folder, '--model', MODEL, '--out', out, code=1, says='9')
    assert not out.exists()


@test(needs_device=True)
def a_diverging_run_fails_and_writes_nothing():
    out = SCRATCH / 'diverged'
    arguments = ['--model', MODEL, '--optimizer', 'sgd', '--lr', '1e30', '--epochs', 2, '--out', out]
    fails('train', '--data', DATA, *arguments, code=1, says='loss')
    assert not out.exists()


@test(needs_device=True)
def a_bad_checkpoint_is_refused_by_name():
    out = SCRATCH / 'checkpoint'
    train('--epochs', 1, '--out', out)
    good = (out / 'model.safetensors').read_bytes()
    bad = SCRATCH / 'bad.safetensors'
    for content in (b'', good[:7], good[:100], good[:-1], good + b'x', b'\xff' * 64, good.replace(b'nadir.mean', b'nadir.meen'),
                    good.replace(b'"F32"', b'"F16"')):
        assert content != good
        bad.write_bytes(content)
        fails('eval', '--data', DATA, '--checkpoint', bad, code=1, says=['--checkpoint', str(bad)])
    fails('eval', '--data', DATA, '--checkpoint', SCRATCH / 'none', code=1, says=['--checkpoint', 'none'])
    fails('eval', '--data', SCRATCH / 'none', '--checkpoint', out / 'model.safetensors', code=1, says=['--data', 'none'])


# --- Interruption. ---

@test(needs_device=True)
def one_interrupt_saves_what_there_is():
    out = SCRATCH / 'interrupted'
    with Running('train', '--data', DATA, '--model', MODEL, '--epochs', 1000000, '--out', out) as running:
        running.wait_for('epoch ')
        running.interrupt()
        code, rest, errors = running.end()
    assert code == 130, (code, errors)
    match = re.search(r'^nadir: interrupted after (\d+) of 1000000 epochs; wrote (\S+): ', errors, re.MULTILINE)
    assert match and match.group(2) == str(out), errors
    finished = int(match.group(1))
    # The line waited for may have come together with others.
    assert finished >= 1 + sum(line.startswith('epoch ') for line in rest.splitlines()), (finished, rest)
    check_run(out, finished)
    result = strict_json(run('eval', '--data', DATA, '--checkpoint', out / 'model.safetensors', '--json').out)
    assert 0 <= result['accuracy'] <= 1


@test(needs_device=True)
def a_second_interrupt_stops_at_once():
    folder = edit('train-images-idx3-ubyte', lambda content: None)
    os.mkfifo(folder / 'train-images-idx3-ubyte')  # reading it never ends: only the second interrupt can
    out = SCRATCH / 'stopped'
    with Running('train', '--data', folder, '--model', MODEL, '--out', out) as running:
        running.wait_for('device: ')
        time.sleep(0.5)
        running.interrupt()
        time.sleep(0.5)
        assert running.process.poll() is None, 'it did not wait for the data, or the first interrupt ended the reading'
        running.interrupt()
        assert running.end()[0] == 130
    assert not out.exists() or not any(out.iterdir())


@test(needs_device=True)
def many_interrupts_leave_no_partial_file():
    for attempt in range(5):
        out = SCRATCH / f'impatient-{attempt}'
        with Running('train', '--data', DATA, '--model', MODEL, '--epochs', 1000000, '--out', out) as running:
            running.wait_for('epoch ')
            while running.process.poll() is None:
                running.interrupt()
                time.sleep(0.0003 * attempt)
            assert running.end()[0] == 130
        if (out / 'model.safetensors').exists():
            run('eval', '--data', DATA, '--checkpoint', out / 'model.safetensors')
        if (out / 'history.csv').exists():
            assert (out / 'history.csv').read_bytes().endswith(b'\n')
            read_history(out)
        if (out / 'curve.svg').exists():
            xml.etree.ElementTree.parse(out / 'curve.svg')


def main():
    global nadir, SCRATCH, DATA, ZIPPED
    nadir = str(Path(sys.argv[1]).resolve())
    os.environ.pop('COLUMNS', None)
    probe = subprocess.run([nadir, 'devices', '--quietly'], capture_output=True, check=False)
    assert probe.returncode == 2, f'{nadir} does not run: {probe.stderr.decode()}'
    has_device = subprocess.run([nadir, 'devices'], capture_output=True, check=False).returncode == 0
    required = os.environ.get('NADIR_REQUIRE_DEVICE') == '1'
    passed = failed = skipped = 0
    with tempfile.TemporaryDirectory(prefix='nadir-cli-') as scratch:
        SCRATCH = Path(scratch)
        os.environ.setdefault('POCL_CACHE_DIR', str(SCRATCH / 'pocl'))
        DATA, ZIPPED = make_data(SCRATCH / 'data'), make_data(SCRATCH / 'zipped', zipped=True)
        for function, needs_device in TESTS:
            if len(sys.argv) > 2 and function.__name__ not in sys.argv[2:]:
                continue
            if needs_device and not has_device and not required:
                print(f'SKIP {function.__name__}: no OpenCL device', flush=True)
                skipped += 1
                continue
            start = time.monotonic()
            try:
                function()
            except Exception as error:  # whatever it is, the other tests still run
                failed += 1
                print(f'FAIL {function.__name__}: {type(error).__name__}: {error}', flush=True)
            else:
                passed += 1
                print(f'ok   {function.__name__} ({time.monotonic() - start:.1f} s)', flush=True)
    print(f'{passed} passed, {failed} failed')
    return 1 if failed or not passed else 77 if skipped else 0


if __name__ == '__main__':
    sys.exit(main())
