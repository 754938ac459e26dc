#!/usr/bin/env python3
"""Trains onto disks that are too small, or that fill up and get free again.

Where the script may mount, each disk is a tmpfs of its own; else a limit of file sizes stands for it. The user's own places are on another
disk, so that every run has to be saved as a whole, and to end with status 0. Bad: anything else."""
import random
import subprocess
import threading
import time

import soak_support as soak

EPOCHS = 60
FRESH_SIZES = [100, 150, 200, 250, 300, 350, 400, 500, 700]


class SmallDisk:
    """A tmpfs of so many kilobytes."""

    def __init__(self, folder, kilobytes):
        self.folder = folder
        folder.mkdir(parents=True)
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "none", folder], check=True, capture_output=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        subprocess.run(["umount", "-l", self.folder], check=True)

    def fill(self):
        with open(self.folder / "filler", "wb", buffering=0) as filler:
            try:
                while True:
                    filler.write(bytes(4096))
            except OSError:
                pass

    def free(self):
        (self.folder / "filler").unlink(missing_ok=True)


def may_mount(folder):
    try:
        with SmallDisk(folder, 100):
            return True
    except (OSError, subprocess.CalledProcessError):
        return False


def small_from_the_start(place, below, kilobytes, words):
    with SmallDisk(below / "disk", kilobytes):
        ending = place.run(words(below / "disk" / "run"), environment={"XDG_STATE_HOME": below / "state"}, timeout=300)
        return ending, soak.judge(below, ending, words.steps)


def filled_meanwhile(place, below, words, full_from, full_for):
    """Full for some seconds, or to the end when `full_for` is None."""
    with SmallDisk(below / "disk", 4000) as disk:
        since = time.monotonic()
        process = place.start(words(below / "disk" / "run"), environment={"XDG_STATE_HOME": below / "state"})

        def change():
            time.sleep(full_from)
            disk.fill()
            if full_for is not None:
                time.sleep(full_for)
                disk.free()

        changing = threading.Thread(target=change)
        changing.start()
        ending = place.finish(process, 300, since)
        changing.join()
        faults = soak.judge(below, ending, words.steps)
        # The end of the record waits for space; weights that find none at once are saved on another disk. A run that
        # met the full disk before it began was refused with a word, which `judge` looks for.
        own = soak.recorded(below / "disk/run")
        if full_for is not None and ending.status == 0 and (own is None or own[0] != "finished"):
            faults.append(f"its own folder holds {own}, although the disk was free again")
        return ending, faults


def limited(place, below, kilobytes, words):
    """Without a mount: no file may grow beyond the limit, wherever it is."""
    ending = place.run(words(below / "run"), limit=soak.limits(file_bytes=kilobytes * 1024), timeout=300,
                       environment={"XDG_STATE_HOME": below / "state"})
    return ending, soak.judge(below, ending, words.steps, weights_possible=kilobytes > words.weights_kilobytes)


class Words:
    """The words of a run, and what a whole one records."""

    def __init__(self, place):
        self.place = place
        folder = place.path / "whole" / "run"
        ending = place.run(self(folder), timeout=300)
        assert ending.status == 0, ending
        self.seconds = ending.seconds
        self.steps = soak.recorded(folder)[1]
        self.weights_kilobytes = (folder / "final.weights").stat().st_size // 1024

    def __call__(self, folder):
        return self.place.training(folder, epochs=EPOCHS)


def main():
    options = soak.arguments(__doc__, count=15)
    chance = random.Random(options.seed)
    tally = soak.Tally()
    with soak.Place(options.build, options.keep) as place:
        words = Words(place)
        mounts = may_mount(place.path / "try")

        def attempt(number):
            below = place.path / f"trial{number}"
            below.mkdir()
            kilobytes = FRESH_SIZES[(number - number // 5 * 2) % len(FRESH_SIZES)]
            if not mounts:
                what, (ending, faults) = f"limit of {kilobytes} kB", limited(place, below, kilobytes, words)
            elif number % 5 < 3:
                what = f"disk of {kilobytes} kB"
                ending, faults = small_from_the_start(place, below, kilobytes, words)
            else:
                start = chance.uniform(0.05, 0.8 * words.seconds)
                length = [1, None, 3][number // 5 % 3]
                what = f"full after {start:.2f} s for {length or 'ever'}"
                ending, faults = filled_meanwhile(place, below, words, start, length)
            tally.note(f"status {ending.status}")
            tally.count(f"{number}: {what}", faults)

        soak.try_each(range(options.count), attempt, options.workers)
    tally.end()


if __name__ == "__main__":
    main()
