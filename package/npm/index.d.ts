/** A file's bytes; a string stands for its UTF-8. */
export type File = Uint8Array | ArrayBuffer | string;

export type Severity = "error" | "warning" | "note";

/** What an upload would do, and all that was noticed. */
export interface Check {
  version: 1;
  file: {
    /** The name of the encoding that it was read in. */
    encoding: string;
    /** What separates its cells: one character. */
    delimiter: string;
    /** Rows below the header. */
    rows: number;
    /** Its columns, by the directory's name for them where it has one. */
    columns: string[];
  };
  counts: Counts;
  /** What the file does, a sentence a column: what matters most first. */
  story: StoryLine[];
  /** Worst first. */
  findings: Finding[];
  changes: Change[];
  /** Names the effect: equal digests do the same. `null` while an error stands. */
  digest: string | null;
}

/** How many rows do what, and how many findings there are. */
export interface Counts {
  same: number;
  updated: number;
  created: number;
  renamed: number;
  /** Rows with a cell that the file and the directory both changed, undecided. */
  conflicts: number;
  errors: number;
  warnings: number;
  notes: number;
}

/** The simplest explanation of a column's changed cells, or what happened to rows. */
export interface StoryLine {
  /** `null` where it is about rows or several columns. */
  column: string | null;
  /** What happened. */
  sentence: string;
  /** The name of the rule that speaks of it, or a word such as `renamed`, `filled`, `replaced` or `edits`. */
  kind: string;
  /** How many cells, rows or people it explains. */
  count: number;
  /** How many changed cells of the column it doesn't explain. */
  exceptions: number;
  severity: Severity;
  /** The first fix of the finding that speaks of the same cells. */
  fix: { code: string; title: string } | null;
}

/** One thing that was noticed. Its own place and values are those of the first of its places. */
export interface Finding {
  /** Stable, never reused, such as `L001`. `rule(code)` explains it. */
  code: string;
  name: string;
  severity: Severity;
  /** Physical line of the file, from 1. `null` where the whole file is meant. */
  line: number | null;
  column: string | null;
  username: string | null;
  /** What the file says. */
  value: string | null;
  /** What the extract said that the file was made from. */
  base: string | null;
  /** What the directory says now. */
  stored: string | null;
  /** What was found. */
  message: string;
  /** Why it matters, and what to do. */
  help: string;
  /** All its places. */
  count: number;
  /** The first few thousand of them. */
  places: Place[];
  fixes: Fix[];
}

export interface Place {
  line: number | null;
  column: string | null;
}

/** What would mend a finding. */
export interface Fix {
  title: string;
  /** `safe` restores what certainly was meant. */
  safety: "safe" | "needs-a-look";
  edits: { line: number | null; column: string | null; value: string }[];
  /** What the fix decides beside, or instead of, editing cells. */
  decisions?: Decision[];
}

/** What a fix decides. Rows and columns are counted from 0, rows without the header. */
export type Decision =
  | { "leave-out": { row: number } }
  | { "ignore-column": { column: number } }
  | { "read-column-as": { header: string; column: string } }
  | { "read-as": { encoding: string } }
  | { rename: { new: string; old: string } }
  | { "new-person": { username: string } }
  | { "keep-apart": { header: string; value: string } }
  | { "keep-stored": { column: number; first: number; last: number } }
  | { "take-as-meant": { header: string } }
  | { "take-value-as-meant": { header: string; value: string } }
  | { "read-dates-as": { format: DateFormat } }
  | "no-base"
  | { decide: { username: string; header: string; side: Side } };

/** One cell of the directory that would change. */
export interface Change {
  kind: "create" | "update" | "rename";
  username: string;
  column: string;
  old: string;
  new: string;
}

/** A file by the strict reading alone. */
export interface Reading {
  version: 1;
  encoding: string;
  delimiter: string;
  /** The header first. */
  records: string[][];
  /** An error among them means that the file is refused, and its records can't be trusted. */
  findings: Finding[];
}

export interface Rule {
  code: string;
  name: string;
  severity: Severity;
  /** Whether its findings offer fixes. */
  fixes: "none" | "sometimes" | "always";
  /** Markdown, with examples. */
  documentation: string;
}

/** How a file writes its days, beside `YYYY-MM-DD`. */
export type DateFormat =
  | "day-month-year-slash"
  | "month-day-year-slash"
  | "day-month-year-dot"
  | "day-month-name-year"
  | "excel-serial";

/** Whose value a conflict takes: the file's, or the directory's. */
export type Side = "yours" | "theirs";

export type Blanks = "keep" | "clear";

