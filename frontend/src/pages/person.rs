//! One person: all that is known of her, a way to change it, and what became of her.

use yew::platform::spawn_local;
use yew::prelude::*;
use yew_router::prelude::*;

use crate::api::people::{self, Person, PersonHistory};
use crate::api::{self, Problem, SchemaColumn};
use crate::browser::page;
use crate::components::icon::{Icon, Picture};
use crate::components::nav_link::NavLink;
use crate::components::person_edit::{PersonEdit, groups};
use crate::components::person_history::PersonLog;
use crate::components::problem_alert::ProblemAlert;
use crate::hooks::use_session::use_session;
use crate::route::Route;
use crate::texts::{people as texts, shell};

/// Who.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct PersonProps {
    /// Her Username.
    pub username: AttrValue,
}

/// What has been loaded.
#[derive(Debug, Clone, PartialEq)]
struct Shown {
    person: Person,
    schema: Vec<SchemaColumn>,
    history: PersonHistory,
}

/// The page of a person.
#[function_component]
pub fn PersonPage(props: &PersonProps) -> Html {
    let session = use_session();
    let shown = use_state(|| None::<Result<Shown, Problem>>);
    let editing = use_state(|| false);
    let load = {
        let (shown, session) = (shown.clone(), session.clone());
        Callback::from(move |username: AttrValue| {
            let (shown, session) = (shown.clone(), session.clone());
            spawn_local(async move {
                let answer = load(&username).await;
                if let Err(problem) = &answer {
                    session.notice(problem);
                }
                shown.set(Some(answer));
            });
        })
    };
    use_effect_with((props.username.clone(), session.epoch()), {
        let load = load.clone();
        move |(username, _)| {
            page::set_title(&shell::tab(username));
            load.emit(username.clone());
        }
    });
    let edit = |on: bool| {
        let editing = editing.clone();
        Callback::from(move |_: MouseEvent| editing.set(on))
    };
    let navigator = use_navigator();
    let on_done = {
        let (editing, load, own) = (editing.clone(), load.clone(), props.username.clone());
        Callback::from(move |username: Option<String>| {
            editing.set(false);
            match (username, &navigator) {
                // Who is renamed has another address from now on.
                (Some(username), Some(navigator)) if *own != *username => {
                    navigator.replace(&Route::Person { username });
                }
                (Some(_), _) => load.emit(own.clone()),
                (None, _) => {}
            }
        })
    };
    let on_retry = {
        let username = props.username.clone();
        Callback::from(move |()| load.emit(username.clone()))
    };
    let may_edit = session.signed_in().is_some_and(|session| session.admin.role != "viewer");
    html! {
        <div class="page">
            <NavLink to={Route::People} class="back"><Icon picture={Picture::Back} />{ texts::back() }</NavLink>
            { match &*shown {
                None => html! { <p class="quiet" role="status">{ shell::loading() }</p> },
                Some(Err(problem)) => html! { <ProblemAlert problem={problem.clone()} {on_retry} /> },
                Some(Ok(shown)) => html! {
                    <>
                        <header class="page-head">
                            <h1>{ name_of(&shown.person) }</h1>
                            <p class="lead">
                                { &shown.person.username }
                                if let Some(state) = shown.person.values.get("AccountState") {
                                    { " " }<span class="tag">{ state }</span>
                                }
                            </p>
                            if may_edit && !*editing {
                                <p class="actions"><button class="button" type="button" onclick={edit(true)} data-test="edit-person">{ texts::edit() }</button></p>
                            }
                        </header>
                        if *editing {
                            <PersonEdit person={shown.person.clone()} schema={shown.schema.clone()} {on_done} />
                        } else {
                            { fields(shown) }
                        }
                        <section class="part" aria-labelledby="person-history">
                            <h2 id="person-history">{ texts::history() }</h2>
                            <PersonLog history={shown.history.clone()} />
                        </section>
                    </>
                },
            } }
        </div>
    }
}

async fn load(username: &str) -> api::Answer<Shown> {
    Ok(Shown {
        person: people::person(username).await?,
        schema: api::schema().await?,
        history: people::person_history(username, None).await?,
    })
}

fn name_of(person: &Person) -> String {
    let value = |header: &str| person.values.get(header).map_or("", String::as_str);
    format!("{} {}", value("FirstName"), value("LastName")).trim().to_owned()
}

fn shown_value(column: &SchemaColumn, value: &str) -> String {
    if column.kind == "list" { texts::listed(value) } else { value.to_owned() }
}

/// What is known, in the order of the directory's columns; what is empty is left out.
fn fields(shown: &Shown) -> Html {
    let group = |(title, columns): (&'static str, Vec<&SchemaColumn>)| {
        let known: Vec<Html> = columns
            .into_iter()
            .filter_map(|column| {
                let value = shown.person.values.get(&column.header)?;
                Some(html! { <div key={column.header.clone()}><dt>{ &column.header }</dt><dd>{ shown_value(column, value) }</dd></div> })
            })
            .collect();
        if known.is_empty() {
            return html! {};
        }
        html! { <section class="card person-group"><h2>{ title }</h2><dl class="person-fields">{ for known }</dl></section> }
    };
    html! { <div class="person-groups" data-test="person-fields">{ for groups(&shown.schema).into_iter().map(group) }</div> }
}
