//! What PostgreSQL needs to be told in its own words.

/// The next people as one row: their ids, their lines, and how many have another layout.
pub(super) const LINES: &str = "SELECT coalesce(json_agg(id ORDER BY id)::text, '[]') AS ids,
        coalesce(string_agg(record || ',' || revision, chr(10) ORDER BY id), '') AS text,
        count(*) FILTER (WHERE layout <> $3) AS strange
    FROM (SELECT id, revision, layout, record FROM people WHERE id > $1 AND gone IS NULL ORDER BY id LIMIT $2) AS page";

/// People by a JSON list of ids.
pub(super) const PEOPLE_BY_ID: &str = "SELECT id, created, revision, gone, layout, record FROM people
    WHERE id IN (SELECT value::bigint FROM json_array_elements_text($1::text::json)) ORDER BY id";

/// What each cell that changed after a revision held at it.
pub(super) const CELLS_BEFORE: &str = "SELECT DISTINCT ON (person, header) person, header, old
    FROM changes JOIN people ON people.id = person
    WHERE changes.revision > $1 AND people.created <= $1
    ORDER BY person, header, changes.revision";

/// The cells that aren't what they were at a revision.
pub(super) const CELLS_MOVED: &str = "SELECT username, moved.header AS header, old, new, count(*) OVER () AS total
    FROM (SELECT first.person, first.header, first.old, last.new
          FROM (SELECT DISTINCT ON (person, header) person, header, old FROM changes WHERE revision > $1
                ORDER BY person, header, revision) AS first
          JOIN (SELECT DISTINCT ON (person, header) person, header, new FROM changes WHERE revision > $1
                ORDER BY person, header, revision DESC) AS last
            ON last.person = first.person AND last.header = first.header
          WHERE first.old IS DISTINCT FROM last.new) AS moved
    JOIN people ON people.id = moved.person
    ORDER BY moved.person, moved.header LIMIT $2";

/// Who changed after a revision.
pub(super) const PEOPLE_CHANGED_SINCE: &str = "SELECT DISTINCT person FROM changes WHERE revision > $1 ORDER BY person";
