//! A gentle word when the last copy outside this browser is old.

use crate::browser::{forgets, today};
use crate::components::{calendar_entry, save_file};
use crate::store::{Topic, store, use_answer, use_topic};
use crate::text::t;
use readiness::catalogue::Word;
use yew::prelude::*;

/// After how many days without a copy it is time for one: more than a week; sooner where the browser forgets after seven.
const MORE_THAN_A_WEEK: i32 = 8;
const BEFORE_IT_FORGETS: i32 = 5;

/// Reminds of a copy, at the top of a page; not again for a week once the person has seen it.
#[component]
pub fn Reminder() -> Html {
    use_topic(Topic::Opened);
    let open = store().read(|open| open.id.clone());
    let due = use_answer(open.clone(), |_| async {
        let silent = store().without_copy_since().await;
        let time = if forgets() { BEFORE_IT_FORGETS } else { MORE_THAN_A_WEEK };
        silent.is_some_and(|day| today().days_since(day) >= time)
    });
    let answered = use_state_eq(|| None);
    let is_due = *due == Some(true) && *answered != open;
    let answer = |what: fn()| {
        let (answered, open) = (answered.setter(), open.clone());
        move |_| {
            answered.set(open.clone());
            what();
        }
    };
    let (later, take) = (answer(|| store().remind_later()), answer(save_file));
    html! {
        if is_due {
            <aside class="card reminder" data-testid="reminder" aria-label={t(Word::ReminderLabel)}>
                <p>{ t(if forgets() { Word::SaveForgetsText } else { Word::ReminderText }) }</p>
                <div class="actions">
                    <button type="button" class="button" data-testid="reminder-take" onclick={take}>{ t(Word::SaveDownload) }</button>
                    <button type="button" class="button second" data-testid="reminder-later" onclick={later}>{ t(Word::ReminderLater) }</button>
                    if forgets() { { calendar_entry() } }
                </div>
            </aside>
        }
    }
}
