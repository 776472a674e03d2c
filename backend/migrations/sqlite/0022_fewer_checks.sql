-- PostgreSQL looks a reference up by a query for each row; SQLite does it on the way, so that here nothing changes.

SELECT 1;
