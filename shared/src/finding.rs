//! Findings: what the engine noticed, where, why it matters and what to do. Findings of one cause are one finding.

use crate::fix::Fix;
use crate::rule::Rule;
use crate::stages::records::RecordDefect;
use crate::values::words::{Count, Words};
use hashbrown::{HashMap, HashTable};
use serde::{Deserialize, Serialize};
use std::hash::BuildHasher;

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
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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
    pub message: Words,
    /// Why it matters and what to do.
    pub help: Words,
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
    pub message: Words,
    /// The message for several places; `{count}` stands for their number.
    pub many: Words,
    /// Why it matters and what to do.
    pub help: Words,
    /// One action a fix. A rule offers the same fixes, by title, at each place of one cause; one that has none to
    /// offer at a place leaves it out.
    pub fixes: Vec<Fix>,
}

/// Where rules put what they find. Groups as it goes, so that a million defects cost their count.
#[derive(Debug, Default)]
pub struct Sink {
    findings: Vec<Finding>,
    many: Vec<Words>,
    /// Of each finding: what it is found by.
    causes: Vec<Cause>,
    index: HashTable<usize>,
    causes_of_rule: HashMap<&'static str, usize, foldhash::fast::FixedState>,
    whole: Option<String>,
    reports: usize,
}

/// What makes two places one finding: the rule, the column, and what the rule says of it.
#[derive(Debug)]
struct Cause {
    code: &'static str,
    header: Option<String>,
    said: String,
}

impl Sink {
    /// A sink that keeps every place of one finding, for a fix that must reach all of them.
    pub fn with_every_place_of(finding: impl Into<String>) -> Self {
        Self { whole: Some(finding.into()), ..Self::default() }
    }

    /// How often anything was reported.
    pub(crate) fn reports(&self) -> usize {
        self.reports
    }

    /// Reports that a rule found something at a place. `place` and `detail` run only while places are still kept.
    pub fn report(
        &mut self,
        rule: &Rule,
        header: Option<&str>,
        cause: &str,
        place: impl FnOnce() -> Place,
        detail: impl FnOnce() -> Detail,
    ) {
        self.reports += 1;
        let mut cause = cause;
        let mut known = self.find(rule, header, cause);
        if known.is_none() && self.causes_of_rule.get(rule.code).is_some_and(|causes| *causes >= MOST_CAUSES) {
            cause = "others";
            known = self.find(rule, header, cause);
        }
        let Some(position) = known else {
            self.begin(rule, header, cause, place(), detail());
            return;
        };
        let Some(finding) = self.findings.get_mut(position) else { return };
        finding.count += 1;
        if finding.places.len() >= MOST_PLACES && self.whole.as_ref() != Some(&finding.id) {
            return;
        }
        finding.places.push(place());
        for more in detail().fixes {
            match finding.fixes.iter_mut().find(|fix| fix.title == more.title) {
                Some(fix) => fix.actions.extend(more.actions),
                None => finding.fixes.push(more),
            }
        }
    }

    /// Like [`Sink::report`], but as a note: where what resembles an accident may as well be meant.
    pub fn report_mildly(
        &mut self,
        rule: &Rule,
        header: Option<&str>,
        place: impl FnOnce() -> Place,
        detail: impl FnOnce() -> Detail,
    ) {
        const CAUSE: &str = "perhaps";
        self.report(rule, header, CAUSE, place, detail);
        if let Some(finding) = self.find(rule, header, CAUSE).and_then(|position| self.findings.get_mut(position)) {
            finding.severity = Severity::Note;
        }
    }

    fn find(&self, rule: &Rule, header: Option<&str>, cause: &str) -> Option<usize> {
        let same = |position: &usize| {
            self.causes.get(*position).is_some_and(|known| {
                known.code == rule.code && known.said == cause && known.header.as_deref() == header
            })
        };
        self.index.find(hash(rule.code, header, cause), same).copied()
    }

    fn begin(&mut self, rule: &Rule, header: Option<&str>, cause: &str, place: Place, detail: Detail) {
        self.causes_of_rule.entry(rule.code).and_modify(|count| *count += 1).or_insert(1);
        let position = self.findings.len();
        let header_of = |header: Option<&str>| header.map(str::to_owned);
        self.causes.push(Cause { code: rule.code, header: header_of(header), said: cause.to_owned() });
        let causes = &self.causes;
        let hash_of = |position: &usize| {
            let known = causes.get(*position);
            known.map_or(0, |known| hash(known.code, known.header.as_deref(), &known.said))
        };
        self.index.insert_unique(hash(rule.code, header, cause), position, hash_of);
        self.many.push(detail.many);
        self.findings.push(Finding {
            id: format!("{}/{}/{cause}", rule.code, header.unwrap_or_default()),
            code: rule.code.to_owned(),
            name: rule.name.to_owned(),
            severity: rule.severity,
            column: header_of(header),
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
                finding.message = many.with("count", &Count(finding.count));
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

fn hash(code: &str, header: Option<&str>, cause: &str) -> u64 {
    foldhash::fast::FixedState::default().hash_one((code, header, cause))
}
