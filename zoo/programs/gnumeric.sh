# Gnumeric, by its converter.
. "$ZOO/lib.sh"
debian ssconvert gnumeric
program Gnumeric "$(debian_version gnumeric)"

way 'to CSV' csv
ssconvert "$EXTRACT" "$OUT" 2> "$WAYS/log"

way 'to CSV, formats preserved' csv
ssconvert -T Gnumeric_stf:stf_assistant -O 'format=preserve eol=unix' "$EXTRACT" "$OUT" 2> "$WAYS/log"

way 'to xlsx' xlsx
ssconvert "$EXTRACT" "$OUT" 2> "$WAYS/log"
