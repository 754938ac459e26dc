#!/usr/bin/env python3
"""Kills a training run with SIGKILL at random moments: what was committed before stays, whole and in order.

Bad: a record that shrank or has a gap, a run that says "finished" without its weights, `list`, `show` or `report` that
crash, hang or write nothing, a state other than "cut off" of a run that was."""
import random
import time

import soak_support as soak

EPOCHS = 40


def words_of(place, folder):
    return place.training(folder, epochs=EPOCHS)


def faults_after_the_kill(place, folder, before):
    faults = []
    after = soak.recorded(folder)
    if before and (after is None or after[1] < before[1] or not after[2]):
        faults.append(f"the record was {before} before the kill and is {after}")
    if after and after[0] == "finished" and not soak.is_whole_weight_file(folder / "final.weights"):
        faults.append("finished, but without its weights")
    listed = place.run([place.cli, "list", folder.parent])
    shown = place.run([place.cli, "show", folder])
    for name, ending in (("list", listed), ("show", shown)):
        if ending.hung or ending.crashed or not (ending.output + ending.error).strip():
            faults.append(f"{name}: {ending}")
    if after and after[0] is None and after[1] > 0 and "cut off" not in listed.output:
        faults.append(f"list does not say that it was cut off: {listed}")
    return faults


def main():
    options = soak.arguments(__doc__, count=300)
    chance = random.Random(options.seed)
    tally = soak.Tally()
    with soak.Place(options.build, options.keep) as place:
        whole = place.run(words_of(place, place.path / "whole" / "run"), timeout=300)
        if whole.status != 0:
            tally.count("without a kill", [str(whole)])
        # Those that train at the same time take the longer for it.
        longest = 1.2 * whole.seconds * max(1, options.workers / 2)
        moments = [chance.uniform(0, longest) for _ in range(options.count)]

        def attempt(trial):
            number, moment = trial
            folder = place.path / f"trial{number}" / f"run{number}"
            folder.parent.mkdir()
            process = place.start(words_of(place, folder))
            time.sleep(moment)
            before = soak.recorded(folder)
            process.kill()
            place.finish(process)
            after = soak.recorded(folder)
            tally.note("nothing recorded yet" if after is None else f"state {after[0]}" if after[0] else
                       "cut off before its first step" if after[1] == 0 else "cut off")
            tally.count(f"kill {number} after {moment:.3f} s", faults_after_the_kill(place, folder, before))

        soak.try_each(list(enumerate(moments)), attempt, options.workers)
    tally.end()


if __name__ == "__main__":
    main()
