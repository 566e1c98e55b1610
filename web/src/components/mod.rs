//! Pieces of pages. A component formats; it never decides. Each is in one place, with its named states.

pub mod bring_in;
mod calendar;
mod drawn;
mod evidence;
mod example_mark;
pub mod export;
mod extract_mark;
mod file_drop;
mod get_started;
mod guidance;
mod header;
mod heading;
mod item;
mod item_of;
mod later;
mod level;
mod links;
mod notices;
pub mod opener;
mod passphrase;
mod picture;
mod readiness_changes;
mod readiness_summary;
mod reminder;
mod run_by;
mod same;
mod save_mark;
mod slices;
mod table;
mod trouble;
mod typed;
mod unfolded;
mod verdict_tag;

pub use calendar::calendar_entry;
pub use drawn::{use_near, use_printed, use_unfolded};
pub use evidence::Evidence;
pub use example_mark::ExampleMark;
pub use extract_mark::ExtractMark;
pub use file_drop::{ChooseFile, FileDrop};
pub use get_started::GetStarted;
pub use guidance::{Chunk, Explain, Guidance, item as guidance_item, load_chunk, of_host, said, use_chunk};
pub use header::Header;
pub use heading::{heading, lead};
pub use item::ItemFields;
pub use item_of::ItemOf;
pub use later::Later;
pub use level::{UNSURE, level_class, level_name, level_radios};
pub use links::{item_label, item_links};
pub use notices::Notices;
pub use passphrase::Passphrase;
pub use picture::framed;
pub use readiness_changes::readiness_changes;
pub use readiness_summary::ReadinessSummary;
pub use reminder::Reminder;
pub use same::Same;
pub use save_mark::{SaveMark, save_file};
pub use slices::use_slices;
pub use table::table;
pub use trouble::trouble;
pub use typed::{Said, Typed};
pub use unfolded::use_unfolded_print;
pub use verdict_tag::verdict_tag;

/// Opens a dialog over the page. The browser moves the focus into it, keeps it there, and gives it back.
pub fn opens(dialog: &yew::NodeRef) -> yew::Callback<yew::MouseEvent> {
    let dialog = dialog.clone();
    yew::Callback::from(move |_| {
        if let Some(dialog) = dialog.cast::<web_sys::HtmlDialogElement>() {
            let _ = dialog.show_modal();
        }
    })
}
