-- The directory: people, the revisions that they went through, and the files that made them change.

-- The headers that a record's cells belong to, as a JSON list. A column added later gets a new layout; the records
-- written before it keep theirs.
CREATE TABLE layouts (
    id INTEGER PRIMARY KEY,
    headers TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE revisions (
    number INTEGER PRIMARY KEY,
    at_ms INTEGER NOT NULL,
    actor_email TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('seed', 'import', 'edit', 'undo', 'restore')),
    note TEXT,
    digest TEXT NOT NULL,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    renamed INTEGER NOT NULL,
    cells INTEGER NOT NULL,
    undone_by INTEGER REFERENCES revisions (number)
) STRICT;

-- One person, her cells as one CSV line. What must be unique stands beside the line; `created` and `revision` are the
-- revisions at which she came and last changed. An id is never given to anyone else.
CREATE TABLE people (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    username TEXT NOT NULL,
    username_form TEXT NOT NULL UNIQUE,
    employee_id TEXT UNIQUE,
    created INTEGER NOT NULL REFERENCES revisions (number),
    revision INTEGER NOT NULL REFERENCES revisions (number),
    layout INTEGER NOT NULL REFERENCES layouts (id),
    record TEXT NOT NULL
) STRICT;

CREATE INDEX people_by_creation ON people (created);

-- Every cell that ever changed. `old` is NULL in the one row that says that a person was created.
CREATE TABLE changes (
    revision INTEGER NOT NULL REFERENCES revisions (number),
    position INTEGER NOT NULL,
    person INTEGER NOT NULL REFERENCES people (id),
    header TEXT NOT NULL,
    old TEXT,
    new TEXT NOT NULL,
    PRIMARY KEY (revision, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX changes_of_person ON changes (person, revision);

-- The uploads as they were sent, compressed with zstd.
CREATE TABLE files (
    revision INTEGER PRIMARY KEY REFERENCES revisions (number),
    name TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    content BLOB NOT NULL
) STRICT;
