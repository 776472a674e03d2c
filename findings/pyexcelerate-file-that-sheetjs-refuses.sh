#!/bin/sh
# PyExcelerate 0.13.0 (PyPI) writes the sheet of even the smallest workbook as a ZIP64 entry ("needs version 4.5"), whose sizes
# stand in the extra field. openpyxl and Gnumeric read it; SheetJS 0.18.5 (npm), which knows no ZIP64, refuses the file.
# It also writes a text that begins with = as a formula, though it was given as text.
# Seen: SheetJS throws "Bad compressed size: 591 != 4294967295"; openpyxl reads `=1+1` as a formula (data type f).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check pyexcelerate==0.13.0 openpyxl==3.1.5
npm install --silent --no-audit --no-fund --prefix "$folder/n" xlsx@0.18.5
v/bin/python - <<'PYTHON'
import openpyxl, pyexcelerate, zipfile
book = pyexcelerate.Workbook()
book.new_sheet("people", data=[["user", "title"], ["ann", "=1+1"]])
book.save("people.xlsx")
needs = {entry.filename: entry.extract_version for entry in zipfile.ZipFile("people.xlsx").infolist()}
assert needs["xl/worksheets/sheet1.xml"] == 45, needs
cell = openpyxl.load_workbook("people.xlsx").active["B2"]
assert (cell.value, cell.data_type) == ("=1+1", "f"), (cell.value, cell.data_type)
PYTHON
NODE_PATH=n/node_modules node -e '
try { require("xlsx").readFile("people.xlsx"); console.log("SheetJS reads it now"); process.exit(1) }
catch (error) { if (!/Bad compressed size/.test(error.message)) { console.log(error.message); process.exit(1) } }'
echo "as seen"
