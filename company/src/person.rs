//! One made-up person: every cell, by the column's header.

use shared::values::list;

use crate::names::{CULTURES, Culture};
use crate::random::Random;
use crate::words;

/// How many people report to one supervisor.
const SPAN: u64 = 9;

/// A person's names, which her Username and other people's cells are made from.
struct Names {
    given: &'static str,
    family: &'static str,
    username: String,
}

/// The cells of the person with this number (from 0), each with its column's header; the rest are empty.
///
/// A person needs nothing but her number, and her supervisor's number is always smaller: so there are no cycles, and a
/// company of any size can be streamed.
pub(crate) fn cells(seed: u64, number: u64) -> Vec<(&'static str, String)> {
    let mut random = Random::for_person(seed, number);
    let names = names(&mut random, number);
    let mut cells = Vec::with_capacity(64);
    identity(&mut cells, &mut random, &names, seed, number);
    work(&mut cells, &mut random, &names);
    contact(&mut cells, &mut random, &names);
    addresses(&mut cells, &mut random);
    account(&mut cells, &mut random, number);
    profile(&mut cells, &mut random, &names);
    cells
}

/// A person's Username.
pub(crate) fn username(seed: u64, number: u64) -> String {
    names(&mut Random::for_person(seed, number), number).username
}

type Cells = Vec<(&'static str, String)>;

fn identity(cells: &mut Cells, random: &mut Random, names: &Names, seed: u64, number: u64) {
    cells.push(("Username", names.username.clone()));
    let has_own_mailbox = !random.chance(4);
    let mailbox = if has_own_mailbox { names.username.clone() } else { "night.shift@example.com".to_owned() };
    cells.push(("WorkEmail", mailbox));
    cells.push(("FirstName", names.given.to_owned()));
    cells.push(("LastName", names.family.to_owned()));
    if random.chance(15) {
        let nicknames = ["Bo", "Ziggy ⚡", "\"Ace\"", "-", "=Max", "Ma'am", "00", "小"];
        cells.push(("Nickname", random.pick(&nicknames).to_owned()));
    }
    if random.chance(60) {
        cells.push(("WorkEmailVisibility", random.pick(&["EVERYBODY", "EVERYBODY", "NOBODY"]).to_owned()));
    }
    if random.chance(80) {
        cells.push(("BirthDate", birth_date(random)));
    }
    cells.push(("Joined", date(random, 1985, 40)));
    if !random.chance(3) {
        cells.push(("EmployeeId", employee_id(number)));
    }
    if number > 0 {
        let supervisor = (number - 1) / SPAN;
        let mut random = Random::for_person(seed, supervisor);
        cells.push(("PrimarySupervisorUsername", self::names(&mut random, supervisor).username));
    }
}

fn work(cells: &mut Cells, random: &mut Random, names: &Names) {
    cells.push(("OfficialLocation", several(random, words::LOCATIONS, 1, 2)));
    if random.chance(30) {
        cells.push(("SecondBadge", format!("B-{:05}", random.below(99_999))));
    }
    cells.push(("CustomFilterCategory", several(random, words::FILTERS, 0, 3)));
    cells.push(("CustomProfileCategory", random.pick(words::PROFILES).to_owned()));
    cells.push(("PrimaryRoleName", random.pick(words::ROLES).to_owned()));
    cells.push(("JobCategory", random.pick(words::JOB_CATEGORIES).to_owned()));
    cells.push(("AllowManageRelationships", random.pick(&["True", "False"]).to_owned()));
    if random.chance(40) {
        cells.push(("OtherLabel", "Locker".to_owned()));
        cells.push(("OtherValue", format!("{:03}", random.below(1000))));
    }
    if random.chance(25) {
        cells.push(("CustomBadge", random.pick(words::BADGES).to_owned()));
    }
    messengers(cells, random, names);
}

fn messengers(cells: &mut Cells, random: &mut Random, names: &Names) {
    const PLACES: [(&str, &str, u64); 4] = [
        ("WorkMessagingLabel", "WorkMessagingId", 60),
        ("MessagingAddress1Label", "MessagingAddress1", 30),
        ("MessagingAddress2Label", "MessagingAddress2", 10),
        ("MessagingAddress3Label", "MessagingAddress3", 4),
    ];
    let handle = names.username.split('@').next().unwrap_or_default();
    for (label_column, column, percent) in PLACES {
        if random.chance(percent) {
            let (label, before) = words::MESSENGERS[random.position(words::MESSENGERS.len())];
            cells.push((label_column, label.to_owned()));
            cells.push((column, format!("{before}{handle}")));
        }
    }
}

fn contact(cells: &mut Cells, random: &mut Random, names: &Names) {
    for (column, percent) in
        [("WorkOfficePhone", 85), ("WorkMobilePhone", 60), ("PersonalMobilePhone", 50), ("HomePhone", 20)]
    {
        if random.chance(percent) {
            cells.push((column, phone(random)));
        }
    }
    let handle = names.username.split('@').next().unwrap_or_default();
    if random.chance(50) {
        cells.push(("PersonalEmail", format!("{handle}@example.org")));
    }
    if random.chance(12) {
        cells.push(("AlternateEmail1Label", random.pick(&["Club", "Family, shared", "Études"]).to_owned()));
        cells.push(("AlternateEmail1", format!("{handle}+list@example.net")));
    }
    if random.chance(4) {
        cells.push(("AlternateEmail2Label", "Old".to_owned()));
        cells.push(("AlternateEmail2", format!("old-{handle}@example.net")));
    }
    if random.chance(40) {
        cells.push(("PreferredEmail", random.pick(&["WORK", "PERSONAL"]).to_owned()));
        cells.push(("PreferredEmailVisibility", random.pick(&["EVERYBODY", "NOBODY"]).to_owned()));
    }
    if random.chance(40) {
        cells.push(("PreferredPhone", random.pick(&["OFFICE", "MOBILE", "PERSONAL", "HOME"]).to_owned()));
        cells.push(("PreferredPhoneVisibility", random.pick(&["EVERYBODY", "NOBODY"]).to_owned()));
    }
}

fn addresses(cells: &mut Cells, random: &mut Random) {
    const PLACES: [[&str; 6]; 2] = [
        [
            "MailingAddress1Label",
            "MailingAddress1Street",
            "MailingAddress1City",
            "MailingAddress1State",
            "MailingAddress1Zip",
            "MailingAddress1Country",
        ],
        [
            "MailingAddress2Label",
            "MailingAddress2Street",
            "MailingAddress2City",
            "MailingAddress2State",
            "MailingAddress2Zip",
            "MailingAddress2Country",
        ],
    ];
    for (columns, percent) in PLACES.into_iter().zip([70, 10]) {
        if random.chance(percent) {
            let [label, parts @ ..] = columns;
            cells.push((label, random.pick(&["Home", "Post", "c/o family"]).to_owned()));
            let address = words::ADDRESSES[random.position(words::ADDRESSES.len())];
            cells.extend(parts.into_iter().zip(address).map(|(column, part)| (column, part.to_owned())));
        }
    }
}

fn account(cells: &mut Cells, random: &mut Random, number: u64) {
    // The first person stays switched on, as somebody has to.
    let states = ["ACTIVE", "ACTIVE", "ACTIVE", "ACTIVE", "ACTIVE", "", "DISABLED", "SUSPENDED"];
    cells.push(("AccountState", if number == 0 { "ACTIVE" } else { random.pick(&states) }.to_owned()));
    cells.push((
        "UserType",
        random.pick(&["REGULAR", "REGULAR", "REGULAR", "SEMI_RESTRICTED", "RESTRICTED", "SHARED"]).to_owned(),
    ));
}

fn profile(cells: &mut Cells, random: &mut Random, names: &Names) {
    cells.push(("Biography", random.pick(words::BIOGRAPHIES).to_owned()));
    cells.push(("Roles", several(random, words::ROLES, 0, 2)));
    cells.push(("Tags", several(random, words::TAGS, 0, 3)));
    cells.push(("Skills", several(random, words::SKILLS, 0, 4)));
    cells.push(("Qualifications", several(random, words::QUALIFICATIONS, 0, 2)));
    cells.push(("Interests", several(random, words::INTERESTS, 0, 3)));
    if random.chance(20) {
        let handle = names.username.split('@').next().unwrap_or_default();
        cells.push(("Links", format!("https://{handle}.example.com/?a=1&b=2").replace('\'', "")));
    }
    cells.push(("Pronouns", random.pick(words::PRONOUNS).to_owned()));
    cells.push(("Language", random.pick(words::LANGUAGES).to_owned()));
}

fn names(random: &mut Random, number: u64) -> Names {
    let culture = culture(random);
    let (given, latin_given) = culture.given[random.position(culture.given.len())];
    let (family, latin_family) = culture.family[random.position(culture.family.len())];
    // The number keeps every Username apart from all others.
    let username = format!("{latin_given}.{latin_family}{}@example.com", number + 1);
    Names { given, family, username }
}

fn culture(random: &mut Random) -> &'static Culture {
    let mut place = random.below(CULTURES.iter().map(|culture| culture.share).sum());
    for culture in CULTURES {
        if place < culture.share {
            return culture;
        }
        place -= culture.share;
    }
    &CULTURES[0]
}

