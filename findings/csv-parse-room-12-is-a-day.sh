#!/bin/sh
# csv-parse 7.0.3 (npm) with cast_date, on Node: every text that ends in a small number may become a day. A room, a gate or a
# flat of a number up to 12 becomes the first of that month of 2001; from 13 on it stays text, so that a column holds both.
# Seen: "Room 12" → 2001-12-01, "Room 13" stays; "Gate 7" → 2001-07-01; "1-2" → 2001-01-02; "Flat 45" → 2045-01-01.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" csv-parse@7.0.3
cat > seen.mjs <<'NODE'
import assert from "node:assert";
import { parse } from "csv-parse/sync";
const day = date => `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
const seen = text => parse(text, { cast: true, cast_date: true })[0].map(cell => cell instanceof Date ? day(cell) : cell);
assert.deepEqual(seen("Room 12,Room 13,Gate 7,1-2,Flat 45\n"), ["2001-12-1", "Room 13", "2001-7-1", "2001-1-2", "2045-1-1"]);
NODE
node seen.mjs
echo "as seen"
