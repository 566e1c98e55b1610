//! Fields: each is one entry of the table of its record, and everything that handles them loops over that table.
//!
//! A record says of a field what it is called, what kind of value it has, and what becomes of it in an extract and in the
//! next cycle. The JSON both ways, the schema, edits, merges, differences, undo, extracts and the random tests are made of
//! that. None of it is generic over records, so that the browser's program holds it once.

use super::Portion;
use super::value::Kind;
use crate::catalogue::Word;
use std::fmt;

/// A field of a record.
#[derive(Clone, Copy)]
pub struct Field {
    /// Its name in files.
    pub name: &'static str,
    /// Its number within the part; the records of a part share the numbers.
    pub at: u8,
    /// What values it has.
    pub kind: Kind,
    /// What a person calls it.
    pub label: Word,
    /// What becomes of it in an extract.
    pub leave: Leave,
    /// What becomes of it in the next cycle, where that begins anew.
    pub next: Next,
    /// Whether files have it even while nothing was said, as they had from the start. A new field never is: it would
    /// change the digest of all files that there are.
    pub always: bool,
    /// Whether the program keeps it, not a person: it is neither merged nor compared.
    pub kept: bool,
    /// Whether it is one decision with the others of its record that have this: they merge and are undone together.
    pub joint: bool,
    /// What it means, for the schema.
    #[cfg(feature = "schema")]
    pub about: &'static str,
}

/// What becomes of a field in an extract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leave {
    /// It leaves with its record only.
    WithRecord,
    /// With this portion it is emptied.
    Clear(Portion),
    /// With this portion a word stands in its place, so that something was said there stays true.
    Withhold(Portion),
}

impl Leave {
    /// The portion that it belongs to, if not to that of its record.
    pub fn portion(self) -> Option<Portion> {
        match self {
            Self::WithRecord => None,
            Self::Clear(portion) | Self::Withhold(portion) => Some(portion),
        }
    }
}

/// What becomes of a field in the next cycle, where levels begin anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// It goes on.
    Stays,
    /// It is open again.
    Opens,
}

/// Fields that stand together in a file.
#[derive(Debug)]
pub struct Table {
    /// The record within the record that holds them, such as `contact`; empty for the record itself.
    pub within: &'static str,
    /// Whether files have that record even while nothing in it was said.
    pub always: bool,
    /// The fields.
    pub fields: &'static [Field],
    /// The portion with which all of them leave an extract, if they are not their part's own.
    pub portion: Option<Portion>,
}

impl Table {
    /// Fields of the record itself.
    pub(super) const fn own(fields: &'static [Field]) -> Self {
        Self { within: "", always: true, fields, portion: None }
    }

    /// Fields of a record within it.
    pub(super) const fn within(within: &'static str, always: bool, fields: &'static [Field]) -> Self {
        Self { within, always, fields, portion: None }
    }

    /// Fields that leave with a portion.
    pub(super) const fn leaving_with(self, portion: Portion) -> Self {
        Self { portion: Some(portion), ..self }
    }
}

/// What a record says of a field.
pub(super) struct Spec(Word, Leave, Next, bool, bool, bool);

/// A field that a person fills in: what it is called, and what becomes of it in an extract and in the next cycle.
pub(super) const fn said(label: Word, leave: Leave, next: Next) -> Spec {
    Spec(label, leave, next, false, false, false)
}

/// A field that the program keeps; a person sees it nowhere.
pub(super) const fn kept() -> Spec {
    Spec(Word::ReportAssessment, Leave::WithRecord, Next::Stays, false, true, false)
}

impl Spec {
    /// See [`Field::always`].
    pub const fn always(self) -> Self {
        Self(self.0, self.1, self.2, true, self.4, self.5)
    }

    /// See [`Field::joint`].
    pub const fn joint(self) -> Self {
        Self(self.0, self.1, self.2, self.3, self.4, true)
    }

    /// The field.
    #[cfg_attr(not(feature = "schema"), allow(unused_variables, reason = "only the schema says what a field means"))]
    pub const fn field(self, at: u8, name: &'static str, kind: Kind, about: &'static str) -> Field {
        let Self(label, leave, next, always, kept, joint) = self;
        Field {
            name,
            at,
            kind,
            label,
            leave,
            next,
            always,
            kept,
            joint,
            #[cfg(feature = "schema")]
            about,
        }
    }
}

