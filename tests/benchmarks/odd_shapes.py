#!/usr/bin/env python3
"""Whether the kernels fall off a cliff away from the usual shapes.

    tests/benchmarks/odd_shapes.py build/release                       # about 6 minutes
    tests/benchmarks/odd_shapes.py build/release --shape dense --core 1

Measures layers whose widths are no multiple of a vector, each after a neighbour whose widths are, and layers of ten
million weights, at batches of 1, 3, 17, 127, 128 and 129 images, on one thread, with the dense kernels and the sparse
ones at 95 %. Prints in Markdown the time of an image (forward, data gradient and weight gradient together) against the
same layer's at batch 128, and the dense-equivalent 10^9 operations a second at batch 128. Images advance in vectors, so
one image does the work of a whole vector: that much is expected, and a figure far above it is a cliff. Run it on an idle
machine.
"""
from __future__ import annotations

import argparse

from bench_support import (PASSES, KernelBench, KernelRun, Measurement, build_argument, kernel_arguments, kernel_bench,
                           markdown_table, progress)

BATCHES = (1, 3, 17, 127, 128, 129)
USUAL = 128
SPARSE = 95  # percent
VECTOR = 16  # images that advance together
CLIFF = 1.5  # times what whole vectors of images ask for
KINDS = {"dense": None, f"{SPARSE} % sparse": SPARSE}


def per_image(run: KernelRun, shape: str, batch: int, sparsity: int | None) -> float:
    """Time of an image against the same layer's at the usual batch."""
    return run.total(shape, batch, sparsity) / batch / (run.total(shape, USUAL, sparsity) / USUAL)


def expected(batch: int) -> float:
    """The same when time goes by whole vectors alone."""
    return -(-batch // VECTOR) * VECTOR / batch


def rate(run: KernelRun, shape: str, sparsity: int | None) -> float:
    """10^9 operations a second of all three passes at the usual batch."""
    operations = sum(run.gflops[m] * run.seconds[m] for m in (Measurement(shape, p, sparsity, USUAL) for p in PASSES))
    return operations / run.total(shape, USUAL, sparsity)


def table_row(run: KernelRun, shape: str, kind: str) -> list[str]:
    times = [f"{per_image(run, shape, batch, KINDS[kind]):.2f}" for batch in BATCHES]
    return [shape, kind, *times, f"{rate(run, shape, KINDS[kind]):.0f}"]


def cliffs(run: KernelRun, shape: str) -> list[str]:
    """Batches whose images take far longer than whole vectors would explain, in words."""
    found = []
    for kind, sparsity in KINDS.items():
        for batch in BATCHES:
            ratio = per_image(run, shape, batch, sparsity)
            if ratio > CLIFF * expected(batch):
                found.append(f"- {shape}, {kind}, batch {batch}: {ratio:.2f} x the time of an image at {USUAL}; "
                             f"whole vectors ask for {expected(batch):.2f} x")
    return found


def measure(bench: KernelBench, shape: str) -> KernelRun:
    """One process for each batch: in random order, layers of different batches would take turns with the memory."""
    run = KernelRun()
    for batch in BATCHES:
        run.add(bench.run(shape, [SPARSE], [batch]))
    return run


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    build_argument(parser)
    kernel_arguments(parser)
    arguments = parser.parse_args()
    bench = kernel_bench(arguments, "odd")
    run, rows, found = KernelRun(), [], []
    for shape in bench.shape_names(arguments.shape):
        progress(shape)
        run.add(measure(bench, shape))
        rows += [table_row(run, shape, kind) for kind in KINDS]
        found += cliffs(run, shape)
    print(f"{run.machine()}, one core, peak {run.peak:.0f} GFLOP/s; time of an image against batch {USUAL}; all measured.\n")
    print(markdown_table(["layer", "kernels", *(f"batch {b}" for b in BATCHES), f"GFLOP/s at {USUAL}"], rows))
    print("\nNo cliff: no batch takes more than " f"{CLIFF} times what whole vectors of {VECTOR} images ask for."
          if not found else "\nCliffs:\n" + "\n".join(found))


if __name__ == "__main__":
    main()
