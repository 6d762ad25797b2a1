#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares Nadir with plain C, BLAS libraries and PyTorch on this machine's CPU, in one run, and prints a Markdown table.

usage: compare.py [--nadir build/nadir] [--python INTERPRETER]... [--rounds 5] [--only TEXT] [--help]

Needs cc. Optional: libopenblas.so.0, libdnnl.so.2 (oneDNN), libblis.so.4 (Debian: libopenblas0-pthread, libdnnl2,
libblis4-pthread), and interpreters with torch (Debian: python3-torch; newer ones from PyPI in a virtual environment, given with
--python). What is missing is named below the table.

How the comparison is kept fair:
- All peers measure the same case one after the other, in several rounds that go forth and back, and the table has the
  medians over the rounds of the ratios within a round: the memory bandwidth of a machine drifts, a ratio much less.
- Every peer is warmed up, works on memory that it has touched before, and repeats the call back to back in samples of some
  milliseconds; a round counts the median sample. Nothing else measures meanwhile: the others wait for input.
- Each peer is tried with one thread and with all of them, OpenBLAS and BLIS with each of their core types that suit the CPU
  (what they pick by themselves is often not the best; a PyTorch that uses OpenBLAS gets the best one at 512 cubed), PyTorch
  2's optimizers by default and, where they have it, with fused=True.
- Nadir's products are what its dispatcher takes by itself (`auto`). Those with b packed before stand against the libraries'
  plain product, which packs b in each call: that is what a caller who may not keep b packed would pay there.
  Settings more than 25 % behind the best one in the first two rounds are dropped, or three times behind in the first; every
  round counts the best of the rest.
- PyTorch gets its data in memory, set_to_none=True, and no gradient accumulation. It allocates gradients and other results
  in each call, which Nadir never does, and pays for the first touch of large ones. --reuse-memory makes the C library keep
  freed memory instead, which takes that cost away (no program is run like that by default).
