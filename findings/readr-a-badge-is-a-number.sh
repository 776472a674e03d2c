#!/bin/sh
# readr 2.1.4 on R 4.2.2 (Debian 12: r-cran-readr): its guess takes D and F for exponents, as Fortran and C write them, so a column
# of badges or room numbers such as 1F5 and 2D3 is a column of numbers: 100000 and 2000. R's own read.csv leaves them.
# Leading zeros and 0x1A stay text here, unlike in read.csv. In base R a column of 1i and 2i is one of complex numbers.
# Seen: read_csv: 1F5 → 100000, 2D3 → 2000, 0x1A and 007 text; read.csv: 1F5 and 2D3 text, 0x1A → 26, 1i → 0+1i.
set -eu
command -v Rscript > /dev/null || { echo "install r-cran-readr"; exit 2; }
Rscript --vanilla -e '
suppressMessages(library(readr))
new <- function(text) read_csv(I(text), show_col_types = FALSE)[[1]]
old <- function(text) read.csv(text = text)[[1]]
stopifnot(
    identical(new("badge\n1F5\n2D3\n"), c(100000, 2000)),
    identical(new("badge\n0x1A\n0xFF\n"), c("0x1A", "0xFF")),
    identical(new("badge\n007\n008\n"), c("007", "008")),
    identical(old("badge\n1F5\n2D3\n"), c("1F5", "2D3")),
    identical(old("badge\n0x1A\n0xFF\n"), c(26, 255)),
    identical(old("badge\n1i\n2i\n"), c(0+1i, 0+2i)))'
echo "as seen"
