//! What a file is held against: the directory of now, and the extract that it was made from.

use std::cell::RefCell;
use std::sync::Arc;

use shared::facts::marked_extract;
use shared::{Directory, Options, Schema};

use super::held::Desk;
use super::source::{Extract, extract_from_server, past_from_server, schema_json, server_says};
use super::words;
use crate::api::{self, Problem};
use crate::worker::protocol::Stage;

/// Fetches the schema, and the language that the page is in, if they aren't there yet.
pub(super) async fn know_schema(desk: &RefCell<Desk>) -> Result<(), Problem> {
    words::know().await;
    if desk.borrow().schema.is_none() {
        let json = schema_json().await?;
        let schema = Schema::from_json(&json).map_err(|_| Problem::not_understood())?;
        desk.borrow_mut().schema = Some(Arc::new(schema));
    }
    Ok(())
}

/// Fetches the schema and the directory, or learns that what is there is still right.
pub(super) async fn refresh(desk: &RefCell<Desk>) -> Result<(), Problem> {
    know_schema(desk).await?;
    if desk.borrow().current.is_fresh {
        return Ok(());
    }
    let standard = server_says(Options::default()).await;
    desk.borrow_mut().standard = standard;
    let known = {
        let desk = desk.borrow();
        desk.current.directory.as_ref().and(desk.current.etag.clone())
    };
    let extract = extract_from_server(api::DIRECTORY, Stage::Directory, known.as_deref()).await?;
    let current = match extract {
        Some(extract) => {
            let etag = extract.etag.clone();
            Some((directory_of(desk, extract).ok_or_else(Problem::not_understood)?, etag))
        }
        None => None,
    };
    let mut desk = desk.borrow_mut();
    if let Some((directory, etag)) = current {
        desk.current.directory = Some(directory);
        desk.current.etag = etag;
    }
    desk.current.is_fresh = true;
    Ok(())
}

/// Before the first plan, the base is what the file says of itself.
pub(super) async fn first_base(desk: &RefCell<Desk>) -> Result<(), Problem> {
    let revision = {
        let desk = desk.borrow();
        let Some(opened) = &desk.opened else { return Ok(()) };
        opened.facts().base.map(|base| base.revision)
    };
    fetch_base(desk, revision).await
}

/// Fetches the base of a revision, if it isn't the directory of now.
pub(super) async fn fetch_base(desk: &RefCell<Desk>, revision: Option<u64>) -> Result<(), Problem> {
    let (current, etag, mark) = {
        let desk = desk.borrow();
        let marked = marked_extract(&desk.name);
        let mark = marked.filter(|(number, _)| Some(*number) == revision).map(|(_, mark)| format!("&mark={mark}"));
        (desk.current.directory.clone(), desk.current.etag.clone(), mark)
    };
    let base = match (revision, current) {
        (None, _) | (_, None) => None,
        // Whether the mark in the file's name is still that revision's, only the server can say.
        (Some(revision), Some(directory)) if directory.revision() == revision && mark.is_none() => Some(directory),
        (Some(revision), Some(directory)) => {
            let address = format!("{}&at={revision}{}", api::DIRECTORY, mark.unwrap_or_default());
            match extract_from_server(&address, Stage::Base, etag.as_deref()).await {
                Ok(None) => Some(directory),
                Ok(Some(extract)) => Some(directory_of(desk, extract).ok_or_else(Problem::not_understood)?),
                // A number that the directory never had is as good as none.
                Err(problem) if problem.status == 404 => None,
                Err(problem) => return Err(problem),
            }
        }
    };
    let columns = desk.borrow().facts().map(|facts| facts.columns_to_remember(base.is_some())).unwrap_or_default();
    let past = past_from_server(&columns).await;
    let mut desk = desk.borrow_mut();
    desk.base_asked = revision;
    desk.base = base;
    desk.past = past;
    Ok(())
}

fn directory_of(desk: &RefCell<Desk>, extract: Extract) -> Option<Arc<Directory>> {
    let schema = desk.borrow().schema.clone()?;
    Directory::from_extract(schema, extract.bytes, extract.revision).ok().map(Arc::new)
}
