# VisiData, without its screen.
. "$ZOO/lib.sh"
debian visidata visidata
program VisiData "$(debian_version visidata)"

way 'to CSV' csv
visidata --batch --output "$OUT" "$EXTRACT" > "$WAYS/log" 2>&1
