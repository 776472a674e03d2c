//! Between the numbers and times that the keeper uses and the 64-bit integers that a database stores.

use jiff::Timestamp;
use serde::Serialize;

use crate::storage::StorageError;

/// A number to store. Ours count people and revisions, so they are far from the limit.
pub(super) fn stored(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A number read back.
pub(super) fn read(number: i64) -> Result<u64, StorageError> {
    u64::try_from(number).map_err(|_| StorageError::Corrupt("a count is negative".to_owned()))
}

/// A time read back.
pub(super) fn read_time(milliseconds: i64) -> Result<Timestamp, StorageError> {
    Timestamp::from_millisecond(milliseconds).map_err(|_| StorageError::Corrupt("a time is out of range".to_owned()))
}

/// A hash read back.
pub(super) fn read_hash(bytes: Vec<u8>) -> Result<[u8; 32], StorageError> {
    bytes.try_into().map_err(|_| StorageError::Corrupt("a hash has the wrong length".to_owned()))
}

/// Values as a JSON list, which a database turns into a table.
pub(super) fn json_list<J: Serialize>(values: impl IntoIterator<Item = J>) -> Result<String, StorageError> {
    let values: Vec<J> = values.into_iter().collect();
    serde_json::to_string(&values).map_err(|error| StorageError::Failed(error.into()))
}
