//! Findings: what the engine noticed, where, why it matters and what to do. Findings of one cause are one finding.

use crate::fix::Fix;
use crate::rule::Rule;
use crate::stages::records::RecordDefect;
use crate::values::text::grouped;
use hashbrown::HashMap;
use serde::{Deserialize, Serialize};

/// How many places one finding keeps. The rest is counted.
pub const MOST_PLACES: usize = 5_000;
/// How many findings one rule makes before it puts every further cause of a column into one.
const MOST_CAUSES: usize = 200;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Informs.
    Note,
    /// Must be acknowledged before sending.
    Warning,
    /// Blocks sending until it is fixed, or the row or column is left out.
    Error,
}

/// One thing that the engine noticed, with every place where it did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Names this finding while an upload is reviewed: the code, the column and the cause.
    pub id: String,
    /// Stable code, never reused, such as `L001`.
    pub code: String,
    /// Kebab-case name of the defect.
    pub name: String,
    /// How much it matters.
    pub severity: Severity,
    /// The schema's header of the column that it is about.
    pub column: Option<String>,
    /// What was found.
    pub message: String,
    /// Why it matters and what to do.
    pub help: String,
    /// At how many places.
    pub count: usize,
    /// The first [`MOST_PLACES`] places, in the order of the file.
    pub places: Vec<Place>,
    /// What would mend it.
    pub fixes: Vec<Fix>,
}

/// Where something was noticed, and the values that matter there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Physical line of the upload, counted from 1; `None` where the whole file is meant.
    pub line: Option<u32>,
    /// Row of the upload, counted from 0 without the header.
    pub row: Option<usize>,
    /// Column of the upload, counted from 0.
    pub column: Option<usize>,
    /// Where in the upload, in bytes from its start: only where the bytes themselves are at fault.
    pub byte: Option<usize>,
    /// The row's person, as the file names her.
    pub username: Option<String>,
    /// The cell's text in the file.
    pub value: Option<String>,
    /// The value in the extract that the file was made from.
    pub base: Option<String>,
    /// The value in the directory.
    pub stored: Option<String>,
}

impl Place {
    /// A place known only by its line.
    pub fn at_line(line: u32) -> Self {
        Self { line: Some(line), ..Self::default() }
    }

    /// Where the strict reading refused something, with the text in question.
    pub fn at_defect(defect: &RecordDefect) -> Self {
        Self {
            line: Some(defect.line),
            row: defect.row,
            column: Some(defect.cell),
            byte: Some(defect.byte),
            value: Some(defect.text.clone()),
            ..Self::default()
        }
    }
}

/// What a rule says about one place.
#[derive(Debug)]
pub struct Detail {
    /// The message if this stays the only place.
    pub message: String,
    /// The message for several places; `{count}` stands for their number.
    pub many: String,
    /// Why it matters and what to do.
    pub help: String,
    /// One action a fix. A rule offers the same fixes, by title, at each place of one cause; one that has none to
    /// offer at a place leaves it out.
    pub fixes: Vec<Fix>,
}

/// Where rules put what they find. Groups as it goes, so that a million defects cost their count.
#[derive(Debug, Default)]
pub struct Sink {
    findings: Vec<Finding>,
    many: Vec<String>,
    index: HashMap<String, usize, foldhash::fast::FixedState>,
    causes: HashMap<&'static str, usize, foldhash::fast::FixedState>,
    whole: Option<String>,
}

impl Sink {
    /// A sink that keeps every place of one finding, for a fix that must reach all of them.
    pub fn with_every_place_of(finding: impl Into<String>) -> Self {
        Self { whole: Some(finding.into()), ..Self::default() }
    }

    /// Reports that a rule found something at a place. `detail` runs only while places are still kept.
    pub fn report(
        &mut self,
        rule: &Rule,
        header: Option<&str>,
        cause: &str,
        place: Place,
        detail: impl FnOnce() -> Detail,
    ) {
        let known_causes = self.causes.get(rule.code).copied().unwrap_or_default();
        let mut id = finding_id(rule, header, cause);
        if known_causes >= MOST_CAUSES && !self.index.contains_key(&id) {
            id = finding_id(rule, header, "others");
        }
        let Some(position) = self.index.get(&id).copied() else {
            self.causes.entry(rule.code).and_modify(|count| *count += 1).or_insert(1);
            self.begin(rule, id, header, place, detail());
            return;
        };
        let keeps_all = self.whole.as_ref() == Some(&id);
        let Some(finding) = self.findings.get_mut(position) else { return };
        finding.count += 1;
        if finding.places.len() >= MOST_PLACES && !keeps_all {
            return;
        }
        finding.places.push(place);
        for more in detail().fixes {
            match finding.fixes.iter_mut().find(|fix| fix.title == more.title) {
                Some(fix) => fix.actions.extend(more.actions),
                None => finding.fixes.push(more),
            }
        }
    }

    /// Like [`Sink::report`], but as a note: where what resembles an accident may as well be meant.
    pub fn report_mildly(&mut self, rule: &Rule, header: Option<&str>, place: Place, detail: impl FnOnce() -> Detail) {
        const CAUSE: &str = "perhaps";
        self.report(rule, header, CAUSE, place, detail);
        let id = finding_id(rule, header, CAUSE);
        if let Some(finding) = self.index.get(&id).and_then(|position| self.findings.get_mut(*position)) {
            finding.severity = Severity::Note;
        }
    }

    fn begin(&mut self, rule: &Rule, id: String, header: Option<&str>, place: Place, detail: Detail) {
        self.index.insert(id.clone(), self.findings.len());
        self.many.push(detail.many);
        self.findings.push(Finding {
            id,
            code: rule.code.to_owned(),
            name: rule.name.to_owned(),
            severity: rule.severity,
            column: header.map(str::to_owned),
            message: detail.message,
            help: detail.help,
            count: 1,
            places: vec![place],
            fixes: detail.fixes,
        });
    }

    /// The findings: worst first, then in the order of the stages, then by code and by the first place.
    pub fn into_findings(self) -> Vec<Finding> {
        let mut findings = self.findings;
        for (finding, many) in findings.iter_mut().zip(self.many) {
            if finding.count > 1 {
                finding.message = many.replace("{count}", &grouped(finding.count));
            }
        }
        findings.sort_by(|a, b| {
            let first = |finding: &Finding| finding.places.first().map(|place| (place.line, place.column));
            let key =
                |finding: &Finding| (rank(&finding.code), finding.code.clone(), first(finding), finding.id.clone());
            b.severity.cmp(&a.severity).then_with(|| key(a).cmp(&key(b)))
        });
        findings
    }
}

/// What is read first is told first; accidents of whole columns stand before those of single cells.
fn rank(code: &str) -> usize {
    const ORDER: &str = "BDRHTILXC";
    code.chars().next().and_then(|letter| ORDER.find(letter)).unwrap_or(ORDER.len())
}

fn finding_id(rule: &Rule, header: Option<&str>, cause: &str) -> String {
    format!("{}/{}/{cause}", rule.code, header.unwrap_or_default())
}
