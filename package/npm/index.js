// The typed API over the engine's bytes and JSON. What each part means stands in index.d.ts.
import * as engine from "./engine.js";

const bytesOf = (file) => {
  if (typeof file === "string") return new TextEncoder().encode(file);
  if (file instanceof Uint8Array) return file;
  if (file instanceof ArrayBuffer) return new Uint8Array(file);
  throw new TypeError("a file is a Uint8Array, an ArrayBuffer or a string");
};

const json = (value) => JSON.stringify(value ?? {});

// Reaches what a directory keeps to itself.
let innerOf;

export class Directory {
  #inner;

  constructor(extract, options) {
    this.#inner = extract === undefined ? engine.Directory.empty(json(options)) : new engine.Directory(bytesOf(extract), json(options));
  }

  get revision() {
    return Number(this.#inner.revision());
  }

  get people() {
    return this.#inner.people();
  }

  free() {
    this.#inner.free();
  }

  static {
    innerOf = (directory) => directory.#inner;
  }
}

// Lends directories to a piece of work, and frees those that were made from bytes for it alone.
const withDirectories = (against, base, work) => {
  const made = [];
  const lend = (given, read) => {
    if (given instanceof Directory) return innerOf(given);
    made.push(read());
    return made.at(-1);
  };
  try {
    const now = lend(against, () => (against === undefined ? engine.Directory.empty("{}") : new engine.Directory(bytesOf(against), "{}")));
    // Bytes have the columns of what they are compared with.
    return work(now, base === undefined ? undefined : lend(base, () => now.read_alike(bytesOf(base))));
  } finally {
    made.forEach((directory) => directory.free());
  }
};

export class Review {
  #inner;

  constructor(upload, { against, base, name = "", options } = {}) {
    const bytes = bytesOf(upload);
    // Without a directory nobody is there yet, so every row creates a person, and may.
    const choices = json(against === undefined ? { create: "allow", ...options } : options);
    this.#inner = withDirectories(against, base, (directory, extract) =>
      extract ? engine.Review.with_base(bytes, name, directory, extract, choices) : new engine.Review(bytes, name, directory, choices),
    );
  }

  check() {
    return JSON.parse(this.#inner.check());
  }

  checkJson() {
    return this.#inner.check();
  }

  get options() {
    return JSON.parse(this.#inner.options());
  }

  set options(options) {
    this.#inner.set_options(json(options));
  }

  applySafeFixes() {
    return this.#inner.apply_safe_fixes();
  }

  applyFix(finding, fix = 0) {
    return this.#inner.apply_fix(finding, fix);
  }

  edit(row, column, value) {
    this.#inner.edit(row, column, value ?? undefined);
  }

  undo() {
    return this.#inner.undo();
  }

  redo() {
    return this.#inner.redo();
  }

  correctedFile() {
    return this.#inner.corrected_file();
  }

  free() {
    this.#inner.free();
  }
}

export const check = (upload, how) => {
  const review = new Review(upload, how);
  try {
    return review.check();
  } finally {
    review.free();
  }
};

export const correctedFile = (upload, how) => {
  const review = new Review(upload, how);
  try {
    review.applySafeFixes();
    return review.correctedFile();
  } finally {
    review.free();
  }
};

export const read = (upload, { encoding } = {}) => JSON.parse(engine.read(bytesOf(upload), encoding));

let known;

export const rules = () => structuredClone((known ??= JSON.parse(engine.rules())));

export const rule = (codeOrName) => {
  const wanted = codeOrName.toLowerCase();
  return rules().find(({ code, name }) => code.toLowerCase() === wanted || name === wanted);
};

export const version = () => engine.version();
