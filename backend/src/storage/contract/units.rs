//! Units of work: all or nothing, one moment, one writer.

use std::time::Duration;

use super::{Outcome, person, revision, seed};
use crate::storage::Storage;

pub(super) async fn a_dropped_unit_leaves_nothing(storage: &impl Storage) -> Outcome {
    let mut unit = storage.write().await?;
    seed(&mut *unit, &[person("ann@example.com", None)]).await?;
    drop(unit);
    assert_eq!(storage.read().await?.current_revision().await?, 0);
    assert_eq!(storage.write().await?.count_people_at(9).await?, 0);
    Ok(())
}

pub(super) async fn a_reader_sees_one_moment(storage: &impl Storage) -> Outcome {
    let mut before = storage.read().await?;
    let mut unit = storage.write().await?;
    unit.add_revision(&revision(1)).await?;
    assert_eq!(unit.current_revision().await?, 1);
    unit.commit().await?;
    assert_eq!(before.current_revision().await?, 0);
    assert_eq!(storage.read().await?.current_revision().await?, 1);
    Ok(())
}

pub(super) async fn a_second_writer_waits(storage: &impl Storage) -> Outcome {
    let mut first = storage.write().await?;
    let mut second = Box::pin(storage.write());
    assert!(tokio::time::timeout(Duration::from_millis(50), &mut second).await.is_err());
    first.add_revision(&revision(1)).await?;
    first.commit().await?;
    assert_eq!(second.await?.current_revision().await?, 1);
    Ok(())
}

pub(super) async fn a_closed_storage_refuses(storage: &impl Storage) -> Outcome {
    storage.close().await;
    assert!(storage.read().await.is_err());
    assert!(storage.write().await.is_err());
    Ok(())
}
