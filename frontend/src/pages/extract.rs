//! The way out: which columns, written how, as of when.

use std::collections::BTreeSet;

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::api::{self, Problem, SchemaColumn};
use crate::browser::{form, page};
use crate::components::extract_columns::ExtractColumns;
use crate::components::extract_download::ExtractDownload;
use crate::components::past_extracts::PastExtracts;
use crate::components::problem_alert::ProblemAlert;
use crate::hooks::use_session::use_session;
use crate::texts::{extract as texts, shell};

/// Which columns the extract holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Columns {
    All,
    Profile,
    Only,
}

/// The extract page.
#[function_component]
pub fn Extract() -> Html {
    let session = use_session();
    let schema = use_state(Vec::<SchemaColumn>::new);
    let problem = use_state(|| None::<Problem>);
    let columns = use_state(|| Columns::All);
    let only = use_state(BTreeSet::<String>::new);
    let protect = use_state(|| true);
    let as_of = use_state(|| None::<String>);

    use_effect_with(session.epoch(), {
        let (schema, problem) = (schema.clone(), problem.clone());
        move |_| {
            page::set_title(&shell::tab(texts::title()));
            spawn_local(async move {
                match api::schema().await {
                    Ok(columns) => {
                        schema.set(columns);
                        problem.set(None);
                    }
                    Err(refusal) => {
                        session.notice(&refusal);
                        problem.set(Some(refusal));
                    }
                }
            });
        }
    });

    let choose = |choice: Columns| {
        let columns = columns.clone();
        Callback::from(move |_: Event| columns.set(choice))
    };
    let on_only = {
        let only = only.clone();
        Callback::from(move |ticked: BTreeSet<String>| only.set(ticked))
    };
    let on_protect = {
        let protect = protect.clone();
        Callback::from(move |event: Event| protect.set(form::event_checked(&event)))
    };
    let on_now = {
        let as_of = as_of.clone();
        Callback::from(move |_: Event| as_of.set(None))
    };
    let on_then = {
        let as_of = as_of.clone();
        Callback::from(move |_: Event| as_of.set(Some(String::new())))
    };
    let on_revision = {
        let as_of = as_of.clone();
        Callback::from(move |event: InputEvent| as_of.set(Some(form::event_value(&event))))
    };
    let revision: Option<u64> = as_of.as_ref().and_then(|number| number.trim().parse().ok());
    let nothing_ticked = *columns == Columns::Only && only.is_empty();
    let waits = nothing_ticked || (as_of.is_some() && revision.is_none());
    let taken = use_state(|| 0_u32);
    let on_taken = {
        let taken = taken.clone();
        Callback::from(move |()| taken.set(*taken + 1))
    };
    let url = url(*columns, &only, &schema, *protect, revision);

    html! {
        <div class="page">
            <header class="page-head">
                <h1>{ texts::title() }</h1>
                <p class="lead">{ texts::lead() }</p>
            </header>
            <div class="beside">
                <div class="card form">
                    <fieldset>
                        <legend>{ texts::columns() }</legend>
                        { radio("columns", "columns-all", *columns == Columns::All, texts::all(), texts::all_hint(), choose(Columns::All)) }
                        { radio("columns", "columns-profile", *columns == Columns::Profile, texts::profile(), texts::profile_hint(), choose(Columns::Profile)) }
                        { radio("columns", "columns-only", *columns == Columns::Only, texts::only(), texts::only_hint(), choose(Columns::Only)) }
                        if *columns == Columns::Only {
                            <ExtractColumns schema={(*schema).clone()} ticked={(*only).clone()} on_change={on_only} />
                        }
                    </fieldset>
                    <fieldset>
                        <legend>{ texts::form() }</legend>
                        <label class="option">
                            <input type="checkbox" checked={*protect} onchange={on_protect} data-test="protect" />
                            <span><span class="option-title">{ texts::protect() }</span><span class="hint">{ texts::protect_hint() }</span></span>
                        </label>
                    </fieldset>
                    <fieldset>
                        <legend>{ texts::when() }</legend>
                        { radio("when", "as-of-now", as_of.is_none(), texts::now(), "", on_now) }
                        { radio("when", "as-of", as_of.is_some(), texts::as_of(), "", on_then) }
                        if let Some(number) = &*as_of {
                            <div class="indent">
                                <input type="number" min="0" class="short" aria-label={texts::revision_number()} value={number.clone()}
                                    oninput={on_revision} data-test="as-of-revision" />
                            </div>
                        }
                    </fieldset>
                    if let Some(problem) = &*problem {
                        <ProblemAlert problem={problem.clone()} />
                    }
                    if nothing_ticked {
                        <p class="quiet" role="status">{ texts::nothing_ticked() }</p>
                    }
                    <ExtractDownload {url} {waits} {on_taken} />
                </div>
                <aside class="tips" aria-labelledby="tips-title">
                    <h2 id="tips-title">{ texts::tips_title() }</h2>
                    <dl>
                        { for texts::tips().into_iter().map(|(title, text)| html! { <><dt>{ title }</dt><dd>{ text }</dd></> }) }
                    </dl>
                </aside>
            </div>
            <section class="part" aria-labelledby="past-extracts">
                <h2 id="past-extracts">{ texts::past() }</h2>
                <PastExtracts taken={*taken} />
            </section>
        </div>
    }
}

fn radio(
    group: &'static str,
    test: &'static str,
    checked: bool,
    title: &'static str,
    hint: &'static str,
    onchange: Callback<Event>,
) -> Html {
    html! {
        <label class="option">
            <input type="radio" name={group} {checked} {onchange} data-test={test} />
            <span>
                <span class="option-title">{ title }</span>
                if !hint.is_empty() {
                    <span class="hint">{ hint }</span>
                }
            </span>
        </label>
    }
}

fn url(
    columns: Columns,
    only: &BTreeSet<String>,
    schema: &[SchemaColumn],
    protect: bool,
    revision: Option<u64>,
) -> String {
    let chosen = match columns {
        Columns::All => "all".to_owned(),
        Columns::Profile => "all&profile=true".to_owned(),
        // In the directory's order; Username always comes along, since a file without a key can't come back.
        Columns::Only => {
            let kept = schema
                .iter()
                .map(|column| column.header.as_str())
                .filter(|header| *header == "Username" || only.contains(*header));
            kept.map(|header| String::from(js_sys::encode_uri_component(header))).collect::<Vec<_>>().join(",")
        }
    };
    let at = revision.map(|number| format!("&at={number}")).unwrap_or_default();
    format!("/api/extract?columns={chosen}&system=true&format=spreadsheet&protect={protect}{at}")
}
