//! Where a file is chosen. Dropping one works anywhere in the window, and is heard above the pages.

use web_sys::File;
use yew::prelude::*;

use super::icon::{Icon, Picture};
use crate::browser::drop;
use crate::hooks::use_session::use_session;
use crate::texts::{import as texts, numbers};

/// What happens with a file.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct DropZoneProps {
    /// There is one.
    pub on_file: Callback<File>,
    /// Whether the zone is large, before there is a file; afterwards it is a button.
    pub large: bool,
}

/// Says that a file can be dropped, and offers to choose one.
#[function_component]
pub fn DropZone(props: &DropZoneProps) -> Html {
    let input = use_node_ref();
    let limit = use_session().upload_limit();

    let onchange = {
        let (input, on_file) = (input.clone(), props.on_file.clone());
        Callback::from(move |_: Event| {
            if let Some(file) = drop::chosen(&input) {
                on_file.emit(file);
            }
        })
    };
    let onclick = {
        let input = input.clone();
        Callback::from(move |_: MouseEvent| drop::choose(&input))
    };
    let field = html! {
        <input ref={input} class="visually-hidden" type="file" accept=".csv,.txt,.tsv,.xlsx,text/csv" tabindex="-1" aria-hidden="true" {onchange} data-test="file-input" />
    };
    html! {
        <>
            if props.large {
                <div class="drop-zone" data-test="drop-zone">
                    <span class="drop-picture"><Icon picture={Picture::Up} /></span>
                    <p class="drop-title">{ texts::drop() }</p>
                    <p class="quiet">{ texts::or() }</p>
                    <button class="button primary" type="button" {onclick}>{ texts::choose() }</button>
                    { field }
                    <p class="hint">
                        { texts::kinds() }
                        if let Some(limit) = limit {
                            { " " }{ texts::limit(numbers::size(limit)) }
                        }
                    </p>
                    <p class="hint">{ texts::paste() }</p>
                </div>
            } else {
                <button class="button" type="button" {onclick}><Icon picture={Picture::File} />{ texts::choose_another() }</button>
                { field }
            }
        </>
    }
}