"""
import argparse
import ctypes.util
import fnmatch
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PAUSE = 0.05  # seconds between two measurements, in which the other peers' threads go to sleep
KEEP_WITHIN = [3, 1.25]  # of the best setting, after each of the first rounds

GEMMS = ['128x128x128 NN', '512x512x512 NN', '1024x1024x1024 NN', '2048x2048x2048 NN', '256x1024x1024 NN', '256x1024x1024 NT',
         '256x1024x1024 TN', '32x4096x1024 NN', '32x4096x1024 NT', '64x128x784 NN', '64x128x784 NT', '128x784x64 TN',
         '64x10x128 NT', '10x128x64 TN', '64x128x10 NN', '1x1024x1024 NT', '8x1024x1024 NT', '128x128x64 NT batch 64']
PACKED_B = ['512x512x512 NN', '1024x1024x1024 NN', '2048x2048x2048 NN', '64x128x784 NN', '64x128x784 NT']
STEPS = [([784, 128, 10], 64), ([784, 1024, 1024, 10], 256)]

# The stream is the update's own traffic, without that of clipping.
OPTIMIZERS = [('sgd', 'SGD step', 'sgd', 1, 0), ('momentum', 'momentum step', 'momentum', 1, 0),
              ('rmsprop', 'RMSProp step', 'momentum', 1, 0), ('adam', 'Adam step', 'adam', 1, 0),
              ('adam', 'Adam step', 'adam', 1000, 0), ('adamw', 'AdamW step', 'adam', 1, 0),
              ('adamw', 'AdamW step with clipping by norm', 'adam', 1, 1)]
FUSED = ('sgd', 'momentum', 'adam', 'adamw')  # rules that PyTorch 2 has fused


class Unavailable(Exception):
    """A peer cannot measure this row; the message is for the notes."""


class Nadir:
    name = 'Nadir'

    def __init__(self, path, device, data, epochs, folder):
        self.path, self.data, self.epochs, self.folder = path, data, epochs, folder
        self.environment = {**os.environ, 'NADIR_DEVICE': device}
        self.runs = 0
        self.accuracies = []
        self.floors = {}  # of training steps, by title: lines of `nadir bench`

    def settings(self, row):
        return ['']

    def json_lines(self, *arguments):
        if not os.path.exists(self.path):
            raise Unavailable(f'{self.path} does not exist')
        done = subprocess.run([self.path, *arguments], capture_output=True, text=True, env=self.environment, check=False)
        if done.returncode != 0:
            raise Unavailable(f'`nadir {" ".join(arguments)}` failed: {done.stderr.strip()}')
        return [json.loads(line) for line in done.stdout.splitlines() if line.startswith('{')]

    def measure(self, row, setting):
        if row['op'] == 'train_epochs':
            self.runs += 1
            out = os.path.join(self.folder, f'run{self.runs}')
            epochs = self.json_lines('train', '--json', '--data', self.data, '--epochs', str(self.epochs),
                                     '--seed', str(self.runs), '--out', out)
            self.accuracies.append(epochs[-1]['test_accuracy'])
            return sum(epoch['seconds'] for epoch in epochs)
        for line in self.json_lines('bench', '--json', '--backend', 'auto', '--filter', f'{row["op"]} {row["case"]}'):
            if (line['op'], line['case']) != (row['op'], row['case']):
                continue
            if line['seconds_floor']:
                self.floors.setdefault(row['title'], []).append(line)
            return line['seconds_median']
        raise Unavailable(f'`nadir bench` has no row "{row["op"]} {row["case"]}"')


class Native:
    """The streams of native.c: what memory allows."""
    name = 'plain C stream'

    def __init__(self, binary, threads):
        self.binary, self.threads = binary, threads

    def settings(self, row):
        return [str(n) for n in self.threads] if 'stream' in row else []

    def measure(self, row, setting):
        kind, elements = row['stream']
        return float(subprocess.run([self.binary, kind, str(elements), setting], capture_output=True, text=True,
                                    check=True).stdout)


class Blas:
    """A library with cblas_sgemm or dnnl_sgemm. `core_variable` makes it take one of `cores` (name: value) in place of its own
    choice, `auto`."""

    def __init__(self, name, library, binary, threads, threads_variable, core_variable='', cores=None):
        self.name, self.library, self.binary, self.threads = name, library, binary, threads
        self.threads_variable, self.core_variable = threads_variable, core_variable
        self.cores = {'auto': None, **(cores or {})}
        self.kernels = set()  # that it takes by itself

    def settings(self, row):
        return [f'{core} {n}' for core in self.cores for n in self.threads] if 'gemm' in row else []

    def best_core(self):
        """The core type for a PyTorch that computes with this library."""
        row = {'gemm': '512x512x512 NN'}
        try:
            return min(self.cores, key=lambda core: self.measure(row, f'{core} {self.threads[-1]}'))
        except Unavailable:
            return 'auto'

    def measure(self, row, setting):
        core, threads = setting.split()
        environment = {key: value for key, value in os.environ.items() if key != self.core_variable}
        environment[self.threads_variable] = threads
        if core != 'auto':
            environment[self.core_variable] = self.cores[core]
        shape, transposes, *batch = row['gemm'].split()
        done = subprocess.run([self.binary, 'gemm', batch[-1] if batch else '1', *shape.split('x'), transposes, self.library],
                              capture_output=True, text=True, env=environment, check=False)
        if done.returncode != 0:
            raise Unavailable(f'{self.name}: {done.stderr.strip()}')
        seconds, *kernels = done.stdout.split(maxsplit=1)
        if core == 'auto' and kernels:
            self.kernels.add(kernels[0].strip())
        return float(seconds)


def libraries(binary, threads):
    with open('/proc/cpuinfo', encoding='utf-8') as file:
        flags = set(file.read().split()) if os.uname().machine == 'x86_64' else set()
    needs = {'Haswell': 'avx2', 'Zen': 'avx2', 'SkylakeX': 'avx512f', 'Cooperlake': 'avx512_bf16'}
    openblas_cores = {core: core for core, flag in needs.items() if flag in flags}
    blis_cores = {'skx': '0'} if 'avx512f' in flags else {}  # positions in bli_arch_string's list
    openblas = ctypes.util.find_library('openblas') or 'libopenblas.so.0'
    return [Blas('OpenBLAS', openblas, binary, threads, 'OPENBLAS_NUM_THREADS', 'OPENBLAS_CORETYPE', openblas_cores),
            Blas('oneDNN', 'libdnnl.so.2', binary, threads, 'OMP_NUM_THREADS'),
            Blas('BLIS', 'libblis.so.4', binary, threads, 'BLIS_NUM_THREADS', 'BLIS_ARCH_TYPE', blis_cores)]


class Torch:
    """One PyTorch, as a child process per number of threads that waits for requests."""

    def __init__(self, python, threads, core, data, epochs, reuse_memory):
        self.python, self.threads, self.data, self.epochs = python, threads, data, epochs
        self.accuracies = []
        self.environment = {key: value for key, value in os.environ.items() if key != 'PYTHONPATH'}
        if core != 'auto':
            self.environment['OPENBLAS_CORETYPE'] = core
        if reuse_memory:
            self.environment.update(MALLOC_MMAP_MAX_='0', MALLOC_TRIM_THRESHOLD_=str(1 << 40))
        self.children = {}
        try:
            for n in threads:
                self.children[n], hello = self.start(n)
        except (OSError, ValueError) as error:
            raise Unavailable(f'{python}: no torch') from error
        self.name = f'PyTorch {hello["version"].split("+")[0]}'
        self.fused = int(hello['version'].split('.')[0]) >= 2
        self.blas = hello['blas']

    def start(self, threads):
        child = subprocess.Popen([self.python, str(HERE / 'torch_ops.py'), str(threads)], stdin=subprocess.PIPE,
                                 stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=self.environment)
        return child, json.loads(child.stdout.readline())

    def settings(self, row):
        if 'torch' not in row:
            return []
        variants = ['default']
        if row['op'] == 'softmax':
            variants.append('out=')
        elif (row['op'] in FUSED or row['op'] in ('train_step', 'train_epochs')) and self.fused:
            variants.append('fused')
        return [f'{n} {variant}' for n in self.threads for variant in variants]

    def measure(self, row, setting):
        threads, variant = setting.split()
        op, arguments = row.get('torch_op', row['op']), list(row['torch'])
        if row['op'] == 'train_epochs':
            arguments = [self.data, self.epochs, len(self.accuracies)]
        if row.get('torch_op') == 'optimizer' or row['op'] in ('softmax', 'train_step', 'train_epochs'):
            arguments.append(variant != 'default')
        child = self.children[int(threads)]
        child.stdin.write(json.dumps({'op': op, 'arguments': arguments}) + '\n')
        child.stdin.flush()
        try:
            answer = json.loads(child.stdout.readline())
        except ValueError as error:
            raise Unavailable(f'{self.name}: {row["op"]} {row["case"]} failed') from error
        if 'accuracy' in answer:
            self.accuracies.append(answer['accuracy'])
        return answer['seconds']

    def stop(self):
        for child in self.children.values():
            child.stdin.close()
            child.wait()


def table_rows(epochs):
    rows = []
    for rows_, cols in ((65536, 10), (8192, 1000), (1024, 32000)):
        rows.append({'title': f'softmax, {rows_} x {cols}', 'op': 'softmax', 'case': f'{rows_}x{cols}',
                     'stream': ('copy', rows_ * cols), 'torch': [rows_, cols]})
    for name in ('mse', 'huber', 'bce_with_logits'):
        rows.append({'title': f'{name}, forward and gradient, 25 M elements', 'op': name, 'case': '25M',
                     'stream': ('map', 25_000_000), 'torch_op': 'elementwise', 'torch': [name, 25_000_000]})
    rows.append({'title': 'CTC, forward and gradient, 200 frames, 32 sequences, 100 classes', 'op': 'ctc',
                 'case': '200x32x100', 'torch': [200, 32, 100]})
    for rows_, cols in ((65536, 10), (8192, 1000), (1024, 32000), (4096, 32000)):
        rows.append({'title': f'softmax-cross-entropy, forward and gradient, {rows_} x {cols}', 'op': 'cross_entropy',
                     'case': f'{rows_}x{cols}', 'stream': ('scale', rows_ * cols), 'torch': [rows_, cols]})
    for op, title, stream, tensors, clip in OPTIMIZERS:
        case = f'{"25M" if tensors == 1 else "1000x25k"}{" clip" if clip else ""}'
        rows.append({'title': f'{title}, {"25 M parameters" if tensors == 1 else "1000 tensors of 25 k"}', 'op': op, 'case': case,
                     'stream': (stream, 25_000_000), 'torch_op': 'optimizer',
                     'torch': [op, tensors, 25_000_000 // tensors, clip]})
    rows += [{'title': f'GEMM {case}', 'op': 'gemm', 'case': case, 'gemm': case} for case in GEMMS]
    rows += [{'title': f'GEMM {case}, b packed before', 'op': 'gemm packed b', 'case': case, 'gemm': case} for case in PACKED_B]
    for widths, batch in STEPS:
        model = '-'.join(map(str, widths))
        rows.append({'title': f'training step, MLP {model}, batch {batch}, Adam', 'op': 'train_step',
                     'case': f'mlp:{model} batch {batch}', 'torch': [widths, batch]})
    rows.append({'title': f'Fashion-MNIST, {epochs} epochs, evaluation included', 'op': 'train_epochs', 'case': f'{epochs}',
                 'torch': []})
    return rows


def measure_row(row, peers, rounds, notes):
    """Medians over the rounds: {peer: seconds}, {peer: ratio of its time to Nadir's}, {peer: setting that was best most often}."""
    live = {peer: peer.settings(row) for peer in peers}
    seen = {(peer, setting): [] for peer in peers for setting in live[peer]}
    history = []
    for number in range(rounds):
        order = [(peer, setting) for peer in peers for setting in live[peer]]
        best = {}
        for peer, setting in order if number % 2 == 0 else reversed(order):
            time.sleep(PAUSE)
            try:
                seconds = peer.measure(row, setting)
            except Unavailable as reason:
                notes.setdefault(str(reason))
                live[peer] = []
                continue
            seen[peer, setting].append(seconds)
            if peer not in best or seconds < best[peer][0]:
                best[peer] = (seconds, setting)
        history.append(best)
        if number < len(KEEP_WITHIN):
            for peer, settings in live.items():
                fastest = min((min(seen[peer, s]) for s in settings), default=0)
                live[peer] = [s for s in settings if min(seen[peer, s]) <= KEEP_WITHIN[number] * fastest]
    seconds, ratios, settings = {}, {}, {}
    nadir = peers[0]
    for peer in peers:
        runs = [best for best in history if peer in best]
        if runs:
            seconds[peer] = statistics.median(best[peer][0] for best in runs)
            settings[peer] = statistics.mode(best[peer][1] for best in runs)
        pairs = [best[peer][0] / best[nadir][0] for best in runs if nadir in best]
        if pairs:
            ratios[peer] = statistics.median(pairs)
    return seconds, ratios, settings


def show_seconds(seconds):
    if seconds is None:
        return '-'
    for unit, scale in (('s', 1), ('ms', 1e-3), ('us', 1e-6)):
        if seconds >= scale:
            break
    return f'{seconds / scale:.3g} {unit}'


def show_setting(setting):
    words = [word for word in setting.split() if word != 'default']
    return ', '.join(('1 thread' if word == '1' else f'{word} threads') if word.isdigit() else word for word in words)


def cell(peer, seconds, ratios, settings):
    if peer not in seconds:
        return ''
    ratio = f'**{ratios[peer]:.2f}** ' if peer in ratios else ''
    return f'{ratio}({show_seconds(seconds[peer])}; {show_setting(settings[peer])})'


def cpu_name():
    with open('/proc/cpuinfo', encoding='utf-8') as file:
        names = [line.split(':')[1].strip() for line in file if line.startswith('model name')]
    return names[0] if names else os.uname().machine


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--nadir', default=str(ROOT / 'build' / 'nadir'), help='the tool, from a release build')
    parser.add_argument('--python', action='append', default=[],
                        help='a further interpreter with torch (repeatable); /usr/bin/python3 is always tried')
    parser.add_argument('--device', default='cpu', help='NADIR_DEVICE for Nadir; the peers use the CPU')
    parser.add_argument('--data', default='/usr/share/datasets/fashion-mnist', help='folder of the IDX files')
    parser.add_argument('--epochs', type=int, default=10, help='of the training on Fashion-MNIST')
    parser.add_argument('--rounds', type=int, default=5)
    parser.add_argument('--only', default='', help='only rows whose title contains this text or matches this pattern')
    parser.add_argument('--reuse-memory', action='store_true', help="make PyTorch's C library keep freed memory")
    return parser.parse_args()


def main():
    given = options()
    cpus = len(os.sched_getaffinity(0))
    threads = sorted({1, cpus})
    notes = {}  # an ordered set
    rows = [row for row in table_rows(given.epochs)
            if given.only in row['title'] or fnmatch.fnmatch(row['title'], given.only)]
    with tempfile.TemporaryDirectory() as folder:
        native = os.path.join(folder, 'native')
        subprocess.run(['cc', '-std=c11', '-O3', '-march=native', '-pthread', str(HERE / 'native.c'), '-o', native, '-ldl'],
                       check=True)
        nadir = Nadir(given.nadir, given.device, given.data, given.epochs, folder)
        blas = libraries(native, threads)
        core = blas[0].best_core()
        peers = [nadir, Native(native, threads), *blas]
        for python in dict.fromkeys(['/usr/bin/python3', *given.python]):
            try:
                peers.append(Torch(python, threads, core, given.data, given.epochs, given.reuse_memory))
            except Unavailable as reason:
                notes.setdefault(str(reason))
        measured = []
        try:
            for row in rows:
                print(f'measuring: {row["title"]}', file=sys.stderr, flush=True)
                measured.append(measure_row(row, peers, given.rounds, notes))
        except KeyboardInterrupt:
            notes.setdefault('what was to come behind the interrupt')
        torches = [peer for peer in peers if isinstance(peer, Torch)]
        for peer in torches:
            peer.stop()

    columns = [peer for peer in peers[1:] if any(peer in seconds for seconds, _, _ in measured)]
    print(f'{cpu_name()}, {cpus} CPUs, {time.strftime("%Y-%m-%d")}. Bold: how many times as fast as the peer Nadir is '
          f'(median over {given.rounds} rounds); in brackets the time of the peer and its best setting.\n')
    print('| case | Nadir | ' + ' | '.join(peer.name for peer in columns) + ' |')
    print('|---' * (2 + len(columns)) + '|')
    for row, (seconds, ratios, settings) in zip(rows, measured):
        cells = [row['title'], show_seconds(seconds.get(peers[0]))]
        cells += [cell(peer, seconds, ratios, settings) for peer in columns]
        print('| ' + ' | '.join(cells) + ' |')
    print()
    for title, lines in nadir.floors.items():
        line = sorted(lines, key=lambda line: line['seconds_median'])[len(lines) // 2]
        parts = ' + '.join(f'{part} {show_seconds(line["seconds_floor_" + part])}' for part in ('launches', 'flops', 'bytes'))
        print(f'{title[0].upper() + title[1:]}: {line["launches"]:.0f} launches, its flops and its bytes would take '
              f'{show_seconds(line["seconds_floor"])} at the limits that `nadir bench` measures ({parts}), '
              f'{line["seconds_floor"] / line["seconds_median"]:.2f} of its time.')
    for peer in blas:
        if peer.kernels:
            print(f'{peer.name} takes {", ".join(sorted(peer.kernels))} by itself.')
    for peer in [nadir, *torches]:
        if peer.accuracies:
            print(f'{peer.name}: test accuracy after {given.epochs} epochs {100 * statistics.mean(peer.accuracies):.2f} % '
                  f'(mean of {len(peer.accuracies)} runs).')
    for peer in torches:
        print(f'{peer.name}: {peer.python}, {peer.blas}{", freed memory kept" if given.reuse_memory else ""}.')
    for note in notes:
        print(f'Not measured: {note}.')


if __name__ == '__main__':
    main()
