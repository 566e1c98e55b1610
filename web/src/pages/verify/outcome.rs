//! What a check found.

use super::Checked;
use crate::browser::today;
use crate::components::bring_in::use_bring_in;
use crate::components::export::use_export;
use crate::components::table;
use crate::pages::review;
use crate::store::Opening;
use crate::text::{catalogue, say, t};
use readiness::catalogue::{Language, Word};
use readiness::job::Job;
use readiness::report::verify::{Answer, Difference, Verified, yields};
use readiness::{Assessment, Format, figures, shown};
use std::rc::Rc;
use yew::prelude::*;

/// How many differences are shown before the rest is only counted.
const SHOWN: usize = 50;

#[derive(PartialEq, Properties)]
pub struct OutcomeProps {
    pub checked: Rc<Checked>,
}

#[component]
pub fn Outcome(props: &OutcomeProps) -> Html {
    let checked = &props.checked;
    let verified = &checked.verified;
    let opened = props.checked.clone();
    let bring_in = use_bring_in(Callback::from(|(file, _): (Rc<Assessment>, Opening)| review::begin(&file)));
    let onreview = {
        let bring_in = bring_in.clone();
        move |_| bring_in.start(opened.assessment.clone())
    };
    html! {
        <section class="card" data-testid="verified" data-answer={verified.answer.name()}>
            { found(verified) }
            <Anew checked={props.checked.clone()} />
            <dl class="facts">
                { fact(Word::VerifyFile, &checked.name) }
                { fact(Word::QuoteOrganisation, &verified.organisation) }
                if let Some(today) = verified.today { { fact(Word::ReportDate, &figures::date(catalogue(), today)) } }
                if !verified.left_out.is_empty() { { fact(Word::ReportExtractLacks, &verified.left_out.words(catalogue())) } }
            </dl>
            { yielded(checked) }
            <p>{ t(Word::VerifyDigest) }{ " " }<code class="digest" data-testid="digest">{ verified.digest.clone() }</code></p>
            <p>
                <button type="button" class="button second" data-testid="open-reviewer" onclick={onreview}>
                    { t(Word::VerifyReview) }
                </button>
            </p>
            { bring_in.view() }
            { differing(verified) }
        </section>
    }
}

fn fact(name: Word, value: &str) -> Html {
    let value = if value.is_empty() { t(Word::ReportNotGiven) } else { value };
    html! { <div><dt>{ t(name) }</dt><dd dir="auto">{ shown::text(value) }</dd></div> }
}

/// The mark of an answer, what was found, and in one sentence what that means and what it does not.
pub fn words(answer: Answer) -> [Word; 3] {
    match answer {
        Answer::AsMade => [Word::VerifyAsMadeTag, Word::VerifyAsMade, Word::VerifyAsMadeMeans],
        Answer::Added => [Word::VerifyAddedTag, Word::VerifyAdded, Word::VerifyAddedMeans],
        Answer::Carries => [Word::VerifyCarriesTag, Word::VerifyCarries, Word::VerifyCarriesMeans],
        Answer::Contradicts => [Word::VerifyContradictsTag, Word::VerifyContradicts, Word::VerifyContradictsMeans],
    }
}

fn found(verified: &Verified) -> Html {
    if verified.format.is_none() {
        return html! { <><h2>{ t(Word::VerifyNoReport) }</h2><p>{ t(Word::VerifyNoReportText) }</p></> };
    }
    let [tag, title, means] = words(verified.answer).map(t);
    let tone = match verified.answer {
        Answer::AsMade => "good",
        Answer::Added | Answer::Carries => "warn",
        Answer::Contradicts => "bad",
    };
    let added = &verified.added;
    html! {
        <>
            <h2><span class={classes!("tag", tone)}>{ tag }</span>{ " " }{ title }</h2>
            <p>{ means }</p>
            if let Some(version) = &verified.other_version {
                <p class="warning" data-testid="other-version">{ say(Word::VerifyVersion, &[("version", version)]) }</p>
            }
            if !added.is_empty() {
                <p>{ t(Word::VerifyAddedList) }</p>
                <ul data-testid="added">{ for added.iter().map(|it| html! { <li dir="auto">{ shown::text(it) }</li> }) }</ul>
            }
        </>
    }
}

/// Where it differs: below all else, for there may be hundreds of places.
fn differing(verified: &Verified) -> Html {
    match &verified.differences[..] {
        _ if verified.format.is_none() => html! {},
        [] if verified.answer == Answer::Carries => html! { <p>{ t(Word::VerifyNoHints) }</p> },
        [] => html! {},
        differences => html! { <><p>{ t(Word::VerifyHints) }</p>{ listed(differences) }</> },
    }
}

fn listed(differences: &[Difference]) -> Html {
    let n = differences.len();
    let place = |difference: &Difference| match difference.printed {
        true => shown::text(&difference.place),
        false => say(Word::VerifyInData, &[("place", &difference.place)]),
    };
    let value = |text: &str| match text {
        "" => html! { <span class="hint">{ t(Word::VerifyNothing) }</span> },
        text => html! { <span dir="auto">{ shown::text(text) }</span> },
    };
    let head = html! { <tr>
        <th scope="col">{ t(Word::VerifyWhere) }</th><th scope="col">{ t(Word::VerifySays) }</th><th scope="col">{ t(Word::VerifyYields) }</th>
    </tr> };
    let rows = differences.iter().take(SHOWN).map(|difference| html! {
                        <tr data-testid="difference">
                            <th scope="row">{ place(difference) }</th><td>{ value(&difference.says) }</td><td>{ value(&difference.yields) }</td>
                        </tr>
                    });
    html! {
        <>
            <div class="differences">{ table(Word::VerifyTable, "differences", head, rows.collect()) }</div>
            if n > SHOWN { <p class="hint">{ say(Word::VerifyMore, &[("n", &(n - SHOWN).to_string())]) }</p> }
        </>
    }
}

/// What the answers in a file yield, where it may show something else.
fn yielded(checked: &Checked) -> Html {
    let yielded = yields(catalogue(), &checked.assessment, checked.verified.today.unwrap_or_else(today));
    if checked.verified.answer == Answer::AsMade || yielded.is_empty() {
        return html! {};
    }
    html! {
        <>
            <h3>{ t(Word::VerifyYield) }</h3>
            <dl class="facts" data-testid="yielded">{ for yielded.iter().map(|(name, said)| fact(*name, said)) }</dl>
        </>
    }
}

/// A button that makes the report again from the answers in a file that is not, or not only, that report.
#[component]
fn Anew(props: &OutcomeProps) -> Html {
    let export = use_export();
    let checked = props.checked.clone();
    let verified = &checked.verified;
    let name = match verified.answer {
        Answer::AsMade => return html! {},
        Answer::Added => Word::VerifyOriginal,
        Answer::Carries | Answer::Contradicts => Word::VerifyAnew,
    };
    let onclick = {
        let (export, checked) = (export.clone(), checked.clone());
        move |_| {
            let verified = &checked.verified;
            let job = Job::Make {
                language: Language::of(&verified.language).unwrap_or_else(|| catalogue().spoken()),
                format: verified.format.unwrap_or(Format::Html),
                today: verified.today.unwrap_or_else(today),
                assessment: checked.assessment.to_file(catalogue()),
                passphrase: String::new(),
            };
            export.start(job, || ());
        }
    };
    html! {
        <p>
            <button type="button" class="button" data-testid="make-anew" disabled={export.is_busy()} {onclick}>{ t(name) }</button>
            { export.progress() }
        </p>
    }
}
