//! What leaves: the person picks the portions, and sees what is in the files and what stays here.

use crate::store::use_assessment;
use crate::text::{catalogue, say, t};
use readiness::catalogue::Word;
use readiness::extract::{Portion, Portions, Preset};
use yew::prelude::*;

/// Properties of [`Choice`].
#[derive(PartialEq, Properties)]
pub struct ChoiceProps {
    /// What is left out so far.
    pub left_out: Portions,
    /// Called with what to leave out instead.
    pub onchoose: Callback<Portions>,
}

/// The choice, with presets and a preview.
#[component]
pub fn Choice(props: &ChoiceProps) -> Html {
    let left_out = props.left_out;
    let counts = use_assessment(|assessment| {
        let extract = assessment.extract(catalogue(), left_out);
        Some((Portion::ALL.map(|it| (it, it.count(&extract), it.count(assessment))), assessment.left_out()))
    });
    let Some((counts, missing)) = counts else { return html! {} };
    let preset = |preset: Preset| {
        let choose = props.onchoose.reform(move |_: Event| preset.left_out());
        let (name, about) = words(preset);
        html! {
            <label class="choice">
                <input type="radio" name="preset" data-testid={format!("preset-{}", preset.name())}
                    checked={left_out == preset.left_out()} onchange={choose} />
                <span><strong>{ t(name) }</strong>{ " " }<span class="hint">{ t(about) }</span></span>
            </label>
        }
    };
    // What the open assessment lacks itself can't be chosen.
    let portions = counts.iter().filter(|(portion, ..)| !missing.contains(*portion));
    html! {
        <section class="card" data-testid="choice">
            <h2>{ t(Word::ExportChoice) }</h2>
            <p>{ t(Word::ExportChoiceText) }</p>
            <fieldset class="presets">
                <legend>{ t(Word::ExportFor) }</legend>
                { for Preset::ALL.into_iter().map(preset) }
            </fieldset>
            <fieldset>
                <legend>{ t(Word::ExportPortions) }</legend>
                <ul class="plain">
                    { for portions.map(|(portion, _, all)| one(*portion, *all, left_out, &props.onchoose)) }
                </ul>
            </fieldset>
            { preview(&counts, left_out) }
        </section>
    }
}

fn words(preset: Preset) -> (Word, Word) {
    match preset {
        Preset::CertificationBody => (Word::ExportForBody, Word::ExportForBodyAbout),
        Preset::Customer => (Word::ExportForCustomer, Word::ExportForCustomerAbout),
        Preset::Everything => (Word::ExportForAll, Word::ExportForAllAbout),
    }
}

fn one(portion: Portion, all: usize, left_out: Portions, onchoose: &Callback<Portions>) -> Html {
    let kept = !left_out.contains(portion);
    let toggle = onchoose.reform(move |_: Event| left_out.with(portion, kept));
    html! {
        <li class="row">
            <label class="choice">
                <input type="checkbox" checked={kept} onchange={toggle} data-testid={format!("portion-{}", portion.name())} />
                { portion.label(catalogue()) }
            </label>
            <span class="number">{ all }</span>
        </li>
    }
}

/// What is in the files, with counts, and what is not.
fn preview(counts: &[(Portion, usize, usize)], left_out: Portions) -> Html {
    let kept = counts.iter().filter(|(portion, leaves, _)| !left_out.contains(*portion) && *leaves > 0);
    let leaves: Vec<_> = kept.map(|(portion, leaves, _)| count(*portion, *leaves)).collect();
    let held = counts.iter().filter(|(_, leaves, all)| leaves < all);
    let stays: Vec<_> = held.map(|(portion, leaves, all)| count(*portion, all - leaves)).collect();
    html! {
        <div role="status" aria-live="polite" data-testid="leaves">
            <h3>{ t(Word::ExportLeaves) }</h3>
            <p>{ t(Word::ExportLeavesAlways) }</p>
            if !leaves.is_empty() { <p><strong data-testid="leaving">{ leaves.join(", ") }</strong></p> }
            if !stays.is_empty() {
                <h3>{ t(Word::ExportStays) }</h3>
                <p data-testid="staying">{ stays.join(", ") }</p>
            }
            if !left_out.is_empty() { <p class="hint">{ t(Word::ExportIsExtract) }</p> }
        </div>
    }
}

/// A portion with its number, such as '31 notes'.
fn count(portion: Portion, n: usize) -> String {
    let word = match portion {
        Portion::Answers => Word::CountAnswers,
        Portion::Controls => Word::CountControls,
        Portion::Documents => Word::CountDocuments,
        Portion::Risks => Word::CountRisks,
        Portion::Audits => Word::CountAudits,
        Portion::Details => Word::CountDetails,
        Portion::Notes => Word::CountNotes,
        Portion::Evidence => Word::CountEvidence,
        Portion::Owners => Word::CountOwners,
        Portion::Dates => Word::CountDates,
        Portion::Contacts => Word::CountContacts,
        Portion::Reviews => Word::CountReviews,
    };
    say(word, &[("n", &n.to_string())])
}
