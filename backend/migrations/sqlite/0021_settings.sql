-- What holds for the whole directory, and who took which extract.

-- `number` grows with every change, so that two admins don't overwrite each other's.
CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    number INTEGER NOT NULL,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Extracts that people took, so that each can be taken again. `choices` is the query with which it was asked for.
CREATE TABLE extracts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at_ms INTEGER NOT NULL,
    admin INTEGER NOT NULL REFERENCES admins (id),
    revision INTEGER NOT NULL,
    people INTEGER NOT NULL,
    choices TEXT NOT NULL
) STRICT;
