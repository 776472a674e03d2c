#!/bin/sh
# ExcelJS 4.4.0 (npm): a day in a CSV file becomes midnight of the machine's own time zone, and a workbook has no zones, so
# east of Greenwich the workbook holds the evening before: 2026-03-14 is 2026-03-13 23:00 in Berlin, under a date format that
# doesn't show the hour. In summer it is 22:00, so one column has two different hours. In UTC nothing happens, which is
# where tests are run.
# Seen, the number in the sheet's XML: Berlin 46094.958333333336 (March), 46217.916666666664 (July); UTC 46095 and 46218.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" exceljs@4.4.0
printf 'user,joined\nann,2026-03-14\nbob,2026-07-15\n' > people.csv
cat > seen.js <<'NODE'
const E = require("exceljs"), J = require("jszip"), fs = require("fs");
(async () => {
    const book = new E.Workbook();
    await book.csv.readFile("people.csv");
    await book.xlsx.writeFile("people.xlsx");
    const zip = await J.loadAsync(fs.readFileSync("people.xlsx"));
    const xml = await zip.file("xl/worksheets/sheet1.xml").async("string");
    console.log([...xml.matchAll(/<c r="B[23]"[^>]*><v>([^<]*)/g)].map(found => Number(found[1]).toFixed(4)).join(" "));
})();
NODE
for zone in 'Europe/Berlin 46094.9583 46217.9167' 'UTC 46095.0000 46218.0000'; do
    seen=$(TZ=${zone%% *} node seen.js)
    [ "$seen" = "${zone#* }" ] || { echo "in ${zone%% *}: $seen"; exit 1; }
done
echo "as seen"
