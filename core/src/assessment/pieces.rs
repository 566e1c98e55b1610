//! Lists of small records: tasks, the sample of an audit.

use super::{Evidence, FieldValue, Kind, Slot};
use std::marker::PhantomData;

/// A small record that is kept in the shape of a piece of evidence (texts, days, a result) under names of its own, so that
/// whatever reads, writes and merges those needs no code for it.
pub trait Piece: Sized {
    /// What a list of them is.
    const KIND: Kind;

    /// Reads it from that shape.
    fn of(piece: &Evidence) -> Self;

    /// Brings it into that shape.
    fn piece(self) -> Evidence;
}

/// A list of them, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pieces<T>(Vec<Evidence>, PhantomData<T>);

impl<T: Piece> Slot for Pieces<T> {
    const KIND: Kind = T::KIND;

    fn get(&self) -> FieldValue {
        FieldValue::Evidence(self.0.clone())
    }

    fn set(&mut self, value: &FieldValue) {
        self.0.set(value);
    }
}

impl<T: Piece> Pieces<T> {
    /// The entries, in order.
    pub fn iter(&self) -> impl Iterator<Item = T> {
        self.0.iter().map(T::of)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The list with some more.
    #[must_use]
    pub fn with(&self, more: impl IntoIterator<Item = T>) -> Self {
        let mut list = self.0.clone();
        list.extend(more.into_iter().map(T::piece));
        Self(list, PhantomData)
    }

    /// The list with another entry in the place of one, or without it; `None` where there is no such place.
    pub fn replaced(&self, index: usize, entry: Option<T>) -> Option<Self> {
        let mut list = self.0.clone();
        let place = list.get_mut(index)?;
        match entry {
            Some(entry) => *place = entry.piece(),
            None => drop(list.remove(index)),
        }
        Some(Self(list, PhantomData))
    }
}
