//! Which extract a file was made from, asked where it doesn't say itself: the past extracts as cards.

use yew::prelude::*;

use super::icon::{Icon, Picture};
use crate::api::settings::{self, Extracts, Taken};
use crate::browser::clock;
use crate::hooks::use_import::use_import;
use crate::hooks::use_loaded::use_loaded;
use crate::texts::{history, import as texts, numbers};
use crate::worker::protocol::Decision;

/// The rule whose finding this answers.
const BASE_UNKNOWN: &str = "H010";
/// So many are shown; the choices below the findings take any revision.
const SHOWN: usize = 6;

/// The question, while nobody answered it.
#[function_component]
pub fn WhichExtract() -> Html {
    let import = use_import();
    let asked = import.state().summary.as_ref().and_then(|summary| {
        summary.findings.iter().find(|finding| finding.code == BASE_UNKNOWN).map(|finding| finding.id.clone())
    });
    let Some(finding) = asked else { return html! {} };
    html! { <Cards {finding} busy={import.state().checking} /> }
}

#[derive(Debug, Clone, PartialEq, Properties)]
struct CardsProps {
    finding: String,
    busy: bool,
}

async fn newest() -> crate::api::Answer<Extracts> {
    settings::extracts(None).await
}

#[function_component]
fn Cards(props: &CardsProps) -> Html {
    let import = use_import();
    let past = use_loaded(newest);
    let press = |decision: Decision| {
        let import = import.clone();
        Callback::from(move |_: MouseEvent| import.decide(decision.clone()))
    };
    let taken = past.get().map(|known| latest_of_each(&known.extracts)).unwrap_or_default();
    let elsewhere = Decision::Fix { finding: props.finding.clone(), fix: 0 };
    html! {
        <section class="notice which-extract" aria-labelledby="which-extract" data-test="which-extract">
            <Icon picture={Picture::Info} />
            <div>
                <h2 id="which-extract" class="notice-title">{ texts::which_extract() }</h2>
                <p>{ texts::which_extract_why() }</p>
                <ul class="extract-cards">
                    { for taken.iter().map(|taken| html! {
                        <li key={taken.revision}>
                            <button class="extract-card" type="button" disabled={props.busy} data-test="extract-card"
                                data-revision={taken.revision.to_string()} onclick={press(Decision::Base(Some(taken.revision)))}>
                                <strong><time datetime={taken.at.clone()}>{ clock::local_time(&taken.at) }</time></strong>
                                <span>{ &taken.actor.name }</span>
                                <span class="quiet">{ history::revision(taken.revision) }{ " · " }{ numbers::people(taken.people) }</span>
                            </button>
                        </li>
                    }) }
                </ul>
                <button class="button" type="button" disabled={props.busy} onclick={press(elsewhere)} data-test="no-extract">{ texts::which_extract_none() }</button>
            </div>
        </section>
    }
}

/// The newest extract of each revision, newest first: one card for what is the same file.
fn latest_of_each(extracts: &[Taken]) -> Vec<Taken> {
    let mut shown: Vec<Taken> = Vec::new();
    for taken in extracts {
        if shown.len() < SHOWN && shown.iter().all(|known| known.revision != taken.revision) {
            shown.push(taken.clone());
        }
    }
    shown
}
