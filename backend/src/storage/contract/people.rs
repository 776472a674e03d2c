//! People: stored, rewritten, rebuilt as they were.

use super::{Outcome, keys, person, revision, seed};
use crate::storage::people::{CellChange, NewPerson, PersonId, PersonKeys, PersonUpdate};
use crate::storage::{Storage, StorageError, WriteUnit};

pub(super) async fn people_come_back_as_they_were_given(storage: &impl Storage) -> Outcome {
    let mut unit = storage.write().await?;
    let layout = seed(&mut *unit, &[person("Ann@example.com", Some("007")), person("bob@example.com", None)]).await?;
    unit.commit().await?;
    let mut unit = storage.read().await?;
    let people = unit.people_after(PersonId::BEFORE_ALL, 10).await?;
    let found: Vec<_> = people.iter().map(|p| (p.id, p.created, p.revision, p.layout, p.record.as_str())).collect();
    assert_eq!(
        found,
        [(PersonId(1), 1, 1, layout, "Ann@example.com,007"), (PersonId(2), 1, 1, layout, "bob@example.com,")]
    );
    assert_eq!(unit.people_after(PersonId(1), 10).await?.len(), 1);
    assert_eq!((unit.count_people_at(0).await?, unit.count_people_at(1).await?), (0, 2));
    let layouts = unit.layouts().await?;
    assert_eq!(layouts.len(), 1);
    assert_eq!(layouts.first().map(|layout| layout.headers.join("|")).as_deref(), Some("Username|EmployeeId"));
    Ok(())
}

pub(super) async fn lines_are_records_with_revisions(storage: &impl Storage) -> Outcome {
    let mut unit = storage.write().await?;
    let layout = seed(&mut *unit, &[person("a@x", Some("1")), person("b@x", None), person("c@x", None)]).await?;
    let page = unit.lines_after(PersonId::BEFORE_ALL, 2, layout).await?.map(|lines| (lines.people, lines.text));
    assert_eq!(page, Some((vec![PersonId(1), PersonId(2)], "a@x,1,1\nb@x,,1".to_owned())));
    let page = unit.lines_after(PersonId(2), 2, layout).await?.map(|lines| (lines.people, lines.text));
    assert_eq!(page, Some((vec![PersonId(3)], "c@x,,1".to_owned())));
    let page = unit.lines_after(PersonId(3), 2, layout).await?.map(|lines| (lines.people, lines.text));
    assert_eq!(page, Some((vec![], String::new())));
    Ok(())
}

pub(super) async fn a_strange_layout_is_said(storage: &impl Storage) -> Outcome {
    let mut unit = storage.write().await?;
    let layout = seed(&mut *unit, &[person("a@x", None)]).await?;
    let headers = ["Username".to_owned(), "EmployeeId".to_owned(), "Shoe".to_owned()];
    let wider = unit.layout_from_headers(&headers).await?;
    assert_ne!(wider, layout);
    assert_eq!(unit.layout_from_headers(&headers).await?, wider);
    assert!(unit.lines_after(PersonId::BEFORE_ALL, 9, wider).await?.is_none());
    unit.add_revision(&revision(2)).await?;
    let update = PersonUpdate { id: PersonId(1), keys: None, record: "a@x,,42".to_owned() };
    unit.update_people(2, wider, &[update]).await?;
    let lines = unit.lines_after(PersonId::BEFORE_ALL, 9, wider).await?;
    assert_eq!(lines.map(|lines| lines.text).as_deref(), Some("a@x,,42,2"));
    Ok(())
}

pub(super) async fn usernames_swap_and_go_round(storage: &impl Storage) -> Outcome {
    let mut unit = storage.write().await?;
    let people = [person("a@x", None), person("b@x", None), person("c@x", None), person("d@x", None)];
    let layout = seed(&mut *unit, &people).await?;
    unit.add_revision(&revision(2)).await?;
    let renamed =
        |id, name: &str| PersonUpdate { id: PersonId(id), keys: Some(keys(name, None)), record: format!("{name},") };
    unit.update_people(2, layout, &[renamed(1, "b@x"), renamed(2, "c@x"), renamed(3, "a@x"), renamed(4, "D@x")])
        .await?;
    unit.commit().await?;
    let mut unit = storage.read().await?;
    let text = unit.lines_after(PersonId::BEFORE_ALL, 9, layout).await?.map(|lines| lines.text);
    assert_eq!(text.as_deref(), Some("b@x,,2\nc@x,,2\na@x,,2\nD@x,,2"));
    Ok(())
}

pub(super) async fn employee_ids_swap(storage: &impl Storage) -> Outcome {
    let mut unit = storage.write().await?;
    let layout = seed(&mut *unit, &[person("a@x", Some("01")), person("b@x", Some("1"))]).await?;
    unit.add_revision(&revision(2)).await?;
    let swapped = |id, name: &str, employee_id: &str| PersonUpdate {
        id: PersonId(id),
        keys: Some(keys(name, Some(employee_id))),
        record: format!("{name},{employee_id}"),
    };
    unit.update_people(2, layout, &[swapped(1, "a@x", "1"), swapped(2, "b@x", "01")]).await?;
    let text = unit.lines_after(PersonId::BEFORE_ALL, 9, layout).await?.map(|lines| lines.text);
    assert_eq!(text.as_deref(), Some("a@x,1,2\nb@x,01,2"));
    Ok(())
}

