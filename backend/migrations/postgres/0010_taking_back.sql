-- What undo and restore need: people who were deleted, and which revision a revision is about.

ALTER TABLE revisions ADD COLUMN deleted BIGINT NOT NULL DEFAULT 0;

-- The revision that an undo takes back, or that a restore goes back to.
ALTER TABLE revisions ADD COLUMN about BIGINT REFERENCES revisions (number);

-- The revision that deleted her, while she isn't there. Her record stays for the past; her unique keys are free.
ALTER TABLE people ADD COLUMN gone BIGINT REFERENCES revisions (number);

-- From which revision on somebody wasn't there, and which one brought her back.
CREATE TABLE absences (
    person BIGINT NOT NULL REFERENCES people (id),
    gone BIGINT NOT NULL REFERENCES revisions (number),
    back BIGINT REFERENCES revisions (number),
    PRIMARY KEY (person, gone)
);
