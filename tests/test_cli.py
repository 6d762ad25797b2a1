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
VALIDATION = ['val_loss', 'val_accuracy']  # behind them with --val-split
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


def read_history(folder, validation=False):
    with open(folder / 'history.csv', newline='', encoding='ascii') as file:
        rows = list(csv.DictReader(file))
        assert not rows or list(rows[0]) == COLUMNS + validation * VALIDATION, rows[0]
    return [{name: float(value) for name, value in row.items()} for row in rows]


def check_run(folder, epochs, validation=False):
    """All files of a run are there, complete, and nothing else."""
    assert {path.name for path in folder.iterdir()} == FILES, sorted(folder.iterdir())
    history = read_history(folder, validation)
    assert [row['epoch'] for row in history] == list(range(1, epochs + 1)), history
    log = [json.loads(line) for line in (folder / 'log.jsonl').read_text().splitlines()]
    assert [row['epoch'] for row in log] == list(range(1, epochs + 1)), log
    for row, line in zip(history, log):
        assert all(abs(value - line[name]) <= 1e-8 * (1 + abs(value)) for name, value in row.items()), (row, line)
        assert validation == ('val_loss' in line) and line['skipped'] == 0 and line['loss_scale'] >= 1, line
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

COMMANDS = ['train', 'eval', 'bench', 'tune', 'op', 'devices', 'doctor', 'version', 'help']


@test(needs_device=False)
def help_lists_commands_and_options():
    text = run('help').out
    assert text == run('--help').out == run('-h').out
    for command in COMMANDS:
        assert re.search(rf'^  {command} ', text, re.M), command
        assert run(command, '--help').out == run('help', command).out
    text = run('train', '--help').out
    for option, default in (('model', 'mlp:784-128-10'), ('epochs', '10'), ('batch', '64'), ('accumulate', '1'),
                            ('optimizer', 'adam'), ('preset', 'pytorch'), ('schedule', 'cosine'), ('seed', '0')):
        assert re.search(rf'^  --{option} .*\(default {re.escape(default)}\)$', text, re.M), option
    for option in ('data', 'device', 'out', 'overwrite', 'limit', 'quiet', 'json', 'help', 'lr', 'weight-decay', 'clip-norm',
                   'ema', 'no-decay', 'early-stop', 'val-split', 'warmup', 't-max', 'plateau-patience'):
        assert re.search(rf'^  --{option} ', text, re.M), option
    # Options that only some rules take name them, and there are no others than the rules.
    rules = re.search(r'^  --optimizer NAME +update rule: (.*) \(default', text, re.M).group(1)
    rules = rules.replace(' or ', ', ').split(', ')
    assert len(rules) == len(set(rules)) >= 22, rules
    for option, takers in re.findall(r'^  --(\S+).*\[((?:[a-z0-9_]+ ?)+)\]', text, re.M):
        assert set(takers.split()) <= set(rules), (option, takers)
    assert re.search(r'^  --amsgrad BOOL .*\[adam adamw\]$', text, re.M), text
    assert [line[:-1] for line in text.splitlines() if line.endswith(':') and not line.startswith(' ')] == [
        'Ending before the last epoch',
        'Optimizer; in brackets the rules that take an option. nadir op RULE --help shows the defaults',
        'Schedule; nadir schedule NAME --help shows defaults'], text
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
            (['train', '--optimizer', 'Adam'], ['--optimizer Adam', 'sgd, momentum, nesterov', ' or adam8bit']),
            (['train', '--schedule', ''], ['--schedule', 'constant, step, ', ' or plateau']),
            (['train', '--out', ''], '--out : expected DIR'),
            (['train', '--quiet=1'], ['--quiet 1', 'no value']),
            (['train', '--nonsense', '1'], ['unknown option --nonsense', see]),
            (['train', '--nonsense=1\n2'], ['unknown option --nonsense,', see]),
            (['train', '--epoch', '1'], 'unknown option --epoch'),
            (['train', '--'], 'unexpected argument --:'),
            (['train', '-h'], 'unexpected argument -h'),
            (['train', 'data\x1b[31m'], 'unexpected argument data?[31m'),
            (['train'], ['--data DIR is missing', see]),
            *((['train', '--data', 'x', *arguments.split()], says) for arguments, says in (
                ('--momentum 0.9', '--momentum: adam does not take it'),
                ('--optimizer sgd --betas 0.9,0.99', '--betas: sgd does not take it'),
                ('--optimizer lion --eps 1e-8', '--eps: lion does not take it'),
                ('--betas 0.9', ['--betas 0.9', '2 to 3 numbers from 0 to 1']),
                ('--betas 0.9,0.99,0.9', '--betas: 3 numbers, but adam takes 2'),
                ('--optimizer adan --betas 0.9,0.9', '--betas: 2 numbers, but adan takes 3'),
                ('--betas 1,0.9', 'beta1 = 1'),
                ('--optimizer nesterov --momentum 0', 'momentum above 0'),
                ('--optimizer muon --ns-steps 0', ['--ns-steps 0', 'from 1 to 100']),
                ('--decay both', ['--decay both', 'l2 or decoupled']),
                ('--amsgrad maybe', ['--amsgrad maybe', 'true or false']),
                ('--clip-norm=-1', '--clip-norm -1'),
                ('--optimizer sophia --loss-scale 8', '--loss-scale does not go with --optimizer sophia'),
                ('--optimizer schedule_free --l1-proximal', 'schedule_free keeps a second point'),
                ('--lr 5 --schedule piecewise --milestones 1 --values 1,2', '--lr does not go with this schedule'),
                ('--lr 5 --schedule one_cycle --max-lr 1', '--lr does not go with this schedule'),
                ('--optimizer momentum --momentum 0.5 --schedule one_cycle', '--momentum is moved by the schedule'),
                ('--loss-scale 0.5', '--loss-scale must be a number of at least 1, or dynamic'),
                ('--loss-scale 1e30', 'initial = 1e+30'),
                ('--loss-scale dynamically', '--loss-scale must be'),
                ('--ema 0.9 --swa-start 1', '--swa-start does not go with --ema'),
                ('--swa-start 11', '--swa-start is behind the last epoch'),
                ('--no-decay bias,,norm', '--no-decay has an empty word'),
                ('--freeze ' + ','.join(['x'] * 40), '--freeze has too many words'),
                ('--schedule cosine --gamma 0.1', '--gamma is no option of cosine'),
                ('--schedule step', '--step-size is missing'),
                ('--schedule plateau --gamma 0.1', '--gamma is no option of plateau'),
                ('--schedule plateau --plateau-factor 1', 'factor = 1'),
                ('--plateau-factor 0.2', '--plateau-factor needs --schedule plateau'),
                ('--early-stop 0', ['--early-stop 0', 'from 1 to']),
                ('--min-delta 1', '--min-delta needs --early-stop'),
                ('--restore-best false', '--restore-best needs --early-stop'),
                ('--val-split 1', ['--val-split 1', 'from 0 to 0.99']),
                ('--accumulate 0', '--accumulate 0'))),
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
    assert '/nonexistent, which does not exist' in fails('devices', code=3, says='no OpenCL driver was found', **NO_DRIVER).out
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


