//! Why storage cannot do what it was asked.

/// Why storage couldn't do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// Someone else writes, or every connection is in use, for longer than we wait. Nothing was changed.
    #[error("the database is busy")]
    Busy(#[source] Cause),
    /// The database can't be reached or written: disk full, read-only, broken connection.
    #[error("the database can't be reached or written")]
    Unavailable(#[source] Cause),
    /// There is no room left where the database is kept. Nothing was changed.
    #[error("there is no room left where the database is kept")]
    NoRoom(#[source] Cause),
    /// The database, or what stands in front of it, isn't as Muster needs it: what, and what to do.
    #[error("the database can't be used as it is: {0}")]
    Unfit(String),
    /// Two people would have one username.
    #[error("two people would have one username")]
    UsernameTaken,
    /// Two people would have one employee id.
    #[error("two people would have one employee id")]
    EmployeeIdTaken,
    /// Two admins would have one e-mail address.
    #[error("two admins would have one e-mail address")]
    AdminTaken,
    /// The data isn't what this program wrote.
    #[error("the stored data can't be understood: {0}")]
    Corrupt(String),
    /// The address isn't one of a kind of database that this program knows.
    #[error("the address isn't that of a database that Muster knows; use sqlite://FILE or postgres://…")]
    Unknown,
    /// Anything else the database says.
    #[error("the database failed")]
    Failed(#[source] Cause),
}

/// What the database itself said.
pub type Cause = Box<dyn std::error::Error + Send + Sync>;
