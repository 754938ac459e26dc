// ONNX Runtime's part of compare.py, in a process of its own.
//
//     node ort_worker.cjs FOLDER FILE.onnx C,H,W BATCH THREADS SECONDS
//
// FOLDER has node_modules/onnxruntime-node. Prints one line of JSON: the median pass of a batch on one thread or on
// THREADS, whichever is faster, as images per second; the median and the 95th percentile of passes of one image on one
// thread, in microseconds. Each of the three takes SECONDS.
'use strict';

const {createRequire} = require('module');
const path = require('path');

const [folder, file, shapeText, batchText, threadsText, secondsText] = process.argv.slice(2);
const ort = createRequire(path.resolve(folder, 'package.json'))('onnxruntime-node');
const shape = shapeText.split(',').map(Number);

/** Microseconds of single passes, sorted. */
async function passes(threads, images, seconds) {
  const session = await ort.InferenceSession.create(file, {intraOpNumThreads: threads, interOpNumThreads: 1});
  const values = new Float32Array(shape.reduce((a, b) => a * b, images)).map(() => Math.random() - 0.5);
  const feeds = {x: new ort.Tensor('float32', values, [images, ...shape])};
  for (let i = 0; i < 10; i++) await session.run(feeds);
  const times = [];
  const end = process.hrtime.bigint() + BigInt(Math.round(seconds * 1e9));
  while (times.length < 5 || process.hrtime.bigint() < end) {
    const start = process.hrtime.bigint();
    await session.run(feeds);
    times.push(Number(process.hrtime.bigint() - start) / 1e3);
  }
  await session.release();
  return times.sort((a, b) => a - b);
}

const ranked = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];

async function main() {
  const batch = Number(batchText), seconds = Number(secondsText);
  let fastest = Infinity;
  for (const threads of new Set([1, Number(threadsText)])) fastest = Math.min(fastest, ranked(await passes(threads, batch, seconds), 0.5));
  const single = await passes(1, 1, seconds);
  console.log(JSON.stringify({
    images_per_second: batch / fastest * 1e6,
    batch1_us: {median: ranked(single, 0.5), p95: ranked(single, 0.95)},
    version: ort.env.versions.node,
  }));
}

main().catch(error => {
  console.error(error.message);
  process.exit(1);
});
