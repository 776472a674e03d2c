-- SQLite writes a line in its place, and looks references up on the way, so that here nothing changes.

SELECT 1;
