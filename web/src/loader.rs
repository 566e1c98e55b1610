//! Having parts of the program come, when something of them is first wanted.

use crate::browser::language;
use crate::part::Part;
use crate::route::Route;
use crate::text;
use readiness::Assessment;
use std::cell::{Cell, OnceCell};
use std::pin::Pin;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::js_sys::Promise;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use yew::prelude::*;

/// What is wanted of a part.
#[derive(Debug, Clone, PartialEq)]
pub enum Want {
    /// The page of a route.
    Page(Route),
    /// What the header shows of an open assessment.
    Header,
    /// How it stands.
    Summary,
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
            Self::Header | Self::Summary => Part::Work,
            Self::Palette => Part::Register,
            Self::Estimate(_) | Self::Dashboard => Part::Judge,
            Self::OwnFile | Self::StepWords => Part::Files,
        }
    }
}

/// Shows what is wanted of a part.
pub type View = fn(Want) -> Html;

/// A part of the program. Each has the store at work with it: pages stand on that.
#[derive(Clone, Copy)]
pub struct Code {
    /// Shows what is wanted of the part.
    pub view: View,
    /// Begins an assessment; said to keep nothing, in this page only.
    pub begin: fn(bool) -> Done,
    /// Keeps a state that the person has just saved as a file; only the part that reads files can.
    pub keep: fn(&Assessment),
    /// Has the store go to work.
    pub start: fn() -> Done,
}

/// What ends later.
pub type Done<T = ()> = Pin<Box<dyn Future<Output = T>>>;

/// Fetches a part; `None` if it can't be had.
pub type Fetch = fn(Part) -> Done<Option<Code>>;

thread_local! {
    /// What fetches parts.
    static FETCH: Cell<Option<Fetch>> = const { Cell::new(None) };
    /// The parts that are here.
    static HERE: [Cell<Option<Code>>; 8] = const { [const { Cell::new(None) }; 8] };
    /// That the store has started.
    static STARTED: OnceCell<Promise> = const { OnceCell::new() };
}

/// Says what fetches parts, before any is wanted: only that knows what they hold.
pub fn fetch_by(fetch: Fetch) {
    FETCH.set(Some(fetch));
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
    let code = FETCH.get()?(part).await?;
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
