# DuckDB: a file copied through a query.
. "$ZOO/lib.sh"
pypi duckdb==2.0.1
program DuckDB 2.0.1

way 'COPY of read_csv' csv
python -c 'import sys, duckdb; duckdb.sql(f"COPY (FROM read_csv({sys.argv[1]!r})) TO {sys.argv[2]!r} (HEADER)")' "$EXTRACT" "$OUT"

way 'all_varchar' csv
python -c 'import sys, duckdb; duckdb.sql(f"COPY (FROM read_csv({sys.argv[1]!r}, all_varchar = true)) TO {sys.argv[2]!r} (HEADER)")' "$EXTRACT" "$OUT"
