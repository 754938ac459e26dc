"""ONNX Runtime in Node.js, for the scripts beside this file."""

import pathlib
import subprocess

import numpy

PROGRAM = """
const ort = require('onnxruntime-node');
const fs = require('fs');
const [model, images, out, ...shape] = process.argv.slice(2);
(async () => {
    const session = await ort.InferenceSession.create(model);
    const bytes = fs.readFileSync(images);
    const values = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
    const dims = shape.map(Number);
    const size = dims.slice(1).reduce((a, b) => a * b, 1);
    const parts = [];
    for (let first = 0; first < dims[0]; first += 100) {
        const count = Math.min(100, dims[0] - first);
        const tensor = new ort.Tensor('float32', values.slice(first * size, (first + count) * size), [count, ...dims.slice(1)]);
        const result = await session.run({[session.inputNames[0]]: tensor});
        parts.push(Buffer.from(result[session.outputNames[0]].data.slice().buffer));
    }
    fs.writeFileSync(out, Buffer.concat(parts));
})().catch(error => { console.error(String(error)); process.exit(1); });
"""


class Runtime:
    def __init__(self, folder):
        self.folder = folder

    @staticmethod
    def installed(package, folder):
        """ONNX Runtime in `folder`, or None where npm cannot install it, which is told."""
        command = ["npm", "install", "--prefix", str(folder), "--no-audit", "--no-fund", "--ignore-scripts", package]
        try:
            done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        except FileNotFoundError:
            print("ONNX Runtime is left out: there is no npm")
            return None
        if done.returncode != 0:
            print(f"ONNX Runtime is left out: {done.stdout.strip().splitlines()[-1]}")
            return None
        (folder / "answers.js").write_text(PROGRAM)
        return Runtime(pathlib.Path(folder))

    def answers(self, model, images, classes):
        """What the model gives for images (N, C, H, W), a row of `classes` values for each."""
        images.astype("<f4").tofile(self.folder / "images.bin")
        subprocess.run(["node", self.folder / "answers.js", model, self.folder / "images.bin", self.folder / "answers.bin",
                        *map(str, images.shape)], check=True)
        return numpy.fromfile(self.folder / "answers.bin", "<f4").reshape(-1, classes)


def own_answers(build, model, images, classes, folder):
    """The same of the network as it is taken over here, by the program onnx_answers of the build folder."""
    images.astype("<f4").tofile(folder / "images.bin")
    subprocess.run([build / "tests" / "onnx_answers", str(model), folder / "images.bin", folder / "own.bin"], check=True)
    return numpy.fromfile(folder / "own.bin", "<f4").reshape(-1, classes)
