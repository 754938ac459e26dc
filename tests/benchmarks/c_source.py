#!/usr/bin/env python3
"""Times networks that were exported as C source beside the engine of this program, one image on one thread.

    tests/benchmarks/c_source.py build/release                  # four networks, about 6 minutes
    tests/benchmarks/c_source.py build/release --rounds 9 --networks lenet-5:0.95

Each network is trained for one epoch on Fashion-MNIST and exported with `--format c`; NAME_bench.c, compiled with
`-O3 -march=native -std=gnu99`, and `prunescope-cli bench --weights` take turns. Columns:

  engine        median of one image by the engine, microseconds; the median over the rounds
  gcc, clang    the same of the generated program; in brackets how many times as long as the engine
  constants     bytes of all tables of the generated program, which it states itself
  M4 flash, RAM text + data and data + bss of the object file for a Cortex-M4 with its floating-point unit, by
                arm-none-eabi-size: code and tables, and the memory that it works in
"""
from __future__ import annotations

import argparse
import json
import shutil
import statistics
import tempfile
from pathlib import Path

from bench_support import build_argument, markdown_table, output_of, program, progress, stop

NETWORKS = ["lenet-5:0.95", "lenet-5:0.5", "lenet-300-100:0.95", "resnet-8:0.9"]
FAST = ["-O3", "-march=native", "-std=gnu99"]
MICROCONTROLLER = ["-mcpu=cortex-m4", "-mthumb", "-mfloat-abi=hard", "-mfpu=fpv4-sp-d16", "-O2", "-std=c99"]


def fields_of(line: str) -> dict[str, float]:
    """The values of the one line that NAME_bench prints."""
    return {key: float(value) for key, value in (word.split("=") for word in line.split()[1:])}


def bytes_of(listing: str) -> tuple[int, int]:
    """Flash and RAM from what `size` prints of one file."""
    text, data, bss = (int(number) for number in listing.splitlines()[1].split()[:3])
    return text + data, data + bss


def microcontroller_bytes(folder: Path) -> tuple[str, str]:
    if shutil.which("arm-none-eabi-gcc") is None:
        return "-", "-"
    target = folder / "net.o"
    output_of(["arm-none-eabi-gcc", *MICROCONTROLLER, "-c", folder / "net.c", "-o", target])
    flash, ram = bytes_of(output_of(["arm-none-eabi-size", target]))
    return f"{flash:,}", f"{ram:,}"


def compiled(folder: Path) -> dict[str, Path]:
    """The benchmark by each compiler that is there."""
    programs = {}
    for compiler in ("gcc", "clang"):
        if shutil.which(compiler) is not None:
            programs[compiler] = folder / compiler
            output_of([compiler, *FAST, folder / "net.c", folder / "net_bench.c", "-o", programs[compiler]])
    if not programs:
        stop("there is no C compiler.", "Install gcc or clang.")
    return programs


def row_of(cli: Path, network: str, rounds: int, folder: Path) -> list[str]:
    model, _, sparsity = network.rpartition(":")
    run = folder / "run"
    output_of([cli, "train", "--dataset", "fashion-mnist", "--model", model, "--sparsity", sparsity, "--epochs", "1",
               "--seed", "1", "--out", run])
    output_of([cli, "export", run, "--format", "c", "--out", folder / "net.c"])
    programs = compiled(folder)
    engine: list[float] = []
    generated: dict[str, list[float]] = {compiler: [] for compiler in programs}
    fields: dict[str, float] = {}
    for _ in range(rounds):
        report = json.loads(output_of([cli, "bench", "--weights", run / "final.weights", "--threads", "1", "--seconds",
                                       "0.3", "--json", "--no-store"]))
        engine.append(next(r["batch1_us"]["median"] for r in report["results"] if r["own_model"]))
        for compiler, binary in programs.items():
            fields = fields_of(output_of([binary]))
            generated[compiler].append(fields["median_us"])
    own = statistics.median(engine)
    times = [f"{statistics.median(t):.1f} ({statistics.median(t) / own:.2f}x)" for t in generated.values()]
    return [f"`{model}`, {float(sparsity):.0%}", f"{own:.1f}", *times, f"{fields['constant_bytes']:,.0f}",
            *microcontroller_bytes(folder)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    build_argument(parser)
    parser.add_argument("--networks", nargs="+", default=NETWORKS, metavar="NAME:SPARSITY")
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    cli = program(arguments.build, "prunescope-cli")
    rows = []
    for network in arguments.networks:
        progress(network)
        with tempfile.TemporaryDirectory() as folder:
            rows.append(row_of(cli, network, arguments.rounds, Path(folder)))
    compilers = [f"{name}, us" for name in ("gcc", "clang") if shutil.which(name) is not None]
    print(markdown_table(["network, sparsity", "engine, us", *compilers, "constants, bytes", "M4 flash, bytes",
                          "M4 RAM, bytes"], rows))


if __name__ == "__main__":
    main()
