//! What the directory was: former names, former cells.

use super::people::change;
use super::{Outcome, person, revision, seed};
use crate::storage::Storage;

pub(super) async fn former_names_lead_to_those_of_now(storage: &impl Storage) -> Outcome {
    let mut unit = storage.write().await?;
    seed(&mut *unit, &[person("a@x", None), person("b@x", None)]).await?;
    change(&mut *unit, 2, &[(1, "Username", "old@x", "older@x"), (2, "EmployeeId", "", "2")]).await?;
    change(&mut *unit, 3, &[(1, "Username", "older@x", "a@x")]).await?;
    let names = unit.former_names("Username").await?;
    let shown: Vec<_> = names.iter().map(|name| (name.name.as_str(), name.now.as_str(), name.until)).collect();
    assert_eq!(shown, [("old@x", "a@x", 2), ("older@x", "a@x", 3)]);
    assert!(unit.former_names("Login").await?.is_empty());
    Ok(())
}

pub(super) async fn former_cells_come_newest_first_and_say_where_they_end(storage: &impl Storage) -> Outcome {
    let mut unit = storage.write().await?;
    seed(&mut *unit, &[person("a@x", None), person("b@x", None)]).await?;
    change(&mut *unit, 2, &[(1, "EmployeeId", "1", "2"), (2, "EmployeeId", "", "3")]).await?;
    change(&mut *unit, 3, &[(1, "EmployeeId", "2", "4")]).await?;
    let (cells, cut_at) = unit.former_cells(100).await?;
    let shown: Vec<_> = cells.iter().map(|cell| (cell.username.as_str(), cell.value.as_str(), cell.until)).collect();
    assert_eq!(shown, [("a@x", "2", 3), ("a@x", "1", 2)]);
    assert_eq!(cut_at, 0);
    // The second of two entries of revision 2 is the last that is looked at.
    let (cells, cut_at) = unit.former_cells(2).await?;
    assert_eq!((cells.len(), cut_at), (1, 2));
    unit.add_revision(&revision(4)).await?;
    assert_eq!(unit.former_cells(1).await?.1, 3);
    Ok(())
}
