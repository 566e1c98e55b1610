//! What differs between the open assessment and a colleague's copy, and the one button that brings it in.

use super::Staged;
use super::question::{Question, Side, question, shown};
use crate::browser::{focus, local_day};
use crate::own_file;
use crate::store::{store, use_assessment};
use crate::text::{catalogue, say, t};
use readiness::catalogue::Word;
use readiness::merge::{Choice, Difference, Merge, Settled, common_ancestors, name};
use readiness::{Assessment, Edit, Told, figures};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Properties of [`Comparison`].
#[derive(PartialEq, Properties)]
pub struct ComparisonProps {
    /// The copy, and what it can be compared with.
    pub staged: Rc<Staged>,
    /// Told when there is nothing more to do about it.
    pub done: Callback<()>,
}

/// The comparison.
#[component]
pub fn Comparison(props: &ComparisonProps) -> Html {
    // A choice belongs to what is there now: whatever changes meanwhile, here or in another tab, is asked about anew.
    let choices = use_state(Vec::<(Edit, Choice)>::new);
    let undecided = use_state_eq(|| 0_usize);
    let Some(ours) = use_assessment(|open| Some(open.clone())) else { return html! {} };
    let Staged { copy: theirs, before, workbook, kept } = &*props.staged;
    let mut ancestors =
        if before.is_empty() { common_ancestors(catalogue(), [&ours, theirs], kept) } else { Vec::new() };
    // What was saved here as a file is an earlier state of ours, though no file names it.
    if ancestors.is_empty() && before.is_empty() {
        let own = theirs.state_digest(catalogue());
        ancestors.extend(kept.iter().position(|(digest, _)| *digest == own));
    }
    let ancestors: Vec<_> = before.iter().chain(ancestors.into_iter().map(|index| &kept[index].1)).collect();
    let known = !ancestors.is_empty();
    let merge = Rc::new(Merge::new(catalogue(), &ancestors, &[&ours, theirs]));
    let news: Vec<_> = merge.settled.iter().filter(|it| it.is_news()).collect();
    let stays = merge.settled.iter().filter(|it| !it.is_news() && it.by == [0]).count();
    // A copy that came back as a plain file names only for whom it was made.
    let shared = &theirs.shared;
    let names = [&shared.copy_from, &shared.copy_for].map(|name| name.trim());
    let who = names.into_iter().find(|name| !name.is_empty() && *name != ours.shared.copy_for.trim());
    let who = match workbook {
        Some(_) => t(Word::MergeWorkbookSide).to_owned(),
        None => who.unwrap_or(t(Word::MergeColleague)).to_owned(),
    };
    let sides = [
        Side { name: t(Word::MergeYours).to_owned(), state: ours.clone() },
        Side { name: who.clone(), state: theirs.clone() },
    ];
    let choice_of = |present: &Edit| choices.iter().find(|(about, _)| about == present).map(|(_, choice)| *choice);
    let made: Vec<_> = merge.conflicts.iter().map(|conflict| choice_of(&conflict.present)).collect();
    let choose_all = |side: usize| {
        let (merge, choices) = (merge.clone(), choices.setter());
        move |_| {
            let each = merge.conflicts.iter();
            choices
                .set(each.filter_map(|it| Some((it.present.clone(), Choice::Option(it.option_of(side)?)))).collect());
        }
    };
    let apply = {
        let (merge, staged, ours, done) = (merge.clone(), props.staged.clone(), ours.clone(), props.done.clone());
        let (made, undecided, comes) = (made.clone(), undecided.setter(), news.len());
        move |_| {
            let open = made.iter().filter(|choice| choice.is_none()).count();
            undecided.set(open);
            if open > 0 {
                return focus::focus("[data-decided=false] input");
            }
            let decided: Vec<_> = made.iter().map(|choice| choice.unwrap_or(Choice::Present)).collect();
            let edit = merge.edit(&[&ours, &staged.copy], &decided);
            let changes = comes + decided.iter().filter(|choice| !matches!(choice, Choice::Present)).count();
            spawn_local(bring_in(staged.clone(), edit, changes, done.clone()));
        }
    };
    let cancel = props.done.reform(|_: MouseEvent| ());
    let count = |word, n: usize| say(word, &[("n", &n.to_string())]);
    let from = match (workbook, local_day(&theirs.updated)) {
        (Some(workbook), _) => say(Word::MergeWorkbook, &[("name", &workbook.name)]),
        (None, Some(day)) => say(Word::MergeFrom, &[("who", &who), ("day", &figures::date(catalogue(), day))]),
        (None, None) => say(Word::MergeFromUndated, &[("who", &who)]),
    };
    html! {
        <>
            <section class="card" data-testid="comparison" aria-live="polite">
                <h2>{ from }</h2>
                if merge.is_nothing_new() {
                    <p data-testid="nothing-new">{ t(Word::MergeNothing) }</p>
                } else {
                    <ul>
                        <li data-testid="comes">{ count(Word::MergeComes, news.len()) }</li>
                        <li data-testid="asks">{ count(Word::MergeAsks, merge.conflicts.len()) }</li>
                        if stays > 0 { <li>{ count(Word::MergeStays, stays) }</li> }
                    </ul>
                    if !known { <p class="hint" data-testid="no-ancestor">{ t(Word::MergeNoAncestor) }</p> }
                }
            </section>
            if let Some(workbook) = workbook { { workbook.view() } }
            if !merge.conflicts.is_empty() {
                <section>
                    <h2>{ t(Word::MergeQuestions) }</h2>
                    <p>{ t(Word::MergeQuestionsText) }</p>
                    if merge.conflicts.len() > 1 {
                        <p class="row">
                            <button type="button" class="quiet" data-testid="all-yours" onclick={choose_all(0)}>{ t(Word::MergeAllYours) }</button>
                            <button type="button" class="quiet" data-testid="all-theirs" onclick={choose_all(1)}>{ t(Word::MergeAllTheirs) }</button>
                        </p>
                    }
                    { for merge.conflicts.iter().enumerate().map(|(index, conflict)| {
                        let (choices, present) = (choices.clone(), conflict.present.clone());
                        let choose = Callback::from(move |choice| {
                            let mut all: Vec<_> = choices.iter().filter(|(about, _)| *about != present).cloned().collect();
                            all.push((present.clone(), choice));
                            choices.set(all);
                        });
                        let name = name(catalogue(), &[&ours, theirs], &conflict.present);
                        let before = conflict.before.as_ref().filter(|_| known);
                        question(&Question { index, name, before, conflict, sides: &sides, chosen: made[index], choose })
                    }) }
                </section>
            }
            if !news.is_empty() { { by_itself(&news, &[&ours, theirs]) } }
            <div role="alert">
                if *undecided > 0 && made.contains(&None) { <p class="problem" data-testid="undecided">{ count(Word::MergeUndecided, *undecided) }</p> }
            </div>
            <div class="actions">
                if !merge.is_nothing_new() {
                    <button type="button" class="button" data-testid="bring-in" onclick={apply}>{ t(Word::MergeApply) }</button>
                }
                <button type="button" class="button second" data-testid="leave" onclick={cancel}>{ t(Word::MergeCancel) }</button>
            </div>
        </>
    }
}

