// Starts the desk's worker. If its wasm can't be loaded, the page hears of it like of any other end of the worker.

importScripts("/worker.js");

wasm_bindgen({ module_or_path: "/worker_bg.wasm" }).catch((error) => {
  postMessage([JSON.stringify({ broken: { message: `the worker could not be loaded: ${error}` } })]);
});
