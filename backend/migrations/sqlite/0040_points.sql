-- A revision's number is given again where a failover, or a copy put back, lost the revision that had it. What is kept of
-- a revision outside the database is therefore known by this, which no other revision ever has.

ALTER TABLE revisions ADD COLUMN identity TEXT NOT NULL DEFAULT '';

UPDATE revisions SET identity = lower(hex(randomblob(16)));
