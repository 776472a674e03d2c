#!/bin/sh
# csvkit 2.2.0 (agate 1.14.2, PyPI): a column of percentages becomes the bare numbers, neither divided nor marked, so 5 % is 5.
# A comma is dropped wherever it stands, so a German 12,5 is 125, and the list 3,4,5 is three hundred and forty-five.
# Seen: 5% → 5, 7% → 7; "12,5" → 125, "7,25" → 725; "1,2" → 12, "3,4,5" → 345.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check csvkit==2.2.0 agate==1.14.2

expect() {
    printf '%b' "$1" | v/bin/in2csv --format csv 2> errors > got
    printf '%b' "$2" > wanted
    diff wanted got || { echo "csvkit has changed"; exit 1; }
}
expect 'Name,Share\nAnn,5%\nBob,7%\n' 'Name,Share\nAnn,5\nBob,7\n'
expect 'Name,Hours\nAnn,"12,5"\nBob,"7,25"\n' 'Name,Hours\nAnn,125\nBob,725\n'
expect 'Name,Floors\nAnn,"1,2"\nBob,"3,4,5"\n' 'Name,Floors\nAnn,12\nBob,345\n'
echo "as seen"
