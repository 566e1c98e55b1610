//! What is still open: questions by sub-clause, documents, controls.

use crate::route::Route;
use crate::text::{catalogue, say, t};
use readiness::catalogue::Word;
use readiness::plan::What;
use readiness::{Assessment, ItemRef, Outcome, Plan};
use yew::prelude::*;

/// The list, with links to the places where it is answered.
pub fn open(outcome: &Outcome, assessment: &Assessment) -> Html {
    let catalogue = catalogue();
    // The plan knows what there is to answer.
    let (mut questions, mut documents) = (vec![0; catalogue.subclauses.len()], 0);
    for what in Plan::of(catalogue, assessment, outcome).actions.into_iter().flat_map(|action| action.what) {
        match what {
            What::Answer(id) | What::FindOut(ItemRef::Requirement(id)) => {
                questions[catalogue.requirement(id).subclause] += 1
            }
            What::Register(_) => documents += 1,
            What::FindOut(_) | What::Decide(_) | What::Rate(_) | What::Resolve(_) | What::Correct(_) => {}
        }
    }
    let undecided = catalogue.controls.len() - outcome.soa.decided;
    let first = |index: usize| {
        let range = catalogue.subclauses[index].requirements.clone();
        catalogue.requirement_ids_in(range).find(|id| assessment.level(*id).is_none())
    };
    let none = undecided == 0 && documents == 0 && outcome.answered == outcome.items;
    let count = |word, n: usize| say(word, &[("n", &n.to_string())]);
    html! {
        <details class="card" data-testid="open">
            <summary><h2>{ t(Word::ResultsOpen) }</h2></summary>
            if none {
                <p>{ t(Word::ResultsNothingOpen) }</p>
            } else {
                <p>{ t(Word::ResultsOpenText) }</p>
                <ul>
                    { for questions.into_iter().enumerate().filter(|(_, n)| *n > 0).map(|(index, n)| {
                        let subclause = &catalogue.subclauses[index];
                        html! {
                            <li>
                                <a href={Route::Subclause(index, first(index)).href()}>{ subclause.id }{ " " }{ subclause.title }</a>
                                { ": " }{ count(Word::ResultsOpenIn, n) }
                            </li>
                        }
                    }) }
                    if documents > 0 {
                        <li><a href={Route::Documents(None).href()}>{ count(Word::ResultsOpenDocuments, documents) }</a></li>
                    }
                    if undecided > 0 {
                        <li><a href={Route::Controls(None).href()}>{ count(Word::ResultsOpenControls, undecided) }</a></li>
                    }
                </ul>
            }
        </details>
    }
}
