# PHP's fgetcsv and fputcsv, with the escape that they have of old and without.
. "$ZOO/lib.sh"
debian php php-cli
program PHP "$(debian_version php8.2-cli)"

copy() {
    php -r '[, $from, $to, $escape] = $argv; $in = fopen($from, "r"); $out = fopen($to, "w");
        while (($row = fgetcsv($in, 0, ",", "\"", $escape)) !== false) fputcsv($out, $row, ",", "\"", $escape);' "$EXTRACT" "$OUT" "$1"
}

way 'fgetcsv, fputcsv' csv
copy '\'

way 'the same without an escape' csv
copy ''
