//! Tasks of the organisation's own: what it adds to the action plan.

use super::evidence::Beyond;
use super::field::{Field, Leave, Next, record, said};
use super::{Evidence, Kind, Part, Piece, Pieces, Portion};
use crate::catalogue::Word;
use crate::date::Date;

record! {
    /// What the organisation adds to the action plan.
    OwnPlan from 56, edited by OwnPlanEdit: own_plan() of (Part::Meta) {
        /// Tasks of its own, in the order in which they were added.
        tasks: Tasks = said(Word::PlanOwnTasks, Leave::Clear(Portion::Notes), Next::Stays);
    }
}

/// Tasks, in order.
pub type Tasks = Pieces<Task>;

/// A task.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Task {
    /// What to do.
    pub what: String,
    /// Who does it.
    pub owner: String,
    /// Until when.
    pub due: Option<Date>,
    /// Since when it is done; `None` while it is to be done.
    pub done: Option<Date>,
    /// What a newer version says of it.
    beyond: Beyond,
}

impl Task {
    /// The fields of a task in a file. Their numbers are those of the fields of [`Evidence`] that hold them.
    pub const FIELDS: &'static [Field] = &{
        let [what, place, date, until] = Evidence::FIELDS else { panic!("evidence has four fields of its own") };
        let owner = Leave::Withhold(Portion::Owners);
        let day = Leave::Clear(Portion::Dates);
        [
            said(Word::PlanColumnWhat, Leave::WithRecord, Next::Stays).always().field(
                what.at,
                "what",
                what.kind,
                "What to do.",
            ),
            said(Word::ReportOwner, owner, Next::Stays).field(place.at, "owner", place.kind, "Who does it."),
            said(Word::PlanColumnDue, day, Next::Stays).field(date.at, "due", date.kind, "Until when."),
            said(Word::PlanDone, day, Next::Stays).field(until.at, "done", until.kind, "Since when it is done."),
        ]
    };

    /// A task of which only this is known.
    pub fn new(what: &str) -> Self {
        Self { what: what.to_owned(), ..Self::default() }
    }
}

impl Piece for Task {
    const KIND: Kind = Kind::Tasks;

    fn of(piece: &Evidence) -> Self {
        let Evidence { what, r#where, date, until, unknown, .. } = piece.clone();
        Self { what, owner: r#where, due: date, done: until, beyond: unknown }
    }

    fn piece(self) -> Evidence {
        let Self { what, owner, due, done, beyond } = self;
        Evidence { what, r#where: owner, date: due, until: done, unknown: beyond, ..Evidence::default() }
    }
}
