# write-excel-file, every cell as a string.
. "$ZOO/lib.sh"
npm_package write-excel-file@4.1.1 csv-parse@7.0.3
program write-excel-file 4.1.1

way 'strings' xlsx
node -e 'const write = require("write-excel-file/node"), { parse } = require("csv-parse/sync"), fs = require("fs"), [, from, to] = process.argv;
    const rows = parse(fs.readFileSync(from), { bom: true }).map(row => row.map(value => value ? { value, type: String } : null));
    (async () => { const made = await (write.default || write)(rows, { filePath: to }); if (made?.toFile) await made.toFile(to); })();' "$EXTRACT" "$OUT"
