//! A page in its frame: with what stands above it, or with what is said in its place.

use super::spine::{Above, Below};
use super::{missing, nothing_open};
use crate::browser::host;
use crate::components::{ExampleMark, ExtractMark, Reminder};
use crate::navigation::use_arrival;
use crate::part::Part;
use crate::route::{About, Route};
use crate::store::{Topic, store, use_topic};
use yew::prelude::*;

/// How a part of the program shows its pages.
#[derive(Debug, Clone, Copy)]
pub struct How {
    /// What a page is called.
    pub title: fn(Route) -> String,
    /// What it shows.
    pub view: fn(Route) -> Html,
    /// What stands above it.
    pub above: fn(Route) -> Html,
    /// What stands below it.
    pub below: fn(Route) -> Html,
}

impl PartialEq for How {
    fn eq(&self, other: &Self) -> bool {
        // Each part has a view of its own.
        std::ptr::fn_addr_eq(self.view, other.view)
    }
}

/// Properties of [`Shown`].
#[derive(PartialEq, Properties)]
pub struct ShownProps {
    /// Where.
    pub route: Route,
    /// By which part.
    pub how: How,
}

/// What there is to say of the open assessment, that it is an example or an extract, that no copy was taken for long; and
/// which step of the way the page is.
pub fn above<const PART: u8>(route: Route) -> Html {
    let about = route.row().about;
    // In an element of its own: what comes and goes in it is put in its place here, whatever becomes of the page below it.
    html! {
        <div>
            if about != About::Anything { <ExampleMark /> }
            // No page of the first parts is marked.
            if about == About::Marked && const { PART > Part::Quick as u8 } { <ExtractMark /><Reminder /> }
            <Above {route} />
        </div>
    }
}

/// Where one goes on.
pub fn below(route: Route) -> Html {
    html! { <Below {route} /> }
}

/// The page of a route.
#[component]
pub fn Shown(props: &ShownProps) -> Html {
    let ShownProps { route, how } = *props;
    // Another assessment may be open, or none.
    use_topic(Topic::Opened);
    use_arrival(route, how.title);
    let row = route.row();
    let lacks_one = row.about != About::Anything && store().read(|_| ()).is_none();
    html! {
        <>
            { match () {
                () if host::hides(row.host) => missing(),
                () if lacks_one => nothing_open(),
                () => html! { <>{ (how.above)(route) }{ (how.view)(route) }{ (how.below)(route) }</> },
            } }
        </>
    }
}
