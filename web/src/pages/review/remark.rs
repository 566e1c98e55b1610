//! One item in reviewer mode: what the organisation says, and what the reviewer says to it.

use super::change;
use crate::browser::{now, value_of};
use crate::components::{Said, Typed};
use crate::store::store;
use crate::text::{catalogue, t};
use readiness::assessment::{Decision, Evidence, Item};
use readiness::catalogue::Word;
use readiness::review::{Mark, Opinion, Remark};
use readiness::{Assessment, ItemRef};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct RemarkProps {
    /// The id of the review.
    pub review: AttrValue,
    pub item: ItemRef,
    pub remark: Remark,
}

#[component]
pub fn RemarkCard(props: &RemarkProps) -> Html {
    let (item, remark) = (props.item, &props.remark);
    let name = item.name(catalogue()).into_owned();
    let (title, said) = store()
        .read(|assessment| (item.title(catalogue(), assessment).to_owned(), said(assessment, item)))
        .unwrap_or_default();
    // Each change starts from the remark as it is then: two fields of one remark never overwrite each other.
    let review = props.review.clone();
    let set = move |goes_on, how: &dyn Fn(&mut Remark)| {
        change(&review, goes_on, |review, assessment| {
            let mut remark = review.remarks.get(&item).cloned().unwrap_or_default();
            how(&mut remark);
            review.say(assessment, item, remark, now());
        });
    };
    let (judge, comment) = (set.clone(), set.clone());
    let mark = Callback::from(move |mark: Option<Mark>| set(false, &|remark| remark.mark = mark));
    let comment =
        Callback::from(move |said: Said| comment(said.goes_on, &|remark| remark.comment.clone_from(&said.text)));
    let judged = move |event: Event| {
        let value = value_of(&event);
        let opinion = Opinion::all(item).into_iter().find(|opinion| opinion.name() == value);
        judge(false, &|remark| remark.opinion = opinion);
    };
    html! {
        <article class="item" data-testid="item" data-item-id={name.clone()}>
            <header>
                <h3>
                    if !matches!(item, ItemRef::Document(_)) { <span class="number">{ name.clone() }</span>{ " " } }
                    { title }
                </h3>
            </header>
            { said }
            <fieldset class="choices">
                <legend>{ t(Word::ReviewMark) }</legend>
                { for Mark::ALL.into_iter().map(|each| {
                    let mark = mark.clone();
                    html! {
                        <label class="choice">
                            <input type="radio" name={format!("mark-{name}")} checked={remark.mark == Some(each)} data-testid={format!("mark-{}", each.name())}
                                onchange={move |_| mark.emit(Some(each))} />
                            { t([Word::ReviewIAgree, Word::ReviewIQuestion, Word::ReviewIDisagree][each as usize]) }
                        </label>
                    }
                }) }
                if remark.mark.is_some() {
                    <button type="button" class="quiet" onclick={move |_| mark.emit(None)}>{ t(Word::ReviewNoMark) }</button>
                }
            </fieldset>
            if remark.mark == Some(Mark::Disagree) {
                <label class="field">
                    <span>{ t(Word::ReviewLevel) }</span>
                    <select onchange={judged} data-testid="opinion">
                        <option value="" selected={remark.opinion.is_none()}>{ t(Word::ReviewNoLevel) }</option>
                        { for Opinion::all(item).into_iter().map(|opinion| html! {
                            <option value={opinion.name()} selected={remark.opinion == Some(opinion)}>{ opinion.label(catalogue(), item) }</option>
                        }) }
                    </select>
                </label>
            }
            <Typed label={Word::ReviewComment} testid="comment" lines=true value={remark.comment.clone()} onsay={comment} />
        </article>
    }
}

/// What the organisation says about an item.
fn said(assessment: &Assessment, item: ItemRef) -> Html {
    let level =
        Opinion::said(assessment, item).map_or(t(Word::LevelNameOpen), |opinion| opinion.label(catalogue(), item));
    let default = Item::default();
    let (decision, about): (Option<&Decision>, &Item) = match item {
        ItemRef::Requirement(id) => (None, assessment.answers.get(&id).map_or(&default, |answer| &answer.item)),
        ItemRef::Control(id) => {
            let entry = assessment.controls.get(&id);
            (Some(assessment.decision(id)), entry.map_or(&default, |entry| &entry.item))
        }
        _ => (None, &default),
    };
    let document = match item {
        ItemRef::Document(id) => assessment.documents.get(&id),
        _ => None,
    };
    let decided = decision.map(|decision| {
        t(match decision {
            Decision::Undecided => Word::DecisionUndecided,
            Decision::Applicable { .. } => Word::DecisionApplicable,
            Decision::Excluded { .. } => Word::DecisionExcluded,
        })
    });
    let row = |name, text: &str| {
        html! {
            if !text.trim().is_empty() { <div><dt>{ t(name) }</dt><dd class="words" dir="auto">{ text.to_owned() }</dd></div> }
        }
    };
    let reasons: Vec<_> =
        decision.into_iter().flat_map(|it| it.reasons().iter()).map(|reason| reason.label(catalogue())).collect();
    let risks: Vec<_> = match item {
        ItemRef::Control(id) => {
            assessment.risks_of(id).map(|(id, risk)| format!("{id} {}", risk.title).trim().to_owned()).collect()
        }
        _ => Vec::new(),
    };
    html! {
        <dl class="said">
            { row(Word::ReportDecision, decided.unwrap_or_default()) }
            { row(Word::ReportReasons, &reasons.join(", ")) }
            { row(Word::ReportRisksTreated, &risks.join("\n")) }
            { row(Word::ReportJustification, decision.map_or("", Decision::justification)) }
            { row(Word::ReviewSaid, level) }
            { row(Word::ReportNote, &about.note) }
            { row(Word::ReportEvidence, &about.evidence.iter().map(Evidence::line).collect::<Vec<_>>().join("\n")) }
            { row(Word::ReportReference, document.map_or("", |document| &document.reference)) }
        </dl>
    }
}
