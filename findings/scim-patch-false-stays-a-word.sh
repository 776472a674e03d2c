#!/bin/sh
# scim-patch 0.8.3 (npm), an implementation of SCIM's PATCH, beside what Entra ID sends by default, "active": "False" as text: the
# text is stored as it is, and as a text isn't empty it is true to every `if (user.active)`. Attribute names are compared by
# case though RFC 7643 says they aren't: a replacement of Title adds a second attribute beside title.
# Seen: active true, replaced by "False" → the text "False"; title "Head", Title replaced → both title and Title.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" scim-patch@0.8.3
node -e '
const { scimPatch } = require("scim-patch"), assert = require("assert"), then = new Date(0);
const ann = () => ({ schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"], userName: "ann", active: true, title: "Head",
    meta: { resourceType: "User", created: then, lastModified: then, location: "https://example.com/ann" } });
const after = operation => scimPatch(ann(), [operation]);
assert.strictEqual(after({ op: "Replace", path: "active", value: "False" }).active, "False");
assert.strictEqual(after({ op: "replace", value: { active: "False" } }).active, "False");
const both = after({ op: "replace", path: "Title", value: "Lead" });
assert.deepEqual([both.title, both.Title], ["Head", "Lead"]);'
echo "as seen"
