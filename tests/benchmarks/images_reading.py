#!/usr/bin/env python3
"""How long a folder of pictures takes to become a data set: read for the first time, and from the cache.

    tests/benchmarks/images_reading.py build/release FOLDER [--rounds N] [--size N]

FOLDER has a folder of pictures for each class, or such folders train and test. A run is started and counts as begun, its
data read, divided and measured, once its folder is there; then it is ended. Every round empties the cache, and reads twice.
The files themselves were read before (warm). Prints the medians; run it on an idle machine.
"""
from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from bench_support import build_argument, program, stop

MOST_SECONDS = 600.0


def read(train: Path, pictures: Path, size: int, home: Path) -> float:
    """Seconds until a run on the pictures has begun."""
    run = home / "run"
    shutil.rmtree(run, ignore_errors=True)
    environment = {**os.environ, "XDG_CACHE_HOME": str(home / "cache")}
    command = [train, "train", "--dataset", "images", "--data-dir", pictures, "--set", f"data.size={size}", "--model", "mlp:4",
               "--out", run]
    began = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        while not (run / "config.json").exists():
            if process.poll() is not None or time.perf_counter() - began > MOST_SECONDS:
                stop(f"no run began: {process.stderr.read().strip() if process.returncode else 'it took too long'}",
                     "Try it by hand: " + " ".join(map(str, command)))
            time.sleep(0.002)
        return time.perf_counter() - began
    finally:
        process.kill()
        process.wait()
        process.stderr.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    build_argument(parser)
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="folder of the pictures")
    parser.add_argument("--rounds", type=int, default=5, help="times that the cache is emptied (%(default)s)")
    parser.add_argument("--size", type=int, default=32, help="rows and columns of every picture (%(default)s)")
    options = parser.parse_args()
    train = program(options.build, "prunescope-cli")
    times: dict[str, list[float]] = {"first time": [], "from the cache": []}
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        for number in range(options.rounds + 1):  # the first round reads the files
            shutil.rmtree(home / "cache", ignore_errors=True)
            for took in times.values():
                seconds = read(train, options.folder.resolve(), options.size, home)
                if number > 0:
                    took.append(seconds)
    print("| pictures become a data set | median | fastest to slowest |\n|---|---|---|")
    for kind, took in times.items():
        print(f"| {kind} | {statistics.median(took):.2f} s | {min(took):.2f} to {max(took):.2f} s |")


if __name__ == "__main__":
    main()
