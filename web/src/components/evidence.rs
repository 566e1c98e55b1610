//! Any number of pieces of evidence.

mod more;

use super::item_of::ItemOf;
use crate::browser::{value_of, window};
use crate::store::store;
use crate::text::{say, t};
use more::More;
use readiness::assessment::Evidence as Piece;
use readiness::catalogue::Word;
use wasm_bindgen::JsCast;
use web_sys::ClipboardEvent;
use yew::prelude::*;

/// Properties of [`Evidence`].
#[derive(PartialEq, Properties)]
pub struct EvidenceProps {
    /// Whose evidence it is.
    pub of: ItemOf,
    /// The pieces so far.
    pub pieces: Vec<Piece>,
}

/// One line for each piece, and an empty one for the next.
#[component]
pub fn Evidence(props: &EvidenceProps) -> Html {
    let of = props.of;
    let opened = use_state_eq(|| None::<usize>);
    let lines = props.pieces.len() + 1;
    html! {
        <fieldset class="field evidence">
            <legend>{ t(Word::ItemEvidence) }</legend>
            <p class="hint">{ t(Word::ItemEvidenceHint) }</p>
            // A list of their own, all with keys: the field that is typed into stays the same element when a line is added.
            <>
            { for (0..lines).map(|index| {
                let number = (index + 1).to_string();
                let piece = props.pieces.get(index).cloned().unwrap_or_default();
                let is_open = *opened == Some(index);
                let (toggle, shut) = (opened.setter(), opened.setter());
                html! {
                    <div class="piece" key={index}>
                        <div class="line">
                            <input type="text" data-testid="evidence" aria-label={say(Word::ItemEvidenceNumber, &[("n", &number)])}
                                value={piece.what.clone()}
                                onpaste={move |event: Event| paste(of, index, &event)}
                                oninput={move |event: InputEvent| change(of, index, |piece| piece.what = value_of(&event))} />
                            if index + 1 < lines {
                                <button type="button" class="fold" aria-expanded={is_open.to_string()}
                                    aria-label={say(Word::EvidenceMoreOf, &[("n", &number)])} data-testid="evidence-more"
                                    onclick={move |_| toggle.set((!is_open).then_some(index))}>{ t(Word::EvidenceMore) }</button>
                                <button type="button" class="quiet" aria-label={say(Word::ItemEvidenceRemove, &[("n", &number)])}
                                    data-testid="remove-evidence" onclick={move |_| {
                                        shut.set(None);
                                        remove(of, index);
                                    }}>{ "×" }</button>
                            }
                        </div>
                        if is_open && index + 1 < lines {
                            <More {of} {index} {piece} />
                        } else if let Some(rest) = piece.line().strip_prefix(&format!("{}, ", piece.what.trim())) {
                            <p class="hint" dir="auto">{ rest.to_owned() }</p>
                        }
                    </div>
                }
            }) }
            </>
        </fieldset>
    }
}

/// Several lines become an entry each, if the person says so; else the browser makes one line of them.
fn paste(of: ItemOf, index: usize, event: &Event) {
    let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
    let text = data.and_then(|data| data.get_data("text").ok()).unwrap_or_default();
    let lines: Vec<_> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let question = say(Word::ItemEvidenceLines, &[("n", &lines.len().to_string())]);
    if lines.len() > 1 && window().confirm_with_message(&question).unwrap_or(false) {
        event.prevent_default();
        let mut all = pieces(of);
        let at = index + usize::from(all.get(index).is_some_and(|piece| *piece != Piece::default()));
        all.splice(at.min(all.len())..at.min(all.len()), lines.into_iter().map(Piece::from));
        all.retain(|piece| *piece != Piece::default());
        store().apply(of.edit().evidence(all));
    }
}

/// What there is now, whatever was shown: a file is read for a while.
fn pieces(of: ItemOf) -> Vec<Piece> {
    store().read(|assessment| of.read(assessment).evidence).unwrap_or_default()
}

/// Changes a piece, or begins the next one with it.
fn change(of: ItemOf, index: usize, change: impl FnOnce(&mut Piece)) {
    let mut all = pieces(of);
    match all.get_mut(index) {
        Some(piece) => change(piece),
        None => {
            let mut piece = Piece::default();
            change(&mut piece);
            all.extend((piece != Piece::default()).then_some(piece));
        }
    }
    store().apply(of.edit().evidence(all));
}

fn remove(of: ItemOf, index: usize) {
    let mut all = pieces(of);
    if index < all.len() {
        all.remove(index);
        store().apply(of.edit().evidence(all));
        store().notify_done(t(Word::NoticeRemoved).to_owned());
    }
}
