//! Kept answers and the audit.

use super::accounts::add_admin;
use super::{Outcome, time};
use crate::storage::Storage;
use crate::storage::records::{Answer, AuditEntry};

pub(super) async fn an_answer_is_kept_and_forgotten(storage: &impl Storage) -> Outcome {
    let mut unit = storage.write().await?;
    let admin = add_admin(&mut *unit).await?;
    let answer = Answer { request_hash: [5; 32], status: 201, body: "{\"revision\":2}".to_owned() };
    unit.add_answer(admin, "key", &answer, time(0), time(-10)).await?;
    assert!(unit.answer(admin, "key").await? == Some(answer.clone()));
    assert!(unit.answer(admin, "other").await?.is_none());
    unit.add_answer(admin, "later", &answer, time(20), time(10)).await?;
    assert!(unit.answer(admin, "key").await?.is_none());
    assert!(unit.add_answer(admin, "later", &answer, time(20), time(10)).await.is_err());
    Ok(())
}

pub(super) async fn the_audit_keeps_its_order(storage: &impl Storage) -> Outcome {
    let entry = |number: u64| AuditEntry {
        number,
        at: time(0),
        actor: "1".to_owned(),
        act: "sign-in".to_owned(),
        details: "{}".to_owned(),
        hash: [9; 32],
    };
    let mut unit = storage.write().await?;
    assert!(unit.newest_audit().await?.is_none());
    for number in 1..=3 {
        unit.add_audit(&entry(number)).await?;
    }
    assert_eq!(unit.newest_audit().await?, Some(entry(3)));
    assert_eq!(unit.audit_after(1, 9).await?, [entry(2), entry(3)]);
    assert_eq!(unit.audit_before(3, 9).await?, [entry(2), entry(1)]);
    assert_eq!(unit.audit_before(u64::MAX, 1).await?, [entry(3)]);
    assert!(unit.add_audit(&entry(3)).await.is_err());
    Ok(())
}
