//! Opening a file that somebody chose, whatever it is: a text at once, a PDF or a ZIP file beside the page, and a locked
//! one when its passphrase is there. Nothing changes before its text is out.

use crate::browser::making::{Making, News};
use crate::browser::{Carrier, read_bytes};
use crate::components::Passphrase;
use crate::text::{catalogue, say, t};
use readiness::catalogue::Word;
use serde_json::Value;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::js_sys::{Array, Uint8Array};
use web_sys::wasm_bindgen::JsValue;
use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

/// What a file carries.
#[derive(Debug, Clone, PartialEq)]
pub struct Carried {
    /// The name of the file.
    pub name: String,
    /// The text of the report, assessment or review.
    pub text: String,
    /// What a check found, where the file was taken apart beside the page and checked there: see
    /// `readiness::report::verify::Verified::from_value`.
    pub check: Option<Value>,
}

/// How far a file is.
#[derive(Clone, PartialEq)]
enum State {
    Idle,
    /// It is being read; with a passphrase, its form stays.
    Reading(File),
    Locked(File, Asks),
}

#[derive(Clone, Copy, PartialEq)]
enum Asks {
    First,
    Trying,
    Again,
}

/// The files that a component opens, one at a time.
#[derive(Clone)]
pub struct Opener {
    state: UseStateHandle<State>,
    making: Rc<RefCell<Option<Making>>>,
    job: &'static str,
    onopen: Callback<Result<Carried, String>>,
}

/// Lets a component open files: `onopen` hears what is in one, or what is wrong with it, in whole sentences. A report is
/// also checked if `checks`.
#[hook]
pub fn use_opener(checks: bool, onopen: Callback<Result<Carried, String>>) -> Opener {
    let making = use_mut_ref(|| None::<Making>);
    use_effect_with((), {
        let making = making.clone();
        // Whoever has left the page wants nothing of it any more.
        move |()| move || drop(making.take())
    });
    Opener { state: use_state_eq(|| State::Idle), making, job: if checks { "check" } else { "open" }, onopen }
}

impl Opener {
    /// Opens a file.
    pub fn open(&self, file: File) {
        let it = self.clone();
        self.making.take();
        self.state.set(State::Reading(file.clone()));
        spawn_local(async move {
            match Carrier::of(&file).await {
                Carrier::Text(text) => it.end(Ok(Carried { name: file.name(), text, check: None })),
                Carrier::Packed => it.start(file, String::new()).await,
                Carrier::Locked => it.state.set(State::Locked(file, Asks::First)),
                Carrier::TooLarge => it.end(Err(t(Word::FileTooLarge).to_owned())),
                Carrier::Unreadable => it.end(Err(t(Word::FileUnreadable).to_owned())),
            }
        });
    }

    /// [`Opener::open`] as a callback.
    pub fn onfile(&self) -> Callback<File> {
        let it = self.clone();
        Callback::from(move |file| it.open(file))
    }

    fn end(&self, result: Result<Carried, String>) {
        self.making.take();
        self.state.set(State::Idle);
        self.onopen.emit(result);
    }

    /// Has a file taken apart beside the page.
    async fn start(&self, file: File, passphrase: String) {
        let Ok(bytes) = read_bytes(&file).await else { return self.end(Err(t(Word::FileUnreadable).to_owned())) };
        let job = Array::of4(&self.job.into(), &catalogue().language.into(), &passphrase.into(), &JsValue::from(bytes));
        let (it, name) = (self.clone(), file.name());
        let hear = move |news| match news {
            News::Progress(..) => {}
            News::Locked(wrong) => {
                it.making.take();
                it.state.set(State::Locked(file.clone(), if wrong { Asks::Again } else { Asks::First }));
            }
            News::Made { bytes, .. } => it.end(carried(name.clone(), &bytes).ok_or_else(no_program)),
            News::Failed(why) => {
                it.end(Err(why.map_or_else(no_program, |why| say(Word::FileProblem, &[("problem", &why)]))))
            }
        };
        match Making::start(job, hear) {
            Ok(making) => *self.making.borrow_mut() = Some(making),
            Err(_) => self.end(Err(no_program())),
        }
    }

