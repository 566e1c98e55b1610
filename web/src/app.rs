//! The frame around every page: header, navigation, the page of the route, notices.

use crate::browser::{focus, window};
use crate::components::{Notices, SaveMark, Standing};
use crate::pages;
use crate::route::Route;
use crate::store::{Topic, store, use_assessment, use_topic};
use crate::text::{catalogue, say, t};
use gloo_events::EventListener;
use readiness::catalogue::Word;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::prelude::*;

/// The whole site.
#[component]
pub fn App() -> Html {
    let route = use_route();
    let menu_open = use_state(|| false);
    use_arrival(route, {
        let menu_open = menu_open.setter();
        move || menu_open.set(false)
    });
    use_effect_with((), |()| {
        let keys = EventListener::new(&window(), "keydown", |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                on_key(event);
            }
        });
        let hidden = EventListener::new(&window(), "pagehide", |_| store().flush());
        move || drop((keys, hidden))
    });
    let toggle = {
        let menu_open = menu_open.clone();
        Callback::from(move |_| menu_open.set(!*menu_open))
    };
    html! {
        <>
            <a class="skip" href="#main" onclick={Callback::from(|event: MouseEvent| {
                event.prevent_default();
                focus::focus("h1");
            })}>{ t(Word::AppSkip) }</a>
            <header class="top">
                <a class="brand" href={Route::Home.href()}>{ t(Word::AppName) }</a>
                <Title />
                <SaveMark />
                <button class="menu-button" type="button" aria-expanded={menu_open.to_string()} aria-controls="menu" onclick={toggle}>
                    { t(Word::AppMenu) }
                </button>
            </header>
            <div class="frame">
                <nav id="menu" class={classes!("menu", menu_open.then_some("open"))} aria-label={t(Word::AppNavigation)}>
                    <Standing />
                    <Menu {route} />
                </nav>
                <main id="main" tabindex="-1">{ page(route) }</main>
            </div>
            <footer class="bottom">
                <p>{ t(Word::AppFooter) }</p>
                <ul class="plain row">
                    { for footer_links() }
                </ul>
            </footer>
            <Notices />
        </>
    }
}

fn footer_links() -> impl Iterator<Item = Html> {
    ["method", "privacy", "accessibility"].into_iter().filter_map(|id| {
        let page = catalogue().pages.iter().find(|page| page.id == id)?;
        Some(html! { <li><a href={Route::Page(page.id).href()}>{ page.title }</a></li> })
    })
}

fn page(route: Route) -> Html {
    match route {
        Route::Home => html! { <pages::Home /> },
        Route::Learn => html! { <pages::Learn /> },
        Route::Page(id) => html! { <pages::Reading {id} key={id} /> },
        Route::Data => html! { <pages::Data /> },
        Route::Missing => html! { <pages::Missing /> },
        _ if store().read(|_| ()).is_none() => html! { <pages::NothingOpen /> },
        Route::Organisation => html! { <pages::Organisation /> },
        Route::Clauses => html! { <pages::Clauses /> },
        Route::Subclause(index, _) => html! { <pages::SubclausePage {index} key={index} /> },
        Route::Documents(_) => html! { <pages::Documents /> },
        Route::Controls(shown) => html! { <pages::Controls {shown} /> },
        Route::Results => html! { <pages::Results /> },
        Route::Plan => html! { <pages::PlanPage /> },
        Route::Risks => html! { <pages::Risks /> },
        Route::Snapshots => html! { <pages::Snapshots /> },
        Route::Quote => html! { <pages::Quote /> },
        Route::Report => html! { <pages::ReportPage /> },
    }
}

#[component]
fn Title() -> Html {
    let title = use_assessment(|assessment| Some(assessment.title.clone()));
    html! { <span class="open-title">{ title.unwrap_or_default() }</span> }
}

#[derive(PartialEq, Properties)]
struct MenuProps {
    route: Route,
}

#[component]
fn Menu(props: &MenuProps) -> Html {
    // Only whether one is open matters here.
    use_topic(Topic::Library);
    let groups: [(Word, &[(Route, Word)]); 3] = [
        (
            Word::MenuAssess,
            &[
                (Route::Organisation, Word::MenuOrganisation),
                (Route::Clauses, Word::MenuClauses),
                (Route::Documents(None), Word::MenuDocuments),
                (Route::Controls(None), Word::MenuControls),
                (Route::Risks, Word::MenuRisks),
            ],
        ),
        (
            Word::MenuJudge,
            &[
                (Route::Results, Word::MenuResults),
                (Route::Plan, Word::MenuPlan),
                (Route::Snapshots, Word::MenuSnapshots),
                (Route::Quote, Word::MenuQuote),
                (Route::Report, Word::MenuReport),
            ],
        ),
        (
            Word::MenuMore,
            &[(Route::Home, Word::MenuHome), (Route::Learn, Word::MenuLearn), (Route::Data, Word::MenuData)],
        ),
    ];
    html! {
        { for groups.into_iter().map(|(heading, links)| html! {
            <section>
                <h2>{ t(heading) }</h2>
                <ul class="plain">
                    { for links.iter().map(|(to, word)| menu_link(*to, *word, props.route)) }
                </ul>
            </section>
        }) }
    }
}

fn menu_link(to: Route, word: Word, at: Route) -> Html {
    let here = at.page() == to
        || matches!((to, at), (Route::Clauses, Route::Subclause(..)) | (Route::Learn, Route::Page(_)));
    let href = to.href();
    let view = href.trim_start_matches("#/").to_owned();
    html! {
        <li>
            <a {href} data-testid="nav" data-view={view} aria-current={here.then_some("page")}>{ t(word) }</a>
        </li>
    }
}

#[hook]
fn use_route() -> Route {
    let read = || Route::parse(&window().location().hash().unwrap_or_default());
    let route = use_state(read);
    let set = route.setter();
    use_effect_with((), move |()| {
        let listener = EventListener::new(&window(), "hashchange", move |_| set.set(read()));
        move || drop(listener)
    });
    *route
}

/// Names the page, and moves focus and view to where the person went; the first view of a visit keeps its place.
#[hook]
fn use_arrival(route: Route, leave: impl FnOnce() + 'static) {
    let first = use_mut_ref(|| true);
    use_effect_with(route, move |route| {
        let title = format!("{} – {}", pages::title(*route), t(Word::AppName));
        if let Some(document) = window().document() {
            document.set_title(&title);
        }
        let first = first.replace(false);
        match route.target() {
            Some(id) => focus::show(&id),
            None if first => {}
            None => {
                leave();
                focus::top();
                focus::focus("h1");
            }
        }
    });
}

/// Keys that work everywhere: undo and redo, outside text fields, where the browser has its own.
fn on_key(event: &KeyboardEvent) {
    let in_text = event.target().is_some_and(|target| {
        target.dyn_ref::<web_sys::Element>().is_some_and(|element| {
            element.matches("textarea, select, input:not([type=radio], [type=checkbox])").unwrap_or(false)
        })
    });
    if in_text || !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return;
    }
    let done = match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
        ("z", false) => Some((store().undo(), Word::NoticeUndone)),
        ("z", true) | ("y", false) => Some((store().redo(), Word::NoticeRedone)),
        _ => None,
    };
    if let Some((true, word)) = done {
        event.prevent_default();
        store().notify(say(word, &[]), None);
    }
}
