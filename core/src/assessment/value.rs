//! The values of fields: one small type for all of them.

use super::Evidence;
use crate::catalogue::{Catalogue, RiskId, Word};
use crate::date::{Date, Timestamp};

/// The value of any field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldValue {
    /// A text; empty while nothing was said.
    Text(String),
    /// Texts, one each.
    Texts(Vec<String>),
    /// A whole number.
    Number(Option<u32>),
    /// A day.
    Day(Option<Date>),
    /// A yes; no while nothing was said.
    Flag(bool),
    /// One of some names, as its position among them.
    Choice(Option<u8>),
    /// Some of some names: the bit of each position.
    Choices(u8),
    /// Risks of the register.
    Risks(Vec<RiskId>),
    /// Pieces of evidence, or other small records in the same shape: a value that is made of fields again.
    Evidence(Vec<Evidence>),
}

/// What values a field has.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// A text of a person.
    Text,
    /// The n-th of so many texts that stand under one name, counted from 0.
    Nth(u8, u8),
    /// A moment, as text.
    Moment,
    /// Any number of texts.
    Texts,
    /// A whole number up to this.
    Number(u32),
    /// A day.
    Day,
    /// Yes or no.
    Flag,
    /// One of these.
    Choice(&'static Choice),
    /// Some of these.
    Choices(&'static Choice),
    /// Risks of the register.
    Risks,
    /// Any number of pieces of evidence.
    Evidence,
    /// Any number of tasks.
    Tasks,
    /// Any number of things that an audit looks at.
    Sample,
}

/// What can be chosen.
#[derive(Debug)]
pub struct Choice {
    /// The names in files, in order.
    pub names: &'static [&'static str],
    /// What a person reads for each.
    pub words: &'static [Word],
}

impl FieldValue {
    /// Whether something was said.
    pub fn is_said(&self) -> bool {
        match self {
            Self::Text(text) => !text.is_empty(),
            Self::Texts(texts) => !texts.is_empty(),
            Self::Number(number) => number.is_some(),
            Self::Day(day) => day.is_some(),
            Self::Flag(flag) => *flag,
            Self::Choice(choice) => choice.is_some(),
            Self::Choices(bits) => *bits != 0,
            Self::Risks(risks) => !risks.is_empty(),
            Self::Evidence(all) => !all.is_empty(),
        }
    }

    /// Its texts that have words, trimmed.
    pub fn texts(&self) -> Vec<String> {
        let texts = match self {
            Self::Text(text) => vec![text.clone()],
            Self::Texts(texts) => texts.clone(),
            Self::Evidence(all) => all.iter().map(Evidence::line).collect(),
            _ => Vec::new(),
        };
        texts.iter().map(|text| text.trim()).filter(|text| !text.is_empty()).map(str::to_owned).collect()
    }

    /// Whether a text has words.
    pub fn has_words(&self) -> bool {
        !self.texts().is_empty()
    }

    /// How many things it says: each text that has words, or one.
    pub fn count(&self) -> usize {
        match self {
            Self::Text(_) | Self::Texts(_) | Self::Evidence(_) => self.texts().len(),
            value => value.is_said().into(),
        }
    }

    /// The positions of chosen names.
    pub(crate) fn chosen(bits: u8) -> impl Iterator<Item = usize> {
        (0..8).filter(move |index| bits & (1 << index) != 0)
    }
}

impl Kind {
    /// What values it has while nothing was said.
    pub fn unsaid(self) -> FieldValue {
        match self {
            Self::Text | Self::Nth(..) | Self::Moment => FieldValue::Text(String::new()),
            Self::Texts => FieldValue::Texts(Vec::new()),
            Self::Number(_) => FieldValue::Number(None),
            Self::Day => FieldValue::Day(None),
            Self::Flag => FieldValue::Flag(false),
            Self::Choice(_) => FieldValue::Choice(None),
            Self::Choices(_) => FieldValue::Choices(0),
            Self::Risks => FieldValue::Risks(Vec::new()),
            Self::Evidence | Self::Tasks | Self::Sample => FieldValue::Evidence(Vec::new()),
        }
    }

    /// Whether it is typed, letter by letter.
    pub fn is_typed(self) -> bool {
        matches!(self, Self::Text | Self::Nth(..) | Self::Texts | Self::Evidence | Self::Number(6..))
    }

    /// A value of this kind in a person's words; empty where nothing was said.
    pub fn words(self, value: &FieldValue, catalogue: &Catalogue) -> String {
        let word = |choice: &Choice, index: usize| choice.words.get(index).map_or("", |word| catalogue.word(*word));
        match (self, value) {
            (_, FieldValue::Text(text)) => text.clone(),
            (_, FieldValue::Texts(_) | FieldValue::Evidence(_)) => value.texts().join("\n"),
            (_, FieldValue::Number(number)) => number.map(|number| number.to_string()).unwrap_or_default(),
            (_, FieldValue::Day(day)) => day.map(|day| day.to_string()).unwrap_or_default(),
            (_, FieldValue::Flag(true)) => catalogue.word(Word::ReportYes).to_owned(),
            (Self::Choice(choice), FieldValue::Choice(Some(index))) => word(choice, usize::from(*index)).to_owned(),
            (Self::Choices(choice), FieldValue::Choices(bits)) => {
                FieldValue::chosen(*bits).map(|index| word(choice, index)).collect::<Vec<_>>().join(", ")
            }
            (_, FieldValue::Risks(risks)) => risks.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
            _ => String::new(),
        }
    }
}

