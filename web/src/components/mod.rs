//! Pieces of pages. A component formats; it never decides. Each is in one place, with its named states.

mod evidence;
mod guidance;
mod heading;
mod item;
mod level;
mod links;
mod notices;
mod picture;
mod save_mark;
mod standing;

pub use evidence::Evidence;
pub use guidance::{Chunk, Guidance, item as guidance_item, load_chunk, use_chunk};
pub use heading::{heading, lead};
pub use item::{ItemFields, ItemOf};
pub use level::{level_name, level_radios};
pub use links::item_links;
pub use notices::Notices;
pub use picture::picture;
pub use save_mark::{SaveMark, save_file};
pub use standing::Standing;
