//! The frame around every page: header, navigation, the page of the route, notices.

use crate::browser::{focus, host, language, say_to_page, window};
use crate::components::{Later, Notices};
use crate::loader::{self, Want};
use crate::navigation::use_route;
use crate::pages::{self, How, Shown};
use crate::part::Part;
use crate::route::{Menu, Route};
use crate::store::{Topic, has_begun, use_topic};
use crate::text::{catalogue, t};
use gloo_events::EventListener;
use readiness::catalogue::{LANGUAGES, Language, Word};
use yew::prelude::*;

/// The whole site.
#[component]
pub fn App() -> Html {
    let route = use_route();
    let menu_open = use_state_eq(|| false);
    use_effect_with(route, {
        let menu_open = menu_open.setter();
        move |_| menu_open.set(false)
    });
    use_topic(Topic::Opened);
    let begun = use_memo((), |()| has_begun());
    let finding = use_state_eq(|| false);
    let set_finding = finding.setter();
    let new_version = use_state_eq(|| false);
    let set_new_version = new_version.setter();
    let gone = use_state_eq(|| false);
    let set_gone = gone.setter();
    use_effect_with((), move |()| {
        let ready = EventListener::new(&window(), "stage-zero-update", move |_| set_new_version.set(true));
        let gone = EventListener::new(&window(), "stage-zero-gone", move |_| set_gone.set(true));
        let find = EventListener::new(&window(), "stage-zero-find", move |_| set_finding.set(true));
        move || drop((ready, gone, find))
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
                { of_work(Want::Header, *begun) }
                <button class="menu-button" type="button" aria-expanded={menu_open.to_string()} aria-controls="menu" onclick={toggle}>
                    { t(Word::AppMenu) }
                </button>
            </header>
            <div class="frame">
                <nav id="menu" class={if *menu_open { "menu open" } else { "menu" }} aria-label={t(Word::AppNavigation)}>
                    <button type="button" class="quiet find" data-find="" data-testid="find">{ t(Word::AppFind) }{ " " }<kbd>{ t(Word::AppFindKeys) }</kbd></button>
                    { of_work(Want::Summary, false) }
                    { menu(route) }
                </nav>
                <main id="main" tabindex="-1">
                    { page(route) }
                    if *finding { <Later want={Want::Palette} /> }
                </main>
            </div>
            <footer class="bottom">
                <div role="status">
                    if *gone {
                        <p data-testid="gone">{ t(Word::AppGone) }</p>
                    }
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
    let others = LANGUAGES.iter().filter(|language| language.code != language::spoken().code);
    others.map(move |Language { code, name, .. }| {
        let href = format!("?lang={code}{}", route.href());
        html! { <li><a {href} lang={*code} hreflang={*code} data-testid={format!("language-{code}")}>{ *name }</a></li> }
    })
}

/// The page of a route: of this part of the program, or of another.
fn page(route: Route) -> Html {
    match route.row().part {
        Part::Frame => {
            let view = pages::view::<{ Part::Frame as u8 }>;
            html! { <Shown {route} how={How { title: pages::title_in_frame, view, above: |_| Html::default(), below: |_| Html::default() }} /> }
        }
        part => html! { <Later want={Want::Page(route)} key={part as u32} /> },
    }
}

/// What the part that keeps work shows in the frame, once it is here; where it must come, it is waited for.
fn of_work(want: Want, must: bool) -> Html {
    let is_here = loader::here(Part::Work).is_some();
    html! { if is_here || must { <Later {want} key={u32::from(is_here)} /> } }
}

fn menu(at: Route) -> Html {
    let groups = [(Menu::Assess, Word::MenuAssess), (Menu::Judge, Word::MenuJudge), (Menu::More, Word::MenuMore)];
    html! {
        { for groups.into_iter().map(|(menu, heading)| html! {
            <section>
                <h2>{ t(heading) }</h2>
                <ul class="plain">
                    { for Route::all().filter(|route| route.row().menu == menu).map(|to| menu_link(to, at)) }
                </ul>
            </section>
        }) }
    }
}

fn menu_link(to: Route, at: Route) -> Html {
    // What lies below a page is a part of it.
    let here = at.row().at.trim_end_matches('/') == to.row().at && at != Route::Missing;
    html! {
        <li>
            <a href={to.href()} data-testid="nav" data-view={to.row().at} aria-current={here.then_some("page")}>{ t(to.row().name) }</a>
        </li>
    }
}
