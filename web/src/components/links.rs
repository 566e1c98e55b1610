//! Links to the places where items are answered.

use crate::route::Route;
use crate::store::store;
use crate::text::{catalogue, t};
use readiness::ItemRef;
use readiness::catalogue::Word;
use yew::prelude::*;

/// How many links are shown before the rest is only counted.
const SHOWN: usize = 6;

/// Links to some items, by their ids and titles.
pub fn item_links(items: impl IntoIterator<Item = ItemRef>) -> Html {
    let items: Vec<_> = items.into_iter().collect();
    let title =
        |item: ItemRef| store().read(|assessment| item.title(catalogue(), assessment).to_owned()).unwrap_or_default();
    let link = |item: &ItemRef| {
        let name = match item {
            ItemRef::Requirement(_) | ItemRef::Control(_) | ItemRef::Risk(_) => {
                format!("{} {}", item.name(catalogue()), title(*item))
            }
            _ => title(*item),
        };
        html! { <li><a href={Route::from(*item).href()}>{ name }</a></li> }
    };
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
