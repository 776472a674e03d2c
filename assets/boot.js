// Starts the desk. It is a file of its own because the content security policy allows no inline script.

// Asked for at once, beside the script that will need it. A preload link would do the same, but WebKit doesn't use what
// it preloaded, and takes the file twice.
const wasm = fetch("/app_bg.wasm");
// If the script doesn't come either, that is what is told.
wasm.catch(() => {});

function sayThatItFailed() {
  document.getElementById("loading-text")?.setAttribute("hidden", "");
  document.getElementById("loading-help")?.removeAttribute("hidden");
  const again = document.getElementById("loading-again");
  again?.removeAttribute("hidden");
  again?.addEventListener("click", () => location.reload());
}

import("/app.js").then(({ default: init }) => init({ module_or_path: wasm })).catch(sayThatItFailed);
