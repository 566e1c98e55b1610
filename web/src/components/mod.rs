//! Pieces of pages. A component formats; it never decides. Each is in one place, with its named states.

mod begin;
mod evidence;
pub mod export;
mod extract_mark;
mod file_drop;
mod guidance;
mod heading;
mod item;
mod level;
mod links;
mod moved;
mod notices;
pub mod opener;
mod passphrase;
mod picture;
mod reminder;
mod save_mark;
mod skeleton;
mod standing;
mod table;
mod trouble;
mod typed;

pub use begin::Begin;
pub use evidence::Evidence;
pub use extract_mark::ExtractMark;
pub use file_drop::{ChooseFile, FileDrop};
pub use guidance::{
    Chunk, Explain, Guidance, GuidancePlace, item as guidance_item, load_chunk, of_host, said, serve_guidance,
    use_chunk,
};
pub use heading::{heading, lead};
pub use item::{ItemFields, ItemOf};
pub use level::{level_class, level_name, level_radios};
pub use links::item_links;
pub use moved::moved;
pub use notices::Notices;
pub use passphrase::Passphrase;
pub use picture::framed;
pub use reminder::Reminder;
pub use save_mark::{SaveMark, save_file};
pub use skeleton::Skeleton;
pub use standing::Standing;
pub use table::table;
pub use trouble::trouble;
pub use typed::{Said, Typed};
