//! Why an import isn't applied, in words.

use axum::http::StatusCode;
use serde_json::{Value, json};
use shared::plan::Plan;
use shared::schema::Schema;
use shared::take_back::Conflict;
use shared::{Finding, Severity, words};

use crate::directory::DirectoryError;
use crate::extract::ExtractError;
use crate::http::revisions::json_from_revision;
use crate::imports::ImportError;
use crate::imports::moved::Moved;
use crate::imports::planning::PlanningError;
use crate::problem::Problem;
use crate::storage::StorageError;

/// So many conflicts are told in one answer.
const MOST_CONFLICTS: usize = 1_000;

impl Problem {
    /// The problem for an import that isn't applied.
    pub(in crate::http) fn from_import_error(error: ImportError, schema: &Schema) -> Self {
        match error {
            ImportError::EngineVersion => Self::new(StatusCode::CONFLICT, "engine-version", words!("This page is older or newer than the server"), words!("The preview was made by another version of Muster than the server's. Nothing was changed."), words!("Load the page again; your file and your choices stay on your computer."))
            .with("engine_version", shared::VERSION),
            ImportError::Moved(moved) => moved_problem(&moved),
            ImportError::PlanDiffers => Self::new(StatusCode::CONFLICT, "plan-differs", words!("The server comes to another plan"), words!("Planned here, your file would do something else than the preview showed. Nothing was changed."), words!("Load the page again and look at the preview once more.")),
            ImportError::Blocked(plan) => blocked_problem(&plan, schema),
            ImportError::OverBudget => Self::new(StatusCode::FORBIDDEN, "over-budget", words!("This changes too much at once"), words!("It touches more people than the risk budget allows an editor. Nothing was changed."), words!("Look whether it is what you mean. If it is, ask a system admin to do it.")),
            ImportError::BudgetUnacknowledged(changes) => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "budget-unacknowledged", words!("This changes more than usual"), words!("It changes {changes} people, which is over the risk budget, and nobody typed that number. Nothing was changed.", changes), words!("Look whether it is what you mean. If it is, send it again with `acknowledged_changes`."))
            .with("changes", changes),
            ImportError::LocksYouOut => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "locks-you-out", words!("You would lock yourself out"), words!("Your own account would be switched off or deleted. Nothing was changed."), words!("Leave your own row as it is; another system admin can change it.")),
            ImportError::LastAdmin => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "last-admin", words!("Nobody could look after the directory any more"), words!("There must be at least one active admin, and none would be left. Nothing was changed."), words!("Leave at least one system admin active.")),
            ImportError::Protected(username) => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "protected-person", words!("This person is protected"), words!("{username} can't be switched off, renamed or deleted. Nothing was changed.", username), words!("Leave the row as it is, or take the Username off the list of protected people in the settings first."))
            .with("username", username),
            ImportError::Warnings(warnings) => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "warnings-unacknowledged", words!("Warnings stand in the file"), words!("The file has {warnings} warnings that nobody said she has seen. Nothing was changed.", warnings), words!("Look at each warning. If the file is right as it is, send it again with `acknowledged`."))
            .with("warnings", warnings),
            ImportError::Unacknowledged(people) => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "deletion-unacknowledged", words!("People would be deleted"), words!("{people} people would be deleted, and nobody said that it is meant. Nothing was changed.", people), words!("Look at who they are. If it is meant, send it again with `acknowledged`."))
            .with("people", people),
            ImportError::Undecided(conflicts) => undecided_problem(&conflicts),
            ImportError::NoRevision(number) => Self::not_found(words!("There is no revision {number}.", number)),
            ImportError::NoPerson => Self::not_found(words!("There is nobody with this Username.")),
            ImportError::StillActive => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "still-active", words!("The person is still active"), words!("Only who is disabled or suspended can be deleted. Nothing was changed."), words!("Set her AccountState to DISABLED or SUSPENDED first, and delete her when you are sure.")),
            ImportError::Mismatch => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "idempotency-mismatch", words!("This key belongs to another request"), words!("The Idempotency-Key was used before, with another file or other choices."), words!("Use a new key for a new request, and the old key only to send the very same again.")),
            ImportError::Refused(refusal) => refusal.into(),
            ImportError::Planning(PlanningError::Directory(DirectoryError::Extract(ExtractError::NoRevision {
                asked,
                newest,
            }))) => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "unknown-base", words!("The file's base isn't there"), words!("The file says that it was made from revision {asked}; the newest is {newest}. Nothing was changed.", asked, newest), words!("Choose the revision that the file was really made from, or none.")),
            ImportError::Planning(PlanningError::LostBase(number)) => lost_revision(number),
            ImportError::Planning(PlanningError::Directory(error)) => error.into(),
            ImportError::Planning(error) => Self::internal().caused_by(error),
            ImportError::Storage(StorageError::UsernameTaken) => taken("username-taken", "Username"),
            ImportError::Storage(StorageError::EmployeeIdTaken) => taken("employee-id-taken", "EmployeeId"),
            ImportError::Storage(error) => error.into(),
        }
    }
}

