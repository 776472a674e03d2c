//! Reports: how complete the profiles are.

use yew::prelude::*;

use crate::api::settings::{self, Completion, Profile, Section};
use crate::browser::page;
use crate::components::icon::{Icon, Picture};
use crate::components::loading::loading;
use crate::hooks::use_loaded::use_loaded;
use crate::texts::numbers::percent;
use crate::texts::{reports as texts, shell};

async fn first() -> crate::api::Answer<Completion> {
    settings::completion(None).await
}

/// The reports page.
#[function_component]
pub fn Reports() -> Html {
    use_effect_with((), |()| page::set_title(&shell::tab(texts::title())));
    let report = use_loaded(first);
    let on_retry = {
        let report = report.clone();
        Callback::from(move |()| report.ask(first()))
    };
    let inside = match report.get().cloned() {
        None => loading(report.problem(), on_retry),
        Some(known) => {
            let on_more = {
                let (report, known) = (report.clone(), known.clone());
                Callback::from(move |_: MouseEvent| {
                    let known = known.clone();
                    report.ask(async move {
                        let page = settings::completion(known.next).await?;
                        let profiles = known.profiles.into_iter().chain(page.profiles.clone()).collect();
                        Ok(Completion { profiles, ..page })
                    });
                })
            };
            shown(&known, on_more)
        }
    };
    html! {
        <div class="page">
            <header class="page-head">
                <h1>{ texts::title() }</h1>
                <p class="lead">{ texts::lead() }</p>
            </header>
            { inside }
        </div>
    }
}

fn shown(report: &Completion, on_more: Callback<MouseEvent>) -> Html {
    html! {
        <>
            <section class="card" aria-labelledby="completion">
                <h2 id="completion">{ texts::completion() }</h2>
                <p>{ texts::complete(report.complete, report.people) }</p>
                <div class="bars" data-test="completion">{ for report.sections.iter().map(|section| bar(section, report.people)) }</div>
                <p class="actions">
                    <a class="button" href="/api/reports/profile-completion?format=csv" download="" data-test="completion-csv"><Icon picture={Picture::Down} />{ texts::csv() }</a>
                </p>
            </section>
            <section class="part" aria-labelledby="completion-people">
                <h2 id="completion-people">{ texts::people() }</h2>
                <div class="scroll-x" tabindex="0" role="group" aria-labelledby="completion-people">
                    <table class="changes">
                        <thead><tr>
                            <th scope="col">{ texts::person() }</th>
                            { for report.sections.iter().map(|section| html! { <th scope="col">{ &section.name }</th> }) }
                            <th scope="col">{ texts::share() }</th>
                        </tr></thead>
                        <tbody>{ for report.profiles.iter().map(row) }</tbody>
                    </table>
                </div>
                if report.next.is_some() {
                    <button class="button" type="button" onclick={on_more} data-test="more">{ texts::more() }</button>
                }
            </section>
        </>
    }
}

/// A share as a bar; the words beside it say the same.
fn bar(section: &Section, people: u64) -> Html {
    let share = percent(section.filled, people).to_string();
    html! {
        <div class="bar" key={section.name.clone()}>
            <span class="bar-name">{ &section.name }</span>
            <meter min="0" max="100" value={share.clone()} aria-label={section.name.clone()}></meter>
            <span class="bar-share">{ texts::filled(section.filled, share) }</span>
        </div>
    }
}

fn row(profile: &Profile) -> Html {
    html! {
        <tr key={profile.username.clone()}>
            <th scope="row">{ format!("{} {}", profile.first_name, profile.last_name) }<br /><span class="quiet">{ &profile.username }</span></th>
            { for profile.filled.iter().map(|filled| html! { <td class={if *filled { "yes" } else { "no" }}>{ if *filled { texts::yes() } else { texts::no() } }</td> }) }
            <td>{ format!("{} %", profile.percent) }</td>
        </tr>
    }
}
