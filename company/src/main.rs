//! `company N FILE`: writes an extract of a fictional company of N people.

use std::fs::File;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [people, file] = arguments.as_slice() else {
        eprintln!("usage: company NUMBER-OF-PEOPLE FILE");
        return ExitCode::from(2);
    };
    let Ok(people) = people.parse() else {
        eprintln!("company: {people} is not a number of people");
        return ExitCode::from(2);
    };
    match File::create(file).and_then(|mut out| company::write(people, &mut out)) {
        Ok(()) => {
            println!("{people} people of a fictional company are in {file}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("company: {file} could not be written: {error}");
            ExitCode::FAILURE
        }
    }
}
