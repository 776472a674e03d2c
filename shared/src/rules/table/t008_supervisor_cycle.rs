//! T008: people who report to themselves in the end.

use crate::check::rule;
use crate::fix::{Fix, Safety};
use crate::limits::MOST_NAMED;
use crate::reviewed::Reviewed;
use crate::schema::Kind;
use crate::sink::{Detail, Sink};
use crate::stages::merge::{MergedRow, RowState};
use crate::stages::rows::Row;
use crate::values::key::comparison_form;
use crate::words;
use hashbrown::HashMap;

rule! {
    /// ## What it finds
    /// A new supervisor who, by way of her own supervisors, reports to the person herself. Usernames mean what they mean
    /// once the file is sent, so it may rename people and give them other supervisors at once.
    ///
    /// ## Why it matters
    /// Such a circle has no head: an organisation chart can't draw it, and approvals never end.
    ///
    /// ## What to do
    /// Name another supervisor, or keep the stored one.
    ///
    /// ## Directory
    /// ```csv
    /// Username,PrimarySupervisorUsername
    /// ann@example.com,
    /// ben@example.com,ann@example.com
    /// cem@example.com,ben@example.com
    /// ```
    ///
    /// ## Flagged
    /// ```csv
    /// Username,PrimarySupervisorUsername
    /// ann@example.com,cem@example.com
    /// ```
    ///
    /// ## Accepted
    /// ```csv
    /// Username,PrimarySupervisorUsername
    /// ann@example.com,cem@example.com
    /// ben@example.com,dot@example.com
    /// ```
    pub(crate) static RULE = { code: "T008", name: "supervisor-cycle", severity: Error, fixes: Always, check: Merge(check) };
}

/// Somebody, whatever she is called before and after: her position in the directory, or the Username of a new person.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Who {
    Stored(usize),
    New(String),
}

/// The new supervisors that the file names, and how it names people.
#[derive(Default)]
struct Chart {
    supervisors: HashMap<Who, Option<Who>, foldhash::fast::FixedState>,
    /// Whom a Username that the file brings stands for.
    arriving: HashMap<String, Who, foldhash::fast::FixedState>,
}

fn check(reviewed: &Reviewed<'_>, sink: &mut Sink) {
    let references = reviewed.schema.columns.iter().enumerate().filter(|(_, column)| column.kind == Kind::Reference);
    for (column, _) in references {
        let mut chart = Chart::default();
        let mut changed: Vec<(usize, Who)> = Vec::new();
        let mut named: Vec<(Who, String)> = Vec::new();
        reviewed.each_written_cell(
            |of| of.kind == Kind::Reference,
            |row, cell| {
                let merged = reviewed.merge.rows.get(row.position).filter(|_| cell.index == column);
                let Some(own) = merged.and_then(|merged| who(reviewed, row, merged)) else { return };
                named.push((own.clone(), comparison_form(&cell.value).into_owned()));
                changed.push((row.position, own));
            },
        );
        if changed.is_empty() {
            continue;
        }
        chart.read_arrivals(reviewed);
        for (own, supervisor) in named {
            let supervisor = chart.named(reviewed, &supervisor);
            chart.supervisors.insert(own, supervisor);
        }
        let circles = chart.circles(reviewed, column, changed.iter().map(|(_, own)| own));
        for (position, own) in &changed {
            if let Some(circle) = circles.of(own) {
                let names = || names_in(reviewed, circle.clone());
                report(reviewed, column, *position, &names, sink);
            }
        }
    }
}

/// People who report to themselves in the end.
#[derive(Default)]
struct Circles {
    all: Vec<Vec<Who>>,
    /// In which circle somebody is, and where.
    places: HashMap<Who, (usize, usize), foldhash::fast::FixedState>,
}

impl Circles {
    fn add(&mut self, circle: Vec<Who>) {
        let number = self.all.len();
        self.places.extend(circle.iter().enumerate().map(|(at, who)| (who.clone(), (number, at))));
        self.all.push(circle);
    }

    /// The circle that somebody is in, from her up.
    fn of(&self, who: &Who) -> Option<impl Iterator<Item = &Who> + Clone> {
        let (circle, at) = *self.places.get(who)?;
        let (before, from) = self.all.get(circle)?.split_at_checked(at)?;
        Some(from.iter().chain(before))
    }
}

/// Whom a row is about.
fn who(reviewed: &Reviewed<'_>, row: &Row<'_>, merged: &MergedRow) -> Option<Who> {
    match (merged.person(), merged.state) {
        (Some(person), _) => Some(Who::Stored(person)),
        (None, RowState::Create) => {
            let username = reviewed.value(row, reviewed.schema.username())?;
            Some(Who::New(comparison_form(&username).into_owned()))
        }
        _ => None,
    }
}

