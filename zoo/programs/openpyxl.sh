# openpyxl, fed by Python's csv module, as most scripts do it.
. "$ZOO/lib.sh"
pypi openpyxl==3.1.5
program openpyxl 3.1.5

way 'rows appended as text' xlsx
python - "$EXTRACT" "$OUT" <<'PYTHON'
import csv, sys, openpyxl
book = openpyxl.Workbook()
for row in csv.reader(open(sys.argv[1], encoding="utf-8-sig", newline="")):
    book.active.append(row)
book.save(sys.argv[2])
PYTHON

way 'the same, loaded and saved again' xlsx
python - "$EXTRACT" "$OUT" <<'PYTHON'
import csv, sys, openpyxl
book = openpyxl.Workbook()
for row in csv.reader(open(sys.argv[1], encoding="utf-8-sig", newline="")):
    book.active.append(row)
book.save(sys.argv[2])
openpyxl.load_workbook(sys.argv[2]).save(sys.argv[2])
PYTHON
