//! Revisions: listed, opened, compared with now.

use super::people::change;
use super::{Outcome, person, revision, seed};
use crate::storage::Storage;
use crate::storage::revisions::{FileFacts, Point, StoredFile};

pub(super) async fn revisions_come_newest_first(storage: &impl Storage) -> Outcome {
    let mut unit = storage.write().await?;
    for number in 1..=3 {
        unit.add_revision(&revision(number)).await?;
    }
    assert_eq!(unit.current_revision().await?, 3);
    assert_eq!(unit.revisions_before(u64::MAX, 2).await?, [revision(3), revision(2)]);
    assert_eq!(unit.revisions_before(2, 2).await?, [revision(1)]);
    assert_eq!(unit.revision(2).await?, Some(revision(2)));
    assert_eq!(unit.revision(4).await?, None);
    Ok(())
}

pub(super) async fn a_revision_is_known_by_more_than_its_number(storage: &impl Storage) -> Outcome {
    let mut unit = storage.write().await?;
    assert_eq!(unit.current_point().await?, Point::start());
    assert_eq!(unit.point(0).await?, Some(Point::start()));
    unit.add_revision(&revision(1)).await?;
    unit.add_revision(&revision(2)).await?;
    let second = Point { number: 2, identity: "identity 2".to_owned() };
    assert_eq!(unit.current_point().await?, second);
    assert_eq!(unit.point(2).await?, Some(second));
    assert_eq!(unit.point(3).await?, None);
    Ok(())
}

pub(super) async fn changes_come_in_order_and_in_pages(storage: &impl Storage) -> Outcome {
    let mut unit = storage.write().await?;
    let layout = seed(&mut *unit, &[person("a@x", None), person("b@x", None)]).await?;
    change(&mut *unit, 2, &[(2, "EmployeeId", "", "2"), (1, "EmployeeId", "", "1")]).await?;
    unit.create_people(2, layout, "Username", &[person("c@x", None)]).await?;
    let changes = unit.changes_of(2, None, 9).await?;
    let shown: Vec<_> =
        changes.iter().map(|c| (c.position, c.username.as_str(), c.old.as_deref(), c.new.as_str())).collect();
    assert_eq!(shown, [(0, "b@x", Some(""), "2"), (1, "a@x", Some(""), "1"), (2, "c@x", None, "c@x")]);
    assert_eq!(changes.last().map(|change| change.header.as_str()), Some("Username"));
    assert_eq!(unit.changes_of(2, Some(0), 1).await?.len(), 1);
    assert!(unit.changes_of(7, None, 1).await?.is_empty());
    Ok(())
}

pub(super) async fn moved_cells_are_those_that_differ_now(storage: &impl Storage) -> Outcome {
    let mut unit = storage.write().await?;
    let layout = seed(&mut *unit, &[person("a@x", None), person("b@x", None)]).await?;
    change(&mut *unit, 2, &[(1, "EmployeeId", "", "1"), (2, "EmployeeId", "", "2")]).await?;
    change(&mut *unit, 3, &[(1, "EmployeeId", "1", "3"), (2, "EmployeeId", "2", "")]).await?;
    unit.create_people(3, layout, "Username", &[person("c@x", None)]).await?;
    let (cells, total) = unit.cells_moved_since(1, 9).await?;
    let shown: Vec<_> = cells.iter().map(|c| (c.username.as_str(), c.then.as_deref(), c.now.as_str())).collect();
    assert_eq!(shown, [("a@x", Some(""), "3"), ("c@x", None, "c@x")]);
    assert_eq!(total, 2);
    let (cells, total) = unit.cells_moved_since(1, 1).await?;
    assert_eq!((cells.len(), total), (1, 2));
    assert_eq!(unit.cells_moved_since(3, 9).await?.1, 0);
    Ok(())
}

pub(super) async fn a_file_comes_back(storage: &impl Storage) -> Outcome {
    let facts = FileFacts { name: "people.csv".to_owned(), bytes: 3, sha256: "abc".to_owned() };
    let file = StoredFile { facts: facts.clone(), compressed: vec![0, 255, 3] };
    let mut unit = storage.write().await?;
    unit.add_revision(&revision(1)).await?;
    unit.add_file(1, &file).await?;
    assert!(unit.file_of(1).await? == Some(file));
    assert!(unit.file_of(2).await?.is_none());
    assert_eq!(unit.revision(1).await?.and_then(|revision| revision.file), Some(facts));
    Ok(())
}
