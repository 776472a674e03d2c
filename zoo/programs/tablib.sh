# tablib, which many admin pages export and import with.
. "$ZOO/lib.sh"
pypi 'tablib[xlsx]==3.10.0' openpyxl==3.1.5
program tablib 3.10.0

way 'CSV loaded and exported' csv
python - "$EXTRACT" "$OUT" <<'PYTHON'
import sys, tablib
data = tablib.Dataset().load(open(sys.argv[1], encoding="utf-8-sig", newline="").read(), format="csv")
open(sys.argv[2], "w", encoding="utf-8", newline="").write(data.export("csv"))
PYTHON

way 'to xlsx' xlsx
python - "$EXTRACT" "$OUT" <<'PYTHON'
import sys, tablib
data = tablib.Dataset().load(open(sys.argv[1], encoding="utf-8-sig", newline="").read(), format="csv")
open(sys.argv[2], "wb").write(data.export("xlsx"))
PYTHON
