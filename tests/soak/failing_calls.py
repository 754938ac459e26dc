#!/usr/bin/env python3
"""Fails file calls of a training run: the n-th of a kind, once or for ever, with each error that it can give.

Three in four fail only on files of the run's folder, so that the run can be saved elsewhere; the others wherever the
run saves anything. Then the run is resumed, and nothing fails any more. Bad: crash, hang, "saved" that is not, "failed" that
is not, no weights where some could be written, a run that cannot be resumed, or ends in other weights than one that nothing
happened to."""
import errno
import os
import pathlib
import random
import subprocess
import sys

import soak_support as soak

EPOCHS = 15
ERRORS = {
    "open": ["ENOSPC", "EIO", "EMFILE", "EACCES"],
    "read": ["EIO"],
    "pread": ["EIO"],
    "write": ["ENOSPC", "EIO", "EDQUOT"],
    "pwrite": ["ENOSPC", "EIO", "EDQUOT"],
    "fsync": ["EIO", "ENOSPC"],
    "fdatasync": ["EIO", "ENOSPC"],
    "ftruncate": ["EIO", "EFBIG"],
    "rename": ["EIO", "ENOSPC", "EACCES"],
    "link": ["EIO", "EACCES"],
    "unlink": ["EIO", "EACCES"],
    "mkdir": ["ENOSPC", "EACCES"],
    "close": ["EIO", "ENOSPC"],
    "stat": ["EIO", "EACCES"],
}


def build_injector(folder):
    """The library that fails calls, compiled for this machine."""
    source = pathlib.Path(__file__).with_name("fault_injector.cpp")
    library = pathlib.Path(folder) / "fault_injector.so"
    compiler = os.environ.get("CXX", "g++")
    subprocess.run([compiler, "-std=c++20", "-O1", "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    return library


def count_calls(place, injector):
    """How many calls of each kind a run that nothing happens to makes on its files, and its steps."""
    below = place.path / "counted"
    below.mkdir()
    counts = below / "counts"
    ending = place.run(place.training(below / "run", epochs=EPOCHS), timeout=300,
                       environment={"LD_PRELOAD": injector, "FAULT_PATH": below / "run", "FAULT_COUNT": counts})
    record = soak.recorded(below / "run")
    if ending.status != 0 or record is None or record[0] != "finished":
        sys.exit(f"error: the run fails by itself: {ending}")
    weights = (below / "run" / "final.weights").read_bytes()
    calls = dict(line.split() for line in counts.read_text().splitlines())
    return {kind: int(number) for kind, number in calls.items()}, record[1], weights


def trials_of(counts, count, chance):
    kinds = [(call, error, ever) for call, errors in ERRORS.items() if counts.get(call, 0) > 0 for error in errors
             for ever in (False, True)]
    chance.shuffle(kinds)
    for number in range(count):
        call, error, ever = kinds[number % len(kinds)]
        at = chance.randint(1, counts[call])
        yield number, call, error, ever, at, number % 4 == 3


def main():
    options = soak.arguments(__doc__, count=800)
    chance = random.Random(options.seed)
    tally = soak.Tally()
    with soak.Place(options.build, options.keep) as place:
        injector = build_injector(place.path)
        counts, steps, weights = count_calls(place, injector)
        print("calls of a whole run: " + ", ".join(f"{n} {call}" for call, n in counts.items()), flush=True)

        def attempt(trial):
            number, call, error, ever, at, everywhere = trial
            below = place.path / f"trial{number}"
            folder = below / f"run{number}"
            (below / "tmp").mkdir(parents=True)
            environment = {
                "LD_PRELOAD": injector, "FAULT_CALL": call, "FAULT_AT": str(at), "FAULT_EVER": str(int(ever)),
                "FAULT_ERRNO": str(getattr(errno, error)), "FAULT_PATH": below if everywhere else folder,
                "XDG_STATE_HOME": below / "state", "HOME": below / "home", "TMPDIR": below / "tmp",
            }
            ending = place.run(place.training(folder, epochs=EPOCHS), timeout=300, environment=environment)
            # A kind of call that fails for ever and everywhere leaves no place to save anything.
            possible = not (ever and everywhere)
            where = "everywhere" if everywhere else "in the run's folder"
            name = f"{number}: {call} {at} {'and on' if ever else 'once'} {error} {where}"
            faults = soak.judge(below, ending, steps, possible)
            # What was moved goes on elsewhere, and what is left of it in the old folder perhaps is no record.
            if folder.exists() and "The run was moved" not in ending.error:
                resumed = place.run(place.training(folder, "--resume", epochs=EPOCHS), timeout=300)
                # Those of a run that came to its end may lie where they could be saved.
                same = any(path.read_bytes() == weights for path in below.rglob("*final.weights"))
                if resumed.status != 0 or not same:
                    faults.append(f"resumed: {resumed}, {'the same' if same else 'other'} weights")
            tally.note(f"status {ending.status}")
            tally.count(name, faults)

        soak.try_each(list(trials_of(counts, options.count, chance)), attempt, options.workers)
    tally.end()


if __name__ == "__main__":
    main()
