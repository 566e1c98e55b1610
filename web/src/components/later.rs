//! What a part of the program shows, once it is here.

use crate::loader::{self, Code, Want};
use crate::text::t;
use readiness::catalogue::Word;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Properties of [`Later`].
#[derive(PartialEq, Properties)]
pub struct LaterProps {
    /// What is wanted.
    pub want: Want,
}

#[derive(Clone, Copy)]
enum State {
    Loading,
    Here(Code),
    Failed,
}

/// Something of another part, which is loaded first; where it can't be had, that is said, and it can be tried again.
#[component]
pub fn Later(props: &LaterProps) -> Html {
    let part = props.want.part();
    let state = use_state(|| loader::here(part).map_or(State::Loading, State::Here));
    let set = state.setter();
    let load = move || {
        let set = set.clone();
        spawn_local(async move { set.set(loader::load(part).await.map_or(State::Failed, State::Here)) });
    };
    let is_here = matches!(*state, State::Here(_));
    use_effect_with((), {
        let load = load.clone();
        move |()| {
            if !is_here {
                load();
            }
        }
    });
    let set = state.setter();
    let again = move |_: MouseEvent| {
        set.set(State::Loading);
        load();
    };
    match *state {
        State::Here(code) => (code.view)(props.want.clone()),
        // What nobody looks for comes without a word.
        State::Loading | State::Failed if props.want == Want::OwnFile => html! {},
        State::Loading if props.want == Want::Header => html! {},
        State::Loading => html! { <p class="hint" role="status" data-testid="loading">{ t(Word::AppLoading) }</p> },
        State::Failed => html! {
            <div class="trouble" role="alert" data-testid="not-loaded">
                <p>{ t(Word::AppLoadingFailed) }</p>
                <button type="button" data-testid="load-again" onclick={again}>{ t(Word::SaveAgain) }</button>
            </div>
        },
    }
}
