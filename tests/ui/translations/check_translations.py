#!/usr/bin/env python3
"""Keeps the languages of the window complete: names every text that is untranslated, stale or damaged.

    check_translations.py [ROOT]         exit status 1 and one line "context | text: why" for each offender
    check_translations.py --self-test    shows on small made-up texts that every rule fires

The rules, for each resources/translations/prunescope_*.ts:
  - each text that ui/ marks for translation (tr, QT_TR_NOOP, QT_TRANSLATE_NOOP; found by lupdate) has a
    finished translation, and each translation has its text in ui/, or for the context Engine in core/
  - each sentence of core/ that the window can show is in the context Engine
  - each sentence that core/ makes a Text of is there as a whole, since that is how it is looked up
  - source and translation have the same placeholders, HTML tags and keyboard accelerators
  - words that a language has for something else are not used: in Japanese pruning is never called by the gardener's
  - a translation that is its source has names in it alone
"""
import itertools
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

TRANSLATIONS = "resources/translations"
ENGINE = "Engine"
LANGUAGE = "Language"  # the context of what depends on a language: its own name, the fonts to prefer
GARDENERS_WORD = "剪定"
WRONG_WORDS = {"ja": [GARDENERS_WORD]}

# Words that stand in every language as they are.
NAMES = set("""adamw cifar csv dpf erk fashion gmp json lenet map mnist nesterov pdf png prunescope resnet sgd sha svg
""".split())

# Where core/ holds the sentences that the window shows, and files there that it does not show.
CORE_FOLDERS = ["audit", "base", "data", "model", "nn", "optim", "prune", "run", "session", "speed", "store", "train", "workspace"]
CORE_FILES = ["report/c*.cpp", "report/document.cpp", "report/summary*.cpp", "view/accuracy_drops.cpp", "view/event_text.cpp"]
NOT_SHOWN = {
    "css_colours.cpp": "names of colours",
    "csv.cpp": "names of columns",
    "weights_file.cpp": "mistakes of whoever writes weights",
    "onnx_reader.cpp": "mistakes of whoever writes networks",
    "npz_writer.cpp": "the header of an array, and what only a lack of memory brings about",
    "summary_json.cpp": "names and notes for other programs",
    "provenance.cpp": "names of machines and compilers",
    "instruction_check.cpp": "said in a terminal before there is a window",
    "report_text.cpp": "tables for a terminal",
    "verdict.cpp": "the same",
    "request.cpp": "options of the command line, which the form of the window does not let pass",
    "sparsity_text.cpp": "the same",
    "recorded_table.cpp": "said in a terminal, of files that a network is to answer",
    "exported_network.cpp": "said in a terminal, of networks that are to answer",
    "onnx_file.cpp": "the same",
    "device_lines.cpp": "said in a terminal, of what a device printed",
    "model_card.cpp": "a file in English that lies beside a sealed run",
}
# Texts of core/ that are no sentences for the window: parts of SQL, names in the data, and what only a mistake in
# the program throws.
NOT_SENTENCES = [
    r"^\s*(CREATE|ALTER|SELECT|INSERT|PRAGMA|BEGIN|COMMIT|ROLLBACK|DELETE|UPDATE)\b",
    r"^\bsplit = '",
    r"^tensors are read as they stand",
    r"^the kept weights must fit the bounds$",
    r"^the run schema$",
    r"^no parameter is called '$",
    r"^Ankle boot$",
    r"^, flip$",
    r"^no times to take percentiles of$",
    r"^(cc|mkdir|mlflow|python3:|C:) ",  # what is typed
]


class Text:
    """A text of the window and, once it is looked up, its translation."""

    def __init__(self, context, source, translation="", finished=True, comment=""):
        self.context = context
        self.source = source
        self.translation = translation
        self.finished = finished
        self.comment = comment

    def key(self):
        return (self.context, self.source, self.comment)


