# SPDX-License-Identifier: MIT
"""The PyTorch side of compare.py, run with any interpreter that has torch.

usage: torch_ops.py THREADS, then one JSON request a line on stdin, one JSON answer a line on stdout.

A request is {"op": ..., "arguments": [...]}; an answer {"seconds": median of one call, ...}. Every op runs for a tenth of a
second before it counts; inputs exist and have been written before; samples are at least 5 ms long.
"""
import gzip
import json
import math
import os
import statistics
import sys
import time

import torch
import torch.nn.functional as F

WARM_UP, MEASURE, SAMPLE = 0.1, 0.6, 0.005
MODEL = [784, 128, 10]  # of `nadir train`, by default


def measure(call):
    count = 1
    begin = time.perf_counter()
    while time.perf_counter() - begin < WARM_UP:
        start = time.perf_counter()
        for _ in range(count):
            call()
        if time.perf_counter() - start < SAMPLE:
            count *= 2
    samples = []
    begin = time.perf_counter()
    while len(samples) < 5 or time.perf_counter() - begin < MEASURE:
        start = time.perf_counter()
        for _ in range(count):
            call()
        samples.append((time.perf_counter() - start) / count)
    return {'seconds': statistics.median(samples)}


def cross_entropy(rows, cols):
    x = torch.randn(rows, cols, requires_grad=True)
    labels = torch.randint(0, cols, (rows,))

    def call():
        x.grad = None  # otherwise the gradient would be added to the last one: one more pass
        F.cross_entropy(x, labels).backward()
    return measure(call)


def softmax(rows, cols, out):
    x = torch.randn(rows, cols)
    y = torch.empty_like(x)
    return measure((lambda: torch.softmax(x, 1, out=y)) if out else (lambda: torch.softmax(x, 1)))


def elementwise(name, size):
    loss = {'mse': F.mse_loss, 'huber': F.huber_loss, 'bce_with_logits': F.binary_cross_entropy_with_logits}[name]
    x = torch.randn(size, requires_grad=True)
    target = torch.rand(size)

    def call():
        x.grad = None
        loss(x, target).backward()
    return measure(call)


def ctc(frames, sequences, classes):
    x = torch.randn(frames, sequences, classes, requires_grad=True)
    targets = torch.randint(1, classes, (sequences, frames // 8))
    lengths = torch.full((sequences,), frames), torch.full((sequences,), frames // 8)

    def call():
        x.grad = None
        F.ctc_loss(F.log_softmax(x, 2), targets, *lengths).backward()
    return measure(call)


RULES = {'sgd': (torch.optim.SGD, {}), 'momentum': (torch.optim.SGD, {'momentum': 0.9}), 'rmsprop': (torch.optim.RMSprop, {}),
         'adam': (torch.optim.Adam, {}), 'adamw': (torch.optim.AdamW, {})}


def optimizer(rule, tensors, size, clip, fused):
    parameters = [torch.randn(size, requires_grad=True) for _ in range(tensors)]
    for p in parameters:
        p.grad = torch.randn(size)
    kind, options = RULES[rule]
    update = kind(parameters, lr=1e-3, **options, **({'fused': True} if fused else {}))

    def call():
        if clip:
            torch.nn.utils.clip_grad_norm_(parameters, clip)
        update.step()
    return measure(call)


def classifier(widths, fused):
    layers = []
    for inputs, outputs in zip(widths, widths[1:]):
        layers += [torch.nn.Linear(inputs, outputs), torch.nn.ReLU()]
    model = torch.nn.Sequential(*layers[:-1])
    return model, torch.optim.Adam(model.parameters(), lr=1e-3, **({'fused': True} if fused else {}))


def train_step(widths, size, fused):
    torch.manual_seed(0)
    batches = 6400 // size
    x = torch.randn(batches * size, widths[0])
    y = torch.randint(0, widths[-1], (batches * size,))
    model, optimizer = classifier(widths, fused)

    def call():
        for i in range(0, batches * size, size):
            optimizer.zero_grad(set_to_none=True)
            F.cross_entropy(model(x[i:i + size]), y[i:i + size]).backward()
            optimizer.step()
    return {'seconds': measure(call)['seconds'] / batches}


def read_idx(path, header):
    with gzip.open(path, 'rb') as file:
        return torch.frombuffer(bytearray(file.read()[header:]), dtype=torch.uint8)


def train_epochs(folder, epochs, seed, fused):
    """The loop that `nadir train` runs by default; reading and converting the data is not counted."""
    torch.manual_seed(seed)
    size = 64
    x = read_idx(os.path.join(folder, 'train-images-idx3-ubyte.gz'), 16).view(-1, 784).float()
    y = read_idx(os.path.join(folder, 'train-labels-idx1-ubyte.gz'), 8).long()
    test_x = read_idx(os.path.join(folder, 't10k-images-idx3-ubyte.gz'), 16).view(-1, 784).float()
    test_y = read_idx(os.path.join(folder, 't10k-labels-idx1-ubyte.gz'), 8).long()
    mean, deviation = x.mean(), x.std(unbiased=False)
    x, test_x = (x - mean) / deviation, (test_x - mean) / deviation

    def step_on(model, optimizer, x, y):
        optimizer.zero_grad(set_to_none=True)
        loss = F.cross_entropy(model(x), y)
        loss.backward()
        optimizer.step()
        return loss.detach()

    warm = classifier(MODEL, fused)
    for _ in range(50):
        step_on(*warm, x[:size], y[:size])

    model, optimizer = classifier(MODEL, fused)
    steps = epochs * math.ceil(len(x) / size)
    step = 0
    begin = time.perf_counter()
    for _ in range(epochs):
        order = torch.randperm(len(x))
        loss_sum = torch.zeros(())
        for i in range(0, len(x), size):
            batch = order[i:i + size]
            # Set by hand: cheaper than a torch.optim.lr_scheduler.
            optimizer.param_groups[0]['lr'] = 0.5e-3 * (1 + math.cos(math.pi * step / steps))
            loss_sum += step_on(model, optimizer, x[batch], y[batch]) * len(batch)
            step += 1
        with torch.no_grad():
            logits = model(test_x)
            test_loss = F.cross_entropy(logits, test_y).item()
            accuracy = (logits.argmax(1) == test_y).float().mean().item()
    seconds = time.perf_counter() - begin
    return {'seconds': seconds, 'accuracy': accuracy, 'train_loss': loss_sum.item() / len(x), 'test_loss': test_loss}


OPS = {'softmax': softmax, 'elementwise': elementwise, 'cross_entropy': cross_entropy, 'ctc': ctc, 'optimizer': optimizer,
       'train_step': train_step, 'train_epochs': train_epochs}


def blas_name():
    if torch.backends.mkl.is_available():
        return 'MKL'
    with open('/proc/self/maps', encoding='utf-8') as file:
        libraries = {os.path.basename(line.split()[-1]) for line in file if 'blas' in line}
    return ' '.join(sorted(libraries)) or 'unknown BLAS'


def main():
    torch.set_num_threads(int(sys.argv[1]))
    print(json.dumps({'version': torch.__version__, 'blas': blas_name()}), flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        print(json.dumps(OPS[request['op']](*request['arguments'])), flush=True)


if __name__ == '__main__':
    main()