impl PartialEq for Field {
    fn eq(&self, other: &Self) -> bool {
        (self.at, self.name) == (other.at, other.name)
    }
}

impl Eq for Field {}

impl fmt::Debug for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)?;
        match self.kind {
            Kind::Nth(index, _) => write!(f, " {}", index + 1),
            _ => Ok(()),
        }
    }
}

/// The name of a field in files: what is a word of Rust too, such as `where`, stands as `r#where` in the record.
pub(super) const fn plain(name: &'static str) -> &'static str {
    match name.as_bytes() {
        [b'r', b'#', plain @ ..] => match std::str::from_utf8(plain) {
            Ok(plain) => plain,
            Err(_) => name,
        },
        _ => name,
    }
}

/// Defines a record by its fields: the struct, its table, its [`Entry`](super::Entry), and, where a person fills it in,
/// a method for each field that makes the edit of it, behind a function of [`Edit`](super::Edit) that says of which part.
///
/// The number is that of the first field; within a part no two fields have the same.
macro_rules! record {
    (
        $(#[$meta:meta])*
        $name:ident from $first:literal, edited by $edits:ident: $make:ident $args:tt of $part:tt { $($fields:tt)+ }
        $( with $with:tt )?
    ) => {
        $crate::assessment::field::record! { $(#[$meta])* $name from $first { $($fields)+ } $( with $with )? }
        $crate::assessment::field::edits! { $name $edits, $make $args of $part { $($fields)+ } }
    };
    (
        $(#[$meta:meta])*
        $name:ident from $first:literal {
            $( $(#[doc = $about:literal])+ $field:ident: $type:ty = $spec:expr; )+
        }
        $( with { $( $(#[doc = $inner_about:literal])+ $inner:ident: $inner_type:ty, )+ } )?
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Default, PartialEq, Eq)]
        pub struct $name {
            $( $(#[doc = $about])+ pub $field: $type, )+
            $($( $(#[doc = $inner_about])+ pub $inner: $inner_type, )+)?
        }

        const _: () = {
            use $crate::assessment::{Entry, Field, FieldValue, Slot};

            #[allow(non_camel_case_types, reason = "the names of the fields")]
            enum At { $($field),+ }

            impl $name {
                /// Its own fields, in order.
                pub const FIELDS: &'static [Field] = &[$(
                    $spec.field(
                        $first + At::$field as u8,
                        $crate::assessment::field::plain(stringify!($field)),
                        <$type as Slot>::KIND,
                        concat!($($about),+),
                    )
                ),+];
            }

            impl Entry for $name {
                fn get(&self, at: u8) -> Option<FieldValue> {
                    match at.wrapping_sub($first) {
                        $( it if it == At::$field as u8 => Some(self.$field.get()), )+
                        _ => None $($( .or_else(|| Entry::get(&self.$inner, at)) )+)?,
                    }
                }

                fn set(&mut self, at: u8, value: &FieldValue) {
                    match at.wrapping_sub($first) {
                        $( it if it == At::$field as u8 => self.$field.set(value), )+
                        _ => { $($( self.$inner.set(at, value); )+)? }
                    }
                }
            }
        };
    };
}

/// The methods of [`record!`] that make edits.
macro_rules! edits {
    ($name:ident $edits:ident, $make:ident $args:tt of $part:tt {
        $( $(#[doc = $about:literal])+ $field:ident: $type:ty = $spec:expr; )+
    }) => {
        #[doc = concat!("Makes the edits of the fields of a [`", stringify!($name), "`].")]
        #[derive(Debug, Clone, Copy)]
        pub struct $edits(pub(super) $crate::assessment::Part);

        const _: () = {
            use $crate::assessment::{Edit, Slot};

            #[allow(non_camel_case_types, reason = "the names of the fields")]
            enum At { $($field),+ }

            impl Edit {
                #[doc = concat!("Makes an edit of a field of a [`", stringify!($name), "`].")]
                pub fn $make $args -> $edits {
                    $edits $part
                }
            }

            impl $edits {
                $(
                    $(#[doc = $about])+
                    pub fn $field(self, value: $type) -> Edit {
                        Edit::Set(self.0, &$name::FIELDS[At::$field as usize], value.get())
                    }
                )+
            }
        };
    };
}

pub(super) use {edits, record};
