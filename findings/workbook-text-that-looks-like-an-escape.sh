#!/bin/sh
# In a workbook's XML `_x0041_` stands for the letter A, and a text that only looks like it must be written `_x005F_x0041_`.
# openpyxl 3.1.5 (PyPI) doesn't escape, nor does it read escapes in what it wrote, so its own round trip is right and other readers
# are wrong: python-calamine 0.9.1 (PyPI) and SheetJS 0.18.5 (npm) read A. XlsxWriter 3.3.1 (PyPI) escapes, and all read it;
# but of its escapes openpyxl undoes only the one of the underscore, so a Windows line end comes back as `_x000D_` and a line
# feed. A badge, a part number or a file name of this form changes by the pair of programs that it passes through.
# Seen, text → read:   openpyxl → openpyxl `_x0041_`, calamine `A`, SheetJS `A`
#                      XlsxWriter → all three `_x0041_`; "one\r\ntwo" → openpyxl "one_x000D_\ntwo", calamine as it was
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check openpyxl==3.1.5 xlsxwriter==3.3.1 python-calamine==0.9.1
npm install --silent --no-audit --no-fund --prefix "$folder/n" xlsx@0.18.5
v/bin/python - <<'PYTHON'
import openpyxl, python_calamine, xlsxwriter
texts = ["_x0041_", "one\r\ntwo"]
book = openpyxl.Workbook()
for text in texts:
    book.active.append([text])
book.save("openpyxl.xlsx")
book = xlsxwriter.Workbook("xlsxwriter.xlsx")
sheet = book.add_worksheet()
for row, text in enumerate(texts):
    sheet.write_string(row, 0, text)
book.close()


def by_openpyxl(file):
    return [cell.value for cell in openpyxl.load_workbook(file).active["A"]]


def by_calamine(file):
    return [row[0] for row in python_calamine.CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()]


assert by_openpyxl("openpyxl.xlsx")[0] == "_x0041_"
assert by_calamine("openpyxl.xlsx")[0] == "A"
assert by_openpyxl("xlsxwriter.xlsx") == ["_x0041_", "one_x000D_\ntwo"], by_openpyxl("xlsxwriter.xlsx")
assert by_calamine("xlsxwriter.xlsx") == texts, by_calamine("xlsxwriter.xlsx")
PYTHON
NODE_PATH=n/node_modules node -e '
const X = require("xlsx"), first = file => Object.values(X.readFile(file).Sheets)[0].A1.v;
const got = [first("openpyxl.xlsx"), first("xlsxwriter.xlsx")].join(" ");
if (got !== "A _x0041_") { console.log("SheetJS reads " + got); process.exit(1) }'
echo "as seen"
