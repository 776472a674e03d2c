# LibreOffice Calc, opened and saved without a window: as CSV and as its workbooks.
. "$ZOO/lib.sh"
debian soffice libreoffice-calc-nogui
program 'LibreOffice Calc' "$(debian_version libreoffice-calc-nogui)"

# Comma, quotes, UTF-8, from line 1; then the columns' formats, the language, quotes mean text, special numbers.
plain='44,34,76,1,,1033,false,false'
guessing='44,34,76,1,,1033,false,true'
german='44,34,76,1,,1031,false,true'
save='csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false'

# convert FROM-OPTIONS TO: Calc writes beside its own name, so that is moved to "$OUT".
convert() {
    rm -rf "$WAYS/calc"
    soffice "-env:UserInstallation=file://$HAVE/libreoffice-profile" --headless ${1:+"--infilter=CSV:$1"} \
        --convert-to "$2" --outdir "$WAYS/calc" "$EXTRACT" > "$WAYS/calc.log" 2>&1
    mv "$WAYS/calc/"* "$OUT"
}

way 'to CSV, no options' csv
convert '' csv
way 'UTF-8, special numbers off' csv
convert "$plain" "$save"
way 'UTF-8, special numbers on' csv
convert "$guessing" "$save"
way 'the same, German' csv
convert "$german" "$save"
way 'to xlsx, no options' xlsx
convert '' xlsx
way 'to xlsx, UTF-8, special numbers off' xlsx
convert "$plain" xlsx
way 'to xlsx, UTF-8, special numbers on' xlsx
convert "$guessing" xlsx
way 'to ods' ods
convert "$plain" ods
