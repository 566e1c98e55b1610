//! Links to the places where items are answered.

use crate::route::Route;
use crate::store::store;
use crate::text::{catalogue, t};
use readiness::ItemRef;
use readiness::catalogue::Word;
use yew::prelude::*;

/// How many links are shown before the rest is only counted.
const SHOWN: usize = 6;

/// An item by its id, which keeps its order in a language that is read from the right, and title; a document by its name.
pub fn item_label(item: ItemRef) -> Html {
    let title = store().read(|open| item.title(catalogue(), open).to_owned()).unwrap_or_default();
    match item {
        ItemRef::Document(_) | ItemRef::Fact(_) | ItemRef::People => html! { title },
        item => html! { <><bdi>{ item.name(catalogue()) }</bdi>{ " " }{ title }</> },
    }
}

/// Links to some items, by their ids and titles.
pub fn item_links(items: impl IntoIterator<Item = ItemRef>) -> Html {
    let items: Vec<_> = items.into_iter().collect();
    let link = |item: &ItemRef| html! { <li><a href={Route::from(*item).href()}>{ item_label(*item) }</a></li> };
    html! {
        <ul class="plain links">
            { for items.iter().take(SHOWN).map(link) }
            if items.len() > SHOWN {
                <li>
                    <details>
                        <summary>{ t(Word::LinksMore) }</summary>
                        <ul class="plain">{ for items.iter().skip(SHOWN).map(link) }</ul>
                    </details>
                </li>
            }
        </ul>
    }
}
