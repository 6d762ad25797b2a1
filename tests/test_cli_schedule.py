#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""`nadir schedule`: its numbers against PyTorch's, its options, pictures and refusals.

usage: test_cli_schedule.py PATH_OF_NADIR [TEST...], as test_cli.py
"""
import math
import re
import sys
import xml.etree.ElementTree
from pathlib import Path

import test_cli as cli
from test_cli import fails, run, strict_json, test

cli.TESTS.clear()  # those of this file are run instead

KINDS = ['constant', 'step', 'multi_step', 'exponential', 'linear', 'polynomial', 'cosine', 'cosine_warm_restarts', 'cyclic',
         'one_cycle', 'inverse_sqrt', 'inverse_time', 'wsd', 'piecewise', 'sequential']
OWN = {'lr', 'steps', 'json', 'plot', 'help', 'warmup', 'warmup-factor'}
# What a kind cannot do without.
REQUIRED = {'step': ['--step-size', 3], 'multi_step': ['--milestones', '2,5'], 'exponential': ['--gamma', 0.9],
            'cosine_warm_restarts': ['--t-0', 10], 'cyclic': ['--max-lr', 1],
            'piecewise': ['--milestones', 3, '--values', '1,2'], 'sequential': ['--milestones', 3, '--kinds', 'linear,cosine']}


def golden(name):
    """The numbers of tests/golden/schedule.h."""
    text = (Path(__file__).resolve().parent / 'golden' / 'schedule.h').read_text()
    body = re.search(rf'schedule_{name}\[\d+\] = {{([^}}]*)}}', text).group(1)
    return [float.fromhex(word) for word in body.replace(',', ' ').split()]


def rates(kind, *arguments, steps=100, lr=0.1):
    values = strict_json(run('schedule', kind, '--json', '--steps', steps, '--lr', lr, *arguments).out)
    assert len(values) == steps, (kind, values)
    return values


def expect(got, want, what):
    assert len(got) == len(want), (what, got, want)
    for t, (g, w) in enumerate(zip(got, want)):
        assert abs(g - w) <= 1e-12, f'{what}: {g!r} instead of {w!r} at step {t}'


def options(kind):
    return set(re.findall(r'^  --([a-z0-9-]+)', run('schedule', kind, '--help').out, re.M))


@test(needs_device=False)
def json_is_what_pytorch_computes():
    for kind, name, lr, arguments in (
            ('constant', 'constant', 0.3, '--factor 0.33333333333333333'),
            ('step', 'step', 0.5, '--step-size 3'),
            ('multi_step', 'multi_step', 0.5, '--milestones 2,5,5,9 --gamma 0.25'),
            ('exponential', 'exponential', 0.1, '--gamma 0.9'),
            ('linear', 'linear', 0.3, '--total-iters 5'),
            ('linear', 'linear_down', 0.3, '--start-factor 1 --end-factor 0 --total-iters 7'),
            ('polynomial', 'polynomial_power', 0.3, '--total-iters 9 --power 2.5'),
            ('cosine', 'cosine', 0.1, '--t-max 7'),
            ('cosine', 'cosine_long', 1e-3, '--t-max 100 --eta-min 1e-5'),
            ('cosine', 'warmup', 0.4, '--t-max 10 --eta-min 0.02 --warmup 5 --warmup-factor 0.25'),
            ('cosine_warm_restarts', 'restarts_three', 0.2, '--t-0 2 --t-mult 3 --eta-min 1e-3'),
            ('cyclic', 'cyclic', 0.1, '--max-lr 1 --step-size-up 2 --step-size-down 3'),
            ('cyclic', 'cyclic', 5, '--base-lr 0.1 --max-lr 1 --step-size-up 2 --step-size-down 3'),
            ('cyclic', 'cyclic_even', 0.1, '--max-lr 1 --step-size-up 4'),
            ('cyclic', 'cyclic_exp_range', 0.1, '--max-lr 1 --step-size-up 4 --step-size-down 2 --mode exp_range --gamma 0.97'),
            ('one_cycle', 'one_cycle', 1, ''),
            ('one_cycle', 'one_cycle', 7, '--max-lr 1 --total-steps 10'),
            ('one_cycle', 'one_cycle_three', 0.5, '--three-phase'),
            ('one_cycle', 'one_cycle_linear', 0.5,
             '--pct-start 0.25 --anneal-strategy linear --div-factor 10 --final-div-factor 100'),
            ('sequential', 'sequential', 1, '--kinds linear,exponential --milestones 4 --start-factor 0.1 --gamma 0.5')):
        want = golden(name)
        expect(rates(kind, *arguments.split(), steps=len(want), lr=lr), want, f'{kind} {arguments}')
    expect(rates('piecewise', '--boundaries', '2,3', '--values', '1,0.5,0.25', steps=5), [1, 1, 0.5, 0.25, 0.25], 'piecewise')
    expect(rates('inverse_time', '--decay-rate', 0.5, '--decay-steps', 2, '--staircase', steps=5, lr=1),
           [1, 1, 1 / 1.5, 1 / 1.5, 0.5], 'inverse_time')
    expect(rates('inverse_sqrt', '--timescale', 4, '--warmup', 4, steps=17, lr=1),
           [(t + 1) / 5 if t < 4 else math.sqrt(4 / t) for t in range(17)], 'inverse_sqrt')
    assert rates('constant', steps=1) == [0.1]


@test(needs_device=False)
def lines_have_step_rate_and_momentum():
    for kind, arguments, momentum in (('cyclic', '--max-lr 1 --step-size-up 2 --step-size-down 3', golden('cyclic_momentum')),
                                      ('one_cycle', '--max-lr 1 --total-steps 10', golden('one_cycle_momentum')),
                                      ('one_cycle', '--max-lr 1 --total-steps 10 --cycle-momentum false', None),
                                      ('cosine', '', None)):
        steps = 10
        done = run('schedule', kind, *arguments.split(), '--steps', steps, '--lr', 0.1)
        lines = [line.split(' ') for line in done.out.splitlines()]
        want = rates(kind, *arguments.split(), steps=steps)
        assert [line[0] for line in lines] == [str(t) for t in range(steps)], lines
        assert all(abs(float(line[1]) - w) <= 1e-9 for line, w in zip(lines, want)), (lines, want)
        if momentum:
            assert all(abs(float(line[2]) - m) <= 1e-9 for line, m in zip(lines, momentum)), (lines, momentum)
        else:
            assert all(len(line) == 2 for line in lines), lines
    lines = run('schedule', 'constant').out.splitlines()
    assert len(lines) == 100 and lines[0] == '0 0.001' and lines[-1] == '99 0.001', lines


@test(needs_device=False)
def lengths_follow_from_the_steps_behind_the_warmup():
    for kind, option in (('cosine', '--t-max'), ('linear', '--total-iters'), ('polynomial', '--total-iters'),
                         ('one_cycle', '--total-steps')):
        assert rates(kind, steps=40) == rates(kind, option, 40, steps=40), kind
        assert rates(kind, '--warmup', 10, steps=40) == rates(kind, option, 30, '--warmup', 10, steps=40), kind
        assert rates(kind, steps=40) != rates(kind, option, 30, steps=40), kind
    stable_and_decay = {(): (36, 4), ('--decay-steps', 10): (30, 10), ('--stable-steps', 5): (5, 35),
                        ('--stable-steps', 5, '--decay-steps', 6): (5, 6), ('--decay-steps', 60): (0, 60)}
    for given, (stable, decay) in stable_and_decay.items():
        want = rates('wsd', '--stable-steps', stable, '--decay-steps', decay, steps=40)
        assert rates('wsd', *given, steps=40) == want, given
        shifted = rates('wsd', '--warmup', 8, *given, steps=48)
        assert shifted[8:] == want and shifted[0] > 0 and shifted[:8] == sorted(set(shifted[:8])), given
    # Each part of a sequence lasts until the next milestone.
    got = rates('sequential', '--kinds', 'linear,cosine', '--milestones', 10, steps=40, lr=1)
    assert got == rates('linear', steps=10, lr=1) + rates('cosine', steps=30, lr=1), got
    # A run that ends during its warm-up.
    assert rates('cosine', '--warmup', 200, steps=3, lr=201) == [1, 2, 3]


@test(needs_device=False)
def help_has_the_options_of_the_kind_alone():
    listed = run('schedule', 'list').out
    assert [line.split()[0] for line in listed.splitlines()] == KINDS, listed
    overview = run('schedule', '--help').out
    union = set()
    for kind in KINDS:
        assert re.search(rf'^  {kind}$', overview, re.M), kind
        assert OWN <= options(kind), kind
        union |= options(kind)
        arguments = REQUIRED.get(kind, [])
        rates(kind, *arguments, steps=10)
        for index in range(0, len(arguments), 2):
            rest = arguments[:index] + arguments[index + 2:]
            fails('schedule', kind, *rest, code=2, says=[arguments[index], 'missing', f'see nadir schedule {kind} --help'])
    assert options('cosine') - OWN == {'t-max', 'eta-min'}, options('cosine')
    assert options('constant') - OWN == {'factor', 'total-iters'}
    text = run('schedule', 'one_cycle', '--help').out
    for option, default in (('pct-start', '0.3'), ('div-factor', '25'), ('final-div-factor', '10000'),
                            ('base-momentum', '0.85'), ('max-momentum', '0.95'), ('anneal-strategy', 'cos'),
                            ('three-phase', 'false'), ('cycle-momentum', 'true'), ('max-lr', ': --lr'), ('lr', '1e-3'), ('steps', '100')):
        assert re.search(rf'^  --{option} .*\(default:? ?{default.lstrip(": ")}\)$', text, re.M), (option, text)
    text = run('schedule', 'cyclic', '--help').out
    assert re.search(r'^  --base-momentum .*\(default 0.8\)$', text, re.M), text
    values = {'mode': 'cosine', 'anneal-strategy': 'cos', 'decay-type': 'cosine', 'milestones': '4', 'values': '1,2',
              'kinds': 'linear,cosine', 'staircase': 'true', 'three-phase': 'true', 'cycle-momentum': 'true',
              'pct-start': '0.3', 'base-momentum': '0.5', 'max-momentum': '0.5'}
    for kind in KINDS:
        if kind == 'sequential':  # has those of its parts
            continue
        for option in sorted(union - options(kind)):
            fails('schedule', kind, *REQUIRED.get(kind, []), f'--{option}', values.get(option, '1'), code=2,
                  says=[f'--{option} is no option of {kind}', f'nadir schedule {kind} --help'])
    fails('schedule', 'sequential', *REQUIRED['sequential'], '--gamma', 1, code=2, says='--gamma is no option of sequential')


@test(needs_device=False)
def usage_errors_name_option_value_and_remedy():
    for arguments, says in (
            ('', ['a schedule is missing', 'nadir schedule list']),
            ('cosin', ['unknown schedule cosin', 'nadir schedule list']),
            ('plateau', ['plateau', 'metric', 'no sequence']),
            ('plateau --steps 5', ['plateau', 'metric']),
            ('list x', 'unexpected argument x'),
            ('cosine x', 'unexpected argument x'),
            ('cosine --nonsense 1', ['unknown option --nonsense', 'see nadir schedule cosine --help']),
            ('cosine --t-max 0', ['--t-max 0', 'from 1 to']),
            ('cosine --lr -1', ['--lr -1', 'at least 0']),
            ('cosine --steps 0', '--steps 0'),
            ('cosine --warmup-factor 1.5', ['--warmup-factor 1.5', 'a number from 0 to 1']),
            ('multi_step --milestones 2.5', ['--milestones', '2.5', 'whole numbers']),
            ('multi_step --milestones 5,4', ['milestones[1] = 4 behind 5', 'ascending']),
            ('multi_step --milestones 1,,2', ['--milestones 1,,2', '1 to 63 numbers', 'commas']),
            ('multi_step --milestones 1,2,', '--milestones 1,2,'),
            ('multi_step --milestones ,1', '--milestones ,1'),
            ('multi_step --milestones a', '--milestones a'),
            ('multi_step --milestones -1', '--milestones -1'),
            ('multi_step --milestones ' + ','.join(map(str, range(64))), ['--milestones 0,1', '1 to 63']),
            ('multi_step --boundaries x', '--boundaries x'),
            ('piecewise --milestones 1,2 --values 1,2', ['--values: 2 for 2 milestones', 'one more']),
            ('piecewise --milestones 1,1 --values 1,2,3', 'milestones[1] = 1 behind 1'),
            ('piecewise --milestones 1 --values 1,-2', '--values 1,-2'),
            ('sequential --milestones 1 --kinds linear', ['--kinds: 1 for 1 milestones', 'one more']),
            ('sequential --milestones 1 --kinds linear,step,cosine --step-size 2', '--kinds: 3 for 1 milestones'),
            ('sequential --milestones 1 --kinds linear,line', ['--kinds', 'line is not a schedule', 'wsd']),
            ('sequential --milestones 1 --kinds linear,multi_step', ['--kinds: multi_step', 'milestones of its own']),
            ('sequential --milestones 1 --kinds linear,step', '--step-size is missing for step'),
            ('sequential --milestones 0 --kinds linear,cosine', 'milestones[0] = 0'),
            ('one_cycle --steps 3', ['pct_start = 0.3', 'no step to rise', 'at least 2']),
            ('one_cycle --pct-start 1', 'no step to fall'),
            ('one_cycle --pct-start 0.6 --three-phase', 'third phase'),
            ('one_cycle --anneal-strategy cosine', ['--anneal-strategy cosine', 'cos or linear']),
            ('cyclic --max-lr 0.0001', ['max_lr = 0.0001', 'not above']),
            ('polynomial --power 0', ['--power 0', 'a finite number above 0']),
            ('wsd --decay-type exp', ['--decay-type exp', 'exponential'])):
        done = fails('schedule', *arguments.split(), code=2, says=says)
        assert done.out == '', done.out
    fails('schedule', 'exponential', '--gamma', '1e30', '--json', code=1, says=['step 11', 'not a finite number'])


@test(needs_device=False)
def plot_is_a_picture():
    folder = cli.SCRATCH / 'plots'
    folder.mkdir()
    for index, arguments in enumerate((['cosine'], ['constant', '--steps', 1], ['constant', '--lr', 0],
                                       ['one_cycle', '--steps', 1000], ['cosine', '--lr', '1e-300'],
                                       ['cosine', '--lr', '1e300'],
                                       ['cyclic', '--max-lr', 2, '--step-size-up', 3, '--steps', 300000])):
        path = folder / f'{index}.svg'
        out = run('schedule', *arguments, '--plot', path).out
        assert out == f'wrote {path}\n', out
        text = path.read_text()
        root = xml.etree.ElementTree.fromstring(text)
        assert root.tag.endswith('svg') and 'nan' not in text and 'inf' not in text and len(text) < 60000, arguments
        curve = root.find('.//*[@class="curve"]').get('d')
        points = [tuple(map(float, point.split())) for point in re.split('[ML]', curve)[1:]]
        assert all(84 <= x <= 696 and 56 <= y <= 308 for x, y in points), (arguments, points)
        assert points == sorted(points, key=lambda point: point[0]), arguments
        if arguments[0] == 'cyclic':  # no extreme is lost
            assert min(y for _, y in points) == 56 and max(y for _, y in points) > 300, points
    steps = run('schedule', 'cosine', '--plot', folder / 'both.svg', '--json')
    assert len(strict_json(steps.out)) == 100 and 'wrote' in steps.err
    names = sorted(path.name for path in folder.iterdir())
    assert names == sorted([f'{i}.svg' for i in range(7)] + ['both.svg']), names
    done = fails('schedule', 'cosine', '--plot', folder / 'missing' / 'x.svg', '--json', code=1, says=['--plot', 'x.svg'])
    assert done.out == '' and not (folder / 'missing').exists()


if __name__ == '__main__':
    sys.exit(cli.main())
