#!/bin/sh
# xlsx2csv 0.8.6 (PyPI): a row that is hidden in the workbook, as every filter hides rows, comes out as an empty line without a
# word, while the cells of a hidden column come out. A time of day under a date-only format is dropped as well.
# Seen, row 3 and column C hidden:
#   user,phone,share,seen
#   ann,0301234,5%,2026-03-14     (the cell holds 2026-03-14 23:00)
#                                 (Bob's row)
#   cy,0309999,9%,1999-12-31
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check xlsx2csv==0.8.6 openpyxl==3.1.5
v/bin/python - <<'PYTHON'
import datetime, openpyxl
book = openpyxl.Workbook()
sheet = book.active
sheet.append(["user", "phone", "share", "seen"])
sheet.append(["ann", "0301234", "5%", datetime.datetime(2026, 3, 14, 23, 0)])
sheet.append(["bob", "0305678", "7%", datetime.datetime(2012, 1, 13)])
sheet.append(["cy", "0309999", "9%", datetime.datetime(1999, 12, 31)])
for row in (2, 3, 4):
    sheet.cell(row, 4).number_format = "yyyy-mm-dd"
sheet.row_dimensions[3].hidden = True
sheet.column_dimensions["C"].hidden = True
book.save("people.xlsx")
PYTHON
v/bin/xlsx2csv people.xlsx > got
printf 'user,phone,share,seen\nann,0301234,5%%,2026-03-14\n\ncy,0309999,9%%,1999-12-31\n' > wanted
diff wanted got || { echo "xlsx2csv has changed"; exit 1; }
echo "as seen"
