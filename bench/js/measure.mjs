// Takes the measures in wasm, in Node and in a browser's worker alike. Times are in milliseconds, one for each run.
const timed = (work) => {
  const begun = performance.now();
  const made = work();
  return [performance.now() - begun, made];
};

// One verdict: how long reading the directory and planning took.
const verdict = (engine, directory, upload) => {
  const [read, stored] = timed(() => new engine.Directory(directory, '{"revision":1}'));
  const [plan, review] = timed(() => engine.Review.with_base(upload, "people.csv", stored, stored, "{}"));
  // Column 2 is free text. The first edit also makes what later ones find there.
  const edits = [0, 1, 2, 3, 4].map((edit) => timed(() => review.edit(7919 * edit, 2, `Edited ${edit % 2}`))[0]);
  const counts = JSON.parse(review.counts());
  if (counts.updated === 0 || counts.errors > 0) throw new Error(`a verdict that can't be right: ${JSON.stringify(counts)}`);
  review.free();
  stored.free();
  return { read, plan, edit: edits.slice(1) };
};

export const measure = (engine, memory, peers, { directory, upload, smallDirectory, smallUpload }, runs) => {
  const times = { read: [], plan: [], edit: [], csv: [], smallPlan: [], smallCsv: [], peers: {} };
  const add = ({ read, plan, edit }) => (times.read.push(read), times.plan.push(plan), times.edit.push(...edit));
  // The first verdict is made in memory that nothing else has used.
  add(verdict(engine, directory, upload));
  const bytes = memory.buffer.byteLength;
  for (let run = 0; run < runs; run++) {
    times.csv.push(timed(() => engine.cells_by_csv_crate(upload))[0]);
    if (run > 0) add(verdict(engine, directory, upload));
  }
  const text = new TextDecoder().decode(smallUpload);
  for (let run = 0; run < runs; run++) {
    for (const [name, parse] of Object.entries(peers)) {
      const [took, rows] = timed(() => parse(text));
      if (rows < 1000) throw new Error(`${name} found only ${rows} rows`);
      (times.peers[name] ??= []).push(took);
    }
    times.smallCsv.push(timed(() => engine.cells_by_csv_crate(smallUpload))[0]);
    times.smallPlan.push(verdict(engine, smallDirectory, smallUpload).plan);
  }
  return { ...times, bytes, files: directory.length + upload.length };
};

// The parsers of others, told only to parse: every row an array of strings.
export const peersFrom = (udsv, papaparseSource) => {
  const module = { exports: {} };
  new Function("module", "exports", papaparseSource).call(globalThis, module, module.exports);
  const papaparse = module.exports;
  return {
    "uDSV 0.7": (text) => udsv.initParser(udsv.inferSchema(text)).stringArrs(text).length,
    "PapaParse 5.7": (text) => papaparse.parse(text).data.length,
  };
};
