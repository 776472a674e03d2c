# pyexcel, one call from file to file.
. "$ZOO/lib.sh"
pypi pyexcel==0.7.6 pyexcel-xlsx==0.6.1 openpyxl==3.1.5
program pyexcel 0.7.6

way 'CSV to CSV' csv
python -c 'import sys, pyexcel; pyexcel.save_as(file_name=sys.argv[1], dest_file_name=sys.argv[2])' "$EXTRACT" "$OUT"

way 'CSV to xlsx' xlsx
python -c 'import sys, pyexcel; pyexcel.save_as(file_name=sys.argv[1], dest_file_name=sys.argv[2])' "$EXTRACT" "$OUT"
