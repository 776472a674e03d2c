#!/bin/sh
# data.table 1.14.8 on R 4.2.2 (Debian 12: r-cran-data.table): fwrite doubles a quote inside a quoted cell, as CSV wants, but fread leaves
# the pair as it is. So each round of fread and fwrite doubles every quote that stands in a cell: 1, 2, 4, 8.
# Seen: "say ""hi""" read and written three times: 16 quotes around hi and not 2.
set -eu
command -v Rscript > /dev/null || { echo "install r-cran-data.table"; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
printf 'user,says\nann,"say ""hi"""\nbob,no\n' > people.csv
Rscript --vanilla -e '
suppressMessages(library(data.table))
said <- function() fread("people.csv")$says[1]
quotes <- function(text) lengths(regmatches(text, gregexpr("\"", text)))
counts <- sapply(1:3, function(round) { fwrite(fread("people.csv"), "people.csv"); quotes(said()) })
print(counts); stopifnot(identical(as.integer(counts), c(8L, 16L, 32L)))'
echo "as seen"
