//! What a check found.

use super::Checked;
use crate::components::table;
use crate::pages::review;
use crate::text::{catalogue, say, t, tell};
use readiness::catalogue::Word;
use readiness::figures;
use readiness::report::verify::{Difference, Verified};
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
    let opened = props.checked.clone();
    html! {
        <section class="card" data-testid="verified" data-differences={checked.verified.as_ref().map(|it| it.differences.len().to_string())}>
            { match &checked.verified {
                None => html! { <><h2>{ t(Word::VerifyNoReport) }</h2><p>{ t(Word::VerifyNoReportText) }</p></> },
                Some(verified) => found(verified),
            } }
            <dl class="facts">
                { fact(Word::VerifyFile, &checked.name) }
                { fact(Word::QuoteOrganisation, &checked.organisation) }
                if let Some(verified) = &checked.verified { { fact(Word::ReportDate, &figures::date(catalogue(), verified.today)) } }
                if !checked.left_out.is_empty() { { fact(Word::ReportExtractLacks, &checked.left_out.words(catalogue())) } }
            </dl>
            <p>{ t(Word::VerifyDigest) }{ " " }<code class="digest" data-testid="digest">{ checked.digest.clone() }</code></p>
            <p>
                <button type="button" class="button" data-testid="open-reviewer" onclick={move |_| review::begin(opened.text.clone())}>
                    { t(Word::VerifyReview) }
                </button>
            </p>
        </section>
    }
}

fn fact(name: Word, value: &str) -> Html {
    let value = if value.is_empty() { t(Word::ReportNotGiven) } else { value };
    html! { <div><dt>{ t(name) }</dt><dd dir="auto">{ value.to_owned() }</dd></div> }
}

fn found(verified: &Verified) -> Html {
    let n = verified.differences.len();
    let compared = || [("figures", verified.figures.to_string()), ("places", verified.places.to_string())];
    html! {
        <>
            if n == 0 {
                <h2><span class="tag good">{ t(Word::VerifyAgreesTag) }</span>{ " " }{ t(Word::VerifyAgrees) }</h2>
                <p>{ if verified.places > 0 { tell(Word::VerifyCompared, compared()) } else { tell(Word::VerifyComparedData, compared()) } }</p>
                <p>{ t(if verified.to_the_letter { Word::VerifyToTheLetter } else { Word::VerifyNotToTheLetter }) }</p>
            } else {
                <h2><span class="tag bad">{ t(Word::VerifyDiffersTag) }</span>{ " " }{ say(Word::VerifyDiffers, &[("n", &n.to_string())]) }</h2>
                <p>{ t(Word::VerifyDiffersText) }</p>
                { listed(&verified.differences) }
                if n > SHOWN { <p class="hint">{ say(Word::VerifyMore, &[("n", &(n - SHOWN).to_string())]) }</p> }
            }
            if let Some(version) = &verified.other_version {
                <p class="warning">{ say(Word::VerifyVersion, &[("version", version)]) }</p>
            }
        </>
    }
}

fn listed(differences: &[Difference]) -> Html {
    let place = |difference: &Difference| match difference.printed {
        true => difference.place.clone(),
        false => say(Word::VerifyInData, &[("place", &difference.place)]),
    };
    let value = |text: &str| match text {
        "" => html! { <span class="hint">{ t(Word::VerifyNothing) }</span> },
        text => html! { <span dir="auto">{ text.to_owned() }</span> },
    };
    let head = html! { <tr>
        <th scope="col">{ t(Word::VerifyWhere) }</th><th scope="col">{ t(Word::VerifySays) }</th><th scope="col">{ t(Word::VerifyYields) }</th>
    </tr> };
    let rows = differences.iter().take(SHOWN).map(|difference| html! {
                        <tr data-testid="difference">
                            <th scope="row">{ place(difference) }</th><td>{ value(&difference.says) }</td><td>{ value(&difference.yields) }</td>
                        </tr>
                    });
    html! { <div class="differences">{ table(Word::VerifyTable, "differences", head, rows.collect()) }</div> }
}