def texts_of(ts_file):
    texts = []
    for context in ElementTree.parse(ts_file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = translation.findall("numerusform")
            words = [form.text or "" for form in forms] if forms else [translation.text or ""]
            texts.append(Text(context.findtext("name"), message.findtext("source") or "",
                              "\n".join(words) if all(words) else "", translation.get("type") is None,
                              message.findtext("comment") or ""))
    return texts


def find_lupdate():
    found = shutil.which("lupdate", path="/usr/lib/qt6/bin") or shutil.which("lupdate")
    if found is None:
        sys.exit("lupdate is missing: install qt6-l10n-tools")
    return found


def marked_texts(root):
    """What ui/ marks for translation, as lupdate finds it."""
    folders = sorted(str(f.relative_to(root)) for f in (root / "ui").iterdir() if f.is_dir())
    with tempfile.TemporaryDirectory() as temporary:
        ts_file = pathlib.Path(temporary) / "marked.ts"
        # Without the include path lupdate does not see the namespaces of the classes.
        run = subprocess.run([find_lupdate(), "-I", ".", "-locations", "none", *folders, "-ts", str(ts_file)],
                             cwd=root, capture_output=True, text=True, check=False)
        if run.returncode != 0 or run.stderr.strip():
            sys.exit(f"lupdate: {run.stderr.strip() or run.returncode}")
        return texts_of(ts_file)


# --- sentences of core/ ----------------------------------------------------------------------------------

TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|R"(\w*)\((?P<raw>.*?)\)\1"|"(?P<text>(?:[^"\\\n]|\\.)*)"'
                   r"|'(?:[^'\\\n]|\\.)+'|(?P<gap>\s+)|(?P<line>#\s*include[^\n]*)|[\w.]+|.", re.DOTALL)


def literals_of(code):
    """The texts of C++ source; those that stand side by side are one."""
    found = []
    joined = None
    for token in TOKEN.finditer(code):
        if token["text"] is not None:
            joined = (joined or "") + re.sub(r'\\(["\\])', r"\1", token["text"]).replace("\\n", "\n")
        elif token["raw"] is not None:
            found.append(token["raw"])
        elif token["gap"] is None and not token[0].startswith(("//", "/*")):
            if joined is not None:
                found.append(joined)
            joined = None
    return found + ([joined] if joined is not None else [])


def is_sentence(text):
    words = re.sub(r"\{[^{}]*\}", "", text)
    return (re.search(r"[a-z]{2,}.* \S|\S .*[a-z]{2,}", words) is not None
            and not any(re.search(pattern, text.strip()) for pattern in NOT_SENTENCES))


def sentences_of_core(root):
    for file in shown_files(root):
        for literal in literals_of(file.read_text(encoding="utf-8")):
            if is_sentence(literal):
                yield str(file.relative_to(root)), literal


def as_expression(literal):
    """A sentence with {fmt's places} as an expression that finds it among texts with values or %1."""
    plain = literal.replace("{{", "\0").replace("}}", "\1")
    parts = re.split(r"\{[^{}]*\}", re.sub(r"^\{[^{}]*\}|\{[^{}]*\}$", "", plain))
    return re.compile(".*?".join(re.escape(p.replace("\0", "{").replace("\1", "}")) for p in parts), re.DOTALL)


def missing_sentences(sentences, engine_sources):
    """Those that no text of the context Engine holds; a part of a sentence is found in the whole."""
    everything = "\n\n".join(sorted(engine_sources))
    for place, literal in sentences:
        # Most stand there whole; to look for one in parts takes long.
        if as_source(literal) not in engine_sources and not as_expression(literal.strip()).search(everything):
            yield f"{place} | {literal}: not in the context {ENGINE}"


CALLS_OF_SENTENCES = re.compile(r'(?:Text::of|Phrase::of|systemError|unknownName|\bfail)\([^"()]*(?=")')


def sentences_with_values(code):
    """The sentences of Text::of and of the functions that take one for it."""
    for call in CALLS_OF_SENTENCES.finditer(code):
        yield literals_of(re.match(r'(?:"(?:[^"\\\n]|\\.)*"\s*)+', code[call.end():])[0])[0]


def as_source(sentence):
    """A sentence with {fmt's places} as it is looked up: with %1, %2 …"""
    places = itertools.count(1)
    plain = re.sub(r"\{[^{}]*\}", lambda _: f"%{next(places)}", sentence.replace("{{", "\0").replace("}}", "\1"))
    return plain.replace("\0", "{").replace("\1", "}")


def not_looked_up(place, sentence, engine_sources):
    """Why the window could not say a sentence: it looks it up whole. One that only joins values may have no quotes,
    which stand around a name in the middle of a sentence that is then in no language's hands."""
    if re.search(r"[a-z]", re.sub(r"\{[^{}]*\}", "", sentence)):
        if as_source(sentence) not in engine_sources:
            yield f"{place} | {as_source(sentence)}: not in the context {ENGINE} as a whole"
    elif re.search(r"['\"]", sentence):
        yield f"{place} | {sentence}: joins a name with half a sentence"


