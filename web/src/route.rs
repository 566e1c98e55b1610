//! The places of the site, as hash routes: they work on every static host, in any sub-folder and from a file.

use crate::browser::window;
use crate::text::catalogue;
use readiness::ItemRef;
use readiness::catalogue::{ControlId, DocumentId, RequirementId};
use readiness::findings::Place;

/// A place of the site. Ids in it exist: they were parsed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Route {
    /// What this is; the assessments.
    Home,
    /// The few questions of a first estimate, one at a time.
    Quick,
    /// The assessments of this browser, files and examples.
    Library,
    /// Who the organisation is.
    Organisation,
    /// All sub-clauses with their progress.
    Clauses,
    /// A sub-clause, by its position, and the item to show.
    Subclause(usize, Option<RequirementId>),
    /// The register of documents, and the one to show.
    Documents(Option<DocumentId>),
    /// Annex A and the organisation's own controls, and the one to show.
    Controls(Option<ControlId>),
    /// Intervals, verdicts, findings.
    Results,
    /// What to do next.
    Plan,
    /// The risk register.
    Risks,
    /// Dated states and what moved.
    Snapshots,
    /// What a certification body asks before it quotes.
    Quote,
    /// What can be handed over.
    Report,
    /// Copies for colleagues, and what came back.
    Colleagues,
    /// What reviewers say, and the item to show.
    Review(Option<&'static str>),
    /// Checking a report that somebody sent.
    Verify,
    /// The reading pages.
    Learn,
    /// A reading page by its id, or the guidance of a chunk by its name, and the item to show.
    Page(&'static str, Option<&'static str>),
    /// Storage, backups, removal.
    Data,
    /// Every component in its states, for developers.
    #[cfg(debug_assertions)]
    Components,
    /// There is no such place.
    Missing,
}

impl Route {
    /// Parses the part of the address after `#`.
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_start_matches('/');
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let (room, rest) = path.trim_end_matches('/').split_once('/').unwrap_or((path.trim_end_matches('/'), ""));
        let item = query.split('&').find_map(|pair| pair.strip_prefix("item=").or_else(|| pair.strip_prefix("term=")));
        let catalogue = catalogue();
        match (room, rest) {
            ("", "") => Some(Self::Home),
            ("quick", "") => Some(Self::Quick),
            ("assessments", "") => Some(Self::Library),
            ("organisation", "") => Some(Self::Organisation),
            ("clauses", "") => Some(Self::Clauses),
            ("clauses", id) => catalogue
                .subclause(id)
                .map(|index| Self::Subclause(index, item.and_then(|item| catalogue.parse_requirement(item)))),
            ("documents", "") => Some(Self::Documents(None)),
            ("documents", id) => catalogue.parse_document(id).map(|id| Self::Documents(Some(id))),
            ("controls", "") => Some(Self::Controls(None)),
            ("controls", id) => catalogue.parse_control(id).map(|id| Self::Controls(Some(id))),
            ("results", "") => Some(Self::Results),
            ("plan", "") => Some(Self::Plan),
            ("risks", "") => Some(Self::Risks),
            ("snapshots", "") => Some(Self::Snapshots),
            ("quote", "") => Some(Self::Quote),
            ("report", "") => Some(Self::Report),
            ("colleagues", "") => Some(Self::Colleagues),
            ("review", "") => Some(Self::Review(item.map(|item| &*item.to_owned().leak()))),
            ("verify", "") => Some(Self::Verify),
            ("learn", "") => Some(Self::Learn),
            ("learn", id) => {
                let page = catalogue.pages.iter().map(|page| page.id).find(|page| *page == id);
                // What has guidance can be read as a page too.
                let page = page.or_else(|| catalogue.chunks.iter().map(|(name, _)| *name).find(|name| *name == id));
                // No list knows every item that a page has, such as the terms: the few bytes of a visit are kept.
                page.map(|page| Self::Page(page, item.map(|item| &*item.to_owned().leak())))
            }
            ("data", "") => Some(Self::Data),
            #[cfg(debug_assertions)]
            ("components", "") => Some(Self::Components),
            _ => None,
        }
        .unwrap_or(Self::Missing)
    }

    /// The link to this place.
    pub fn href(self) -> String {
        let catalogue = catalogue();
        match self {
            Self::Home | Self::Missing => "#/".to_owned(),
            Self::Quick => "#/quick".to_owned(),
            Self::Library => "#/assessments".to_owned(),
            Self::Organisation => "#/organisation".to_owned(),
            Self::Clauses => "#/clauses".to_owned(),
            Self::Subclause(index, item) => {
                let item = item.map_or_else(String::new, |item| format!("?item={}", item.name(catalogue)));
                format!("#/clauses/{}{item}", catalogue.subclauses[index].id)
            }
            Self::Documents(None) => "#/documents".to_owned(),
            Self::Documents(Some(id)) => format!("#/documents/{}", id.name(catalogue)),
            Self::Controls(None) => "#/controls".to_owned(),
            Self::Controls(Some(id)) => format!("#/controls/{}", id.name(catalogue)),
            Self::Results => "#/results".to_owned(),
            Self::Plan => "#/plan".to_owned(),
            Self::Risks => "#/risks".to_owned(),
            Self::Snapshots => "#/snapshots".to_owned(),
            Self::Quote => "#/quote".to_owned(),
            Self::Report => "#/report".to_owned(),
            Self::Colleagues => "#/colleagues".to_owned(),
            Self::Review(None) => "#/review".to_owned(),
            Self::Review(Some(item)) => format!("#/review?item={item}"),
            Self::Verify => "#/verify".to_owned(),
            Self::Learn => "#/learn".to_owned(),
            Self::Page(id, None) => format!("#/learn/{id}"),
            Self::Page(id, Some(item)) => format!("#/learn/{id}?item={item}"),
            Self::Data => "#/data".to_owned(),
            #[cfg(debug_assertions)]
            Self::Components => "#/components".to_owned(),
        }
    }

    /// Goes there.
    pub fn go(self) {
        let _ = window().location().set_hash(&self.href());
    }

    /// The place where a requirement is answered.
    pub fn requirement(id: RequirementId) -> Self {
        Self::Subclause(catalogue().requirement(id).subclause, Some(id))
    }

    /// Whether the page belongs to the second program.
    pub fn is_more(self) -> bool {
        !matches!(self, Self::Home | Self::Clauses | Self::Subclause(..) | Self::Missing)
    }

    /// The part of the site that a host can hide with it, by its name in `host/src/settings.rs`.
    pub fn part(self) -> Option<&'static str> {
        Some(match self {
            Self::Quick => "quick_start",
            Self::Learn => "learn",
            Self::Quote => "quote",
            Self::Review(_) => "review",
            Self::Colleagues => "colleagues",
            Self::Verify => "verify",
            _ => return None,
        })
    }

    /// The same place without the item to show: a change from one to the other is not a new page.
    pub fn page(self) -> Self {
        match self {
            Self::Subclause(index, _) => Self::Subclause(index, None),
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
            Self::Subclause(_, Some(id)) => Some(id.name(catalogue()).to_owned()),
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
            Place::Control(id) => Self::Controls(Some(id)),
        }
    }
}
