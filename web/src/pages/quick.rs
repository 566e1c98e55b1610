//! The quick start: the few questions that tell most, one at a time, and a first honest estimate.

mod estimate;

use crate::browser::focus;
use crate::components::{Guidance, ItemOf, heading, lead, level_name};
use crate::store::{Topic, store, use_topic};
use crate::text::{catalogue, say, t};
use estimate::Estimate;
use readiness::assessment::{Edit, ItemChange, Level, Part};
use readiness::catalogue::{RequirementId, Word};
use std::cell::RefCell;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The page: a question, or the estimate after the last one.
#[component]
pub fn Quick() -> Html {
    use_topic(Topic::Opened);
    let asked = &catalogue().quick;
    // Whoever comes back goes on where they left off.
    let at = use_state(|| first_open().unwrap_or(asked.len()));
    let first = use_mut_ref(|| true);
    use_effect_with(*at, move |_| {
        // Keys work where the focus is, so it must be here from the first moment on.
        if first.replace(false) {
            focus::focus("h1");
        } else {
            focus::top();
            focus::focus("#quick-question");
        }
    });
    let go = {
        let at = at.setter();
        Callback::from(move |to: usize| at.set(to))
    };
    let Some(id) = asked.get(*at).copied() else {
        let again = go.reform(|_: MouseEvent| 0);
        return html! { <Estimate {again} /> };
    };
    let onkeydown = on_key(*at, id, go.clone());
    let (n, all) = ((*at + 1).to_string(), asked.len().to_string());
    html! {
        <div class="quick-start" {onkeydown}>
            { heading(t(Word::QuickTitle)) }
            { lead(t(Word::QuickLead)) }
            <div class="row">
                <progress value={n.clone()} max={all.clone()} aria-hidden="true"></progress>
                <span data-testid="quick-progress">{ say(Word::QuickProgress, &[("n", &n), ("all", &all)]) }</span>
            </div>
            <Question {id} at={*at} {go} key={*at} />
        </div>
    }
}

/// The first of the questions that has no answer.
fn first_open() -> Option<usize> {
    let open = store().read(|open| catalogue().quick.iter().position(|id| open.level(*id).is_none()));
    open.unwrap_or(Some(0))
}

thread_local! {
    /// Answers that wait for the assessment that the first of them begins.
    static WAITING: RefCell<Vec<Edit>> = const { RefCell::new(Vec::new()) };
}

/// Answers a question; the first answer of all begins an assessment.
fn answer(id: RequirementId, level: Level) {
    let edit = Edit::Answer(id, ItemChange::Level(Some(level)));
    let begun = WAITING.with_borrow_mut(|waiting| {
        waiting.push(edit);
        waiting.len() > 1
    });
    let catch_up = || WAITING.take().into_iter().for_each(|edit| store().apply(edit));
    if store().read(|_| ()).is_some() {
        catch_up();
    } else if !begun {
        spawn_local(async move {
            store().create(t(Word::HomeNewTitle)).await;
            catch_up();
        });
    }
}

/// Single keys, while the focus is on the question: no key does anything elsewhere, nor in a field.
fn on_key(at: usize, id: RequirementId, go: Callback<usize>) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let key = event.key().to_ascii_lowercase();
        let to = match key.as_str() {
            "1" | "2" | "3" | "4" | "5" => {
                answer(id, Level::ALL[usize::from(key.as_bytes()[0] - b'1')]);
                at + 1
            }
            "j" | "arrowright" => at + 1,
            "k" | "arrowleft" => at.saturating_sub(1),
            _ => return,
        };
        event.prevent_default();
        go.emit(to);
    })
}

#[derive(Clone, PartialEq, Properties)]
struct QuestionProps {
    id: RequirementId,
    at: usize,
    go: Callback<usize>,
}

#[component]
fn Question(props: &QuestionProps) -> Html {
    let QuestionProps { id, at, go } = props.clone();
    use_topic(Topic::Part(Part::Answer(id)));
    let explained = use_state(|| false);
    let chosen = store().read(|open| open.level(id)).flatten();
    let catalogue = catalogue();
    let requirement = catalogue.requirement(id);
    let subclause = catalogue.subclause_of(id);
    let chunk = format!("clause-{}", catalogue.clauses[subclause.clause].id);
    let toggle = {
        let explained = explained.clone();
        move |_| explained.set(!*explained)
    };
    let to = |to: usize| go.reform(move |_: MouseEvent| to);
    html! {
        <section class="card" data-testid="quick-question" data-item-id={requirement.id}>
            <p class="crumbs">{ subclause.id }{ " " }{ subclause.title }</p>
            <h2 id="quick-question" tabindex="-1">{ requirement.question }</h2>
            <div class="answers" role="group" aria-label={t(Word::QuickLevels)}>
                { for Level::ALL.into_iter().zip(1..).map(|(level, number)| {
                    let go = go.clone();
                    let onclick = move |_| {
                        answer(id, level);
                        go.emit(at + 1);
                    };
                    html! {
                        <button type="button" class={classes!("level", format!("level-{}", level.value()))} {onclick}
                            aria-pressed={(chosen == Some(level)).to_string()} data-testid="quick-answer">
                            <kbd aria-hidden="true">{ number }</kbd>
                            <span class="level-name">{ level_name(Some(level)) }</span>
                            <span class="level-hint">{ level.label(catalogue) }</span>
                        </button>
                    }
                }) }
            </div>
            <div class="row">
                if at > 0 {
                    <button type="button" class="quiet" onclick={to(at - 1)} data-testid="quick-back">{ t(Word::QuickBack) }</button>
                }
                <button type="button" class="quiet" onclick={to(at + 1)} data-testid="quick-skip">{ t(Word::QuickSkip) }</button>
                <button type="button" class="fold" aria-expanded={explained.to_string()} onclick={toggle} data-testid="explain">
                    { t(Word::QuickExplain) }
                </button>
            </div>
            if *explained {
                <Guidance {chunk} id={ItemOf::Requirement(id).name()} heading="h3" />
            }
            <p class="hint keys">{ t(Word::QuickKeys) }</p>
        </section>
    }
}
