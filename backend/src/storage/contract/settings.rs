//! Settings, taken extracts, forgotten files.

use super::accounts::add_admin;
use super::{Outcome, revision, time};
use crate::storage::Storage;
use crate::storage::revisions::{FileFacts, StoredFile};
use crate::storage::settings::StoredSetting;

pub(super) async fn a_setting_is_put_in_place(storage: &impl Storage) -> Outcome {
    let mut unit = storage.write().await?;
    assert_eq!(unit.setting("schema").await?, None);
    for number in [1, 2] {
        let setting = StoredSetting { number, value: format!("{{\"n\":{number}}}") };
        unit.put_setting("schema", &setting).await?;
        assert_eq!(unit.setting("schema").await?, Some(setting));
    }
    assert_eq!(unit.setting("general").await?, None);
    Ok(())
}

pub(super) async fn taken_extracts_come_newest_first(storage: &impl Storage) -> Outcome {
    let mut unit = storage.write().await?;
    let admin = add_admin(&mut *unit).await?;
    for second in 0..3 {
        unit.add_extract(time(second), admin, 7, 1_000, "profile=true").await?;
    }
    let page = unit.extracts_before(u64::MAX, 2).await?;
    let numbers: Vec<_> = page.iter().map(|taken| (taken.number, taken.at)).collect();
    assert_eq!(numbers, [(3, time(2)), (2, time(1))]);
    assert!(page.iter().all(|taken| {
        (taken.revision, taken.people, taken.choices.as_str()) == (7, 1_000, "profile=true")
            && taken.actor.name == "Ann"
    }));
    assert_eq!(unit.extracts_before(2, 9).await?.len(), 1);
    Ok(())
}

pub(super) async fn old_files_are_forgotten(storage: &impl Storage) -> Outcome {
    let mut unit = storage.write().await?;
    for number in 1..=3 {
        unit.add_revision(&revision(number)).await?;
        let facts = FileFacts { name: "people.csv".to_owned(), bytes: 3, sha256: "abc".to_owned() };
        unit.add_file(number, &StoredFile { facts, compressed: vec![1, 2, 3] }).await?;
    }
    assert_eq!(unit.forget_files(time(3)).await?, 2);
    assert!(unit.file_of(2).await?.is_none() && unit.file_of(3).await?.is_some());
    assert!(unit.revision(2).await?.is_some_and(|revision| revision.file.is_none()));
    Ok(())
}
