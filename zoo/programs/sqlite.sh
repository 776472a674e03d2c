# SQLite's shell: a table made of the file, and written out again.
. "$ZOO/lib.sh"
debian sqlite3 sqlite3
program SQLite "$(debian_version sqlite3)"

way '.import, .mode csv' csv
sqlite3 :memory: '.mode csv' ".import \"$EXTRACT\" people" '.headers on' 'select * from people' > "$OUT"
