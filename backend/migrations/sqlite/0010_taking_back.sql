-- What undo and restore need: people who were deleted, and which revision a revision is about.

ALTER TABLE revisions ADD COLUMN deleted INTEGER NOT NULL DEFAULT 0;

-- The revision that an undo takes back, or that a restore goes back to.
ALTER TABLE revisions ADD COLUMN about INTEGER REFERENCES revisions (number);

-- The revision that deleted her, while she isn't there. Her record stays for the past; her unique keys are free.
ALTER TABLE people ADD COLUMN gone INTEGER REFERENCES revisions (number);

-- From which revision on somebody wasn't there, and which one brought her back.
CREATE TABLE absences (
    person INTEGER NOT NULL REFERENCES people (id),
    gone INTEGER NOT NULL REFERENCES revisions (number),
    back INTEGER REFERENCES revisions (number),
    PRIMARY KEY (person, gone)
) STRICT, WITHOUT ROWID;
