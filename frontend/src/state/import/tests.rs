//! The import page's reducer, action by action.

use super::*;
use crate::worker::protocol::{Counts, Finding};

fn finding(id: &str, severity: Severity) -> Finding {
    Finding {
        id: id.to_owned(),
        code: "C001".to_owned(),
        is_conflict: false,
        severity,
        column: None,
        message: String::new(),
        help: String::new(),
        count: 1,
        places: Vec::new(),
        fixes: Vec::new(),
        in_rows: true,
    }
}

fn summary(counts: Counts, findings: Vec<Finding>) -> Summary {
    Summary { counts, findings, ..Summary::default() }
}

fn planned(state: Rc<ImportState>, summary: Summary) -> Rc<ImportState> {
    state.reduce(ImportAction::Heard(Box::new(FromWorker::Planned(Box::new(summary)))))
}

fn opened() -> Rc<ImportState> {
    Rc::new(ImportState::default()).reduce(ImportAction::Opened { name: "people.csv".to_owned() })
}

#[test]
fn a_first_plan_shows_what_changes() {
    let state = planned(opened(), summary(Counts { updated: 3, errors: 1, ..Counts::default() }, Vec::new()));
    assert_eq!((state.phase, &state.filter), (Phase::Preview, &Filter::Changed));
    assert!(state.has_unsent_work());
}

#[test]
fn a_later_plan_keeps_the_filter_unless_its_finding_is_mended() {
    let first = planned(
        opened(),
        summary(Counts::default(), vec![finding("a", Severity::Error), finding("b", Severity::Error)]),
    );
    let shown = first.reduce(ImportAction::Show(Filter::Finding("a".to_owned())));
    let kept = planned(shown.clone(), summary(Counts::default(), vec![finding("a", Severity::Error)]));
    assert_eq!(kept.filter, Filter::Finding("a".to_owned()));
    let mended = planned(shown, summary(Counts::default(), vec![finding("b", Severity::Error)]));
    assert_eq!(mended.filter, Filter::All);
}

#[test]
fn a_filter_that_a_decision_emptied_gives_way() {
    let unread = planned(opened(), summary(Counts { errors: 1, ..Counts::default() }, Vec::new()));
    assert_eq!(unread.filter, Filter::Errors);
    // Another encoding made the file readable.
    let read = planned(unread, summary(Counts { updated: 3, same: 9, ..Counts::default() }, Vec::new()));
    assert_eq!(read.filter, Filter::Changed);
    // Compared anew, somebody else has changed the same cells.
    let compared = planned(read, summary(Counts { same: 11, conflicts: 1, ..Counts::default() }, Vec::new()));
    assert_eq!(compared.filter, Filter::Conflicts);
    // Her own choice stays as long as there is something to see.
    let all = planned(
        compared.reduce(ImportAction::Show(Filter::Same)),
        summary(Counts { same: 1, updated: 2, ..Counts::default() }, Vec::new()),
    );
    assert_eq!(all.filter, Filter::Same);
}

#[test]
fn the_next_problem_goes_round_and_skips_notes() {
    let findings = vec![finding("a", Severity::Error), finding("b", Severity::Warning), finding("c", Severity::Note)];
    let state = planned(opened(), summary(Counts::default(), findings));
    let order: Vec<Option<String>> = std::iter::successors(Some(state), |state| {
        let next = state.neighbour(true)?;
        Some(state.clone().reduce(ImportAction::Show(Filter::Finding(next))))
    })
    .take(4)
    .map(|state| match &state.filter {
        Filter::Finding(id) => Some(id.clone()),
        _ => None,
    })
    .collect();
    assert_eq!(order, [None, Some("a".to_owned()), Some("b".to_owned()), Some("a".to_owned())]);
}

#[test]
fn nothing_that_is_blocked_may_be_sent() {
    let mut plan = summary(Counts { updated: 1, ..Counts::default() }, Vec::new());
    assert!(planned(opened(), plan.clone()).may_send());
    plan.blocked = true;
    assert!(!planned(opened(), plan).may_send());
    assert!(!planned(opened(), summary(Counts { same: 5, ..Counts::default() }, Vec::new())).may_send());
}

#[test]
fn a_dead_worker_brings_the_page_back_to_choosing() {
    let state = planned(opened(), Summary::default()).reduce(ImportAction::Troubled(Trouble::WorkerGone));
    assert_eq!(state.phase, Phase::Waiting);
    assert_eq!(state.trouble, Some(Trouble::WorkerGone));
}

#[test]
fn a_server_that_refuses_leaves_the_preview_alone() {
    let state =
        planned(opened(), Summary::default()).reduce(ImportAction::Troubled(Trouble::Server(Problem::unreachable())));
    assert_eq!(state.phase, Phase::Preview);
}

#[test]
fn a_lost_connection_is_never_called_unsent() {
    let state = planned(opened(), Summary::default());
    assert!(state.is_nothing_sent());
    let lost = state.reduce(ImportAction::Sending(Sending::Lost));
    let closed = lost.reduce(ImportAction::Sending(Sending::Not));
    assert!(!closed.is_nothing_sent());
    let refused = closed.reduce(ImportAction::Sending(Sending::Refused(Problem::default())));
    assert!(refused.is_nothing_sent());
}

#[test]
fn comparing_again_closes_the_dialog_and_says_so() {
    let state = planned(opened(), Summary::default());
    let moved = state.reduce(ImportAction::Sending(Sending::Moved(MovedOn::default())));
    assert!(moved.sending.is_open());
    let again = moved.reduce(ImportAction::ComparingAgain);
    assert!(!again.sending.is_open() && again.anew == Some(Anew::Compared) && again.checking);
}
