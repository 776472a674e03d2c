//! Names of the made-up people, by script, each with the Latin letters that their Username uses.

/// People who write their names in one way.
pub(crate) struct Culture {
    /// How many of a hundred people belong to it, roughly.
    pub(crate) share: u64,
    /// Given names, each with its Latin letters.
    pub(crate) given: &'static [(&'static str, &'static str)],
    /// Family names, each with its Latin letters.
    pub(crate) family: &'static [(&'static str, &'static str)],
}

/// Every culture; the shares add up to 100.
pub(crate) const CULTURES: &[Culture] = &[
    Culture {
        share: 18,
        given: &[
            ("Ann", "ann"),
            ("Grace", "grace"),
            ("Oliver", "oliver"),
            ("Mary-Jane", "mary-jane"),
            ("Tom", "tom"),
            ("Priscilla", "priscilla"),
            ("Jo", "jo"),
            ("Xavier", "xavier"),
            ("Ruth", "ruth"),
            ("Null", "null"),
        ],
        family: &[
            ("Smith", "smith"),
            ("O'Brien", "o'brien"),
            ("Scunthorpe", "scunthorpe"),
            ("Jones, Jr.", "jones"),
            ("Null", "null"),
            ("D'Arcy", "d'arcy"),
            ("Fitz-Gerald", "fitz-gerald"),
            ("True", "true"),
            ("May", "may"),
            ("Day-Lewis", "day-lewis"),
        ],
    },
    Culture {
        share: 14,
        given: &[
            ("Jürgen", "juergen"),
            ("Zoë", "zoe"),
            ("Björn", "bjoern"),
            ("Käthe", "kaethe"),
            ("Matthäus", "matthaeus"),
            ("Anneke", "anneke"),
            ("Sigríður", "sigridur"),
            ("Åsa", "asa"),
            ("Søren", "soren"),
        ],
        family: &[
            ("Müller", "mueller"),
            ("'t Hooft", "thooft"),
            ("van der Berg", "vanderberg"),
            ("Groß", "gross"),
            ("Jónsdóttir", "jonsdottir"),
            ("Ångström", "angstrom"),
            ("Øster", "oster"),
            ("d'Hondt", "dhondt"),
            ("Weiß-Schröder", "weiss-schroeder"),
        ],
    },
    Culture {
        share: 14,
        given: &[
            ("José", "jose"),
            ("María", "maria"),
            ("François", "francois"),
            ("Chloé", "chloe"),
            ("João", "joao"),
            ("Nuño", "nuno"),
            ("Éloïse", "eloise"),
            ("Lluís", "lluis"),
        ],
        family: &[
            ("García Márquez", "garciamarquez"),
            ("L'Écuyer", "lecuyer"),
            ("Gonçalves", "goncalves"),
            ("Peña", "pena"),
            ("Lefèvre", "lefevre"),
            ("Núñez de Balboa", "nunez"),
            ("D'Amico", "damico"),
            ("Çelik", "celik"),
        ],
    },
    Culture {
        share: 9,
        given: &[
            ("Łukasz", "lukasz"),
            ("Zdeněk", "zdenek"),
            ("Şebnem", "sebnem"),
            ("İbrahim", "ibrahim"),
            ("Ștefan", "stefan"),
            ("Đorđe", "dorde"),
            ("Ngọc", "ngoc"),
            ("Gábor", "gabor"),
        ],
        family: &[
            ("Żółć", "zolc"),
            ("Dvořák", "dvorak"),
            ("Yıldız", "yildiz"),
            ("Țepeș", "tepes"),
            ("Nguyễn", "nguyen"),
            ("Đặng", "dang"),
            ("Kovács", "kovacs"),
            ("Šimůnková", "simunkova"),
        ],
    },
    Culture {
        share: 8,
        given: &[
            ("Анна", "anna"),
            ("Юрий", "yuri"),
            ("Олександр", "oleksandr"),
            ("Ївга", "yivha"),
            ("Ђорђе", "djordje"),
        ],
        family: &[
            ("Иванова", "ivanova"),
            ("Шевченко", "shevchenko"),
            ("Щербаков", "shcherbakov"),
            ("Ёлкин", "yolkin"),
            ("Љубичић", "ljubicic"),
        ],
    },
    Culture {
        share: 5,
        given: &[("Ελένη", "eleni"), ("Γιώργος", "giorgos"), ("Χρυσάνθη", "chrysanthi"), ("Οδυσσέας", "odysseas")],
        family: &[("Παπαδόπουλος", "papadopoulos"), ("Ξενάκης", "xenakis"), ("Ψαρρά", "psarra"), ("Ωνάσης", "onasis")],
    },
    Culture {
        share: 5,
        given: &[("محمد", "mohammed"), ("فاطمة", "fatima"), ("ليلى", "layla"), ("یوسف", "yousef")],
        family: &[("الحسن", "alhassan"), ("بن علي", "benali"), ("خوري", "khoury"), ("رضایی", "rezaei")],
    },
    Culture {
        share: 4,
        given: &[("דוד", "david"), ("שרה", "sarah"), ("נועה", "noa"), ("יעקב", "yaakov")],
        family: &[("כהן", "cohen"), ("לוי", "levi"), ("בן־דוד", "bendavid"), ("מזרחי", "mizrahi")],
    },
    Culture {
        share: 6,
        given: &[("伟", "wei"), ("小红", "xiaohong"), ("雅婷", "yating"), ("建國", "jianguo")],
        family: &[("王", "wang"), ("李", "li"), ("歐陽", "ouyang"), ("张", "zhang")],
    },
    Culture {
        share: 5,
        given: &[("太郎", "taro"), ("さくら", "sakura"), ("ケン", "ken"), ("陽子", "yoko")],
        family: &[("山田", "yamada"), ("佐々木", "sasaki"), ("髙橋", "takahashi"), ("斎藤", "saito")],
    },
    Culture {
        share: 4,
        given: &[("민준", "minjun"), ("서연", "seoyeon"), ("하늘", "haneul")],
        family: &[("김", "kim"), ("이", "lee"), ("박", "park"), ("남궁", "namgung")],
    },
    Culture {
        share: 3,
        given: &[("आरव", "aarav"), ("प्रिया", "priya"), ("लक्ष्मी", "lakshmi")],
        family: &[("शर्मा", "sharma"), ("सिंह", "singh"), ("पटेल", "patel")],
    },
    Culture {
        share: 2,
        given: &[("สมชาย", "somchai"), ("กัญญา", "kanya")],
        family: &[("ใจดี", "jaidee"), ("ศรีสุข", "srisuk")],
    },
    Culture {
        share: 1,
        given: &[("ნინო", "nino"), ("გიორგი", "giorgi")],
        family: &[("ბერიძე", "beridze"), ("კაპანაძე", "kapanadze")],
    },
    Culture {
        share: 1,
        given: &[("Արամ", "aram"), ("Անի", "ani")],
        family: &[("Պետրոսյան", "petrosyan"), ("Սարգսյան", "sargsyan")],
    },
    Culture {
        share: 1,
        given: &[("አበበ", "abebe"), ("ሰላም", "selam")],
        family: &[("ተስፋዬ", "tesfaye"), ("በቀለ", "bekele")],
    },
];

#[cfg(test)]
mod tests {
    use super::CULTURES;

    #[test]
    fn shares_are_of_a_hundred() {
        assert_eq!(CULTURES.iter().map(|culture| culture.share).sum::<u64>(), 100);
    }

    #[test]
    fn latin_letters_fit_a_username() {
        for (name, latin) in CULTURES.iter().flat_map(|culture| culture.given.iter().chain(culture.family)) {
            assert!(latin.chars().all(|c| c.is_ascii_lowercase() || "-'".contains(c)), "{name}: {latin}");
            assert!(name.chars().count() <= 30, "{name}");
        }
    }
}
