#!/bin/sh
# OpenLDAP 2.5.13 (Debian 12: slapd, ldap-utils): which spellings of a value are the same to its matching rules. A Turkish İzmir
# and a plain izmir are; Straße and Strasse aren't, nor are résumé and resume; full-width letters are plain ones; and
# telephone numbers are the same whatever hyphens and blanks are in them, wherever they stand. What is the same can't be
# added beside the stored value: 20, "Type or value exists".
# Seen: (l=izmir) finds İzmir, (sn=strasse) doesn't find Straße, (cn=Ａｎｎ straße) finds Ann Straße,
#       (telephoneNumber=+4917155501-23) finds +49 171 555-0123.
set -eu
command -v slapd ldapsearch slapadd > /dev/null || { echo "install slapd and ldap-utils"; exit 2; }
folder=$(mktemp -d)
trap 'kill "$(cat "$folder/pid")"; rm -rf "$folder"' EXIT
mkdir "$folder/db"
cat > "$folder/slapd.conf" <<END
include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/inetorgperson.schema
pidfile $folder/pid
modulepath /usr/lib/ldap
moduleload back_mdb
database mdb
maxsize 10485760
suffix dc=example,dc=com
rootdn cn=admin,dc=example,dc=com
rootpw made-up
directory $folder/db
END
cat > "$folder/people.ldif" <<'END'
dn: dc=example,dc=com
objectClass: dcObject
objectClass: organization
o: Example
dc: example

dn: uid=ann,dc=example,dc=com
objectClass: inetOrgPerson
uid: ann
cn: Ann Straße
sn: Straße
l: İzmir
description: résumé
telephoneNumber: +49 171 555-0123
END
slapadd -f "$folder/slapd.conf" -l "$folder/people.ldif"
socket="ldapi://$(printf '%s' "$folder/socket" | sed 's,/,%2F,g')"
slapd -f "$folder/slapd.conf" -h "$socket"
who="-x -H $socket -D cn=admin,dc=example,dc=com -w made-up"
for try in 1 2 3 4 5 6 7 8 9; do ldapwhoami $who > "$folder/out" 2>&1 && break; sleep 1; done

found() { # found COUNT FILTER
    count=$(ldapsearch $who -LLL -b dc=example,dc=com "$2" dn | grep -c '^dn' || :)
    [ "$count" = "$1" ] || { echo "$2 finds $count, not $1"; exit 1; }
}
found 1 '(l=izmir)'
found 0 '(sn=strasse)'
found 0 '(description=resume)'
found 1 '(description=RÉSUMÉ)'
found 1 '(cn=Ａｎｎ straße)'
found 1 '(telephoneNumber=+4917155501-23)'
add() { # add ATTRIBUTE VALUE: the code of the answer
    code=0
    printf 'dn: uid=ann,dc=example,dc=com\nchangetype: modify\nadd: %s\n%s: %s\n' "$1" "$1" "$2" | ldapmodify $who > "$folder/out" 2>&1 || code=$?
    echo "$code"
}
[ "$(add l izmir) $(add sn Strasse)" = "20 0" ] || { echo "another answer to an added value"; exit 1; }
echo "as seen"
