#!/usr/bin/env python3
"""Reports of one run, four at a time into one folder: none may fail, disturb another, or leave anything behind.

    tests/soak/concurrent_reports.py [BUILD] [--count N]

Every second round one of the four is killed at some moment; the others, and the next one, must not mind. See
soak_support.py for the rest.
"""
import hashlib
import pathlib
import random
import re
import sys
import time

import soak_support as soak

AT_A_TIME = 4
FILES = {"report.json", "metrics.csv", "layers.csv", "events.csv", "index.html"}


def faults_of(folder):
    """What is wrong with the report that is there."""
    found = []
    there = {p.name for p in folder.iterdir() if not p.name.startswith(".prunescope-")}
    if there != FILES:
        found.append(f"the folder holds {sorted(there)}")
        return found
    total = hashlib.sha256((folder / "report.json").read_bytes()).hexdigest()
    page = (folder / "index.html").read_text()
    if not page.rstrip().endswith("</html>"):
        found.append("index.html is not whole")
    if not re.search(total, page):
        found.append("index.html is of another report.json")
    return found


def main():
    options = soak.arguments(__doc__.split("\n")[0], 240)
    tally = soak.Tally()
    chance = random.Random(options.seed)
    with soak.Place(options.build, options.keep) as place:
        run = place.path / "run"
        made = place.run(place.training(run, epochs=2))
        if made.status != 0:
            sys.exit(f"no run to begin with: {made}")
        folder = pathlib.Path(run) / "report"
        words = [place.cli, "report", run]
        for first in range(0, options.count, AT_A_TIME):
            since = time.monotonic()
            together = [place.start(words) for _ in range(min(AT_A_TIME, options.count - first))]
            victim = together[0] if first // AT_A_TIME % 2 else None
            if victim:
                time.sleep(chance.random() * 0.2)
                victim.kill()
            for number, process in enumerate(together):
                ending = place.finish(process, 120, since)
                if process is victim:
                    tally.note("killed")
                    tally.count(f"report {first + number}, killed", [])
                    continue
                faults = [] if ending.status == 0 else [str(ending)]
                tally.count(f"report {first + number}", faults)
            for fault in faults_of(folder):
                tally.count(f"folder after {first + len(together)} reports", [fault])
    tally.end()


if __name__ == "__main__":
    main()
