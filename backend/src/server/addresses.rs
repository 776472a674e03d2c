//! How many connections one address has: a single machine, or a household's IPv6 network, never takes them all.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

/// The connections that are open, by address.
#[derive(Debug)]
pub(super) struct Addresses {
    most: u32,
    open: Mutex<HashMap<IpAddr, u32>>,
}

/// One connection, counted until it is dropped.
#[derive(Debug)]
pub(super) struct Counted {
    addresses: Arc<Addresses>,
    address: IpAddr,
}

impl Addresses {
    pub(super) fn new(most: u32) -> Arc<Self> {
        Arc::new(Self { most, open: Mutex::default() })
    }

    /// Counts a connection, unless its address has as many as it may.
    pub(super) fn count(self: &Arc<Self>, address: IpAddr) -> Option<Counted> {
        let address = network_of(address);
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let count = open.entry(address).or_default();
        if *count >= self.most {
            return None;
        }
        *count += 1;
        Some(Counted { addresses: Arc::clone(self), address })
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        let mut open = self.addresses.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = open.get_mut(&self.address) {
            *count -= 1;
            if *count == 0 {
                open.remove(&self.address);
            }
        }
    }
}

/// Whoever has an IPv6 address has the 2^64 beside it.
fn network_of(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6((u128::from(address) & !u128::from(u64::MAX)).into()),
        address @ IpAddr::V4(_) => address,
    }
}

#[cfg(test)]
mod tests {
    use super::Addresses;

    #[test]
    fn an_address_has_its_share_and_a_network_is_one_address() {
        let addresses = Addresses::new(1);
        let first = addresses.count("2001:db8::1".parse().expect("an address"));
        assert!(first.is_some());
        assert!(addresses.count("2001:db8::2".parse().expect("an address")).is_none());
        assert!(addresses.count("2001:db8:0:1::1".parse().expect("an address")).is_some());
        assert!(addresses.count("192.0.2.1".parse().expect("an address")).is_some());
        drop(first);
        assert!(addresses.count("2001:db8::2".parse().expect("an address")).is_some());
        assert!(addresses.open.lock().expect("no panic").is_empty());
    }
}
