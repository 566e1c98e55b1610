//! What can be taken back, and made again.

use readiness::Edit;
use readiness::assessment::{ControlChange, DocumentChange, ItemChange, ProfileChange};
use std::mem::discriminant;

/// How many steps are remembered.
const STEPS: usize = 200;

/// Changes that take back, and changes that make again; the last one first to go.
#[derive(Default)]
pub struct History {
    back: Vec<Edit>,
    forward: Vec<Edit>,
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
            self.back_is(undo);
        }
    }

    /// The change that takes back the last one.
    pub fn back(&mut self) -> Option<Edit> {
        self.typing = None;
        self.back.pop()
    }

    /// The change that makes again what was taken back last.
    pub fn forward(&mut self) -> Option<Edit> {
        self.typing = None;
        self.forward.pop()
    }

    /// Puts a change on the way back.
    pub fn back_is(&mut self, edit: Edit) {
        if self.back.len() == STEPS {
            self.back.remove(0);
        }
        self.back.push(edit);
    }

    /// Puts a change on the way forward.
    pub fn forward_is(&mut self, edit: Edit) {
        self.forward.push(edit);
    }
}

/// Whether a change comes from a keystroke.
pub fn is_text(edit: &Edit) -> bool {
    let item =
        |change: &ItemChange| matches!(change, ItemChange::Note(_) | ItemChange::Owner(_) | ItemChange::Evidence(_));
    match edit {
        Edit::Title(_) | Edit::Custom(_, Some(_)) | Edit::Risk(_, Some(_)) => true,
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
