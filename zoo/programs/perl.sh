# Perl's Text::CSV and Excel::Writer::XLSX.
. "$ZOO/lib.sh"
debian perl libtext-csv-perl libexcel-writer-xlsx-perl
program Perl "$(debian_version perl-base)"

way 'Text::CSV' csv
perl -MText::CSV=csv -e 'csv(in => csv(in => $ARGV[0], encoding => "UTF-8", detect_bom => 0), out => $ARGV[1], encoding => "UTF-8")' "$EXTRACT" "$OUT"

write() {
    perl -MText::CSV=csv -MExcel::Writer::XLSX -e '
        my $book = Excel::Writer::XLSX->new($ARGV[1]); my $sheet = $book->add_worksheet(); my $line = 0;
        $sheet->keep_leading_zeros(1) if $ARGV[2];
        for my $row (@{csv(in => $ARGV[0], encoding => "UTF-8")}) { $row->[0] =~ s/^\x{feff}//; $sheet->write_row($line++, 0, $row) }
        $book->close()' "$EXTRACT" "$OUT" "$1"
}

way 'Excel::Writer::XLSX' xlsx
write 0

way 'the same, keep_leading_zeros' xlsx
write 1
