#!/bin/sh
# DuckDB 2.0.1 (PyPI), read_csv: its guess spares what others harm and harms what others spare. 00123 stays text and 20 digits
# stay exact, but a column of 0x1A and 0xFF is one of integers, 26 and 255, and so is written back; 1_000 stays text though
# DuckDB's own SQL reads it as a thousand. A column of 12:30 is one of times, written back as 12:30:00.
# Seen: 00123 VARCHAR, 0x1A → 26, 1_000 VARCHAR, 12:30 → 12:30:00.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check duckdb==2.0.1
printf 'id,badge,rooms,begins\n00123,0x1A,1_000,12:30\n00456,0xFF,2_000,07:05\n' > people.csv
v/bin/python - <<'PYTHON'
import duckdb
duckdb.sql("COPY (FROM read_csv('people.csv')) TO 'saved.csv' (HEADER)")
saved = open("saved.csv").read()
assert saved == "id,badge,rooms,begins\n00123,26,1_000,12:30:00\n00456,255,2_000,07:05:00\n", saved
assert duckdb.sql("SELECT 1_000").fetchall() == [(1000,)]
print("as seen")
PYTHON