# One run each; what the header says of it.
OPTIMIZERS = (
    ('--optimizer adamw --lr 3e-4 --weight-decay 0.01 --warmup 3 --clip-norm 1.0 --accumulate 4 --ema 0.9',
     'adamw lr 0.0003 weight_decay 0.01, cosine with 3 warm-up steps, clip norm 1, accumulate 4, ema 0.9'),
    ('--optimizer sgd --momentum 0.9 --dampening 0.1 --maximize false --schedule constant',
     'sgd lr 0.001 maximize false momentum 0.9 dampening 0.1, constant'),
    ('--optimizer momentum --nesterov --lr-in-momentum --l1 1e-4 --l1-proximal',
     'momentum lr 0.001 l1 0.0001 l1_proximal nesterov lr_in_momentum, cosine'),
    ('--optimizer nesterov --preset keras', 'nesterov lr 0.01 as keras, cosine'),
    ('--optimizer adagrad --lr-decay 1e-3 --initial-accumulator-value 0.1 --eps-mode inside',
     'adagrad lr 0.01 eps_mode inside lr_decay 0.001 initial_accumulator_value 0.1, cosine'),
    ('--optimizer adadelta --rho 0.95', 'adadelta lr 1 rho 0.95, cosine'),
    ('--optimizer rmsprop --alpha 0.9 --centered --momentum 0.5', 'rmsprop lr 0.01 momentum 0.5 alpha 0.9 centered, cosine'),
    ('--amsgrad --decay l2 --eps-mode hat --loss-scale 128',
     'adam lr 0.001 decay l2 eps_mode hat amsgrad, cosine, loss scale 128'),
    ('--optimizer adamax', 'adamax lr 0.002, cosine'),
    ('--optimizer nadam --momentum-decay 1e-3', 'nadam lr 0.002 momentum_decay 0.001, cosine'),
    ('--optimizer radam --betas 0.8,0.9', 'radam lr 0.001 betas 0.8,0.9, cosine'),
    ('--optimizer lion --schedule one_cycle', 'lion lr 0.001, one_cycle'),
    ('--optimizer adan --betas 0.9,0.9,0.99', 'adan lr 0.001 betas 0.9,0.9,0.99, cosine'),
    ('--optimizer rprop --lr 1e-3 --etas 0.5,1.1 --step-sizes 1e-6,1',
     'rprop lr 0.001 etas 0.5,1.1 step_sizes 1e-06,1, cosine'),
    ('--optimizer asgd --lambd 1e-3 --t0 5', 'asgd lr 0.01 lambd 0.001 t0 5, cosine'),
    ('--optimizer schedule_free --uniform-average',
     'schedule_free lr 0.0025 uniform_average, constant'),
    ('--optimizer sophia --bs 64', 'sophia lr 0.0001 bs 64, cosine'),
    ('--optimizer lamb --clip-tensor-norm 1 --clip-value 0.5', 'lamb lr 0.001, cosine, clip tensor norm 1, clip value 0.5'),
    ('--optimizer lars --trust-coefficient 0.01 --no-decay bias,norm',
     'lars lr 1 trust_coefficient 0.01, cosine, no decay of bias,norm'),
    ('--optimizer adafactor --beta2-decay=-0.9 --eps2 1e-2 --clip-threshold 2',
     'adafactor lr 0.01 beta2_decay -0.9 eps2 0.01 clip_threshold 2, cosine'),
    ('--optimizer muon --ns-steps 4 --adjust match_rms_adamw --freeze fc1.bias',
     'muon lr 0.001 ns_steps 4 adjust match_rms_adamw, cosine, frozen fc1.bias'),
    ('--optimizer adam8bit --swa-start 2 --schedule-unit epoch --skip-nonfinite',
     'adam8bit lr 0.001, cosine by epochs, skip nonfinite, swa from epoch 2'),
)


