//! The parts of the program, in which its pages are.

/// A part, in the order of a first journey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What the first view needs: frame and start page.
    Frame,
    /// What keeps work: the store at work, and what the frame shows of an open assessment.
    Work,
    /// What the first answer needs: the quick start.
    Quick,
    /// What else is asked of clauses 4 to 10, and who the organisation is.
    Questions,
    /// What else is answered, and what is read.
    Register,
    /// What judges: results, and the start page of who has begun.
    Judge,
    /// What there is to do about it.
    Plan,
    /// What is kept, handed over and read back: snapshots, brief, reports, files.
    Files,
}

impl Part {
    /// Whether another part comes with this one inside, so that no visit loads crumbs that both share. What judges needs
    /// little of the questions.
    pub const fn is_in(self, other: u8) -> bool {
        match self {
            Self::Frame => true,
            Self::Work => other != Self::Frame as u8,
            Self::Quick => other > Self::Work as u8,
            Self::Questions => other > Self::Quick as u8 && other != Self::Judge as u8 && other != Self::Plan as u8,
            Self::Judge if other == Self::Plan as u8 => true,
            _ => other == self as u8 || other == Self::Files as u8,
        }
    }
}
