# A PostgreSQL server that lives as long as this script's standard input. Each line of it asks for what stands in the
# file `order`. Arguments: the folder of PostgreSQL's programs; on or off for waiting for the disk.
programs=$1
care=$2
umask 077
cd /
if [ "$(id -u)" = 0 ]; then
    user=postgres
    id -u "$user" >/dev/null 2>&1 || user=nobody
    as() { setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups -- "$@"; }
else
    as() { "$@"; }
fi
folder=$(as mktemp -d /tmp/muster-postgres-XXXXXX) || exit 1
start() {
    as "$programs/pg_ctl" -D "$folder/data" -l "$folder/log" -w -t 60 -s start \
        -o "-c listen_addresses= -c unix_socket_directories=$folder -c fsync=$care -c full_page_writes=$care -c max_wal_size=4GB -c max_connections=60" \
        </dev/null >/dev/null 2>&1
}
finish() {
    as "$programs/pg_ctl" -D "$folder/data" -m immediate -s stop >/dev/null 2>&1
    rm -rf "$folder"
}
trap finish EXIT
trap 'exit 1' INT TERM
as "$programs/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --no-locale --no-sync >/dev/null || exit 1
start || { cat "$folder/log" >&2; exit 1; }
chmod 755 "$folder"
echo "$folder"
while read -r _; do
    order=$(cat "$folder/order")
    case $order in
    crash) as "$programs/pg_ctl" -D "$folder/data" -m immediate -s stop >/dev/null 2>&1 ;;
    start) start ;;
    esac
    : >"$folder/done"
done
