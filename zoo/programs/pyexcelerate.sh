# PyExcelerate, which writes ZIP64 and inline strings.
. "$ZOO/lib.sh"
pypi pyexcelerate==0.13.0
program PyExcelerate 0.13.0

way 'rows as text' xlsx
python - "$EXTRACT" "$OUT" <<'PYTHON'
import csv, sys, pyexcelerate
book = pyexcelerate.Workbook()
book.new_sheet("people", data=list(csv.reader(open(sys.argv[1], encoding="utf-8-sig", newline=""))))
book.save(sys.argv[2])
PYTHON