pub(super) async fn a_taken_key_is_named(storage: &impl Storage) -> Outcome {
    let mut unit = storage.write().await?;
    let layout = seed(&mut *unit, &[person("a@x", Some("1")), person("b@x", None)]).await?;
    unit.commit().await?;

    let mut unit = storage.write().await?;
    unit.add_revision(&revision(2)).await?;
    let created = unit.create_people(2, layout, "Username", &[person("A@X", None)]).await;
    assert!(matches!(created, Err(StorageError::UsernameTaken)));
    drop(unit);

    let mut unit = storage.write().await?;
    unit.add_revision(&revision(2)).await?;
    let update = PersonUpdate { id: PersonId(2), keys: Some(keys("b@x", Some("1"))), record: "b@x,1".to_owned() };
    let updated = unit.update_people(2, layout, &[update]).await;
    assert!(matches!(updated, Err(StorageError::EmployeeIdTaken)));
    Ok(())
}

pub(super) async fn the_past_can_be_rebuilt(storage: &impl Storage) -> Outcome {
    let mut unit = storage.write().await?;
    let layout = seed(&mut *unit, &[person("a@x", Some("1")), person("b@x", None)]).await?;
    change(&mut *unit, 2, &[(1, "EmployeeId", "1", "2")]).await?;
    change(&mut *unit, 3, &[(1, "EmployeeId", "2", "3"), (1, "Username", "a@x", "z@x"), (2, "EmployeeId", "", "9")])
        .await?;
    unit.add_revision(&revision(4)).await?;
    unit.create_people(4, layout, "Username", &[person("new@x", None)]).await?;
    change(&mut *unit, 5, &[(3, "EmployeeId", "", "4")]).await?;

    let mut cells: Vec<_> = unit
        .cells_before_changes_since(1)
        .await?
        .into_iter()
        .map(|cell| (cell.person.0, cell.header, cell.old))
        .collect();
    cells.sort();
    let expected = [(1, "EmployeeId", "1"), (1, "Username", "a@x"), (2, "EmployeeId", "")];
    assert_eq!(cells, expected.map(|(id, header, old)| (id, header.to_owned(), old.to_owned())));

    let mut last = unit.last_changes_until(2).await?;
    last.sort();
    assert_eq!(last, [(PersonId(1), 2), (PersonId(2), 1)]);
    assert!(unit.cells_before_changes_since(5).await?.is_empty());
    assert_eq!((unit.count_people_at(3).await?, unit.count_people_at(4).await?), (2, 3));
    Ok(())
}

pub(super) async fn any_text_survives(storage: &impl Storage) -> Outcome {
    let text = "quote \" backslash \\ line\r\nbreak tab\t 日本 \u{1F600} \u{7f}\u{1} null 'x' \u{2028}";
    let mut unit = storage.write().await?;
    let named = |name: &str| NewPerson {
        keys: PersonKeys {
            username: name.to_owned(),
            username_form: name.to_owned(),
            employee_id: Some(format!("0{text}")),
        },
        record: text.to_owned(),
    };
    seed(&mut *unit, &[named("a@x")]).await?;
    change(&mut *unit, 2, &[(1, "Biography", text, "")]).await?;
    let people = unit.people_after(PersonId::BEFORE_ALL, 9).await?;
    assert!(people.first().is_some_and(|person| person.record == text));
    let changes = unit.changes_of(2, None, 9).await?;
    assert!(changes.first().is_some_and(|change| change.old.as_deref() == Some(text) && change.new.is_empty()));
    Ok(())
}

pub(super) async fn many_people_at_once(storage: &impl Storage) -> Outcome {
    let people: Vec<NewPerson> = (1..=5_001).map(|n| person(&format!("p{n}@x"), Some(&n.to_string()))).collect();
    let mut unit = storage.write().await?;
    let layout = seed(&mut *unit, &people).await?;
    unit.add_revision(&revision(2)).await?;
    let updates: Vec<PersonUpdate> =
        (1..=5_001).map(|n| PersonUpdate { id: PersonId(n), keys: None, record: format!("p{n}@x,changed") }).collect();
    unit.update_people(2, layout, &updates).await?;
    let changes: Vec<_> = (1..=5_001).map(|n| cell_change(n, "EmployeeId", "", "changed")).collect();
    unit.add_changes(2, &changes).await?;
    unit.commit().await?;
    let mut unit = storage.read().await?;
    let last = unit.people_after(PersonId(5_000), 9).await?;
    assert!(last.first().is_some_and(|person| person.record == "p5001@x,changed" && person.revision == 2));
    let positions: Vec<u64> = unit.changes_of(2, Some(4_998), 9).await?.iter().map(|change| change.position).collect();
    assert_eq!(positions, [4_999, 5_000]);
    Ok(())
}

/// Adds a revision with changes, leaving the records alone.
pub(super) async fn change(unit: &mut dyn WriteUnit, number: u64, cells: &[(i64, &str, &str, &str)]) -> Outcome {
    unit.add_revision(&revision(number)).await?;
    let changes: Vec<_> = cells.iter().map(|(id, header, old, new)| cell_change(*id, header, old, new)).collect();
    unit.add_changes(number, &changes).await
}

fn cell_change(id: i64, header: &str, old: &str, new: &str) -> CellChange {
    CellChange { person: PersonId(id), header: header.to_owned(), old: old.to_owned(), new: new.to_owned() }
}
