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
    use_effect_with((), |()| page::set_title(&texts::tab(texts::HOME)));
    let session = use_session();
    let figures = session.signed_in().map(|signed_in| {
        html! {
            <dl class="figures">
                <div><dt>{ texts::PEOPLE }</dt><dd>{ number(signed_in.people) }</dd></div>
                <div><dt>{ texts::REVISION }</dt><dd>{ number(signed_in.revision) }</dd></div>
            </dl>
        }
    });
    html! {
        <div class="page">
            <header class="page-head home-head">
                <div>
                    <h1>{ texts::HOME_TITLE }</h1>
                    <p class="lead">{ texts::HOME_LEAD }</p>
                </div>
                { figures }
            </header>
            <div class="steps">
                { step(Picture::Down, texts::HOME_EXTRACT_TITLE, texts::HOME_EXTRACT, Route::Extract, texts::HOME_EXTRACT_LINK) }
                { step(Picture::Up, texts::HOME_IMPORT_TITLE, texts::HOME_IMPORT, Route::Import, texts::HOME_IMPORT_LINK) }
                { step(Picture::Clock, texts::HOME_HISTORY_TITLE, texts::HOME_HISTORY, Route::History, texts::HOME_HISTORY_LINK) }
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
