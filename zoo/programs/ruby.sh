# Ruby's csv library.
. "$ZOO/lib.sh"
debian ruby ruby
program Ruby "$(debian_version ruby)"

way 'CSV.table of strings' csv
ruby -rcsv -e 'File.write(ARGV[1], CSV.parse(File.read(ARGV[0], encoding: "bom|utf-8"), headers: true).to_csv)' "$EXTRACT" "$OUT"

way 'converters: :all' csv
ruby -rcsv -e 'File.write(ARGV[1], CSV.parse(File.read(ARGV[0], encoding: "bom|utf-8"), headers: true, converters: :all).to_csv)' "$EXTRACT" "$OUT"
