//! Messages in passing, with what can be done about them.

use crate::store::{Topic, store, use_topic};
use crate::text::t;
use readiness::catalogue::Word;
use yew::prelude::*;

/// The message that was said last, read out by screen readers.
#[component]
pub fn Notices() -> Html {
    use_topic(Topic::Notice);
    let notice = store().notice();
    html! {
        <div class="notices" role="status" aria-live="polite">
            if let Some(notice) = notice {
                <div class="notice" data-testid="notice">
                    <span>{ notice.text }</span>
                    if let Some((name, action)) = notice.action {
                        <button type="button" data-testid="notice-action" onclick={move |_| {
                            store().dismiss();
                            action.emit(());
                        }}>{ name }</button>
                    }
                    <button type="button" class="quiet" onclick={|_| store().dismiss()}>{ t(Word::NoticeClose) }</button>
                </div>
            }
        </div>
    }
}
