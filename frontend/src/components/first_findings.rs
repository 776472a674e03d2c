//! What the beginning of a file shows, under the progress: she needn't wait for the end to see that something is wrong.

use std::rc::Rc;

use yew::prelude::*;

use super::findings_list::look_of;
use super::icon::Icon;
use crate::texts::{findings as texts, import};
use crate::worker::protocol::SoFar;

/// Findings that are shown; the preview has them all.
const SHOWN: usize = 5;

/// The beginning.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct FirstFindingsProps {
    /// What was found in it.
    pub so_far: Rc<SoFar>,
}

/// A short list.
#[function_component]
pub fn FirstFindings(props: &FirstFindingsProps) -> Html {
    let SoFar { rows, findings, .. } = &*props.so_far;
    if findings.is_empty() {
        return html! { <p class="quiet" data-test="so-far">{ import::none_so_far(*rows) }</p> };
    }
    let entry = |finding: &crate::worker::protocol::Finding| {
        let (class, picture) = look_of(finding.severity);
        html! {
            <li class={classes!("first-finding", class)}>
                <span class="severity" title={texts::meaning(finding.severity)}><Icon {picture} />{ texts::severity(finding.severity) }</span>
                <span>{ &finding.message }</span>
            </li>
        }
    };
    html! {
        <section class="first-findings" data-test="so-far">
            <h2>{ import::found_so_far(*rows) }</h2>
            <ul>{ for findings.iter().take(SHOWN).map(entry) }</ul>
        </section>
    }
}
