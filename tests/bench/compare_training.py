#!/usr/bin/env python3
"""Training speed of LeNet-5 in Prunescope and in PyTorch, in turn, on this machine.

    /usr/bin/python3 tests/bench/compare_training.py build/release/prunescope-cli [ROUNDS]

Needs Debian's python3-torch and libopenblas0. Both train the same dense network with SGD (momentum 0.9, weight
decay) and batch 128 on all cores. PyTorch repeats one random batch, with one OpenBLAS thread and an allocator that
keeps its memory, where it is fastest; Prunescope loads Fashion-MNIST, and its figure is that of whole steps. Prints
images per second of every round and the ratio of the medians; run it on an idle machine.
"""
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

if os.environ.get("OPENBLAS_NUM_THREADS") != "1":
    fastest = {"OPENBLAS_NUM_THREADS": "1", "MALLOC_TRIM_THRESHOLD_": "100000000000", "MALLOC_MMAP_THRESHOLD_": "100000000000"}
    os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, **fastest})

import torch
from torch import nn

BATCH = 128
SECONDS = 5.0


def lenet5():
    return nn.Sequential(nn.Conv2d(1, 20, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(20, 50, 5), nn.ReLU(), nn.MaxPool2d(2),
                         nn.Flatten(), nn.Linear(800, 500), nn.ReLU(), nn.Linear(500, 10))


def torch_rate():
    network, images, labels = lenet5(), torch.randn(BATCH, 1, 28, 28), torch.randint(0, 10, (BATCH,))
    # So small a rate that the network does not learn the one batch by heart: its gradients would turn denormal.
    sgd = torch.optim.SGD(network.parameters(), lr=1e-6, momentum=0.9, weight_decay=5e-4)
    steps, start = 0, time.perf_counter()
    while time.perf_counter() - start < SECONDS:
        sgd.zero_grad()
        nn.functional.cross_entropy(network(images), labels).backward()
        sgd.step()
        steps += 1
    return BATCH * steps / (time.perf_counter() - start)


def prunescope_rate(cli):
    with tempfile.TemporaryDirectory() as folder:
        command = [cli, "train", "--method", "dense", "--model", "lenet-5", "--epochs", "1", "--json", "--out", folder + "/run"]
        return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)["images_per_second"]


def main():
    cli, rounds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5
    torch.set_num_threads(os.cpu_count())
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(prunescope_rate(cli))
        theirs.append(torch_rate())
        print(f"prunescope {ours[-1]:8.0f}   pytorch {theirs[-1]:8.0f} images/s", flush=True)
    print(f"ratio of the medians {statistics.median(ours) / statistics.median(theirs):.2f}")


main()
