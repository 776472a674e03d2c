# ExcelJS, whose CSV reader makes dates and numbers.
. "$ZOO/lib.sh"
npm_package exceljs@4.4.0
program ExcelJS 4.4.0

way 'CSV read and written' csv
node -e 'const E = require("exceljs"), b = new E.Workbook(); b.csv.readFile(process.argv[1]).then(() => b.csv.writeFile(process.argv[2]))' "$EXTRACT" "$OUT"

way 'CSV to xlsx' xlsx
node -e 'const E = require("exceljs"), b = new E.Workbook(); b.csv.readFile(process.argv[1]).then(() => b.xlsx.writeFile(process.argv[2]))' "$EXTRACT" "$OUT"