    /// How far it is, with a button that stops it; or the question for a passphrase.
    pub fn view(&self) -> Html {
        let (making, state) = (self.making.clone(), self.state.setter());
        let onstop = Callback::from(move |()| {
            making.take();
            state.set(State::Idle);
        });
        match &*self.state {
            State::Idle => html! {},
            State::Reading(_) => reading(&onstop),
            State::Locked(file, asks) => {
                let (it, locked) = (self.clone(), file.clone());
                let ontry = Callback::from(move |passphrase: String| {
                    let (it, locked) = (it.clone(), locked.clone());
                    it.state.set(State::Locked(locked.clone(), Asks::Trying));
                    spawn_local(async move { it.start(locked, passphrase).await });
                });
                html! { <Ask name={file.name()} asks={*asks} {ontry} {onstop} /> }
            }
        }
    }
}

fn reading(onstop: &Callback<()>) -> Html {
    html! {
        <div class="making" role="status" data-testid="opening">
            <label>{ t(Word::OpenReading) }<progress /></label>
            <button type="button" class="link" data-testid="opening-stop" onclick={onstop.reform(|_| ())}>{ t(Word::MakingStop) }</button>
        </div>
    }
}

fn no_program() -> String {
    t(Word::OpenNoProgram).to_owned()
}

/// What the program beside the page gives back.
fn carried(name: String, bytes: &Uint8Array) -> Option<Carried> {
    let mut answer: Value = serde_json::from_slice(&bytes.to_vec()).ok()?;
    let Value::String(text) = answer["text"].take() else { return None };
    Some(Carried { name, text, check: answer.get_mut("verified").map(Value::take) })
}

#[derive(PartialEq, Properties)]
struct AskProps {
    name: String,
    asks: Asks,
    ontry: Callback<String>,
    onstop: Callback<()>,
}

/// The question for the passphrase, in place; the focus moves to it, and back to it when the answer was wrong.
#[component]
fn Ask(props: &AskProps) -> Html {
    let typed = use_state(String::new);
    let field = use_node_ref();
    use_effect_with(props.asks, {
        let field = field.clone();
        move |asks| {
            if let Some(field) = field.cast::<HtmlInputElement>().filter(|_| *asks != Asks::Trying) {
                let _ = field.focus();
                field.select();
            }
        }
    });
    let onsubmit = {
        let (typed, ontry, asks) = (typed.clone(), props.ontry.clone(), props.asks);
        move |event: SubmitEvent| {
            event.prevent_default();
            if !typed.is_empty() && asks != Asks::Trying {
                ontry.emit((*typed).clone());
            }
        }
    };
    let oninput = {
        let typed = typed.setter();
        Callback::from(move |text| typed.set(text))
    };
    let wrong = props.asks == Asks::Again;
    html! {
        <form class="card" {onsubmit} data-testid="locked">
            <h2>{ t(Word::LockedTitle) }</h2>
            <p>{ say(Word::LockedText, &[("name", &props.name)]) }</p>
            if wrong {
                <p class="warning" role="alert" id="passphrase-wrong" data-testid="passphrase-wrong">{ t(Word::LockedWrong) }</p>
            }
            <Passphrase label={Word::LockPassphrase} value={(*typed).clone()} {oninput} {field} wrong={wrong.then_some("passphrase-wrong")} />
            if props.asks == Asks::Trying {
                { reading(&props.onstop) }
            } else {
                <p class="actions">
                    <button type="submit" class="button" data-testid="unlock">{ t(Word::LockedOpen) }</button>
                    <button type="button" class="link" data-testid="unlock-not" onclick={props.onstop.reform(|_| ())}>{ t(Word::LockedNot) }</button>
                </p>
            }
        </form>
    }
}