impl Problem {
    /// The problem with a file of which nothing was read, and with which nothing can be chosen either.
    pub(in crate::http) fn from_unread(plan: &Plan) -> Option<Self> {
        let nothing_to_choose = |finding: &&Finding| finding.severity == Severity::Error && finding.fixes.is_empty();
        let finding = plan.findings.first().filter(nothing_to_choose).filter(|_| plan.file.columns.is_empty())?;
        let (what, to_do) = (finding.message.clone(), finding.help.clone());
        let problem =
            Self::new(StatusCode::UNPROCESSABLE_ENTITY, "file-not-read", words!("The file can't be read"), what, to_do);
        Some(problem.with("code", finding.code.as_str()).with("name", finding.name.as_str()))
    }
}

/// An extract of a revision that isn't in the database any more, though its number is.
pub(in crate::http) fn lost_revision(number: u64) -> Problem {
    Problem::new(
        StatusCode::CONFLICT,
        "lost-revision",
        words!("The file's extract is of a revision that was lost"),
        words!(
            "The database lost revision {number} when it failed over or was put back, and another revision has that number now. Compared with it, the file would bring back what was lost, and take away what came since. Nothing was changed.",
            number
        ),
        words!("Take a new extract, and make your changes in that one."),
    )
    .with("revision", number)
}

fn moved_problem(moved: &Moved) -> Problem {
    let Moved { now, since, cells, more } = moved;
    let since: Vec<Value> = since.iter().map(json_from_revision).collect();
    let differences: Vec<Value> = cells
        .iter()
        .map(|cell| {
            json!({
                "username": cell.username,
                "column": cell.header,
                "preview": cell.then.as_deref().unwrap_or_default(),
                "now": cell.now,
            })
        })
        .collect();
    Problem::new(
        StatusCode::CONFLICT,
        "directory-moved",
        words!("The directory has changed since your preview"),
        words!("It is at revision {now} now. Nothing was changed.", now),
        words!("Look at what changed; your file is compared with the new directory, and you can send it again."),
    )
    .with("revision", *now)
    .with("since", since)
    .with("differences", differences)
    .with("more", *more)
}

fn undecided_problem(conflicts: &[Conflict]) -> Problem {
    let undecided = conflicts.iter().filter(|conflict| conflict.decided.is_none());
    let (count, shown) = (undecided.clone().count(), undecided.take(MOST_CONFLICTS).collect::<Vec<_>>());
    Problem::new(
        StatusCode::UNPROCESSABLE_ENTITY,
        "conflicts-undecided",
        words!("Some of it was edited since"),
        words!(
            "{count} cells or people aren't as they were left, and nobody decided about them. Nothing was changed.",
            count
        ),
        words!("Decide for each whether it is taken back (`yours`) or stays as it is (`theirs`), and send it again."),
    )
    .with("conflicts", serde_json::to_value(shown).unwrap_or_default())
    .with("count", count)
}

fn blocked_problem(plan: &Plan, schema: &Schema) -> Problem {
    let plan: Value = serde_json::from_str(&plan.to_json(schema)).unwrap_or_default();
    let findings = plan.get("findings").cloned().unwrap_or_default();
    Problem::new(
        StatusCode::UNPROCESSABLE_ENTITY,
        "plan-blocked",
        words!("Errors stand in the file"),
        words!("The file has errors that must be fixed first. Nothing was changed."),
        words!("Fix each error, or leave its row or column out, and send the file again."),
    )
    .with("findings", findings)
}

fn taken(slug: &'static str, column: &str) -> Problem {
    Problem::new(
        StatusCode::UNPROCESSABLE_ENTITY,
        slug,
        words!("Two people would have the same key"),
        words!("After this import two people would have one {column}. Nothing was changed.", column),
        words!("Look for the same value in two rows, or in a row and a person who isn't in the file."),
    )
}
