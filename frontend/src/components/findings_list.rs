//! What was noticed: grouped by cause, worst first, each with what, why, where, and the buttons that mend it.

use yew::prelude::*;

use super::icon::{Icon, Picture};
use super::mended_list::MendedList;
use super::table::grid::GRID_ID;
use crate::browser::focus;
use crate::hooks::use_import::{ImportHandle, use_import};
use crate::hooks::use_voice::{Voice, use_voice};
use crate::texts::findings as texts;
use crate::worker::protocol::{Decision, Filter, Finding, Place, Severity};

/// Findings that are drawn at once; more of them are a press away.
const PAGE: usize = 50;

/// What "fix all" would do is told for so many findings.
const MOST_TOLD: usize = 4;

/// The list.
#[function_component]
pub fn FindingsList() -> Html {
    let import = use_import();
    let voice = use_voice();
    let state = import.state();
    let pages = use_state(|| 1_usize);
    let Some(summary) = state.summary.clone() else { return html! {} };
    // The one that the table shows is drawn in any case, as the keyboard may have gone there.
    let shown = match &state.filter {
        Filter::Finding(id) => {
            summary.findings.iter().position(|finding| finding.id == *id).map_or(0, |place| place + 1)
        }
        _ => 0,
    };
    let shown = shown.max(*pages * PAGE);
    let rest = summary.findings.len().saturating_sub(shown);
    let on_more = {
        let pages = pages.clone();
        Callback::from(move |_: MouseEvent| pages.set(*pages + 1))
    };
    let step = |forward: bool| {
        let (import, voice) = (import.clone(), voice.clone());
        Callback::from(move |_: MouseEvent| show_neighbour(&import, &voice, forward))
    };
    let safe: Vec<&Finding> =
        summary.findings.iter().filter(|finding| finding.fixes.first().is_some_and(|fix| fix.safe)).collect();
    let safe_places: usize = safe.iter().map(|finding| finding.count).sum();
    let fix_all = {
        let import = import.clone();
        Callback::from(move |_: MouseEvent| import.decide(Decision::FixAllSafe))
    };
    html! {
        <section class="findings" aria-labelledby="findings-title" tabindex="-1" data-test="findings">
            <div class="findings-head">
                <h2 id="findings-title">{ texts::title() }</h2>
                if !summary.findings.is_empty() {
                    <span class="buttons">
                        <button type="button" class="button plain icon-only" title={texts::previous()} aria-label={texts::previous()} onclick={step(false)} data-test="previous-problem">
                            <Icon picture={Picture::Previous} />
                        </button>
                        <button type="button" class="button plain icon-only" title={texts::next()} aria-label={texts::next()} onclick={step(true)} data-test="next-problem">
                            <Icon picture={Picture::Next} />
                        </button>
                    </span>
                }
            </div>
            if !safe.is_empty() {
                <button
                    type="button" class="button mend wide" disabled={state.checking} onclick={fix_all} aria-describedby="fix-all-what"
                    data-test="fix-all-safe" data-count={safe.len().to_string()} data-places={safe_places.to_string()}
                >
                    <Icon picture={Picture::Wrench} />{ texts::fix_all_safe(safe.len(), texts::at_places(safe_places)) }
                </button>
                <ul class="fix-all-what" id="fix-all-what">
                    { for safe.iter().take(MOST_TOLD).map(|finding| html! {
                        <li key={finding.id.clone()}>{ told(finding) }</li>
                    }) }
                    if safe.len() > MOST_TOLD {
                        <li>{ texts::more_safe(safe.len() - MOST_TOLD) }</li>
                    }
                </ul>
            }
            if summary.findings.is_empty() {
                <div class="findings-none">
                    <Icon picture={Picture::Check} />
                    <p class="notice-title">{ texts::none_title() }</p>
                    <p class="quiet">{ texts::none() }</p>
                </div>
            }
            <ol class="finding-list">
                { for summary.findings.iter().take(shown).map(|finding| entry(&import, finding)) }
            </ol>
            if rest > 0 {
                <button type="button" class="button wide" onclick={on_more} data-test="more-findings">{ texts::show_more(rest.min(PAGE)) }</button>
            }
            <MendedList />
        </section>
    }
}

/// Shows the next or previous problem in list and table. Who works in the table stays there, and hears what it is.
pub fn show_neighbour(import: &ImportHandle, voice: &Voice, forward: bool) {
    let Some(id) = import.state().neighbour(forward) else { return };
    let found =
        import.state().summary.as_ref().and_then(|summary| summary.findings.iter().find(|found| found.id == id));
    if focus::focused_id() == GRID_ID {
        if let Some(found) = found {
            voice.say(&format!("{}: {}", texts::severity(found.severity), found.message));
        }
    } else {
        let element = element_id(&id);
        // It may have to be drawn first.
        gloo::timers::callback::Timeout::new(0, move || focus::focus_id(&element)).forget();
    }
    import.show(Filter::Finding(id));
}

