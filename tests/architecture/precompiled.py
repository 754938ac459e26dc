#!/usr/bin/env python3
"""Keeps files compilable without the precompiled headers: names each that uses one of them and includes it nowhere.

    precompiled.py [ROOT]         exit status 1 and one line "file: why" for each
    precompiled.py --self-test    shows on made-up files that the rule fires

A header is precompiled when packaging/cmake says so, or a folder's line after PRECOMPILES; USES tells what a file writes
that needs it. The file includes it itself or through headers of the project. A header that is precompiled and missing in
USES is a fault, too: nobody would notice a file that forgets it. One of the project's own brings others, and each is needed
by a file that writes the name of a type which it defines.
"""
import re

import tree_check

# Nearly every header brings these, so a file need not name them.
EVERYWHERE = {"string", "string_view", "utility", "memory", "QString"}
USES = {
    "algorithm": r"std::(ranges::)?(sort|stable_sort|find_if|min_element|max_element|any_of|all_of|none_of|clamp|transform"
                 r"|lower_bound|upper_bound|count_if|nth_element|copy_n|fill_n|minmax)\b",
    "cmath": r"std::(sqrt|exp|log|log10|log2|pow|floor|ceil|round|lround|llround|isfinite|isnan|fma|tanh|sin|cos|hypot)\b",
    "Eigen/Core": r"\bEigen::",
    "filesystem": r"std::filesystem::",
    "fmt/format.h": r"fmt::(format|format_to|print)\b",
    "future": r"std::(future|promise|packaged_task|async)\b",
    "functional": r"std::(function|less|greater|hash|plus|identity)\b",
    "map": r"std::(multi)?map<",
    "nlohmann/json.hpp": r"nlohmann::(ordered_)?json\b",
    "optional": r"std::(optional<|nullopt\b|make_optional)",
    "vector": r"std::vector<",
}
# Headers that bring another one: by name, or because what they declare is derived from it.
BRINGS = {"nlohmann/json.hpp": {"nlohmann/json_fwd.hpp"}, "fmt/format.h": {"fmt/ranges.h", "fmt/chrono.h"},
          "QWidget": {"QLabel", "QMainWindow", "QDialog"}}
DEFINED = re.compile(r"^(?:class|struct|enum class) (\w+)\b(?! *;|::|<)", re.MULTILINE)
INCLUDE = re.compile(r'^\s*#\s*include\s*(<[^>]+>|"[^"]+")', re.MULTILINE)
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"", re.DOTALL)


def precompiled(root):
    """The headers that the lists name, without brackets, and those of the project that they bring."""
    files = (root / name for name in ("packaging/cmake/PrunescopeLayer.cmake", "core/CMakeLists.txt", "ui/CMakeLists.txt"))
    text = "".join(file.read_text() for file in files if file.is_file())
    lists = re.findall(r"(?:set\(prunescope_headers|PRECOMPILES) ([^)]*)\)", text)
    named = {name for each in lists for name in re.findall(r"<([^>]+)>", each)}
    own = {name for name in named if (root / "core" / name).is_file()}
    brought = {name for header in own for name in included(root, root / "core" / header, {})}
    return named | {name for name in brought if (root / "core" / name).is_file()}


def use_of(root, header):
    """What a file writes that needs the header, or None when nobody has to include it."""
    if header in EVERYWHERE:
        return None
    if (root / "core" / header).is_file():
        names = DEFINED.findall((root / "core" / header).read_text())
        return rf"(?<![\w:])(?<!class )(?<!struct )(?:[a-z]\w*::)*(?:{'|'.join(names)})\b" if names else None
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
                found |= {name[1:-1]} | included(root, base / name[1:-1], known)
                break
    return found


def violations(root):
    headers = precompiled(root)
    own = {h for h in headers if (root / "core" / h).is_file()}
    missing = sorted(h for h in headers - own if h not in EVERYWHERE and not h.startswith("Q") and h not in USES)
    found = [f"packaging/cmake: <{h}> is precompiled, and tests/architecture/precompiled.py does not know what needs it" for h in missing]
    uses = {header: use_of(root, header) for header in headers - set(missing)}
    known = {}
    for path in sorted(p for folder in ("core", "ui") for p in (root / folder).rglob("*") if p.suffix in (".cpp", ".h")):
        text = COMMENT.sub('""', path.read_text())
        text = INCLUDE.sub("", text)
        has = included(root, path, known) | {str(path.relative_to(path.parents[1]))}
        for header in sorted(headers - set(missing)):
            use = uses[header]
            match = use and re.search(use, text)
            if match and header not in has and not BRINGS.get(header, set()) & has:
                found.append(f"{path.relative_to(root)}: uses {match.group(0).strip()} and does not include <{header}>")
    return found


def self_test():
    own = {"core/CMakeLists.txt": "prunescope_layer(a PRECOMPILES <a/record.h>)", "core/a/part.h": "struct Part {};",
           "core/a/record.h": '#include "a/part.h"\nstruct Record {};'}
    cases = [
        ("a header of its own", {"core/a.cpp": "#include <vector>\nstd::vector<int> a;"}, 0),
        ("through a header of the project", {"core/b.h": "#include <vector>", "core/a.cpp": '#include "b.h"\nstd::vector<int> a;'}, 0),
        ("nowhere", {"core/a.cpp": "std::vector<int> a;"}, 1),
        ("in words alone", {"core/a.cpp": '// std::vector<int>\nauto a = "std::vector<int>";'}, 0),
        ("a widget made", {"ui/a.cpp": "auto* a = new QLabel;"}, 1),
        ("a widget named", {"ui/a.h": "class QLabel;\nQLabel* a;"}, 0),
        ("a type of the project", {**own, "core/b/b.cpp": "Record a;"}, 1),
        ("a type of the project, its header included", {**own, "core/b/b.cpp": '#include "a/part.h"\nPart a;'}, 0),
        ("a type of the project, declared", {**own, "core/b/b.cpp": "struct Record;\nclass Sink;"}, 0),
        ("a header nobody knows", {"core/a.cpp": "", "packaging/cmake/PrunescopeLayer.cmake": "set(prunescope_headers <regex>)"}, 1),
    ]
    lists = {"packaging/cmake/PrunescopeLayer.cmake": "set(prunescope_headers <vector>)",
             "ui/CMakeLists.txt": "prunescope_ui_layer(support PRECOMPILES <QLabel>)"}
    tree_check.try_out(violations, cases, lists)


if __name__ == "__main__":
    tree_check.main(violations, self_test)
