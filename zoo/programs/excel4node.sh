# excel4node, every cell as a string.
. "$ZOO/lib.sh"
npm_package excel4node@1.8.2 csv-parse@7.0.3
program excel4node 1.8.2

way 'strings' xlsx
node -e 'const E = require("excel4node"), { parse } = require("csv-parse/sync"), fs = require("fs"), [, from, to] = process.argv;
    const book = new E.Workbook(), sheet = book.addWorksheet("people");
    parse(fs.readFileSync(from), { bom: true }).forEach((row, line) => row.forEach((cell, place) => cell && sheet.cell(line + 1, place + 1).string(cell)));
    book.write(to);' "$EXTRACT" "$OUT"
