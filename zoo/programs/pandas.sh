# pandas, read and written as its tutorial does, and with everything as text.
. "$ZOO/lib.sh"
pypi pandas==3.1.1 openpyxl==3.1.5
program pandas 3.1.1

way 'read_csv, to_csv' csv
python -c 'import sys, pandas as pd; pd.read_csv(sys.argv[1]).to_csv(sys.argv[2], index=False)' "$EXTRACT" "$OUT"

way 'with the index left in' csv
python -c 'import sys, pandas as pd; pd.read_csv(sys.argv[1]).to_csv(sys.argv[2])' "$EXTRACT" "$OUT"

way 'dtype=str' csv
python -c 'import sys, pandas as pd; pd.read_csv(sys.argv[1], dtype=str).to_csv(sys.argv[2], index=False)' "$EXTRACT" "$OUT"

way 'read_csv, to_excel' xlsx
python -c 'import sys, pandas as pd; pd.read_csv(sys.argv[1]).to_excel(sys.argv[2], index=False)' "$EXTRACT" "$OUT"

way 'dtype=str, to_excel' xlsx
python -c 'import sys, pandas as pd; pd.read_csv(sys.argv[1], dtype=str).to_excel(sys.argv[2], index=False)' "$EXTRACT" "$OUT"
