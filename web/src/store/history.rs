//! What can be taken back, and made again.

use js_sys::Date;
use readiness::Edit;
use readiness::assessment::{ControlChange, DocumentChange, ItemChange, ProfileChange};
use readiness::catalogue::Word;
use std::mem::discriminant;

/// The two ways through the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Takes back what was done.
    Back,
    /// Makes again what was taken back.
    Forward,
}

impl Way {
    /// What a button for it says.
    pub fn name(self) -> Word {
        if self == Self::Back { Word::NoticeUndo } else { Word::NoticeRedo }
    }

    /// The other one.
    pub fn other(self) -> Self {
        if self == Self::Back { Self::Forward } else { Self::Back }
    }
}

/// How many steps are remembered.
const STEPS: usize = 200;

/// A change, and when it became the next one to make: the two programs of a page take turns by it.
type Step = (f64, Edit);

/// Changes that take back, and changes that make again; the last one first to go.
#[derive(Default)]
pub struct History {
    back: Vec<Step>,
    forward: Vec<Step>,
    /// The last change, while it is text that is still being typed.
    typing: Option<Edit>,
}

impl History {
    /// Remembers how to take back a change that was just made. Typing in one field is one step.
    pub fn did(&mut self, edit: &Edit, undo: Edit) {
        self.forward.clear();
        let goes_on = self.typing.as_ref().is_some_and(|last| same_field(last, edit));
        self.typing = is_text(edit).then(|| edit.clone());
        if !goes_on {
            self.put(Way::Back, undo);
        }
    }

    /// The change that is next on the way back or forward.
    pub fn next(&mut self, way: Way) -> Option<Edit> {
        self.typing = None;
        self.steps(way).pop().map(|(_, edit)| edit)
    }

    /// Since when there is a next change on the way, in milliseconds; 0 if there is none.
    pub fn since(&mut self, way: Way) -> f64 {
        self.steps(way).last().map_or(0.0, |(moment, _)| *moment)
    }

    /// Puts a change on the way back or forward.
    pub fn put(&mut self, way: Way, edit: Edit) {
        let steps = self.steps(way);
        if steps.len() == STEPS {
            steps.remove(0);
        }
        steps.push((Date::now(), edit));
    }

    /// The other program has made a change: nothing can be made again any more, and typing here is over.
    pub fn other_did(&mut self) {
        self.forward.clear();
        self.typing = None;
    }

    fn steps(&mut self, way: Way) -> &mut Vec<Step> {
        match way {
            Way::Back => &mut self.back,
            Way::Forward => &mut self.forward,
        }
    }
}

/// Whether a change comes from a keystroke.
pub fn is_text(edit: &Edit) -> bool {
    let item =
        |change: &ItemChange| matches!(change, ItemChange::Note(_) | ItemChange::Owner(_) | ItemChange::Evidence(_));
    match edit {
        Edit::Title(_) | Edit::Custom(_, Some(_)) | Edit::Risk(_, Some(_)) | Edit::Review(_, Some(_)) => true,
        Edit::Profile(change) => !matches!(change, ProfileChange::TargetDate(_)),
        Edit::Answer(_, change) | Edit::Control(_, ControlChange::Item(change)) => item(change),
        Edit::Document(_, change) => matches!(change, DocumentChange::Reference(_) | DocumentChange::Owner(_)),
        Edit::Control(_, ControlChange::Decision(decision)) => !decision.justification().is_empty(),
        _ => false,
    }
}

fn same_field(a: &Edit, b: &Edit) -> bool {
    match (a, b) {
        (Edit::Title(_), Edit::Title(_)) => true,
        (Edit::Profile(ProfileChange::Quote(a, _)), Edit::Profile(ProfileChange::Quote(b, _))) => a == b,
        (Edit::Profile(ProfileChange::RiskStep(a, x, _)), Edit::Profile(ProfileChange::RiskStep(b, y, _))) => {
            a == b && x == y
        }
        (Edit::Profile(a), Edit::Profile(b)) => discriminant(a) == discriminant(b),
        (Edit::Answer(a, x), Edit::Answer(b, y)) => a == b && discriminant(x) == discriminant(y),
        (Edit::Document(a, x), Edit::Document(b, y)) => a == b && discriminant(x) == discriminant(y),
        (Edit::Control(a, ControlChange::Item(x)), Edit::Control(b, ControlChange::Item(y))) => {
            a == b && discriminant(x) == discriminant(y)
        }
        (Edit::Control(a, ControlChange::Decision(x)), Edit::Control(b, ControlChange::Decision(y))) => {
            a == b && discriminant(x) == discriminant(y) && x.reasons() == y.reasons()
        }
        (Edit::Custom(a, _), Edit::Custom(b, _)) => a == b,
        (Edit::Risk(a, Some(x)), Edit::Risk(b, Some(y))) => {
            a == b
                && (x.likelihood, x.impact, x.treatment, x.residual_accepted)
                    == (y.likelihood, y.impact, y.treatment, y.residual_accepted)
        }
        _ => false,
    }
}