/// From `least` to `most` different values, as one list cell.
fn several(random: &mut Random, values: &[&'static str], least: u64, most: u64) -> String {
    let count = least + random.below(most - least + 1);
    let mut chosen: Vec<&str> = Vec::new();
    for _ in 0..count {
        let value = random.pick(values);
        if !chosen.contains(&value) {
            chosen.push(value);
        }
    }
    list::encode(&chosen)
}

/// Zeros in front, and now and then what a spreadsheet takes for a power of ten.
fn employee_id(number: u64) -> String {
    if number % 97 == 11 { format!("{number}E5") } else { format!("{:07}", number + 42) }
}

fn birth_date(random: &mut Random) -> String {
    if random.chance(10) {
        return format!("--{:02}-{:02}", 1 + random.below(12), 1 + random.below(28));
    }
    date(random, 1955, 50)
}

fn date(random: &mut Random, first_year: u64, years: u64) -> String {
    format!("{}-{:02}-{:02}", first_year + random.below(years), 1 + random.below(12), 1 + random.below(28))
}

/// Numbers that regulators keep free for fiction, as people write them.
fn phone(random: &mut Random) -> String {
    let (hundred, thousand) = (random.below(100), random.below(1000));
    match random.below(7) {
        0 => format!("+1 202 555 01{hundred:02}"),
        1 => format!("(617) 555-01{hundred:02} ext. {thousand}"),
        2 => format!("+44 20 7946 0{thousand:03}"),
        3 => format!("07700 900{thousand:03}"),
        4 => format!("030 23125 {thousand:03}"),
        5 => format!("0199 00 {hundred:02} 00"),
        _ => format!("+1202555{:04}", 100 + hundred),
    }
}
