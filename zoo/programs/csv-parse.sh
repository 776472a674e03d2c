# csv-parse and csv-stringify for Node: strings, cast, and cast_date.
. "$ZOO/lib.sh"
npm_package csv-parse@7.0.3 csv-stringify@6.9.0
program csv-parse 7.0.3

through() {
    node -e 'const { parse } = require("csv-parse/sync"), { stringify } = require("csv-stringify/sync"), fs = require("fs");
        const [, from, to, cast] = process.argv, options = { bom: true, cast: cast !== "text", cast_date: cast === "dates" };
        fs.writeFileSync(to, stringify(parse(fs.readFileSync(from), options), { cast: { date: day => day.toISOString() } }));' "$EXTRACT" "$OUT" "$1"
}

way 'parse, stringify' csv
through text

way 'cast' csv
through numbers

way 'cast_date' csv
through dates
