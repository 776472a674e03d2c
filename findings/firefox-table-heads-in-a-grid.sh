#!/bin/sh
# Firefox ESR 153.8 (Debian 12): a table's heads are printed on each page, unless an element around the table is a grid: then they
# stand on the first page only, though the rows go on over all pages. A page whose layout is one grid prints long lists
# without heads.
# Seen, a table of 300 rows printed to PDF: in a block as many heads as pages, in a grid one.
set -eu
command -v firefox-esr > /dev/null && command -v pdftotext > /dev/null || { echo "install firefox-esr and poppler-utils"; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > seen.py <<'PYTHON'
import base64, json, os, socket, subprocess, sys, time

folder = os.getcwd()
with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]
os.mkdir("profile")
open("profile/user.js", "w").write(f'user_pref("marionette.port", {port});\n')
environment = dict(os.environ, HOME=folder, MOZ_HEADLESS="1")
firefox = subprocess.Popen(["firefox-esr", "--marionette", "--headless", "--no-remote", "--profile", folder + "/profile"],
                           env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
try:
    for attempt in range(90):
        try:
            link = socket.create_connection(("127.0.0.1", port)).makefile("rwb")
            break
        except OSError:
            time.sleep(1)

    def answer():
        length = b""
        while (byte := link.read(1)) != b":":
            length += byte
        return json.loads(link.read(int(length)))

    def ask(command, words):
        message = json.dumps([0, 1, command, words]).encode()
        link.write(b"%d:%s" % (len(message), message))
        link.flush()
        _, _, error, result = answer()
        assert error is None, error
        return result

    answer()
    ask("WebDriver:NewSession", {})
    for display in ["block", "grid"]:
        rows = "".join(f"<tr><td>person {number}</td></tr>" for number in range(300))
        page = f"<main style='display:{display}'><table><thead><tr><th>Username</th></tr></thead><tbody>{rows}</tbody></table></main>"
        open(f"{display}.html", "w").write("<!doctype html>" + page)
        ask("WebDriver:Navigate", {"url": f"file://{folder}/{display}.html"})
        pdf = base64.b64decode(ask("WebDriver:Print", {})["value"])
        open(f"{display}.pdf", "wb").write(pdf)
        pages = subprocess.run(["pdftotext", f"{display}.pdf", "-"], capture_output=True, text=True).stdout.rstrip("\f").split("\f")
        heads = [page.count("Username") for page in pages]
        print(display, heads)
        assert len(pages) > 3
        assert heads == ([1] * len(pages) if display == "block" else [1] + [0] * (len(pages) - 1)), heads
finally:
    firefox.terminate()
    firefox.wait()
PYTHON
python3 seen.py
echo "as seen"
