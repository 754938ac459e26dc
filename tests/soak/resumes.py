#!/usr/bin/env python3
"""Kills or stops a training run at random moments, and resumes it, again and again until it has come to its end.

Bad: a record that shrank where nothing was asked to end, a run that cannot be resumed, weights or records that differ in a
bit from those of a run that nothing happened to."""
import hashlib
import random
import signal
import sqlite3
import time

import soak_support as soak

EPOCHS = 30
MOST_RESUMES = 60
# What says when, rather than what; and what each taking up and stopping adds.
TABLES = {
    "samples": "step, loss, accuracy, learning_rate, target_sparsity, sparsity, phase",
    "layer_statistics": "step, layer, kept, threshold, cut, revived, update_ratio",
    "mask_updates": "step, requested, sparsity",
    "evaluations": "step, split, loss, confusion",
    "image_answers": "step, answers",
}
EVENTS = "SELECT step, kind, before, after FROM events WHERE kind IN ('started', 'phase_changed', 'schedule_edited')"


def digest(folder):
    """Of all that a run left that says what came out."""
    sums = hashlib.sha256((folder / "final.weights").read_bytes())
    database = sqlite3.connect(f"file:{folder / 'run.db'}?mode=ro", uri=True)
    for table, columns in TABLES.items():
        sums.update(repr(database.execute(f"SELECT {columns} FROM {table} ORDER BY id").fetchall()).encode())
    sums.update(repr(database.execute(EVENTS + " ORDER BY id").fetchall()).encode())
    database.close()
    return sums.hexdigest()


def words_of(place, folder, options):
    return place.training(folder, *options, epochs=EPOCHS)


def main():
    options = soak.arguments(__doc__, count=100)
    chance = random.Random(options.seed)
    tally = soak.Tally()
    with soak.Place(options.build, options.keep) as place:
        kinds = [(), ("--method", "gmp"), ("--method", "dpf", "--set", "optimizer.name=adamw")]
        wholes = []
        seconds = 0
        for i, kind in enumerate(kinds):
            folder = place.path / f"whole{i}" / "run"
            folder.parent.mkdir()
            ending = place.run(words_of(place, folder, kind), timeout=300)
            if ending.status != 0:
                tally.count("without a kill", [str(ending)])
                tally.end()
            seconds = max(seconds, ending.seconds)
            wholes.append(digest(folder))

        def attempt(trial):
            number, seed = trial
            dice = random.Random(seed)
            kind = kinds[number % len(kinds)]
            folder = place.path / f"trial{number}" / f"run{number}"
            folder.parent.mkdir()
            faults, interruptions = [], 0
            for interruptions in range(MOST_RESUMES):
                process = place.start([*words_of(place, folder, kind), "--resume"])
                last = interruptions == MOST_RESUMES - 1
                time.sleep(dice.uniform(0, 60 if last else 0.8 * seconds * max(1, options.workers / 2)))
                before = soak.recorded(folder) if folder.exists() else None
                how = dice.choice([signal.SIGKILL, signal.SIGKILL, signal.SIGTERM])
                if process.poll() is None:
                    process.send_signal(how)
                ending = place.finish(process)
                after = soak.recorded(folder) if folder.exists() else None
                if before and (after is None or after[1] < before[1] or not after[2]):
                    faults.append(f"the record was {before} and is {after}")
                if ending.status not in (0, -9, 143, -15):
                    faults.append(str(ending))
                if faults or (after and after[0] == "finished"):
                    break
            tally.note(f"{min(interruptions, 9)} interruptions")
            if not faults and digest(folder) != wholes[number % len(kinds)]:
                faults.append(f"other bits after {interruptions} interruptions")
            tally.count(f"run {number}", faults)

        soak.try_each([(n, chance.random()) for n in range(options.count)], attempt, options.workers)
    tally.end()


if __name__ == "__main__":
    main()
