#!/bin/sh
# csvkit 2.2.0 (agate 1.14.2, PyPI): a column in which every value is the name of a month or of a weekday becomes a column of
# dates, in the year 1: people called or living in May, March, April lose their names. Weekdays become the days of that
# year's second week. `1-2` and `3-4` become January 2nd and March 4th of 2001. One other value in the column stops it.
# Seen:
#   Name,Town      in2csv    Name,Town           Shift   in2csv    Shift
#   Ann,May          →       Ann,0001-05-01      Monday    →       0001-01-08
#   Bob,March                Bob,0001-03-01      Sunday            0001-01-07
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check csvkit==2.2.0 agate==1.14.2

expect() {
    printf '%b' "$1" | v/bin/in2csv --format csv 2> errors > got
    printf '%b' "$2" > wanted
    diff wanted got || { echo "csvkit has changed"; exit 1; }
}
expect 'Name,Town\nAnn,May\nBob,March\n' 'Name,Town\nAnn,0001-05-01\nBob,0001-03-01\n'
expect 'Name,Shift\nAnn,Monday\nBob,Sunday\n' 'Name,Shift\nAnn,0001-01-08\nBob,0001-01-07\n'
expect 'Name,Room\nAnn,1-2\nBob,3-4\n' 'Name,Room\nAnn,2001-01-02\nBob,2001-03-04\n'
expect 'Name,Town\nAnn,May\nBob,Leeds\n' 'Name,Town\nAnn,May\nBob,Leeds\n'
echo "as seen"
