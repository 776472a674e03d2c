# CleverCSV, which guesses the dialect.
. "$ZOO/lib.sh"
pypi clevercsv==0.8.5 pandas==3.1.1 faust-cchardet==2.1.19
program CleverCSV 0.8.5

way 'read_table, write_table' csv
python -c 'import sys, clevercsv; clevercsv.write_table(clevercsv.read_table(sys.argv[1], encoding="utf-8-sig"), sys.argv[2], encoding="utf-8")' "$EXTRACT" "$OUT"

way 'read_dataframe, to_csv' csv
python -c 'import sys, clevercsv; clevercsv.read_dataframe(sys.argv[1], encoding="utf-8-sig").to_csv(sys.argv[2], index=False)' "$EXTRACT" "$OUT"
