//! What SQLite needs to be told in its own words.

/// The next people as one row: their ids, their lines, and how many have another layout.
pub(super) const LINES: &str = "SELECT json_group_array(id ORDER BY id) AS ids,
        coalesce(group_concat(record || ',' || revision, char(10) ORDER BY id), '') AS text,
        coalesce(sum(layout <> $3), 0) AS strange
    FROM (SELECT id, revision, layout, record FROM people WHERE id > $1 AND gone IS NULL ORDER BY id LIMIT $2)";

/// People by a JSON list of ids.
pub(super) const PEOPLE_BY_ID: &str = "SELECT id, created, revision, gone, layout, record FROM people
    WHERE id IN (SELECT value FROM json_each($1)) ORDER BY id";

/// What each cell that changed after a revision held at it.
///
/// From the few that moved to their rows: CROSS JOIN fixes SQLite's order of work, INDEXED BY its way there. By its own
/// guess it would read a whole revision for each cell.
pub(super) const CELLS_BEFORE: &str = "SELECT first.person, first.header, first.old
    FROM (SELECT person, header, min(revision) AS began FROM changes NOT INDEXED WHERE revision > $1
          GROUP BY person, header) AS moved
    CROSS JOIN people ON people.id = moved.person
    CROSS JOIN changes AS first INDEXED BY changes_of_person
       ON first.person = moved.person AND first.revision = began AND first.header = moved.header
    WHERE people.created <= $1";

/// The cells that aren't what they were at a revision; in the same order of work.
pub(super) const CELLS_MOVED: &str =
    "SELECT username, moved.header AS header, first.old AS old, last.new AS new, count(*) OVER () AS total
    FROM (SELECT person, header, min(revision) AS began, max(revision) AS ended FROM changes NOT INDEXED
          WHERE revision > $1 GROUP BY person, header) AS moved
    CROSS JOIN changes AS first INDEXED BY changes_of_person
       ON first.person = moved.person AND first.revision = began AND first.header = moved.header
    CROSS JOIN changes AS last INDEXED BY changes_of_person
       ON last.person = moved.person AND last.revision = ended AND last.header = moved.header
    CROSS JOIN people ON people.id = moved.person
    WHERE first.old IS NOT last.new
    ORDER BY moved.person, moved.header LIMIT $2";

/// Who changed after a revision, by the primary key, which begins with the revision.
pub(super) const PEOPLE_CHANGED_SINCE: &str =
    "SELECT DISTINCT person FROM changes NOT INDEXED WHERE revision > $1 ORDER BY person";
