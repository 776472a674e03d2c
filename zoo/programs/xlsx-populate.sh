# xlsx-populate, every cell as a string.
. "$ZOO/lib.sh"
npm_package xlsx-populate@1.21.0 csv-parse@7.0.3
program xlsx-populate 1.21.0

way 'strings' xlsx
node -e 'const P = require("xlsx-populate"), { parse } = require("csv-parse/sync"), fs = require("fs"), [, from, to] = process.argv;
    P.fromBlankAsync().then(book => { book.sheet(0).cell("A1").value(parse(fs.readFileSync(from), { bom: true })); return book.toFileAsync(to) });' "$EXTRACT" "$OUT"
