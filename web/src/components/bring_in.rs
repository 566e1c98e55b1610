//! Bringing in what a file holds as an assessment of its own. Where this browser has another state of it, that is asked
//! about: nothing is replaced, and no copy made, before somebody said so.

use crate::browser::local_minute;
use crate::storage::Summary;
use crate::store::{Opening, store};
use crate::text::{say, t};
use readiness::Assessment;
use readiness::catalogue::Word;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Lets a component bring files in, one at a time.
#[derive(Clone)]
pub struct BringIn {
    /// What the file holds that is asked about, and what is here.
    asks: UseStateHandle<Option<(Rc<Assessment>, Summary)>>,
    done: Callback<(Rc<Assessment>, Opening)>,
}

/// `done` hears what a file holds and what came of it.
#[hook]
pub fn use_bring_in(done: Callback<(Rc<Assessment>, Opening)>) -> BringIn {
    BringIn { asks: use_state_eq(|| None), done }
}

impl BringIn {
    /// Brings in what a file holds.
    pub fn start(&self, file: Rc<Assessment>) {
        self.go(file, false);
    }

    fn go(&self, file: Rc<Assessment>, beside: bool) {
        let it = self.clone();
        it.asks.set(None);
        spawn_local(async move {
            let title = |title: &str| say(Word::HomeCopyTitle, &[("title", title)]);
            match store().import(&file, beside.then_some(title)).await {
                Opening::Clash(here) => it.asks.set(Some((file, here))),
                opening => it.done.emit((file, opening)),
            }
        });
    }

    /// The question, while there is one.
    pub fn view(&self) -> Html {
        let Some((file, here)) = (*self.asks).clone() else { return html! {} };
        let day = local_minute(&here.updated);
        let (keep, leave) = (self.clone(), self.asks.setter());
        html! {
            <section class="card" role="alert" data-testid="clash">
                <h2>{ t(Word::ClashTitle) }</h2>
                <p>{ say(Word::ClashText, &[("title", &here.title), ("moment", &day)]) }</p>
                <p class="actions">
                    <button type="button" class="button" data-testid="clash-beside" onclick={move |_| keep.go(file.clone(), true)}>{ t(Word::ClashBeside) }</button>
                    <button type="button" class="link" data-testid="clash-not" onclick={move |_| leave.set(None)}>{ t(Word::ClashNot) }</button>
                </p>
            </section>
        }
    }
}
