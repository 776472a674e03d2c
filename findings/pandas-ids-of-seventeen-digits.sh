#!/bin/sh
# pandas 3.1.1 (PyPI): ids in a column with one blank. Up to 16 digits come back with .0 behind them, 17 to 19 digits are rounded and
# written as powers of ten, and 20 digits or more are unharmed: they are too long for an integer, so the column is text.
# The longer the id, the safer. With sep=None a column of one name is split at the letter n, as only the header is looked at.
# Seen: 1111111111111117 → 1111111111111117.0; 11111111111111117 → 1.1111111111111116e+16; 11111111111111111117 unchanged;
#       "name\nann\nbob\n" → columns "Unnamed: 0" and "ame".
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check pandas==3.1.1
v/bin/python - <<'PYTHON'
import io
import pandas as pd


def saved(digits):
    identifier = "1" * (digits - 1) + "7"
    text = pd.read_csv(io.StringIO(f"id,name\n{identifier},ann\n,bob\n")).to_csv(index=False)
    return identifier, text.split("\n")[1].split(",")[0]


for digits in range(5, 25):
    before, after = saved(digits)
    if digits <= 16:
        assert after == before + ".0", after
    elif digits <= 19:
        assert "e+" in after and int(float(after)) != int(before), after
    else:
        assert after == before, after
columns = list(pd.read_csv(io.StringIO("name\nann\nbob\n"), sep=None, engine="python").columns)
assert columns == ["Unnamed: 0", "ame"], columns
print("as seen")
PYTHON
