//! The bar of counts. Each count is a filter of the table.

use yew::prelude::*;

use crate::texts::{numbers::number, table as texts};
use crate::worker::protocol::{Facts, Filter, Summary};

/// The counts and the filter that is on.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct CountsBarProps {
    /// The plan.
    pub summary: std::rc::Rc<Summary>,
    /// The file.
    pub facts: Option<std::rc::Rc<Facts>>,
    /// The filter that is on.
    pub filter: Filter,
    /// She chose another one.
    pub on_filter: Callback<Filter>,
}

/// The bar.
#[function_component]
pub fn CountsBar(props: &CountsBarProps) -> Html {
    let counts = &props.summary.counts;
    let rows = props.facts.as_ref().and_then(|facts| facts.rows).unwrap_or_default();
    let all = [
        (Filter::All, rows),
        (Filter::Same, counts.same),
        (Filter::Changed, counts.updated),
        (Filter::New, counts.created),
        (Filter::Renamed, counts.renamed),
        (Filter::Conflicts, counts.conflicts),
        (Filter::Errors, counts.errors),
        (Filter::Warnings, counts.warnings),
    ];
    html! {
        <div class="counts" role="group" aria-label={texts::counts()}>
            { for all.iter().map(|(filter, count)| one(props, filter, *count)) }
        </div>
    }
}

fn one(props: &CountsBarProps, filter: &Filter, count: usize) -> Html {
    let name = texts::filter_name(filter);
    let on = props.filter == *filter;
    let class = format!("count count-{name}{}{}", if count == 0 { " zero" } else { "" }, if on { " on" } else { "" });
    let onclick = {
        let (on_filter, filter) = (props.on_filter.clone(), filter.clone());
        Callback::from(move |_: MouseEvent| on_filter.emit(filter.clone()))
    };
    html! {
        <button type="button" {class} aria-pressed={on.to_string()} {onclick} data-test={format!("count-{name}")} data-count={count.to_string()}>
            <span class="count-number">{ number(count as u64) }</span>
            <span class="count-word">{ texts::filter(filter) }</span>
        </button>
    }
}
