#!/bin/sh
# Gnumeric 1.12.55 (Debian 12), its converter ssconvert: 1% in a CSV file is saved as 0.0099999999999999999998, the exact digits of
# its long double, though 7% is 0.07; in R, pandas or DuckDB that column is no longer 0.01. And an apostrophe that begins a
# name is taken for the mark of a text, and lost: the Dutch 't Hooft becomes "t Hooft"; of two apostrophes one is kept.
# Seen: 1% → 0.0099999999999999999998, 7% → 0.07, 't Hooft → t Hooft, ''s Graaf → 's Graaf.
set -eu
command -v ssconvert > /dev/null || { echo "install gnumeric"; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
printf "name,share\n't Hooft,1%%\n''s Graaf,7%%\n" > people.csv
ssconvert people.csv saved.csv 2> words
printf "name,share\n\"t Hooft\",0.0099999999999999999998\n\"'s Graaf\",0.07\n" > wanted
diff wanted saved.csv || { echo "Gnumeric has changed"; exit 1; }
echo "as seen"
