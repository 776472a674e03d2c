# What every program's script uses: getting a program, naming it, and naming the files that it writes.
#
# `./dev zoo` sets
#   EXTRACT   the extract, a CSV file with its mark, CRLF, and guarded formulas
#   WAYS      an empty folder for what the program makes of it
#   HAVE      where fetched programs stay from run to run
# A script says `program`, gets what it needs, and then, for each way, says `way` and writes "$OUT".
set -eu
export LC_ALL=C.UTF-8 TZ=Europe/Berlin

# program NAME VERSION: how the page calls it. Said once it is known to be there.
program() {
    printf '%s\t%s\n' "$1" "$2" > "$WAYS/program"
}

# skip WHY: this program can't be had here.
skip() {
    printf '%s\n' "$*" > "$WAYS/skipped"
    exit 0
}

# way TITLE EXTENSION: begins one way through the program, which writes "$OUT".
way() {
    count=$((${count:-0} + 1))
    OUT="$WAYS/$count.$2"
    export OUT
    printf '%s\t%s\n' "$count.$2" "$1" >> "$WAYS/ways"
}

# debian COMMAND PACKAGE…: installed where it may be. Prints nothing; the version is `debian_version PACKAGE`.
debian() {
    command=$1
    shift
    command -v "$command" > "$HAVE/log" 2>&1 && dpkg -s "$@" > "$HAVE/log" 2>&1 && return
    [ "$(id -u)" = 0 ] || skip "Debian's $* isn't installed, and only root may install it"
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" > "$HAVE/log" 2>&1 ||
        skip "Debian's $* couldn't be installed"
}

debian_version() {
    dpkg-query -W -f '${Version}' "$1"
}

# pypi PACKAGE==VERSION…: a virtual environment of their own, whose programs come first on the PATH.
pypi() {
    place="$HAVE/pypi-$(printf '%s' "$*" | tr -c 'A-Za-z0-9.\n' '_')"
    if [ ! -e "$place/whole" ]; then
        rm -rf "$place"
        python3 -m venv "$place" && "$place/bin/pip" install --quiet --disable-pip-version-check "$@" > "$HAVE/log" 2>&1 ||
            skip "$* couldn't be installed from PyPI"
        : > "$place/whole"
    fi
    PATH="$place/bin:$PATH"
}

# npm_package NAME@VERSION…: a folder of their own, where `require` finds them.
npm_package() {
    command -v node > "$HAVE/log" 2>&1 || skip "there is no Node here"
    place="$HAVE/npm-$(printf '%s' "$*" | tr -c 'A-Za-z0-9.\n' '_')"
    if [ ! -e "$place/whole" ]; then
        rm -rf "$place"
        mkdir -p "$place"
        printf '{"private":true}\n' > "$place/package.json"
        npm install --silent --no-audit --no-fund --prefix "$place" "$@" > "$HAVE/log" 2>&1 ||
            skip "$* couldn't be installed from npm"
        : > "$place/whole"
    fi
    NODE_PATH="$place/node_modules"
    export NODE_PATH
}

# crate NAME VERSION: built once; its program comes first on the PATH.
crate() {
    place="$HAVE/crate-$1-$2"
    [ -x "$place/bin/$1" ] || cargo install --quiet --locked --root "$place" "$1" --version "$2" > "$HAVE/log" 2>&1 ||
        skip "$1 $2 couldn't be built from crates.io"
    PATH="$place/bin:$PATH"
}
