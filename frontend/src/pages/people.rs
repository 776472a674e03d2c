//! Everybody, found by words as they are typed.

use std::ops::Range;

use gloo::timers::callback::Timeout;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::api::Problem;
use crate::api::people;
use crate::browser::{form, page};
use crate::components::people_table::PeopleTable;
use crate::components::problem_alert::ProblemAlert;
use crate::hooks::use_session::use_session;
use crate::state::people::{PAGE, PeopleList};
use crate::texts::{people as texts, shell};

/// How long she must have stopped typing, in milliseconds.
const TYPING_PAUSE: u32 = 200;
/// How long a place must stay in sight before it is fetched, in milliseconds: what she scrolls past isn't.
const SCROLLING_PAUSE: u32 = 60;

/// The people page.
#[function_component]
pub fn People() -> Html {
    let session = use_session();
    let list = use_state(PeopleList::default);
    let problem = use_state(|| None::<Problem>);
    // The list of now, for answers that come later; and the question that was asked last.
    let now = use_mut_ref(PeopleList::default);
    let asked = use_mut_ref(|| 0_u32);
    let (typing, scrolling) = (use_mut_ref(|| None::<Timeout>), use_mut_ref(|| None::<Timeout>));

    let load = {
        let (list, problem, session) = (list.setter(), problem.setter(), session.clone());
        let (now, asked) = (now.clone(), asked.clone());
        Callback::from(move |number: usize| {
            let question = {
                let mut asked = asked.borrow_mut();
                *asked = asked.wrapping_add(1);
                *asked
            };
            let (list, problem, session) = (list.clone(), problem.clone(), session.clone());
            let (now, asked) = (now.clone(), asked.clone());
            spawn_local(async move {
                let words = now.borrow().words.clone();
                let answer = people::people(&words, number * PAGE, PAGE).await;
                if *asked.borrow() != question {
                    return;
                }
                match answer {
                    Ok(found) => {
                        let next = now.take().with(number, found);
                        now.replace(next.clone());
                        list.set(next);
                        problem.set(None);
                    }
                    Err(refusal) => {
                        session.notice(&refusal);
                        problem.set(Some(refusal));
                    }
                }
            });
        })
    };
    let begin = {
        let (now, load) = (now.clone(), load.clone());
        Callback::from(move |words: String| {
            now.replace(PeopleList::new(words));
            load.emit(0);
        })
    };
    use_effect_with(session.epoch(), {
        let begin = begin.clone();
        move |_| {
            page::set_title(&shell::tab(texts::title()));
            begin.emit(String::new());
        }
    });
    let oninput = {
        let begin = begin.clone();
        Callback::from(move |event: InputEvent| {
            let (begin, words) = (begin.clone(), form::event_value(&event));
            typing.replace(Some(Timeout::new(TYPING_PAUSE, move || begin.emit(words))));
        })
    };
    let on_seen = {
        let (now, load) = (now.clone(), load.clone());
        Callback::from(move |seen: Range<usize>| {
            let missing = now.borrow().loaded.then(|| now.borrow().missing(&seen)).flatten();
            let (now, load) = (now.clone(), load.clone());
            scrolling.replace(missing.map(|_| {
                Timeout::new(SCROLLING_PAUSE, move || {
                    if let Some(number) = now.borrow().missing(&seen) {
                        load.emit(number);
                    }
                })
            }));
        })
    };
    let on_retry = {
        let (now, begin) = (now.clone(), begin.clone());
        Callback::from(move |()| {
            let words = now.borrow().words.clone();
            begin.emit(words);
        })
    };
    html! {
        <div class="page people-page">
            <header class="page-head">
                <h1>{ texts::title() }</h1>
                <p class="lead">{ texts::lead() }</p>
            </header>
            <div class="people-tools" role="search">
                <div class="field search-field">
                    <label for="people-search">{ texts::search() }</label>
                    <input id="people-search" type="search" autocomplete="off" spellcheck="false" {oninput} data-test="people-search" />
                </div>
                <p class="quiet" role="status" data-test="people-found">
                    { if list.loaded { texts::found(list.total, list.is_more) } else { shell::loading().to_owned() } }
                </p>
            </div>
            if let Some(problem) = &*problem {
                <ProblemAlert problem={problem.clone()} {on_retry} />
            }
            if list.loaded && list.total == 0 {
                <div class="empty"><p>{ texts::none_hint() }</p></div>
            } else if list.loaded {
                <PeopleTable people={(*list).clone()} {on_seen} />
            }
        </div>
    }
}
