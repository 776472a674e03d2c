// The way into the package in a browser: the wasm is fetched from beside this file.
import init from "./engine.js";

await init({ module_or_path: new URL("engine_bg.wasm", import.meta.url) });

export * from "./index.js";
