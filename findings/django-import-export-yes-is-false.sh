#!/bin/sh
# django-import-export 4.4.3 on Django 5.2.19 (PyPI): every word that isn't one of its few words for true is false, without an
# error: yes, Y, on and t switch a BooleanField off. A whole-number field cuts 5.7 to 5, and a blank stored as NULL comes
# back from the product's own export as an empty text, so that an export imported unchanged is an update.
# Seen: 1, true, True, TRUE → True; yes, Y, on, t, x → False; "5.7" → 5; NULL → '' on the round trip.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv v
v/bin/pip install --quiet --disable-pip-version-check django==5.2.19 django-import-export==4.4.3
v/bin/python - <<'PYTHON'
import django
from django.conf import settings

settings.configure(
    INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth", "import_export"],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
)
django.setup()
import tablib
from django.db import connection, models
from import_export import resources


class Person(models.Model):
    user = models.CharField(max_length=50, unique=True)
    active = models.BooleanField(default=True)
    floor = models.IntegerField(null=True)
    badge = models.CharField(max_length=50, null=True)

    class Meta:
        app_label = "auth"


class PersonResource(resources.ModelResource):
    class Meta:
        model = Person
        import_id_fields = ["user"]
        exclude = ["id"]


with connection.schema_editor() as editor:
    editor.create_model(Person)


def imported(text, **before):
    Person.objects.all().delete()
    Person.objects.create(user="ann", **before)
    result = PersonResource().import_data(tablib.Dataset().load(text, format="csv"), raise_errors=True)
    assert not result.has_errors() and not result.invalid_rows
    return result.rows[0].import_type, Person.objects.get()


for word in ["1", "true", "True", "TRUE"]:
    assert imported(f"user,active\nann,{word}\n", active=False)[1].active is True, word
for word in ["yes", "Y", "on", "t", "x"]:
    assert imported(f"user,active\nann,{word}\n", active=True)[1].active is False, word
assert imported("user,floor\nann,5.7\n", floor=1)[1].floor == 5
imported("user,floor\nann,1\n", badge=None)
kind, person = imported(PersonResource().export().csv, badge=None, floor=1)
assert (kind, person.badge) == ("update", ""), (kind, person.badge)
print("as seen")
PYTHON
