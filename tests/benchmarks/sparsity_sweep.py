#!/usr/bin/env python3
"""Whether time ever rises with sparsity, and how far the automatic choice of kernels ever falls behind dense.

    tests/benchmarks/sparsity_sweep.py build/release                              # lenet-5, about 6 minutes
    tests/benchmarks/sparsity_sweep.py build/release --model resnet-20 --rounds 3 # about 8 minutes
    tests/benchmarks/sparsity_sweep.py build/release --shape '^3x3_c32_o32_p16_s1$'   # one layer's kernels, 1 minute

From 50 to 99 % in steps of one. A network is measured by `prunescope-cli bench`: training steps while pruned weights
learn (exploration) and with frozen masks (exploitation), inference of a batch and of one image, all against the dense
network's own time. A layer is measured by kernel_bench, where nothing chooses: the sparse kernels always run. Every
round measures all sparsities; the fastest round counts, and what rounds differ by is the noise. Prints the largest rise
and the largest excess over dense with the noise beside them, and draws the curves (--plots). Run it on an idle machine.
"""
from __future__ import annotations

import argparse
import json
import os
import statistics
from dataclasses import dataclass
from pathlib import Path
from typing import Mapping, Sequence

from bench_support import (PASSES, KernelBench, Measurement, build_argument, kernel_arguments, kernel_bench,
                           markdown_table, output_of, program, progress, stop)
from svg_plot import Curve, svg

SPARSITIES = range(50, 100)  # percent
BATCH = 128
# Differences of the fastest to the second fastest round that count as noise; the median of them is taken.
NOISE_FACTOR = 3
MOST_EXCESS = 0.05  # over dense, for the automatic choice

Series = Mapping[int, float]  # time against dense by sparsity in percent
Round = Mapping[str, Series]  # by what was measured


@dataclass(frozen=True)
class Rise:
    """How much slower a sparsity is than the fastest of all lower ones."""
    sparsity: int
    share: float


def largest_rise(series: Series) -> Rise:
    worst, fastest = Rise(min(series), 0.0), float("inf")
    for sparsity in sorted(series):
        if series[sparsity] / fastest - 1 > worst.share:
            worst = Rise(sparsity, series[sparsity] / fastest - 1)
        fastest = min(fastest, series[sparsity])
    return worst


def largest_excess(series: Series) -> Rise:
    """Over dense, whose time is 1; negative when every sparsity is faster."""
    sparsity = max(series, key=lambda s: series[s])
    return Rise(sparsity, series[sparsity] - 1)


def fastest_of(rounds: Sequence[Series]) -> dict[int, float]:
    return {s: min(r[s] for r in rounds) for s in rounds[0]}


def noise_of(rounds: Sequence[Series]) -> float:
    """What a figure may differ by without meaning anything, as a share of it."""
    if len(rounds) < 2:
        return float("nan")
    best_two = (sorted(r[s] for r in rounds)[:2] for s in rounds[0])
    return NOISE_FACTOR * statistics.median(second / first - 1 for first, second in best_two)


def network_round(cli: Path, arguments: argparse.Namespace) -> Round:
    sparsities = ",".join(f"{s / 100:.2f}" for s in SPARSITIES)
    report = json.loads(output_of([cli, "bench", "--model", arguments.model, "--sparsity", sparsities, "--threads",
                                   str(arguments.threads), "--batch", str(BATCH), "--seconds", str(arguments.seconds),
                                   "--json"], arguments.core).splitlines()[-1])
    dense, results = report["dense"], dict(zip(SPARSITIES, report["results"]))
    return {"exploration step": {s: r["exploration_ms"] / dense["train_ms"] for s, r in results.items()},
            "exploitation step": {s: r["exploitation_ms"] / dense["train_ms"] for s, r in results.items()},
            f"inference, batch {BATCH}": {s: dense["infer_images_per_second"] / r["infer_images_per_second"]
                                          for s, r in results.items()},
            "inference, one image": {s: r["batch1_us"]["median"] / dense["batch1_us"]["median"] for s, r in results.items()}}


