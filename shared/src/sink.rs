//! Where rules put what they find: findings of one cause become one finding, and a million defects cost their count.

use crate::finding::{Finding, Place};
use crate::fix::Fix;
use crate::limits::{MOST_CAUSES, MOST_FIXES, MOST_PLACES};
use crate::rule::{Rule, Severity};
use crate::values::words::{Count, Words};
use hashbrown::{HashMap, HashTable};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::BuildHasher;

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
    /// Of places that aren't kept: the finding's position and the row, if they are asked for.
    rows: Option<Vec<(usize, usize)>>,
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

    /// A sink that keeps the rows of every place, also of those that findings only count.
    pub(crate) fn with_every_row() -> Self {
        Self { rows: Some(Vec::new()), ..Self::default() }
    }

    /// By finding, the rows of all its places, in the order of the file.
    pub(crate) fn into_rows(self) -> BTreeMap<String, BTreeSet<usize>> {
        let of_places = |finding: &Finding| finding.places.iter().filter_map(|place| place.row).collect();
        let mut rows: Vec<BTreeSet<usize>> = self.findings.iter().map(of_places).collect();
        for (finding, row) in self.rows.into_iter().flatten() {
            if let Some(rows) = rows.get_mut(finding) {
                rows.insert(row);
            }
        }
        self.findings.into_iter().map(|finding| finding.id).zip(rows).collect()
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
        let bounded = in_short(cause);
        let mut cause = &*bounded;
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
            if let Some(rows) = &mut self.rows {
                rows.extend(place().row.map(|row| (position, row)));
            }
            return;
        }
        finding.places.push(place().in_short());
        for more in detail().fixes {
            let offered = finding.fixes.len();
            match finding.fixes.iter_mut().find(|fix| fix.title == more.title) {
                Some(fix) => fix.actions.extend(more.actions),
                None if offered < MOST_FIXES => finding.fixes.push(more),
                // Places of many causes: nobody would look through a button for each.
                None => {}
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
            places: vec![place.in_short()],
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

/// What a cause is known by: a long one by its beginning and its hash.
fn in_short(cause: &str) -> Cow<'_, str> {
    const LONGEST: usize = 256;
    if cause.len() <= LONGEST {
        return Cow::Borrowed(cause);
    }
    let beginning: String = cause.chars().take(LONGEST / 4).collect();
    Cow::Owned(format!("{beginning}…{:016x}", hash("", None, cause)))
}

fn hash(code: &str, header: Option<&str>, cause: &str) -> u64 {
    foldhash::fast::FixedState::default().hash_one((code, header, cause))
}