/// What can be a field of a record: a value of its own type there, a [`FieldValue`] for whoever loops over fields.
pub trait Slot {
    /// What values it has.
    const KIND: Kind;

    /// What it holds.
    fn get(&self) -> FieldValue;

    /// Replaces what it holds; a value of another kind is passed over.
    fn set(&mut self, value: &FieldValue);
}

/// A record whose fields are read and set by their number: [`Field::at`].
pub trait Entry {
    /// What a field holds; `None` if it is none of this record.
    fn get(&self, at: u8) -> Option<FieldValue>;

    /// Replaces what a field holds; one that is none of this record is passed over.
    fn set(&mut self, at: u8, value: &FieldValue);
}

macro_rules! slot {
    ($type:ty, $kind:expr, $variant:ident) => {
        impl Slot for $type {
            const KIND: Kind = $kind;

            fn get(&self) -> FieldValue {
                FieldValue::$variant(self.clone())
            }

            fn set(&mut self, value: &FieldValue) {
                if let FieldValue::$variant(value) = value {
                    self.clone_from(value);
                }
            }
        }
    };
}

slot!(String, Kind::Text, Text);
slot!(Vec<String>, Kind::Texts, Texts);
slot!(Option<u32>, Kind::Number(u32::MAX), Number);
slot!(Option<Date>, Kind::Day, Day);
slot!(bool, Kind::Flag, Flag);
slot!(Vec<RiskId>, Kind::Risks, Risks);
slot!(Vec<Evidence>, Kind::Evidence, Evidence);

/// A step of a scale.
impl Slot for Option<u8> {
    const KIND: Kind = Kind::Number(5);

    fn get(&self) -> FieldValue {
        FieldValue::Number(self.map(u32::from))
    }

    fn set(&mut self, value: &FieldValue) {
        if let FieldValue::Number(number) = value {
            *self = number.and_then(|number| u8::try_from(number).ok());
        }
    }
}

impl Slot for Timestamp {
    const KIND: Kind = Kind::Moment;

    fn get(&self) -> FieldValue {
        FieldValue::Text(self.as_str().to_owned())
    }

    fn set(&mut self, value: &FieldValue) {
        if let FieldValue::Text(text) = value {
            *self = Self::new(text.as_str());
        }
    }
}

/// Defines something that can be chosen: the enum, its names in files and its words, and the [`Slot`] of one that may be
/// open.
macro_rules! choice {
    ($(#[$meta:meta])* $name:ident { $( $(#[$about:meta])+ $variant:ident = $file:literal, $word:ident; )+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $( $(#[$about])+ $variant, )+ }

        impl $name {
            /// All of them, in order.
            pub const ALL: [Self; [$($file),+].len()] = [$(Self::$variant),+];
            /// Their names in files and their words.
            pub const CHOICE: &'static $crate::assessment::Choice = &$crate::assessment::Choice {
                names: &[$($file),+],
                words: &[$($crate::catalogue::Word::$word),+],
            };

            /// Its name in files.
            pub fn name(self) -> &'static str {
                Self::CHOICE.names[self as usize]
            }

            /// What a person reads.
            pub fn label(self, catalogue: &$crate::Catalogue) -> &'static str {
                catalogue.word(Self::CHOICE.words[self as usize])
            }
        }

        impl $crate::assessment::Slot for Option<$name> {
            const KIND: $crate::assessment::Kind = $crate::assessment::Kind::Choice($name::CHOICE);

            fn get(&self) -> $crate::assessment::FieldValue {
                $crate::assessment::FieldValue::Choice(self.map(|it| it as u8))
            }

            fn set(&mut self, value: &$crate::assessment::FieldValue) {
                if let $crate::assessment::FieldValue::Choice(index) = value {
                    *self = index.and_then(|index| $name::ALL.get(usize::from(index)).copied());
                }
            }
        }
    };
}

/// Defines a set of what can be chosen.
macro_rules! choices {
    ($(#[$meta:meta])* $name:ident of $of:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
        pub struct $name(u8);

        impl $name {
            /// Whether there is none.
            pub fn is_empty(self) -> bool {
                self.0 == 0
            }

            /// Whether this one is among them.
            pub fn contains(self, one: $of) -> bool {
                self.0 & (1 << one as u8) != 0
            }

            /// The same set with one taken in or out.
            #[must_use]
            pub fn with(self, one: $of, included: bool) -> Self {
                let bit = 1 << one as u8;
                Self(if included { self.0 | bit } else { self.0 & !bit })
            }

            /// All of them, in order.
            pub fn iter(self) -> impl Iterator<Item = $of> {
                $of::ALL.into_iter().filter(move |one| self.contains(*one))
            }
        }

        impl FromIterator<$of> for $name {
            fn from_iter<T: IntoIterator<Item = $of>>(all: T) -> Self {
                all.into_iter().fold(Self::default(), |set, one| set.with(one, true))
            }
        }

        impl $crate::assessment::Slot for $name {
            const KIND: $crate::assessment::Kind = $crate::assessment::Kind::Choices($of::CHOICE);

            fn get(&self) -> $crate::assessment::FieldValue {
                $crate::assessment::FieldValue::Choices(self.0)
            }

            fn set(&mut self, value: &$crate::assessment::FieldValue) {
                if let $crate::assessment::FieldValue::Choices(bits) = value {
                    self.0 = bits & ((1 << $of::ALL.len()) - 1);
                }
            }
        }
    };
}

pub(super) use {choice, choices};
