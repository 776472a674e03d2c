//! People who go and come back, and what is remembered of them.

use super::people::change;
use super::{Outcome, keys, person, revision, seed};
use crate::storage::people::{CellChange, LayoutId, PersonId, PersonUpdate};
use crate::storage::{Storage, WriteUnit};

pub(super) async fn who_is_deleted_is_gone_and_her_keys_are_free(storage: &impl Storage) -> Outcome {
    let mut unit = storage.write().await?;
    let layout = seed(&mut *unit, &[person("a@x", Some("1")), person("b@x", None), person("c@x", None)]).await?;
    delete(&mut *unit, 2, 1, "a@x").await?;
    assert_eq!((unit.count_people_at(1).await?, unit.count_people_at(2).await?), (3, 2));
    let text = unit.lines_after(PersonId::BEFORE_ALL, 9, layout).await?.map(|lines| lines.text);
    assert_eq!(text.as_deref(), Some("b@x,,1\nc@x,,1"));
    assert!(unit.person_by_username("a@x").await?.is_none());
    assert_eq!(unit.person_by_username("b@x").await?.map(|found| found.id), Some(PersonId(2)));
    assert_eq!((unit.absent_at(1).await?, unit.absent_at(2).await?), (vec![], vec![PersonId(1)]));
    let kept = unit.people_by_id(&[PersonId(3), PersonId(1), PersonId(99)]).await?;
    let kept: Vec<_> = kept.iter().map(|found| (found.id.0, found.gone, found.record.as_str())).collect();
    assert_eq!(kept, [(1, Some(2), "a@x,1"), (3, None, "c@x,")]);
    assert_eq!(unit.people_after(PersonId::BEFORE_ALL, 1).await?.first().and_then(|found| found.gone), Some(2));

    unit.add_revision(&revision(3)).await?;
    unit.create_people(3, layout, "Username", &[person("a@x", Some("1"))]).await?;
    assert_eq!(unit.person_by_username("a@x").await?.map(|found| found.id), Some(PersonId(4)));
    Ok(())
}

pub(super) async fn who_comes_back_was_away_in_between(storage: &impl Storage) -> Outcome {
    let mut unit = storage.write().await?;
    let layout = seed(&mut *unit, &[person("a@x", Some("1")), person("b@x", None)]).await?;
    delete(&mut *unit, 2, 1, "a@x").await?;
    bring_back(&mut *unit, 3, layout, 1, "a@x").await?;
    delete(&mut *unit, 4, 1, "a@x").await?;
    bring_back(&mut *unit, 5, layout, 1, "A@x").await?;
    let mut there = Vec::new();
    for at in 1..=5 {
        there.push((unit.count_people_at(at).await?, unit.absent_at(at).await?.len()));
    }
    assert_eq!(there, [(2, 0), (1, 1), (2, 0), (1, 1), (2, 0)]);
    let text = unit.lines_after(PersonId::BEFORE_ALL, 9, layout).await?.map(|lines| lines.text);
    assert_eq!(text.as_deref(), Some("A@x,1,5\nb@x,,1"));
    let name = unit.changes_of_person(PersonId(1), u64::MAX, 9).await?;
    let name: Vec<_> = name.iter().map(|c| (c.revision, c.old.as_deref(), c.new.as_str())).collect();
    let expected =
        [(5, Some(""), "A@x"), (4, Some("a@x"), ""), (3, Some(""), "a@x"), (2, Some("a@x"), ""), (1, None, "a@x")];
    assert_eq!(name, expected);
    Ok(())
}

pub(super) async fn deeds_come_person_by_person(storage: &impl Storage) -> Outcome {
    let mut unit = storage.write().await?;
    seed(&mut *unit, &[person("a@x", None), person("b@x", None)]).await?;
    change(&mut *unit, 2, &[(2, "EmployeeId", "", "2"), (1, "EmployeeId", "", "1"), (2, "Nickname", "x", "y")]).await?;
    change(&mut *unit, 3, &[(2, "EmployeeId", "2", "3")]).await?;
    let deeds = unit.deeds_of(2).await?;
    let shown: Vec<_> =
        deeds.iter().map(|c| (c.person.0, c.header.as_str(), c.old.as_deref(), c.new.as_str())).collect();
    let expected =
        [(1, "EmployeeId", Some(""), "1"), (2, "EmployeeId", Some(""), "2"), (2, "Nickname", Some("x"), "y")];
    assert_eq!(shown, expected);
    assert!(deeds.iter().all(|deed| deed.revision == 2));
    assert_eq!(unit.people_changed_since(1).await?, [PersonId(1), PersonId(2)]);
    assert_eq!(unit.people_changed_since(2).await?, [PersonId(2)]);
    let newest = unit.changes_of_person(PersonId(2), 3, 1).await?;
    assert_eq!(
        newest.iter().map(|c| (c.revision, c.header.as_str())).collect::<Vec<_>>(),
        [(2, "EmployeeId"), (2, "Nickname")]
    );
    Ok(())
}

pub(super) async fn an_undone_revision_says_so(storage: &impl Storage) -> Outcome {
    let mut unit = storage.write().await?;
    for number in 1..=3 {
        unit.add_revision(&revision(number)).await?;
    }
    unit.mark_undone(2, 3).await?;
    assert_eq!(unit.revision(2).await?.and_then(|revision| revision.undone_by), Some(3));
    assert_eq!(unit.revision(3).await?.and_then(|revision| revision.about), Some(2));
    Ok(())
}

async fn delete(unit: &mut dyn WriteUnit, number: u64, id: i64, name: &str) -> Outcome {
    unit.add_revision(&revision(number)).await?;
    unit.delete_people(number, &[PersonId(id)]).await?;
    let (header, old) = ("Username".to_owned(), name.to_owned());
    unit.add_changes(number, &[CellChange { person: PersonId(id), header, old, new: String::new() }]).await
}

async fn bring_back(unit: &mut dyn WriteUnit, number: u64, layout: LayoutId, id: i64, name: &str) -> Outcome {
    unit.add_revision(&revision(number)).await?;
    let update = PersonUpdate { id: PersonId(id), keys: Some(keys(name, Some("1"))), record: format!("{name},1") };
    unit.bring_people_back(number, layout, &[update]).await?;
    let (header, new) = ("Username".to_owned(), name.to_owned());
    unit.add_changes(number, &[CellChange { person: PersonId(id), header, old: String::new(), new }]).await
}
