#!/bin/sh
# PapaParse 5.7.1 (npm): a file of two columns whose delimiter isn't a comma, and that ends with a line end, as nearly every file
# does, isn't recognised: everything is split at commas. Without the last line end, or with a third column, it is. It says
# so only in `errors`; with decimal commas or "Leeds, UK" the rows even come out in two columns, cut at the wrong place.
# Seen: "name;share\nann;12,5\nbob;7,25\n" → delimiter "," and ["ann;12", "5"]; the same without the last \n → ";".
#       A tab-separated file of two columns likewise.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" papaparse@5.7.1
node -e '
const P = require("papaparse"), assert = require("assert");
const seen = text => { const got = P.parse(text); return [got.meta.delimiter, got.errors.map(e => e.code).join(), ...got.data[1]] };
assert.deepEqual(seen("name;share\nann;12,5\nbob;7,25\n"), [",", "UndetectableDelimiter", "ann;12", "5"]);
assert.deepEqual(seen("name;share\nann;12,5\nbob;7,25"), [";", "", "ann", "12,5"]);
assert.deepEqual(seen("name;share;floor\nann;12,5;1\nbob;7,25;2\n"), [";", "", "ann", "12,5", "1"]);
assert.deepEqual(seen("name\ttown\nann\tLeeds, UK\nbob\tYork, UK\n"), [",", "UndetectableDelimiter", "ann\tLeeds", " UK"]);
assert.deepEqual(seen("name\ttown\nann\tLeeds\nbob\tYork\n"), [",", "UndetectableDelimiter", "ann\tLeeds"]);'
echo "as seen"
