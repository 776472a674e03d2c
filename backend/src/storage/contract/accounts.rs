//! Admins, sessions, tokens and attempts.

use super::{Outcome, time};
use crate::storage::accounts::{AdminId, AttemptCounts, AttemptPlace, NewAdmin, Purpose, Role};
use crate::storage::{Storage, StorageError, WriteUnit};

pub(super) async fn an_admin_is_found_by_her_address(storage: &impl Storage) -> Outcome {
    let mut unit = storage.write().await?;
    assert!(!unit.any_admin().await?);
    let id = add_admin(&mut *unit).await?;
    assert!(unit.any_admin().await?);
    let admin = unit.admin_by_email("ann@example.com").await?;
    assert!(admin.is_some_and(|admin| admin.id == id && admin.role == Role::Editor && !admin.disabled));
    assert!(unit.admin_by_email("bob@example.com").await?.is_none());
    assert!(matches!(add_admin(&mut *unit).await, Err(StorageError::AdminTaken)));
    Ok(())
}

pub(super) async fn a_session_lives_until_it_is_ended(storage: &impl Storage) -> Outcome {
    let mut unit = storage.write().await?;
    let admin = add_admin(&mut *unit).await?;
    unit.add_session(&[7; 32], admin, time(0)).await?;
    unit.touch_session(&[7; 32], time(60)).await?;
    unit.touch_session(&[7; 32], time(30)).await?;
    let session = unit.session(&[7; 32]).await?;
    assert!(session.is_some_and(|session| {
        session.admin.id == admin && session.created == time(0) && session.seen == time(60)
    }));
    assert!(unit.session(&[8; 32]).await?.is_none());
    unit.end_session(&[7; 32]).await?;
    assert!(unit.session(&[7; 32]).await?.is_none());
    Ok(())
}

pub(super) async fn old_sessions_are_forgotten(storage: &impl Storage) -> Outcome {
    let mut unit = storage.write().await?;
    let admin = add_admin(&mut *unit).await?;
    unit.add_session(&[1; 32], admin, time(0)).await?;
    unit.add_session(&[2; 32], admin, time(100)).await?;
    unit.add_session(&[3; 32], admin, time(100)).await?;
    unit.touch_session(&[1; 32], time(200)).await?;
    unit.touch_session(&[3; 32], time(200)).await?;
    unit.forget_sessions(time(50), time(150)).await?;
    assert!(unit.session(&[1; 32]).await?.is_none());
    assert!(unit.session(&[2; 32]).await?.is_none());
    assert!(unit.session(&[3; 32]).await?.is_some());
    Ok(())
}

pub(super) async fn a_token_works_once_and_in_time(storage: &impl Storage) -> Outcome {
    let mut unit = storage.write().await?;
    unit.add_token(&[1; 32], Purpose::SetUp, time(10)).await?;
    assert!(!unit.take_token(&[1; 32], Purpose::SetUp, time(10)).await?);
    assert!(!unit.take_token(&[2; 32], Purpose::SetUp, time(0)).await?);
    assert!(unit.take_token(&[1; 32], Purpose::SetUp, time(9)).await?);
    assert!(!unit.take_token(&[1; 32], Purpose::SetUp, time(9)).await?);
    unit.add_token(&[3; 32], Purpose::SetUp, time(10)).await?;
    unit.add_token(&[4; 32], Purpose::SetUp, time(10)).await?;
    assert!(!unit.take_token(&[3; 32], Purpose::SetUp, time(0)).await?);
    Ok(())
}

pub(super) async fn attempts_are_counted_by_place(storage: &impl Storage) -> Outcome {
    let place = |account, address| AttemptPlace { account: [account; 32], address: [address; 32] };
    let mut unit = storage.write().await?;
    for (second, place) in [(0, place(1, 1)), (10, place(1, 1)), (11, place(1, 2)), (12, place(2, 1))] {
        unit.add_attempt(place, time(second), time(5)).await?;
    }
    let counted = unit.count_attempts(place(1, 1), time(5)).await?;
    assert_eq!(counted, AttemptCounts { pair: 1, account: 2, address: 2 });
    unit.clear_attempts(place(1, 1)).await?;
    let counted = unit.count_attempts(place(1, 1), time(0)).await?;
    assert_eq!(counted, AttemptCounts { pair: 0, account: 1, address: 1 });
    Ok(())
}

pub(super) async fn add_admin(unit: &mut dyn WriteUnit) -> Result<AdminId, StorageError> {
    let admin = NewAdmin {
        email: "Ann@example.com".to_owned(),
        email_form: "ann@example.com".to_owned(),
        name: "Ann".to_owned(),
        role: Role::Editor,
        password_hash: "$argon2id$".to_owned(),
        created: time(0),
    };
    unit.add_admin(&admin).await
}
