//! A gentle word when the last copy outside this browser is old.

use crate::browser::today;
use crate::components::save_file;
use crate::store::{Topic, store, use_topic};
use crate::text::t;
use readiness::catalogue::Word;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// How many days without a copy pass in silence.
const SILENCE: i32 = 7;

/// Reminds of a copy, at the top of a page; not again for a week once the person has seen it.
#[component]
pub fn Reminder() -> Html {
    use_topic(Topic::Opened);
    let due = use_state_eq(|| false);
    use_effect_with(store().read(|open| open.id.clone()), {
        let due = due.setter();
        move |_| {
            spawn_local(async move {
                let silent = store().without_copy_since().await;
                due.set(silent.is_some_and(|day| today().days_since(day) > SILENCE));
            });
        }
    });
    let later = {
        let due = due.setter();
        move |_| {
            due.set(false);
            store().remind_later();
        }
    };
    let take = {
        let due = due.setter();
        move |_| {
            due.set(false);
            save_file();
        }
    };
    html! {
        if *due {
            <aside class="card reminder" data-testid="reminder" aria-label={t(Word::ReminderLabel)}>
                <p>{ t(Word::ReminderText) }</p>
                <div class="actions">
                    <button type="button" class="button" data-testid="reminder-take" onclick={take}>{ t(Word::SaveDownload) }</button>
                    <button type="button" class="button second" data-testid="reminder-later" onclick={later}>{ t(Word::ReminderLater) }</button>
                </div>
            </aside>
        }
    }
}
