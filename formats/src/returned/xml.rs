//! The XML of office files: elements, attributes and texts, one after the other. Whatever would refer to something else is
//! refused.

use super::ReturnError;
use std::borrow::Cow;

/// What comes next in a document.
pub(super) enum Event<'a> {
    /// An element begins.
    Open(Tag<'a>),
    /// An element of this name ends.
    Close(&'a str),
    /// A text.
    Text(Cow<'a, str>),
}

/// The beginning of an element, its name without a prefix.
#[derive(Clone, Copy)]
pub(super) struct Tag<'a> {
    pub name: &'a str,
    attributes: &'a str,
}

/// Goes through a document once, from its beginning to its end.
pub(super) struct Reader<'a> {
    rest: &'a str,
    /// An element that has begun and is empty.
    empty: Option<&'a str>,
}

impl<'a> Reader<'a> {
    pub fn new(bytes: &'a [u8]) -> Result<Self, ReturnError> {
        let rest = str::from_utf8(bytes).map_err(|_| ReturnError::Damaged)?;
        Ok(Self { rest, empty: None })
    }

    /// What comes next; `None` at the end.
    pub fn next(&mut self) -> Result<Option<Event<'a>>, ReturnError> {
        if let Some(name) = self.empty.take() {
            return Ok(Some(Event::Close(name)));
        }
        loop {
            let Some(markup) = self.rest.strip_prefix('<') else {
                if self.rest.is_empty() {
                    return Ok(None);
                }
                let end = self.rest.find('<').unwrap_or(self.rest.len());
                let (text, rest) = self.rest.split_at(end);
                self.rest = rest;
                return Ok(Some(Event::Text(unescaped(text))));
            };
            if let Some(comment) = markup.strip_prefix("!--") {
                self.rest = until(comment, "-->")?.1;
            } else if let Some(text) = markup.strip_prefix("![CDATA[") {
                let (text, rest) = until(text, "]]>")?;
                self.rest = rest;
                return Ok(Some(Event::Text(text.into())));
            } else if let Some(instruction) = markup.strip_prefix('?') {
                self.rest = until(instruction, "?>")?.1;
            } else if markup.starts_with('!') {
                // A document type could define what a text stands for, or name a file.
                return Err(ReturnError::Damaged);
            } else if let Some(end) = markup.strip_prefix('/') {
                let (name, rest) = until(end, ">")?;
                self.rest = rest;
                return Ok(Some(Event::Close(local(name.trim_end()))));
            } else {
                return self.open(markup).map(Some);
            }
        }
    }

    fn open(&mut self, markup: &'a str) -> Result<Event<'a>, ReturnError> {
        let mut quote = None;
        let end = markup.bytes().position(|byte| match quote {
            Some(open) => {
                quote = (byte != open).then_some(open);
                false
            }
            None => {
                quote = matches!(byte, b'"' | b'\'').then_some(byte);
                byte == b'>'
            }
        });
        let (tag, rest) = markup.split_at(end.ok_or(ReturnError::Damaged)?);
        self.rest = &rest[1..];
        let (tag, is_empty) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let (name, attributes) = tag.split_once(|letter: char| letter.is_ascii_whitespace()).unwrap_or((tag, ""));
        let name = local(name);
        self.empty = is_empty.then_some(name);
        Ok(Event::Open(Tag { name, attributes }))
    }

    /// All texts up to the end of the element that has just begun, those in elements of some names alone left out.
    pub fn texts(&mut self, except: &str) -> Result<String, ReturnError> {
        let (mut text, mut depth, mut left_out) = (String::new(), 1_usize, None);
        while depth > 0 {
            match self.next()?.ok_or(ReturnError::Damaged)? {
                Event::Open(tag) => {
                    depth += 1;
                    if tag.name == except && left_out.is_none() {
                        left_out = Some(depth);
                    }
                }
                Event::Close(_) => {
                    left_out = left_out.filter(|at| *at != depth);
                    depth -= 1;
                }
                Event::Text(more) if left_out.is_none() => text.push_str(&more),
                Event::Text(_) => {}
            }
        }
        Ok(text)
    }
}

impl<'a> Tag<'a> {
    /// What an attribute says, by its name without a prefix.
    pub fn get(&self, name: &str) -> Option<Cow<'a, str>> {
        let mut rest = self.attributes;
        loop {
            let (key, after) = rest.split_once('=')?;
            let after = after.trim_start();
            let quote = after.chars().next().filter(|it| matches!(it, '"' | '\''))?;
            let (value, more) = after[1..].split_once(quote)?;
            if local(key.trim()) == name {
                return Some(unescaped(value));
            }
            rest = more;
        }
    }
}

fn until<'a>(text: &'a str, end: &str) -> Result<(&'a str, &'a str), ReturnError> {
    text.split_once(end).ok_or(ReturnError::Damaged)
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// A text with the characters that its references stand for.
fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return text.into();
    }
    let mut pieces = text.split('&');
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once(';').unwrap_or(("", piece));
        let code = |digits: &str, radix| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
        let letter = match name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            name => match name.strip_prefix('#') {
                Some(digits) => digits.strip_prefix(['x', 'X']).map_or_else(|| code(digits, 10), |hex| code(hex, 16)),
                None => None,
            },
        };
        match letter {
            Some(letter) => {
                plain.push(letter);
                plain.push_str(rest);
            }
            None => {
                plain.push('&');
                plain.push_str(piece);
            }
        }
    }
    plain.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Result<Vec<String>, ReturnError> {
        let mut reader = Reader::new(text.as_bytes())?;
        let mut all = Vec::new();
        while let Some(event) = reader.next()? {
            all.push(match event {
                Event::Open(tag) => format!("<{} {:?}", tag.name, tag.get("r")),
                Event::Close(name) => format!("/{name}"),
                Event::Text(text) => text.into_owned(),
            });
        }
        Ok(all)
    }

    #[test]
    fn elements_attributes_and_texts_come_one_after_the_other() {
        let found = all(
            "<?xml version='1.0'?><x:c a='>' r = \"A&amp;1\">a &lt;&#x41;&#66;&no;<!-- <b> --><![CDATA[<&]]></x:c><d/>",
        );
        let expected = ["<c Some(\"A&1\")", "a <AB&no;", "<&", "/c", "<d None", "/d"];
        assert_eq!(found, Ok(expected.map(str::to_owned).to_vec()));
    }

    #[test]
    fn what_is_cut_or_defines_something_is_refused() {
        for text in ["<a", "<a b='", "<!-- ", "<![CDATA[", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "</a"] {
            assert_eq!(all(text), Err(ReturnError::Damaged), "{text}");
        }
        assert_eq!(Reader::new(b"\xff").map(drop), Err(ReturnError::Damaged));
    }
}
