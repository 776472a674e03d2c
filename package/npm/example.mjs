// node example.mjs DIRECTORY.csv UPLOAD.csv
import { readFileSync } from "node:fs";
import { check } from "./node.js";

const [directory, upload] = process.argv.slice(2).map((path) => readFileSync(path));
const { counts, findings } = check(upload, { against: directory });

console.log(`${counts.updated} people change, ${counts.created} are new.`);
for (const { severity, line, message, help } of findings) console.log(`${severity}, line ${line ?? "-"}: ${message} ${help}`);
process.exitCode = counts.errors > 0 ? 1 : 0;
