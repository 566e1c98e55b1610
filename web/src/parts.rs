//! The parts of the program, each in a file of its own that is loaded when something of it is first wanted. They hold
//! pages, never state: there is one store and one history, in the part that comes first.
//!
//! What a part needs of those before it is loaded with it. A build without the feature `split` has all of them in one.

use crate::browser::language;
use crate::components::{Header, Standing};
use crate::own_file::Mark;
use crate::pages::{self, Dashboard, Estimate, How, Route, Shown};
use crate::palette::Palette;
use crate::part::Part;
use crate::store::store;
use crate::text;
use readiness::Assessment;
use std::cell::{Cell, OnceCell};
use std::pin::Pin;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::js_sys::Promise;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use wasm_split_helpers::SplitLoaderError;
#[cfg(feature = "split")]
use wasm_split_helpers::wasm_split;
use yew::prelude::*;

/// What is wanted of a part.
#[derive(Debug, Clone, PartialEq)]
pub enum Want {
    /// The page of a route.
    Page(Route),
    /// What the header shows of an open assessment.
    Header,
    /// How it stands.
    Standing,
    /// The palette.
    Palette,
    /// What the answers of the quick start say; with what goes back to its first question.
    Estimate(Callback<MouseEvent>),
    /// What says in words which change was taken back: nothing to show.
    StepWords,
    /// What follows the person's own file, and says how that is.
    OwnFile,
    /// The start page of who has begun.
    Dashboard,
}

impl Want {
    /// The part that has it.
    pub fn part(&self) -> Part {
        match self {
            Self::Page(route) => route.row().part,
            Self::Header | Self::Standing => Part::Work,
            Self::Palette => Part::Register,
            Self::Estimate(_) | Self::Dashboard => Part::Judge,
            Self::OwnFile | Self::StepWords => Part::Files,
        }
    }
}

/// Shows what is wanted of a part.
pub type View = fn(Want) -> Html;

fn view<const PART: u8>(want: Want) -> Html {
    match want {
        Want::Page(route) => {
            let how = How {
                title: pages::title,
                view: pages::view::<PART>,
                above: pages::above::<PART>,
                below: pages::below,
            };
            html! { <Shown {route} {how} /> }
        }
        Want::Header if const { Part::Work.is_in(PART) } => html! { <Header /> },
        Want::Standing if const { Part::Work.is_in(PART) } => html! { <Standing /> },
        Want::Palette if const { Part::Register.is_in(PART) } => html! { <Palette /> },
        Want::Dashboard if const { Part::Judge.is_in(PART) } => html! { <Dashboard /> },
        Want::Estimate(again) if const { Part::Judge.is_in(PART) } => html! { <Estimate {again} /> },
        Want::OwnFile if const { Part::Files.is_in(PART) } => html! { <Mark /> },
        Want::StepWords if const { Part::Files.is_in(PART) } => {
            store().steps_are_said_by(pages::in_words);
            html! {}
        }
        // Asked of a part that lacks it: `Want::part` names the right one.
        _ => pages::missing(),
    }
}

/// A part of the program. Each has the store at work with it: pages stand on that.
#[derive(Clone, Copy)]
pub struct Code {
    /// Shows what is wanted of the part.
    pub view: View,
    /// Begins an assessment; said to keep nothing, in this page only.
    pub begin: fn(bool) -> Done,
    /// Keeps a state that the person has just saved as a file; only the part that reads files can.
    pub keep: fn(&Assessment),
    start: fn() -> Done,
}

/// What the store is asked to do.
type Done = Pin<Box<dyn Future<Output = ()>>>;

fn begin(unkept: bool) -> Done {
    Box::pin(async move { store().begin(unkept).await })
}

fn keep<const PART: u8>(state: &Assessment) {
    if const { Part::Files.is_in(PART) } {
        store().keep_saved(state);
    }
}

fn start() -> Done {
    Box::pin(async { store().start().await })
}

macro_rules! parts {
    ($($name:ident: $part:ident),+) => {
        $(
            #[cfg_attr(feature = "split", wasm_split($name, fallible))]
            fn $name() -> Result<Code, SplitLoaderError> {
                Ok(Code { view: view::<{ Part::$part as u8 }>, keep: keep::<{ Part::$part as u8 }>, begin, start })
            }
        )+

        /// Loads a part; `None` if it can't be had.
        #[cfg(feature = "split")]
        async fn code(part: Part) -> Option<Code> {
            match part {
                $(Part::$part => $name().await.ok(),)+
                Part::Frame => None,
            }
        }

        #[cfg(not(feature = "split"))]
        async fn code(part: Part) -> Option<Code> {
            match part {
                $(Part::$part => $name().ok(),)+
                Part::Frame => None,
            }
        }
    };
}

parts!(work: Work, quick: Quick, questions: Questions, register: Register, judge: Judge, plan: Plan, files: Files);

thread_local! {
    /// The parts that are here.
    static HERE: [Cell<Option<Code>>; 8] = const { [const { Cell::new(None) }; 8] };
    /// That the store has started.
    static STARTED: OnceCell<Promise> = const { OnceCell::new() };
}

/// A part, if it is here already.
pub fn here(part: Part) -> Option<Code> {
    HERE.with(|parts| parts[part as usize].get())
}

/// Loads a part, and with it the texts that it shows; `None` if one of them can't be had. What is here stays here.
pub async fn load(part: Part) -> Option<Code> {
    let known = text::packs();
    let wanted = match part {
        Part::Frame => 0,
        Part::Work | Part::Quick | Part::Questions => 1,
        Part::Judge | Part::Plan => 2,
        Part::Register | Part::Files => 3,
    };
    // The texts are on their way while the part is. The first pack has come before the first part.
    let lacking = language::spoken().later[..wanted].iter().skip(known - 1);
    let texts: Vec<_> = lacking.map(|pack| language::load(pack)).collect();
    let code = code(part).await?;
    let mut packs = Vec::new();
    for text in texts {
        packs.push(text.await?);
    }
    text::speak(known, packs, language::printed_here)?;
    // Whoever comes meanwhile waits for the same start.
    let started = STARTED.with(|started| {
        let start = async move {
            (code.start)().await;
            Ok(JsValue::UNDEFINED)
        };
        started.get_or_init(|| future_to_promise(start)).clone()
    });
    // What the frame shows of work is in each.
    let set = |part: Part| HERE.with(|parts| parts[part as usize].set(Some(code)));
    set(Part::Work);
    JsFuture::from(started).await.ok()?;
    set(part);
    Some(code)
}
