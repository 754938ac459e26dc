#!/usr/bin/env python3
"""Training speed of three networks in Prunescope and in PyTorch, in turn, on this machine.

    /usr/bin/python3 tests/bench/compare_training.py build/release/prunescope-cli [ROUNDS]

Needs Debian's python3-torch and libopenblas0. Both train with SGD (momentum 0.9, weight decay) on random images,
batch 128, on all cores; both are given several short measurements a round and the fastest counts. PyTorch repeats one
batch and runs with one OpenBLAS thread and an allocator that keeps its memory, where it is fastest; Prunescope's step
includes the loading of its images. Each round measures every network in both programs, one after the other. Prints
images per second of every round, then a table of the medians' ratios: dense training against PyTorch, and training
steps at 95 % sparsity, exploring and exploiting, against Prunescope's own dense step. Run it on an idle machine.
"""
import json
import os
import platform
import statistics
import subprocess
import sys
import time

if os.environ.get("OPENBLAS_NUM_THREADS") != "1":
    fastest = {"OPENBLAS_NUM_THREADS": "1", "MALLOC_TRIM_THRESHOLD_": "100000000000", "MALLOC_MMAP_THRESHOLD_": "100000000000"}
    os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, **fastest})

import torch
from torch import nn

BATCH = 128
SPARSE = 0.95
SECONDS = 3.0  # of measuring, for each program, network and round
SLICES = 6     # PyTorch's share of a round is cut into so many; the fastest counts


def lenet_300_100():
    return nn.Sequential(nn.Flatten(), nn.Linear(784, 300), nn.ReLU(), nn.Linear(300, 100), nn.ReLU(), nn.Linear(100, 10))


def lenet_5():
    return nn.Sequential(nn.Conv2d(1, 20, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(20, 50, 5), nn.ReLU(), nn.MaxPool2d(2),
                         nn.Flatten(), nn.Linear(800, 500), nn.ReLU(), nn.Linear(500, 10))


class Residual(nn.Module):
    """Two 3x3 convolutions; where the shape changes, the shortcut takes every other pixel and pads the channels."""

    def __init__(self, inputs, outputs):
        super().__init__()
        self.step = 1 if inputs == outputs else 2
        self.missing = outputs - inputs
        self.main = nn.Sequential(
            nn.Conv2d(inputs, outputs, 3, self.step, 1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True),
            nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False), nn.BatchNorm2d(outputs))

    def forward(self, x):
        shortcut = x
        if self.missing:
            half = self.missing // 2
            shortcut = nn.functional.pad(x[:, :, ::2, ::2], (0, 0, 0, 0, half, self.missing - half))
        return torch.relu_(self.main(x) + shortcut)


def resnet_20():
    widths = [16, 16, 16, 16, 32, 32, 32, 64, 64, 64]
    return nn.Sequential(nn.Conv2d(3, 16, 3, 1, 1, bias=False), nn.BatchNorm2d(16), nn.ReLU(inplace=True),
                         *(Residual(a, b) for a, b in zip(widths, widths[1:])),
                         nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(64, 10))


NETWORKS = {  # name: (PyTorch's network, shape of an image)
    "lenet-300-100": (lenet_300_100, (1, 28, 28)),
    "lenet-5": (lenet_5, (1, 28, 28)),
    "resnet-20": (resnet_20, (3, 32, 32)),
}


class TorchTraining:
    """A network of PyTorch's that is trained a little in every round."""

    def __init__(self, build, shape):
        self.network, self.images, self.labels = build(), torch.randn(BATCH, *shape), torch.randint(0, 10, (BATCH,))
        # So small a rate that the network does not learn the one batch by heart: its gradients would turn denormal.
        self.sgd = torch.optim.SGD(self.network.parameters(), lr=1e-6, momentum=0.9, weight_decay=5e-4)

    def step(self):
        self.sgd.zero_grad()
        nn.functional.cross_entropy(self.network(self.images), self.labels).backward()
        self.sgd.step()

    def images_per_second(self):
        self.step()
        return max(self.slice_rate() for _ in range(SLICES))

    def slice_rate(self):
        steps, start = 0, time.perf_counter()
        while time.perf_counter() - start < SECONDS / SLICES:
            self.step()
            steps += 1
        return BATCH * steps / (time.perf_counter() - start)


def prunescope_steps(cli, network):
    """Milliseconds of a dense step, and of the two kinds of step at 95 % sparsity."""
    command = [cli, "bench", "--json", "--model", network, "--sparsity", f"0,{SPARSE}", "--batch", str(BATCH),
               "--threads", str(os.cpu_count()), "--seconds", str(SECONDS / 3)]
    answer = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
    report = json.loads(answer.splitlines()[-1])
    sparse = report["results"][1]
    return {"dense": report["dense"]["train_ms"], "exploration": sparse["exploration_ms"],
            "exploitation": sparse["exploitation_ms"], "processor": report["machine"]["name"]}


def measure(cli, rounds):
    """Steps of ours and images per second of theirs, of every round: {network: [(ours, theirs)]}."""
    theirs = {name: TorchTraining(*network) for name, network in NETWORKS.items()}
    measured = {name: [] for name in NETWORKS}
    for k in range(rounds):
        for name in NETWORKS:
            ours, rate = prunescope_steps(cli, name), theirs[name].images_per_second()
            measured[name].append((ours, rate))
            print(f"round {k + 1}  {name:14} dense: prunescope {1000 * BATCH / ours['dense']:8.0f}   pytorch {rate:8.0f} images/s",
                  flush=True)
    return measured


def print_table(measured):
    print(f"\n{'network':14} {'prunescope':>11} {'pytorch':>9} {'ratio':>7}   {'exploration':>12} {'exploitation':>13}")
    print(f"{'':14} {'images/s':>11} {'images/s':>9} {'':>7}   {f'at {SPARSE:.0%}':>12} {f'at {SPARSE:.0%}':>13}")
    for name, rounds in measured.items():
        step = {kind: statistics.median(ours[kind] for ours, _ in rounds) for kind in ("dense", "exploration", "exploitation")}
        ours, theirs = 1000 * BATCH / step["dense"], statistics.median(rate for _, rate in rounds)
        print(f"{name:14} {ours:11.0f} {theirs:9.0f} {ours / theirs:5.2f} x   {step['exploration'] / step['dense']:10.2f} x "
              f"{step['exploitation'] / step['dense']:11.2f} x")


def main():
    cli, rounds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5
    torch.set_num_threads(os.cpu_count())
    measured = measure(cli, rounds)
    processor = measured["lenet-5"][0][0]["processor"] or platform.processor()
    print(f"\n{processor}, {os.cpu_count()} threads, batch {BATCH}, PyTorch {torch.__version__}; medians of {rounds} rounds, "
          "all measured.\nPruned steps are times of a step against Prunescope's own dense step: below 1 is faster.")
    print_table(measured)


main()