@test(needs_device=True)
def optimizers_are_named_with_their_options():
    out = SCRATCH / 'optimizers'
    for arguments, says in OPTIMIZERS:
        lines = train('--epochs', 2, '--out', out, '--overwrite', *arguments.split()).out.splitlines()
        said = [line for line in lines if line.startswith('optimizer: ')]
        assert said == [f'optimizer: {says}'], (arguments, said)
        history = check_run(out, 2)
        if re.search('--ema|--swa|schedule_free|asgd', arguments):  # what is saved is what was evaluated
            result = strict_json(run('eval', '--data', DATA, '--checkpoint', out / 'model.safetensors', '--json').out)
            assert abs(result['loss'] - history[-1]['test_loss']) < 1e-6 * (1 + result['loss']), (arguments, result, history)
    assert 'optimizer: ' not in train('--epochs', 1, '--out', out, '--overwrite').out
    fails('train', '--data', DATA, '--model', MODEL, '--freeze', 'fc1,fc7', '--out', SCRATCH / 'frozen', code=2,
          says=['--freeze fc7', 'fc1.weight'])
    fails('train', '--data', DATA, '--model', MODEL, '--no-decay', 'norm,embedding', '--out', SCRATCH / 'frozen', code=2,
          says=['--no-decay norm,embedding', 'fc1.weight'])
    assert not (SCRATCH / 'frozen').exists()


@test(needs_device=True)
def validation_is_split_off_and_ends_the_run():
    def mislabel(content):
        return content[:8] + bytes((label + (index % 3 == 0)) % CLASSES for index, label in enumerate(content[8:]))

    out, again = SCRATCH / 'validation', SCRATCH / 'validation-again'
    arguments = ['train', '--data', edit('train-labels-idx1-ubyte', mislabel), '--model', MODEL, '--epochs', 200, '--seed', 5,
                 '--lr', '3e-3', '--schedule', 'constant', '--early-stop', 3, '--val-split', '0.2']
    lines = run(*arguments, '--out', out).out.splitlines()
    kept, taken = TRAIN * 4 // 5, TRAIN // 5
    samples = f'{kept} training, {taken} validation and {TEST} test samples'
    assert f'data: {samples} of {SIDE * SIDE} features, {CLASSES} classes' in lines, lines
    assert 'watched for early stopping: the validation loss' in lines, lines
    epochs = [line for line in lines if line.startswith('epoch ')]
    assert all(re.search(r' val loss \d+\.\d+ acc +\d+\.\d+ %  test loss ', line) for line in epochs), epochs
    assert len(epochs) < 200, lines[-1]
    history = check_run(out, len(epochs), validation=True)
    losses = [row['val_loss'] for row in history]
    best = losses.index(min(losses))
    assert len(losses) == best + 1 + 3, losses
    accuracy = 100 * history[best]['test_accuracy']
    end = rf'test accuracy {accuracy:.2f} %, .* s, early stop, epoch {best + 1} restored; wrote'
    assert best > 0 and re.match(end, lines[-1]), lines[-1]
    result = strict_json(run('eval', '--data', DATA, '--checkpoint', out / 'model.safetensors', '--json').out)
    assert abs(result['loss'] - history[best]['test_loss']) < 1e-6, (result, history[best])
    run(*arguments, '--out', again)
    for name in ('history.csv', 'model.safetensors', 'curve.svg'):
        assert (out / name).read_bytes() == (again / name).read_bytes(), name

    lines = train('--epochs', 3, '--early-stop', 1, '--min-delta', 100, '--schedule', 'plateau', '--out', out,
                  '--overwrite').out.splitlines()
    assert 'watched for early stopping and the plateau: the training loss, because there is no --val-split' in lines, lines
    assert len(check_run(out, 2)) == 2 and ', early stop, epoch 1 restored; ' in lines[-1], lines
    lines = train('--epochs', 3, '--tolerance', 100, '--out', out, '--overwrite').out.splitlines()
    assert len(check_run(out, 2)) == 2 and ' s, loss tolerance; wrote' in lines[-1], lines
    lines = train('--epochs', 3, '--gradient-tolerance', 1e6, '--out', out, '--overwrite').out.splitlines()
    assert len(check_run(out, 1)) == 1 and ' s, gradient tolerance; wrote' in lines[-1], lines
    fails('train', '--data', DATA, '--model', MODEL, '--val-split', '0.001', '--out', SCRATCH / 'nothing', code=1,
          says=['--val-split', 'empty'])


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


