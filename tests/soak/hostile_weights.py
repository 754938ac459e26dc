#!/usr/bin/env python3
"""Weight files from somebody else: each must be refused, or used, within two seconds of processor time and 500 MB, with a
word on what is wrong.

Every file is given to `bench --weights`, and stands as final.weights in a run of which a report is made.
"""
import os
import pathlib
import signal
import socket
import struct
import subprocess
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parent))
import soak_support  # noqa: E402

MOST_SECONDS = 2
MOST_BYTES = 500e6
MODEL = "mlp:20"


def entry(name, dtype, shape, begin, end):
    return f'"{name}":{{"dtype":"{dtype}","shape":{shape},"data_offsets":[{begin},{end}]}}'


def with_header(header, data=b"", length=None):
    """The bytes of a file with this header, which may be anything."""
    header = header.encode() if isinstance(header, str) else header
    return struct.pack("<Q", len(header) if length is None else length) + header + data


def metadata(**values):
    pairs = ",".join(f'"{k}":"{v}"' for k, v in values.items())
    return f'"__metadata__":{{{pairs}}}'


def network(model=MODEL, widths=(784, 20, 10), value=0.5, change=None, **more):
    """A file of a perceptron as a run leaves it; `change` gets name and values of each tensor and may return others."""
    entries, data = [metadata(model=model, dataset="mnist", step="7", **more)], b""
    for layer in range(1, len(widths)):
        weights = widths[layer] * widths[layer - 1]
        shape = f"[{widths[layer]},{widths[layer - 1]}]"
        values = [value if i % 3 == 0 else 0.0 for i in range(weights)]
        tensors = [(f"fc{layer}.weight", "F32", shape, struct.pack(f"<{weights}f", *values)),
                   (f"fc{layer}.weight.latent", "F32", shape, struct.pack(f"<{weights}f", *values)),
                   (f"fc{layer}.bias", "F32", f"[{widths[layer]}]", bytes(4 * widths[layer])),
                   (f"fc{layer}.weight.mask", "U8", shape, bytes(int(v != 0) for v in values))]
        for tensor in tensors:
            tensor = change(*tensor) if change else tensor
            if tensor is None:
                continue
            name, dtype, shape_, bytes_ = tensor
            entries.append(entry(name, dtype, shape_, len(data), len(data) + len(bytes_)))
            data += bytes_
    header = "{" + ",".join(entries) + "}"
    return with_header(header + " " * (-len(header) % 8), data)


def replaced(wanted, **parts):
    """A change of one tensor: other name, dtype, shape or data."""
    def change(name, dtype, shape, data):
        if name != wanted:
            return name, dtype, shape, data
        return (parts.get("name", name), parts.get("dtype", dtype), parts.get("shape", shape), parts.get("data", data))
    return change


def without(wanted):
    return lambda name, *rest: None if name == wanted else (name, *rest)


def sparse(header, data_bytes):
    """Writes a file whose data takes no disk."""
    def write(path):
        path.write_bytes(with_header(header))
        os.truncate(path, path.stat().st_size + data_bytes)
    return write


