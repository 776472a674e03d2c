//! What every storage must do, as tests written once. A kind of database supplies a function that opens an empty one;
//! every method of the traits is called here.

mod access;
mod accounts;
mod past;
mod people;
mod presence;
mod records;
mod revisions;
mod settings;
mod units;

use jiff::Timestamp;

use super::people::{LayoutId, NewPerson, PersonKeys};
use super::revisions::{Actor, Revision, RevisionCounts, RevisionKind};
use super::{StorageError, WriteUnit};

type Outcome = Result<(), StorageError>;

/// Makes one test of each case, for the storage that `$open` opens.
macro_rules! storage_contract {
    ($open:path: $($subject:ident :: $case:ident),+ $(,)?) => {
        $(#[tokio::test]
        async fn $case() -> Result<(), $crate::storage::StorageError> {
            let (_guard, storage) = $open().await?;
            $subject::$case(&storage).await
        })+
    };
}

/// Every case, for one kind of database.
macro_rules! all_cases {
    ($open:path) => {
        storage_contract!($open:
            units::a_dropped_unit_leaves_nothing,
            units::a_reader_sees_one_moment,
            units::a_second_writer_waits,
            units::a_closed_storage_refuses,
            people::people_come_back_as_they_were_given,
            people::lines_are_records_with_revisions,
            people::a_strange_layout_is_said,
            people::usernames_swap_and_go_round,
            people::employee_ids_swap,
            people::a_taken_key_is_named,
            people::the_past_can_be_rebuilt,
            people::any_text_survives,
            people::many_people_at_once,
            presence::who_is_deleted_is_gone_and_her_keys_are_free,
            presence::who_comes_back_was_away_in_between,
            presence::deeds_come_person_by_person,
            presence::an_undone_revision_says_so,
            revisions::revisions_come_newest_first,
            revisions::a_revision_is_known_by_more_than_its_number,
            revisions::changes_come_in_order_and_in_pages,
            revisions::moved_cells_are_those_that_differ_now,
            revisions::a_file_comes_back,
            past::former_names_lead_to_those_of_now,
            past::former_cells_come_newest_first_and_say_where_they_end,
            accounts::an_admin_is_found_by_her_address,
            accounts::a_session_lives_until_it_is_ended,
            accounts::old_sessions_are_forgotten,
            accounts::a_token_works_once_and_in_time,
            accounts::attempts_are_counted_by_place,
            access::an_admin_is_changed,
            access::sessions_end_all_but_one,
            access::the_latest_link_works_in_time,
            access::an_identity_belongs_to_one_admin,
            access::an_api_token_is_found_used_and_revoked,
            settings::a_setting_is_put_in_place,
            settings::taken_extracts_come_newest_first,
            settings::old_files_are_forgotten,
            records::an_answer_is_kept_and_forgotten,
            records::the_audit_keeps_its_order,
        );
    };
}

mod sqlite {
    use tempfile::TempDir;

    use super::{access, accounts, past, people, presence, records, revisions, settings, units};
    use crate::storage::StorageError;
    use crate::storage::sqlite::SqliteStorage;

    async fn open() -> Result<(TempDir, SqliteStorage), StorageError> {
        let folder = tempfile::tempdir().map_err(|error| StorageError::Unavailable(error.into()))?;
        let address = format!("sqlite://{}", folder.path().join("muster.db").display());
        Ok((folder, SqliteStorage::open(&address).await?))
    }

    all_cases!(open);
}

#[cfg(feature = "postgres-tests")]
mod postgres {
    use super::{access, accounts, past, people, presence, records, revisions, settings, units};
    use crate::storage::StorageError;
    use crate::storage::postgres::PostgresStorage;

    async fn open() -> Result<((), PostgresStorage), StorageError> {
        let address = tokio::task::spawn_blocking(|| cluster::Cluster::shared().database()).await;
        let address = address.map_err(|error| StorageError::Failed(error.into()))?;
        Ok(((), PostgresStorage::open(&address, 12).await?))
    }

    all_cases!(open);
}

fn time(second: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + second).unwrap_or(Timestamp::UNIX_EPOCH)
}

pub(super) fn revision(number: u64) -> Revision {
    Revision {
        number,
        identity: format!("identity {number}"),
        at: time(i64::try_from(number).unwrap_or_default()),
        actor: Actor { email: "ann@example.com".to_owned(), name: "Ann".to_owned() },
        kind: RevisionKind::Import,
        note: Some("a note".to_owned()),
        digest: format!("digest {number}"),
        counts: RevisionCounts { created: 1, updated: 2, renamed: 3, cells: 4, deleted: 5 },
        file: None,
        about: number.checked_sub(1).filter(|about| *about > 0),
        undone_by: None,
    }
}

fn keys(username: &str, employee_id: Option<&str>) -> PersonKeys {
    PersonKeys {
        username: username.to_owned(),
        username_form: username.to_lowercase(),
        employee_id: employee_id.map(str::to_owned),
    }
}

fn person(username: &str, employee_id: Option<&str>) -> NewPerson {
    NewPerson { keys: keys(username, employee_id), record: format!("{username},{}", employee_id.unwrap_or_default()) }
}

/// Adds revision 1 with these people; their ids are 1, 2, 3… in order.
async fn seed(unit: &mut dyn WriteUnit, people: &[NewPerson]) -> Result<LayoutId, StorageError> {
    let layout = unit.layout_from_headers(&["Username".to_owned(), "EmployeeId".to_owned()]).await?;
    unit.add_revision(&revision(1)).await?;
    unit.create_people(1, layout, "Username", people).await?;
    Ok(layout)
}
