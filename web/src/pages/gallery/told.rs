//! What a person is told: tags, notices, trouble, progress, tables, pictures.

use super::{part, state};
use crate::browser::today;
use crate::components::{ReadinessSummary, framed, level_class, level_name, table, trouble};
use crate::store::store;
use crate::text::catalogue;
use readiness::assessment::Level;
use readiness::catalogue::Word;
use readiness::picture::{Bars, TrendPoint, controls_heat, documents, intervals, requirements_heat, risk_grid, trend};
use readiness::{Assessment, Outcome};
use yew::prelude::*;

/// All of them.
pub fn all() -> Html {
    html! { <>{ tags() }{ notices() }{ panels() }{ progress() }{ figures() }{ pictures() }</> }
}

fn tags() -> Html {
    let kinds = ["done", "good", "some", "none", "warn", "bad"];
    let levels = Level::ALL.into_iter().map(Some).chain([None]);
    part(
        "Tag",
        html! {
            <>
                { state("kinds", html! { <p class="row">{ for kinds.map(|kind| html! { <span class={classes!("tag", kind)}>{ kind }</span> }) }</p> }) }
                { state("levels", html! {
                    <p class="row">{ for levels.map(|level| html! { <span class={classes!("tag", level_class(level))}>{ level_name(level) }</span> }) }</p>
                }) }
                { state("verdict", html! { <p class="verdict"><span class="tag good">{ "Ready" }</span></p> }) }
            </>
        },
    )
}

fn notices() -> Html {
    let say = |_| store().notify("Copied.".to_owned(), None);
    let done = |_| store().notify_done("Something was removed.".to_owned());
    part(
        "Notice",
        state(
            "a message, and one with the way back: click to see",
            html! {
                <p class="row">
                    <button type="button" class="button second" onclick={say}>{ "Message" }</button>
                    <button type="button" class="button second" onclick={done}>{ "With the way back" }</button>
                </p>
            },
        ),
    )
}

fn panels() -> Html {
    part(
        "Panel",
        html! {
            <>
                { state("trouble, with what to do", trouble("components-trouble", "It could not be stored.", html! { <button type="button">{ "Try again" }</button> })) }
                { state("warning", html! { <p class="warning">{ "Two answers can't both be right." }</p> }) }
                { state("empty", html! { <p class="empty">{ "Nothing yet. Add the first one." }</p> }) }
                { state("standing", html! { <ReadinessSummary /> }) }
                { state("details, closed", html! { <details class="card"><summary>{ "Show the others" }</summary><p>{ "Here." }</p></details> }) }
            </>
        },
    )
}

fn progress() -> Html {
    let making = |bar: Html| {
        html! { <div class="making"><label>{ "Making the file" }{ bar }</label><button type="button" class="link">{ "Stop" }</button></div> }
    };
    part(
        "Progress",
        html! {
            <>
                { state("not known how far", making(html! { <progress /> })) }
                { state("halfway", making(html! { <progress value="50" max="100" /> })) }
            </>
        },
    )
}

fn figures() -> Html {
    part(
        "Table",
        state(
            "with caption and scope; it scrolls by itself",
            table(
                Word::ResultsByClause,
                "components-table",
                html! { <tr><th scope="col">{ "Clause" }</th><th scope="col">{ "Stage 1" }</th></tr> },
                html! { <tr><th scope="row">{ "4" }</th><td>{ "90.9 %" }</td></tr> },
            ),
        ),
    )
}

/// Each of an empty assessment, and of the one that is open.
fn pictures() -> Html {
    let empty = Assessment::default();
    let open = store().read(Clone::clone);
    let of = |assessment: &Assessment| {
        let outcome = Outcome::new(catalogue(), assessment, today());
        let rows = [Bars { label: "Overall".to_owned(), stages: outcome.readiness }];
        let points = [TrendPoint { date: today(), stages: outcome.readiness }];
        html! {
            <>
                { framed(&intervals(catalogue(), &rows)) }
                { framed(&trend(catalogue(), &points)) }
                { framed(&risk_grid(catalogue(), assessment)) }
                { framed(&requirements_heat(catalogue(), assessment)) }
                { framed(&controls_heat(catalogue(), assessment)) }
                { framed(&documents(catalogue(), assessment)) }
            </>
        }
    };
    part(
        "Picture",
        html! { <>{ state("of nothing", of(&empty)) }{ open.map(|open| state("of the open assessment", of(&open))) }</> },
    )
}
