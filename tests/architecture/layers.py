#!/usr/bin/env python3
"""Keeps the layers of the program: reads every include of core/ and ui/ and names each that breaks a rule.

    layers.py [ROOT]         exit status 1 and one line "file:line: why" for each violation
    layers.py --self-test    shows on small made-up trees that every rule fires

The rules:
  - a layer of core/ includes itself and what stands below it in LAYERS, and no layer that its DEPENDS in
    core/CMakeLists.txt does not reach; those DEPENDS keep to LAYERS as well, and each is included somewhere
  - the same of the folders of ui/, of which ui/CMakeLists.txt itself says what stands below: the DEPENDS of a folder
    have a line above its own; a folder with a page is used by `app` alone
  - core/ includes nothing of Qt and nothing of ui/; Qt Charts is included in ui/charts/ alone
  - TBB is included in core/parallel alone, SQLite in core/store alone
  - an include in quotes names a file of the project: of core/ relative to core/, of ui/ as "ui/..."
"""
import pathlib
import re
import sys
import tempfile

# What each layer may include directly; what those may include is allowed with them.
LAYERS = {
    "base": [],
    "audit": ["base"],
    "run": ["base"],
    "view": ["run"],
    "parallel": ["base"],
    "kernels": ["parallel"],
    "nn": ["kernels", "run"],
    "infer": ["nn"],
    "csource": ["nn"],
    "model": ["infer", "data", "csource"],
    "runtime": ["model"],
    "optim": ["nn"],
    "data": ["kernels", "run"],
    "prune": ["nn"],
    "pruner": ["prune"],
    "train": ["prune", "optim", "data", "infer", "model"],
    "speed": ["train", "runtime"],
    "session": ["train", "view"],
    "store": ["run", "audit"],
    "report": ["train", "view"],
    "workspace": ["session", "store", "report"],
    "cli": ["workspace", "speed"],
}

WINDOW = "app"  # the folder of ui/ that puts the pages together

TBB_FOLDERS = ("core/parallel",)
SQLITE_FOLDERS = ("core/store",)
CHART_FOLDERS = ("ui/charts",)

SOURCES = {".h", ".hpp", ".cpp", ".cc", ".inl"}
INCLUDE = re.compile(r"^\s*#\s*include\b\s*(.*)")
TARGET = re.compile(r'^(?:<([^>]+)>|"([^"]+)")')
LAYER_CALL = re.compile(r"^\s*prunescope_(layer|ui_layer|ui_page)\(\s*(\w+)([^)]*)\)", re.MULTILINE)
ALL_PAGES = "${pages}"

QT = re.compile(r"^(Qt\w*/|Q[A-Z]\w*$|Qt\w*$|q[a-z0-9_]+\.h$)")
QT_CHARTS = re.compile(
    r"^(QtCharts(/|$)|Q\w*(Series|Axis|ModelMapper|LegendMarker)$|Q(Polar)?Chart(View|Global)?$"
    r"|Q(Legend|BarSet|BoxSet|CandlestickSet|PieSlice)$|q\w*(chart|series|axis)\w*\.h$)")
TBB = re.compile(r"^(oneapi/)?tbb(/|\.h$)")
SQLITE = re.compile(r"^sqlite3(ext)?\.h$")


def below(layer, table):
    """The layer and everything under it."""
    reached, waiting = set(), [layer]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting.extend(table.get(name, []))
    return reached


def cmake_layers(root, folder):
    """Layer -> (line, DEPENDS) as FOLDER/CMakeLists.txt has them, and which of them hold a page."""
    text = (root / folder / "CMakeLists.txt").read_text(encoding="utf-8")
    text = re.sub(r"#[^\n]*", lambda comment: " " * len(comment.group()), text)
    layers, pages = {}, []
    for call in LAYER_CALL.finditer(text):
        kind, name, arguments = call.groups()
        depends = re.search(r"\bDEPENDS\s+([^A-Z]*)", arguments)
        line = text.count("\n", 0, call.start(1)) + 1
        named = depends.group(1).split() if depends else []
        layers[name] = (line, [other for word in named for other in (pages if word == ALL_PAGES else [word])])
        if kind == "ui_page":
            pages.append(name)
    return layers, pages


def check_order(layers, pages):
    """ui/ has no table: a folder uses those of the lines above, and no page."""
    above = []
    for name, (line, depends) in layers.items():
        for other in depends:
            if other not in above:
                yield f"ui/CMakeLists.txt:{line}: '{name}' must not depend on '{other}': it has no line above"
            elif other in pages and name != WINDOW:
                yield f"ui/CMakeLists.txt:{line}: '{name}' must not depend on the page '{other}'"
        above.append(name)


