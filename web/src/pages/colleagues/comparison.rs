//! What differs between the open assessment and a colleague's copy, and the one button that brings it in.

use super::Staged;
use super::question::{Question, Side, question, shown};
use crate::browser::arriving::Pace;
use crate::browser::{focus, local_day};
use crate::components::{Same, use_slices};
use crate::own_file;
use crate::store::{merged, store, use_answer, use_assessment};
use crate::text::{catalogue, say, t};
use readiness::catalogue::Word;
use readiness::merge::{Choice, Difference, Merge, Settled, common_ancestors, excerpts, name};
use readiness::{Assessment, Edit, Told, figures};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// How many changes, or questions, are drawn at once.
const SLICE: usize = 50;

/// Properties of [`Comparison`].
#[derive(PartialEq, Properties)]
pub struct ComparisonProps {
    /// The copy, and what it can be compared with.
    pub staged: Rc<Staged>,
    /// Told when there is nothing more to do about it.
    pub done: Callback<()>,
}

/// What came of comparing the open assessment with a copy.
#[derive(PartialEq)]
struct Compared {
    /// The open one and the copy.
    sides: [Side; 2],
    /// Whether a state is known that both grew out of.
    known: bool,
    merge: Merge,
}

impl Compared {
    fn states(&self) -> [&Assessment; 2] {
        self.sides.each_ref().map(|side| &side.state)
    }

    fn news(&self) -> impl Iterator<Item = &Settled> {
        self.merge.settled.iter().filter(|it| it.is_news())
    }
}

/// Compares them, in steps between which the page hears what a person does.
async fn compare(ours: Assessment, staged: Rc<Staged>) -> Rc<Compared> {
    let mut pace = Pace::begin();
    let (Staged { before, workbook, kept, .. }, theirs) = (&*staged, &*staged.copy);
    let mut ancestors = Vec::new();
    if before.is_empty() && !kept.is_empty() {
        let own = theirs.state_digest(catalogue());
        pace.rest().await;
        ancestors = common_ancestors([(&ours.state_digest(catalogue()), &ours), (&own, theirs)], kept);
        pace.rest().await;
        // What was saved here as a file is an earlier state of ours, though no file names it.
        if ancestors.is_empty() {
            ancestors.extend(kept.iter().position(|(digest, _)| *digest == own));
        }
    }
    let ancestors: Vec<_> = before.iter().chain(ancestors.into_iter().map(|index| &kept[index].1)).collect();
    let merge = merged(&ancestors, &[&ours, theirs]).await;
    // A copy that came back as a plain file names only for whom it was made.
    let shared = &theirs.shared;
    let names = [&shared.copy_from, &shared.copy_for].map(|name| name.trim());
    let who = names.into_iter().find(|name| !name.is_empty() && *name != ours.shared.copy_for.trim());
    let who = match workbook {
        Some(_) => t(Word::MergeWorkbookSide),
        None => who.unwrap_or(t(Word::MergeColleague)),
    };
    let side = |name: &str, state: &Assessment| Side { name: name.to_owned(), state: state.clone() };
    Rc::new(Compared {
        sides: [side(t(Word::MergeYours), &ours), side(who, theirs)],
        known: !ancestors.is_empty(),
        merge,
    })
}

