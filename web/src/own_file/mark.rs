//! What stands beside 'Saved': that the person's own file has it too, or what that needs.

use super::{State, allow, present, stop_reading, sync};
use crate::browser::window;
use crate::route::Route;
use crate::store::{SaveState, Topic, store, use_topic};
use crate::text::{say, t};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use readiness::catalogue::Word;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// How long after a change was stored the file is written, in milliseconds: several come together.
const PAUSE: u32 = 500;

/// The mark. While it is there, the file follows what is stored, and what is stored follows the file.
#[component]
pub fn Mark() -> Html {
    use_topic(Topic::Save);
    use_topic(Topic::Opened);
    let is_saved = store().save_state() == SaveState::Saved;
    let open = store().read(|open| open.id.clone());
    use_effect_with((is_saved, open), |(is_saved, _)| {
        let timer = is_saved.then(|| Timeout::new(PAUSE, || spawn_local(sync())));
        move || drop(timer)
    });
    use_effect_with((), |()| {
        // Whoever comes back to the page may have a file that somebody has changed meanwhile.
        let back = EventListener::new(&window(), "focus", |_| spawn_local(sync()));
        move || drop(back)
    });
    let Some((name, state)) = present() else { return html! {} };
    let words = |word| say(word, &[("name", &name)]);
    match state {
        State::Written if is_saved => {
            html! { <span class="save-more" data-testid="own-file-mark">{ words(Word::SaveOwnFile) }</span> }
        }
        State::None | State::Written | State::Writing => html! {},
        State::Reading => html! {
            <span class="save-more" data-testid="own-file-reading">
                { words(Word::SaveOwnFileReading) }{ " " }
                <button type="button" class="link" data-testid="own-file-stop-reading" onclick={|_| stop_reading()}>{ t(Word::MakingStop) }</button>
            </span>
        },
        State::Asleep | State::Stopped => {
            let word = if state == State::Asleep { Word::SaveOwnFileAsleep } else { Word::SaveOwnFileStopped };
            html! {
                <button type="button" class="link save-more" data-testid="own-file-allow" onclick={|_| spawn_local(allow())}>{ words(word) }</button>
            }
        }
        State::Asks => html! {
            <a class="save-more" href={Route::Colleagues.href()} data-testid="own-file-asks">{ words(Word::SaveOwnFileAsks) }</a>
        },
        State::Foreign(_) | State::Failed(_) => html! {
            <a class="save-more" href={Route::Data.href()} data-testid="own-file-trouble">{ words(Word::SaveOwnFileNot) }</a>
        },
    }
}
