#!/usr/bin/env python3
"""Checks a run of Prunescope against its chain of hashes and its seal, as AUDIT.md specifies them.

    verify_run.py RUN... [--key FILE] [--anchor TEXT] [--data PLACE] [--json]

Exit status: 0 when all runs hold, 1 when one does not, 2 for a wrong request. It needs Python 3.11, and for seals
the package `cryptography` (Debian: python3-cryptography). It shares nothing with the program that recorded the runs
but the specification.
"""
import argparse
import base64
import hashlib
import json
import math
import pathlib
import re
import shutil
import sqlite3
import sys
import tempfile

APPLICATION = 0x5052554E
FIRST_SCHEMA = 6  # the first with a chain
SCHEMA = 7  # the newest that this script knows
EXACT = 2**53
NO_HASH = "0" * 64
SEAL_TYPE = "prunescope-seal-1"
PUBLIC_KEY_PREFIX = bytes.fromhex("302a300506032b6570032100")

# Values that came with a later schema than the first stand with its version.
TABLES = {
    "run_header": "config provenance dataset network schedule total_steps measures parent@7",
    "samples": "step epoch wall_ms process_ms loss accuracy learning_rate target_sparsity sparsity phase rmse",
    "layer_statistics": "step layer weights kept threshold cut revived update_ratio measure_1 measure_2 measure_3 measure_4 "
                        "measure_5 measure_6",
    "mask_updates": "step requested sparsity mask_digest",
    "evaluations": "step epoch split sparsity loss classes confusion calibration_error top_five_accuracy rows "
                   "mean_squared_error squared_error_deviation mean_absolute_error absolute_error_deviation target_variance",
    "events": "sequence step epoch wall_ms kind who reason before after note request refusal person_name",
    "image_answers": "step sparsity classes truth answers wanted predicted sample_groups",
    "saved_files": "name bytes sha256",
    "outcomes": "state message step epoch wall_ms process_ms trained_images note",
}


def columns_of(table, schema):
    """The values that a row of the table has in this version of the schema, for a query."""
    values = [value.partition("@") for value in TABLES[table].split()]
    return ", ".join(f'"{name}"' for name, _, since in values if int(since or FIRST_SCHEMA) <= schema)


class Wrong(Exception):
    """Something does not hold. `link`: the number of the link that shows it, or None."""

    def __init__(self, what, link=None):
        super().__init__(what)
        self.link = link


ESCAPES = {ord("\b"): b"\\b", ord("\t"): b"\\t", ord("\n"): b"\\n", ord("\f"): b"\\f", ord("\r"): b"\\r", ord('"'): b'\\"',
           ord("\\"): b"\\\\"}


def canonical_text(raw):
    return b'"' + b"".join(ESCAPES.get(b) or (b"\\u%04x" % b if b < 0x20 else bytes([b])) for b in raw) + b'"'


def canonical_float(value):
    """As ECMAScript writes a number, from Python's shortest digits."""
    if value == 0:
        return b"0"
    mantissa, _, exponent = repr(abs(value)).partition("e")
    whole, _, part = mantissa.partition(".")
    digits = (whole + part).lstrip("0")
    point = len(whole) + int(exponent or 0) - (len(whole + part) - len(digits))
    digits = digits.rstrip("0")
    count = len(digits)
    text = (digits + "0" * (point - count) if count <= point <= 21 else
            digits[:point] + "." + digits[point:] if 0 < point <= 21 else
            "0." + "0" * -point + digits if -6 < point <= 0 else
            digits[0] + ("." + digits[1:] if count > 1 else "") + "e" + ("+" if point > 0 else "-") + str(abs(point - 1)))
    return (b"-" if value < 0 else b"") + text.encode()


def canonical_int(value):
    if abs(value) > EXACT:
        raise Wrong(f"{value} is a number that no run records")
    return str(value).encode()


