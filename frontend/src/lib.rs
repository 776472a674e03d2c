//! Muster's desk: the pages in which an admin takes an extract, checks an edited file and sends it.
//!
//! | part | what it knows |
//! |---|---|
//! | [`app`], [`route`] | which address shows which page |
//! | [`pages`] | one page each: they join components, hooks and the server |
//! | [`components`] | what is seen: properties in, callbacks out |
//! | [`state`] | what the page knows, as reducers that no browser is needed to test |
//! | [`hooks`] | ties state to the worker and the server |
//! | [`worker`] | the other side of the page: reads, compares and checks, and owns the rows |
//! | [`api`] | the server, typed; every failure is a `Problem` |
//! | [`browser`] | the only raw browser calls |
//! | [`texts`] | every text that a person reads |
//!
//! # Handles for browser tests
//!
//! Elements that tests look for carry `data-test`; the names are stable:
//!
//! * everywhere: `nav-people`, `nav-import`, `nav-extract`, `nav-history`, `nav-reports`, `nav-settings`, `language`, `directory` (people and revision), `sign-out`, `problem`,
//!   `problem-retry`, `page` (with `data-page`), `said` (the live region), `remark` (what was wrong with what was dropped or
//!   pasted), `close-remark`
//! * sign-in and set-up: `sign-in-email`, `sign-in-password`, `sign-in`, `set-up-email`, `set-up-name`, `set-up-password`,
//!   `set-up`, `sign-in-again` (the dialog), `single-sign-on`
//! * extract: `columns-all`, `columns-profile`, `columns-only`, `column-<Header>`, `protect`, `as-of`, `as-of-revision`,
//!   `download-extract`, `extract-done`
//! * import: `drop-zone`, `file-input`, `nothing-sent`, `facts`, `progress`, `cancel`, `count-<filter>` (with
//!   `data-count`; all, same, changed, new, renamed, conflicts, errors, warnings), `findings`, `finding` (with `data-code`
//!   and `data-count`), `fix` (with `data-safe`), `fix-all-safe`, `next-problem`, `previous-problem`, `undo`, `redo`,
//!   `download-corrected`, `more-files`, `download-changes`, `download-inverse`, `print`, `print-sheet`, `more-findings`,
//!   `take-yours`, `take-theirs`, `compared-again`, `restarted`, `which-extract`, `extract-card` (with
//!   `data-revision`), `no-extract`
//!   `take-yours`, `take-theirs`, `compared-again`, `restarted`, `mended`, `mended-entry`, `unmend`
//! * its choices: `choices`, `choice-key`, `choice-blanks`, `choice-create`, `choice-dates`, `choice-base`,
//!   `choice-encoding`, `read-column-<Header>`
//! * its table: `grid`, `row` (with `data-line`, `data-kind` and `data-key`), `cell` (with `data-column` and
//!   `data-state`), `head`, `cell-editor`, `leave-out`, `take-in`, `only-changed`, `table-search`, `file-map`, `map-mark` (with
//!   `data-mark`), `explain-row`, `explain`, `explain-every`, `explain-cell`, `explain-found`, `explain-rules`, `explain-close`
//! * sending: `review-and-send`, `send-dialog`, `acknowledge`, `type-number`, `note`, `send`, `not-yet`, `send-lost`, `send-again`,
//!   `moved`, `compare-again`, `sent`, `effects`, `effect` (with `data-kind` and `data-column`)
//! * history: `revision-link` (with `data-revision`), `change` (with `data-column`), `original-file`, `more`,
//!   `undo-revision`, `restore-revision`, `change-file`, `inverse-file`, `take-back`, `take-back-now`, `planned-change`,
//!   `take-back-conflicts` (with `data-undecided`), `take-back-conflict` (with `data-column` and `data-username`),
//!   `take-back-<all, a Header or cell>`, `leave-<the same>`
//! * people: `people-search`, `people-found`, `people` (with `data-total`), `person`, `person-link`, `person-fields`, `edit-person`, `person-form`, `person-<Header>`,
//!   `edit-plan`, `save-person`, `person-step`
//! * reports and settings: `completion`, `completion-csv`, `change-password`, `password-changed`, `token-name`, `make-token`,
//!   `token-secret`, `revoke-token`, `admin` (with `data-state`), `invite-name`, `invite-email`, `invite-role`, `invite`,
//!   `invite-link`, `admin-role`, `admin-disable`, `admin-release`, `budget-<kind>`, `save-settings`, `settings-saved`, `column`,
//!   `column-new`, `add-column`, `audit`, `link-password`, `choose-password`, `past-extract` (with `data-revision`)

pub mod api;
pub mod app;
pub mod browser;
pub mod components;
pub mod conflicts;
pub mod hooks;
pub mod pages;
pub mod route;
pub mod state;
pub mod texts;
pub mod worker;
