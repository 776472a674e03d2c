//! A failover that loses the newest revision, or a copy put back, under a running server: its number is given again, and
//! nothing that the server, a browser or a file kept of the lost one is taken for the new one.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::server::{Answer, Client, Server, folder_with_people, signed_in};
use crate::work::{Prepared, phones_file};

const PEOPLE: usize = 20;
const PLAIN: &str = "/api/extract?columns=all&profile=true&system=true&format=plain";

#[test]
fn a_lost_revision_is_never_taken_for_the_one_that_has_its_number_in_a_file() {
    let folder = folder_with_people(PEOPLE);
    let file = folder.path().join("muster.db");
    let server = Server::start(&folder, "sqlite://muster.db");
    lose_and_look(&server, &Database::Sqlite(file));
}

#[cfg(feature = "postgres-tests")]
#[test]
fn a_lost_revision_is_never_taken_for_the_one_that_has_its_number_in_postgresql() {
    let folder = folder_with_people(PEOPLE);
    let address = cluster::Cluster::shared().database();
    let server = Server::start(&folder, &address);
    let name = address.trim_start_matches("postgres:///").split('?').next().expect("a name").to_owned();
    lose_and_look(&server, &Database::Postgres(name));
}

fn lose_and_look(server: &Server, database: &Database) {
    let cookie = signed_in(server);
    let client = &server.client;
    import(client, &cookie, "two", &phones_file(PEOPLE, 2));
    database.keep();

    // Revision 3 is made, used in every way, and lost.
    import(client, &cookie, "lost", "Username,FirstName\np0001@example.com,Lostname\n");
    assert_eq!(found(client, &cookie, "Lostname"), 1);
    let extract = client.send("GET", "/api/extract", &cookie, &[], b"");
    let (etag, name) = (extract.header("etag"), file_name(&extract));
    let at = client.send("GET", &format!("{PLAIN}&at=3"), &cookie, &[], b"");
    assert_eq!(columns(client, &cookie, "Lostcolumn").status, 200);
    assert!(client.send("GET", "/api/schema", &cookie, &[], b"").body.contains("Lostcolumn"));
    database.put_back();
    assert_eq!(client.revision(&cookie), 2);
    assert_eq!(found(client, &cookie, "Lostname"), 0, "it was lost");

    // Another revision 3, and another first change of the columns.
    import(client, &cookie, "new", "Username,LastName\np0002@example.com,Newname\n");
    assert_eq!(columns(client, &cookie, "Newcolumn").status, 200);
    let schema = client.send("GET", "/api/schema", &cookie, &[], b"").body;
    assert!(schema.contains("Newcolumn") && !schema.contains("Lostcolumn"), "{schema}");
    assert_eq!((found(client, &cookie, "Lostname"), found(client, &cookie, "Newname")), (0, 1));

    // What the server gives out is what it plans from.
    let own = client.send("GET", PLAIN, &cookie, &[], b"").body;
    assert!(own.contains("Newname") && own.contains("Newcolumn") && !own.contains("Lost"), "{own}");
    let request = json!({ "file_name": "own.csv", "options": { "base": 3 }, "engine_version": shared::VERSION });
    let preview = client.import(&cookie, "/api/imports/preview", "-", &request, &own).expect("a preview");
    let counts = &preview.json()["counts"];
    assert_eq!((&counts["same"], &counts["updated"]), (&json!(PEOPLE), &json!(0)), "{}", preview.body);
    for (path, known) in [("/api/extract?at=3", etag), (&*format!("{PLAIN}&at=3"), at.header("etag"))] {
        let again = client.send("GET", path, &cookie, &[("if-none-match", &known)], b"");
        assert_eq!(again.status, 200, "an ETag of the lost revision isn't one of the new one");
    }
    let past = client.send("GET", &format!("{PLAIN}&at=3"), &cookie, &[], b"").body;
    assert!(past.contains("Newname") && !past.contains("Lostname"), "{past}");

    // An import writes its own cells, and neither brings back what was lost nor takes away what came since.
    let both = "Username,Nickname\np0001@example.com,One\np0002@example.com,Two\n";
    let answer = import(client, &cookie, "both", both);
    assert_eq!(answer["counts"]["updated"], 2, "{answer}");
    let now = client.send("GET", PLAIN, &cookie, &[], b"").body;
    assert!(now.contains("Newname") && !now.contains("Lostname"), "{now}");
    let changes = client.send("GET", "/api/revisions/4/changes", &cookie, &[], b"").json();
    let headers: Vec<&Value> =
        changes["changes"].as_array().expect("a list").iter().map(|one| &one["column"]).collect();
    assert_eq!(headers, ["Nickname", "Nickname"], "{changes}");

    // The extract of the lost revision is recognised by its name.
    for path in ["/api/imports/preview", "/api/imports"] {
        let request = json!({ "file_name": name, "options": { "base": 3 }, "engine_version": shared::VERSION,
                              "revision": 4, "digest": "0", "acknowledged": true });
        let refused = client.import(&cookie, path, "lost file", &request, &extract.body).expect("an answer");
        assert_eq!((refused.status, refused.json()["type"].as_str()), (409, Some("/problems/lost-revision")));
    }
    let mark = name.rsplit('-').next().expect("a mark").trim_end_matches(".csv").to_owned();
    let base = client.send("GET", &format!("{PLAIN}&at=3&mark={mark}"), &cookie, &[], b"");
    assert_eq!((base.status, base.json()["type"].as_str()), (409, Some("/problems/lost-revision")));
    // One of a revision that is still there is as good as ever.
    let fresh = client.send("GET", "/api/extract", &cookie, &[], b"");
    let request =
        json!({ "file_name": file_name(&fresh), "options": { "base": 4 }, "engine_version": shared::VERSION });
    let preview = client.import(&cookie, "/api/imports/preview", "-", &request, &fresh.body).expect("a preview");
    assert_eq!((preview.status, &preview.json()["counts"]["updated"]), (200, &json!(0)), "{}", preview.body);
}