/// Whether an element of this id is a finding.
pub fn is_finding(id: &str) -> bool {
    id.starts_with("finding-")
}

fn element_id(finding: &str) -> String {
    format!("finding-{finding}")
}

/// A severity's class and picture.
pub(super) fn look_of(severity: Severity) -> (&'static str, Picture) {
    match severity {
        Severity::Error => ("error", Picture::Cross),
        Severity::Warning => ("warning", Picture::Warning),
        Severity::Note => ("note", Picture::Info),
    }
}

/// What the first fix of a finding would do, and where.
fn told(finding: &Finding) -> String {
    let title = finding.fixes.first().map_or("", |fix| fix.title.as_str());
    match &finding.column {
        Some(column) => format!("{column}: {title} ({})", texts::at_places(finding.count)),
        None => format!("{title} ({})", texts::at_places(finding.count)),
    }
}

fn entry(import: &ImportHandle, finding: &Finding) -> Html {
    let filter = Filter::Finding(finding.id.clone());
    let on = import.state().filter == filter;
    let show = {
        let import = import.clone();
        Callback::from(move |_: MouseEvent| import.show(filter.clone()))
    };
    let (name, picture) = look_of(finding.severity);
    let id = element_id(&finding.id);
    // A button beside a finding says only what it would do; what it is about, and where, is told with it.
    let (what, place) = (format!("{id}-what"), format!("{id}-where"));
    let about = format!("{what} {place}");
    html! {
        <li
            class={format!("finding {name}{}", if on { " on" } else { "" })} key={finding.id.clone()} {id} tabindex="-1" aria-labelledby={about.clone()}
            data-test="finding" data-code={finding.code.clone()} data-count={finding.count.to_string()} data-severity={name}
        >
            <p class="finding-meta">
                <span class="severity" title={texts::meaning(finding.severity)}><Icon {picture} />{ texts::severity(finding.severity) }</span>
                if let Some(column) = &finding.column {
                    <span class="finding-column">{ column }</span>
                }
                <span class="finding-code">{ &finding.code }</span>
            </p>
            <h3 id={what}><span class="visually-hidden">{ texts::severity(finding.severity) }{ ": " }</span>{ &finding.message }</h3>
            <p class="finding-help">{ &finding.help }</p>
            { places(finding, place) }
            <p class="finding-actions">
                { for finding.fixes.iter().enumerate().map(|(position, fix)| {
                    let (import, id) = (import.clone(), finding.id.clone());
                    let disabled = import.state().checking;
                    let onclick = Callback::from(move |_: MouseEvent| import.decide(Decision::Fix { finding: id.clone(), fix: position }));
                    html! {
                        <button
                            type="button" class={if fix.safe { "button small mend" } else { "button small" }} {disabled} {onclick} aria-describedby={about.clone()}
                            data-test="fix" data-safe={fix.safe.to_string()} data-title={fix.title.clone()}
                        >
                            if fix.safe { <Icon picture={Picture::Wrench} /> }{ &fix.title }
                        </button>
                    }
                }) }
                if finding.in_rows {
                    <button type="button" class="link" aria-pressed={on.to_string()} aria-describedby={about} onclick={show}>{ if on { texts::shown() } else { texts::show() } }</button>
                }
            </p>
        </li>
    }
}

fn places(finding: &Finding, id: String) -> Html {
    let shown = finding.places.len();
    if finding.places.iter().all(|place| place.line.is_none() && place.value.is_none()) {
        return html! {};
    }
    html! {
        <ul class="places" {id} aria-label={texts::examples()}>
            { for finding.places.iter().map(place) }
            if finding.count > shown {
                <li class="quiet">{ texts::more(finding.count - shown) }</li>
            }
        </ul>
    }
}

fn place(place: &Place) -> Html {
    html! {
        <li>
            if let Some(line) = place.line {
                <span class="place-line">{ texts::line(line) }</span>{ " " }
            }
            if let Some(username) = &place.username {
                <span class="place-who">{ username }</span>{ " " }
            }
            if let Some(value) = &place.value {
                <code title={texts::file()}>{ value }</code>{ " " }
            }
            if let Some(stored) = place.stored.as_ref().filter(|stored| !stored.is_empty()) {
                <span class="place-stored">{ texts::stored() }{ ": " }<code>{ stored }</code></span>
            }
        </li>
    }
}
