#!/usr/bin/env python3
"""Reports written four at a time into one folder: each ends well, whoever reads meanwhile finds whole files, and nothing
is left behind.

    tests/soak/reports.py [BUILD] [--count N] [--seed S] [--keep]
"""
import pathlib

from soak_support import Place, Tally, arguments

AT_A_TIME = 4


def contents(folder):
    return {path.name: path.read_bytes() for path in pathlib.Path(folder).iterdir()}


def torn(folder, whole):
    """Files that a reader finds other than they should be while they are written anew: the same run gives the same
    bytes."""
    faults = []
    for name, bytes_ in whole.items():
        try:
            if (folder / name).read_bytes() != bytes_:
                faults.append(f"{name} is not whole")
        except OSError as error:
            faults.append(f"{name}: {error.strerror}")
    return faults


def fault_of(ending):
    return [] if ending.status == 0 and not ending.error else [str(ending)]


def together(place, run, whole, tally, first, count):
    """So many reports at once."""
    processes = [place.start([place.cli, "report", run]) for _ in range(count)]
    read = []
    while any(process.poll() is None for process in processes):
        read += torn(run / "report", whole)
    for offset, process in enumerate(processes):
        ending = place.finish(process)
        # What a reader found counts once, on the first of those that were written at that time.
        tally.count(f"report {first + offset}", fault_of(ending) + (sorted(set(read)) if offset == 0 else []))
        tally.note(f"ended with status {ending.status}")


def main():
    options = arguments(__doc__.splitlines()[0], 240)
    tally = Tally()
    with Place(options.build, options.keep) as place:
        run = place.path / "run"
        trained = place.run(place.training(run, epochs=5))
        if trained.status != 0:
            raise SystemExit(f"the run itself: {trained}")
        whole = contents(run / "report")
        for first in range(0, options.count, AT_A_TIME):
            together(place, run, whole, tally, first, min(AT_A_TIME, options.count - first))
        left = sorted(set(contents(run / "report")) - set(whole))
        tally.count("the folder afterwards", [f"left behind: {', '.join(left)}"] if left else [])
    tally.end()


if __name__ == "__main__":
    main()
