//! Places, roles and phrases of the made-up company: what its people's cells are filled with.

/// Locations as they are named, one value each. One holds a pipe and one a backslash, on purpose.
pub(crate) const LOCATIONS: &[&str] = &[
    "HQ",
    "Main|HQ",
    "Factory",
    "Berlin",
    "São Paulo",
    "Zürich West",
    "東京",
    "القاهرة",
    "Αθήνα",
    "Lab R\\D",
    "Warehouse 7",
    "Remote",
    "Floor 3|Room 12",
    "Saint John's",
    "Київ",
    "मुंबई",
];

/// Job titles.
pub(crate) const ROLES: &[&str] = &[
    "Engineer",
    "Nurse",
    "Team lead, night shift",
    "Driver",
    "Accountant",
    "\"Fixer\"",
    "Chief of staff",
    "Head of R&D",
    "Apprentice (2nd year)",
    "Écrivaine",
    "Koch/Köchin",
    "営業",
];

/// Broad kinds of jobs.
pub(crate) const JOB_CATEGORIES: &[&str] = &["Office", "Field", "Production", "Care", "Sales, Europe"];

/// Groups to filter people by; a person may be in several.
pub(crate) const FILTERS: &[&str] = &["First aid", "Fire warden", "Works council", "Keyholder", "Shift A|B", "50%"];

/// Groups of profiles; a person is in one.
pub(crate) const PROFILES: &[&str] = &["Staff", "Contractor", "Board", "Volunteer"];

/// Badges.
pub(crate) const BADGES: &[&str] = &["10 years", "⭐ Mentor", "- none -", "+1", "1/2", "@work"];

/// Streets, cities, states, zips and countries that belong together; the zips keep their zeros.
pub(crate) const ADDRESSES: &[[&str; 5]] = &[
    ["1 Example Way", "Boston", "MA", "02101", "United States"],
    ["Musterstraße 12\nHinterhaus", "Dresden", "Sachsen", "01067", "Germany"],
    ["Rua da Amostra, 7", "São Paulo", "SP", "01310-100", "Brazil"],
    ["12 bis, rue de l'Exemple", "Bourg-en-Bresse", "", "01000", "France"],
    ["3-4 Sample \"Old\" Lane", "Belfast", "", "BT1 1AA", "United Kingdom"],
    ["見本町1-2-3", "札幌市", "北海道", "060-0001", "Japan"],
    ["Calle Ejemplo 5, 2.º B", "Vitoria-Gasteiz", "Álava", "01001", "Spain"],
    ["PO Box 0042", "Holtsville", "NY", "00501", "United States"],
    ["Παράδειγμα 8", "Αθήνα", "", "105 57", "Greece"],
    ["10-12", "Hyderabad", "Telangana", "500001", "India"],
];

/// Ways to reach someone, each with what stands before the name there.
pub(crate) const MESSENGERS: &[(&str, &str)] =
    &[("Chat", "@"), ("Team talk", ""), ("Radio", "-"), ("Pager", "00"), ("SIP", "sip:")];

/// What people say of themselves: line breaks, quotes, commas, emoji, and values that a spreadsheet would run.
pub(crate) const BIOGRAPHIES: &[&str] = &[
    "Joined as an apprentice.\nNow leads the night shift.",
    "Likes \"quotes\", commas, and; semicolons",
    "=1+1 is two",
    "- early riser\n- late worker\n- tea, not coffee",
    "+ + + always positive + + +",
    "@ the workshop on Mondays",
    "Speaks four languages 🎉 and writes in two",
    "Paths like C:\\temp\\ and pipes a|b|c are plain text here.",
    "Née Żółć.\n\nAsk me about first aid.",
    "'quoted' from the first letter",
    "",
];

/// What people can do.
pub(crate) const SKILLS: &[&str] =
    &["Welding", "C++", "C#", "Rust", "SQL", "Sign language", "Forklift", "Either|Or", "日本語"];

/// What people have papers for.
pub(crate) const QUALIFICATIONS: &[&str] = &["BSc", "MSc, Physics", "First aid (2024)", "Class C licence", "Meister"];

/// What people do after work.
pub(crate) const INTERESTS: &[&str] = &["Chess", "Rock|Pop", "Running", "Κιθάρα", "Gardening", "Bird-watching"];

/// Tags.
pub(crate) const TAGS: &[&str] = &["mentor", "new-joiner", "remote", "part-time", "été"];

/// Pronouns.
pub(crate) const PRONOUNS: &[&str] = &["she/her", "he/him", "they/them", ""];

/// Languages of the interface.
pub(crate) const LANGUAGES: &[&str] = &["en", "de", "fr", "pt-BR", "ja", "ar"];
