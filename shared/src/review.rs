//! One upload under review: the file, the choices, the edits, and the plan that follows from them.
//!
//! The desk's worker, the server and the command line all hold a review; none of them plans in another way.

mod against;
mod arrange;
mod first_look;
mod history;
mod opened;
mod planning;
mod state;
mod view;

use crate::directory::Directory;
use crate::edits::Edits;
use crate::facts::{FileFacts, facts_from_table};
use crate::finding::Finding;
use crate::fix::{Action, Safety};
use crate::options::Options;
use crate::plan::{Counts, Plan};
use crate::reviewed::{Gathered, Reviewed};
use crate::schema::Schema;
use crate::stages::findings::{Look, findings_from_stages};
use crate::stages::fixes::{self, corrected_file};
use crate::stages::merge::{Merge, Sides};
use crate::table::Table;
use against::one_schema;
pub use against::{Against, OtherSchema};
pub use first_look::{FirstLook, first_look};
use history::History;
pub use opened::Opened;
use state::State;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
pub use view::{CellLook, CellView, ListItem, ListItemState, RowFilter, RowView};

/// A file as an admin gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// The file's name.
    pub name: String,
    /// The file's bytes.
    pub bytes: Vec<u8>,
}

/// How far planning has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// The file was read: its rows are known.
    Read {
        /// How many rows there are.
        rows: usize,
    },
    /// Rows are being compared.
    Compared {
        /// How many are done.
        rows: usize,
        /// Of how many.
        of: usize,
    },
    /// The rules are looking at them.
    Checking,
}

/// One upload under review.
#[derive(Debug)]
pub struct Review {
    against: Against,
    name: String,
    /// Kept only while the bytes can't be read as text, so that another encoding can be tried.
    unread: Option<Vec<u8>>,
    table: Table,
    state: State,
    history: History<State>,
    merge: Merge,
    plan: Plan,
    /// The rows of which a rule about rows or cells said something.
    spoken_of: Vec<u32>,
    /// By finding, every row that it names; worked out when somebody asks for more than a finding's first places.
    named_rows: OnceCell<BTreeMap<String, BTreeSet<usize>>>,
}

/// An upload as it is kept and given out again: in UTF-8 with its mark, commas and CRLF, without the columns that the choices
/// ignore, and with every cell guarded, so that no spreadsheet program runs one. Read with the same choices it says the same.
pub fn kept_file(schema: &Schema, bytes: Vec<u8>, options: &Options) -> Vec<u8> {
    let Table { bytes, dialect, records, columns } = Table::read(bytes, schema, options);
    fixes::kept_file(&bytes, &dialect, &records, &columns, options)
}

/// The facts of a file that is held against nothing yet. Whoever plans with it afterwards reads it once, with [`Opened`].
pub fn facts(schema: &Arc<Schema>, upload: &Upload, options: &Options) -> FileFacts {
    Opened::read(schema, upload.clone(), options).facts
}

impl Review {
    /// Reads an upload and plans what it would do to a directory.
    pub fn new(against: impl Into<Against>, upload: Upload, options: Options) -> Self {
        Self::with_progress(against, upload, options, &mut |_| {})
    }

    /// Like [`Review::new`], and says how far it has come.
    pub fn with_progress(
        against: impl Into<Against>,
        upload: Upload,
        options: Options,
        progress: &mut dyn FnMut(Progress),
    ) -> Self {
        let against = against.into();
        let opened = Opened::read(against.schema(), upload, &options);
        Self::planned(against, opened, options, progress)
    }

