//! Reviewer mode: the reviewer's own review, while it is being written.

use super::beside::beside;
use super::groups::groups;
use super::remark::RemarkCard;
use super::{change, counts};
use crate::browser::{download, today, value_of};
use crate::components::{Said, Typed};
use crate::store::{store, use_assessment};
use crate::text::{catalogue, say, t};
use readiness::ItemRef;
use readiness::catalogue::Word;
use readiness::review::Review;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct WritingProps {
    pub review: Review,
}

#[component]
pub fn Writing(props: &WritingProps) -> Html {
    let review = &props.review;
    let chosen = use_state_eq(|| 0_usize);
    let groups = use_assessment(groups);
    let choose = {
        let chosen = chosen.setter();
        move |event: Event| chosen.set(value_of(&event).parse().unwrap_or_default())
    };
    let at = (*chosen).min(groups.len().saturating_sub(1));
    let said = |items: &[ItemRef]| items.iter().filter(|item| review.remarks.contains_key(item)).count();
    html! {
        <>
            { head(review) }
            <div class="filters">
                <label class="field">
                    <span>{ t(Word::ReviewGroup) }</span>
                    <select onchange={choose} data-testid="review-group">
                        { for groups.iter().enumerate().map(|(index, group)| html! {
                            <option value={index.to_string()} selected={index == at}>
                                { say(Word::ReviewGroupCount, &[("name", &group.name), ("n", &said(&group.items).to_string())]) }
                            </option>
                        }) }
                    </select>
                </label>
            </div>
            if let Some(group) = groups.get(at) {
                <h2>{ group.name.clone() }</h2>
                { for group.items.iter().map(|item| html! {
                    <RemarkCard key={item.name(catalogue()).into_owned()} review={review.id.to_string()} item={*item}
                        remark={review.remarks.get(item).cloned().unwrap_or_default()} />
                }) }
            }
        </>
    }
}

/// Who reviews, how it looks so far, and the file.
fn head(review: &Review) -> Html {
    let set = |place: fn(&mut Review) -> &mut String| {
        let id = review.id.clone();
        Callback::from(move |said: Said| change(&id, said.goes_on, |review, _| *place(review) = said.text))
    };
    let (sent, dropped) = (review.clone(), review.clone());
    let counts = counts(review);
    html! {
        <section class="card" data-testid="writing">
            <h2>{ t(Word::ReviewYours) }</h2>
            <p>{ t(Word::ReviewYoursText) }</p>
            <div class="pair">
                <Typed label={Word::ReviewName} testid="reviewer-name" value={review.reviewer.name.clone()} onsay={set(|it| &mut it.reviewer.name)} />
                <Typed label={Word::ReviewOrganisation} testid="reviewer-organisation" value={review.reviewer.organisation.clone()}
                    onsay={set(|it| &mut it.reviewer.organisation)} />
            </div>
            { beside(review, Word::ReviewWithYours) }
            <p data-testid="review-counts">{ counts }</p>
            <div class="actions">
                <button type="button" class="button" data-testid="save-review" onclick={move |_| save(&sent)}>{ t(Word::ReviewSave) }</button>
                <button type="button" class="button second" data-testid="discard-review" onclick={move |_| {
                    store().apply(dropped.remove());
                    store().notify_done(t(Word::ReviewDiscarded).to_owned());
                }}>{ t(Word::ReviewDiscard) }</button>
            </div>
            <p class="hint">{ t(Word::ReviewSaveText) }</p>
        </section>
    }
}

fn save(review: &Review) {
    let title = review.about.title.to_lowercase();
    let title: Vec<_> = title.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let name = format!("{}-review-{}.json", title.join("-"), today());
    let words = match download(&name, "application/json", &review.to_file(catalogue())) {
        Ok(()) => say(Word::ExportDone, &[("name", &name)]),
        Err(_) => t(Word::ExportFailed).to_owned(),
    };
    store().notify(words, None);
}
