//! Opening a file that somebody chose, whatever it is: a short text at once, a long one, a PDF, a ZIP file or a workbook
//! beside the page, where it can be stopped, and a locked one when its passphrase is there. Nothing changes before what it
//! says is out.

use crate::browser::arriving::taken_in;
use crate::browser::making::{Making, SHORT};
use crate::browser::{Carrier, read_bytes, read_text, today};
use crate::components::Passphrase;
use crate::store::store;
use crate::text::{catalogue, say, t};
use readiness::catalogue::Word;
use readiness::file::FileError;
use readiness::job::{Answered, Event, Filled, Job};
use readiness::report::verify::Verified;
use readiness::{Assessment, Told, report, review};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::js_sys::Uint8Array;
use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

/// What a file is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wants {
    /// The report, assessment or review that it carries.
    Text,
    /// To check the report that it is.
    Check,
    /// As [`Wants::Text`]; but of a workbook, what somebody has filled into it.
    Copy,
    /// To answer the list of requests that it is.
    Requests,
}

/// What a file carries.
#[derive(Debug, Clone)]
pub struct Carried {
    /// The name of the file.
    pub name: String,
    /// What came out of it.
    pub what: What,
}

/// What came out of a file.
#[derive(Debug, Clone)]
pub enum What {
    /// A short text, as it is.
    Text(String),
    /// The text of a review.
    Review(String),
    /// The assessment of a longer text, or of a file that was taken apart.
    Assessment(Rc<Assessment>),
    /// Of a file that was checked, the assessment, and what was found, if this version can read that.
    Checked(Rc<Assessment>, Option<Box<Verified>>),
    /// What was filled into a workbook: the assessment with it, the states to compare both with, and what else there is to
    /// say.
    Filled(Box<[Assessment; 3]>, Box<Said>),
    /// A list of requests with what there is on each, and its workbook.
    Answered(Box<Answered>, Uint8Array),
}

/// What there is to say of a workbook beside the assessment.
#[derive(Debug, Clone)]
pub struct Said {
    /// An auditor's notes as the text of a review; empty if there are none.
    pub review: String,
    /// The cells that can't be read, a sentence each.
    pub problems: Vec<String>,
    /// What else there is to say of the sheets.
    pub remarks: Vec<String>,
}

impl What {
    /// The assessment that it is or carries; or why it is none, in a whole sentence.
    pub fn assessment(self) -> Result<Rc<Assessment>, String> {
        let error = match self {
            Self::Assessment(it) | Self::Checked(it, _) => return Ok(it),
            Self::Review(_) => return Err(t(Word::FileIsReview).to_owned()),
            Self::Text(text) => match report::open(&text, catalogue()) {
                Ok(opened) => return Ok(opened.assessment.into()),
                Err(_) if text.contains(review::FORMAT) => return Err(t(Word::FileIsReview).to_owned()),
                Err(error) => error,
            },
            Self::Filled(..) | Self::Answered(..) => FileError::NotAssessment,
        };
        Err(problem(&error.told(catalogue())))
    }
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
    wants: Wants,
    onopen: Callback<Result<Carried, String>>,
}

/// How a file is read.
#[derive(Clone, Copy, PartialEq)]
enum How {
    Text,
    Packed,
    Workbook,
}

/// Lets a component open files: `onopen` hears what is in one, or what is wrong with it, in whole sentences.
#[hook]
pub fn use_opener(wants: Wants, onopen: Callback<Result<Carried, String>>) -> Opener {
    let making = use_mut_ref(|| None::<Making>);
    use_effect_with((), {
        let making = making.clone();
        // Whoever has left the page wants nothing of it any more.
        move |()| move || drop(making.take())
    });
    Opener { state: use_state_eq(|| State::Idle), making, wants, onopen }
}

