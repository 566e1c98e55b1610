//! A review that was sent: each remark at its item, with what the organisation answers.

use super::beside::beside;
use super::{change, counts, name};
use crate::browser::local_day;
use crate::components::{Said, Typed};
use crate::route::Route;
use crate::store::store;
use crate::text::{catalogue, say, t};
use readiness::catalogue::Word;
use readiness::review::{Fit, Opinion, Review};
use readiness::{ItemRef, figures};
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct ReceivedProps {
    pub review: Review,
    /// The items whose first remark this review has: a link leads there.
    pub first: Vec<ItemRef>,
}

#[component]
pub fn Received(props: &ReceivedProps) -> Html {
    // Each of its buttons holds it.
    let review = &Rc::new(props.review.clone());
    let read = store().read(|open| (review.fit(catalogue(), open), review.disagreements(open)));
    let Some((fit, open)) = read else { return html! {} };
    let fits = match fit {
        Fit::Same => Word::ReviewFitSame,
        Fit::Changed => Word::ReviewFitChanged,
        Fit::Other => Word::ReviewFitOther,
    };
    let counts = counts(review);
    let unknown = review.unknown_ids(catalogue());
    let (adopted, removed) = (review.clone(), review.clone());
    let items: Vec<_> = open.iter().map(|(item, _)| *item).collect();
    let n = items.len().to_string();
    html! {
        <section data-testid="received">
            <div class="card">
                <h2 dir="auto">{ name(review) }</h2>
                <p>{ local_day(&review.updated).map(|day| say(Word::ReviewOf, &[("day", &figures::date(catalogue(), day))])) }{ " " }<span data-testid="review-counts">{ counts }</span></p>
                <p class={classes!((fit != Fit::Same).then_some("warning"))} data-testid="fit">{ t(fits) }</p>
                if !unknown.is_empty() { <p class="hint">{ say(Word::ReviewUnknown, &[("ids", &unknown.join(", "))]) }</p> }
                { beside(review, Word::ReviewWithTheirs) }
                <div class="actions">
                    if !items.is_empty() {
                        <button type="button" class="button" data-testid="adopt-all" onclick={move |_| {
                            store().apply(adopted.adopt(catalogue(), items.clone()));
                            store().notify_done(t(Word::ReviewAdopted).to_owned());
                        }}>{ say(Word::ReviewAdoptAll, &[("n", &n)]) }</button>
                    }
                    <button type="button" class="button second" data-testid="remove-review" onclick={move |_| {
                        store().apply(removed.remove());
                        store().notify_done(t(Word::ReviewRemoved).to_owned());
                    }}>{ t(Word::ReviewRemove) }</button>
                </div>
            </div>
            { for review.remarks.keys().map(|item| remark(review, *item, props.first.contains(item))) }
        </section>
    }
}

fn remark(review: &Rc<Review>, item: ItemRef, first: bool) -> Html {
    let remark = &review.remarks[&item];
    let id = item.name(catalogue()).into_owned();
    let read = store().read(|open| (item.title(catalogue(), open).to_owned(), Opinion::said(open, item)));
    let (title, now) = read.unwrap_or_default();
    let label = |opinion: Option<Opinion>| opinion.map_or(t(Word::LevelNameOpen), |it| it.label(catalogue(), item));
    let reply = review.replies.get(&item).cloned().unwrap_or_default();
    let differs = remark.disagreement().filter(|opinion| now != Some(*opinion));
    let (adopted, replied) = (review.clone(), review.id.clone());
    let onsay =
        Callback::from(move |said: Said| change(&replied, said.goes_on, |review, _| review.reply(item, said.text)));
    let class = remark.mark.map(|mark| ["tag good", "tag some", "tag warn"][mark as usize]);
    html! {
        <article class="item" id={first.then(|| id.clone())} tabindex="-1" data-testid="item" data-item-id={id.clone()} key={id.clone()}>
            <header>
                <h3><a href={Route::from(item).href()}>
                    if !matches!(item, ItemRef::Document(_)) { <span class="number">{ id.clone() }</span>{ " " } }
                    { title }
                </a></h3>
                if let Some(mark) = remark.mark { <span class={class}>{ mark.label(catalogue()) }</span> }
                if reply.adopted { <span class="tag done">{ t(Word::ReportReviewAdopted) }</span> }
            </header>
            <dl class="said">
                <div><dt>{ t(Word::ReviewNow) }</dt><dd data-testid="now">{ label(now) }</dd></div>
                if remark.seen != now { <div><dt>{ t(Word::ReviewSeen) }</dt><dd>{ label(remark.seen) }</dd></div> }
                if let Some(opinion) = remark.disagreement() { <div><dt>{ t(Word::ReviewTheirs) }</dt><dd>{ opinion.label(catalogue(), item) }</dd></div> }
                if !remark.comment.trim().is_empty() {
                    <div><dt>{ t(Word::ReviewTheirComment) }</dt><dd class="words" dir="auto" data-testid="their-comment">{ remark.comment.clone() }</dd></div>
                }
            </dl>
            if differs.is_some() {
                <p><button type="button" class="button second" data-testid="adopt" onclick={move |_| {
                    store().apply(adopted.adopt(catalogue(), [item]));
                    store().notify_done(t(Word::ReviewAdopted).to_owned());
                }}>{ t(Word::ReviewAdopt) }</button></p>
            }
            <Typed label={Word::ReviewReply} testid="reply" lines=true value={reply.text.clone()} {onsay} />
        </article>
    }
}