def canonical(value):
    """Of what json.loads gives: objects, lists, texts, whole numbers."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return b"{" + b",".join(canonical_text(k.encode()) + b":" + canonical(value[k]) for k in keys) + b"}"
    if isinstance(value, list):
        return b"[" + b",".join(map(canonical, value)) + b"]"
    if isinstance(value, str):
        return canonical_text(value.encode())
    return canonical_int(value)


def canonical_value(value):
    """Of one as sqlite3 gives it, with texts as bytes."""
    return (b"null" if value is None else canonical_text(value) if isinstance(value, bytes) else
            canonical_int(value) if isinstance(value, int) else canonical_float(value) if math.isfinite(value) else
            b'"Infinity"' if value > 0 else b'"-Infinity"')


def sha256_of(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_digest(text):
    return isinstance(text, str) and re.fullmatch("[0-9a-f]{64}", text) is not None


def link_hash(previous, number, kind, schema, table, last, digest):
    link = {"digest": digest, "kind": kind, "last": last, "number": number, "previous": previous, "schema": schema,
            "table": table}
    return hashlib.blake2b(canonical(link), digest_size=32).hexdigest()


class Chain:
    """The links of a database, and what they bind: for each table a list of (last row, link, digest, schema)."""

    def __init__(self, database, schema):
        self.database, self.schema = database, schema
        self.spans = {table: [] for table in TABLES}
        self.hashes = [NO_HASH]
        faults = []
        for check, arguments in [(self.walk, [])] + [(self.check_rows, [table]) for table in TABLES]:
            try:
                check(*arguments)
            except Wrong as wrong:
                faults.append(Wrong(str(wrong), wrong.link or len(self.hashes)))
        self.fault = min(faults, key=lambda fault: fault.link, default=None)

    def walk(self):
        query = "SELECT id, kind, schema, bound, last, digest, hash FROM chain NOT INDEXED ORDER BY id"
        for number, *texts in self.database.execute(query):
            kind, schema, table, last, digest, own = (t.decode("latin-1") if isinstance(t, bytes) else t for t in texts)
            expected = len(self.hashes)
            if number != expected:
                raise Wrong(f"link {expected} is missing: link {number} follows")
            if link_hash(self.hashes[-1], number, kind, schema, table, last, digest) != own:
                raise Wrong(f"link {number} was changed: its hash is another")
            known = isinstance(schema, int) and FIRST_SCHEMA <= schema <= self.schema and table in self.spans
            if not known or not self.bind(self.spans[table], kind, last, number, digest, schema):
                raise Wrong(f"link {number} binds nothing that could be bound")
            self.hashes.append(own)

    @staticmethod
    def bind(spans, kind, last, number, digest, schema):
        if kind == "rows":
            if last <= (spans[-1][0] if spans else 0) or not is_digest(digest):
                return False
            spans.append((last, number, digest, schema))
            return True
        if kind != "cut" or digest != "" or not (last == 0 or any(span[0] == last for span in spans)):
            return False
        while spans and spans[-1][0] > last:
            spans.pop()
        return True

    def check_rows(self, table):
        rows_behind = lambda bound, schema: iter(self.database.execute(
            f"SELECT id, {columns_of(table, schema)} FROM {table} NOT INDEXED WHERE id > ? ORDER BY id", (bound,)))
        bound, of_schema, rows = 0, None, None
        for last, link, digest, schema in self.spans[table]:
            if schema != of_schema:
                of_schema, rows = schema, rows_behind(bound, schema)
            state, separator = hashlib.blake2b(digest_size=32), b"["
            while bound < last:
                row = next(rows, None)
                bound += 1
                if row is None or row[0] != bound:
                    raise Wrong(f"{table}, row {bound}: missing", link)
                try:
                    state.update(separator + b"[" + b",".join(map(canonical_value, row[1:])) + b"]")
                except Wrong as wrong:
                    raise Wrong(f"{table}, row {bound}: {wrong}", link) from None
                separator = b","
            state.update(b"]")
            if state.hexdigest() != digest:
                raise Wrong(f"{table}, up to row {last}: not as it was recorded", link)
        row = next(rows or rows_behind(0, self.schema), None)
        if row is not None:
            raise Wrong(f"{table}, row {row[0]}: no link of the chain binds it")


def without_twins(pairs):
    if len(dict(pairs)) != len(pairs):
        raise Wrong("seal.json: a key comes twice")
    return dict(pairs)


def is_count(value):
    return type(value) is int and 0 <= value <= EXACT


def read_seal(path):
    """None when there is none. The form is checked, the signature is not."""
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise Wrong("seal.json is no file")
    if not path.exists():
        return None
    try:
        seal = json.loads(path.read_bytes().decode("utf-8"), object_pairs_hook=without_twins)
        statement = seal["statement"]
        sound = (set(seal) == {"statement", "public_key", "signature"}
                 and set(statement) == {"type", "links", "hash", "files", "signer", "sealed_ms"}
                 and statement["type"] == SEAL_TYPE and is_digest(statement["hash"]) and is_count(statement["links"])
                 and is_count(statement["sealed_ms"]) and isinstance(statement["signer"], str)
                 and isinstance(statement["files"], list)
                 and all(set(f) == {"name", "bytes", "sha256"} and isinstance(f["name"], str) and is_count(f["bytes"])
                         and is_digest(f["sha256"]) for f in statement["files"]))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Wrong(f"seal.json is no seal: {error}") from None
    if not sound:
        raise Wrong("seal.json is no seal")
    return seal


def is_signed(seal):
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    key, signature = seal["public_key"], seal["signature"]
    if not is_digest(key) or not isinstance(signature, str) or not re.fullmatch("[0-9a-f]{128}", signature):
        return False
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(bytes.fromhex(signature), canonical(seal["statement"]))
    except (InvalidSignature, ValueError):
        return False
    return True


def public_key_of(file):
    found = re.search("-----BEGIN PUBLIC KEY-----(.*?)-----END PUBLIC KEY-----", pathlib.Path(file).read_text(), re.S)
    der = base64.b64decode(found.group(1)) if found else b""
    if len(der) != 44 or not der.startswith(PUBLIC_KEY_PREFIX):
        raise ValueError(f"{file}: is no public key of Ed25519 in PEM")
    return der[12:].hex()


def stays_inside(name):
    path = pathlib.PurePosixPath(name)
    return name != "" and not path.is_absolute() and ".." not in path.parts


class Verifier:
    def __init__(self, run, request):
        self.run, self.request = pathlib.Path(run), request
        self.fault, self.notes = None, []
        self.links, self.hash, self.ended, self.sealed_by = 0, NO_HASH, False, None

    def wrong(self, what):
        self.fault = self.fault or Wrong(what)

    def answer(self):
        with tempfile.TemporaryDirectory() as copy:
            for name in ("run.db", "run.db-wal", "run.db-journal"):
                if (self.run / name).is_file():
                    shutil.copyfile(self.run / name, pathlib.Path(copy) / name)
            database = sqlite3.connect(pathlib.Path(copy) / "run.db")
            database.text_factory = bytes
            try:
                self.check_database(database)
            except (Wrong, sqlite3.Error, OverflowError, ValueError, KeyError, TypeError) as error:
                self.wrong(str(error))
            database.close()
        fault = None if self.fault is None else {"link": self.fault.link, "what": str(self.fault)}
        return {"run": str(self.run), "holds": fault is None, "fault": fault, "anchor": f"{self.links}:{self.hash}",
                "ended": self.ended, "sealed_by": self.sealed_by, "notes": self.notes}

    def check_database(self, database):
        one = lambda sql: database.execute(sql).fetchone()[0]
        if one("PRAGMA application_id") != APPLICATION:
            raise Wrong("run.db is not that of a run")
        version = one("PRAGMA user_version")
        if not FIRST_SCHEMA <= version <= SCHEMA:
            raise Wrong("the run was recorded before runs carried a chain of hashes" if version < FIRST_SCHEMA else
                        f"run.db has version {version} of the schema; this script knows versions up to {SCHEMA}")
        chain = Chain(database, version)
        self.links, self.hash, self.fault = len(chain.hashes) - 1, chain.hashes[-1], chain.fault
        self.ended = one("SELECT EXISTS (SELECT 1 FROM outcomes)") == 1
        if not self.ended:
            self.notes.append("The run has no end: nothing here says whether more was recorded.")
        self.check_seal()
        self.check_anchor(chain.hashes)
        saved = {}
        for name, size, digest in database.execute("SELECT name, bytes, sha256 FROM saved_files ORDER BY id"):
            saved.setdefault(name.decode(), []).append({"name": name.decode(), "bytes": size, "sha256": digest.decode()})
        for name, files in sorted(saved.items()):
            any_of = files if name.startswith("states/") else files[-1:]
            self.check_file(self.run, files[-1], name == "final.weights", False, any_of)
        self.check_inputs(database)

    def check_seal(self):
        try:
            seal = read_seal(self.run / "seal.json")
        except Wrong as wrong:
            return self.wrong(str(wrong))
        if seal is None:
            self.notes.append("The run is not sealed: nobody has signed the end of its chain.")
            return self.wrong("the run is not sealed") if self.request["key"] else None
        if not is_signed(seal):
            return self.wrong("seal.json: the signature is not that of its key")
        if self.request["key"] not in (None, seal["public_key"]):
            return self.wrong("the run was sealed with another key: " + seal["public_key"])
        statement = seal["statement"]
        if (statement["links"], statement["hash"]) != (self.links, self.hash):
            return self.wrong(f"the chain does not end where it was sealed: at link {statement['links']}")
        for file in statement["files"]:
            self.check_file(self.run, file, True, False)
        self.sealed_by = seal["public_key"]
        return None

    def check_anchor(self, hashes):
        if self.request["anchor"] is None:
            return
        number, expected = self.request["anchor"]
        if number >= len(hashes):
            self.wrong(f"link {number}, which the anchor names, is not in the chain")
        elif hashes[number] != expected:
            self.wrong(f"link {number} is not that of the anchor")

    def check_inputs(self, database):
        config, dataset, network = (json.loads(text.decode("utf-8", "replace")) for text in database.execute(
            "SELECT config, dataset, network FROM run_header WHERE id = 1").fetchone())
        given = self.request["data"]
        place = given or config.get("data_dir", "")
        folder = pathlib.Path(place).parent if pathlib.Path(place).is_file() else pathlib.Path(place)
        if place and (given or folder.exists()):
            for file in dataset.get("files", []):
                self.check_file(folder, file, bool(given), True)
        else:
            self.notes.append("The data were not checked: name their folder with --data.")
        folder = pathlib.Path((config.get("start") or {}).get("weights", "")).parent
        for file in (network.get("initial_weights") or {}).get("files", []):
            self.check_file(folder, file, False, True)

    def check_file(self, folder, file, must_be_there, follow_links, any_of=()):
        name, path = file["name"], folder / file["name"]
        if not stays_inside(name):
            self.wrong(f"{name} is no name of a file in a folder")
        elif path.is_file() and (follow_links or not path.is_symlink()):
            if (path.stat().st_size, sha256_of(path)) not in [(f["bytes"], f["sha256"]) for f in any_of or [file]]:
                self.wrong(f"{name} is not the file that was recorded: its content is another")
        elif path.is_symlink() or path.exists():
            self.wrong(f"{name} is no file")
        elif must_be_there:
            self.wrong(f"{name} is missing")
        else:
            self.notes.append(f"{path} was not checked: it is not there.")


def anchor_of(text):
    found = re.fullmatch("([1-9][0-9]{0,17}):([0-9a-f]{64})", text)
    if not found:
        raise ValueError(f"--anchor: '{text}' is no anchor: expected the number of a link, a colon and 64 digits")
    return int(found.group(1)), found.group(2)


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("run", nargs="+", help="folders of runs")
    parser.add_argument("--key", help="public key in PEM: the runs must be sealed with it")
    parser.add_argument("--anchor", help="NUMBER:HASH of a link that the chain must have")
    parser.add_argument("--data", help="folder or file of the data, which must be those of the run")
    parser.add_argument("--json", action="store_true", help="a line of JSON for each run")
    words = parser.parse_args()
    try:
        request = {"key": words.key and public_key_of(words.key), "anchor": words.anchor and anchor_of(words.anchor),
                   "data": words.data}
    except (OSError, ValueError) as error:
        parser.error(str(error))
    all_hold = True
    for run in words.run:
        if not (pathlib.Path(run) / "run.db").is_file():
            parser.error(f"{run}: holds no run: there is no run.db")
        answer = Verifier(run, request).answer()
        all_hold = all_hold and answer["holds"]
        if words.json:
            print(json.dumps(answer))
            continue
        fault = answer["fault"]
        print(f"{run}: holds, anchor {answer['anchor']}" if fault is None else
              f"{run}: does NOT hold" + (f", from link {fault['link']} on" if fault["link"] else "") + f": {fault['what']}")
        for line in answer["notes"]:
            print("  " + line)
    return 0 if all_hold else 1


if __name__ == "__main__":
    sys.exit(main())
