//! Guidance about items, where they are answered.

mod chunk;
mod item;
mod of_host;
mod term;

pub use chunk::{Chunk, load_chunk, use_chunk};
pub use item::item;
pub use of_host::of_host;

use crate::browser::window;
use crate::text::t;
use readiness::catalogue::Word;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Properties of [`Guidance`].
#[derive(PartialEq, Properties)]
pub struct GuidanceProps {
    /// The chunk that holds it.
    pub chunk: AttrValue,
    /// The item that it is about.
    pub id: AttrValue,
    /// The level of its headings: one below that of the item.
    #[prop_or("h4")]
    pub heading: &'static str,
}

/// The guidance about one item.
#[component]
pub fn Guidance(props: &GuidanceProps) -> Html {
    let chunk = use_chunk(props.chunk.clone());
    let place = use_node_ref();
    // It opens where it is seen: whoever pressed the button for it goes on from here.
    use_effect_with(place.clone(), |place| {
        let pressed =
            window().document().and_then(|it| it.query_selector("[data-testid=explain]:focus").ok().flatten());
        if let (Some(_), Some(place)) = (pressed, place.cast::<HtmlElement>()) {
            let _ = place.focus();
        }
    });
    html! {
        <div class="guidance" ref={place} tabindex="-1" aria-live="polite" data-testid="guidance">
            { said(&chunk, |text| item(text, &props.id, props.heading)) }
            { of_host(&props.id, props.heading) }
        </div>
    }
}

/// What a chunk says, or that it is not there.
pub fn said(chunk: &Chunk, say: impl FnOnce(&str) -> Html) -> Html {
    match chunk {
        Chunk::Loading => html! { <p class="hint">{ t(Word::GuidanceLoading) }</p> },
        Chunk::Missing => html! { <p class="hint">{ t(Word::GuidanceMissing) }</p> },
        Chunk::Text(text) => say(text),
    }
}

/// Properties of [`Explain`].
#[derive(PartialEq, Properties)]
pub struct ExplainProps {
    /// The chunk that holds the guidance.
    pub chunk: AttrValue,
    /// The item that it is about.
    pub id: AttrValue,
    /// Whether it is shown from the start.
    #[prop_or_default]
    pub open: bool,
    /// What the button says.
    #[prop_or(Word::ItemExplain)]
    pub label: Word,
}

/// A button that shows and hides the guidance about one item.
#[component]
pub fn Explain(props: &ExplainProps) -> Html {
    let open = use_state(|| props.open);
    let toggle = {
        let open = open.clone();
        move |_| open.set(!*open)
    };
    html! {
        <>
            <button type="button" class="fold" aria-expanded={open.to_string()} onclick={toggle} data-testid="explain">
                { t(props.label) }
            </button>
            if *open {
                <Guidance chunk={props.chunk.clone()} id={props.id.clone()} />
            }
        </>
    }
}
