//! The frame around every page: header, navigation, the page of the route, notices.

use crate::browser::arrival::{ACTIVE, use_arrival, use_keys, use_route};
use crate::browser::{focus, host, load_more, say_to_page, window};
use crate::components::{Notices, SaveMark, Standing};
use crate::pages;
use crate::route::Route;
use crate::store::{store, use_assessment};
use crate::text::{catalogue, t};
use gloo_events::EventListener;
use readiness::catalogue::{LANGUAGES, Language, Word};
use yew::prelude::*;

/// The whole site.
#[component]
pub fn App() -> Html {
    let route = use_route();
    let menu_open = use_state(|| false);
    use_arrival(route, !route.is_more(), {
        let menu_open = menu_open.setter();
        move || menu_open.set(false)
    });
    use_keys(!route.is_more());
    let new_version = use_state_eq(|| false);
    let set_new_version = new_version.setter();
    use_effect_with((), move |()| {
        let ready = EventListener::new(&window(), "stage-zero-update", move |_| set_new_version.set(true));
        let hidden = EventListener::new(&window(), "pagehide", |_| store().flush());
        let leaving = EventListener::new_with_options(&window(), "beforeunload", ACTIVE, |event| {
            if store().would_lose_work() {
                event.prevent_default();
            }
        });
        move || drop((ready, hidden, leaving))
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
                <a class="brand" href={Route::Home.href()}>{ brand() }</a>
                <Title />
                <SaveMark />
                <button class="menu-button" type="button" aria-expanded={menu_open.to_string()} aria-controls="menu" onclick={toggle}>
                    { t(Word::AppMenu) }
                </button>
            </header>
            <div class="frame">
                <nav id="menu" class={if *menu_open { "menu open" } else { "menu" }} aria-label={t(Word::AppNavigation)}>
                    <button type="button" class="quiet find" data-find="" data-testid="find">{ t(Word::AppFind) }{ " " }<kbd>{ t(Word::AppFindKeys) }</kbd></button>
                    <Standing />
                    { menu(route) }
                </nav>
                <main id="main" tabindex="-1">
                    { page(route) }
                    // The second program's place: always there, and never touched by this one.
                    <div id="more" hidden={!route.is_more()}></div>
                    if route.is_more() { <Loading /> }
                </main>
            </div>
            <footer class="bottom">
                <div role="status">
                    if *new_version {
                        <button type="button" class="link" data-testid="update" onclick={|_| say_to_page("stage-zero-take-update")}>{ t(Word::AppUpdate) }</button>
                    }
                </div>
                <p>{ t(Word::AppFooter) }</p>
                <ul class="plain row">
                    { for footer_links() }
                    { for [("privacy", Word::AppPrivacy), ("imprint", Word::AppImprint)].map(of_host) }
                    { for languages(route) }
                </ul>
            </footer>
            <Notices />
        </>
    }
}

/// Who hosts the site: a picture too, if they have one.
fn brand() -> Html {
    let src = host::says("logo");
    html! { <>if !src.is_empty() { <img {src} alt="" /> }<span>{ host::name() }</span></> }
}

/// A link to a page of the host's.
fn of_host((name, word): (&str, Word)) -> Html {
    let href = host::says(name);
    html! { if !href.is_empty() { <li><a {href} data-testid={name.to_owned()}>{ t(word) }</a></li> } }
}

fn footer_links() -> impl Iterator<Item = Html> {
    ["method", "privacy", "accessibility"].into_iter().filter_map(|id| {
        let page = catalogue().pages.iter().find(|page| page.id == id)?;
        Some(html! { <li><a href={Route::Page(page.id, None).href()}>{ page.title }</a></li> })
    })
}

/// The same page in the other languages.
fn languages(route: Route) -> impl Iterator<Item = Html> {
    let others = LANGUAGES.iter().filter(|language| language.code != catalogue().language);
    others.map(move |Language { code, name, .. }| {
        let href = format!("?lang={code}{}", route.href());
        html! { <li><a {href} lang={*code} hreflang={*code} data-testid={format!("language-{code}")}>{ *name }</a></li> }
    })
}

fn page(route: Route) -> Html {
    match route {
        Route::Home => pages::home(),
        Route::Missing => pages::missing(),
        Route::Clauses | Route::Subclause(..) if store().read(|_| ()).is_none() => pages::nothing_open(),
        Route::Clauses => html! { <pages::Clauses /> },
        Route::Subclause(index, _) => html! { <pages::SubclausePage {index} key={index} /> },
        _ => html! {},
    }
}

/// Loads the second program the first time, and says so until it has taken its place.
#[component]
fn Loading() -> Html {
    let state = use_state_eq(|| Some(Word::AppLoading));
    let set = state.setter();
    use_effect_with((), move |()| {
        wasm_bindgen_futures::spawn_local(async move {
            set.set(if load_more().await.is_ok() { None } else { Some(Word::AppLoadingFailed) });
        });
    });
    html! { if let Some(word) = *state { <p class="hint" role="status">{ t(word) }</p> } }
}

#[component]
fn Title() -> Html {
    let title = use_assessment(|assessment| Some(assessment.title.clone()));
    html! { <span class="open-title">{ title.unwrap_or_default() }</span> }
}

fn menu(at: Route) -> Html {
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
                (Route::Review(None), Word::MenuReview),
            ],
        ),
        (
            Word::MenuMore,
            &[
                (Route::Home, Word::MenuHome),
                (Route::Library, Word::MenuLibrary),
                (Route::Verify, Word::MenuVerify),
                (Route::Learn, Word::MenuLearn),
                (Route::Data, Word::MenuData),
            ],
        ),
    ];
    html! {
        { for groups.into_iter().map(|(heading, links)| html! {
            <section>
                <h2>{ t(heading) }</h2>
                <ul class="plain">
                    { for links.iter().map(|(to, word)| menu_link(*to, *word, at)) }
                </ul>
            </section>
        }) }
    }
}

fn menu_link(to: Route, word: Word, at: Route) -> Html {
    let here =
        at.page() == to || matches!((to, at), (Route::Clauses, Route::Subclause(..)) | (Route::Learn, Route::Page(..)));
    let href = to.href();
    let view = href.strip_prefix("#/").unwrap_or_default().to_owned();
    html! {
        <li>
            <a {href} data-testid="nav" data-view={view} aria-current={here.then_some("page")}>{ t(word) }</a>
        </li>
    }
}