/** The choices for an upload. What isn't given is as in the comments. */
export interface Options {
  /** Which column says whom a row is about: `username`. */
  key?: "username" | "employee-id";
  /** What an empty cell means: `keep` the stored value. */
  blanks?: Blanks;
  /** The same for single columns, by header. */
  blanks_by_column?: Record<string, Blanks>;
  /** How days are written beside `YYYY-MM-DD`. */
  dates?: DateFormat | null;
  /** Whether rows about nobody create people: `deny`; without a directory, `allow`. */
  create?: "allow" | "deny";
  /** The encoding of a file that isn't UTF-8; a label of the WHATWG Encoding Standard. */
  encoding?: string | null;
  /** The revision of the extract that the file was made from: that of `base`. */
  base?: number | null;
  /** The file was made from no extract: it comes from another system, and what it says is meant. */
  no_base?: boolean;
  /** Columns of the file that aren't read. */
  ignored_columns?: string[];
  /** The file's name of a column, and the directory's. */
  read_as?: Record<string, string>;
  /** The file's Username, and the directory's. */
  renames?: Record<string, string>;
  /** Usernames that are new people, whatever they resemble. */
  new_people?: string[];
  /** By header: known values with a pipe in their name that are several values here. */
  kept_apart?: Record<string, string[]>;
  /** Headers of columns whose changes are meant, however much they look like an accident. */
  meant?: string[];
  /** By header: values that stand as they were meant, however much they look damaged. */
  meant_values?: Record<string, string[]>;
  /** Whoever sends the file, by Username or e-mail address: it may not switch her off. */
  sender?: string | null;
  /** The admins, by Username or e-mail address: it may not switch off all of them. */
  admins?: string[];
  /** Usernames of people whom no file may switch off. */
  protected?: string[];
  /** For each kind of change, the share of people in percent from which on it is warned of. */
  budget?: { created?: number; renamed?: number; cleared?: number; suspended?: number; changed?: number };
  conflicts?: {
    all?: Side | null;
    /** By header. */
    columns?: Record<string, Side>;
    /** By Username, then by header. */
    cells?: Record<string, Record<string, Side>>;
  };
}

/** What an upload is held against. */
export interface Against {
  /** The directory as it is now. Without one there is nobody yet. */
  against?: Directory | File;
  /** The extract that the file was made from, to tell edits from stale cells. */
  base?: Directory | File;
  /** The upload's name, which may say the revision of its extract. */
  name?: string;
  options?: Options;
}

export interface DirectoryOptions {
  /** The directory's revision; else what the extract says itself. */
  revision?: number;
  /** The directory's columns, where they aren't the standard ones: the content of a schema file. */
  schema?: object;
}

/** All people, read once, for any number of checks. */
export class Directory {
  /** Reads an extract; without one, nobody is there yet. Throws if it can't be a directory, and says why. */
  constructor(extract?: File, options?: DirectoryOptions);
  readonly revision: number;
  readonly people: number;
  /** Gives its memory back now; else the garbage collector does. It can't be used afterwards. */
  free(): void;
}

/** One upload under review: every fix and choice plans again. */
export class Review {
  constructor(upload: File, how?: Against);
  check(): Check;
  /** The same as text, as the command `muster check --format json` prints it. */
  checkJson(): string;
  /** The choices, all of them. Setting them leaves out none: give `{...review.options, blanks: "clear"}`. */
  get options(): Required<Options>;
  set options(options: Options);
  /** Applies every safe fix, as one step. Returns how many there were. */
  applySafeFixes(): number;
  /** Applies a fix, by the positions in `check()`. Returns whether there was such a fix. */
  applyFix(finding: number, fix?: number): boolean;
  /**
   * Writes a cell of the file, and plans again as far as the cell reaches. Row (without the header) and column are counted
   * from 0; `null` gives the cell its own text back.
   */
  edit(row: number, column: number, value: string | null): void;
  /** Takes the last step back. Returns whether there was one. */
  undo(): boolean;
  /** Does the step again that was taken back last. Returns whether there was one. */
  redo(): boolean;
  /** The upload with its fixes written in. */
  correctedFile(): Uint8Array;
  /** Gives its memory back now; else the garbage collector does. It can't be used afterwards. */
  free(): void;
}

/** What would this upload do? */
export function check(upload: File, how?: Against): Check;
/** The upload with every safe fix applied. */
export function correctedFile(upload: File, how?: Against): Uint8Array;
/** The records of a file, or why it is refused; without a directory. */
export function read(upload: File, options?: { encoding?: string }): Reading;
/** Everything that is looked for. */
export function rules(): Rule[];
/** One rule, by its code or name. */
export function rule(codeOrName: string): Rule | undefined;
/** The engine's version. Equal versions make equal plans. */
export function version(): string;
