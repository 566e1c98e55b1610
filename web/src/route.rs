//! The places of the site, as hash routes: they work on every static host, in any sub-folder and from a file.

use crate::browser::window;
use crate::part::Part;
use crate::text::catalogue;
use readiness::ItemRef;
use readiness::catalogue::{ControlId, DocumentId, RequirementId, Word};
use readiness::findings::Place;

/// A group of the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Menu {
    /// What is answered.
    Assess,
    /// What comes of it.
    Judge,
    /// All else.
    More,
    /// No menu has it.
    Nowhere,
}

/// What a page is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// Anything: it needs nothing.
    Anything,
    /// The open assessment.
    Open,
    /// The open assessment; above it stands what there is to say of that.
    Marked,
}

/// What `pages/table.rs` says of a page.
#[derive(Debug)]
pub struct Row {
    /// The address after `#/`; with `/` at its end, an id follows it.
    pub at: &'static str,
    /// What menus and the palette call it.
    pub name: Word,
    /// Who lists it.
    pub menu: Menu,
    /// The part of the program that holds it.
    pub part: Part,
    /// What it needs.
    pub about: About,
    /// The name by which a host can hide it; empty if they can't.
    pub host: &'static str,
}

macro_rules! pages {
    ($( $(#[doc = $doc:literal])+ $page:ident $( ( $($field:ident: $type:ty),+ ) )? {
        at: $at:literal, name: $name:ident, menu: $menu:ident, part: $part:ident, about: $about:ident, host: $host:literal,
        view: $($view:tt)*
    } )+) => {
        /// A place of the site. Ids in it exist: they were parsed.
        #[derive(Debug, Clone, Copy, PartialEq)]
        pub enum Route {
            $( $(#[doc = $doc])+ $page $( ( $($type),+ ) )?, )+
            /// Every component in its states, for developers.
            #[cfg(debug_assertions)]
            Gallery,
            /// There is no such place.
            Missing,
        }

        impl Route {
            /// What the table says of its page.
            pub fn row(self) -> &'static Row {
                match self {
                    $( Self::$page { .. } => &Row {
                        at: $at, name: Word::$name, menu: Menu::$menu, part: Part::$part, about: About::$about, host: $host,
                    }, )+
                    #[cfg(debug_assertions)]
                    Self::Gallery => &Row {
                        at: "gallery", name: Word::AppName, menu: Menu::Nowhere, part: Part::Files, about: About::Anything, host: "",
                    },
                    Self::Missing => &Row {
                        at: "", name: Word::MissingTitle, menu: Menu::Nowhere, part: Part::Frame, about: About::Anything, host: "",
                    },
                }
            }

            /// Every page, without an item to show, in the order of the table; those that need an id have no place here.
            pub fn all() -> impl Iterator<Item = Self> {
                [ $( Self::$page $( ( $( <$type>::default() ),+ ) )?, )+ #[cfg(debug_assertions)] Self::Gallery ]
                    .into_iter()
                    .filter(|route| !route.row().at.ends_with('/'))
            }
        }
    };
}

include!("pages/table.rs");

impl Route {
    /// Parses the part of the address after `#`.
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_start_matches('/');
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let (room, rest) = path.trim_end_matches('/').split_once('/').unwrap_or((path.trim_end_matches('/'), ""));
        let item = query.split('&').find_map(|pair| pair.strip_prefix("item=").or_else(|| pair.strip_prefix("term=")));
        let catalogue = catalogue();
        // No list knows every item that a page has, such as the terms: the few bytes of a visit are kept.
        let kept = |item: &str| &*item.to_owned().leak();
        match (room, rest) {
            ("review", "") => Some(Self::Review(item.map(kept))),
            (_, "") => Self::all().find(|route| route.row().at == room),
            ("clauses", id) => catalogue
                .subclause(id)
                .map(|index| Self::Subclause(index, item.and_then(|item| catalogue.parse_requirement(item)))),
            ("ask", id) => catalogue.parse_requirement(id).map(|id| Self::Ask(Some(id))),
            ("documents", id) => catalogue.parse_document(id).map(|id| Self::Documents(Some(id))),
            ("controls", id) => catalogue.parse_control(id).map(|id| Self::Controls(Some(id))),
            ("learn", id) => {
                let page = catalogue.pages.iter().map(|page| page.id).find(|page| *page == id);
                // What has guidance can be read as a page too.
                let page = page.or_else(|| catalogue.chunks.iter().map(|(name, _)| *name).find(|name| *name == id));
                page.map(|page| Self::Page(page, item.map(kept)))
            }
            _ => None,
        }
        .unwrap_or(Self::Missing)
    }

    /// The link to this place.
    pub fn href(self) -> String {
        let catalogue = catalogue();
        let (below, item) = match self {
            Self::Subclause(index, item) => {
                (catalogue.subclauses[index].id.to_owned(), item.map(|item| item.name(catalogue)))
            }
            Self::Ask(Some(id)) => (format!("/{}", id.name(catalogue)), None),
            Self::Documents(Some(id)) => (format!("/{}", id.name(catalogue)), None),
            Self::Controls(Some(id)) => (format!("/{}", id.name(catalogue)), None),
            Self::Page(id, item) => (id.to_owned(), item),
            Self::Review(item) => (String::new(), item),
            _ => (String::new(), None),
        };
        let item = item.map_or_else(String::new, |item| format!("?item={item}"));
        format!("#/{}{below}{item}", self.row().at)
    }

    /// Goes there.
    pub fn go(self) {
        let _ = window().location().set_hash(&self.href());
    }

    /// The place where a requirement is answered.
    pub fn requirement(id: RequirementId) -> Self {
        Self::Subclause(catalogue().requirement(id).subclause, Some(id))
    }

    /// The same place without the item to show: a change from one to the other is not a new page.
    pub fn page(self) -> Self {
        match self {
            Self::Subclause(index, _) => Self::Subclause(index, None),
            Self::Ask(_) => Self::Ask(None),
            Self::Documents(_) => Self::Documents(None),
            Self::Controls(_) => Self::Controls(None),
            Self::Page(id, _) => Self::Page(id, None),
            Self::Review(_) => Self::Review(None),
            other => other,
        }
    }

    /// The id of the element to show on the page, if there is one.
    pub fn target(self) -> Option<String> {
        match self {
            Self::Subclause(_, Some(id)) | Self::Ask(Some(id)) => Some(id.name(catalogue()).to_owned()),
            Self::Documents(Some(id)) => Some(id.name(catalogue()).to_owned()),
            Self::Controls(Some(id)) => Some(id.name(catalogue())),
            Self::Page(_, item) | Self::Review(item) => item.map(str::to_owned),
            _ => None,
        }
    }
}

impl From<ItemRef> for Route {
    /// The place where something is answered.
    fn from(item: ItemRef) -> Self {
        match item {
            ItemRef::Requirement(id) => Self::requirement(id),
            ItemRef::Document(id) => Self::Documents(Some(id)),
            ItemRef::Control(id) => Self::Controls(Some(id)),
            ItemRef::Risk(_) => Self::Risks,
            ItemRef::Nonconformity(_) | ItemRef::Audit(_) | ItemRef::ManagementReview(_) => Self::Audits,
            ItemRef::Fact(_) | ItemRef::People => Self::Organisation,
        }
    }
}

impl From<Place> for Route {
    /// The place where a finding is answered.
    fn from(place: Place) -> Self {
        match place {
            Place::Subclause(index) => Self::Subclause(index, None),
            Place::Document(id) => Self::Documents(Some(id)),
        }
    }
}
