//! Downloads an extract, with its size as it comes, and says what was saved.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Array;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::icon::{Icon, Picture};
use super::problem_alert::ProblemAlert;
use super::progress_bar::ProgressBar;
use super::said_notice::SaidNotice;
use crate::api::Problem;
use crate::browser::{download, fetch};
use crate::hooks::use_session::{SessionHandle, use_session};
use crate::texts::{extract as texts, import, numbers};

/// What to download.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct ExtractDownloadProps {
    /// Its address.
    pub url: String,
    /// Whether a choice is missing.
    pub waits: bool,
    /// An extract was taken.
    pub on_taken: Callback<()>,
}

#[derive(Debug, Clone, PartialEq)]
enum Stage {
    Idle,
    Running { done: u64, total: u64 },
    Done(String),
    Failed(Problem),
}

/// The button, and what becomes of it.
#[function_component]
pub fn ExtractDownload(props: &ExtractDownloadProps) -> Html {
    let session = use_session();
    let stage = use_state(|| Stage::Idle);
    // A download that was cancelled goes on to its next piece before it hears of it.
    let run = use_mut_ref(|| Rc::new(Cell::new(true)));

    let on_download = {
        let (stage, run, url, on_taken) = (stage.clone(), run.clone(), props.url.clone(), props.on_taken.clone());
        Callback::from(move |_: MouseEvent| {
            let wanted = Rc::new(Cell::new(true));
            run.replace(wanted.clone());
            stage.set(Stage::Running { done: 0, total: 0 });
            let (stage, session, url, on_taken) = (stage.clone(), session.clone(), url.clone(), on_taken.clone());
            spawn_local(async move {
                let report = |done, total| stage.set(Stage::Running { done, total });
                let end = download_from(&url, &session, &wanted, report).await;
                if matches!(end, Stage::Done(_)) {
                    on_taken.emit(());
                }
                if wanted.get() {
                    stage.set(end);
                }
            });
        })
    };
    let on_cancel = {
        let (stage, run) = (stage.clone(), run.clone());
        Callback::from(move |_: MouseEvent| {
            run.borrow().set(false);
            stage.set(Stage::Idle);
        })
    };
    let running = matches!(*stage, Stage::Running { .. });
    html! {
        <div class="download">
            <p class="actions">
                <button class="button primary" type="button" disabled={running || props.waits} onclick={on_download} data-test="download-extract">
                    <Icon picture={Picture::Down} />
                    { if running { texts::downloading() } else { texts::download() } }
                </button>
                if running {
                    <button class="button" type="button" onclick={on_cancel}>{ texts::cancel() }</button>
                }
            </p>
            { match &*stage {
                Stage::Idle => html! {},
                Stage::Running { done, total } => {
                    let amount = if *total == 0 { texts::so_far(numbers::size(*done)) } else { import::amount(*done, *total) };
                    html! { <ProgressBar label={texts::downloading()} {amount} done={*done} total={*total} /> }
                }
                Stage::Done(words) => html! {
                    <SaidNotice words={words.clone()} test="extract-done" />
                },
                Stage::Failed(problem) => html! { <ProblemAlert problem={problem.clone()} /> },
            } }
        </div>
    }
}

async fn download_from(url: &str, session: &SessionHandle, wanted: &Cell<bool>, report: impl Fn(u64, u64)) -> Stage {
    /// The bar moves at most this often, so that drawing doesn't slow the download.
    const BYTES_BETWEEN_REPORTS: u64 = 256 * 1024;
    let Some(response) = fetch::open(url).await else { return Stage::Failed(Problem::unreachable()) };
    if !response.ok() {
        let body = fetch::text(&response).await.unwrap_or_default();
        let problem = Problem::from_answer(response.status(), &body);
        session.notice(&problem);
        return Stage::Failed(problem);
    }
    let total = fetch::number_header(&response, "Content-Length").unwrap_or(0);
    let name = fetch::file_name(&response).unwrap_or_else(|| "muster-people.csv".to_owned());
    let people = fetch::number_header(&response, "Muster-People").map(numbers::number);
    let (chunks, mut done, mut reported) = (Array::new(), 0_u64, 0_u64);
    let whole = fetch::each_chunk(&response, |chunk| {
        done += u64::from(chunk.length());
        chunks.push(chunk);
        if wanted.get() && done - reported >= BYTES_BETWEEN_REPORTS {
            reported = done;
            report(done, total);
        }
    })
    .await;
    if !whole {
        return Stage::Failed(Problem { detail: texts::broken().to_owned(), ..Problem::unreachable() });
    }
    match download::blob_from_chunks(&chunks) {
        Some(blob) if wanted.get() => {
            download::save(&name, &blob);
            Stage::Done(texts::saved(&name, &numbers::size(done), people))
        }
        Some(_) => Stage::Idle,
        None => Stage::Failed(Problem::unreadable_file()),
    }
}
