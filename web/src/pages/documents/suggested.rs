//! Documents that nobody asks for by name, and that are typical all the same.

use crate::components::{guidance_item, said, use_chunk};
use crate::text::{catalogue, t};
use readiness::catalogue::Word;
use yew::prelude::*;

/// The typical documents of each theme of Annex A.
#[component]
pub fn Suggested() -> Html {
    let chunk = use_chunk("clauses".into());
    let themes = |text: &str| {
        let theme = |theme: &readiness::catalogue::Theme| {
            html! {
                <details class="card" data-testid="suggested">
                    <summary>{ theme.title }</summary>
                    { guidance_item(&list(text, theme.id), "", "h3") }
                </details>
            }
        };
        catalogue().themes.iter().map(theme).collect()
    };
    html! {
        <section>
            <h2>{ t(Word::GuidanceSuggested) }</h2>
            <p>{ t(Word::DocumentsSuggestedText) }</p>
            { said(&chunk, themes) }
        </section>
    }
}

/// The list of a theme alone, as an item without a name.
fn list(chunk: &str, id: &str) -> String {
    let item = chunk.lines().skip_while(|line| line.strip_prefix("@\t") != Some(id)).skip(1);
    let section =
        item.take_while(|line| !line.starts_with('@')).skip_while(|line| !line.starts_with("=\tsuggested")).skip(1);
    std::iter::once("@\t").chain(section.take_while(|line| !line.starts_with('='))).collect::<Vec<_>>().join("\n")
}