def kernel_round(bench: KernelBench, shape: str) -> Round:
    run = bench.run(shape, list(SPARSITIES), (BATCH,))
    curves = {p: {s: run.seconds[Measurement(shape, p, s, BATCH)] / run.seconds[Measurement(shape, p, None, BATCH)]
                  for s in SPARSITIES} for p in PASSES}
    return {**curves, "three passes": {s: run.ratio(shape, BATCH, s) for s in SPARSITIES}}


def print_findings(rounds: Sequence[Round], automatic: bool) -> None:
    rows, findings = [], []
    for name in rounds[0]:
        series, noise = fastest_of([r[name] for r in rounds]), noise_of([r[name] for r in rounds])
        rise, excess = largest_rise(series), largest_excess(series)
        rows.append([name, f"{rise.share:.1%} at {rise.sparsity} %", f"{excess.share:+.1%} at {excess.sparsity} %", f"{noise:.1%}"])
        if rise.share > noise:
            findings.append(f"- {name}: time rises by {rise.share:.1%} at {rise.sparsity} %, which is more than the noise")
        if automatic and excess.share > MOST_EXCESS:
            findings.append(f"- {name}: {excess.share:.1%} slower than dense at {excess.sparsity} %, not at most {MOST_EXCESS:.0%}")
    print(markdown_table(["measured", "largest rise", "largest excess over dense", "noise"], rows))
    print("\nTime never rises with sparsity beyond noise" + (" and stays within 5 % of dense." if automatic else ".")
          if not findings else "\nFound:\n" + "\n".join(findings))


def draw(path: Path, title: str, rounds: Sequence[Round]) -> None:
    curves = [Curve(name, sorted(fastest_of([r[name] for r in rounds]).items())) for name in rounds[0]]
    path.write_text(svg(title, "sparsity in percent", "time against dense", curves), encoding="utf-8")
    print(f"\nPlot: {path}")


def sweep(arguments: argparse.Namespace, title: str, bench: KernelBench | None) -> None:
    rounds: list[Round] = []
    cli = None if bench else program(arguments.build, "prunescope-cli")
    for k in range(arguments.rounds):
        rounds.append(kernel_round(bench, title) if bench else network_round(cli, arguments))
        progress(f"{title}: round {k + 1} of {arguments.rounds}")
    print(f"{title}, {BATCH} images, {1 if bench else arguments.threads} thread(s), {arguments.rounds} rounds; all measured.\n")
    print_findings(rounds, automatic=bench is None)
    draw(arguments.plots / f"sweep_{title}.svg", title, rounds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    build_argument(parser)
    kernel_arguments(parser)
    parser.set_defaults(shape=None)
    parser.add_argument("--model", default="lenet-5", help="network to measure, as prunescope-cli names it (default lenet-5)")
    parser.add_argument("--threads", type=int, default=os.cpu_count(), help="of the network's steps (default: all)")
    parser.add_argument("--seconds", type=float, default=1.0, help="for each sparsity and round (default 1)")
    parser.add_argument("--rounds", type=int, default=5, help="at least 2, to know the noise (default 5)")
    parser.add_argument("--plots", type=Path, default=Path(), metavar="DIR", help="folder for sweep_NAME.svg (default: this one)")
    arguments = parser.parse_args()
    if arguments.rounds < 2:
        stop("one round does not tell rise from noise.", "Give --rounds of at least 2.")
    if not arguments.plots.is_dir():
        stop(f"{arguments.plots} is no folder.", "Make it, or give another with --plots.")
    if arguments.shape is None:
        return sweep(arguments, arguments.model, None)
    bench = kernel_bench(arguments)
    for shape in bench.shape_names(arguments.shape):
        sweep(arguments, shape, bench)


if __name__ == "__main__":
    main()