def check_cmake(folder, layers, table):
    where = f"{folder}/CMakeLists.txt"
    for name, (line, depends) in layers.items():
        if name not in table:
            yield f"{where}:{line}: layer '{name}' is not in the table of tests/architecture/layers.py"
            continue
        for other in depends:
            if other == name or other not in below(name, table):
                yield f"{where}:{line}: '{name}' must not depend on '{other}'"
    for name in table:
        if name not in layers and name != "cli":
            yield f"{where}:1: layer '{name}' is missing"


def check_unused(root, folder, layers):
    """Each of DEPENDS is included by a file of the layer itself."""
    for name, (line, depends) in layers.items():
        used = {file.split("/")[1] for source in sources(root / folder / name) for _, target, quoted in includes(source)
                if quoted and (file := resolved(root, source.relative_to(root).as_posix(), target))
                and file.startswith(folder + "/")}
        for other in depends:
            if other not in used:
                yield f"{folder}/CMakeLists.txt:{line}: nothing in '{name}' includes '{other}', which its DEPENDS name"


def sources(folder):
    return [source for source in sorted(folder.rglob("*")) if source.suffix in SOURCES and source.is_file()]


def without_block_comments(text):
    return re.sub(r"/\*.*?\*/", lambda comment: "\n" * comment.group().count("\n"), text, flags=re.DOTALL)


def includes(path):
    """(line, target, quoted) of every include; target None when it is neither <...> nor "..."."""
    text = without_block_comments(path.read_text(encoding="utf-8", errors="replace"))
    for number, line in enumerate(text.split("\n"), start=1):
        directive = INCLUDE.match(line)
        if not directive:
            continue
        target = TARGET.match(directive.group(1))
        if target:
            yield number, target.group(1) or target.group(2), target.group(2) is not None
        else:
            yield number, None, False


def inside(path, folders):
    return any(path.startswith(folder + "/") for folder in folders)


def check_library(path, target):
    """Rules on headers of other projects."""
    if path.startswith("core/") and QT.match(target):
        yield f"core/ knows no Qt, but includes {target}"
    elif QT_CHARTS.match(target) and not inside(path, CHART_FOLDERS):
        yield f"Qt Charts ({target}) is included in ui/charts/ alone"
    if TBB.match(target) and not inside(path, TBB_FOLDERS):
        yield f"TBB ({target}) is included in {' and '.join(TBB_FOLDERS)} alone"
    if SQLITE.match(target) and not inside(path, SQLITE_FOLDERS):
        yield f"SQLite ({target}) is included in {SQLITE_FOLDERS[0]} alone"


def resolved(root, path, target):
    """The project's file that a quoted include names, relative to the root; None when there is none."""
    for file in (target, f"core/{target}") if path.startswith("ui/") else (f"core/{target}",):
        if file.startswith(("core/", "ui/")) and (root / file).is_file():
            return file
    return None


def check_layer(path, file, table, cmake):
    """A file includes only layers below, and only those that its CMake target is linked to."""
    folder, own, other = *path.split("/")[:2], file.split("/")[1]
    if own == other:
        return
    if other not in below(own, table):
        yield f"layer '{own}' must not include '{other}': it stands beside it or above"
    elif own in cmake and other not in below(own, {name: depends for name, (_, depends) in cmake.items()}):
        yield f"'{own}' includes '{other}', which its DEPENDS in {folder}/CMakeLists.txt do not reach"


def check_quoted(root, path, target, cmake, tables):
    file = resolved(root, path, target)
    if file is None:
        if path.startswith("core/") and ((root / target).is_file() or (root / "ui" / target).is_file()):
            yield f'core/ must not include ui/: "{target}"'
        else:
            yield f'"{target}" names no file; includes are written relative to core/, or as "ui/..."'
    elif file.startswith(path.split("/")[0] + "/"):
        folder = path.split("/")[0]
        yield from check_layer(path, file, tables[folder], cmake[folder])


def check_file(root, source, cmake, tables):
    path = source.relative_to(root).as_posix()
    folder, own = path.split("/")[:2]
    if own not in tables[folder]:
        where = "ui/CMakeLists.txt" if folder == "ui" else "the table in tests/architecture/layers.py"
        yield f"{path}:1: '{own}' is no layer of {where}"
        return
    for line, target, quoted in includes(source):
        if target is None:
            yield f"{path}:{line}: an include through a macro cannot be checked"
            continue
        reasons = list(check_library(path, target))
        if quoted and not reasons:
            reasons = check_quoted(root, path, target, cmake, tables)
        for reason in reasons:
            yield f"{path}:{line}: {reason}"


