# csvkit: what people use to cut and convert, with its guessing on and off.
. "$ZOO/lib.sh"
pypi csvkit==2.2.0
program csvkit 2.2.0

way 'csvcut' csv
csvcut -c 1- "$EXTRACT" > "$OUT"

way 'csvformat' csv
csvformat "$EXTRACT" > "$OUT"

way 'in2csv, which guesses types' csv
in2csv --format csv "$EXTRACT" > "$OUT"

way 'in2csv without guessing' csv
in2csv --format csv --no-inference "$EXTRACT" > "$OUT"
