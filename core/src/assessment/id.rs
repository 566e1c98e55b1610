//! What assessments are told apart by, and the keys of all that is stored of one.

use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

/// The id of an assessment or of a review: 1 to 64 letters and digits of ASCII, dots, underscores and hyphens. It exists
/// only by parsing, and holds nothing that could end it early in a key, in a line or in a name of a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

impl Id {
    /// How long one is at most, in bytes.
    pub const LONGEST: usize = 64;

    /// Parses an id; `None` if the text is none.
    pub fn parse(text: &str) -> Option<Self> {
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
        let is_one = (1..=Self::LONGEST).contains(&text.len()) && text.bytes().all(fits);
        is_one.then(|| Self(text.to_owned()))
    }

    /// The key of a record that belongs to this id: `rest` tells it from the id's other records of the same store, and
    /// may be any text.
    pub fn key(&self, rest: &str) -> String {
        format!("{self}/{rest}")
    }

    /// The id that a key belongs to, and its rest; `None` if it is no key of [`Id::key`].
    pub fn of_key(key: &str) -> Option<(Self, &str)> {
        let (id, rest) = key.split_once('/')?;
        Some((Self::parse(id)?, rest))
    }

    /// Where the keys of this id lie in a store: the first that is one, and the first behind them that is none.
    pub fn keys(&self) -> [String; 2] {
        // `0` is the character behind the slash.
        [self.key(""), format!("{self}0")]
    }
}

impl FromStr for Id {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::parse(text).ok_or_else(|| format!("no id: '{text}'"))
    }
}

/// That of an assessment which nobody has made yet: no other is ever given it.
impl Default for Id {
    fn default() -> Self {
        Self("0".to_owned())
    }
}

impl Deref for Id {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Id;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    #[test]
    fn an_id_holds_nothing_that_ends_it_early() {
        for text in ["a", "0192f3a4-0001-7000-8000-5a0e00000001", "A.b_c-9", &"x".repeat(64)] {
            assert_eq!(Id::parse(text).as_deref(), Some(text));
        }
        for text in ["", "a/answers", "a b", "a\n", "a\tb", "ü", "a\u{0}", "a:b", "a\\b", &"x".repeat(65)] {
            assert_eq!(Id::parse(text), None, "{text:?}");
        }
    }

    proptest! {
        /// Whatever two ids are and whatever is kept of them, nothing that is done to one changes a record of the other.
        #[test]
        fn what_is_done_to_one_id_reaches_no_other(
            (one, other) in ("[A-Za-z0-9._-]{1,8}", "[A-Za-z0-9._-]{1,8}", "[/0.-]{0,2}", any::<bool>())
                // Often one begins as the other does.
                .prop_map(|(one, other, more, near)| if near { (one.clone(), one + &more) } else { (one, other) }),
            rests in prop::collection::vec("[0-9A-Za-z./:~-]{0,9}", 1..6),
        ) {
            let (Some(one), Some(other)) = (Id::parse(&one), Id::parse(&other)) else { return Ok(()) };
            prop_assume!(one != other);
            let mut store = BTreeMap::new();
            for rest in &rests {
                store.insert(other.key(rest), rest.clone());
                let key = other.key(rest);
                prop_assert_eq!(Id::of_key(&key), Some((other.clone(), &**rest)));
            }
            let before = store.clone();
            // Written and read again, then all of it removed, as the database does it.
            for rest in &rests {
                prop_assert!(!before.contains_key(&one.key(rest)));
                store.insert(one.key(rest), String::new());
            }
            let [from, to] = one.keys();
            let of_one: Vec<_> = store.range(from..to).map(|(key, _)| key.clone()).collect();
            for key in &of_one {
                prop_assert_eq!(Id::of_key(key).map(|(id, _)| id), Some(one.clone()));
                store.remove(key);
            }
            prop_assert_eq!(store, before);
        }
    }
}
