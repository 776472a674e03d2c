# R: its own functions, readr, data.table, and openxlsx.
. "$ZOO/lib.sh"
debian Rscript r-base-core r-cran-readr r-cran-data.table r-cran-openxlsx
program R "$(debian_version r-base-core)"

rscript() {
    Rscript --vanilla -e "options(warn = -1); file <- commandArgs(TRUE)[1]; out <- commandArgs(TRUE)[2]; $1" "$EXTRACT" "$OUT" > "$WAYS/log" 2>&1
}

way 'read.csv, write.csv' csv
rscript 'write.csv(read.csv(file, check.names = FALSE), out)'
way 'the same without row names' csv
rscript 'write.csv(read.csv(file, check.names = FALSE), out, row.names = FALSE)'
way 'colClasses = "character"' csv
rscript 'write.csv(read.csv(file, check.names = FALSE, colClasses = "character", na.strings = character()), out, row.names = FALSE)'
way 'readr' csv
rscript 'readr::write_csv(readr::read_csv(file, show_col_types = FALSE), out)'
way 'data.table' csv
rscript 'data.table::fwrite(data.table::fread(file), out)'
way 'read.csv, openxlsx' xlsx
rscript 'openxlsx::write.xlsx(read.csv(file, check.names = FALSE), out)'
way 'readr, openxlsx' xlsx
rscript 'openxlsx::write.xlsx(readr::read_csv(file, show_col_types = FALSE), out)'
