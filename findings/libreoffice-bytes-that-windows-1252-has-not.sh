#!/bin/sh
# LibreOffice Calc 7.4.7 (Debian 12), opening CSV without options: UTF-8 without a mark is read as Windows-1252, and the five
# bytes that Windows-1252 doesn't define (81, 8D, 8F, 90, 9D) become private characters, U+F181, U+F18D and so on, where
# browsers' windows-1252 makes U+0081 of them. So of the names that are garbled, those with Á, Í, Ï, Ð, Ý or ā aren't put right
# by what undoes such garbling. Given the same code page by its number in the filter's options (1252), Calc makes U+0081.
# Seen: bytes c3 81 → U+00C3 U+F181; saved as CSV (Windows-1252 again, U+F181 written as UTF-8): c3 83 ef 86 81.
set -eu
command -v soffice > /dev/null || { echo "install libreoffice-calc-nogui"; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
printf 'name\n\303\201gnes \303\215ris \303\217 \303\220 \303\235\n' > people.csv
soffice "-env:UserInstallation=file://$folder/profile" --headless --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76' \
    --outdir out people.csv > words 2>&1
printf 'name\n\303\203\357\206\201gnes \303\203\357\206\215ris \303\203\357\206\217 \303\203\357\206\220 \303\203\357\206\235\n' > wanted
cmp wanted out/people.csv || { echo "Calc has changed"; exit 1; }
echo "as seen"
