//! The parts of the program, each in a file of its own that is loaded when something of it is first wanted. They hold
//! pages, never state: there is one store and one history, in the part that comes first.
//!
//! What a part needs of those before it is loaded with it. A build without the feature `split` has all of them in one.

use crate::components::{Header, ReadinessSummary};
use crate::loader::{Code, Done, Want};
use crate::own_file::Mark;
use crate::pages::{self, Dashboard, Estimate, How, Shown};
use crate::palette::Palette;
use crate::part::Part;
use crate::store::store;
use readiness::Assessment;
use wasm_split_helpers::SplitLoaderError;
#[cfg(feature = "split")]
use wasm_split_helpers::wasm_split;
use yew::prelude::*;

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
        Want::Summary if const { Part::Work.is_in(PART) } => html! { <ReadinessSummary /> },
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

fn begin(in_memory_only: bool) -> Done {
    Box::pin(async move { store().begin(in_memory_only).await })
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

        /// Fetches a part; `None` if it can't be had.
        pub fn fetch(part: Part) -> Done<Option<Code>> {
            Box::pin(async move {
                match part {
                    $(
                        #[cfg(feature = "split")]
                        Part::$part => $name().await.ok(),
                        #[cfg(not(feature = "split"))]
                        Part::$part => $name().ok(),
                    )+
                    Part::Frame => None,
                }
            })
        }
    };
}

parts!(work: Work, quick: Quick, questions: Questions, register: Register, judge: Judge, plan: Plan, files: Files);
