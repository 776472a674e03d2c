// Uses every member of the package once: TypeScript holds it against the types, and Node runs it.
// @ts-check
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Directory, Review, check, correctedFile, read, rule, rules, version } from "muster-engine";

const [directoryPath = "", uploadPath = ""] = process.argv.slice(2);
const extract = readFileSync(directoryPath);
const upload = readFileSync(uploadPath);

const against = new Directory(extract, { revision: 4 });
assert.equal(against.revision, 4);
assert.equal(against.people, 5);
assert.equal(new Directory().people, 0);
const own = new Directory("Username,Badge\na@example.com,7\n", {
  revision: 1,
  schema: { id: "own", columns: [{ header: "Username", kind: "username" }, { header: "Badge", kind: "text" }] },
});
assert.deepEqual(check("Username,Badge\na@example.com,8\n", { against: own }).changes, [
  { kind: "update", username: "a@example.com", column: "Badge", old: "7", new: "8" },
]);
own.free();

// A base is read with the columns of the directory; another order of columns would compare cells of two kinds.
/** @param {string[]} names */
const club = (...names) => ({ id: "club", columns: [{ header: "Username", kind: "username" }, ...names.map((header) => ({ header, kind: "text" }))] });
const seats = "Username,Desk,Room\na@example.com,D1,R1\n";
const rooms = new Directory(seats, { revision: 2, schema: club("Desk", "Room") });
const moved = check("Username,Desk,Room\na@example.com,D1,R2\n", { against: rooms, base: seats });
assert.deepEqual([moved.counts.errors, moved.changes.length], [0, 1]);
const otherwise = new Directory(seats, { revision: 1, schema: club("Room", "Desk") });
assert.throws(() => check(seats, { against: rooms, base: otherwise }), /columns of the two differ/);
rooms.free();
otherwise.free();

const { file, counts, findings, changes, digest } = check(upload, { against, base: against, name: "people-r4.csv" });
/** @type {string[]} */
const words = [file.encoding, file.delimiter, ...file.columns, `${file.rows}`];
assert.equal(words.length, file.columns.length + 3);
const { same, updated, created, renamed, conflicts, errors, warnings, notes } = counts;
assert.ok(same + updated + created + renamed + conflicts > 0);
assert.equal(digest === null, errors > 0);
assert.equal(findings.filter(({ severity }) => severity !== "note").length, errors + warnings);
assert.equal(findings.length, errors + warnings + notes);
assert.equal(findings.length > 0, true);
for (const finding of findings) {
  assert.equal(rule(finding.code)?.name, finding.name);
  assert.ok(finding.message && finding.help && finding.count >= finding.places.length);
  assert.equal(finding.places[0]?.line ?? null, finding.line);
  for (const { title, safety, edits, decisions = [] } of finding.fixes) {
    assert.ok(title && (safety === "safe" || safety === "needs-a-look"));
    assert.ok(edits.length + decisions.length > 0);
  }
  for (const text of [finding.column, finding.username, finding.value, finding.base, finding.stored]) {
    assert.ok(text === null || typeof text === "string");
  }
}
for (const { kind, username, column, old, new: value } of changes) assert.ok(kind && username && column && old !== value);

const review = new Review(upload, { against: extract, options: { create: "deny" } });
assert.deepEqual(JSON.parse(review.checkJson()), review.check());
const position = review.check().findings.findIndex(({ fixes }) => fixes.length > 0);
assert.ok(review.applyFix(position) && review.undo() && review.redo() && review.undo());
assert.equal(review.applyFix(10_000), false);
const untouched = review.checkJson();
review.edit(0, 0, "");
assert.notEqual(review.checkJson(), untouched);
review.edit(0, 0, null);
assert.equal(review.checkJson(), untouched);
const before = review.applySafeFixes();
/** @type {import("muster-engine").Options} */
const choices = { ...review.options, blanks: "clear" };
review.options = choices;
assert.equal(review.options.blanks, "clear");
assert.equal(typeof before, "number");
assert.ok(review.correctedFile().length > 0);
review.free();
assert.throws(() => review.check());
assert.ok(correctedFile(upload, { against }) instanceof Uint8Array);

const reading = read("a,b\r\n1,\"2\"\"\"\r\n");
assert.deepEqual([reading.encoding, reading.delimiter, reading.records], ["UTF-8", ",", [["a", "b"], ["1", '2"']]]);
assert.equal(read('a,b\n1,"2\n').findings[0]?.severity, "error");
assert.equal(read(new Uint8Array([0x61, 0x0a, 0xe9, 0x0a]).buffer, { encoding: "windows-1252" }).records[1]?.[0], "é");

assert.equal(rules().every(({ code, severity, fixes, documentation }) => code && severity && fixes && documentation), true);
assert.deepEqual(rule("unescaped-pipe"), rule("l001"));
assert.match(version(), /^\d/);

for (const wrong of [
  () => check(upload, /** @type {any} */ ({ against, options: { blanc: "keep" } })),
  () => check(upload, { against, options: { encoding: "no such" } }),
  () => read(upload, { encoding: "no such" }),
  () => new Directory("Username\n\"a\n"),
  () => check(/** @type {any} */ (7)),
]) {
  assert.throws(wrong, /./);
}
console.log("every member was used");
