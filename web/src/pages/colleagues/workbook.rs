//! A workbook that somebody has filled in: beside the comparison, the cells that can't be read, and an auditor's notes.

use super::Staged;
use crate::components::opener::Said;
use crate::pages::review;
use crate::route::Route;
use crate::text::{catalogue, say, t};
use readiness::Assessment;
use readiness::catalogue::Word;
use readiness::review::Review;
use yew::prelude::*;

/// What there is to say of a workbook beside what it would change.
#[derive(Clone, PartialEq)]
pub struct Workbook {
    /// The name of the file.
    pub name: String,
    problems: Vec<String>,
    remarks: Vec<String>,
    review: Option<Review>,
}

/// A workbook as a copy to compare with: the assessment with what was filled in, and two states to compare it with. It is
/// about the assessment that is open.
pub fn staged(name: String, states: [Assessment; 3], said: Said) -> Staged {
    let review = Review::from_file(&said.review, catalogue()).ok();
    let workbook = Workbook { name, problems: said.problems, remarks: said.remarks, review };
    let [copy, before @ ..] = states;
    Staged { copy: copy.into(), before: before.into(), workbook: Some(workbook), kept: Vec::new() }
}

impl Workbook {
    /// The cells that stay as they are, what else there is to say, and the notes.
    pub fn view(&self) -> Html {
        let list =
            |lines: &[String]| html! { <ul>{ for lines.iter().map(|line| html! { <li>{ line.clone() }</li> }) }</ul> };
        let n = self.problems.len().to_string();
        html! {
            <>
                if !self.problems.is_empty() {
                    <section class="warning" role="alert" data-testid="wrong-cells">
                        <h2>{ say(Word::MergeWrongCells, &[("n", &n)]) }</h2>
                        <p>{ say(Word::MergeWrongCellsText, &[("n", &n)]) }</p>
                        { list(&self.problems) }
                    </section>
                }
                if !self.remarks.is_empty() {
                    <section data-testid="sheet-remarks">
                        <h2>{ t(Word::MergeRemarks) }</h2>
                        { list(&self.remarks) }
                    </section>
                }
                if let Some(review) = &self.review { { notes(review) } }
            </>
        }
    }
}

fn notes(review: &Review) -> Html {
    let args = [("who", &*review::name(review)), ("n", &*review.remarks.len().to_string())];
    let kept = review.clone();
    html! {
        <section class="card" data-testid="notes">
            <h2>{ t(Word::MergeNotes) }</h2>
            <p>{ say(Word::MergeNotesText, &args) }</p>
            <button type="button" class="button second" data-testid="keep-notes" onclick={move |_| {
                review::keep(kept.clone());
                Route::Review(None).go();
            }}>{ t(Word::MergeNotesKeep) }</button>
        </section>
    }
}
