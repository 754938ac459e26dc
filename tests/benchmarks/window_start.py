#!/usr/bin/env python3
"""How long the window takes to appear: from the start of the program until its picture stands on the screen.

    tests/benchmarks/window_start.py build/release [--rounds N] [--runs RUNS]

Needs Debian's xvfb. The X server draws into a file; the window is there when most of the screen differs from what it was.
Every round starts the program once on an empty workspace and once on one of RUNS recorded runs, all of them copies of one
short run. The files were read before (warm). Prints each start, then the medians; run it on an idle machine.
"""
from __future__ import annotations

import argparse
import mmap
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "soak"))
import soak_support as soak  # noqa: E402  (made-up data for one short run)

from bench_support import build_argument, program, stop, virtual_screen  # noqa: E402

SAMPLES = 2000
MOST_SECONDS = 30.0


class Screen:
    """The picture of an X server that draws into a file, looked at in a few places."""

    def __init__(self, frame: Path) -> None:
        with frame.open("rb") as file:
            self.pixels = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self.places = range(4096, len(self.pixels), len(self.pixels) // SAMPLES)

    def look(self) -> list[int]:
        return [self.pixels[place] for place in self.places]


def changed(before: list[int], after: list[int]) -> float:
    """How much of a picture differs, from 0 to 1."""
    return sum(a != b for a, b in zip(before, after)) / len(before)


def start(window: Path, workspace: Path, home: Path, display: str, screen: Screen) -> float:
    """Milliseconds until the window's picture stands on the screen."""
    empty = screen.look()
    environment = {**os.environ, "DISPLAY": display, "HOME": str(home), "XDG_RUNTIME_DIR": str(home), "LC_ALL": "C.UTF-8"}
    began = time.perf_counter()
    process = subprocess.Popen([window, "--workspace", workspace], env=environment)
    try:
        while changed(empty, screen.look()) < 0.5:
            if process.poll() is not None or time.perf_counter() - began > MOST_SECONDS:
                stop("no window appeared.", f"Try it by hand: {window} --workspace {workspace}")
            time.sleep(0.002)
        return 1000 * (time.perf_counter() - began)
    finally:
        process.kill()
        process.wait()
        while changed(empty, screen.look()) > 0:  # the server clears it a moment later
            time.sleep(0.01)


def many_runs(build: Path, folder: Path, count: int) -> Path:
    """A workspace of so many runs."""
    workspace = folder / "runs"
    workspace.mkdir()
    with soak.Place(build) as place:
        ending = place.run(place.training(folder / "run", epochs=3), timeout=300)
        if ending.status != 0:
            stop("the run to copy failed.", str(ending))
    for number in range(count):
        shutil.copytree(folder / "run", workspace / f"run-{number:04}")
    return workspace


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    build_argument(parser)
    parser.add_argument("--rounds", type=int, default=7, help="starts of each kind (%(default)s)")
    parser.add_argument("--runs", type=int, default=1000, help="runs in the full workspace (%(default)s)")
    options = parser.parse_args()
    window = program(options.build, "prunescope")
    with tempfile.TemporaryDirectory() as name, virtual_screen(Path(name)) as display:
        folder = Path(name)
        (folder / "empty").mkdir()
        workspaces = {"empty workspace": folder / "empty", f"{options.runs} runs": many_runs(options.build, folder, options.runs)}
        screen = Screen(folder / "Xvfb_screen0")
        times: dict[str, list[float]] = {kind: [] for kind in workspaces}
        for number in range(options.rounds + 1):  # the first round reads the files
            for kind, workspace in workspaces.items():
                took = start(window, workspace, folder, display, screen)
                if number > 0:
                    times[kind].append(took)
        print("| start of the window | median | fastest to slowest |\n|---|---|---|")
        for kind, all_of_it in times.items():
            print(f"| {kind} | {statistics.median(all_of_it):.0f} ms | {min(all_of_it):.0f} to {max(all_of_it):.0f} ms |")


if __name__ == "__main__":
    main()
