//! Says what happens on the import page to whoever doesn't see it: that a file is being checked, what came of it, what
//! each decision changes, and how many rows a filter shows. Each once, and nothing that she did herself a moment ago.

use yew::prelude::*;

use crate::hooks::use_import::use_import;
use crate::hooks::use_voice::use_voice;
use crate::state::import::{Anew, Phase, Sending};
use crate::texts::{import as texts, send, table};
use crate::worker::protocol::View;

/// Nothing to see.
#[function_component]
pub fn ImportVoice() -> Html {
    let import = use_import();
    let voice = use_voice();
    let state = import.state();
    // The plan and the rows that were spoken of last.
    let last = use_mut_ref(|| (0, View::default()));
    let is_first = use_mut_ref(|| true);

    use_effect_with(state.phase, {
        let (voice, is_first) = (voice.clone(), is_first.clone());
        move |phase| {
            if *phase == Phase::Working {
                is_first.replace(true);
                voice.say(texts::progress());
            }
        }
    });
    let is_planned = state.phase == Phase::Preview && !state.checking && !matches!(state.sending, Sending::Done(_));
    use_effect_with((state.generation, is_planned), {
        let (voice, summary, anew) = (voice.clone(), state.summary.clone(), state.anew);
        move |(_, is_planned)| {
            let Some(summary) = summary.filter(|_| *is_planned) else { return };
            let counts = &summary.counts;
            let before = match anew {
                Some(Anew::Compared) => texts::compared_again().to_owned(),
                Some(Anew::Restarted) => texts::restarted().to_owned(),
                None if is_first.replace(false) => texts::announcement(counts.people(), counts.errors, counts.warnings),
                None => String::new(),
            };
            voice.say(format!("{before} {}", send::outlook(&summary)).trim());
        }
    });
    let view = state.view();
    use_effect_with(
        (state.generation, view, state.window.ask > 0, state.window.total),
        move |(generation, view, there, total)| {
            if !there {
                return;
            }
            let (spoken, before) = last.replace((*generation, view.clone()));
            if spoken == *generation && before != *view {
                voice.say(&table::shown(*total, &view.filter));
            }
        },
    );
    html! {}
}
