#!/bin/sh
# openxlsx 4.2.5.2 on R 4.2.2 (Debian 12: r-cran-openxlsx), read by openpyxl 3.1.5 (PyPI): write.xlsx names a drawing among each
# sheet's parts and doesn't write it, and says that the sheet's dimension is A1. openpyxl can't load the file (KeyError for
# xl/drawings/drawing1.xml); in read-only mode, which doesn't look for drawings, it believes the dimension and gives one
# cell of the table, without a word.
# Seen: KeyError; read-only: [("user",)] where 3 rows of 2 columns were written; after reset_dimensions() all of them.
set -eu
command -v Rscript > /dev/null || { echo "install r-cran-openxlsx"; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check openpyxl==3.1.5
Rscript --vanilla -e 'suppressMessages(library(openxlsx)); write.xlsx(data.frame(user = c("ann", "bob"), floor = 1:2), "people.xlsx")'
v/bin/python - <<'PYTHON'
import openpyxl
try:
    openpyxl.load_workbook("people.xlsx")
    raise SystemExit("openpyxl loads it now")
except KeyError as error:
    assert "drawing1.xml" in str(error), error
sheet = openpyxl.load_workbook("people.xlsx", read_only=True).active
assert list(sheet.values) == [("user",)], list(sheet.values)
sheet.reset_dimensions()
assert list(sheet.values) == [("user", "floor"), ("ann", 1), ("bob", 2)], list(sheet.values)
PYTHON
echo "as seen"
