//! Passwords: which are good enough, and how they are kept.
//!
//! Argon2id with OWASP's setting (19 MiB, two passes, one lane). Hashing takes tens of milliseconds of a core and the
//! memory besides, so it runs on the blocking threads and only a few at a time: a flood of sign-ins waits in line
//! instead of taking the server's memory.

use std::sync::Arc;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{CustomizedPasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use shared::words;
use tokio::sync::Semaphore;

use super::error::{AccountError, HashError};

const SHORTEST: usize = 8;
const LONGEST: usize = 128;

/// What many people choose, in lower case; anyone who guesses begins with these.
const COMMON: &str = include_str!("common_passwords.txt");

/// A well-formed hash that no password has: verifying against it takes as long as against a real one.
const NOBODYS: &str = "$argon2id$v=19$m=19456,t=2,p=1$bXVzdGVyLW5vYm9keQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Hashes and verifies passwords, a few at a time.
#[derive(Debug)]
pub struct Passwords {
    at_once: Arc<Semaphore>,
}

impl Passwords {
    /// At most `at_once` hashes are computed at the same time.
    pub fn new(at_once: u32) -> Self {
        Self { at_once: Arc::new(Semaphore::new(usize::try_from(at_once).unwrap_or(1).max(1))) }
    }

    /// The PHC string to store for a password.
    pub async fn hash(&self, password: String, salt: [u8; 32]) -> Result<String, HashError> {
        self.off_the_async_threads(move || {
            let (salt, _) = salt.split_at(16);
            let (algorithm, version) = (Algorithm::Argon2id.ident(), u32::from(Version::V0x13));
            argon2()?
                .hash_password_customized(password.as_bytes(), salt, Some(algorithm.as_str()), Some(version), owasp()?)
                .map(|hash| hash.to_string())
                .map_err(|error| HashError::Failed(error.to_string()))
        })
        .await
    }

    /// Whether the password is the one that `stored` was made from. Without `stored` the answer is no, after the same
    /// time, so that nobody learns from the clock which accounts exist.
    pub async fn verify(&self, password: String, stored: Option<String>) -> Result<bool, HashError> {
        self.off_the_async_threads(move || {
            let known = stored.is_some();
            let stored = stored.unwrap_or_else(|| NOBODYS.to_owned());
            let hash = PasswordHash::new(&stored).map_err(|error| HashError::Failed(error.to_string()))?;
            Ok(argon2()?.verify_password(password.as_bytes(), &hash).is_ok() && known)
        })
        .await
    }

    async fn off_the_async_threads<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, HashError> + Send + 'static,
    ) -> Result<T, HashError> {
        let permit = Arc::clone(&self.at_once).acquire_owned().await;
        // The permit travels with the work: if the client goes away, the work goes on and still counts.
        tokio::task::spawn_blocking(move || {
            let _permit = permit;
            work()
        })
        .await?
    }
}

/// The password, if it is good enough.
pub(super) fn checked(password: &str, email: &str, name: &str) -> Result<(), AccountError> {
    let characters = password.chars().count();
    let lower = password.trim().to_lowercase();
    let holds = |text: &str| !text.is_empty() && lower == text.trim().to_lowercase();
    let why = if characters < SHORTEST {
        words!("has fewer than 8 characters; 15 or more are better")
    } else if characters > LONGEST {
        words!("has more than 128 characters")
    } else if COMMON.lines().any(|common| common == lower) {
        words!("is one that many people use, so it is guessed first")
    } else if holds(email) || holds(email.split('@').next().unwrap_or_default()) || holds(name) {
        words!("is your own name or address, so it is guessed first")
    } else if one_character_only(&lower) {
        words!("is one character again and again")
    } else {
        return Ok(());
    };
    Err(AccountError::Field { field: "password", why })
}

fn one_character_only(text: &str) -> bool {
    let mut characters = text.chars();
    let first = characters.next();
    characters.all(|character| Some(character) == first)
}

fn argon2() -> Result<Argon2<'static>, HashError> {
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, owasp()?))
}

/// OWASP Password Storage Cheat Sheet, 2025: m=19456 (19 MiB), t=2, p=1.
fn owasp() -> Result<Params, HashError> {
    Params::new(19_456, 2, 1, None).map_err(|error| HashError::Failed(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::{COMMON, Passwords, checked};

    #[tokio::test]
    async fn a_password_is_verified_and_nobody_has_none() {
        let passwords = Passwords::new(1);
        let stored = passwords.hash("correct horse".to_owned(), [3; 32]).await.expect("hashes");
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
        assert!(passwords.verify("correct horse".to_owned(), Some(stored.clone())).await.expect("verifies"));
        assert!(!passwords.verify("Correct horse".to_owned(), Some(stored)).await.expect("verifies"));
        assert!(!passwords.verify("correct horse".to_owned(), None).await.expect("verifies"));
    }

    #[test]
    fn weak_passwords_are_refused_and_long_ones_welcome() {
        let good = |password: &str| checked(password, "ann.lee@example.com", "Ann Lee").is_ok();
        assert!(good("a quiet river at night"));
        assert!(good(&"ab".repeat(64)));
        for weak in ["1234567", "Password123", "ann.lee@example.com", "ANN.LEE ", "ann lee  ", "zzzzzzzzzz"] {
            assert!(!good(weak), "{weak}");
        }
        assert!(!good(&"ab".repeat(65)));
    }

    #[test]
    fn the_list_of_common_passwords_is_in_lower_case_and_long_enough_to_matter() {
        for password in COMMON.lines() {
            assert!(password.chars().count() >= 8 && password == password.to_lowercase(), "{password}");
        }
    }
}
