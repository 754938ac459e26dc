#!/usr/bin/env python3
"""Keeps the engine's mathematics in expressions of Eigen: a loop over single elements is an exception with a reason.

    formulas.py [ROOT]         exit status 1 and one line for each violation
    formulas.py --self-test    shows on made-up trees that the rules fire

Looked at are methods, optimisers, losses and layers: core/prune, core/optim and core/nn. The exceptions are the table in
packaging/HACKING.md under "Loops over single elements"; one that has no such loop any more is stale.
"""
import re

import tree_check

FOLDERS = ("core/prune", "core/optim", "core/nn")
HEADING = "## Loops over single elements"
LOOP = re.compile(r"for \((?:std::int64_t|Index|nn::Index) i = ")
ROW = re.compile(r"^\| `(core/[^`]+)` \| (.+) \|$")


def exceptions(root):
    text = (root / "packaging/HACKING.md").read_text(encoding="utf-8")
    section = text.split(HEADING, 1)[1].split("\n## ", 1)[0] if HEADING in text else ""
    return {row.group(1) for line in section.splitlines() if (row := ROW.match(line))}


def loops(root):
    """Files with such a loop, and its first line."""
    found = {}
    for folder in FOLDERS:
        for source in sorted((root / folder).glob("*")):
            for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), start=1):
                if LOOP.search(line):
                    found.setdefault(source.relative_to(root).as_posix(), number)
    return found


def violations(root):
    allowed, found = exceptions(root), loops(root)
    return ([f"{file}:{line}: loops over single elements; write the formula with nn/arrays.h, or give the reason in "
             f"packaging/HACKING.md" for file, line in found.items() if file not in allowed] +
            [f"packaging/HACKING.md: {file} has no such loop any more" for file in sorted(allowed - set(found))])


def self_test():
    table = f"# Working\n\n{HEADING}\n\n| file | why |\n|---|---|\n| `core/prune/sums.cpp` | fixed order |\n\n## Next\n"
    always = {"packaging/HACKING.md": table, "core/prune/sums.cpp": "for (std::int64_t i = 0; i < n; ++i) s += w[i];\n",
              "core/optim/sgd.cpp": "w -= rate * v;\n", "core/nn/loss.cpp": "for (Index k = 0; k < classes; ++k) sum += row(k);\n"}
    tree_check.try_out(violations, [
        ("clean", {}, 0),
        ("a loop", {"core/optim/sgd.cpp": "for (std::int64_t i = 0; i < n; ++i) w[i] -= v[i];\n"}, 1),
        ("in a header", {"core/nn/relu.h": "    for (Index i = 0; i < n; ++i) y[i] = 0;\n"}, 1),
        ("stale", {"core/prune/sums.cpp": "s = w.sum();\n"}, 1),
        ("no table", {"packaging/HACKING.md": "# Working\n"}, 1),
    ], always)


if __name__ == "__main__":
    tree_check.main(violations, self_test)