def violations(root):
    cmake = {}
    cmake["core"], _ = cmake_layers(root, "core")
    cmake["ui"], pages = cmake_layers(root, "ui")
    tables = {"core": LAYERS, "ui": {name: depends for name, (_, depends) in cmake["ui"].items()}}
    yield from check_cmake("core", cmake["core"], LAYERS)
    yield from check_order(cmake["ui"], pages)
    for folder, layers in cmake.items():
        yield from check_unused(root, folder, layers)
        for source in sources(root / folder):
            yield from check_file(root, source, cmake, tables)


# --- self-test -----------------------------------------------------------------------------------------------

# A window of two pages.
UI_FOLDERS = {
    "support": [],
    "live": ["support"],
    "charts": ["support"],
    "training": ["live", "charts"],
    "weights": ["live"],
    "app": ["training", "weights"],
}
UI_LINES = """prunescope_ui_layer(support LIBRARIES fmt::fmt)
prunescope_ui_layer(live DEPENDS support)
prunescope_ui_layer(charts DEPENDS support LIBRARIES Qt6::Charts)
prunescope_ui_page(training DEPENDS live charts)
prunescope_ui_page(weights DEPENDS live)
prunescope_ui_layer(app DEPENDS ${pages})
"""


def declared(call, table):
    return "\n".join(f"{call}({name}{' DEPENDS ' + ' '.join(below) if below else ''} LIBRARIES fmt::fmt)"
                     for name, below in table.items() if name != "cli")


def using(prefix, folder, table):
    """For each layer a header, and a file that includes those of its dependencies."""
    files = {f"{folder}/{name}/use.h": "" for name in table}
    for name, others in table.items():
        files[f"{folder}/{name}/use.cpp"] = "".join(f'#include "{prefix}{other}/use.h"\n' for other in others)
    return files


CLEAN = {
    "core/CMakeLists.txt": declared("prunescope_layer", LAYERS),
    "ui/CMakeLists.txt": UI_LINES,
    **using("", "core", LAYERS),
    **using("ui/", "ui", UI_FOLDERS),
    "core/base/error.h": "#include <string>\n#include <queue>\n",
    "core/run/records.h": '#include "base/error.h"\n',
    "core/parallel/loop.cpp": "#include <tbb/parallel_for.h>\n#include <oneapi/tbb/task_arena.h>\n",
    "core/optim/sgd.h": '/* #include "data/idx.h" */\n// #include "data/idx.h"\n#include "nn/../base/error.h"\n',
    "core/data/idx.h": "",
    "core/store/run_store.cpp": "#include <sqlite3.h>\n",
    "core/session/session.h": "",
    "core/cli/main.cpp": '#include "session/session.h"\n#include "optim/sgd.h"\n',
    "ui/charts/chart.cpp": '#include <QtCharts/QChartView>\n#include <QLineSeries>\n#include "run/records.h"\n',
    "ui/app/main.cpp": '#include <QString>\n#include "ui/app/window.h"\n#include "ui/live/run.h"\n',
    "ui/app/window.h": "",
    "ui/live/run.h": '#include "session/session.h"\n',
}


def edited(file, old, new):
    """The clean file with one text in place of another, which has to stand in it."""
    assert old in CLEAN[file], (file, old)
    return {file: CLEAN[file].replace(old, new)}