def shown_files(root):
    for folder in CORE_FOLDERS:
        if not (root / "core" / folder).is_dir():
            sys.exit(f"core/{folder}: no such folder, so nothing of it is checked")
    files = [f for folder in CORE_FOLDERS for f in sorted((root / "core" / folder).glob("*.cpp"))]
    files += [f for pattern in CORE_FILES for f in sorted((root / "core").glob(pattern))]
    return [f for f in files if f.name not in NOT_SHOWN]


def sentences_not_looked_up(root, engine_sources):
    # What writes a page is markup but for its texts.
    pages = [f for f in sorted((root / "core/report").glob("*.cpp")) + sorted((root / "core/view").glob("*.cpp"))
             if f.name not in NOT_SHOWN]
    for file in sorted({*shown_files(root), *pages}):
        for sentence in sentences_with_values(file.read_text(encoding="utf-8")):
            yield from not_looked_up(file.relative_to(root), sentence, engine_sources)


def all_literals(root):
    texts = set()
    for file in sorted((root / "core").rglob("*.cpp")) + sorted((root / "ui").rglob("*.cpp")):
        texts.update(literals_of(file.read_text(encoding="utf-8")))
    for file in sorted((root / "core").rglob("*.h")):
        texts.update(literals_of(file.read_text(encoding="utf-8")))
    return texts


# --- single translations ---------------------------------------------------------------------------------

def marks_of(text):
    """What source and translation must share: placeholders, tags, and whether there is an accelerator."""
    marks = sorted(re.findall(r"%L?\d{1,2}|%n|</?[a-zA-Z][^>]*>", text))
    return marks + ["&"] * len(re.findall(r"(?<!&)&(?=\w)", re.sub(r"&(amp|lt|gt|quot|nbsp);", "", text)))


def foreign_words(text):
    words = re.findall(r"[A-Za-z]{2,}", re.sub(r"%L?\d{1,2}|%n|<[^>]*>", " ", text))
    return [word for word in words if word.lower() not in NAMES]


def faults_of(text, wrong_words=()):
    if not text.finished:
        return ["unfinished"]
    if not text.translation.strip():
        return ["empty"]
    faults = []
    for form in text.translation.split("\n") if text.source.count("%n") else [text.translation]:
        if marks_of(text.source) != marks_of(form):
            faults.append(f"has {marks_of(text.source)}, its translation {marks_of(form)}")
    faults += [f"holds {word}" for word in wrong_words if word in text.translation]
    if text.translation == text.source and text.context != LANGUAGE and foreign_words(text.source):
        faults.append("is translated by itself")
    return faults


# --- everything ------------------------------------------------------------------------------------------

def offenders(marked, translated, sentences, literals, wrong_words=()):
    known = {text.key() for text in translated}
    wanted = {text.key() for text in marked}
    for context, source, _ in sorted(wanted - known):
        yield f"{context} | {source}: not in the file"
    seen = set()
    for text in translated:
        if text.key() in seen:
            yield f"{text.context} | {text.source}: stands there twice"
        seen.add(text.key())
        for fault in faults_of(text, wrong_words):
            yield f"{text.context} | {text.source}: {fault}"
        if text.key() in wanted:
            continue
        if text.context != ENGINE:
            yield f"{text.context} | {text.source}: no text of ui/"
        elif not is_made_of(text.source, literals):
            yield f"{text.context} | {text.source}: no text of core/"
    yield from missing_sentences(sentences, {t.source for t in translated if t.context == ENGINE})


def is_made_of(source, literals):
    """Whether a text stands in the program: whole, or put together from parts."""
    if source in literals or any(as_source(literal) == source for literal in literals):
        return True
    return any(len(literal) >= 6 and as_expression(literal).search(source) for literal in literals
               if re.search(r"[a-z]{3}", re.sub(r"\{[^{}]*\}", "", literal)))


