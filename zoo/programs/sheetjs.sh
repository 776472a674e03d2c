# SheetJS, a file read and written.
. "$ZOO/lib.sh"
npm_package xlsx@0.18.5
program SheetJS 0.18.5

way 'to CSV' csv
node -e 'const X = require("xlsx"); X.writeFile(X.readFile(process.argv[1]), process.argv[2])' "$EXTRACT" "$OUT"

way 'to CSV, in New York' csv
TZ=America/New_York node -e 'const X = require("xlsx"); X.writeFile(X.readFile(process.argv[1]), process.argv[2])' "$EXTRACT" "$OUT"

way 'to CSV, raw' csv
node -e 'const X = require("xlsx"); X.writeFile(X.readFile(process.argv[1], {raw: true}), process.argv[2])' "$EXTRACT" "$OUT"

way 'to xlsx' xlsx
node -e 'const X = require("xlsx"); X.writeFile(X.readFile(process.argv[1]), process.argv[2])' "$EXTRACT" "$OUT"

way 'to xlsx, cellDates' xlsx
node -e 'const X = require("xlsx"); X.writeFile(X.readFile(process.argv[1], {cellDates: true}), process.argv[2], {cellDates: true})' "$EXTRACT" "$OUT"