def read_terminal(master):
    """What comes until its last writer has ended."""
    text = b''
    while True:
        try:
            piece = os.read(master, 4096)
        except OSError:
            return text
        if not piece:
            return text
        text += piece


@test(needs_device=True)
def a_terminal_gets_a_bar():
    master, slave = pty.openpty()
    command = [nadir, 'train', '--data', str(DATA), '--model', MODEL, '--epochs', '40', '--out', str(SCRATCH / 'terminal')]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=slave, stderr=subprocess.PIPE,
                          env=environment()) as process:
        os.close(slave)
        text = read_terminal(master)
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
    fails('train', '--data', DATA, *arguments, code=1, says=['the loss of step ', 'is fc1.weight[0]'])
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


# --- Benchmarks. ---

def bench(filter_text, *arguments):
    """The lines of a benchmark that takes one sample of each."""
    lines = run('bench', '--json', '--seconds', '0', '--filter', filter_text, *arguments).out.splitlines()
    rows = [strict_json(line) for line in lines]
    assert len({tuple(sorted(row)) for row in rows}) == 1, lines
    for row in rows:
        assert filter_text in f'{row["op"]} {row["case"]}' and row['seconds_median'] > 0, row
    return rows


@test(needs_device=True)
def bench_times_every_back_end_and_names_what_auto_takes():
    # CLBlast does not take 16-bit matrices; its first product would cost this test ten seconds.
    auto, *others = bench('gemm 512x512x512 f16 NN')
    assert auto['backend'] == 'auto' and auto['ratio_to_auto'] is None, auto
    names = [row['backend'] for row in others]
    assert names and names == sorted(set(names)) and set(names) <= {'packed', 'small'}, names
    assert re.match(r'\w+', auto['chosen']).group() in names, auto
    for row in [auto, *others]:
        assert abs(row['seconds_median'] * row['gflop_per_s'] * 1e9 - 2 * 512**3) < 1, row
        assert row['fraction_of_limit'] > 0, row
    for row in others:
        ratio = row['seconds_median'] / auto['seconds_median']
        assert row['chosen'] is None and abs(row['ratio_to_auto'] - ratio) <= 1e-9 * ratio, row  # of one sample each


@test(needs_device=True)
def bench_holds_fused_products_and_steps_against_their_parts():
    *fused, output = bench('gemm+', '--backend', 'auto', '--no-tune')
    assert len(fused) == 2 and all(row['ratio_to_plain'] > 0 and row['chosen'] for row in fused), fused
    assert output['launches'] <= 3 and output['chosen'] is None, output
    step, = bench('train_step mlp:784-128-10')
    assert 5 <= step['launches'] <= 8 and step['seconds_predicted'] > 0, step
    parts = [step[f'seconds_floor_{part}'] for part in ('launches', 'flops', 'bytes')]
    assert min(parts) > 0 and abs(sum(parts) - step['seconds_floor']) <= 1e-9 * step['seconds_floor'], step


@test(needs_device=False)
def bench_refuses_unknown_rows_and_back_ends():
    fails('bench', '--filter', 'gemm 3x5', code=2, says=['--filter', 'gemm 3x5'])
    fails('bench', '--backend', 'cublas', code=2, says=['--backend', 'cublas', 'packed'])


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
