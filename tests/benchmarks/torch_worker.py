#!/usr/bin/env python3
"""PyTorch's part of compare.py, in a process of its own; compare.py sets the environment in which PyTorch is fastest.

    torch_worker.py train NETWORK BATCH THREADS SECONDS   # the shortest training step, as one line of JSON
    torch_worker.py steps NETWORK BATCH THREADS COUNT     # so many steps, for who watches the memory
    torch_worker.py export NETWORK FILE                   # writes an ONNX file
"""
from __future__ import annotations

import json
import statistics
import sys
import time
import warnings
from typing import Callable

import torch
from torch import nn
from torch_networks import NETWORKS, export_onnx

LEAST_STEPS = 5  # of each memory layout


def training_step(network: nn.Module, shape: tuple[int, int, int], batch: int, layout: torch.memory_format) -> Callable[[], None]:
    """SGD with momentum and weight decay on one batch of random images."""
    network = network.to(memory_format=layout)
    images, labels = torch.randn(batch, *shape).contiguous(memory_format=layout), torch.randint(0, 10, (batch,))
    # So small a rate that the network does not learn the batch by heart: its gradients would turn denormal.
    sgd = torch.optim.SGD(network.parameters(), lr=1e-6, momentum=0.9, weight_decay=1e-4)

    def step() -> None:
        sgd.zero_grad(set_to_none=True)
        nn.functional.cross_entropy(network(images), labels).backward()
        sgd.step()

    return step


def median_of(step: Callable[[], None], seconds: float) -> float:
    """Seconds of the median of the steps that fit into so much time."""
    step()
    begin, times = time.perf_counter(), []
    while len(times) < LEAST_STEPS or time.perf_counter() - begin < seconds:
        start = time.perf_counter()
        step()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def train(name: str, batch: int, threads: int, seconds: float) -> None:
    torch.set_num_threads(threads)
    build, shape = NETWORKS[name]
    layouts = [torch.contiguous_format, torch.channels_last]
    step = {str(layout): median_of(training_step(build(), shape, batch, layout), seconds / len(layouts)) for layout in layouts}
    parameters = sum(p.numel() for p in build().parameters())
    print(json.dumps({"images_per_second": batch / min(step.values()), "layout": min(step, key=step.get),
                      "parameters": parameters, "version": torch.__version__}))


def run_steps(name: str, batch: int, threads: int, count: int) -> None:
    torch.set_num_threads(threads)
    build, shape = NETWORKS[name]
    step = training_step(build(), shape, batch, torch.contiguous_format)
    for _ in range(count):
        step()


def main() -> None:
    warnings.simplefilter("ignore")  # the exporter's, about shapes that it does not know beforehand
    task, name, *rest = sys.argv[1:]
    if task == "export":
        export_onnx(name, rest[0])
    elif task == "train":
        train(name, int(rest[0]), int(rest[1]), float(rest[2]))
    else:
        run_steps(name, int(rest[0]), int(rest[1]), int(rest[2]))


if __name__ == "__main__":
    main()