/// The changes that nobody need decide about.
fn by_itself(news: &[&Settled], states: &[&Assessment; 2]) -> Html {
    let rows = news.iter().flat_map(|settled| {
        let name = name(catalogue(), &[states[1], states[0]], &settled.edit);
        let difference = Difference { before: settled.present.clone(), after: settled.edit.clone() };
        let said = difference.said(catalogue()).into_iter();
        said.map(move |(field, now, then)| html! {
            <tr><th scope="row">{ format!("{name}: {field}") }</th><td class="said">{ shown(&now) }</td><td class="said">{ shown(&then) }</td></tr>
        })
    });
    html! {
        <section>
            <h2>{ t(Word::MergeByItself) }</h2>
            <div class="scroll" tabindex="0" role="region" aria-label={t(Word::MergeByItself)}>
                <table data-testid="by-itself">
                    <caption>{ say(Word::MergeComes, &[("n", &news.len().to_string())]) }</caption>
                    <thead><tr><th scope="col">{ t(Word::MergeWhat) }</th><th scope="col">{ t(Word::MergeNow) }</th><th scope="col">{ t(Word::MergeThen) }</th></tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
        </section>
    }
}

async fn bring_in(staged: Rc<Staged>, edit: Edit, changes: usize, done: Callback<()>) {
    if let Some(Err(error)) = store().read(|open| open.check(&edit, catalogue())) {
        return store().refuse(&error);
    }
    match store().bring_in(&staged.copy, edit).await {
        Ok(()) => {
            done.emit(());
            own_file::brought_in(&staged.copy).await;
            focus::top();
            focus::focus("h1");
            store().notify_done(say(Word::MergeDone, &[("n", &changes.to_string())]));
        }
        Err(error) => store().notify(say(Word::MergeNotDone, &[("what", &error.told(catalogue()))]), None),
    }
}
