# d3-dsv: strings, and what autoType makes of them.
. "$ZOO/lib.sh"
npm_package d3-dsv@3.0.1
program d3-dsv 3.0.1

through() {
    cat > d3.mjs <<'NODE'
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
const { csvParse, csvFormat, autoType } = await import(pathToFileURL(process.env.NODE_PATH + "/d3-dsv/src/index.js"));
const text = readFileSync(process.env.EXTRACT, "utf8").replace(/^\ufeff/, "");
writeFileSync(process.env.OUT, csvFormat(process.argv[2] === "typed" ? csvParse(text, autoType) : csvParse(text)));
NODE
    node d3.mjs "$1"
}

way 'csvParse, csvFormat' csv
through text

way 'autoType' csv
through typed
