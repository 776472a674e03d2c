# XlsxWriter, fed by Python's csv module, as text and with its conversion of numbers.
. "$ZOO/lib.sh"
pypi xlsxwriter==3.3.1
program XlsxWriter 3.3.1

write() {
    python - "$EXTRACT" "$OUT" "$1" <<'PYTHON'
import csv, sys, xlsxwriter
book = xlsxwriter.Workbook(sys.argv[2], {"strings_to_numbers": sys.argv[3] == "numbers", "strings_to_urls": False})
sheet = book.add_worksheet()
for number, row in enumerate(csv.reader(open(sys.argv[1], encoding="utf-8-sig", newline=""))):
    sheet.write_row(number, 0, row)
book.close()
PYTHON
}

way 'write_row' xlsx
write text

way 'strings_to_numbers' xlsx
write numbers