fn import(client: &Client, cookie: &str, key: &str, file: &str) -> Value {
    let answer = Prepared::import(client, cookie, key, file.to_owned()).send(client, cookie).expect("an answer");
    assert_eq!(answer.status, 201, "{}", answer.body);
    answer.json()
}

fn found(client: &Client, cookie: &str, word: &str) -> usize {
    let answer = client.send("GET", &format!("/api/people?search={word}"), cookie, &[], b"");
    answer.json()["people"].as_array().expect("people").len()
}

fn file_name(extract: &Answer) -> String {
    let said = extract.header("content-disposition");
    said.split('"').nth(1).expect("a name").to_owned()
}

/// Adds a column as the first change of the columns that there ever was.
fn columns(client: &Client, cookie: &str, header: &str) -> Answer {
    let mut columns = client.send("GET", "/api/schema", cookie, &[], b"").json()["columns"].clone();
    let new = json!({ "header": header, "kind": "text", "max_chars": 50 });
    let list = columns.as_array_mut().expect("a list");
    list.insert(list.len() - 1, new);
    let body = json!({ "number": 0, "columns": columns }).to_string();
    client.send("PUT", "/api/settings/columns", cookie, &[("content-type", "application/json")], body.as_bytes())
}

/// The database, to keep a copy of and to put it back while the server runs.
enum Database {
    Sqlite(PathBuf),
    #[cfg(feature = "postgres-tests")]
    Postgres(String),
}

impl Database {
    fn keep(&self) {
        match self {
            Self::Sqlite(file) => in_sqlite(file, &[format!("VACUUM INTO '{}.kept'", file.display())]),
            #[cfg(feature = "postgres-tests")]
            Self::Postgres(name) => {
                in_postgres(name, "CREATE SCHEMA kept;", "CREATE TABLE kept.%1$I AS TABLE public.%1$I");
            }
        }
    }

    fn put_back(&self) {
        match self {
            Self::Sqlite(file) => {
                let tables = [
                    "revisions",
                    "people",
                    "changes",
                    "files",
                    "settings",
                    "idempotency",
                    "audit",
                    "extracts",
                    "layouts",
                ];
                let mut steps =
                    vec!["PRAGMA foreign_keys = OFF".to_owned(), format!("ATTACH '{}.kept' AS kept", file.display())];
                steps.push("BEGIN IMMEDIATE".to_owned());
                for table in tables {
                    steps.push(format!("DELETE FROM main.{table}"));
                    steps.push(format!("INSERT INTO main.{table} SELECT * FROM kept.{table}"));
                }
                steps.push("COMMIT".to_owned());
                in_sqlite(file, &steps);
            }
            #[cfg(feature = "postgres-tests")]
            Self::Postgres(name) => in_postgres(
                name,
                "SET session_replication_role = replica;",
                "DELETE FROM public.%1$I; INSERT INTO public.%1$I SELECT * FROM kept.%1$I",
            ),
        }
    }
}

fn in_sqlite(file: &std::path::Path, steps: &[String]) {
    use sqlx::{AssertSqlSafe, Connection};
    let work = async {
        let mut connection = sqlx::SqliteConnection::connect(&format!("sqlite://{}", file.display())).await?;
        for step in steps {
            sqlx::raw_sql(AssertSqlSafe(step.clone())).execute(&mut connection).await?;
        }
        connection.close().await
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(work).expect("SQLite does it");
}

/// Does something to each table of a database, in one transaction.
#[cfg(feature = "postgres-tests")]
fn in_postgres(name: &str, first: &str, each: &str) {
    let script = format!(
        "BEGIN; {first} DO $do$ DECLARE one text; BEGIN
             FOR one IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_sqlx_migrations'
             LOOP EXECUTE format($each${each}$each$, one); END LOOP;
         END $do$; COMMIT;"
    );
    cluster::Cluster::shared().sql(name, &script);
}
