# csvtool, of OCaml's csv library.
. "$ZOO/lib.sh"
debian csvtool csvtool
program csvtool "$(debian_version csvtool)"

way 'cat' csv
csvtool cat "$EXTRACT" > "$OUT"
