# fast-csv for Node.
. "$ZOO/lib.sh"
npm_package fast-csv@5.0.8
program fast-csv 5.0.8

way 'parse, write' csv
node -e 'const C = require("fast-csv"), fs = require("fs"), [, from, to] = process.argv;
    fs.createReadStream(from).pipe(C.parse({ headers: true })).pipe(C.format({ headers: true })).pipe(fs.createWriteStream(to));' "$EXTRACT" "$OUT"
