// Makes the plan of each case that is read from standard input, and prints them as one list.
import { readFileSync } from "node:fs";
import { Directory, Review, read } from "muster-engine";

const { directory, revision, baseRevision, cases } = JSON.parse(readFileSync(0, "utf8"));
const bytes = (text) => new Uint8Array(Buffer.from(text, "base64"));
const against = new Directory(bytes(directory), { revision });

const plans = cases.map(({ name, upload, base, options }) => {
  const before = base === null ? undefined : new Directory(bytes(base), { revision: baseRevision });
  const review = new Review(bytes(upload), { against, base: before, name, options });
  const plan = review.checkJson();
  const fixes = review.applySafeFixes();
  const answer = { plan, fixes, fixed: review.checkJson(), reading: read(bytes(upload)) };
  review.free();
  before?.free();
  return answer;
});

process.stdout.write(JSON.stringify(plans));
