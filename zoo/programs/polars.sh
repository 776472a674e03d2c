# Polars, with its guessing and without.
. "$ZOO/lib.sh"
pypi polars==2.1.0 xlsxwriter==3.3.1
program Polars 2.1.0

way 'read_csv, write_csv' csv
python -c 'import sys, polars as pl; pl.read_csv(sys.argv[1]).write_csv(sys.argv[2])' "$EXTRACT" "$OUT"

way 'try_parse_dates' csv
python -c 'import sys, polars as pl; pl.read_csv(sys.argv[1], try_parse_dates=True).write_csv(sys.argv[2])' "$EXTRACT" "$OUT"

way 'without guessing' csv
python -c 'import sys, polars as pl; pl.read_csv(sys.argv[1], infer_schema=False).write_csv(sys.argv[2])' "$EXTRACT" "$OUT"

way 'read_csv, write_excel' xlsx
python -c 'import sys, polars as pl; pl.read_csv(sys.argv[1]).write_excel(sys.argv[2])' "$EXTRACT" "$OUT"
