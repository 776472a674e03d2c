// Starts the desk. It is a file of its own because the content security policy allows no inline script.

import init from "/app.js";

function sayThatItFailed() {
  document.getElementById("loading-text")?.setAttribute("hidden", "");
  document.getElementById("loading-help")?.removeAttribute("hidden");
  const again = document.getElementById("loading-again");
  again?.removeAttribute("hidden");
  again?.addEventListener("click", () => location.reload());
}

init({ module_or_path: "/app_bg.wasm" }).catch(sayThatItFailed);
