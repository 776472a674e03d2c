-- What admins need beside a password: links with which they choose one, and tokens for their scripts.

-- A link that lets one admin choose a password, once. The latest link of an admin is the only one that works.
CREATE TABLE links (
    hash BLOB PRIMARY KEY,
    admin INTEGER NOT NULL REFERENCES admins (id),
    expires_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX links_of_admin ON links (admin);

-- Tokens with which scripts speak for an admin. A revoked one stays in the list, so that it is known what it was.
CREATE TABLE api_tokens (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    hash BLOB NOT NULL UNIQUE,
    admin INTEGER NOT NULL REFERENCES admins (id),
    name TEXT NOT NULL,
    scopes TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    expires_ms INTEGER,
    used_ms INTEGER,
    revoked_ms INTEGER
) STRICT;

CREATE INDEX api_tokens_of_admin ON api_tokens (admin);
CREATE INDEX sessions_of_admin ON sessions (admin);
