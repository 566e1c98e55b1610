//! Messages in passing, with what can be done about them.

use crate::store::{Topic, store, use_topic};
use crate::text::t;
use readiness::catalogue::Word;
use yew::prelude::*;

/// The longest message that is read in passing, in bytes.
const SHORT: usize = 120;

/// The message that was said last, read out by screen readers. A short one that offers nothing to do leaves by itself:
/// when its animation is over, which rests while the pointer or the focus is there.
#[component]
pub fn Notices() -> Html {
    use_topic(Topic::Notice);
    let notice = store().notice();
    html! {
        <div class="notices" role="status" aria-live="polite">
            if let Some(notice) = notice {
                <div class={if notice.action.is_none() && notice.text.len() < SHORT { "notice passing" } else { "notice" }}
                    key={notice.text.clone()} data-testid="notice" onanimationend={|_| store().dismiss()}>
                    <span>
                        { notice.text }
                        if let Some((what, href)) = notice.link {
                            { ": " }<a href={(!href.is_empty()).then_some(href)} data-testid="notice-link">{ what }</a>
                        }
                    </span>
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
