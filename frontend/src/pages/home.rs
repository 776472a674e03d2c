//! The start: what Muster is for, and the three ways on.

use yew::prelude::*;

use crate::browser::page;
use crate::components::icon::{Icon, Picture};
use crate::components::nav_link::NavLink;
use crate::hooks::use_session::use_session;
use crate::route::Route;
use crate::texts::{numbers::number, shell as texts};

/// The start page.
#[function_component]
pub fn Home() -> Html {
    use_effect_with((), |()| page::set_title(&texts::tab(texts::home())));
    let session = use_session();
    let figures = session.signed_in().map(|signed_in| {
        html! {
            <dl class="figures">
                <div><dt>{ texts::people() }</dt><dd>{ number(signed_in.people) }</dd></div>
                <div><dt>{ texts::revision() }</dt><dd>{ number(signed_in.revision) }</dd></div>
            </dl>
        }
    });
    html! {
        <div class="page">
            <header class="page-head home-head">
                <div>
                    <h1>{ texts::home_title() }</h1>
                    <p class="lead">{ texts::home_lead() }</p>
                </div>
                { figures }
            </header>
            <div class="steps">
                { step(Picture::Down, texts::home_extract_title(), texts::home_extract(), Route::Extract, texts::home_extract_link()) }
                { step(Picture::Up, texts::home_import_title(), texts::home_import(), Route::Import, texts::home_import_link()) }
                { step(Picture::Clock, texts::home_history_title(), texts::home_history(), Route::History, texts::home_history_link()) }
            </div>
        </div>
    }
}

fn step(picture: Picture, title: &'static str, text: &'static str, to: Route, link: &'static str) -> Html {
    html! {
        <section class="step">
            <span class="step-icon"><Icon {picture} /></span>
            <h2>{ title }</h2>
            <p>{ text }</p>
            <NavLink {to} class="button">{ link }</NavLink>
        </section>
    }
}
