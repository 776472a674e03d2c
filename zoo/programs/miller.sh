# Miller, the everyday verbs.
. "$ZOO/lib.sh"
debian mlr miller
program Miller "$(debian_version miller)"

way 'cat' csv
mlr --csv cat "$EXTRACT" > "$OUT"

way 'a column computed anew' csv
mlr --csv put '$HomePhone = $HomePhone . ""' "$EXTRACT" > "$OUT"

way 'to TSV and back' csv
mlr --icsv --otsv cat "$EXTRACT" | mlr --itsv --ocsv cat > "$OUT"
