# petl, a table copied from file to file.
. "$ZOO/lib.sh"
pypi petl==1.7.30 openpyxl==3.1.5
program petl 1.7.30

way 'fromcsv, tocsv' csv
python -c 'import sys, petl; petl.tocsv(petl.fromcsv(sys.argv[1], encoding="utf-8-sig"), sys.argv[2], encoding="utf-8")' "$EXTRACT" "$OUT"

way 'fromcsv, toxlsx' xlsx
python -c 'import sys, petl; petl.toxlsx(petl.fromcsv(sys.argv[1], encoding="utf-8-sig"), sys.argv[2])' "$EXTRACT" "$OUT"
