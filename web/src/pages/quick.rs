//! The quick start: a few questions that need no context, one at a time, and what an auditor would stop on.

mod estimate;

use crate::browser::focus;
use crate::components::{Guidance, Later, heading, lead, level_name};
use crate::loader::Want;
use crate::store::{Topic, store, use_topic};
use crate::text::{catalogue, say, t};
pub use estimate::Estimate;
use readiness::assessment::{Edit, Level};
use readiness::catalogue::{Quick as Asked, Word};
use readiness::{Assessment, ItemRef};
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
    let Some(question) = asked.get(*at) else {
        let again = go.reform(|_: MouseEvent| 0);
        return html! { <Later want={Want::Estimate(again)} /> };
    };
    let onkeydown = on_key(*at, question, go.clone());
    let (n, all) = ((*at + 1).to_string(), asked.len().to_string());
    html! {
        <div class="quick-start" {onkeydown}>
            { heading(t(Word::QuickTitle)) }
            { lead(t(Word::QuickLead)) }
            if store().read(|open| open.example) == Some(true) { <p class="hint" data-testid="quick-own">{ t(Word::QuickOwn) }</p> }
            <div class="row">
                <progress value={n.clone()} max={all.clone()} aria-hidden="true"></progress>
                <span data-testid="quick-progress">{ say(Word::QuickProgress, &[("n", &n), ("all", &all)]) }</span>
            </div>
            <Question at={*at} {go} key={*at} />
        </div>
    }
}

/// Reads from the assessment that is answered: none is, while an example is open.
pub fn own<T>(read: impl FnOnce(&Assessment) -> T) -> Option<T> {
    store().read(|open| (!open.example).then(|| read(open))).flatten()
}

/// The first of the questions that is neither answered nor put aside as not known.
fn first_open() -> Option<usize> {
    let is_open = |open: &Assessment, it: &Asked| it.level(open).is_none() && !it.is_unsure(open);
    own(|open| catalogue().quick.iter().position(|it| is_open(open, it))).unwrap_or(Some(0))
}

thread_local! {
    /// Answers that wait for the assessment that the first of them begins.
    static WAITING: RefCell<Vec<Edit>> = const { RefCell::new(Vec::new()) };
}

/// Answers a question; the first answer of all begins an assessment.
fn answer(edit: Edit) {
    let begun = WAITING.with_borrow_mut(|waiting| {
        waiting.push(edit);
        waiting.len() > 1
    });
    let catch_up = || WAITING.take().into_iter().for_each(|edit| store().apply(edit));
    if own(|_| ()).is_some() {
        catch_up();
    } else if !begun {
        spawn_local(async move {
            store().create(t(Word::HomeNewTitle)).await;
            catch_up();
        });
    }
}

/// Single keys, while the focus is on the question: no key does anything elsewhere, nor in a field.
fn on_key(at: usize, question: &'static Asked, go: Callback<usize>) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let key = event.key().to_ascii_lowercase();
        let to = match key.as_str() {
            "1" | "2" | "3" | "4" | "5" => {
                answer(question.answer(Level::ALL[usize::from(key.as_bytes()[0] - b'1')]));
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
    at: usize,
    go: Callback<usize>,
}

#[component]
fn Question(props: &QuestionProps) -> Html {
    let QuestionProps { at, go } = props.clone();
    use_topic(Topic::Assessment);
    let explained = use_state(|| false);
    let catalogue = catalogue();
    let question = &catalogue.quick[at];
    let chosen = own(|open| question.level(open)).flatten();
    let unsure = own(|open| question.is_unsure(open)) == Some(true);
    let about = question.answers[0];
    let set_explained = |to: bool| {
        let explained = explained.setter();
        move || explained.set(to)
    };
    let toggle = {
        let set = set_explained(!*explained);
        move |_| set()
    };
    let not_known = {
        let set = set_explained(true);
        move |_| {
            answer(question.unsure());
            set();
        }
    };
    let to = |to: usize| go.reform(move |_: MouseEvent| to);
    html! {
        <section class="card" data-testid="quick-question" data-item-id={question.id}>
            <h2 id="quick-question" tabindex="-1">{ question.question }</h2>
            <div class="answers" role="group" aria-label={t(Word::QuickLevels)}>
                { for Level::ALL.into_iter().zip(1..).map(|(level, number)| {
                    let go = go.clone();
                    let onclick = move |_| {
                        answer(question.answer(level));
                        go.emit(at + 1);
                    };
                    html! {
                        <button type="button" class={classes!("level", format!("level-{}", level.value()))} {onclick}
                            aria-pressed={(chosen == Some(level)).to_string()} data-testid="quick-answer">
                            <kbd aria-hidden="true">{ number }</kbd>
                            <span class="level-name">{ level_name(Some(level)) }</span>
                            <span class="level-hint">{ level.meaning(catalogue) }</span>
                        </button>
                    }
                }) }
            </div>
            <div class="row">
                if at > 0 {
                    <button type="button" class="quiet" onclick={to(at - 1)} data-testid="quick-back">{ t(Word::QuickBack) }</button>
                }
                <button type="button" class="quiet" aria-pressed={unsure.to_string()} onclick={not_known} data-testid="quick-unsure">{ t(Word::QuickUnsure) }</button>
                <button type="button" class="quiet" onclick={to(at + 1)} data-testid="quick-skip">{ t(if unsure { Word::OnwardNext } else { Word::QuickSkip }) }</button>
                <button type="button" class="fold" aria-expanded={explained.to_string()} onclick={toggle} data-testid="explain">
                    { t(Word::QuickExplain) }
                </button>
            </div>
            if *explained {
                <Guidance chunk={chunk(about)} id={about.name(catalogue)} heading="h3" />
            }
            <p class="hint keys">{ t(Word::QuickKeys) }</p>
        </section>
    }
}

/// The guidance chunk that tells of a requirement or a control.
fn chunk(item: ItemRef) -> String {
    let catalogue = catalogue();
    match item {
        ItemRef::Requirement(id) => format!("clause-{}", catalogue.clauses[catalogue.subclause_of(id).clause].id),
        ItemRef::Control(id) => {
            let theme = catalogue.control(id).map_or("", |control| catalogue.themes[control.theme].id);
            format!("theme-{theme}")
        }
        _ => String::new(),
    }
}
