//! What stands around every page: skip link, mark, navigation, directory, signing out; and which page is shown.

use yew::platform::spawn_local;
use yew::prelude::*;
use yew_router::prelude::*;

use super::home_link::HomeLink;
use super::icon::{Icon, Picture};
use super::import_provider::ImportProvider;
use super::language_picker::LanguagePicker;
use super::nav_link::NavLink;
use super::problem_alert::ProblemAlert;
use super::sign_in_again::SignInAgain;
use crate::api::taking_back::Goal;
use crate::api::{self, Session};
use crate::browser::{focus, page};
use crate::components::session_provider;
use crate::hooks::use_import::use_import;
use crate::hooks::use_session::use_session;
use crate::pages;
use crate::route::Route;
use crate::state::session::{SessionAction, Standing};
use crate::texts::{numbers::people as people_of, session as session_texts, shell as texts};

/// The desk around the page.
#[function_component]
pub fn Shell() -> Html {
    let session = use_session();
    let route = use_route::<Route>().unwrap_or(Route::NotFound);
    let is_first = use_mut_ref(|| true);
    // A new page begins at its top, and the keyboard with it; the first one is where the browser put it.
    use_effect_with(route.clone(), move |_| {
        if !is_first.replace(false) {
            focus::focus_id("content");
            page::scroll_to_top();
        }
    });

    if route == Route::Password {
        return html! { <main id="content" class="entrance" tabindex="-1"><pages::password::Password /></main> };
    }
    if route == Route::SetUp {
        return html! { <main id="content" class="entrance" tabindex="-1"><pages::set_up::SetUp /></main> };
    }
    match &session.0.standing {
        Standing::Asking => {
            html! { <main id="content" class="entrance" aria-busy="true"><p class="quiet">{ texts::loading() }</p></main> }
        }
        Standing::Unknown(problem) => {
            let on_retry = {
                let session = session.clone();
                Callback::from(move |()| spawn_local(session_provider::ask(session.clone())))
            };
            html! { <main id="content" class="entrance"><ProblemAlert problem={problem.clone()} {on_retry} /></main> }
        }
        Standing::SignedOut { setup_needed, single_sign_on } => {
            let (setup_needed, single_sign_on) = (*setup_needed, *single_sign_on);
            html! { <main id="content" class="entrance" tabindex="-1"><pages::sign_in::SignIn {setup_needed} {single_sign_on} /></main> }
        }
        Standing::SignedIn(signed_in) => html! {
            <ImportProvider>
                <a class="skip" href="#content">{ texts::skip() }</a>
                <Masthead session={signed_in.clone()} route={route.clone()} />
                <main id="content" tabindex="-1" data-test="page" data-page={page_name(&route)}>{ page_of(&route) }</main>
                if session.0.expired {
                    <SignInAgain />
                }
            </ImportProvider>
        },
    }
}

fn page_of(route: &Route) -> Html {
    match route.clone() {
        Route::Home => html! { <pages::home::Home /> },
        // Someone who is signed in has nothing to do on these.
        Route::SignIn | Route::SetUp | Route::Password => html! { <Redirect<Route> to={Route::Home} /> },
        Route::Extract => html! { <pages::extract::Extract /> },
        Route::Import => html! { <pages::import::Import /> },
        Route::History => html! { <pages::history::History /> },
        Route::Revision { number } => html! { <pages::revision::RevisionPage {number} /> },
        Route::People => html! { <pages::people::People /> },
        Route::Person { username } => html! { <pages::person::PersonPage {username} /> },
        Route::Reports => html! { <pages::reports::Reports /> },
        Route::Settings => html! { <pages::settings::Settings /> },
        Route::Undo { number } => html! { <pages::taking_back::TakingBack {number} goal={Goal::Undo} /> },
        Route::Restore { number } => html! { <pages::taking_back::TakingBack {number} goal={Goal::Restore} /> },
        Route::Compare { number } => html! { <pages::compare::Compare {number} /> },
        Route::NotFound => html! { <pages::not_found::NotFound /> },
    }
}

fn page_name(route: &Route) -> &'static str {
    match route {
        Route::Home => "home",
        Route::SignIn | Route::SetUp | Route::Password => "entrance",
        Route::People => "people",
        Route::Person { .. } => "person",
        Route::Reports => "reports",
        Route::Settings => "settings",
        Route::Undo { .. } | Route::Restore { .. } => "taking-back",
        Route::Compare { .. } => "compare",
        Route::Extract => "extract",
        Route::Import => "import",
        Route::History => "history",
        Route::Revision { .. } => "revision",
        Route::NotFound => "not-found",
    }
}

#[derive(Debug, Clone, PartialEq, Properties)]
struct MastheadProps {
    session: Session,
    route: Route,
}

#[function_component]
fn Masthead(props: &MastheadProps) -> Html {
    let session = use_session();
    let import = use_import();
    let on_sign_out = Callback::from(move |_: MouseEvent| {
        if !import.let_go() {
            return;
        }
        let session = session.clone();
        spawn_local(async move {
            // Whatever the server says, she meant to leave; a reload also forgets whatever was shown.
            let _ = api::sign_out().await;
            session.tell(SessionAction::SignedOut { setup_needed: false, single_sign_on: false });
            page::reload();
        });
    });
    let Session { admin, revision, people, .. } = &props.session;
    html! {
        <header class="masthead">
            <HomeLink />
            <nav aria-label={texts::navigation()}>
                { link(&props.route, Route::People, Picture::Person, texts::people_page(), "nav-people") }
                { link(&props.route, Route::Import, Picture::Up, texts::import(), "nav-import") }
                { link(&props.route, Route::Extract, Picture::Down, texts::extract(), "nav-extract") }
                { link(&props.route, Route::History, Picture::Clock, texts::history(), "nav-history") }
                { link(&props.route, Route::Reports, Picture::Chart, texts::reports(), "nav-reports") }
                { link(&props.route, Route::Settings, Picture::Gear, texts::settings(), "nav-settings") }
            </nav>
            <p class="directory" data-test="directory" data-revision={revision.to_string()} data-people={people.to_string()}>
                { texts::directory(people_of(*people), *revision) }
            </p>
            <LanguagePicker />
            <p class="who" title={admin.email.clone()}><Icon picture={Picture::Person} /><span>{ &admin.name }</span></p>
            <button class="button plain" type="button" data-test="sign-out" onclick={on_sign_out}>
                <Icon picture={Picture::Exit} /><span>{ session_texts::sign_out() }</span>
            </button>
        </header>
    }
}

fn link(here: &Route, to: Route, picture: Picture, text: &'static str, test: &'static str) -> Html {
    let current = *here == to
        || (to == Route::History
            && matches!(here, Route::Revision { .. } | Route::Undo { .. } | Route::Restore { .. }))
        || (to == Route::Extract && matches!(here, Route::Compare { .. }))
        || (to == Route::People && matches!(here, Route::Person { .. }));
    html! {
        <NavLink {to} class={if current { "nav-link current" } else { "nav-link" }} {current} {test}>
            <Icon {picture} />
            <span>{ text }</span>
        </NavLink>
    }
}
