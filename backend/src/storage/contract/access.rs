//! Roles, links, tokens.

use super::accounts::add_admin;
use super::{Outcome, time};
use crate::storage::Storage;
use crate::storage::access::{ApiTokenId, Identity, NewApiToken, Scope};
use crate::storage::accounts::{AdminId, NewAdmin, Role};

pub(super) async fn an_admin_is_changed(storage: &impl Storage) -> Outcome {
    let mut unit = storage.write().await?;
    let ann = add_admin(&mut *unit).await?;
    let bob = unit.add_admin(&bob()).await?;
    unit.set_role(ann, Role::SystemAdmin).await?;
    unit.set_disabled(bob, true).await?;
    unit.set_password(ann, "another").await?;
    let admins = unit.admins().await?;
    let shown: Vec<_> = admins
        .iter()
        .map(|facts| {
            let admin = &facts.admin;
            (admin.id, admin.role, admin.disabled, admin.password_hash.as_str(), facts.created)
        })
        .collect();
    assert_eq!(shown, [(ann, Role::SystemAdmin, false, "another", time(0)), (bob, Role::Viewer, true, "", time(5))]);
    unit.set_disabled(bob, false).await?;
    assert!(unit.admins().await?.iter().all(|facts| !facts.admin.disabled));
    Ok(())
}

pub(super) async fn sessions_end_all_but_one(storage: &impl Storage) -> Outcome {
    let mut unit = storage.write().await?;
    let ann = add_admin(&mut *unit).await?;
    let bob = unit.add_admin(&bob()).await?;
    for (hash, admin) in [([1; 32], ann), ([2; 32], ann), ([3; 32], bob)] {
        unit.add_session(&hash, admin, time(0)).await?;
    }
    unit.end_sessions_of(ann, Some(&[2; 32])).await?;
    assert!(unit.session(&[1; 32]).await?.is_none());
    assert!(unit.session(&[2; 32]).await?.is_some());
    unit.end_sessions_of(ann, None).await?;
    assert!(unit.session(&[2; 32]).await?.is_none());
    assert!(unit.session(&[3; 32]).await?.is_some());
    Ok(())
}

pub(super) async fn the_latest_link_works_in_time(storage: &impl Storage) -> Outcome {
    let mut unit = storage.write().await?;
    let ann = add_admin(&mut *unit).await?;
    unit.add_link(&[1; 32], ann, time(10)).await?;
    unit.add_link(&[2; 32], ann, time(10)).await?;
    assert!(unit.admin_of_link(&[1; 32], time(0)).await?.is_none());
    assert!(unit.admin_of_link(&[2; 32], time(9)).await?.is_some_and(|admin| admin.id == ann));
    assert!(unit.admin_of_link(&[2; 32], time(10)).await?.is_none());
    unit.end_links_of(ann).await?;
    assert!(unit.admin_of_link(&[2; 32], time(0)).await?.is_none());
    Ok(())
}

pub(super) async fn an_identity_belongs_to_one_admin(storage: &impl Storage) -> Outcome {
    let identity = |subject: &str| Identity { issuer: "https://id.example".to_owned(), subject: subject.to_owned() };
    let mut unit = storage.write().await?;
    let ann = add_admin(&mut *unit).await?;
    let bob = unit.add_admin(&bob()).await?;
    assert!(unit.admin_of_identity(&identity("a")).await?.is_none());
    assert!(!unit.release_identity(ann).await?);
    unit.bind_identity(ann, &identity("a"), time(0)).await?;
    assert!(unit.admin_of_identity(&identity("a")).await?.is_some_and(|admin| admin.id == ann));
    // A subject is compared byte by byte, and means nothing to another issuer.
    assert!(unit.admin_of_identity(&identity("A")).await?.is_none());
    let other = Identity { issuer: "https://id.example/".to_owned(), ..identity("a") };
    assert!(unit.admin_of_identity(&other).await?.is_none());
    assert!(unit.identity_of(ann).await?.is_some_and(|bound| bound == identity("a")));
    assert!(unit.identity_of(bob).await?.is_none());
    let bound: Vec<_> = unit.admins().await?.iter().map(|facts| facts.bound).collect();
    assert_eq!(bound, [true, false]);
    assert!(unit.release_identity(ann).await?);
    unit.bind_identity(bob, &identity("a"), time(1)).await?;
    assert!(unit.admin_of_identity(&identity("a")).await?.is_some_and(|admin| admin.id == bob));
    // The database itself gives an identity to one admin only. The unit is of no use after that.
    assert!(unit.bind_identity(ann, &identity("a"), time(2)).await.is_err());
    Ok(())
}

pub(super) async fn an_api_token_is_found_used_and_revoked(storage: &impl Storage) -> Outcome {
    let mut unit = storage.write().await?;
    let ann = add_admin(&mut *unit).await?;
    let token = |byte: u8, expires| NewApiToken {
        hash: [byte; 32],
        admin: ann,
        name: format!("feed {byte}"),
        scopes: vec![Scope::Read, Scope::Import],
        created: time(0),
        expires,
    };
    let first = unit.add_api_token(&token(1, None)).await?;
    let second = unit.add_api_token(&token(2, Some(time(50)))).await?;
    unit.touch_api_token(second, time(20)).await?;
    unit.touch_api_token(second, time(10)).await?;
    assert!(unit.api_token(&[3; 32]).await?.is_none());
    let (found, admin) = unit.api_token(&[2; 32]).await?.unzip();
    assert!(admin.is_some_and(|admin| admin.id == ann));
    assert!(found.is_some_and(|found| {
        found.id == second
            && found.name == "feed 2"
            && found.scopes == [Scope::Read, Scope::Import]
            && (found.created, found.expires, found.used) == (time(0), Some(time(50)), Some(time(20)))
            && found.revoked.is_none()
    }));
    assert!(!unit.revoke_api_token(AdminId(ann.0 + 1), first, time(30)).await?);
    assert!(!unit.revoke_api_token(ann, ApiTokenId(second.0 + 1), time(30)).await?);
    assert!(unit.revoke_api_token(ann, first, time(30)).await?);
    assert!(!unit.revoke_api_token(ann, first, time(40)).await?);
    let tokens = unit.api_tokens_of(ann).await?;
    let shown: Vec<_> = tokens.iter().map(|token| (token.id, token.revoked)).collect();
    assert_eq!(shown, [(second, None), (first, Some(time(30)))]);
    Ok(())
}

fn bob() -> NewAdmin {
    NewAdmin {
        email: "bob@example.com".to_owned(),
        email_form: "bob@example.com".to_owned(),
        name: "Bob".to_owned(),
        role: Role::Viewer,
        password_hash: String::new(),
        created: time(5),
    }
}
