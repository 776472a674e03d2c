//! Randomness, as a parameter: secrets, salts and request ids come from here, so every test can be repeated exactly.

use std::fmt::{self, Write};
use std::sync::atomic::{AtomicU64, Ordering};

use sha2::{Digest, Sha256};

/// Makes bytes that nobody can guess.
pub trait Ids: Send + Sync {
    /// 32 fresh random bytes.
    fn bytes(&self) -> [u8; 32];

    /// A fresh secret, for a session or a link.
    fn secret(&self) -> Secret {
        Secret(self.bytes())
    }

    /// What a new revision is known by, beside its number: 32 hexadecimal digits.
    fn identity(&self) -> String {
        hex_from_bytes(&self.bytes())[..32].to_owned()
    }

    /// A fresh name for one request, short enough to be read out on the telephone.
    fn request_id(&self) -> String {
        hex_from_bytes(&self.bytes())[..16].to_owned()
    }
}

/// Ids from the operating system's random number generator.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemIds;

impl Ids for SystemIds {
    fn bytes(&self) -> [u8; 32] {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).expect("a system without randomness can't keep secrets, so nothing may go on");
        bytes
    }
}

/// The same ids in the same order for the same seed. For tests only: anyone can guess them.
#[derive(Debug)]
pub struct SeededIds {
    seed: u64,
    next: AtomicU64,
}

impl SeededIds {
    /// Ids that follow from `seed`.
    pub fn new(seed: u64) -> Self {
        Self { seed, next: AtomicU64::new(0) }
    }
}

impl Ids for SeededIds {
    fn bytes(&self) -> [u8; 32] {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let mut hash = Sha256::new();
        hash.update(self.seed.to_be_bytes());
        hash.update(number.to_be_bytes());
        hash.finalize().into()
    }
}

/// 256 bits that open something. Shown once, stored only as a hash, never printed by `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret([u8; 32]);

impl Secret {
    /// The secret as its holder keeps it: 64 hexadecimal digits.
    pub fn text(&self) -> String {
        hex_from_bytes(&self.0)
    }

    /// What is stored in its place.
    pub fn hash(&self) -> SecretHash {
        hash_from_text(&self.text())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// The SHA-256 hash of a secret's text.
pub type SecretHash = [u8; 32];

/// The hash to look up for a text that claims to be a secret.
pub fn hash_from_text(text: &str) -> SecretHash {
    Sha256::digest(text.as_bytes()).into()
}

/// Bytes in lower-case hexadecimal.
pub fn hex_from_bytes(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::{Ids, SeededIds, SystemIds, hash_from_text};

    #[test]
    fn a_secret_is_found_again_by_its_text_and_never_printed() {
        let secret = SystemIds.secret();
        assert_eq!(hash_from_text(&secret.text()), secret.hash());
        assert_eq!(format!("{secret:?}"), "Secret(…)");
        assert_ne!(secret, SystemIds.secret());
    }

    #[test]
    fn seeded_ids_repeat() {
        let (first, second) = (SeededIds::new(7), SeededIds::new(7));
        assert_eq!(first.secret(), second.secret());
        assert_ne!(first.secret(), SeededIds::new(8).secret());
    }
}
