#!/usr/bin/env python3
"""How close the kernels come to the core's limit, and what sparsity buys them, shape by shape.

    tests/benchmarks/kernel_table.py build/release                      # all shapes: about 15 minutes
    tests/benchmarks/kernel_table.py build/release --shape 3x3_c64 --core 1

Runs kernel_bench, one shape after the other, dense and sparse kernels in random order, on one thread at batch 128, and
prints a table in Markdown: dense-equivalent 10^9 operations a second and their share of the core's peak (multiply-adds
on registers, measured in the same run), the time of the sparse kernels at 95 % against the dense ones (all three passes
together), and the sparsity from which on they are faster, searched from 50 to 99 %. Then it names the rows that miss
the targets below. Run it on an idle machine.
"""
from __future__ import annotations

import argparse
from dataclasses import dataclass
from typing import Mapping, Sequence

from bench_support import (PASSES, KernelBench, KernelRun, Measurement, build_argument, kernel_arguments, kernel_bench,
                           markdown_table, progress)

BATCH = 128
SPARSE = 95  # percent
COARSE = (50, 60, 70, 80, 90, 95, 99)  # percent, first look of the search

# Targets. Shares of the peak are asked of 3x3 convolutions of 16 to 64 channels, the others of every shape.
FORWARD_SHARE = 0.70
WEIGHTS_SHARE = 0.50
MOST_TIME_SPARSE = 0.20
LATEST_BREAK_EVEN = 70
TARGET_KERNELS = tuple(f"3x3_c{c}_o{c}_" for c in (16, 32, 64))


@dataclass
class Row:
    shape: str
    machine: str
    gflops: Mapping[str, float]  # by pass
    peak: float
    sparse_ratio: float
    break_even: int | None  # percent; None: above all that were tried

    def share(self, kernel_pass: str) -> float:
        return self.gflops[kernel_pass] / self.peak


def break_even(ratios: Mapping[int, float]) -> int | None:
    """The lowest sparsity from which on the sparse kernels are never slower, or None."""
    slower = [sparsity for sparsity, ratio in ratios.items() if ratio > 1]
    return min((s for s in ratios if not slower or s > max(slower)), default=None)


def between(ratios: Mapping[int, float]) -> Sequence[int]:
    """Sparsities to look at more closely: those below the break-even down to the next that was tried."""
    found = break_even(ratios)
    end = found if found is not None else 100
    begin = max((s for s in ratios if s < end), default=end)
    return range(begin + 1, end)


def ratios_of(run: KernelRun, shape: str) -> dict[int, float]:
    sparsities = {m.sparsity for m in run.seconds if m.shape == shape and m.sparsity is not None}
    return {s: run.ratio(shape, BATCH, s) for s in sorted(sparsities)}


def measure(bench: KernelBench, shape: str) -> Row:
    run = bench.run(shape, COARSE)
    ratios = ratios_of(run, shape)
    closer = between(ratios)
    if closer:
        ratios |= ratios_of(bench.run(shape, closer), shape)
    gflops = {p: run.gflops[Measurement(shape, p, None, BATCH)] for p in PASSES}
    return Row(shape, run.machine(), gflops, run.peak, ratios[SPARSE], break_even(ratios))


def break_even_text(row: Row) -> str:
    if row.break_even is None:
        return "> 99 %"
    return ("≤ " if row.break_even == COARSE[0] else "") + f"{row.break_even} %"


def table_row(row: Row) -> list[str]:
    passes = [text for p in PASSES for text in (f"{row.gflops[p]:.1f}", f"{row.share(p):.0%}")]
    return [row.shape, *passes, f"{row.sparse_ratio:.2f} x", break_even_text(row)]


def misses(row: Row) -> list[str]:
    """Which targets a row misses, in words."""
    found = []
    if row.shape.startswith(TARGET_KERNELS):
        for kernel_pass, least in (("forward", FORWARD_SHARE), ("weights", WEIGHTS_SHARE)):
            if row.share(kernel_pass) < least:
                found.append(f"{kernel_pass} {row.share(kernel_pass):.0%} of the peak, not {least:.0%}")
    if row.sparse_ratio > MOST_TIME_SPARSE:
        found.append(f"{row.sparse_ratio:.2f} x at {SPARSE} %, not {MOST_TIME_SPARSE:.2f} x")
    if row.break_even is None or row.break_even > LATEST_BREAK_EVEN:
        found.append(f"break-even at {break_even_text(row)}, not {LATEST_BREAK_EVEN} %")
    return found


def print_report(rows: Sequence[Row]) -> None:
    peaks = [row.peak for row in rows]
    print(f"{rows[0].machine}, one core, batch {BATCH}, float32; peak {min(peaks):.0f} to {max(peaks):.0f} "
          "GFLOP/s of multiply-adds; all measured.\n")
    headings = ["layer", "forward, GFLOP/s", "of peak", "data gradient", "of peak", "weight gradient", "of peak",
                f"three passes at {SPARSE} %", "break-even"]
    print(markdown_table(headings, [table_row(row) for row in rows]))
    missed = [f"- {row.shape}: {'; '.join(misses(row))}" for row in rows if misses(row)]
    print(f"\n{len(rows) - len(missed)} of {len(rows)} rows meet every target." + ("" if not missed else " The others:"))
    print("\n".join(missed))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    build_argument(parser)
    kernel_arguments(parser)
    arguments = parser.parse_args()
    bench = kernel_bench(arguments)
    names = bench.shape_names(arguments.shape)
    rows = []
    for name in names:
        rows.append(measure(bench, name))
        progress(f"{len(rows)}/{len(names)}  " + "  ".join(table_row(rows[-1])))
    print_report(rows)


if __name__ == "__main__":
    main()
