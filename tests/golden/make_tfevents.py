#!/usr/bin/env python3
"""Makes three_scalars.tfevents of this folder: an event file of TensorBoard with three numbers.

    tests/golden/make_tfevents.py [FOLDER]

Written from the formats alone: TFRecord (tensorflow/core/lib/io/record_writer.h), event.proto and summary.proto. The CRC-32C is
computed bit by bit, and checked first with the value that RFC 3720, appendix B.4, gives for 32 bytes of zeros.
"""
import pathlib
import struct
import sys

SCALARS = [("train/loss", 1, 1_700_000_000_500, 2.25), ("test/accuracy", 300, 1_700_000_001_000, 0.5),
           ("layer_sparsity/fc1", 70_000, 1_700_000_002_000, -1e-3)]


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ (0x82F63B78 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF


def masked(data):
    crc = crc32c(data)
    return ((crc >> 15 | crc << 17) + 0xA282EAD8) & 0xFFFFFFFF


def varint(number):
    out = bytearray()
    while number >= 0x80:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes(out + bytes([number]))


def text(field, content):
    return varint(field << 3 | 2) + varint(len(content)) + content


def record(event):
    length = struct.pack("<Q", len(event))
    return length + struct.pack("<I", masked(length)) + event + struct.pack("<I", masked(event))


def wall_time(milliseconds):
    return varint(1 << 3 | 1) + struct.pack("<d", milliseconds / 1000)


def main():
    assert crc32c(bytes(32)) == 0x8A9136AA
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent
    out = record(wall_time(1_700_000_000_000) + text(3, b"brain.Event:2"))
    for tag, step, milliseconds, value in SCALARS:
        curve = text(1, tag.encode()) + varint(2 << 3 | 5) + struct.pack("<f", value)
        out += record(wall_time(milliseconds) + varint(2 << 3) + varint(step) + text(5, text(1, curve)))
    (folder / "three_scalars.tfevents").write_bytes(out)


if __name__ == "__main__":
    main()