fn name_of(reviewed: &Reviewed<'_>, who: &Who) -> String {
    match who {
        Who::Stored(person) => {
            reviewed.directory.person(*person).map_or_else(String::new, |person| person.username().into_owned())
        }
        Who::New(username) => username.clone(),
    }
}

/// The names of those in a circle; of a long one, of the first.
fn names_in<'w>(reviewed: &Reviewed<'_>, mut circle: impl Iterator<Item = &'w Who>) -> Vec<String> {
    let mut names: Vec<String> = circle.by_ref().take(MOST_NAMED).map(|who| name_of(reviewed, who)).collect();
    if circle.next().is_some() {
        names.push("…".to_owned());
    }
    names
}

impl Chart {
    /// The Usernames that renames and new people bring: in the file, they stand for these people.
    fn read_arrivals(&mut self, reviewed: &Reviewed<'_>) {
        let username = reviewed.schema.username();
        for (position, merged) in reviewed.merge.notable() {
            if !matches!(merged.state, RowState::Rename | RowState::Create) {
                continue;
            }
            let Some(row) = reviewed.rows.row(position) else { continue };
            let new = reviewed.value(&row, username).map(|new| comparison_form(&new).into_owned());
            if let (Some(new), Some(who)) = (new, who(reviewed, &row, merged)) {
                self.arriving.insert(new, who);
            }
        }
    }

    /// Whom a Username in the file stands for: a stored one that a rename takes away stands for nobody.
    fn named(&self, reviewed: &Reviewed<'_>, username: &str) -> Option<Who> {
        let stored = || {
            let stays = !reviewed.leaving().contains_key(username);
            reviewed.directory.find_username(username).filter(|_| stays).map(Who::Stored)
        };
        self.arriving.get(username).cloned().or_else(stored)
    }

    /// The circles that somebody is in whose supervisor the file changes, and where in them each is. Everybody is walked over
    /// once, however long a way up is.
    fn circles<'w>(&self, reviewed: &Reviewed<'_>, column: usize, from: impl Iterator<Item = &'w Who>) -> Circles {
        let mut circles = Circles::default();
        // Everybody who was walked over, and in which walk, how far.
        let mut met: HashMap<Who, (usize, usize), foldhash::fast::FixedState> = HashMap::default();
        for (walk, start) in from.enumerate() {
            let mut way: Vec<Who> = Vec::new();
            let mut next = Some(start.clone());
            while let Some(who) = next {
                if let Some((earlier, at)) = met.get(&who) {
                    if *earlier == walk {
                        circles.add(way.split_off(*at));
                    }
                    break;
                }
                met.insert(who.clone(), (walk, way.len()));
                next = self.above(reviewed, column, &who);
                way.push(who);
            }
        }
        circles
    }

    /// A person's supervisor once the file is sent. Stored ones stay the same people, whatever they are called then.
    fn above(&self, reviewed: &Reviewed<'_>, column: usize, who: &Who) -> Option<Who> {
        match (self.supervisors.get(who), who) {
            (Some(supervisor), _) => supervisor.clone(),
            (None, Who::Stored(person)) => {
                let stored = reviewed.directory.person(*person)?.value(column);
                reviewed.directory.find_username(&stored).map(Who::Stored)
            }
            (None, Who::New(_)) => None,
        }
    }
}

fn report(reviewed: &Reviewed<'_>, column: usize, position: usize, circle: &dyn Fn() -> Vec<String>, sink: &mut Sink) {
    let (Some(row), Some(cell)) = (reviewed.rows.row(position), reviewed.changed_cell(position, column)) else {
        return;
    };
    let header = reviewed.schema.header_of(column);
    sink.report(
        &RULE,
        Some(header),
        "",
        || reviewed.changed_place(&row, &cell),
        || {
            let leave_out = Fix::needs_a_look(words!("Leave out"), crate::fix::Action::LeaveOut { row: position });
            Detail {
                message: match circle().as_slice() {
                    [own] => words!("{own} would report to herself.", own),
                    names => words!(
                        "{first} would report to themselves in the end: {circle}.",
                        first = names.first().map_or("", String::as_str),
                        circle = names.join(" → ")
                    ),
                },
                many: words!("{count} people would report to themselves in the end."),
                help: words!("Nobody heads such a circle. Name another supervisor, or keep the stored one."),
                fixes: vec![reviewed.keep_stored(&row, &cell, Safety::NeedsALook).unwrap_or(leave_out)],
            }
        },
    );
}
