#!/bin/sh
# PgBouncer 1.18.0 (Debian 12) before PostgreSQL: parameters that PostgreSQL itself takes at the start of a connection are refused, and
# the connection with them: everything in `options`, as psql's PGOPTIONS and clients' time limits are. The remedy that it names,
# `ignore_startup_parameters`, lets such clients in by dropping the options without a word, so the time limit that a client
# asked for isn't there.
# Seen: FATAL: unsupported startup parameter: options; with it ignored `show statement_timeout` says 0, not 7s.
set -eu
here=/usr/lib/postgresql/15/bin
[ -x "$here/initdb" ] && command -v pgbouncer > /dev/null || { echo "install postgresql and pgbouncer"; exit 2; }
[ "$(id -u)" = 0 ] && as="runuser -u postgres --" || as=
folder=$(mktemp -d)
chmod 777 "$folder"
# Whom this started, it ends.
trap '$as "$here/pg_ctl" -D "$folder/data" -m fast stop > "$folder/words" 2>&1; kill "$(cat "$folder/pid")"; rm -rf "$folder"' EXIT
$as "$here/initdb" -D "$folder/data" -U muster -A trust > "$folder/words" 2>&1
$as "$here/pg_ctl" -D "$folder/data" -w -l "$folder/log" -o "-k $folder -h ''" start > "$folder/words" 2>&1

pooler() { # pooler LINE: started with this line in its configuration
    cat > "$folder/pooler.ini" <<END
[databases]
postgres = host=$folder
[pgbouncer]
unix_socket_dir = $folder
listen_port = 6543
auth_type = any
pidfile = $folder/pid
logfile = $folder/pooler.log
$1
END
    sed -i 's/^postgres = .*/& user=muster/' "$folder/pooler.ini"
    $as pgbouncer -q -d "$folder/pooler.ini"
    for try in 1 2 3 4 5 6 7 8 9; do
        psql -X -h "$folder" -p 6543 -U muster postgres -c 'select 1' > "$folder/words" 2>&1 && return
        sleep 1
    done
    cat "$folder/words"
    exit 1
}
asked() { # asked PORT: what the limit is for a client that asks for 7 s
    PGOPTIONS='-c statement_timeout=7s' psql -X -A -t -h "$folder" -p "$1" -U muster postgres -c 'show statement_timeout' 2>&1
}
same() {
    case $2 in *"$1"*) ;; *) echo "said: $2"; exit 1 ;; esac
}
same 7s "$(asked 5432)"
pooler ''
same 'unsupported startup parameter: options' "$(asked 6543 || :)"
kill "$(cat "$folder/pid")"
while [ -e "$folder/pid" ]; do sleep 1; done
pooler 'ignore_startup_parameters = options'
same '<0>' "<$(asked 6543)>"
echo "as seen"
