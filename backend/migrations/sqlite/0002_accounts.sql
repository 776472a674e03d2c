-- Who may do what, and what was done. Secrets are stored as SHA-256 hashes of 256 random bits; passwords with Argon2id.

CREATE TABLE admins (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    email TEXT NOT NULL,
    email_form TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('system-admin', 'editor', 'viewer')),
    password_hash TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1))
) STRICT;

CREATE TABLE sessions (
    hash BLOB PRIMARY KEY,
    admin INTEGER NOT NULL REFERENCES admins (id),
    created_ms INTEGER NOT NULL,
    seen_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE tokens (
    hash BLOB PRIMARY KEY,
    purpose TEXT NOT NULL CHECK (purpose IN ('set-up')),
    expires_ms INTEGER NOT NULL,
    used_ms INTEGER
) STRICT, WITHOUT ROWID;

-- Sign-ins that were begun and not (yet) successful, by hashes of the account and the network address.
CREATE TABLE attempts (
    id INTEGER PRIMARY KEY,
    account BLOB NOT NULL,
    address BLOB NOT NULL,
    at_ms INTEGER NOT NULL
) STRICT;

CREATE INDEX attempts_in_time ON attempts (at_ms);

-- Each hash covers the entry and the hash before it, so that nothing can be taken out or changed unseen.
CREATE TABLE audit (
    number INTEGER PRIMARY KEY,
    at_ms INTEGER NOT NULL,
    actor TEXT NOT NULL,
    act TEXT NOT NULL,
    details TEXT NOT NULL,
    hash BLOB NOT NULL
) STRICT;

-- The answers to writes that were done, so that a retry gets the same answer instead of doing it again.
CREATE TABLE idempotency (
    admin INTEGER NOT NULL REFERENCES admins (id),
    key TEXT NOT NULL,
    request_hash BLOB NOT NULL,
    status INTEGER NOT NULL,
    body TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (admin, key)
) STRICT, WITHOUT ROWID;
