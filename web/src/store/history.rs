//! What can be taken back, and made again.

use readiness::Edit;
use readiness::catalogue::Word;

/// Which way through the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Takes back what was done.
    Undo,
    /// Makes again what was taken back.
    Redo,
}

impl Direction {
    /// What a button for it says.
    pub fn name(self) -> Word {
        if self == Self::Undo { Word::NoticeUndo } else { Word::NoticeRedo }
    }

    /// The other one.
    pub fn other(self) -> Self {
        if self == Self::Undo { Self::Redo } else { Self::Undo }
    }
}

/// How many steps are remembered.
const STEPS: usize = 200;

/// A change that is to be made when the person says so.
#[derive(Clone)]
pub struct Step {
    /// The change.
    pub edit: Edit,
    /// The change that it takes back: it is made only where all is still as that left it.
    pub left: Edit,
}

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
        let goes_on = self.typing.as_ref().is_some_and(|last| last.is_of_same_field(edit));
        self.typing = edit.is_typed().then(|| edit.clone());
        match self.back.last_mut() {
            Some(step) if goes_on => step.left = edit.clone(),
            _ => self.put(Direction::Undo, undo, edit.clone()),
        }
    }

    /// A change that was just made goes on from the last one.
    pub fn goes_on(&mut self, edit: &Edit) {
        if let Some(step) = self.back.last_mut() {
            step.left = edit.clone();
        }
    }

    /// The change that is next on the way back or forward.
    pub fn next(&mut self, direction: Direction) -> Option<Step> {
        self.typing = None;
        self.steps(direction).pop()
    }

    /// Puts a change back whose turn has not come.
    pub fn put_back(&mut self, direction: Direction, step: Step) {
        self.steps(direction).push(step);
    }

    /// Whether there is a next change on the way.
    pub fn has(&self, direction: Direction) -> bool {
        !(if direction == Direction::Undo { &self.back } else { &self.forward }).is_empty()
    }

    /// Puts a change on the way back or forward, and the one that it takes back.
    pub fn put(&mut self, direction: Direction, edit: Edit, left: Edit) {
        let steps = self.steps(direction);
        if steps.len() == STEPS {
            steps.remove(0);
        }
        steps.push(Step { edit, left });
    }

    fn steps(&mut self, direction: Direction) -> &mut Vec<Step> {
        match direction {
            Direction::Undo => &mut self.back,
            Direction::Redo => &mut self.forward,
        }
    }
}
