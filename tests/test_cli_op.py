#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""`nadir op`: what it reads, runs, writes, lists and refuses. NPY files are made and read with nothing but struct.

usage: test_cli_op.py PATH_OF_NADIR [TEST...], as test_cli.py
"""
import ast
import itertools
import math
import random
import re
import shutil
import struct
import sys

import test_cli as cli
from test_cli import fails, run, strict_json, test

cli.TESTS.clear()  # those of this file are run instead
CODES = {'<f2': 'e', '<f4': 'f', '<f8': 'd', '|u1': 'B', '|b1': '?', '<i4': 'i', '<i8': 'q', '<u4': 'I', '>f4': 'f', '>i8': 'q'}
NAMES = {'<f4': 'float32', '<f2': 'float16', '<i4': 'int32', '|u1': 'uint8'}
INF, NAN = math.inf, math.nan


# --- NPY files. ---

def npy_bytes(descr, shape, values, fortran=False, version=1):
    header = repr({'descr': descr, 'fortran_order': fortran, 'shape': tuple(shape)})
    size = 10 if version == 1 else 12
    header += ' ' * (-(size + len(header) + 1) % 64) + '\n'
    head = b'\x93NUMPY' + bytes([version, 0]) + struct.pack('<H' if version == 1 else '<I', len(header)) + header.encode()
    return head + struct.pack(f'{">" if descr[0] == ">" else "<"}{len(values)}{CODES[descr]}', *values)


NUMBER = itertools.count()


def npy(values, descr='<f4', shape=None, **more):
    """A file with these values: a number, a list, a list of rows, and so on."""
    flat, axes = [values], []
    while flat and isinstance(flat[0], (list, tuple)):
        axes.append(len(flat[0]))
        flat = [v for row in flat for v in row]
    shape = axes if shape is None else shape
    path = cli.SCRATCH / f'in-{next(NUMBER)}.npy'
    path.write_bytes(npy_bytes(descr, shape, flat, **more))
    return path


def load(path):
    """(dtype, shape, flat values) of a file as nadir must write it: version 1.0, data aligned to 64 bytes, nothing behind."""
    content = path.read_bytes()
    assert content[:8] == b'\x93NUMPY\x01\x00', content[:8]
    length = 10 + struct.unpack('<H', content[8:10])[0]
    header = ast.literal_eval(content[10:length].decode())
    assert length % 64 == 0 and content[length - 1] == 10 and set(header) == {'descr', 'fortran_order', 'shape'}, header
    assert header['fortran_order'] is False
    data, code = content[length:], CODES[header['descr']]
    count = math.prod(header['shape'])
    return NAMES[header['descr']], header['shape'], list(struct.unpack(f'<{count}{code}', data))


def op(name, *arguments, **more):
    """Runs an op; the written files as {name: (dtype, shape, values)}, checked against what was printed."""
    out = cli.SCRATCH / f'out-{next(NUMBER)}' / 'made'
    done = run('op', name, *arguments, '--out', out, **more)
    files = {path.stem: load(path) for path in out.iterdir()}
    printed = [line for line in done.out.splitlines() if '.npy ' in line]
    assert len(printed) == len(files), (printed, files)
    for line in printed:
        match = re.fullmatch(r'(\w+)\.npy (\w+) \(([\d, ]*)\)(?: (\S+))?', line)
        dtype, shape, values = files[match.group(1)]
        assert match.group(2) == dtype and match.group(3) == ', '.join(map(str, shape)), (line, files)
        assert (match.group(4) is not None) == (shape == ()), line
        if shape == ():
            expect([float(match.group(4))], values, 1e-8)
    return files


def refused(name, *arguments, code=1, says, **more):
    """A failing op, which must not leave anything behind."""
    out = cli.SCRATCH / f'out-{next(NUMBER)}'
    done = fails('op', name, *arguments, '--out', out / 'below', code=code, says=says, **more)
    assert not out.exists(), (arguments, says)
    return done


def expect(got, want, rtol=2e-6, atol=1e-7):
    """atol: what float32 inputs of about 1 lose in a difference."""
    want = list(want)
    assert len(got) == len(want), (got, want)
    for g, w in zip(got, want):
        same = g == w or (math.isnan(g) and math.isnan(w)) or abs(g - w) <= atol + rtol * abs(w)
        assert same, f'{g} instead of {w} in {got}, not {want}'


def softmax(row):
    top = max(row)
    total = sum(math.exp(x - top) for x in row)
    return [math.exp(x - top) / total for x in row]


def lse(row):
    return max(row) + math.log(sum(math.exp(x - max(row)) for x in row))


# --- Listing and help. ---

def plain(default):
    """A default of the listing as a value on the command line."""
    return ','.join(f'{number:g}' for number in default) if isinstance(default, list) else str(default).lower()


def listed():
    document = strict_json(run('op', 'list', '--json').out)
    assert document['schema'] == 'nadir-ops' and document['version'] == 1
    return document['ops']


OPS = {'cross_entropy', 'nll', 'mse', 'half_mse', 'l1', 'huber', 'smooth_l1', 'log_cosh', 'quantile', 'epsilon_insensitive',
       'poisson_nll', 'gaussian_nll', 'bce', 'bce_with_logits', 'sigmoid_focal', 'focal', 'hinge', 'squared_hinge',
       'multi_margin', 'crammer_singer', 'categorical_hinge', 'kl_div', 'soft_margin', 'hinge_embedding', 'margin_ranking',
       'cosine_embedding', 'triplet_margin', 'ctc', 'softmax', 'log_softmax', 'logsumexp', 'relu', 'leaky_relu', 'elu', 'gelu',
       'silu', 'sigmoid', 'tanh', 'softplus', 'sum', 'sum_rows', 'mean', 'argmax', 'gemm', 'linear',
       'linear_cross_entropy', 'penalty'}
RULES = {'sgd', 'momentum', 'nesterov', 'adagrad', 'adadelta', 'rmsprop', 'adam', 'adamw', 'adamax', 'nadam', 'radam', 'lion',
         'adan', 'rprop', 'asgd', 'schedule_free', 'sophia', 'lamb', 'lars', 'adafactor', 'muon', 'adam8bit'}


@test(needs_device=False)
def list_describes_every_operation():
    ops = listed()
    names = [entry['name'] for entry in ops]
    assert len(names) == len(set(names)) and OPS | RULES <= set(names), (OPS | RULES) - set(names)
    for entry in ops:
        assert set(entry) == {'name', 'about', 'tensors', 'options'} and entry['about'].endswith('.'), entry
        for tensor in entry['tensors']:
            assert set(tensor) == {'name', 'rank', 'shape', 'dtype', 'direction', 'optional', 'aliases'}, tensor
            assert tensor['direction'] in ('in', 'out') and isinstance(tensor['optional'], bool), tensor
            assert set(tensor['dtype'].split(' or ')) <= {'float32', 'float16', 'int32', 'uint8'}, tensor
            assert re.fullmatch(r'\d|((at least )?\d|any)( or (at least )?(\d|any))*', str(tensor['rank'])), tensor
            plain = re.fullmatch(r'\((\w+(, \w+)*)?\)', tensor['shape'])
            assert not plain or tensor['rank'] == len(re.findall(r'\w+', tensor['shape'])), tensor
        directions = [tensor['direction'] for tensor in entry['tensors']]
        assert directions == sorted(directions) and set(directions) == {'in', 'out'}, entry
        for option in entry['options']:
            kind, default = option['type'], option['default']
            assert option['help'] and re.fullmatch(r'[a-z][a-z0-9-]*', option['name']), option
            if kind == 'choice':
                assert default in option['choices'], option
            elif kind == 'boolean':
                assert isinstance(default, bool), option
            else:
                least, most = option['range']
                assert kind in ('integer', 'number', 'numbers') and isinstance(default, list) == (kind == 'numbers'), option
                for number in default if kind == 'numbers' else [default]:
                    assert (least is None or least <= number) and (most is None or number <= most), option
                    assert kind != 'integer' or isinstance(number, int), option
    by_name = {entry['name']: entry for entry in ops}
    defaults = {name: {option['name']: option['default'] for option in by_name[name]['options']} for name in names}
    assert defaults['cross_entropy']['ignore-index'] == -100 and defaults['cross_entropy']['reduction'] == 'mean'
    assert defaults['huber']['delta'] == 1 and defaults['poisson_nll']['log-input'] is True, defaults
    assert defaults['gaussian_nll']['eps'] == 1e-6 and defaults['leaky_relu']['negative-slope'] == 0.01, defaults
    assert defaults['adam']['betas'] == [0.9, 0.999] and defaults['adan']['betas'] == [0.98, 0.92, 0.99], defaults['adan']
    assert defaults['sgd']['clip-norm'] == 0 and defaults['muon']['ns-steps'] == 5 and 'betas' not in defaults['sgd'], defaults
    states = {name: {tensor['name']: tensor['optional'] for tensor in by_name[name]['tensors'] if tensor['direction'] == 'out'}
              for name in RULES}
    assert states['adam'] == {'p': False, 'exp_avg': False, 'exp_avg_sq': False, 'max_exp_avg_sq': True}, states['adam']
    assert states['rprop'] == {'p': False, 'prev': False, 'step_size': False}, states['rprop']
    assert states['adafactor'] == {'p': False, 'row_var': True, 'col_var': True, 'variance': True}, states['adafactor']
    ctc = {tensor['name']: tensor for tensor in by_name['ctc']['tensors']}
    assert list(ctc) == ['logits', 'targets', 'input-lengths', 'target-lengths', 'upstream', 'loss', 'dlogits'], list(ctc)
    assert ctc['logits']['rank'] == 3 and ctc['targets']['dtype'] == 'int32' and ctc['loss']['rank'] == '0 or 1', ctc
    text = run('op', 'list').out
    for entry in ops:
        assert re.search(rf'^{entry["name"]}$', text, re.M), entry['name']
        for row in entry['tensors'] + entry['options']:
            assert row['name'] in text, row


@test(needs_device=False)
def help_is_made_from_the_same_description():
    assert run('op', '--help').out == run('help', 'op').out
    for entry in listed():
        text = run('op', entry['name'], '--help').out
        assert re.match(rf'usage: nadir op {entry["name"]} --.* --out DIR \[options\]\n', text), text
        assert f'\n  {entry["name"]}\n' in run('op', '--help').out
        inputs = {tensor['name'] for tensor in entry['tensors'] if tensor['direction'] == 'in'}
        for tensor in entry['tensors']:
            line = re.search(rf'^  --{tensor["name"]} FILE .*', text, re.M)
            assert bool(line) == (tensor['name'] in inputs), (tensor, text)
            assert not line or all(f', also --{alias}' in line.group() for alias in tensor['aliases']), text
            assert not line or tensor['optional'] != (f' --{tensor["name"]} FILE' in text.splitlines()[0]), text
        for option in entry['options']:
            default = plain(option['default'])
            line = re.search(rf'^  --{option["name"]} .*\(default (.*)\)$', text, re.M)
            shown = line.group(1)
            assert shown == default or float(shown) == option['default'], (option, text)


@test(needs_device=False)
def wrong_command_lines_are_usage_errors():
    x, y = npy([[1.0, 2.0]]), npy([0], '<i8')
    good = ['--logits', x, '--labels', y]
    for name, arguments, says in (
            ('cross_entropi', good, 'unknown operation cross_entropi, see nadir op list'),
            ('cross_entropy', ['--logits', x], ['--labels FILE is missing', 'see nadir op cross_entropy --help']),
            ('cross_entropy', ['--labels', y], '--logits FILE is missing'),
            ('cross_entropy', [*good, '--delta', 1], 'unknown option --delta, see nadir op cross_entropy --help'),
            ('cross_entropy', [*good, '--reduction', 'max'], ['--reduction max', 'mean, sum, batchmean or none']),
            ('cross_entropy', [*good, '--label-smoothing', '1.5'], ['--label-smoothing 1.5', 'a number from 0 to 1']),
            ('cross_entropy', [*good, '--label-smoothing', 'nan'], '--label-smoothing nan'),
            ('cross_entropy', [*good, '--ignore-index', '1.5'], ['--ignore-index 1.5', 'from -2147483648 to 2147483647']),
            ('cross_entropy', [*good, '--ignore-index', '2147483648'], '--ignore-index 2147483648'),
            ('cross_entropy', [*good, '--ignore-index'], '--ignore-index has no value'),
            ('cross_entropy', [*good, '--ignore-index', '-'], '--ignore-index -:'),
            ('cross_entropy', [*good, '--from-probabilities', 'yes'], ['--from-probabilities yes', 'true or false']),
            ('cross_entropy', [*good, '--dtype', 'float64'], ['--dtype float64', 'float32, float16 or bfloat16']),
            ('cross_entropy', [*good, '--preset', 'jax'], ['--preset jax', 'pytorch or keras']),
            ('cross_entropy', [*good, 'x'], 'unexpected argument x'),
            ('mse', ['--input', x, '--target', x, '--dtype', 'float16'], 'unknown option --dtype'),
            ('huber', ['--input', x, '--target', x, '--delta', '0'], ['--delta 0', 'a finite number above 0']),
            ('huber', ['--input', x, '--target', x, '--delta', 'inf'], ['--delta inf', 'a finite number above 0']),
            ('sum', ['--x', x, '--scale', 'inf'], ['--scale inf', 'expected a finite number,']),
            ('softmax', ['--x', x, '--temperature', '-1'], ['--temperature -1', 'above 0']),
            ('adam', ['--p', x], '--g FILE is missing'),
            ('adam', ['--p', x, '--g', x, '--betas', '0.9'], ['--betas 0.9', '2 numbers']),
            ('sgd', ['--p', x, '--g', x, '--betas', '0.9,0.99'], 'unknown option --betas, see nadir op sgd --help'),
            ('adamw', ['--p', x, '--g', x, '--lr', '-1'], ['--lr -1', 'at least 0'])):
        refused(name, *arguments, code=2, says=says)
    fails('op', code=2, says=['an operation is missing', 'nadir op list'])
    fails('op', 'mse', '--input', x, '--target', x, code=2, says='--out DIR is missing')
    fails('op', 'list', '--jsn', code=2, says=['unknown option --jsn', 'see nadir op list --help'])


# --- Values. ---

LOGITS = [[1.0, 2.0, 3.0], [0.5, -1.0, 0.25], [4.0, 4.0, 4.0], [-2.0, 0.0, 1.0]]
LABELS = [2, 0, 1, 0]


def cross_entropy(rows, labels, weight=(1.0, 1.0, 1.0), smoothing=0.0, ignore=-100):
    """Losses, gradients of their sum, weights of the labels."""
    losses, gradients, weights = [], [], []
    for row, label in zip(rows, labels):
        if label == ignore:
            losses.append(0.0)
            gradients.append([0.0] * len(row))
            weights.append(0.0)
            continue
        log_p = [x - lse(row) for x in row]
        t = [(1 - smoothing) * (j == label) * weight[label] + smoothing / len(row) * weight[j] for j in range(len(row))]
        losses.append(-sum(a * b for a, b in zip(t, log_p)))
        gradients.append([sum(t) * p - a for a, p in zip(t, softmax(row))])
        weights.append(weight[label])
    return losses, gradients, weights


@test(needs_device=True)
def cross_entropy_by_hand():
    x = npy(LOGITS)
    losses, gradients, _ = cross_entropy(LOGITS, LABELS)
    flat = [g for row in gradients for g in row]
    for descr in ('<i8', '<i4', '|u1', '<u4'):
        files = op('cross_entropy', '--logits', x, '--labels', npy(LABELS, descr))
        assert set(files) == {'loss', 'dlogits', 'correct'}
        assert files['loss'][:2] == ('float32', ()) and files['dlogits'][:2] == ('float32', (4, 3)), files
        expect(files['loss'][2], [sum(losses) / 4])
        expect(files['dlogits'][2], [g / 4 for g in flat])
        assert files['correct'] == ('float32', (4,), [1.0, 1.0, 0.0, 0.0]), files['correct']
    y = npy(LABELS, '<i8', version=2)
    expect(op('cross_entropy', '--logits', x, '--labels', y, '--reduction=sum')['loss'][2], [sum(losses)])
    upstream = [1.0, -2.0, 0.0, 0.5]
    files = op('cross_entropy', '--logits', x, '--labels', y, '--reduction', 'none', '--upstream', npy(upstream))
    assert files['loss'][1] == (4,)
    expect(files['loss'][2], losses)
    expect(files['dlogits'][2], [u * g for u, row in zip(upstream, gradients) for g in row])
    # float64 is rounded; three axes, the last one is the classes'.
    files = op('cross_entropy', '--logits', npy(sum(LOGITS, []), '<f8', shape=(2, 2, 3)), '--reduction', 'none', '--labels',
               npy(LABELS, '<i8', shape=(2, 2)))
    assert files['loss'][1] == (2, 2) and files['dlogits'][1] == (2, 2, 3)
    expect(files['loss'][2], losses)


@test(needs_device=True)
def cross_entropy_options():
    x, weight = npy(LOGITS), [0.5, 2.0, 1.5]
    for labels, option, ignore in (([2, -1, 1, 0], ['--ignore-index', '-1'], -1), ([2, -1, 1, 0], ['--ignore-index=-1'], -1),
                                   ([2, 0, 1, 0], ['--ignore-index', '0'], 0), ([2, -100, 1, 0], [], -100)):
        for smoothing in (0.0, 0.1):
            losses, gradients, weights = cross_entropy(LOGITS, labels, weight, smoothing, ignore)
            files = op('cross_entropy', '--logits', x, '--labels', npy(labels, '<i8'), '--weight', npy(weight),
                       '--label-smoothing', smoothing, *option)
            expect(files['loss'][2], [sum(losses) / sum(weights)])
            expect(files['dlogits'][2], [g / sum(weights) for row in gradients for g in row])
    targets = [[0.2, 0.3, 0.5], [1.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.1, 0.2, 0.3]]
    files = op('cross_entropy', '--logits', x, '--labels', npy(targets))
    expect(files['loss'][2], [sum(t * (lse(row) - v) for row, target in zip(LOGITS, targets) for v, t in zip(row, target)) / 4])
    expect(files['dlogits'][2], [(sum(target) * p - t) / 4 for row, target in zip(LOGITS, targets)
                                 for p, t in zip(softmax(row), target)])
    ignored = npy([-100] * 4, '<i8')
    files = op('cross_entropy', '--logits', x, '--labels', ignored)
    expect(files['loss'][2], [NAN])
    assert files['dlogits'][2] == [0.0] * 12
    assert op('cross_entropy', '--logits', x, '--labels', ignored, '--empty', 'zero')['loss'][2] == [0.0]
    # Keras: probabilities in, mean over the count.
    p = [softmax(row) for row in LOGITS]
    files = op('cross_entropy', '--logits', npy(p), '--labels', npy(LABELS, '<i8'), '--preset', 'keras')
    expect(files['loss'][2], [sum(-math.log(row[label]) for row, label in zip(p, LABELS)) / 4])
    expect(op('cross_entropy', '--logits', x, '--labels', npy(LABELS, '<i8'), '--preset', 'keras', '--from-probabilities',
              'false')['loss'][2], [sum(cross_entropy(LOGITS, LABELS)[0]) / 4])


@test(needs_device=True)
def float16_stays_float16_where_it_is_storage():
    x, y = npy(LOGITS, '<f2'), npy(LABELS, '<i8')
    losses, gradients, _ = cross_entropy(LOGITS, LABELS)
    flat = [g / 4 for row in gradients for g in row]
    # Half an ulp of the result: 2^-11 of it with float16, 2^-8 with bfloat16.
    for arguments, dtype, rtol in ((['--logits', x], 'float16', 2**-11),
                                   (['--logits', x, '--dtype', 'float32'], 'float32', 2e-6),
                                   (['--logits', npy(LOGITS), '--dtype', 'float16'], 'float16', 2**-11),
                                   (['--logits', npy(LOGITS), '--dtype', 'bfloat16'], 'float32', 2**-8)):
        files = op('cross_entropy', *arguments, '--labels', y)
        expect(files['loss'][2], [sum(losses) / 4])
        assert files['loss'][0] == 'float32' and files['dlogits'][0] == dtype, files
        expect(files['dlogits'][2], flat, rtol)
    files = op('softmax', '--x', x, '--dy', npy([[1.0, 0.0, 0.0]] * 4))
    assert files['y'][0] == 'float16' and files['dx'][0] == 'float16', files
    expect(files['y'][2], [p for row in LOGITS for p in softmax(row)], 2**-11)
    assert op('mse', '--input', x, '--target', x)['dinput'][0] == 'float32'


X = [0.3, -1.2, 2.5, 0.0, -0.7, 1.0]
T = [0.1, 0.8, 2.5, -1.0, 0.4, -0.5]
P = [0.3, 0.9, 0.5, 0.05, 0.6, 1.0]     # 0 .. 1
Q = [0.0, 1.0, 0.25, 0.5, 0.75, 1.0]    # 0 .. 1
SIGNS = [1.0, -1.0, 1.0, -1.0, -1.0, 1.0]


def softplus(x):
    return max(x, 0.0) + math.log1p(math.exp(-abs(x)))


def sigmoid(x):
    return 1 / (1 + math.exp(-x)) if x >= 0 else math.exp(x) / (1 + math.exp(x))


def clip(x, least, most):
    return min(max(x, least), most)


def sign(x):
    return (x > 0) - (x < 0)


def bce(p, t):
    log = [max(math.log(v), -100.0) if v > 0 else -100.0 for v in (p, 1 - p)]
    return -(t * log[0] + (1 - t) * log[1]), (p - t) / max(p * (1 - p), 1e-12)


def huber(e, delta):
    return (e * e / 2 if abs(e) <= delta else delta * (abs(e) - delta / 2)), clip(e, -delta, delta)


def focal(x, t, alpha=0.25, gamma=2.0):
    s = 1 if t == 1 else -1
    p = sigmoid(s * x)
    a = 1.0 if alpha < 0 else alpha if t == 1 else 1 - alpha
    return (-a * (1 - p) ** gamma * math.log(p), s * a * (1 - p) ** gamma * (gamma * p * math.log(p) + p - 1))


def poisson(x, t, log_input=True, full=False, eps=1e-8):
    stirling = t * math.log(t) - t + 0.5 * math.log(2 * math.pi * t) if full and t > 1 else 0.0
    if log_input:
        return math.exp(x) - t * x + stirling, math.exp(x) - t
    return x - t * math.log(x + eps) + stirling, 1 - t / (x + eps)


HARD = [0.0, 1.0, 1.0, 0.0, 1.0, 0.0]
COUNTS = [0.0, 3.0, 1.0, 2.0, 5.0, 1.5]

# Name, input, target, options, (value, derivative) of one element.
ELEMENTWISE = [
    ('mse', X, T, [], lambda x, t: ((x - t) ** 2, 2 * (x - t))),
    ('half_mse', X, T, [], lambda x, t: ((x - t) ** 2 / 2, x - t)),
    ('l1', X, T, [], lambda x, t: (abs(x - t), sign(x - t))),
    ('huber', X, T, [], lambda x, t: huber(x - t, 1.0)),
    ('huber', X, T, ['--delta', '0.5'], lambda x, t: huber(x - t, 0.5)),
    ('smooth_l1', X, T, ['--beta=0.5'], lambda x, t: [v / 0.5 for v in huber(x - t, 0.5)]),
    ('smooth_l1', X, T, ['--beta', '0'], lambda x, t: (abs(x - t), sign(x - t))),
    ('log_cosh', X, T, [], lambda x, t: (math.log(math.cosh(x - t)), math.tanh(x - t))),
    ('quantile', X, T, ['--quantile', '0.9'],
     lambda x, t: (max(0.9 * (t - x), -0.1 * (t - x)), -0.9 if t > x else 0.1 if t < x else 0.0)),
    ('epsilon_insensitive', X, T, ['--epsilon', '0.3'],
     lambda x, t: (max(0.0, abs(x - t) - 0.3), sign(x - t) if abs(x - t) > 0.3 else 0.0)),
    ('poisson_nll', X, COUNTS, [], poisson),
    ('poisson_nll', X, COUNTS, ['--full'], lambda x, t: poisson(x, t, full=True)),
    ('poisson_nll', P, COUNTS, ['--log-input', 'false', '--full=true', '--eps', '1e-3'],
     lambda x, t: poisson(x, t, False, True, 1e-3)),
    ('bce', P[:-1], Q[:-1], [], bce),
    ('bce', [0.0, 1.0], [1.0, 0.0], [], bce),
    ('bce_with_logits', X, Q, [], lambda x, t: (t * softplus(-x) + (1 - t) * softplus(x), sigmoid(x) - t)),
    ('bce_with_logits', X, Q, ['--pos-weight', 3.0],
     lambda x, t: (3 * t * softplus(-x) + (1 - t) * softplus(x), (1 - t) * sigmoid(x) - 3 * t * sigmoid(-x))),
    ('sigmoid_focal', X, HARD, [], focal),
    ('sigmoid_focal', X, HARD, ['--alpha', '-1', '--gamma', '1.5'], lambda x, t: focal(x, t, -1, 1.5)),
    ('hinge', X, SIGNS, [], lambda x, t: (max(0.0, 1 - t * x), -t if t * x < 1 else 0.0)),
    ('squared_hinge', X, SIGNS, [], lambda x, t: (max(0.0, 1 - t * x) ** 2, -2 * t * max(0.0, 1 - t * x))),
    ('soft_margin', X + [-100.0], SIGNS + [1.0], [], lambda x, t: (softplus(-t * x), -t * sigmoid(-t * x))),
    ('hinge_embedding', X, SIGNS, ['--margin', '1.5'],
     lambda x, t: (x, 1.0) if t > 0 else (max(0.0, 1.5 - x), -1.0 if x < 1.5 else 0.0)),
    ('kl_div', [-v for v in P], Q, [], lambda x, t: ((t * math.log(t) if t > 0 else 0.0) - t * x, -t)),
    ('kl_div', [-v for v in P], [-v for v in Q], ['--log-target'], lambda x, t: (math.exp(t) * (t - x), -math.exp(t))),
]


@test(needs_device=True)
def elementwise_losses_by_hand():
    for name, x, t, options, formula in ELEMENTWISE:
        options = [npy([v]) if isinstance(v, float) else v for v in options]
        pairs = [formula(a, b) for a, b in zip(x, t)]
        losses, gradients = [p[0] for p in pairs], [p[1] for p in pairs]
        upstream = [0.5 * i - 1 for i in range(len(x))]
        arguments = [name, '--input', npy(x), '--target', npy(t), *options]
        files = op(*arguments)
        assert set(files) == {'loss', 'dinput'} and files['loss'][1] == () and files['dinput'][1] == (len(x),), files
        expect(files['loss'][2], [sum(losses) / len(x)])
        expect(files['dinput'][2], [g / len(x) for g in gradients])
        files = op(*arguments, '--reduction', 'none', '--upstream', npy(upstream))
        expect(files['loss'][2], losses)
        expect(files['dinput'][2], [u * g for u, g in zip(upstream, gradients)])


@test(needs_device=True)
def losses_of_several_inputs():
    var = [0.5, 1.0, 2.0, 0.25, 1.5, 1.0]
    files = op('gaussian_nll', '--input', npy(X), '--var', npy(var), '--target', npy(T), '--reduction', 'sum', '--full')
    assert set(files) == {'loss', 'dinput', 'dvar'}, set(files)
    constant = math.log(2 * math.pi)
    expect(files['loss'][2], [sum(0.5 * (math.log(v) + (x - t) ** 2 / v + constant) for x, v, t in zip(X, var, T))])
    expect(files['dinput'][2], [(x - t) / v for x, v, t in zip(X, var, T)])
    expect(files['dvar'][2], [0.5 * (1 / v - (x - t) ** 2 / v**2) for x, v, t in zip(X, var, T)])
    # Integers will do as targets.
    files = op('margin_ranking', '--input1', npy(X), '--input2', npy(T), '--target', npy([int(s) for s in SIGNS], '<i8'),
               '--reduction', 'sum', '--margin', '0.25')
    slack = [-s * (a - b) + 0.25 for a, b, s in zip(X, T, SIGNS)]
    assert set(files) == {'loss', 'dinput1', 'dinput2'}, set(files)
    expect(files['loss'][2], [sum(max(0.0, v) for v in slack)])
    expect(files['dinput1'][2], [-s if v > 0 else 0.0 for v, s in zip(slack, SIGNS)])
    expect(files['dinput2'][2], [s if v > 0 else 0.0 for v, s in zip(slack, SIGNS)])
    a, p, n = [[0.0, 1.0], [2.0, 2.0]], [[0.5, 1.0], [2.0, 5.0]], [[3.0, 5.0], [2.0, 1.0]]
    files = op('triplet_margin', '--anchor', npy(a), '--positive', npy(p), '--negative', npy(n), '--reduction', 'none')
    assert set(files) == {'loss', 'danchor', 'dpositive', 'dnegative'}, set(files)
    expect(files['loss'][2], [0.0, 3.0], atol=2e-5)


@test(needs_device=True)
def gradients_are_named_after_the_option():
    x, y = npy(LOGITS), npy(LABELS, '<i8')
    for arguments, names in ((['cross_entropy', '--input', x, '--target', y], {'loss', 'dinput', 'correct'}),
                             (['cross_entropy', '--logits', x, '--targets', y], {'loss', 'dlogits', 'correct'}),
                             (['nll', '--input', x, '--labels', y], {'loss', 'dinput'}),
                             (['nll', '--logits', x, '--target', y], {'loss', 'dlogits'}),
                             (['mse', '--logits', x, '--labels', x], {'loss', 'dlogits'}),
                             (['mse', '--logits', y, '--input', x, '--target', x], {'loss', 'dinput'})):
        assert set(op(*arguments)) == names, arguments


@test(needs_device=True)
def softmax_by_hand():
    x, dy = npy(LOGITS), [[1.0, -0.5, 0.25], [0.0, 1.0, 0.0], [1.0, 1.0, 1.0], [-1.0, 2.0, 0.5]]
    for temperature in (1.0, 0.5):
        rows = [[v / temperature for v in row] for row in LOGITS]
        p = [softmax(row) for row in rows]
        option = ['--temperature', temperature]
        files = op('softmax', '--x', x, '--dy', npy(dy), *option)
        assert set(files) == {'y', 'dx'}
        expect(files['y'][2], [v for row in p for v in row])
        dot = [sum(a * b for a, b in zip(g, q)) for g, q in zip(dy, p)]
        expect(files['dx'][2], [q * (g - s) / temperature for qs, gs, s in zip(p, dy, dot) for q, g in zip(qs, gs)])
        files = op('log_softmax', '--x', x, '--dy', npy(dy), *option)
        expect(files['y'][2], [v - lse(row) for row in rows for v in row], atol=5e-7)
        expect(files['dx'][2], [(g - q * sum(gs)) / temperature for qs, gs in zip(p, dy) for q, g in zip(qs, gs)], atol=5e-7)
        files = op('logsumexp', '--x', x, '--dy', npy([1.0, 2.0, -1.0, 0.5]), *option)
        assert files['y'][1] == (4,) and files['dx'][1] == (4, 3)
        expect(files['y'][2], [lse(row) for row in rows])
        expect(files['dx'][2], [u * q / temperature for u, qs in zip([1.0, 2.0, -1.0, 0.5], p) for q in qs])
    assert set(op('softmax', '--x', x)) == {'y'}
    masked = npy([[-INF, -INF], [0.0, -INF]])
    expect(op('softmax', '--x', masked)['y'][2], [NAN, NAN, 1.0, 0.0])
    expect(op('softmax', '--x', masked, '--masked-row', 'zero')['y'][2], [0.0, 0.0, 1.0, 0.0])


@test(needs_device=True)
def activations_by_hand():
    x, dy = [-3.0, -0.5, 0.0, 0.7, 2.0], [1.0, 2.0, -1.0, 0.5, 3.0]

    def phi(v):
        return 0.5 * (1 + math.erf(v / math.sqrt(2)))

    def gelu_tanh(v):
        u = math.sqrt(2 / math.pi) * (v + 0.044715 * v**3)
        return 0.5 * v * (1 + math.tanh(u)), (0.5 * (1 + math.tanh(u)) + 0.5 * v * (1 - math.tanh(u) ** 2) *
                                              math.sqrt(2 / math.pi) * (1 + 3 * 0.044715 * v**2))
    for name, options, formula in (
            ('relu', [], lambda v: (max(v, 0.0), float(v > 0))),
            ('leaky_relu', [], lambda v: (v if v > 0 else 0.01 * v, 1.0 if v > 0 else 0.01)),
            ('leaky_relu', ['--negative-slope', '0.2'], lambda v: (v if v > 0 else 0.2 * v, 1.0 if v > 0 else 0.2)),
            ('elu', ['--alpha', '1.5'], lambda v: (v if v > 0 else 1.5 * math.expm1(v), 1.0 if v > 0 else 1.5 * math.exp(v))),
            ('gelu', [], lambda v: (v * phi(v), phi(v) + v * math.exp(-v * v / 2) / math.sqrt(2 * math.pi))),
            ('gelu', ['--approximate', 'tanh'], gelu_tanh),
            ('silu', [], lambda v: (v * sigmoid(v), sigmoid(v) * (1 + v * (1 - sigmoid(v))))),
            ('sigmoid', [], lambda v: (sigmoid(v), sigmoid(v) * (1 - sigmoid(v)))),
            ('tanh', [], lambda v: (math.tanh(v), 1 - math.tanh(v) ** 2)),
            ('softplus', [], lambda v: (softplus(v), sigmoid(v)))):
        files = op(name, '--x', npy(x), '--dy', npy(dy), *options)
        assert set(files) == {'y', 'dx'}
        expect(files['y'][2], [formula(v)[0] for v in x])
        expect(files['dx'][2], [g * formula(v)[1] for v, g in zip(x, dy)], atol=5e-7)
        assert set(op(name, '--x', npy(x), *options)) == {'y'}


@test(needs_device=True)
def reductions_and_products():
    x = [[1.0, 5.0, -2.0], [4.0, 0.5, 4.0]]
    expect(op('sum', '--x', npy(x), '--scale', '-2')['y'][2], [-25.0])
    expect(op('mean', '--x', npy(x))['y'][2], [12.5 / 6])
    assert op('sum_rows', '--x', npy(x))['y'] == ('float32', (3,), [5.0, 5.5, 2.0])
    assert op('argmax', '--x', npy(x))['y'] == ('int32', (2,), [1, 0])
    assert op('sum', '--x', npy(7.0))['y'] == ('float32', (), [7.0])
    expect(op('mean', '--x', npy([], shape=(0, 3)))['y'][2], [NAN])
    b = [[1.0, 2.0], [0.0, -1.0], [3.0, 0.5]]
    product = [-5.0, -4.0, 16.0, 9.5]
    assert op('gemm', '--a', npy(x), '--b', npy(b))['y'] == ('float32', (2, 2), product)
    xt, bt = [list(column) for column in zip(*x)], [list(column) for column in zip(*b)]
    assert op('gemm', '--a', npy(xt), '--transpose-a', '--b', npy(bt), '--transpose-b', 'true')['y'][2] == product
    c = [[1.0, 2.0], [3.0, 4.0]]
    got = op('gemm', '--a', npy(x), '--b', npy(b), '--c', npy(c), '--alpha', '2', '--beta', '-1', '--transpose-a=false')['y'][2]
    assert got == [2 * p - v for p, v in zip(product, sum(c, []))], got
    files = op('linear', '--x', npy(x), '--weight', npy(bt), '--bias', npy([10.0, 20.0]), '--dy', npy([[1.0, 0.0], [0.0, 1.0]]))
    assert {name: file[1:] for name, file in files.items()} == {
        'y': ((2, 2), [5.0, 16.0, 26.0, 29.5]), 'dx': ((2, 3), [1.0, 0.0, 3.0, 2.0, -1.0, 0.5]),
        'dweight': ((2, 3), [1.0, 5.0, -2.0, 4.0, 0.5, 4.0]), 'dbias': ((2,), [1.0, 1.0])}, files


@test(needs_device=True)
def linear_cross_entropy_is_both_in_one():
    x, w, bias = [[1.0, -0.5], [0.25, 2.0], [-1.0, 1.5]], [[0.5, 1.0], [-1.0, 0.25], [2.0, -0.75]], [0.1, -0.2, 0.3]
    labels, weight = [2, -100, 0], [0.5, 2.0, 1.5]
    logits = [[sum(a * b for a, b in zip(row, ws)) + shift for ws, shift in zip(w, bias)] for row in x]
    losses, gradients, weights = cross_entropy(logits, labels, weight, 0.1)
    gradients = [[g / sum(weights) for g in row] for row in gradients]
    files = op('linear_cross_entropy', '--input', npy(x), '--linear-weight', npy(w), '--bias', npy(bias), '--labels',
               npy(labels, '<i8'), '--weight', npy(weight), '--label-smoothing', '0.1')
    assert set(files) == {'loss', 'dinput', 'dlinear_weight', 'dbias', 'correct'}, set(files)
    assert files['dlinear_weight'][1] == (3, 2) and files['correct'][1] == (3,), files
    expect(files['loss'][2], [sum(losses) / sum(weights)])
    expect(files['dinput'][2], [sum(g * ws[i] for g, ws in zip(row, w)) for row in gradients for i in range(2)])
    expect(files['dlinear_weight'][2], [sum(row[j] * xs[i] for row, xs in zip(gradients, x)) for j in range(3)
                                        for i in range(2)])
    expect(files['dbias'][2], [sum(row[j] for row in gradients) for j in range(3)])
    files = op('linear_cross_entropy', '--input', npy(x), '--linear-weight', npy(w), '--target', npy([2, 1, 0], '<i8'),
               '--reduction', 'none')
    assert set(files) == {'loss', 'dinput', 'dlinear_weight', 'correct'} and files['loss'][1] == (3,), files


@test(needs_device=True)
def penalties_by_hand():
    p = [1.5, -2.0, 0.0, 0.5]
    files = op('penalty', '--p', npy(p), '--l1', '0.5', '--l2', '0.25')
    expect(files['loss'][2], [0.5 * 4.0 + 0.25 * 6.5 / 2])
    expect(files['dp'][2], [0.5 * sign(v) + 0.25 * v for v in p])
    files = op('penalty', '--p', npy(p), '--l2', '0.25', '--half', 'false', '--add', npy([1.0, 2.0, 3.0, 4.0]))
    expect(files['loss'][2], [0.25 * 6.5])
    expect(files['dp'][2], [i + 1 + 0.5 * v for i, v in enumerate(p)])


P = [[1.5, -2.0, 0.0], [0.5, 3.0, -1.0]]
G = [[[0.5, -0.25, 1.0], [0.0, 2.0, 1e-3]], [[-1.0, 0.5, 1.0], [0.25, -2.0, 1e-3]], [[0.75, 0.125, -3.0], [0.5, 1.0, 1e-3]]]


def update(rule, *options, p=P, g=G):
    """The files of a rule's run; p and states are float32 of p's shape unless a test says otherwise."""
    return {name: values for name, (_, _, values) in op(rule, '--p', npy(p), '--g', npy(g), *options).items()}


def flatten(p):
    return [v for row in p for v in row]


@test(needs_device=True)
def optimizers_by_hand():
    start, gradients = flatten(P), [flatten(g) for g in G]
    files = op('sgd', '--p', npy(P), '--g', npy(G), '--lr', '0.5')
    assert set(files) == {'p'} and files['p'][:2] == ('float32', (2, 3)), files
    expect(files['p'][2], [p - 0.5 * sum(g) for p, g in zip(start, zip(*gradients))])
    assert op('sgd', '--p', npy(1.0), '--g', npy([0.5, 0.25]), '--lr', '1')['p'] == ('float32', (), [0.25])
    assert op('sgd', '--p', npy(P), '--g', npy([], shape=(0, 2, 3)))['p'] == ('float32', (2, 3), start)

    buffers, p = [0.0] * 6, start
    for t, g in enumerate(gradients):
        buffers = [v + 0.1 * w if t == 0 else 0.9 * b + 0.5 * (v + 0.1 * w) for b, v, w in zip(buffers, g, p)]
        p = [w - 0.1 * b for w, b in zip(p, buffers)]
    files = update('momentum', '--lr', '0.1', '--dampening', '0.5', '--weight-decay', '0.1')
    assert set(files) == {'p', 'momentum_buffer'}
    expect(files['momentum_buffer'], buffers)
    expect(files['p'], p)

    for options, eps, where, amsgrad in (([], 1e-8, 'outside', False), (['--amsgrad'], 1e-8, 'outside', True),
                                         (['--eps', '1e-3', '--amsgrad=true'], 1e-3, 'outside', True),
                                         (['--preset', 'keras'], 1e-7, 'hat', False),
                                         (['--preset', 'keras', '--eps=1e-3', '--eps-mode', 'inside'], 1e-3, 'inside', False)):
        m, v, most, p = [0.0] * 6, [0.0] * 6, [0.0] * 6, start
        for t, g in enumerate(gradients, 1):
            m = [0.8 * a + 0.2 * b for a, b in zip(m, g)]
            v = [0.9 * a + 0.1 * b * b for a, b in zip(v, g)]
            most = [max(pair) for pair in zip(most, v)] if amsgrad else v
            for i in range(6):
                hat, added = most[i] / (1 - 0.9**t), eps / math.sqrt(1 - 0.9**t) if where == 'hat' else eps
                root = math.sqrt(hat + eps) if where == 'inside' else math.sqrt(hat) + added
                p = p[:i] + [p[i] - 0.1 * m[i] / (1 - 0.8**t) / root] + p[i + 1:]
        files = update('adam', '--lr', '0.1', '--betas', '0.8,0.9', *options)
        assert set(files) == {'p', 'exp_avg', 'exp_avg_sq'} | ({'max_exp_avg_sq'} if amsgrad else set()), set(files)
        expect(files['exp_avg'], m)
        expect(files['exp_avg_sq'], v)
        expect(files.get('max_exp_avg_sq', most), most)
        expect(files['p'], p, atol=4e-7)

    norm = math.sqrt(sum(v * v for v in gradients[0]))
    clipped = update('sgd', '--lr', '1', '--clip-norm', '0.5', g=G[:1])['p']
    expect(clipped, [p - 0.5 * v / (norm + 1e-6) for p, v in zip(start, gradients[0])])
    clipped = update('sgd', '--lr', '1', '--clip-value', '0.5', '--maximize', g=G[:1])['p']
    expect(clipped, [p + clip(v, -0.5, 0.5) for p, v in zip(start, gradients[0])])
    with_inf = [G[0], [[INF, 0.0, 0.0], [0.0, 0.0, 0.0]]]
    assert update('sgd', '--lr', '1', '--skip-nonfinite', g=with_inf) == update('sgd', '--lr', '1', g=G[:1])
    done = run('op', 'sgd', '--p', npy(P), '--g', npy(with_inf), '--skip-nonfinite', '--out', cli.SCRATCH / 'skipped')
    assert '1 of 2 steps left out' in done.err and 'first element 0 of gradient 1' in done.err, done.err
    here = cli.SCRATCH / 'here'
    here.mkdir()
    shutil.copy(npy(P), here / 'p.npy')
    before = (here / 'p.npy').read_bytes()
    fails('op', 'sgd', '--p', here / 'p.npy', '--g', npy(G), '--out', here, code=2, says=['p.npy there is the file of --p'])
    assert (here / 'p.npy').read_bytes() == before


@test(needs_device=True)
def optimizers_of_shapes_and_curvature():
    files = op('adafactor', '--p', npy(P), '--g', npy(G))
    squares = [[[v * v for v in row] for row in g] for g in G]
    rows, cols = [0.0] * 2, [0.0] * 3
    for t, square in enumerate(squares, 1):
        rows = [r + t**-0.8 * (sum(row) / 3 - r) for r, row in zip(rows, square)]
        cols = [c + t**-0.8 * (sum(col) / 2 - c) for c, col in zip(cols, zip(*square))]
    assert set(files) == {'p', 'row_var', 'col_var'}, set(files)
    expect(files['row_var'][2], rows)
    expect(files['col_var'][2], cols)
    assert set(update('adafactor', p=[1.0, 2.0], g=[[0.5, 0.25]])) == {'p', 'variance'}
    assert set(update('muon')) == {'p', 'momentum_buffer'}
    assert set(update('muon', p=[1.0, 2.0], g=[[0.5, 0.25]])) == {'p', 'exp_avg', 'exp_avg_sq'}
    files = op('adam8bit', '--p', npy([0.5] * 8192), '--g', npy([[1.0] * 8192]))
    assert files['exp_avg'][:2] == ('uint8', (8192,)) and files['p'][:2] == ('float32', (8192,)), files.keys()

    step = update('sophia', '--lr', '0.5', '--weight-decay', '0', p=[1.0, 2.0], g=[[0.5, -0.25]])
    assert step['p'] == [0.5, 2.5] and step['hessian'] == [0.0, 0.0], step
    step = update('sophia', '--lr', '0.5', '--weight-decay', '0', '--rho', '1', '--bs', '10', '--curvature',
                  npy([[2.0, 0.0]]), p=[1.0, 2.0], g=[[0.5, -0.25]])
    expect(step['hessian'], [0.04, 0.0])
    expect(step['p'], [1 - 0.5 * (0.035 * 0.5) / (10 * 0.04), 2.5])


@test(needs_device=True)
def every_operation_runs_as_described():
    noise = random.Random(1)
    for entry in listed():
        for full in (False, True):
            sizes, arguments, names = {'batch': 2, 'frames': 5}, [], set()

            def size(axis):
                return sizes.setdefault(axis, 3 + len(sizes) % 2)
            for tensor in entry['tensors']:
                shape = []
                for axis in re.findall(r'[\w.]+', tensor['shape'].split(' or ')[-1]):
                    shape.append(size('batch') if axis == '...' else size(axis))
                count = math.prod(shape)
                if tensor['direction'] == 'out':
                    names.add(tensor['name'])
                elif full or not tensor['optional']:
                    floats = tensor['dtype'].startswith('float')
                    values = [noise.uniform(0.1, 0.9) for _ in range(count)] if floats else [1] * count
                    arguments += [f'--{tensor["name"]}', npy(values, '<f4' if floats else '<i8', shape=shape)]
            for option in entry['options'] if full else []:
                value = {'upstream': 'none'}.get(option['name'], option['default'])
                if option['name'] == 'reduction':
                    value = 'none'
                if option['name'] == 'beta' and entry['name'] == 'gemm':
                    value = 0.5
                arguments += [f'--{option["name"]}', plain(value)]
            files = op(entry['name'], *arguments)
            full &= entry['name'] not in RULES  # there are states that only other options or shapes have
            must = {t['name'] for t in entry['tensors'] if t['direction'] == 'out' and (full or not t['optional'])}
            assert must <= set(files) <= names, (entry, set(files))
            for name, (dtype, _, values) in files.items():
                described = next(t for t in entry['tensors'] if t['name'] == name and t['direction'] == 'out')
                assert dtype in described['dtype'].split(' or '), (entry['name'], name, dtype)
                assert all(math.isfinite(v) for v in values), (entry['name'], name, values)


# --- Files and errors. ---

@test(needs_device=True)
def mismatches_fail_and_write_nothing():
    x, y = npy(LOGITS), npy(LABELS, '<i8')
    for name, arguments, says in (
            ('cross_entropy', ['--logits', x, '--labels', npy([0, 1, 3, 0], '<i8')], 'labels[2] = 3, but the logits have 3'),
            ('cross_entropy', ['--logits', x, '--labels', npy([0, -1, 1, 0], '<i4')], 'labels[1] = -1, but'),
            ('cross_entropy', ['--logits', x, '--labels', npy([0, 1, 0, 2**32], '<i8')], ['--labels: ', '[3] = 4294967296,']),
            ('cross_entropy', ['--logits', x, '--labels', npy([0, -2**31 - 1, 0, 1], '<i8')], '[1] = -2147483649, but'),
            ('cross_entropy', ['--logits', x, '--labels', npy([0, 1, 2], '<i8')], 'labels has shape (3), but (4)'),
            ('cross_entropy', ['--logits', x, '--labels', npy([[0], [1], [2], [0]], '<i8')], 'labels has shape (4, 1),'),
            ('cross_entropy', ['--logits', x, '--labels', npy([0.0, 1.0, 2.0, 0.0])], 'labels has shape (4), but (4, 3)'),
            ('cross_entropy', ['--logits', npy([1.0, 2.0]), '--labels', y], 'logits has rank 1'),
            ('cross_entropy', ['--logits', npy(1.0), '--labels', npy(1, '<i8')], 'logits has rank 0'),
            ('cross_entropy', ['--logits', y, '--labels', y], ['--logits: ', 'holds int64, but float32']),
            ('cross_entropy', ['--logits', x, '--labels', y, '--weight', npy([1.0, 2.0])], 'weight has shape (2),'),
            ('cross_entropy', ['--logits', x, '--labels', y, '--upstream', npy([1.0] * 4)], 'upstream needs reduction none'),
            ('cross_entropy', ['--logits', x, '--labels', y, '--upstream', npy([1.0] * 3), '--reduction', 'none'],
             'upstream has shape (3), but (4)'),
            ('nll', ['--input', x, '--target', npy([0.0, 1.0, 2.0, 0.0])], ['--target: ', 'holds float32, but integers']),
            ('nll', ['--input', x, '--target', npy([0, 1, 3, 0], '<i8')], '[2] = 3, but'),
            ('mse', ['--input', x, '--target', npy([1.0])], 'target has shape (1), but (4, 3)'),
            ('mse', ['--input', x, '--target', npy([2**24 + 1] * 12, '<i8', shape=(4, 3))], '[0] = 16777217, but'),
            ('gaussian_nll', ['--input', x, '--var', npy([1.0]), '--target', x], 'var has shape (1),'),
            ('multi_margin', ['--input', x, '--target', y, '--p', '3'], 'p = 3, but 1 or 2'),
            ('softmax', ['--x', npy(1.0)], 'x has rank 0'),
            ('softmax', ['--x', x, '--dy', npy([1.0])], 'dy has shape (1), but (4, 3)'),
            ('gelu', ['--x', x, '--dy', npy([1.0])], 'dy has shape (1), but (4, 3)'),
            ('argmax', ['--x', npy([1.0])], 'x has rank 1'),
            ('gemm', ['--a', x, '--b', x], 'op(a) has 3 columns, but op(b) has 4 rows'),
            ('gemm', ['--a', npy(1.0), '--b', x], 'a has rank 0'),
            ('gemm', ['--a', x, '--b', x, '--transpose-b', '--c', x, '--beta', '1'], 'c is 4 x 3, but 4 x 4'),
            ('gemm', ['--a', x, '--b', x, '--transpose-b', '--c', x], '--c needs --beta'),
            ('gemm', ['--a', x, '--b', x, '--transpose-b', '--beta', '1'], '--beta needs --c'),
            ('adam', ['--p', x, '--g', x], ['g has shape (4, 3)', 'one axis more than p, of shape (4, 3)']),
            ('adam', ['--p', x, '--g', npy([1.0] * 24, shape=(2, 3, 4))], 'g has shape (2, 3, 4)'),
            ('adam', ['--p', npy([]), '--g', npy([], shape=(2, 0))], 'p has no elements'),
            ('adam', ['--p', x, '--g', npy([1.0] * 12, shape=(1, 4, 3)), '--betas', '0.9,1'], 'beta2 = 1'),
            ('sophia', ['--p', npy([1.0]), '--g', npy([[1.0]] * 11), '--curvature', npy([[1.0]])], 'curvature holds 1 update')):
        refused(name, *arguments, says=says)


@test(needs_device=True)
def bad_files_are_refused_by_name():
    x, good = npy(LOGITS), npy_bytes('<f4', (4, 3), [1.0] * 12)
    folder = cli.SCRATCH / 'a-folder'
    folder.mkdir()
    bad = cli.SCRATCH / 'bad.npy'
    for content, says in (
            (None, 'No such file'), (b'', 'is not an NPY file'), (good[:-1], 'is truncated: 47 bytes of data'),
            (good + b'x', 'has trailing bytes'), (good[:40], 'truncated'), (b'PK\x03\x04' + good, 'is not an NPY file'),
            (npy_bytes('>f4', (4, 3), [1.0] * 12), "big-endian elements ('>f4')"),
            (npy_bytes('<f4', (4, 3), [1.0] * 12, fortran=True), 'Fortran order'),
            (npy_bytes('<f4', (2**40, 2**40), []), 'no memory holds'), (npy_bytes('<f4', (2**40,), []), 'is truncated'),
            (good.replace(b"'<f4'", b"'|O' "), "type '|O'"), (good.replace(b'(4, 3)', b'(4, 3\x1b'), 'header')):
        if content is None:
            bad.unlink(missing_ok=True)
        else:
            bad.write_bytes(content)
        refused('mse', '--input', x, '--target', bad, says=['--target: ', 'bad.npy', says])
        refused('mse', '--input', bad, '--target', x, says=['--input: ', 'bad.npy', says])
    refused('mse', '--input', x, '--labels', folder, says=['--labels: ', 'not a regular file'])


@test(needs_device=True)
def results_replace_those_of_before():
    x, y = npy(LOGITS), npy(LABELS, '<i8')
    out = cli.SCRATCH / 'kept'
    arguments = ['op', 'cross_entropy', '--logits', x, '--out', out]
    run(*arguments, '--labels', y, '--reduction', 'sum')
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    fails(*arguments, '--labels', npy([9] * 4, '<i8'), code=1, says='labels[0] = 9')
    assert before == {path.name: path.read_bytes() for path in out.iterdir()}
    run(*arguments, '--labels', y)
    after = {path.name: path.read_bytes() for path in out.iterdir()}
    assert set(after) == set(before) and after['loss.npy'] != before['loss.npy']
    run(*arguments, '--labels', y)  # the same bits again
    assert after == {path.name: path.read_bytes() for path in out.iterdir()}
    for folder in (x, x / 'below', '/dev/null/run'):
        fails('op', 'sum', '--x', x, '--out', folder, code=1, says=f'--out {folder}')
    blocked = cli.SCRATCH / 'blocked'
    (blocked / 'y.npy').mkdir(parents=True)
    fails('op', 'sum', '--x', x, '--out', blocked, code=1, says=['--out: ', 'y.npy'])
    assert [path.name for path in blocked.iterdir()] == ['y.npy']


@test(needs_device=True)
def json_tells_what_was_written():
    x, y = npy(LOGITS), npy([0, -100, 1, 2], '<i8')
    done = run('op', 'cross_entropy', '--logits', x, '--labels', y, '--out', cli.SCRATCH / 'json', '--json')
    document = strict_json(done.out)
    assert len(done.out.splitlines()) == 1 and 'device: ' in done.err
    assert document['op'] == 'cross_entropy' and document['out'] == str(cli.SCRATCH / 'json') and document['device']
    loss, dlogits, correct = document['files']
    assert loss['name'] == 'loss.npy' and loss['shape'] == [] and loss['dtype'] == 'float32', loss
    expect([loss['value']], load(cli.SCRATCH / 'json' / 'loss.npy')[2], 1e-12)
    assert dlogits == {'name': 'dlogits.npy', 'dtype': 'float32', 'shape': [4, 3]}, dlogits
    assert correct == {'name': 'correct.npy', 'dtype': 'float32', 'shape': [4]}, correct
    ignored = npy([-100] * 4, '<i8')
    done = run('op', 'cross_entropy', '--logits', x, '--labels', ignored, '--out', cli.SCRATCH / 'json', '--json')
    assert strict_json(done.out)['files'][0]['value'] is None


@test(needs_device=True)
def the_device_can_be_chosen():
    x = npy(LOGITS)
    chosen = strict_json(run('devices', '--json').out)['selection']['device']
    assert op('sum', '--x', x, '--device', chosen) == op('sum', '--x', x)
    refused('sum', '--x', x, '--device', 'no such', code=2, says=['--device: ', 'no device matches'])
    for walk in ('cpu', 'gpu'):
        done = run('op', 'sum', '--x', x, '--out', cli.SCRATCH / 'walk', NADIR_WALK=walk)
        assert 'forced by the environment: ' in done.out
        expect(load(cli.SCRATCH / 'walk' / 'y.npy')[2], [sum(sum(LOGITS, []))])


if __name__ == '__main__':
    sys.exit(cli.main())
