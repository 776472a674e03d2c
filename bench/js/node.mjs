// Measures in Node: node node.mjs RUNS, in the folder that the bench prepared.
import { readFileSync } from "node:fs";
import * as engine from "./engine.js";
import * as udsv from "./udsv.mjs";
import { measure, peersFrom } from "./measure.mjs";

const { memory } = engine.initSync({ module: readFileSync("engine_bg.wasm") });
const file = (name) => new Uint8Array(readFileSync(name));
const files = {
  directory: file("directory.csv"),
  upload: file("upload.csv"),
  smallDirectory: file("small-directory.csv"),
  smallUpload: file("small-upload.csv"),
};
const peers = peersFrom(udsv, readFileSync("papaparse.js", "utf8"));
console.log(JSON.stringify(measure(engine, memory, peers, files, Number(process.argv[2]))));
