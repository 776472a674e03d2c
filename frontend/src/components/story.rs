//! What the file does, a sentence a column: the first thing that is read of a preview, and again before sending.

use yew::prelude::*;

use super::findings_list::look_of;
use super::icon::Icon;
use crate::hooks::use_import::{ImportHandle, use_import};
use crate::texts::{findings as finding_texts, import as texts};
use crate::worker::protocol::{Decision, Filter, Severity, StoryLine};

/// Lines that are shown at once; more of them are a press away.
const SHOWN: usize = 8;

/// The story under the counts.
#[function_component]
pub fn Story() -> Html {
    let import = use_import();
    let all = use_state(|| false);
    let Some(summary) = import.state().summary.clone() else { return html! {} };
    if summary.story.is_empty() {
        return html! {};
    }
    let shown = if *all { summary.story.len() } else { SHOWN };
    let rest = summary.story.len().saturating_sub(shown);
    let on_all = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(true))
    };
    html! {
        <section class="story" aria-labelledby="story-title" data-test="story">
            <h2 id="story-title">{ texts::story() }</h2>
            <ul>{ for summary.story.iter().take(shown).map(|line| entry(&import, line)) }</ul>
            if rest > 0 {
                <button type="button" class="link" onclick={on_all} data-test="more-story">{ finding_texts::show_more(rest) }</button>
            }
        </section>
    }
}

fn entry(import: &ImportHandle, line: &StoryLine) -> Html {
    let (class, picture) = look_of(line.severity);
    let loud = line.severity != Severity::Note;
    html! {
        <li class={classes!("story-line", class)} data-test="story-line" data-kind={line.kind.clone()} data-severity={class}>
            if loud {
                <span class="severity" title={finding_texts::meaning(line.severity)}><Icon {picture} />{ finding_texts::severity(line.severity) }</span>
            }
            <span>{ &line.sentence }</span>
            if let Some((finding, title)) = line.finding.as_ref().zip(line.fix.as_ref()).filter(|_| loud) {
                <button
                    type="button" class="button small" disabled={import.state().checking} data-test="story-fix"
                    onclick={{
                        let (import, finding) = (import.clone(), finding.clone());
                        Callback::from(move |_: MouseEvent| import.decide(Decision::Fix { finding: finding.clone(), fix: 0 }))
                    }}
                >
                    { title }
                </button>
                <button
                    type="button" class="link"
                    onclick={{
                        let (import, finding) = (import.clone(), finding.clone());
                        Callback::from(move |_: MouseEvent| import.show(Filter::Finding(finding.clone())))
                    }}
                >
                    { finding_texts::show() }
                </button>
            }
        </li>
    }
}

/// The story as it stands in the dialog before sending: nothing to press.
pub(super) fn told(story: &[StoryLine]) -> Html {
    if story.is_empty() {
        return html! {};
    }
    html! {
        <div class="story" data-test="send-story">
            <h3>{ texts::story() }</h3>
            <ul>
                { for story.iter().take(SHOWN).map(|line| html! { <li class="story-line">{ &line.sentence }</li> }) }
                if story.len() > SHOWN {
                    <li class="quiet">{ texts::story_more(story.len() - SHOWN) }</li>
                }
            </ul>
        </div>
    }
}