def headers():
    """Files that the header alone rules out: the report must say so, too."""
    one = entry("w", "F32", "[2]", 0, 8)
    eight = bytes(8)
    yield "empty", b""
    yield "seven bytes", bytes(7)
    yield "length alone", struct.pack("<Q", 2)
    yield "length zero", with_header("")
    for length in (3, 2**24 + 1, 2**31, 2**63, 2**64 - 1):
        yield f"length {length}", with_header("{}", length=length)
    for text in ("[]", "null", "7", '"text"', "{", "{]", '{"w"}', '{"w":}', "{}x", "nonsense", "\x00" * 16,
                 '{"w":{"dtype":"F32"', '{"a":' * 5000, "[" * 100000, '{"w":1e999}', '{"w":[]}', '{"w":null}', '{"w":{}}'):
        yield f"header {text[:20]!r}", with_header(text, eight)
    yield "header of no UTF-8", with_header(b'{"\xff\xfe":1}', eight)
    yield "header of control bytes", with_header('{"\x1b]0;title\x07":1}', eight)
    for dtype in ("F16", "BF16", "F64", "I32", "BOOL", "f32", "", "F32\\u0000"):
        yield f"dtype {dtype!r}", with_header("{" + entry("w", dtype, "[2]", 0, 8) + "}", eight)
    for shape in ("[-2]", "[2.0]", "[null]", '["2"]', "2", "{}", "[3]", "[4294967296,4294967296,4294967296]", "[18446744073709551615]",
                  "[" + ",".join(["1"] * 17) + "]"):
        yield f"shape {shape[:30]}", with_header("{" + entry("w", "F32", shape, 0, 8) + "}", eight)
    for begin, end in ((8, 0), (0, 16), (4, 12), (-1, 8), (0, 4), (0, 2**64 - 1), (2**64 - 8, 2**64)):
        yield f"offsets {begin} to {end}", with_header("{" + entry("w", "F32", "[2]", begin, end) + "}", eight)
    yield "three offsets", with_header('{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8,8]}}', eight)
    yield "overlap", with_header("{" + one + "," + entry("v", "F32", "[2]", 4, 12) + "}", bytes(12))
    yield "hole", with_header("{" + one + "," + entry("v", "F32", "[2]", 12, 20) + "}", bytes(20))
    yield "a name twice", with_header("{" + one + "," + one + "}", eight)
    yield "a key twice", with_header('{"w":{"dtype":"U8","dtype":"F32","shape":[2],"data_offsets":[0,8]}}', eight)
    yield "metadata twice", with_header("{" + metadata(a="1") + "," + metadata(a="2") + "," + one + "}", eight)
    yield "metadata with a key twice", with_header('{"__metadata__":{"model":"a","model":"b"},' + one + "}", eight)
    yield "metadata of numbers", with_header('{"__metadata__":{"model":5},' + one + "}", eight)
    yield "an unknown key", with_header('{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"more":1}}', eight)
    yield "bytes after the last tensor", with_header("{" + one + "}", bytes(9))
    yield "cut short", network()[:-1]
    yield "a header of 16 million quotes", with_header('"' * 2**24)
    yield "a long name, twice", with_header("{" + ",".join([entry("n" * 4_000_000, "F32", "[2]", 0, 8)] * 2) + "}", eight)
    yield "150,000 tensors in one place", with_header(
        "{" + ",".join(entry(f"t{i}", "U8", "[1]", 0, 1) for i in range(150_000)) + "}", b"x")
    yield "3 GB after the last tensor", sparse("{" + one + "}", 3 * 10**9)
    yield "3 GB, one byte too few", sparse("{" + entry("w", "F32", "[750000000]", 0, 3 * 10**9) + "}", 3 * 10**9 - 1)
    yield "1 TB", sparse("{}", 2**40)
    yield "3 GB of holes", sparse("{" + entry("w", "F32", "[750000000]", 0, 3 * 10**9) + "}", 3 * 10**9)
    yield "3 GB of holes that fit their network", sparse(
        "{" + metadata(model="mlp:100000,9500") + "," + entry("fc1.weight", "F32", "[100000,784]", 0, 313_600_000) + "," +
        entry("fc2.weight", "F32", "[7500,100000]", 313_600_000, 3_313_600_000) + "}", 3_313_600_000)


def networks():
    """Files whose header is sound, and which are no weights of the network that they name."""
    def nan(value):
        return replaced("fc1.weight", data=struct.pack("<f", value) * (784 * 20))
    yield "no model", with_header("{" + entry("w", "F32", "[2]", 0, 8) + "}", bytes(8))
    for model in ("", "mlp:", "mlp:20,", "mlp:,20", "mlp:2000000000", "mlp:-1", "mlp:0", "perceptron", "resnet-9", "lenet-5", "mlp:21", "mlp:19",
                  "mlp:30000,20000", "mlp:" + ",".join(["100000"] * 32), "mlp:" + ",".join(["20"] * 33), "resnet-1202",
                  "mlp:" + "0" * 1_000_000 + "20", "x" * 1_000_000, "\\u001b[2Jmlp:20", "../../mlp:20"):
        yield f"model {model[:30]!r}", network(model=model)
    yield "a weight is missing", network(change=without("fc1.weight"))
    yield "a bias is missing", network(change=without("fc2.bias"))
    yield "a weight of another size", network(change=replaced("fc1.weight", shape="[20,783]", data=bytes(4 * 783 * 20)))
    yield "a weight of whole numbers", network(change=replaced("fc1.weight", dtype="I64", data=bytes(8 * 784 * 20)))
    yield "a weight of bytes", network(change=replaced("fc1.weight", dtype="U8", data=bytes(784 * 20)))
    yield "a weight under another name", network(change=replaced("fc1.weight", name="FC1.weight"))
    for value in (float("nan"), float("inf"), float("-inf")):
        yield f"weights of {value}", network(change=nan(value))
    yield "every weight zero", network(value=0.0)
    yield "3 GB that the network does not know", sparse(
        "{" + metadata(model=MODEL) + "," + entry("junk", "U8", "[3000000000]", 0, 3 * 10**9) + "}", 3 * 10**9)