def check(root):
    files = sorted((root / TRANSLATIONS).glob("prunescope_*.ts"))
    if not files:
        sys.exit(f"{TRANSLATIONS}: no language")
    marked, sentences, literals = marked_texts(root), list(sentences_of_core(root)), all_literals(root)
    found = []
    for file in files:
        code = file.stem.split("_", 1)[1]
        translated = texts_of(file)
        lines = list(offenders(marked, translated, sentences, literals, WRONG_WORDS.get(code, ())))
        lines += sentences_not_looked_up(root, {t.source for t in translated if t.context == ENGINE})
        found += [f"{code} | {line}" for line in lines]
    for line in found:
        print(line.replace("\n", "\\n"))
    languages = f"{len(files)} language{'' if len(files) == 1 else 's'}"
    print(f"{len(found)} offender(s)" if found else f"all texts are translated, in {languages}")
    return 1 if found else 0


def self_test():
    """Each rule fires on what breaks it, and stays silent on what does not."""
    good = Text("A", "Saved: %1", "保存: %1")

    def lines(translated=(good,), marked=(good,), sentences=(), literals=()):
        return list(offenders(list(marked), list(translated), list(sentences), set(literals)))

    code = 'throw Error("a", /* why */ fmt::format("no {} "  // "not this"\n "here \\"so\\""), \'"\');'
    cases = [
        ("sound", lines(), ""),
        ("absent", lines(translated=[]), "not in the file"),
        ("unfinished", lines([Text("A", "Saved: %1", "保存: %1", False)]), "unfinished"),
        ("empty", lines([Text("A", "Saved: %1", " ")]), "empty"),
        ("twice", lines([good, good]), "twice"),
        ("stale", lines([good, Text("A", "Gone", "消えた")]), "no text of ui/"),
        ("stale of core", lines([good, Text(ENGINE, "it is gone", "消えた")], literals=["it is"]), "no text of core/"),
        ("of core", lines([good, Text(ENGINE, "it is here", "ここ")], literals=["it is here"]), ""),
        ("placeholder", lines([Text("A", "Saved: %1", "保存: %2")]), "its translation"),
        ("tag", [f for f in faults_of(Text("A", "<b>x</b>", "<i>x</i>"))], "its translation"),
        ("accelerator", faults_of(Text("A", "&File", "ファイル")), "its translation"),
        ("accelerator kept", faults_of(Text("A", "&File", "ファイル(&F)")), ""),
        ("plain ampersand", faults_of(Text("A", "Zhu & Gupta", "Zhu と Gupta")), ""),
        ("wrong word", faults_of(Text("A", "Pruning", "剪定"), [GARDENERS_WORD]), GARDENERS_WORD),
        ("word of another language", faults_of(Text("A", "Pruning", "剪定")), ""),
        ("by itself", faults_of(Text("A", "Freeze", "Freeze")), "by itself"),
        ("what a language says of itself", faults_of(Text(LANGUAGE, "Noto Sans CJK JP", "Noto Sans CJK JP")), ""),
        ("a name", faults_of(Text("A", "MAP (*.png) %1", "MAP (*.png) %1")), ""),
        ("sentence of core", lines(sentences=[("x.cpp", "no {} here")]), "not in the context"),
        ("sentence with values",
         lines([good, Text(ENGINE, "oh: no %1 here", "%1 はない")], sentences=[("x.cpp", "no {} here")],
               literals=["oh: no {} here"]), ""),
        ("literals", literals_of(code), 'no {} here "so"'),
        ("a Text", list(sentences_with_values('Text::of("no {} "\n "here", x); fail(0, Text::of("at {:.2f}", y))')), "at {:.2f}"),
        ("a Text that is there", list(not_looked_up("x.cpp", "{} of {{x}} {}", {"%1 of {x} %2"})), ""),
        ("a Text in part", list(not_looked_up("x.cpp", "of {}", {"%1 of %2"})), "as a whole"),
        ("half a sentence", list(not_looked_up("x.cpp", "'{}' {}", set())), "half a sentence"),
        ("joined", list(not_looked_up("x.cpp", "{}: {}", set())), ""),
        ("no sentence", [t for t in ("lenet-5", "%1", "{}: {}", "SELECT a FROM b") if is_sentence(t)], ""),
    ]
    failed = [name for name, result, expected in cases
              if (not any(expected in line for line in result) if expected else result)]
    print(f"rules that do not work: {', '.join(failed)}" if failed else "every rule works")
    return 1 if failed else 0


if __name__ == "__main__":
    if sys.argv[1:] == ["--self-test"]:
        sys.exit(self_test())
    sys.exit(check(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()))
