-- Who an admin is to the identity provider, bound at her first sign-in with it. An address may be given to somebody else
-- one day; issuer and subject never are (OpenID Connect Core 5.7).

CREATE TABLE identities (
    admin INTEGER PRIMARY KEY REFERENCES admins (id),
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    bound_ms INTEGER NOT NULL,
    UNIQUE (issuer, subject)
) STRICT, WITHOUT ROWID;
