//! Everybody, found by words as they are typed.

use gloo::timers::callback::Timeout;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::api::Problem;
use crate::api::people::{self, Person};
use crate::browser::{form, page};
use crate::components::nav_link::NavLink;
use crate::components::problem_alert::ProblemAlert;
use crate::hooks::use_session::use_session;
use crate::route::Route;
use crate::texts::{people as texts, shell};

/// How long she must have stopped typing, in milliseconds.
const PAUSE: u32 = 200;

/// What has been loaded.
#[derive(Debug, Clone, PartialEq, Default)]
struct Found {
    words: String,
    people: Vec<Person>,
    next: Option<i64>,
    problem: Option<Problem>,
    loaded: bool,
}

/// The people page.
#[function_component]
pub fn People() -> Html {
    let session = use_session();
    let found = use_state(Found::default);
    // The question that was asked last; the answer to an older one is of no use any more.
    let asked = use_mut_ref(|| 0_u32);
    let waiting = use_mut_ref(|| None::<Timeout>);

    let load = {
        let (found, session, asked) = (found.clone(), session.clone(), asked.clone());
        Callback::from(move |(words, known, after): (String, Vec<Person>, Option<i64>)| {
            let question = {
                let mut asked = asked.borrow_mut();
                *asked = asked.wrapping_add(1);
                *asked
            };
            let (found, session, asked) = (found.clone(), session.clone(), asked.clone());
            spawn_local(async move {
                let answer = people::people(&words, after).await;
                if *asked.borrow() != question {
                    return;
                }
                found.set(match answer {
                    Ok(page) => {
                        let people = known.into_iter().chain(page.people).collect();
                        Found { words, people, next: page.next, problem: None, loaded: true }
                    }
                    Err(problem) => {
                        session.notice(&problem);
                        Found { words, people: known, next: after, problem: Some(problem), loaded: true }
                    }
                });
            });
        })
    };
    use_effect_with(session.epoch(), {
        let load = load.clone();
        move |_| {
            page::set_title(&shell::tab(texts::title()));
            load.emit((String::new(), Vec::new(), None));
        }
    });
    let oninput = {
        let load = load.clone();
        Callback::from(move |event: InputEvent| {
            let (load, words) = (load.clone(), form::event_value(&event));
            waiting.replace(Some(Timeout::new(PAUSE, move || load.emit((words, Vec::new(), None)))));
        })
    };
    let more = {
        let (load, found) = (load.clone(), found.clone());
        move || load.emit((found.words.clone(), found.people.clone(), found.next))
    };
    let on_more = Callback::from({
        let more = more.clone();
        move |_: MouseEvent| more()
    });
    let on_retry = Callback::from(move |()| more());
    html! {
        <div class="page">
            <header class="page-head">
                <h1>{ texts::title() }</h1>
                <p class="lead">{ texts::lead() }</p>
            </header>
            <div class="field search-field" role="search">
                <label for="people-search">{ texts::search() }</label>
                <input id="people-search" type="search" autocomplete="off" spellcheck="false" {oninput} data-test="people-search" />
            </div>
            if let Some(problem) = &found.problem {
                <ProblemAlert problem={problem.clone()} {on_retry} />
            }
            <p class="quiet" role="status" data-test="people-found">
                { if found.loaded { texts::found(found.people.len(), found.next.is_some()) } else { shell::loading().to_owned() } }
            </p>
            <ul class="people">{ for found.people.iter().map(entry) }</ul>
            if found.next.is_some() {
                <button class="button" type="button" data-test="more" onclick={on_more}>{ texts::more() }</button>
            }
        </div>
    }
}

fn entry(person: &Person) -> Html {
    let value = |header: &str| person.values.get(header).cloned().unwrap_or_default();
    let name = format!("{} {}", value("FirstName"), value("LastName"));
    let about: Vec<String> =
        ["PrimaryRoleName", "OfficialLocation"].map(value).into_iter().filter(|text| !text.is_empty()).collect();
    let state = value("AccountState");
    html! {
        <li class="people-entry" key={person.username.clone()}>
            <NavLink to={Route::Person { username: person.username.clone() }} class="people-name" test="person-link">{ name.trim().to_owned() }</NavLink>
            <span class="people-key">{ &person.username }</span>
            <span class="quiet">{ about.join(" · ") }</span>
            if !state.is_empty() && state != "ACTIVE" {
                <span class="tag">{ state }</span>
            }
        </li>
    }
}
