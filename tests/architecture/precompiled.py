#!/usr/bin/env python3
"""Keeps files compilable without the precompiled headers: names each that uses one of them and includes it nowhere.

    precompiled.py [ROOT]         exit status 1 and one line "file: why" for each
    precompiled.py --self-test    shows on made-up files that the rule fires

A header is precompiled when packaging/cmake says so; USES tells what a file writes that needs it. The file includes it
itself or through headers of the project. A header that is precompiled and missing in USES is a fault, too: nobody
would notice a file that forgets it.
"""
import re

import tree_check

# Nearly every header brings these, so a file need not name them.
EVERYWHERE = {"string", "string_view", "utility", "memory", "QString"}
USES = {
    "algorithm": r"std::(ranges::)?(sort|stable_sort|find_if|min_element|max_element|any_of|all_of|none_of|clamp|transform"
                 r"|lower_bound|upper_bound|count_if|nth_element|copy_n|fill_n|minmax)\b",
    "cmath": r"std::(sqrt|exp|log|log10|log2|pow|floor|ceil|round|lround|llround|isfinite|isnan|fma|tanh|sin|cos|hypot)\b",
    "filesystem": r"std::filesystem::",
    "fmt/format.h": r"fmt::(format|format_to|print)\b",
    "functional": r"std::(function|less|greater|hash|plus|identity)\b",
    "map": r"std::(multi)?map<",
    "nlohmann/json.hpp": r"nlohmann::(ordered_)?json\b",
    "optional": r"std::(optional<|nullopt\b|make_optional)",
    "vector": r"std::vector<",
}
# Headers that bring another one: by name, or because what they declare is derived from it.
BRINGS = {"nlohmann/json.hpp": {"nlohmann/json_fwd.hpp"}, "fmt/format.h": {"fmt/ranges.h", "fmt/chrono.h"},
          "QWidget": {"QLabel", "QMainWindow", "QDialog"}}
INCLUDE = re.compile(r'^\s*#\s*include\s*(<[^>]+>|"[^"]+")', re.MULTILINE)
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"", re.DOTALL)


def precompiled(root):
    """The headers that the two lists name, without brackets."""
    text = "".join((root / "packaging/cmake" / name).read_text() for name in ("PrunescopeLayer.cmake", "PrunescopeWindow.cmake"))
    lists = re.findall(r"set\(prunescope_(?:ui_)?headers ([^)]*)\)", text)
    return {name for each in lists for name in re.findall(r"<([^>]+)>", each)}


def use_of(header):
    """What a file writes that needs the header, or None when nobody has to include it."""
    if header in EVERYWHERE:
        return None
    if header.startswith("Q"):  # a pointer needs a declaration only
        return rf"\bnew {header}\b|\b{header}::|\b{header}\(|\b{header} \w+[;({{=]"
    return USES[header]


def included(root, path, known):
    """Every header that the file includes, itself or through headers of the project."""
    if path in known:
        return known[path]
    known[path] = found = set()
    for name in INCLUDE.findall(path.read_text()):
        if name[0] == "<":
            found.add(name[1:-1])
            continue
        for base in (root, root / "core", path.parent):
            if (base / name[1:-1]).is_file():
                found |= included(root, base / name[1:-1], known)
                break
    return found


def violations(root):
    headers = precompiled(root)
    missing = sorted(h for h in headers if h not in EVERYWHERE and not h.startswith("Q") and h not in USES)
    found = [f"packaging/cmake: <{h}> is precompiled, and tests/architecture/precompiled.py does not know what needs it" for h in missing]
    known = {}
    for path in sorted(p for folder in ("core", "ui") for p in (root / folder).rglob("*") if p.suffix in (".cpp", ".h")):
        text = COMMENT.sub('""', path.read_text())
        text = INCLUDE.sub("", text)
        has = included(root, path, known)
        for header in sorted(headers - set(missing)):
            use = use_of(header)
            match = use and re.search(use, text)
            if match and header not in has and not BRINGS.get(header, set()) & has:
                found.append(f"{path.relative_to(root)}: uses {match.group(0).strip()} and does not include <{header}>")
    return found


def self_test():
    cases = [
        ("a header of its own", {"core/a.cpp": "#include <vector>\nstd::vector<int> a;"}, 0),
        ("through a header of the project", {"core/b.h": "#include <vector>", "core/a.cpp": '#include "b.h"\nstd::vector<int> a;'}, 0),
        ("nowhere", {"core/a.cpp": "std::vector<int> a;"}, 1),
        ("in words alone", {"core/a.cpp": '// std::vector<int>\nauto a = "std::vector<int>";'}, 0),
        ("a widget made", {"ui/a.cpp": "auto* a = new QLabel;"}, 1),
        ("a widget named", {"ui/a.h": "class QLabel;\nQLabel* a;"}, 0),
        ("a header nobody knows", {"core/a.cpp": "", "packaging/cmake/PrunescopeLayer.cmake": "set(prunescope_headers <regex>)"}, 1),
    ]
    lists = {"packaging/cmake/PrunescopeLayer.cmake": "set(prunescope_headers <vector>)",
             "packaging/cmake/PrunescopeWindow.cmake": "set(prunescope_ui_headers <QLabel>)"}
    tree_check.try_out(violations, cases, lists)


if __name__ == "__main__":
    tree_check.main(violations, self_test)