    /// Plans what a file would do that was read before, with the same choices but for its base.
    ///
    /// # Errors
    ///
    /// The file was read by another schema than the directory's.
    pub fn of_opened(
        against: impl Into<Against>,
        opened: Opened,
        options: Options,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Self, OtherSchema> {
        let against = against.into();
        one_schema(against.schema(), &opened.schema)?;
        Ok(Self::planned(against, opened, options, progress))
    }

    fn planned(against: Against, opened: Opened, options: Options, progress: &mut dyn FnMut(Progress)) -> Self {
        let Opened { mut table, facts, .. } = opened;
        let unread = table.bytes.unread.take();
        progress(Progress::Read { rows: table.records.rows.len() });
        let state = State { edits: Arc::default(), options: Arc::new(options) };
        let plan = Plan {
            file: facts,
            counts: Counts::default(),
            story: Vec::new(),
            findings: Vec::new(),
            change_set: crate::stages::change_set::ChangeSet::default(),
            digest: None,
        };
        let name = plan.file.name.clone();
        let mut review = Self {
            against,
            name,
            unread,
            table,
            state,
            history: History::default(),
            merge: Merge::default(),
            plan,
            spoken_of: Vec::new(),
            named_rows: OnceCell::new(),
        };
        review.plan_again(progress);
        review
    }

    /// The plan for the file, the choices and the edits as they are now.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The plan, for whoever needs nothing else any more.
    pub fn into_plan(self) -> Plan {
        self.plan
    }

    /// The schema that the file is read by.
    pub fn schema(&self) -> &Arc<Schema> {
        self.against.schema()
    }

    /// The directory that it is held against.
    pub fn directory(&self) -> &Arc<Directory> {
        self.against.directory()
    }

    /// The admin's choices.
    pub fn options(&self) -> &Options {
        &self.state.options
    }

    /// Changes the choices.
    pub fn set_options(&mut self, options: Options) {
        self.change(|state| state.options = Arc::new(options));
    }

    /// Writes a cell of the file; `None` gives it its own text back.
    pub fn edit(&mut self, row: usize, column: usize, value: Option<String>) {
        self.change(|state| {
            let edits = Arc::make_mut(&mut state.edits);
            match value {
                Some(value) => edits.set(row, column, value),
                None => edits.reset(row, column),
            }
        });
    }

    /// Leaves a row out, or takes it in again.
    pub fn leave_out(&mut self, row: usize, out: bool) {
        self.change(|state| Arc::make_mut(&mut state.edits).leave_out(row, out));
    }

    /// Leaves a column of the file out, or takes it in again.
    pub fn leave_out_column(&mut self, column: usize, out: bool) {
        self.change(|state| Arc::make_mut(&mut state.edits).leave_out_column(column, out));
    }

    /// Applies one fix of a finding at each of its places, or at one of them (its position among the places' actions).
    /// Returns whether there was such a fix.
    pub fn apply_fix(&mut self, finding: &str, fix: usize, only: Option<usize>) -> bool {
        let whole =
            self.with_reviewed(|reviewed, edits| findings_from_stages(reviewed, edits, &Look::InSearchOf(finding)).0);
        let found = whole.iter().find(|found| found.id == finding).and_then(|found| found.fixes.get(fix));
        let Some(fix) = found else { return false };
        let actions: Vec<Action> = match only {
            Some(position) => fix.actions.get(position).cloned().into_iter().collect(),
            None => fix.actions.clone(),
        };
        self.change(|state| actions.iter().for_each(|action| state.act(action)));
        true
    }

    /// Applies every safe fix until none is left, as one step. Returns how many were applied.
    pub fn apply_safe_fixes(&mut self) -> usize {
        self.apply_safe_fixes_telling(&mut |_| {})
    }

    /// Like [`Review::apply_safe_fixes`], and shows each finding, with all its places, that a fix is applied to.
    pub fn apply_safe_fixes_telling(&mut self, tell: &mut dyn FnMut(&Finding)) -> usize {
        const MOST_PASSES: usize = 10;
        let before = self.state.clone();
        let mut applied = 0;
        for _ in 0..MOST_PASSES {
            let safe = |finding: &&Finding| finding.fixes.first().is_some_and(|fix| fix.safety == Safety::Safe);
            let actions: Vec<Action> = self.with_reviewed(|reviewed, edits| {
                let ids: Vec<String> =
                    self.plan.findings.iter().filter(safe).map(|finding| finding.id.clone()).collect();
                let mut all = |id: &String| {
                    let (findings, _) = findings_from_stages(reviewed, edits, &Look::InSearchOf(id));
                    let finding = findings.into_iter().find(|finding| finding.id == *id)?;
                    tell(&finding);
                    finding.fixes.into_iter().next()
                };
                ids.iter().filter_map(&mut all).flat_map(|fix| fix.actions).collect()
            });
            if actions.is_empty() {
                break;
            }
            applied += actions.len();
            let previous = self.state.clone();
            for action in &actions {
                self.state.act(action);
            }
            self.read_again(&previous);
            self.plan_again(&mut |_| {});
        }
        if self.state != before {
            self.history.did(before);
        }
        applied
    }

    /// Takes the last step back. Returns whether there was one.
    pub fn undo(&mut self) -> bool {
        let previous = self.history.undo(&self.state);
        self.go_to(previous)
    }

    /// Does the step again that was taken back last. Returns whether there was one.
    pub fn redo(&mut self) -> bool {
        let next = self.history.redo(&self.state);
        self.go_to(next)
    }

    /// How many steps lead from the file as it came to the review as it is now. A step that is taken back counts no more.
    pub fn steps(&self) -> usize {
        self.history.steps()
    }

    /// Whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Whether there is a step to do again.
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// Plans the same file, choices and edits against another state of the directory.
    ///
    /// # Errors
    ///
    /// It follows another schema than the file was read by. Then nothing changes.
    pub fn set_against(&mut self, against: impl Into<Against>) -> Result<(), OtherSchema> {
        let against = against.into();
        one_schema(self.schema(), against.schema())?;
        self.against = against;
        self.plan_again(&mut |_| {});
        Ok(())
    }

    /// The upload with its edits written in: what is sent.
    pub fn corrected_file(&self) -> Vec<u8> {
        let Table { bytes, dialect, records, columns } = &self.table;
        let stored = |row: usize, column: usize| {
            let person = self.directory().person(self.merge.rows.get(row)?.person()?)?;
            let value = person.value(columns.schema_column_of(column)?).into_owned();
            Some(crate::values::guard::guard(&value).into_owned())
        };
        corrected_file(bytes, dialect, records, columns, &self.state.options, &self.state.edits, &stored)
    }

    fn go_to(&mut self, state: Option<State>) -> bool {
        let Some(state) = state else { return false };
        let before = std::mem::replace(&mut self.state, state);
        self.read_again(&before);
        self.plan_after(&before);
        true
    }

    fn change(&mut self, change: impl FnOnce(&mut State)) {
        let before = self.state.clone();
        change(&mut self.state);
        if self.state == before {
            return;
        }
        self.read_again(&before);
        self.plan_after(&before);
        self.history.did(before);
    }

    /// Reads the file again where a choice changes how it is read.
    fn read_again(&mut self, before: &State) {
        let Options { encoding, .. } = &*self.state.options;
        match &self.unread {
            Some(unread) if *encoding != before.options.encoding => {
                self.table = Table::read(unread.clone(), self.against.schema(), &self.state.options);
            }
            _ => {}
        }
        let read_otherwise = self.state.options != before.options || self.state.edits.columns_differ(&before.edits);
        if read_otherwise {
            self.table.match_columns(self.against.schema(), &self.state.options, &self.state.edits);
            self.plan.file = facts_from_table(&self.name, &self.table, self.against.schema());
        }
    }

    fn sides(&self) -> Sides<'_> {
        Sides {
            schema: self.against.schema(),
            directory: self.against.directory(),
            base: self.against.base().map(Arc::as_ref),
            options: &self.state.options,
            memory: self.against.memory(),
        }
    }

    fn with_reviewed<T>(&self, see: impl FnOnce(&Reviewed<'_>, &Edits) -> T) -> T {
        let gathered = Gathered::default();
        let reviewed = Reviewed {
            schema: self.against.schema(),
            options: &self.state.options,
            table: &self.table,
            rows: self.table.rows(&self.state.edits),
            directory: self.against.directory(),
            base: self.against.base().map(Arc::as_ref),
            memory: self.against.memory(),
            merge: &self.merge,
            gathered: &gathered,
        };
        see(&reviewed, &self.state.edits)
    }
}