impl Opener {
    /// Opens a file.
    pub fn open(&self, file: File) {
        let it = self.clone();
        self.making.take();
        self.state.set(State::Reading(file.clone()));
        spawn_local(async move {
            let is_text = matches!(it.wants, Wants::Text | Wants::Copy);
            // What a spreadsheet has locked or saved in its old way is told from a text by its name.
            let is_old = it.wants == Wants::Copy && [".xls", ".xlsx"].iter().any(|end| file.name().ends_with(end));
            match Carrier::of(&file).await {
                Carrier::Text if is_old => it.start(file, String::new(), How::Workbook).await,
                // To check a report is to make it again, which is not for this program.
                Carrier::Text if is_text && file.size() <= SHORT as f64 => it.read(&file).await,
                Carrier::Text if is_text => it.start(file, String::new(), How::Text).await,
                Carrier::Text | Carrier::Packed => it.start(file, String::new(), How::Packed).await,
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

    /// Reads a text in the page.
    async fn read(&self, file: &File) {
        self.end(match read_text(file).await {
            Ok(text) => Ok(Carried { name: file.name(), what: What::Text(text) }),
            Err(Some(why)) => Err(problem(&why.told(catalogue()))),
            Err(None) => Err(t(Word::FileUnreadable).to_owned()),
        });
    }

    /// What is to be done with a file; `None` for what takes an open assessment, where there is none.
    fn job(&self, passphrase: String, how: How) -> Option<Job> {
        let language = catalogue().spoken();
        let open = || store().read(|open| open.to_file(catalogue()));
        Some(match (self.wants, how) {
            (Wants::Check, _) => Job::Check { language, passphrase },
            (Wants::Requests, _) => Job::Requests { language, passphrase, today: today(), assessment: open()? },
            (_, How::Workbook) => Job::BringIn { language, passphrase, assessment: open()? },
            (_, How::Text | How::Packed) => Job::Open { language, passphrase },
        })
    }

    /// Has a file read or taken apart beside the page. Where no program runs there, the page reads a text.
    async fn start(&self, file: File, passphrase: String, how: How) {
        let Ok(bytes) = read_bytes(&file).await else { return self.end(Err(t(Word::FileUnreadable).to_owned())) };
        let Some(job) = self.job(passphrase.clone(), how) else {
            return self.end(Err(problem(t(Word::PackedOffice))));
        };
        let (it, name) = (self.clone(), file.name());
        let alone = {
            let (it, file) = (self.clone(), file.clone());
            move || {
                let (it, file) = (it.clone(), file.clone());
                spawn_local(async move {
                    if how == How::Text { it.read(&file).await } else { it.end(Err(t(Word::OpenNoProgram).to_owned())) }
                });
            }
        };
        let without = alone.clone();
        let hear = move |event, bytes| match event {
            Some(Event::Ready | Event::Lacks(_) | Event::Progress(..)) => {}
            Some(Event::Locked { wrong }) => {
                it.making.take();
                it.state.set(State::Locked(file.clone(), if wrong { Asks::Again } else { Asks::First }));
            }
            // Another program reads it, where an assessment is open that it may have been made of.
            Some(Event::Office(_)) if it.wants == Wants::Copy && store().read(|_| ()).is_some() => {
                let (it, file, passphrase) = (it.clone(), file.clone(), passphrase.clone());
                spawn_local(async move { it.start(file, passphrase, How::Workbook).await });
            }
            Some(Event::Failed(why) | Event::Office(why)) => it.end(Err(problem(&why))),
            Some(Event::Made { .. } | Event::Redrafted(_) | Event::Fingerprints(_)) | None => without(),
            Some(event) => {
                let (it, name) = (it.clone(), name.clone());
                let Some(is_wanted) = it.making.borrow().as_ref().map(Making::is_wanted) else { return };
                spawn_local(async move {
                    if let Some(what) = arrived(event, bytes, is_wanted).await {
                        it.end(Ok(Carried { name, what }));
                    }
                });
            }
        };
        match Making::start(job, Some(bytes), hear) {
            Ok(making) => *self.making.borrow_mut() = Some(making),
            Err(_) => alone(),
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
                    spawn_local(async move { it.start(locked, passphrase, How::Packed).await });
                });
                html! { <Ask name={file.name()} asks={*asks} {ontry} {onstop} /> }
            }
        }
    }
}

/// What an event brings; `None` if nobody wants it any more.
async fn arrived(event: Event, bytes: Uint8Array, is_wanted: impl Fn() -> bool) -> Option<What> {
    let what = match event {
        Event::Opened(handed) => What::Assessment(taken_in(handed, &is_wanted).await?.into()),
        Event::Review(text) => What::Review(text),
        Event::Checked { verified, assessment } => {
            let assessment = taken_in(assessment, &is_wanted).await?.into();
            let verified = serde_json::from_str(&verified).ok().and_then(|value| Verified::from_value(&value));
            What::Checked(assessment, verified.map(Box::new))
        }
        Event::BroughtIn(filled) => {
            let Filled { theirs, ancestors: [one, other], review, problems, remarks } = *filled;
            let theirs = taken_in(theirs, &is_wanted).await?;
            let states = [theirs, taken_in(one, &is_wanted).await?, taken_in(other, &is_wanted).await?];
            What::Filled(states.into(), Said { review, problems, remarks }.into())
        }
        Event::Answered(answered) => What::Answered(answered, bytes),
        _ => return None,
    };
    is_wanted().then_some(what)
}

fn reading(onstop: &Callback<()>) -> Html {
    html! {
        <div class="making" role="status" data-testid="opening">
            <label>{ t(Word::OpenReading) }<progress /></label>
            <button type="button" class="link" data-testid="opening-stop" onclick={onstop.reform(|_| ())}>{ t(Word::MakingStop) }</button>
        </div>
    }
}

/// What is wrong with a file, in a whole sentence.
fn problem(why: &str) -> String {
    say(Word::FileProblem, &[("problem", why)])
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
