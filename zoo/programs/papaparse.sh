# PapaParse: parse and unparse, with its guessing of types and without.
. "$ZOO/lib.sh"
npm_package papaparse@5.7.1
program PapaParse 5.7.1

through() {
    node -e 'const P = require("papaparse"), fs = require("fs"), [, from, to, typed] = process.argv;
        const { data } = P.parse(fs.readFileSync(from, "utf8"), { header: true, skipEmptyLines: true, dynamicTyping: typed === "typed" });
        fs.writeFileSync(to, P.unparse(data));' "$EXTRACT" "$OUT" "$1"
}

way 'parse, unparse' csv
through text

way 'dynamicTyping' csv
through typed
