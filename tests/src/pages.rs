//! Where a person can be in Stage Zero.

/// Some of the pages that an id leads to, and an address that leads nowhere.
const BELOW: [&str; 8] = [
    "#/clauses/4.3",
    "#/clauses/6.1.2",
    "#/clauses/9.2.2",
    "#/documents/doc-scope",
    "#/controls/A.5.1",
    "#/learn/method",
    "#/learn/glossary",
    "#/no-such-page",
];

macro_rules! pages {
    ($( $(#[$doc:meta])+ $page:ident $( ( $($field:tt)* ) )? { at: $at:literal, $($rest:tt)* } )+) => {
        const ROWS: &[&str] = &[$(concat!("#/", $at)),+];
    };
}

// The site's own table of pages.
include!("../../web/src/pages/table.rs");

/// Whether a page needs an id after its address.
const fn needs_id(row: &str) -> bool {
    row.len() > "#/".len() && row.as_bytes()[row.len() - 1] == b'/'
}

const OWN: usize = {
    let (mut own, mut at) = (0, 0);
    while at < ROWS.len() {
        own += !needs_id(ROWS[at]) as usize;
        at += 1;
    }
    own
};

/// A page of every kind: each of the site's table, and some of those that an id leads to.
pub const PAGES: [&str; OWN + BELOW.len()] = {
    let mut pages = [""; OWN + BELOW.len()];
    let (mut filled, mut at) = (0, 0);
    while at < ROWS.len() + BELOW.len() {
        let page = if at < ROWS.len() { ROWS[at] } else { BELOW[at - ROWS.len()] };
        if !needs_id(page) {
            pages[filled] = page;
            filled += 1;
        }
        at += 1;
    }
    pages
};
