# PyArrow's own CSV reader and writer.
. "$ZOO/lib.sh"
pypi pyarrow==26.0.1
program PyArrow 26.0.1

way 'read_csv, write_csv' csv
python -c 'import sys; from pyarrow import csv; csv.write_csv(csv.read_csv(sys.argv[1], parse_options=csv.ParseOptions(newlines_in_values=True)), sys.argv[2])' "$EXTRACT" "$OUT"
