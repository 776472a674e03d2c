// Measures in a browser's worker, and posts the answer to where the page came from.
import init, * as engine from "./engine.js";
import * as udsv from "./udsv.mjs";
import { measure, peersFrom } from "./measure.mjs";

const answer = async () => {
  const { memory } = await init();
  const file = async (name) => new Uint8Array(await (await fetch(name)).arrayBuffer());
  const files = {
    directory: await file("directory.csv"),
    upload: await file("upload.csv"),
    smallDirectory: await file("small-directory.csv"),
    smallUpload: await file("small-upload.csv"),
  };
  const peers = peersFrom(udsv, await (await fetch("papaparse.js")).text());
  return measure(engine, memory, peers, files, Number(new URL(self.location).searchParams.get("runs")));
};

const result = await answer().catch((error) => ({ error: `${error}` }));
await fetch("result", { method: "POST", body: JSON.stringify(result) });
