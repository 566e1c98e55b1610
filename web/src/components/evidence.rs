//! Any number of references to evidence.

use super::ItemOf;
use crate::browser::value_of;
use crate::store::store;
use crate::text::{say, t};
use readiness::assessment::ItemChange;
use readiness::catalogue::Word;
use yew::prelude::*;

/// Properties of [`Evidence`].
#[derive(PartialEq, Properties)]
pub struct EvidenceProps {
    /// Whose evidence it is.
    pub of: ItemOf,
    /// The references so far.
    pub references: Vec<String>,
}

/// One line for each reference, and an empty one for the next.
#[component]
pub fn Evidence(props: &EvidenceProps) -> Html {
    let of = props.of;
    let lines = props.references.len() + 1;
    html! {
        <fieldset class="field evidence">
            <legend>{ t(Word::ItemEvidence) }</legend>
            <p class="hint">{ t(Word::ItemEvidenceHint) }</p>
            // A list of their own, all with keys: the field that is typed into stays the same element when a line is added.
            <>
            { for (0..lines).map(|index| {
                let number = (index + 1).to_string();
                let (typed, removed) = (props.references.clone(), props.references.clone());
                html! {
                    <div class="line" key={index}>
                        <input type="text" data-testid="evidence" aria-label={say(Word::ItemEvidenceNumber, &[("n", &number)])}
                            value={props.references.get(index).cloned().unwrap_or_default()}
                            oninput={move |event: InputEvent| of.change(ItemChange::Evidence(with(&typed, index, value_of(&event))))} />
                        if index + 1 < lines {
                            <button type="button" class="quiet" aria-label={say(Word::ItemEvidenceRemove, &[("n", &number)])}
                                data-testid="remove-evidence" onclick={move |_| {
                                    of.change(ItemChange::Evidence(without(&removed, index)));
                                    store().notify_done(t(Word::NoticeRemoved).to_owned());
                                }}>{ "×" }</button>
                        }
                    </div>
                }
            }) }
            </>
        </fieldset>
    }
}

fn with(references: &[String], index: usize, text: String) -> Vec<String> {
    let mut references = references.to_vec();
    match references.get_mut(index) {
        Some(reference) => *reference = text,
        None if !text.is_empty() => references.push(text),
        None => {}
    }
    references
}

fn without(references: &[String], index: usize) -> Vec<String> {
    let mut references = references.to_vec();
    references.remove(index);
    references
}
