#!/usr/bin/env python3
"""What callers wait who ask the runtime for one image after another at the same time, dense beside pruned.

    tests/benchmarks/callers.py build/release                  # two networks, 1, 2, 4 and 8 callers, about 3 minutes
    tests/benchmarks/callers.py build/release --callers 1,16 --seconds 5 --networks lenet-5:0.95

Each network is trained for one epoch on Fashion-MNIST; `prunescope-cli bench RUN --callers` then takes turns between it
and the same network with all of its weights. Columns, of both: images that all callers together get in a second, and
the median and the 99th percentile of what one call waits, in microseconds.
"""
from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path
from typing import Any

from bench_support import build_argument, markdown_table, output_of, program, progress

NETWORKS = ["lenet-5:0.95", "resnet-8:0.9"]
HEADINGS = ["network, sparsity", "callers", "dense, images/s", "p50, us", "p99, us", "pruned, images/s", "p50, us", "p99, us",
            "speed-up"]


def cells_of(entry: dict[str, Any]) -> list[str]:
    """One number of callers, as the JSON of `bench` has it."""
    cells = [f"{entry['callers']}"]
    for network in ("dense", "pruned"):
        waits = entry[network]
        cells += [f"{waits['images_per_second']:,.0f}", f"{waits['median_us']:.1f}", f"{waits['p99_us']:.1f}"]
    return [*cells, f"{entry['pruned']['images_per_second'] / entry['dense']['images_per_second']:.2f}"]


def rows_of(cli: Path, network: str, arguments: argparse.Namespace, folder: Path) -> list[list[str]]:
    model, _, sparsity = network.rpartition(":")
    run = folder / "run"
    output_of([cli, "train", "--dataset", "fashion-mnist", "--model", model, "--sparsity", sparsity, "--epochs", "1",
               "--seed", "1", "--out", run])
    report = json.loads(output_of([cli, "bench", run, "--callers", arguments.callers, "--seconds", str(arguments.seconds),
                                   "--json", "--no-store"]))
    return [[f"`{model}`, {float(sparsity):.0%}", *cells_of(entry)] for entry in report["callers"]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    build_argument(parser)
    parser.add_argument("--networks", nargs="+", default=NETWORKS, metavar="NAME:SPARSITY")
    parser.add_argument("--callers", default="1,2,4,8")
    parser.add_argument("--seconds", type=float, default=4, help="for each number of callers")
    arguments = parser.parse_args()
    cli = program(arguments.build, "prunescope-cli")
    rows = []
    for network in arguments.networks:
        progress(network)
        with tempfile.TemporaryDirectory() as folder:
            rows += rows_of(cli, network, arguments, Path(folder))
    print(markdown_table(HEADINGS, rows))


if __name__ == "__main__":
    main()
