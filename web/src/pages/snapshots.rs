//! Dated states: what moved between two of them, and the trend.

mod compared;

use crate::browser::{local_day, local_minute, now, today, value_of};
use crate::components::{framed, heading, lead};
use crate::storage::{Snapshot, StorageError};
use crate::store::{Topic, store, use_topic};
use crate::text::{catalogue, say, t};
use compared::compared;
use readiness::catalogue::Word;
use readiness::picture::{TrendPoint, trend};
use readiness::{Assessment, Outcome, figures};
use std::future::Future;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The page.
#[component]
pub fn Snapshots() -> Html {
    use_topic(Topic::Assessment);
    let kept = use_state_eq(Vec::<Snapshot>::new);
    let label = use_state(String::new);
    let chosen = use_state(|| (String::new(), String::new()));
    let again = {
        let kept = kept.setter();
        Callback::from(move |()| {
            let kept = kept.clone();
            spawn_local(async move { kept.set(store().snapshots().await) });
        })
    };
    use_effect_with(store().read(|assessment| assessment.id.clone()), {
        let again = again.clone();
        move |_| again.emit(())
    });
    let keep = {
        let (label, again) = (label.clone(), again.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let (name, label) = ((*label).clone(), label.setter());
            run(again.clone(), async move {
                label.set(String::new());
                store().keep_snapshot(name.trim()).await
            });
        }
    };
    let typed = {
        let label = label.setter();
        move |event: InputEvent| label.set(value_of(&event))
    };
    // The present state can be compared too; it is the last one.
    let present = store().read(|assessment| Snapshot {
        moment: now(),
        label: t(Word::SnapshotsNow).to_owned(),
        assessment: assessment.clone(),
    });
    let states: Vec<_> = kept.iter().cloned().chain(present).collect();
    html! {
        <>
            { heading(t(Word::MenuSnapshots)) }
            { lead(t(Word::SnapshotsLead)) }
            <form class="actions" onsubmit={keep}>
                <label class="field"><span>{ t(Word::SnapshotsLabel) }</span><input type="text" value={(*label).clone()} oninput={typed} data-testid="snapshot-label" /></label>
                <button type="submit" class="button" data-testid="keep-snapshot">{ t(Word::SnapshotsKeep) }</button>
            </form>
            if kept.is_empty() {
                <p class="empty">{ t(Word::SnapshotsNone) }</p>
            } else {
                { framed(&trend(catalogue(), &points(&states))) }
                <ul class="plain library">{ for kept.iter().map(|snapshot| one(snapshot, &again)) }</ul>
                { choices(&states, &chosen) }
            }
        </>
    }
}

fn points(states: &[Snapshot]) -> Vec<TrendPoint> {
    let point = |state: &Snapshot| {
        let date = local_day(&state.moment).unwrap_or_else(today);
        TrendPoint { date, stages: Outcome::new(catalogue(), &state.assessment, date).readiness }
    };
    states.iter().map(point).collect()
}

/// A kept state: its figures, the next cycle from it, removal.
fn one(snapshot: &Snapshot, again: &Callback<()>) -> Html {
    let outcome = Outcome::new(catalogue(), &snapshot.assessment, today());
    let name = named(snapshot);
    let next = |keep: bool| {
        let (from, name): (Assessment, _) = (snapshot.assessment.clone(), name.clone());
        move |_| {
            let (from, title) = (from.clone(), say(Word::SnapshotsNextTitle, &[("name", &name)]));
            run(Callback::noop(), async move {
                let before = store().read(|assessment| assessment.id.clone()).unwrap_or_default();
                store().next_cycle(&from, &title, keep).await?;
                let new = store().read(|assessment| assessment.id.clone()).unwrap_or_default();
                let undo = Callback::from(move |()| {
                    let (before, new) = (before.clone(), new.clone());
                    run(Callback::noop(), async move {
                        store().remove(&new).await?;
                        store().open(&before).await;
                        Ok(())
                    });
                });
                let text = say(Word::SnapshotsNextDone, &[("title", &title)]);
                store().notify(text, Some((t(Word::NoticeUndo), undo)));
                Ok(())
            });
        }
    };
    let remove = {
        let (snapshot, again) = (snapshot.clone(), again.clone());
        move |_| {
            let (snapshot, again) = (snapshot.clone(), again.clone());
            run(again.clone(), async move {
                store().remove_snapshot(&snapshot).await?;
                let text = say(Word::SnapshotsRemoved, &[("name", &named(&snapshot))]);
                let undo = Callback::from(move |()| {
                    let snapshot = snapshot.clone();
                    run(again.clone(), async move { store().put_back_snapshot(&snapshot).await });
                });
                store().notify(text, Some((t(Word::NoticeUndo), undo)));
                Ok(())
            });
        }
    };
    html! {
        <li class="entry" data-testid="snapshot" key={snapshot.moment.as_str().to_owned()}>
            <strong>{ name.clone() }</strong>
            <span>{ t(Word::StageOne) }{ " " }{ figures::interval(catalogue(), outcome.readiness.one) }</span>
            <span>{ t(Word::StageTwo) }{ " " }{ figures::interval(catalogue(), outcome.readiness.two) }</span>
            <span class="row">
                <button type="button" class="quiet" onclick={next(true)} data-testid="next-keep">{ t(Word::SnapshotsNextKeep) }</button>
                <button type="button" class="quiet" onclick={next(false)} data-testid="next-reset">{ t(Word::SnapshotsNextReset) }</button>
                <button type="button" class="quiet" onclick={remove} data-testid="remove-snapshot">{ say(Word::SnapshotsRemove, &[("name", &name)]) }</button>
            </span>
        </li>
    }
}

/// Its label if it has one, its day and its time: several may be of one day.
fn named(snapshot: &Snapshot) -> String {
    let moment = local_minute(&snapshot.moment);
    if snapshot.label.is_empty() { moment } else { format!("{} – {moment}", snapshot.label) }
}

/// Two states to compare, and what moved between them. At first: the last kept one and the present.
fn choices(states: &[Snapshot], chosen: &UseStateHandle<(String, String)>) -> Html {
    let (from, to) = &**chosen;
    let find = |moment: &str| states.iter().position(|state| state.moment.as_str() == moment);
    let last = states.len() - 1;
    let (from, to) = (find(from).unwrap_or(last.saturating_sub(1)), find(to).unwrap_or(last));
    let select = |word, testid: &'static str, at: usize, set: fn(&mut (String, String), String)| {
        let chosen = chosen.clone();
        let onchange = move |event: Event| {
            let mut both = (*chosen).clone();
            set(&mut both, value_of(&event));
            chosen.set(both);
        };
        html! {
            <label class="field"><span>{ t(word) }</span>
                <select data-testid={testid} {onchange}>
                    { for states.iter().enumerate().map(|(index, state)| html! { <option value={state.moment.as_str().to_owned()} selected={index == at}>{ named(state) }</option> }) }
                </select>
            </label>
        }
    };
    html! {
        <section>
            <h2>{ t(Word::SnapshotsCompare) }</h2>
            <div class="pair">
                { select(Word::SnapshotsFrom, "compare-from", from, |both, moment| both.0 = moment) }
                { select(Word::SnapshotsTo, "compare-to", to, |both, moment| both.1 = moment) }
            </div>
            { compared(&states[from].assessment, &states[to].assessment) }
        </section>
    }
}

/// Does something with the database, says what went wrong, and reads the list again.
fn run(again: Callback<()>, work: impl Future<Output = Result<(), StorageError>> + 'static) {
    spawn_local(async move {
        store().notify_failure(work.await);
        again.emit(());
    });
}
