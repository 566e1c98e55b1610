//! Bringing in what a file holds as an assessment of its own. Where this browser has another state of it, that is asked
//! about: nothing is replaced, and no copy made, before somebody said so.

use crate::browser::local_minute;
use crate::storage::Summary;
use crate::store::{Opening, store};
use crate::text::{say, t};
use readiness::catalogue::Word;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Lets a component bring files in, one at a time.
#[derive(Clone)]
pub struct BringIn {
    /// What the file holds that is asked about, whether it is an example, and what is here.
    asks: UseStateHandle<Option<(String, bool, Summary)>>,
    done: Callback<(String, Opening)>,
}

/// `done` hears the text of a file and what came of it.
#[hook]
pub fn use_bring_in(done: Callback<(String, Opening)>) -> BringIn {
    BringIn { asks: use_state_eq(|| None), done }
}

impl BringIn {
    /// Brings in the text of an assessment or a report, which may be an example.
    pub fn start(&self, text: String, example: bool) {
        self.go(text, example, false);
    }

    fn go(&self, text: String, example: bool, beside: bool) {
        let it = self.clone();
        it.asks.set(None);
        spawn_local(async move {
            let title = |title: &str| say(Word::HomeCopyTitle, &[("title", title)]);
            match store().import(&text, example, beside.then_some(title)).await {
                Opening::Clash(here) => it.asks.set(Some((text, example, here))),
                opening => it.done.emit((text, opening)),
            }
        });
    }

    /// The question, while there is one.
    pub fn view(&self) -> Html {
        let Some((text, example, here)) = (*self.asks).clone() else { return html! {} };
        let day = local_minute(&here.updated);
        let (keep, leave) = (self.clone(), self.asks.setter());
        html! {
            <section class="card" role="alert" data-testid="clash">
                <h2>{ t(Word::ClashTitle) }</h2>
                <p>{ say(Word::ClashText, &[("title", &here.title), ("moment", &day)]) }</p>
                <p class="actions">
                    <button type="button" class="button" data-testid="clash-beside" onclick={move |_| keep.go(text.clone(), example, true)}>{ t(Word::ClashBeside) }</button>
                    <button type="button" class="link" data-testid="clash-not" onclick={move |_| leave.set(None)}>{ t(Word::ClashNot) }</button>
                </p>
            </section>
        }
    }
}
