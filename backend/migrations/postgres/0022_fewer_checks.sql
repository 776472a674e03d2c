-- One revision writes one row of history for each cell, and a revision on each person. Looking each of them up in
-- `revisions`, in which that one was written a moment before in the same transaction, took a good part of an import.

ALTER TABLE changes DROP CONSTRAINT changes_revision_fkey;
ALTER TABLE people DROP CONSTRAINT people_revision_fkey;
