//! The root of the second program: the page of the route, where it is one of this program's.

use crate::browser::arrival::{use_arrival, use_keys, use_route};
use crate::browser::host;
use crate::components::{ExtractMark, Notices, Reminder};
use crate::pages;
use crate::palette::Palette;
use crate::route::Route;
use crate::store::{Topic, store, use_topic};
use gloo_events::EventListener;
use yew::prelude::*;

/// All pages but the first ones.
#[component]
pub fn More() -> Html {
    let route = use_route();
    // Another assessment may be open, or none.
    use_topic(Topic::Opened);
    use_arrival(route, route.is_more(), || {});
    use_keys(route.is_more());
    use_effect_with((), |()| {
        let hidden = EventListener::new(&crate::browser::window(), "pagehide", |_| store().flush());
        move || drop(hidden)
    });
    let marked = route.is_more()
        && !matches!(
            route,
            Route::Learn | Route::Page(..) | Route::Library | Route::Data | Route::Verify | Route::Quick
        );
    html! { <>if marked { <ExtractMark /><Reminder /> }{ page(route) }<Notices /><Palette /></> }
}

fn page(route: Route) -> Html {
    match route {
        _ if !route.is_more() => html! {},
        _ if route.part().is_some_and(host::hides) => pages::missing(),
        Route::Learn => html! { <pages::Learn /> },
        Route::Page(id, item) => html! { <pages::Reading {id} {item} key={id} /> },
        Route::Quick => html! { <pages::Quick /> },
        Route::Library => html! { <pages::Library /> },
        Route::Data => html! { <pages::Data /> },
        Route::Verify => html! { <pages::Verify /> },
        #[cfg(debug_assertions)]
        Route::Components => pages::components(),
        _ if store().read(|_| ()).is_none() => pages::nothing_open(),
        Route::Colleagues => html! { <pages::Colleagues /> },
        Route::Organisation => html! { <pages::Organisation /> },
        Route::Documents(_) => html! { <pages::Documents /> },
        Route::Controls(shown) => html! { <pages::Controls {shown} /> },
        Route::Results => html! { <pages::Results /> },
        Route::Plan => html! { <pages::PlanPage /> },
        Route::Risks => html! { <pages::Risks /> },
        Route::Snapshots => html! { <pages::Snapshots /> },
        Route::Quote => html! { <pages::Quote /> },
        Route::Report => html! { <pages::ReportPage /> },
        Route::Review(_) => html! { <pages::ReviewPage /> },
        _ => html! {},
    }
}
