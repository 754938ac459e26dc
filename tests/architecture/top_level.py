#!/usr/bin/env python3
"""Keeps the top level of the project as it was agreed: everything else has a place in one of its folders.

    top_level.py [ROOT]         exit status 1 and one line for each entry that does not belong there, or is missing
    top_level.py --self-test    shows on made-up folders that the rule fires

What .gitignore leaves out of the project (builds, runs) is not looked at.
"""
import fnmatch

import tree_check

AGREED = {"CMakeLists.txt", "ui", "core", "resources", "tests", "packaging", "README.md"}
NEEDED_BY_TOOLS = {"CMakePresets.json", ".ci", ".clang-format", ".clang-tidy", ".git", ".gitignore", "LICENSE"}


def violations(root):
    ignored = [line.strip("/") for line in (root / ".gitignore").read_text().split()]
    present = {entry.name for entry in root.iterdir()
               if not any(fnmatch.fnmatch(entry.name, pattern) for pattern in ignored)}
    # Sources that were unpacked from an archive have no history.
    missing = (AGREED | NEEDED_BY_TOOLS) - present - {".git"}
    return ([f"{name}: does not belong to the top level" for name in sorted(present - AGREED - NEEDED_BY_TOOLS)] +
            [f"{name}: is missing" for name in sorted(missing)])


def self_test():
    whole = (AGREED | NEEDED_BY_TOOLS) - {".git"}
    cases = [("as agreed", whole, 0), ("with a build", whole | {"build"}, 0), ("a stray file", whole | {"notes.txt"}, 1),
             ("without its licence", whole - {"LICENSE"}, 1)]
    ignored = {".gitignore": "/build/\n*.swp\n"}
    made = [(name, dict.fromkeys(entries, "") | ignored, count) for name, entries, count in cases]
    tree_check.try_out(violations, made)


if __name__ == "__main__":
    tree_check.main(violations, self_test)
