//! A term of the glossary, which explains itself where it stands.

use super::{Chunk, use_chunk};
use crate::text::t;
use readiness::catalogue::Word;
use yew::prelude::*;

/// Properties of [`Term`].
#[derive(PartialEq, Properties)]
pub struct TermProps {
    /// Its id in the glossary.
    pub id: AttrValue,
    /// How it is written here.
    pub text: AttrValue,
}

/// The term as a button that shows what it means, and hides it again.
#[component]
pub fn Term(props: &TermProps) -> Html {
    let open = use_state(|| false);
    let toggle = {
        let open = open.clone();
        move |_| open.set(!*open)
    };
    html! {
        <>
            <button type="button" class="term" aria-expanded={open.to_string()} onclick={toggle} data-testid="term-mention">{ &props.text }</button>
            if *open { <Meaning id={props.id.clone()} text={props.text.clone()} /> }
        </>
    }
}

/// The first paragraph of the glossary about it, and the way to the rest.
#[component]
fn Meaning(props: &TermProps) -> Html {
    let chunk = use_chunk("glossary".into());
    let said = match &chunk {
        Chunk::Loading => t(Word::GuidanceLoading).to_owned(),
        Chunk::Missing => t(Word::GuidanceMissing).to_owned(),
        Chunk::Text(text) => first_paragraph(text, &props.id),
    };
    html! {
        <span class="meaning" role="note" data-testid="meaning">
            { said }{ " " }<a href={format!("#/learn/glossary?term={}", props.id)}>{ t(Word::GuidanceTerm) }</a>
        </span>
    }
}

/// Without its marks, which are control characters, and without what links and mentions lead to.
fn first_paragraph(chunk: &str, id: &str) -> String {
    let mut lines = chunk.lines().skip_while(|line| line.strip_prefix("@\t") != Some(id)).skip(1);
    let paragraph = lines.by_ref().take_while(|line| !line.starts_with('@')).find_map(|line| line.strip_prefix("p\t"));
    let mut plain = String::new();
    for piece in paragraph.unwrap_or_default().split(['\u{5}', '\u{8}']) {
        plain.push_str(piece.split_once('\u{6}').map_or(piece, |(_, text)| text));
    }
    plain.retain(|mark| !mark.is_control());
    plain
}
