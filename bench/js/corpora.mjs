// Reads public files that other parsers are tested with: node corpora.mjs PACKAGE CSV-SPECTRUM PAPAPARSE
// Prints for each corpus how many files were read as their authors expect, refused, or read otherwise.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [packageFolder, spectrum, papaparse] = process.argv.slice(-3);
const { read } = await import(pathToFileURL(join(packageFolder, "node.js")));

// Lines without any text are no records here, and rows there.
const withText = (rows) => rows.filter((row) => row.some((cell) => cell.trim() !== ""));

const spectrumCases = readdirSync(join(spectrum, "csvs")).map((name) => {
  const rows = [JSON.parse(readFileSync(join(spectrum, "json", name.replace(".csv", ".json")), "utf8"))].flat();
  const bytes = new Uint8Array(readFileSync(join(spectrum, "csvs", name)));
  return { name, input: bytes, expected: [Object.keys(rows[0]), ...rows.map((row) => Object.values(row))] };
});

// Its test file is written for a test runner, which is not needed for its cases.
const source = readFileSync(join(papaparse, "tests/test-cases.js"), "utf8");
const load = new Function("module", "require", "describe", `${source}; return [...CORE_PARSER_TESTS, ...PARSE_TESTS];`);
const papaparseCases = load({ exports: {} }, () => ({ assert: {} }), Object.assign(() => {}, { skip: () => {} }))
  .filter(({ input, config, expected }) => typeof input === "string" && Object.keys(config ?? {}).length === 0 && Array.isArray(expected.data))
  .map(({ description, input, expected }) => ({ name: description, input, expected: expected.data, damaged: expected.errors.some(({ type }) => type !== "Delimiter") }));

const judge = ({ input, expected, damaged }) => {
  const { records, findings } = read(input);
  if (findings.some(({ severity }) => severity === "error")) return "refused";
  const same = JSON.stringify(withText(records)) === JSON.stringify(withText(expected));
  return same && !damaged ? "right" : "otherwise";
};

const corpora = Object.entries({ "csv-spectrum 2.0 (BSD-2-Clause)": spectrumCases, "PapaParse 5.7's tests (MIT)": papaparseCases });
const counted = corpora.map(([name, cases]) => {
  const result = { name, files: cases.length, right: 0, refused: 0, otherwise: [] };
  for (const one of cases) {
    const verdict = judge(one);
    if (verdict === "otherwise") result.otherwise.push(`${one.name}${one.damaged ? " (damaged)" : ""}`);
    else result[verdict]++;
  }
  return result;
});
console.log(JSON.stringify(counted));