BROKEN = [  # what changes in the clean tree, where it must be found, and words of the reason
    ({"core/run/records.h": '#include "base/error.h"\n#include "data/idx.h"\n'}, "core/run/records.h:2", "above"),
    ({"core/optim/sgd.h": '#include "data/idx.h"\n'}, "core/optim/sgd.h:1", "beside"),
    ({"core/store/row.h": '#include "session/session.h"\n'}, "core/store/row.h:1", "beside"),
    ({"core/view/tile.h": '#include "parallel/loop.cpp"\n'}, "core/view/tile.h:1", "beside"),
    ({"core/base/text.h": '  #  include  "run/records.h"\n'}, "core/base/text.h:1", "above"),
    ({"core/base/text.h": "#include <QString>\n"}, "core/base/text.h:1", "no Qt"),
    ({"core/base/text.h": "#include <QtCore/qglobal.h>\n"}, "core/base/text.h:1", "no Qt"),
    ({"core/base/text.h": "#include <QtGlobal>\n"}, "core/base/text.h:1", "no Qt"),
    ({"core/base/text.h": '#include "qstring.h"\n'}, "core/base/text.h:1", "no Qt"),
    ({"core/base/text.h": '#include "app/window.h"\n'}, "core/base/text.h:1", "core/ must not include ui/"),
    ({"core/base/text.h": '#include "ui/app/window.h"\n'}, "core/base/text.h:1", "core/ must not include ui/"),
    ({"ui/live/run.h": '#include "ui/app/window.h"\n'}, "ui/live/run.h:1", "beside it or above"),
    ({"ui/weights/use.h": '#include "ui/training/use.h"\n'}, "ui/weights/use.h:1", "beside it or above"),
    (edited("ui/CMakeLists.txt", "(weights DEPENDS live", "(weights DEPENDS live training"),
     "ui/CMakeLists.txt:5", "must not depend on the page 'training'"),
    (edited("ui/CMakeLists.txt", "(live DEPENDS support", "(live DEPENDS support charts"),
     "ui/CMakeLists.txt:2", "'charts': it has no line above"),
    ({"ui/app/use.cpp": '#include "ui/training/use.h"\n'}, "ui/CMakeLists.txt:6", "nothing in 'app' includes 'weights'"),
    ({"ui/magic/wand.h": ""}, "ui/magic/wand.h:1", "no layer"),
    ({"ui/app/main.cpp": "\n#include <QtCharts/QChart>\n"}, "ui/app/main.cpp:2", "Qt Charts"),
    ({"ui/app/main.cpp": "#include <QLineSeries>\n"}, "ui/app/main.cpp:1", "Qt Charts"),
    ({"ui/app/main.cpp": "#include <QValueAxis>\n"}, "ui/app/main.cpp:1", "Qt Charts"),
    ({"ui/app/main.cpp": "#include <qchartview.h>\n"}, "ui/app/main.cpp:1", "Qt Charts"),
    ({"ui/app/main.cpp": '#include "app/dialog.h"\n'}, "ui/app/main.cpp:1", "names no file"),
    ({"ui/app/main.cpp": '#include "window.h"\n'}, "ui/app/main.cpp:1", "names no file"),
    ({"core/base/text.h": '#include "error.h"\n'}, "core/base/text.h:1", "names no file"),
    ({"core/nn/layer.h": "#include <tbb/parallel_for.h>\n"}, "core/nn/layer.h:1", "TBB"),
    ({"ui/app/main.cpp": "#include <oneapi/tbb.h>\n"}, "ui/app/main.cpp:1", "TBB"),
    ({"core/report/html.cpp": "#include <sqlite3.h>\n"}, "core/report/html.cpp:1", "SQLite"),
    ({"core/base/text.h": "#include HEADER\n"}, "core/base/text.h:1", "macro"),
    ({"core/magic/wand.h": ""}, "core/magic/wand.h:1", "no layer"),
    (edited("core/CMakeLists.txt", "(data DEPENDS kernels", "(data DEPENDS kernels optim"),
     "core/CMakeLists.txt:13", "must not depend on 'optim'"),
    (edited("core/CMakeLists.txt", "(optim ", "(optimiser "), "core/CMakeLists.txt:1", "'optim' is missing"),
    (edited("core/CMakeLists.txt", "(optim ", "(optimiser "), "core/CMakeLists.txt:12", "'optimiser' is not in the table"),
    ({**edited("core/CMakeLists.txt", "(report DEPENDS train view", "(report DEPENDS train"),
      "core/view/tile.h": "", "core/report/html.cpp": '#include "view/tile.h"\n'}, "core/report/html.cpp:1", "do not reach"),
    (edited("core/CMakeLists.txt", "(store DEPENDS run", "(store DEPENDS run base"),
     "core/CMakeLists.txt:19", "nothing in 'store' includes 'base'"),
    ({"ui/charts/use.cpp": ""}, "ui/CMakeLists.txt:3", "nothing in 'charts' includes 'support'"),
    ({**edited("ui/CMakeLists.txt", "(weights DEPENDS live", "(weights DEPENDS support"),
      "ui/weights/use.cpp": '#include "ui/support/use.h"\n#include "ui/live/use.h"\n'}, "ui/weights/use.cpp:2", "beside it or above"),
]


def found_in(files):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, text in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        return list(violations(root))


def self_test():
    failures = [f"clean tree: {line}" for line in found_in(CLEAN)]
    for change, where, reason in BROKEN:
        found = found_in({**CLEAN, **change})
        if not any(line.startswith(where + ": ") and reason in line for line in found):
            failures.append(f"expected {where} with '{reason}', found {found}")
    return failures, f"{len(BROKEN) + 1} made-up trees"


def main(arguments):
    if arguments == ["--self-test"]:
        failures, checked = self_test()
    else:
        root = pathlib.Path(arguments[0] if arguments else pathlib.Path(__file__).parents[2])
        failures, checked = list(violations(root)), "every include of core/ and ui/"
    for line in failures:
        print(line)
    print(f"{checked}: {len(failures)} violation{'' if len(failures) == 1 else 's'}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
