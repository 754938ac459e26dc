#!/usr/bin/env python3
"""What the open window costs: how long its event loop lets an event wait, and how much slower training is.

    tests/benchmarks/compare_window.py build/release [ROUNDS] [SECONDS]

Needs Debian's xvfb and xdotool. In every round the default experiment (lenet-5 on all cores) trains for SECONDS in the
terminal and then in the window, on an X server of its own that draws into memory. Speed is that of whole steps,
evaluations included, from the run's own record. Prints every round, then the medians; run it on an idle machine.
"""
import json
import os
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench_support import virtual_screen

FIRST_STEP = 100  # before it, caches and memory are still cold


def images_per_second(workspace, batch=128):
    run = next(Path(workspace).glob("**/run.db"))
    with sqlite3.connect(run) as db:
        steps, ms = zip(*db.execute("select step, process_ms from samples where step >= ? order by step", (FIRST_STEP,)))
    return batch * (steps[-1] - steps[0]) / (ms[-1] - ms[0]) * 1000


def in_terminal(build, seconds, folder):
    program = subprocess.Popen([f"{build}/prunescope-cli", "train", "--out", f"{folder}/run"], stdout=subprocess.DEVNULL)
    time.sleep(seconds)
    program.send_signal(signal.SIGINT)
    program.wait()
    return images_per_second(folder)


def in_window(build, seconds, folder, display):
    runtime = Path(folder) / "runtime"
    runtime.mkdir(mode=0o700)
    surroundings = {**os.environ, "DISPLAY": display, "HOME": folder, "XDG_RUNTIME_DIR": str(runtime), "LC_ALL": "C.UTF-8"}
    diagnosis = Path(folder) / "diagnosis.json"
    command = [f"{build}/prunescope", "--start", "--workspace", f"{folder}/runs", "--diagnose", str(diagnosis)]
    program = subprocess.Popen(command, env=surroundings)
    time.sleep(seconds)
    while program.poll() is None:
        # Close, and agree to stop the run. There is no window manager that would give the focus.
        for title, key in ((" – Prunescope$", "ctrl+q"), ("^Close Prunescope$", "Return")):
            search = ["xdotool", "search", "--onlyvisible", "--name", title, "windowfocus", "--sync", "key", key]
            subprocess.run(search, env=surroundings, stderr=subprocess.DEVNULL, check=False)
            time.sleep(2)
    return images_per_second(f"{folder}/runs"), json.loads(diagnosis.read_text())


def main():
    build = sys.argv[1]
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    seconds = float(sys.argv[3]) if len(sys.argv) > 3 else 40
    terminal, window, loops = [], [], []
    with tempfile.TemporaryDirectory() as frame, virtual_screen(Path(frame)) as display:
        for _ in range(rounds):
            with tempfile.TemporaryDirectory() as folder:
                terminal.append(in_terminal(build, seconds, folder))
            with tempfile.TemporaryDirectory() as folder:
                speed, loop = in_window(build, seconds, folder, display)
            window.append(speed)
            loops.append(loop)
            print(f"terminal {terminal[-1]:6.0f} images/s   window {speed:6.0f} images/s   event loop "
                  + "   ".join(f"{key} {loop[key]:6.2f}" for key in ("p50_ms", "p99_ms", "worst_ms")), flush=True)
    loss = 1 - statistics.median(window) / statistics.median(terminal)
    print(f"training loses {100 * loss:.1f} % to the open window; worst delay of all rounds "
          f"{max(loop['worst_ms'] for loop in loops):.2f} ms")


main()
