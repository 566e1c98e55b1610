//! What else there is to say of a piece of evidence: where it is, its days, and the fingerprint of its file.

use super::{Piece, change};
use crate::browser::{EARLIEST, day_of, fingerprint, value_of};
use crate::components::ItemOf;
use crate::store::store;
use crate::text::t;
use readiness::Date;
use readiness::assessment::Fingerprint;
use readiness::catalogue::Word;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`More`].
#[derive(PartialEq, Properties)]
pub struct MoreProps {
    /// Whose evidence it is.
    pub of: ItemOf,
    /// Which of the pieces it is.
    pub index: usize,
    /// The piece.
    pub piece: Piece,
}

/// The fields. A file is read here and goes nowhere.
#[component]
pub fn More(props: &MoreProps) -> Html {
    let MoreProps { of, index, piece } = props;
    let (of, index) = (*of, *index);
    let day = |label, testid: &'static str, value: Option<Date>, set: fn(&mut Piece, Option<Date>)| {
        let onchange = move |event: Event| {
            day_of(&event).into_iter().for_each(|day| change(of, index, |piece| set(piece, day)));
        };
        html! {
            <label class="field">
                <span>{ t(label) }</span>
                <input type="date" min={EARLIEST} data-testid={testid} value={value.map(|day| day.to_string()).unwrap_or_default()} {onchange} />
            </label>
        }
    };
    html! {
        <div class="piece-more">
            <label class="field">
                <span>{ t(Word::EvidenceWhere) }</span>
                <input type="text" data-testid="evidence-where" value={piece.r#where.clone()}
                    oninput={move |event: InputEvent| change(of, index, |piece| piece.r#where = value_of(&event))} />
            </label>
            <div class="pair">
                { day(Word::EvidenceDate, "evidence-date", piece.date, |piece, day| piece.date = day) }
                { day(Word::EvidenceUntil, "evidence-until", piece.until, |piece, day| piece.until = day) }
            </div>
            <File {of} {index} file={piece.file.clone()} />
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct FileProps {
    of: ItemOf,
    index: usize,
    file: Fingerprint,
}

/// The fingerprint, and the button that takes one.
#[component]
fn File(props: &FileProps) -> Html {
    let (of, index, file) = (props.of, props.index, &props.file);
    let reading = use_state_eq(|| false);
    let take = {
        let reading = reading.setter();
        move |event: Event| {
            let Some(input) = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) else { return };
            let Some(chosen) = input.files().and_then(|files| files.get(0)) else { return };
            // So that the same file can be chosen again.
            input.set_value("");
            let reading = reading.clone();
            reading.set(true);
            spawn_local(async move {
                match fingerprint(&chosen).await {
                    Ok(file) => change(of, index, |piece| piece.file = file),
                    Err(_) => store().notify(t(Word::FileUnreadable).to_owned(), None),
                }
                reading.set(false);
            });
        }
    };
    let forget = move |_| change(of, index, |piece| piece.file = Fingerprint::default());
    html! {
        <div class="field" aria-live="polite">
            if !file.sha256.is_empty() {
                <p data-testid="fingerprint">
                    <bdi>{ file.name.clone() }</bdi><br />
                    <span class="hint">{ t(Word::EvidenceFingerprint) }</span><br />
                    <code class="digest">{ file.sha256.clone() }</code>
                </p>
            }
            <p class="hint">{ t(Word::EvidenceTakeHint) }</p>
            <div class="row">
                <label class="button second file">
                    { t(Word::EvidenceTake) }
                    <input type="file" data-testid="evidence-file" onchange={take} />
                </label>
                if *reading {
                    <span class="hint" role="status">{ t(Word::EvidenceTaking) }</span>
                }
                if !file.sha256.is_empty() {
                    <button type="button" class="quiet" data-testid="evidence-forget" onclick={forget}>{ t(Word::EvidenceForget) }</button>
                }
            </div>
        </div>
    }
}