/// The comparison.
#[component]
pub fn Comparison(props: &ComparisonProps) -> Html {
    // A choice belongs to what is there now: whatever changes meanwhile, here or in another tab, is asked about anew.
    let choices = use_mut_ref(Vec::<(Edit, Choice)>::new);
    let update = use_force_update();
    let choose = {
        let (choices, update) = (choices.clone(), update.clone());
        use_callback((), move |(present, choice): (Edit, Choice), ()| {
            choices.borrow_mut().retain(|(about, _)| *about != present);
            choices.borrow_mut().push((present, choice));
            update.force_update();
        })
    };
    let undecided = use_state_eq(|| 0_usize);
    let ours = use_assessment(|open| Some(open.clone()));
    let compared = use_answer((ours.clone(), props.staged.clone()), |(ours, staged)| {
        let (ours, staged) = (ours.clone(), staged.clone());
        async move { Some(compare(ours?, staged).await) }
    });
    let compared = (*compared).clone().flatten();
    let Some(ours) = ours else { return html! {} };
    let cancel = props.done.reform(|_: MouseEvent| ());
    let Some(compared) = compared.filter(|it| it.sides[0].state == ours) else {
        return html! {
            <div class="making" role="status" data-testid="comparing">
                <label>{ t(Word::OpenReading) }<progress /></label>
                <button type="button" class="link" data-testid="comparing-stop" onclick={cancel}>{ t(Word::MakingStop) }</button>
            </div>
        };
    };
    let compared = Same(compared);
    let (merge, sides) = (&compared.merge, &compared.sides);
    let news = compared.news().count();
    let stays = merge.settled.iter().filter(|it| !it.is_news() && it.by == [0]).count();
    let choice_of =
        |present: &Edit| choices.borrow().iter().find(|(about, _)| about == present).map(|(_, choice)| *choice);
    let made: Vec<_> = merge.conflicts.iter().map(|conflict| choice_of(&conflict.present)).collect();
    let choose_all = |side: usize| {
        let (compared, choices, update) = (compared.clone(), choices.clone(), update.clone());
        move |_| {
            let each = compared.merge.conflicts.iter();
            let each = each.filter_map(|it| Some((it.present.clone(), Choice::Option(it.option_of(side)?))));
            choices.replace(each.collect());
            update.force_update();
        }
    };
    let apply = {
        let (compared, staged, done) = (compared.clone(), props.staged.clone(), props.done.clone());
        let (made, undecided) = (made.clone(), undecided.setter());
        move |_| {
            let open = made.iter().filter(|choice| choice.is_none()).count();
            undecided.set(open);
            if open > 0 {
                return focus::focus("[data-decided=false] input");
            }
            let decided: Vec<_> = made.iter().map(|choice| choice.unwrap_or(Choice::Present)).collect();
            let edit = compared.merge.edit(&compared.states(), &decided);
            let changes = news + decided.iter().filter(|choice| !matches!(choice, Choice::Present)).count();
            spawn_local(bring_in(staged.clone(), edit, changes, done.clone()));
        }
    };
    let (workbook, updated) = (&props.staged.workbook, &sides[1].state.updated);
    let count = |word, n: usize| say(word, &[("n", &n.to_string())]);
    let from = match (workbook, local_day(updated)) {
        (Some(workbook), _) => say(Word::MergeWorkbook, &[("name", &workbook.name)]),
        (None, Some(day)) => {
            say(Word::MergeFrom, &[("who", &sides[1].name), ("day", &figures::date(catalogue(), day))])
        }
        (None, None) => say(Word::MergeFromUndated, &[("who", &sides[1].name)]),
    };
    html! {
        <>
            <section class="card" data-testid="comparison" aria-live="polite">
                <h2>{ from }</h2>
                if merge.is_nothing_new() {
                    <p data-testid="nothing-new">{ t(Word::MergeNothing) }</p>
                } else {
                    <ul>
                        <li data-testid="comes">{ count(Word::MergeComes, news) }</li>
                        <li data-testid="asks">{ count(Word::MergeAsks, merge.conflicts.len()) }</li>
                        if stays > 0 { <li>{ count(Word::MergeStays, stays) }</li> }
                    </ul>
                    if !compared.known { <p class="hint" data-testid="no-ancestor">{ t(Word::MergeNoAncestor) }</p> }
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
                    <Questions compared={compared.clone()} made={made.clone()} {choose} />
                </section>
            }
            if news > 0 { <ByItself compared={compared.clone()} /> }
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

#[derive(PartialEq, Properties)]
struct QuestionsProps {
    compared: Same<Compared>,
    made: Vec<Option<Choice>>,
    choose: Callback<(Edit, Choice)>,
}

/// What somebody has to decide about.
#[component]
fn Questions(props: &QuestionsProps) -> Html {
    let QuestionsProps { compared, made, choose } = props;
    let drawn = use_slices(made.len(), SLICE, SLICE);
    let asked = made.iter().enumerate().take(drawn).map(|(index, chosen)| {
        html! { <Asked key={index} compared={compared.clone()} {index} chosen={*chosen} choose={choose.clone()} /> }
    });
    asked.collect()
}

#[derive(PartialEq, Properties)]
struct AskedProps {
    compared: Same<Compared>,
    index: usize,
    chosen: Option<Choice>,
    choose: Callback<(Edit, Choice)>,
}

/// A question. It is drawn again when its answer changes, not when that of another one does.
#[component]
fn Asked(props: &AskedProps) -> Html {
    let Compared { sides, known, merge } = &*props.compared;
    let conflict = &merge.conflicts[props.index];
    let present = conflict.present.clone();
    let choose = props.choose.reform(move |choice| (present.clone(), choice));
    let name = name(catalogue(), &props.compared.states(), &conflict.present);
    let before = conflict.before.as_ref().filter(|_| *known);
    question(&Question { index: props.index, name, before, conflict, sides, chosen: props.chosen, choose })
}

#[derive(PartialEq, Properties)]
struct ByItselfProps {
    compared: Same<Compared>,
    /// The first one, where only some are drawn.
    #[prop_or_default]
    from: usize,
}

/// The changes that nobody need decide about.
#[component]
fn ByItself(props: &ByItselfProps) -> Html {
    let all = props.compared.news().count();
    let drawn = use_slices(all, SLICE, SLICE).min(all);
    html! {
        <section>
            <h2>{ t(Word::MergeByItself) }</h2>
            <div class="scroll" tabindex="0" role="region" aria-label={t(Word::MergeByItself)}>
                <table data-testid="by-itself">
                    <caption>{ say(Word::MergeComes, &[("n", &all.to_string())]) }</caption>
                    <thead><tr><th scope="col">{ t(Word::MergeWhat) }</th><th scope="col">{ t(Word::MergeNow) }</th><th scope="col">{ t(Word::MergeThen) }</th></tr></thead>
                    <tbody>{ for (0..drawn).step_by(SLICE).map(|from| html! { <Rows key={from} compared={props.compared.clone()} {from} /> }) }</tbody>
                </table>
            </div>
        </section>
    }
}

/// Some of these changes.
#[component]
fn Rows(props: &ByItselfProps) -> Html {
    let [ours, theirs] = props.compared.states();
    let some = props.compared.news().skip(props.from).take(SLICE);
    let rows = some.flat_map(|settled| {
        let name = name(catalogue(), &[theirs, ours], &settled.edit);
        let difference = Difference { before: settled.present.clone(), after: settled.edit.clone() };
        let said = difference.said(catalogue()).into_iter();
        said.map(move |(field, now, then)| html! {
            <tr><th scope="row">{ format!("{name}: {field}") }</th>{ for excerpts(&[&now, &then]).into_iter().map(|it| html! { <td class="said">{ shown(&it) }</td> }) }</tr>
        })
    });
    rows.collect()
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
