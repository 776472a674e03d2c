#!/bin/sh
# SheetJS 0.18.5 (npm), reading CSV: an apostrophe, which in a spreadsheet says "this is text", guards only numbers. Before a day or
# before digits with a comma it is eaten, and the cell becomes a date: '2012-01-13 is shown as 1/13/12, and '32,5 becomes May
# 1st of 2032. '007 and '1/2 keep their apostrophe as part of the text.
# Seen: '2012-01-13 → the number 40921; '32,5 → the number 48335 (5/1/32); '007 → "'007"; '1/2 → "'1/2".
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" xlsx@0.18.5
printf "day,list,badge,share\n'2012-01-13,\"'32,5\",'007,'1/2\n" > people.csv
TZ=UTC node -e '
const X = require("xlsx"), assert = require("assert"), sheet = X.readFile("people.csv").Sheets.Sheet1;
assert.deepEqual(["A2", "B2", "C2", "D2"].map(name => sheet[name].v), [40921, 48335, "\u0027007", "\u00271/2"]);
assert.deepEqual([sheet.A2.w, sheet.B2.w], ["1/13/12", "5/1/32"]);'
echo "as seen"
