//! The palette: every place of the site and what can be done, found by a few letters. Ctrl+K opens it, see
//! `web/boot/keys.js`.

mod entry;
mod matching;

use crate::browser::{value_of, window};
use crate::pages::learn::Index;
use crate::text::{catalogue, say, t};
use entry::{Entry, entries, guidance};
use gloo_events::EventListener;
use readiness::catalogue::Word;
use readiness::search::{Query, Text};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlDialogElement, HtmlElement, js_sys::Reflect};
use yew::prelude::*;

/// How many entries are listed.
const LISTED: usize = 40;

/// What the page's script leaves behind when the palette is wanted, and what it sends.
const WANTED: (&str, &str) = ("stageZeroFind", "stage-zero-find");

/// The dialog, closed until it is wanted. It lies outside of the pages, which may be hidden.
#[component]
pub fn Palette() -> Html {
    let open = use_state(|| false);
    use_effect_with((), {
        let open = open.setter();
        move |()| {
            let open_if_wanted = move || {
                let mark = WANTED.0.into();
                if Reflect::get(&window(), &mark).is_ok_and(|wanted| wanted.is_truthy()) {
                    let _ = Reflect::set(&window(), &mark, &JsValue::FALSE);
                    open.set(true);
                }
            };
            open_if_wanted();
            let listener = EventListener::new(&window(), WANTED.1, move |_| open_if_wanted());
            move || drop(listener)
        }
    });
    let close = {
        let open = open.setter();
        Callback::from(move |()| open.set(false))
    };
    let body = window().document().and_then(|document| document.body());
    match body {
        Some(body) if *open => create_portal(html! { <Finder {close} /> }, body.into()),
        _ => html! {},
    }
}

#[derive(PartialEq, Properties)]
struct FinderProps {
    close: Callback<()>,
}

/// Field and list: a combobox whose list is always shown. The focus stays in the field.
#[component]
fn Finder(props: &FinderProps) -> Html {
    let dialog = use_node_ref();
    let typed = use_state_eq(String::new);
    let at = use_state_eq(|| 0_usize);
    let places = use_memo((), |()| entries().len());
    let index = use_guidance(typed.trim().is_empty());
    let all = use_memo(index.is_some(), |_| {
        entries().into_iter().chain(index.iter().flat_map(|index| guidance(index))).collect::<Vec<_>>()
    });
    use_effect_with(dialog.clone(), |dialog| {
        if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
            let _ = dialog.show_modal();
        }
    });
    let hits: Rc<Vec<usize>> = use_memo(((*typed).clone(), all.len()), |(typed, _)| {
        let texts: Vec<&Text> = all.iter().map(|entry| &entry.text).collect();
        let found = matching::best(typed, &Query::new(catalogue(), typed), &texts, *places);
        found.into_iter().take(LISTED).collect()
    });
    use_effect_with((*at, hits.clone()), |(at, _)| {
        let chosen = window().document().and_then(|document| document.get_element_by_id(&option_id(*at)));
        if let Some(chosen) = chosen {
            in_view(&chosen);
        }
    });
    // Closed by the browser, so that the focus goes back to where it was; then what was chosen is done.
    let choose = {
        let (all, hits, dialog) = (all.clone(), hits.clone(), dialog.clone());
        Callback::from(move |index: usize| {
            let Some(entry) = hits.get(index).and_then(|hit| all.get(*hit)) else { return };
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                dialog.close();
            }
            entry.open();
        })
    };
    let oninput = {
        let (typed, at) = (typed.clone(), at.clone());
        move |event: InputEvent| {
            typed.set(value_of(&event));
            at.set(0);
        }
    };
    let onkeydown = {
        let (at, choose, last) = (at.clone(), choose.clone(), hits.len().saturating_sub(1));
        move |event: KeyboardEvent| {
            match &*event.key() {
                "ArrowDown" => at.set(if *at >= last { 0 } else { *at + 1 }),
                "ArrowUp" => at.set(if *at == 0 { last } else { *at - 1 }),
                "PageDown" => at.set((*at + 8).min(last)),
                "PageUp" => at.set(at.saturating_sub(8)),
                "Enter" => choose.emit(*at),
                _ => return,
            }
            event.prevent_default();
        }
    };
    let closed = props.close.reform(|_: Event| ());
    let leave = {
        let dialog = dialog.clone();
        // A click beside the dialog is one on its backdrop, which belongs to it.
        move |event: MouseEvent| {
            let dialog = dialog.cast::<HtmlDialogElement>();
            if let Some(dialog) = dialog.filter(|dialog| event.target().as_ref() == Some(dialog.as_ref())) {
                dialog.close();
            }
        }
    };
    let active = (!hits.is_empty()).then(|| option_id(*at));
    html! {
        <dialog ref={dialog} class="palette" aria-label={t(Word::PaletteTitle)} onclose={closed} onclick={leave} data-testid="palette">
            <div class="card">
                <input type="text" role="combobox" aria-expanded="true" aria-controls="palette-list" aria-autocomplete="list"
                    aria-activedescendant={active} aria-label={t(Word::PaletteLabel)} placeholder={t(Word::PaletteLabel)}
                    autocomplete="off" spellcheck="false" value={(*typed).clone()} {oninput} {onkeydown} data-testid="palette-field" />
                <ul class="plain" role="listbox" id="palette-list" aria-label={t(Word::PaletteTitle)}>
                    { for hits.iter().enumerate().filter_map(|(index, hit)| {
                        Some(option(index, all.get(*hit)?, index == *at, &choose))
                    }) }
                </ul>
                <p class="hint" role="status" data-testid="palette-status">
                    { match hits.len() {
                        0 => t(Word::PaletteNone).to_owned(),
                        n => say(Word::PaletteFound, &[("n", &n.to_string())]),
                    } }
                </p>
                <p class="hint keys">{ t(Word::PaletteKeys) }</p>
                <p class="hint keys">{ t(Word::PaletteAnswerKeys) }</p>
            </div>
        </dialog>
    }
}

/// All guidance, once something was typed and it has come.
#[hook]
fn use_guidance(nothing_typed: bool) -> Option<Rc<Index>> {
    let index = use_state(|| None::<Rc<Index>>);
    use_effect_with(nothing_typed, {
        let index = index.clone();
        move |nothing_typed| {
            if !nothing_typed && index.is_none() {
                spawn_local(async move { index.set(Some(Rc::new(Index::load().await))) });
            }
        }
    });
    (*index).clone()
}

fn option(index: usize, entry: &Entry, chosen: bool, choose: &Callback<usize>) -> Html {
    html! {
        <li role="option" id={option_id(index)} aria-selected={chosen.to_string()} data-testid="palette-option"
            onclick={choose.reform(move |_: MouseEvent| index)}>
            <span>{ entry.text.title.clone() }</span>{ " " }<span class="hint">{ entry.kind.clone() }</span>
        </li>
    }
}

fn option_id(index: usize) -> String {
    format!("palette-{index}")
}

/// Scrolls the list, and nothing else, so that an option is seen.
fn in_view(option: &Element) {
    let (Some(list), Some(option)) = (option.parent_element(), option.dyn_ref::<HtmlElement>()) else { return };
    let (top, bottom) = (option.offset_top(), option.offset_top() + option.offset_height());
    if top < list.scroll_top() {
        list.set_scroll_top(top);
    } else if bottom > list.scroll_top() + list.client_height() {
        list.set_scroll_top(bottom - list.client_height());
    }
}