def usable():
    """Odd, and nothing wrong with them."""
    yield "a sound file", network()
    yield "latent values of another size", network(change=replaced("fc1.weight.latent", shape="[1]", data=bytes(4)))
    yield "no masks", network(change=lambda name, *rest: None if name.endswith("mask") else (name, *rest))
    yield "a data set of another program", network(note="枝刈り")


def special(folder):
    """What is no file at all."""
    def fifo(path):
        os.mkfifo(path)

    def link(target):
        return lambda path: path.symlink_to(target)

    def unix_socket(path):
        with socket.socket(socket.AF_UNIX) as listener:
            os.chdir(path.parent)
            listener.bind(path.name)

    yield "a pipe", fifo
    yield "a folder", lambda path: path.mkdir()
    yield "a link to /dev/zero", link("/dev/zero")
    yield "a link to nothing", link(folder / "nowhere")
    yield "a link to itself", link("final.weights")
    yield "a socket", unix_socket


def put(path, content):
    if path.is_dir() and not path.is_symlink():
        path.rmdir()
    elif path.exists() or path.is_symlink():
        path.unlink()
    if callable(content):
        content(path)
    else:
        path.write_bytes(content)


class Answer:
    def __init__(self, status, text, seconds, most_bytes):
        self.status, self.text, self.seconds, self.most_bytes = status, text, seconds, most_bytes


def run(place, words, patience=60):
    """Runs a program to its end and takes its own measure: processor time and most memory."""
    log = place.path / "log"
    with open(log, "wb") as out:
        process = subprocess.Popen([str(word) for word in words], stdin=subprocess.DEVNULL, stdout=out, stderr=out,
                                   env=place.environment, cwd=place.path)
        end = time.monotonic() + patience
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid != 0:
                break
            if time.monotonic() > end:
                os.kill(process.pid, signal.SIGKILL)
                _, status, usage = os.wait4(process.pid, 0)
                break
            time.sleep(0.01)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Answer(process.returncode, log.read_bytes().decode(errors="replace"), usage.ru_utime + usage.ru_stime,
                  1024 * usage.ru_maxrss)


def faults_of(answer, name, refused, statuses):
    """What is bad about an answer, in words."""
    faults = []
    if answer.status not in statuses:
        faults.append(f"status {answer.status}")
    if answer.seconds > MOST_SECONDS:
        faults.append(f"{answer.seconds:.1f} s of processor time")
    if answer.most_bytes > MOST_BYTES:
        faults.append(f"{answer.most_bytes / 1e6:.0f} MB")
    if refused and name not in answer.text:
        faults.append(f"does not say what is wrong: {answer.text[-200:]!r}")
    if any(ord(c) < 32 and c not in "\n\t" for c in answer.text):
        faults.append("control characters in its words")
    if len(answer.text) > 20_000:
        faults.append(f"{len(answer.text)} characters of words")
    return faults


def main():
    options = soak_support.arguments(__doc__, 0)
    tally = soak_support.Tally()
    with soak_support.Place(options.build, options.keep) as place:
        folder = place.path / "run"
        recorded = place.run(place.training(folder, epochs=1, model=MODEL))
        if recorded.status != 0:
            sys.exit(f"no run to try with: {recorded}")
        weights = folder / "final.weights"
        kinds = (("header", headers(), True, True), ("network", networks(), True, False), ("usable", usable(), False, False),
                 ("special", special(place.path), True, True))
        for kind, cases, bench_refuses, report_refuses in kinds:
            for number, (name, content) in enumerate(cases):
                put(weights, content)
                answer = run(place, [place.cli, "bench", "--weights", weights, "--seconds", "0.001", "--batch", "1",
                                     "--threads", "1"])
                tally.count(f"bench, {kind}, {name}", faults_of(answer, "final.weights", bench_refuses, (1,) if bench_refuses else (0,)))
                tally.note(f"{kind} files in bench")
                answer = run(place, [place.cli, "report", folder, "--out", place.path / "reports" / f"{kind}{number}"])
                said = report_refuses and name != "a link to nothing"
                tally.count(f"report, {kind}, {name}", faults_of(answer, "final.weights", said, (0, 1)))
                tally.note(f"{kind} files in a report")
    tally.end()


if __name__ == "__main__":
    main()
