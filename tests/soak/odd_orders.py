#!/usr/bin/env python3
"""Tries odd orders of use in a real window on an X server of its own: freeze early, undo, a second run, a damaged
one, a folder that is gone, another theme, language, screen size in mid-run. After each order the words on the screen
are compared with the database.

    tests/soak/odd_orders.py [BUILD] [--count N]

What an order does is drawn by its number, so that "order 7" is the same one every time. It prints
"N tried, B bad endings" and ends with 1 when B > 0, or when the window dies.
"""
import argparse
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("build", nargs="?", default=ROOT / "build/dev", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=30)
    options = parser.parse_args()
    program = next(options.build.rglob("ui_window_tests"), None)
    if program is None:
        sys.exit(f"{options.build}: ui_window_tests is not built there")
    environment = dict(os.environ, PRUNESCOPE_ODD_ORDERS=str(options.count))
    ending = subprocess.run([ROOT / "tests/ui/window/run_under_xvfb", program.resolve(), "--gtest_filter=OddOrders.*"],
                            env=environment, capture_output=True, text=True, check=False)
    told = re.search(r"(\d+) tried, (\d+) bad endings", ending.stdout)
    if told is None or ending.returncode != 0:
        print(ending.stdout[-6000:], ending.stderr[-2000:])
    print(told.group(0) if told else f"{options.count} tried, the window died (status {ending.returncode})")
    sys.exit(0 if told and told.group(2) == "0" and ending.returncode == 0 else 1)


if __name__ == "__main__":
    main()
