//! Where guidance first mentions a term of the glossary: such a place leads to the term.
//!
//! It is found here and not in the browser, so that guidance needs no second file to be loaded.

use crate::model::Term;
use std::collections::BTreeMap;

/// Sections that people copy into their own documents: they stay plain.
const COPIED: [&str; 2] = ["justification", "skeleton"];
/// What starts and what ends a part of a text that stays as it is: emphasis, code, a link.
const MARKED: [(char, char); 4] = [('\u{2}', '\u{2}'), ('\u{3}', '\u{3}'), ('\u{4}', '\u{4}'), ('\u{5}', '\u{7}')];

/// The term of a phrase that has a term's word in it and means something else.
const PLAIN: &str = "";

/// The ways to write the terms by their first letter, the longest first: a risk treatment plan is no mere risk.
pub(crate) struct Mentions<'a> {
    forms: BTreeMap<char, Vec<(String, &'a str)>>,
}

impl<'a> Mentions<'a> {
    pub fn of(terms: &'a [Term]) -> Self {
        let names = terms.iter().flat_map(|term| {
            let title = (!term.everyday).then_some(&term.title);
            title.into_iter().chain(&term.also).chain(&term.forms).map(|name| (name, &*term.id))
        });
        let names = names.flat_map(|(name, id)| written(name).map(move |form| (form, id)));
        let except = terms.iter().flat_map(|term| &term.except).map(|phrase| (phrase.clone(), PLAIN));
        let mut forms: BTreeMap<char, Vec<_>> = BTreeMap::new();
        for (form, id) in names.chain(except) {
            forms.entry(initial(&form)).or_default().push((form, id));
        }
        for forms in forms.values_mut() {
            forms.sort_by(|(one, _), (other, _)| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
        }
        Self { forms }
    }

    /// A chunk with the first mention of each term in each item as a link to it.
    pub fn mark(&self, chunk: &str) -> String {
        let mut marked = String::with_capacity(chunk.len() * 5 / 4);
        let (mut seen, mut copied) = (Vec::new(), false);
        for line in chunk.lines() {
            match line.split_once('\t') {
                // A term does not lead to itself.
                Some(("@", id)) => seen = vec![id],
                Some(("=", section)) => copied = COPIED.contains(&section),
                _ => {}
            }
            match line.split_once('\t') {
                Some((kind @ ("p" | "-" | "+"), text)) if !copied => {
                    marked.extend([kind, "\t"]);
                    self.mark_text(text, &mut seen, &mut marked);
                }
                _ => marked.push_str(line),
            }
            marked.push('\n');
        }
        marked
    }

    fn mark_text<'seen>(&self, text: &str, seen: &mut Vec<&'seen str>, marked: &mut String)
    where
        'a: 'seen,
    {
        let mut rest = text;
        let mut before = None;
        while let Some(first) = rest.chars().next() {
            let end = MARKED.iter().find(|(start, _)| *start == first).map(|(_, end)| *end);
            let length = if let Some(end) = end {
                let inside = &rest[first.len_utf8()..];
                inside.find(end).map_or(rest.len(), |at| first.len_utf8() + at + end.len_utf8())
            } else if let Some((found, id)) = self.at(rest, before) {
                if id == PLAIN || seen.contains(&id) {
                    marked.push_str(found);
                } else {
                    marked.push_str(&format!("\u{8}{id}\u{6}{found}\u{7}"));
                    seen.push(id);
                }
                before = found.chars().next_back();
                rest = &rest[found.len()..];
                continue;
            } else {
                first.len_utf8()
            };
            let (passed, after) = rest.split_at(length);
            marked.push_str(passed);
            before = passed.chars().next_back();
            rest = after;
        }
    }

    /// The term that a text begins with, as it is written there, given what stands before it.
    fn at<'text>(&self, text: &'text str, before: Option<char>) -> Option<(&'text str, &'a str)> {
        let within = |next: Option<char>| next.is_some_and(|next| next.is_alphanumeric() || next == '-');
        if within(before) {
            return None;
        }
        let begins = |(form, id): &(String, &'a str)| {
            let found = text.get(..form.len()).filter(|found| is_written(found, form))?;
            (!within(text[form.len()..].chars().next())).then_some((found, *id))
        };
        self.forms.get(&initial(text))?.iter().find_map(begins)
    }
}

/// A name for one and for several of its kind.
fn written(name: &str) -> impl Iterator<Item = String> {
    let several = name.strip_suffix('y').map_or_else(|| format!("{name}s"), |stem| format!("{stem}ies"));
    [name.to_owned(), several].into_iter()
}

fn initial(text: &str) -> char {
    text.chars().flat_map(char::to_lowercase).next().unwrap_or_default()
}

/// Whether a text is a form with the same initial, but for the case of that: terms stand within sentences too.
fn is_written(text: &str, form: &str) -> bool {
    let (mut text, mut form) = (text.chars(), form.chars());
    let is_same = text.next() == form.next();
    text.as_str() == form.as_str() && (is_same || !form.as_str().starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::Mentions;
    use crate::model::Term;

    fn term(id: &str, title: &str) -> Term {
        Term { id: id.to_owned(), title: title.to_owned(), ..Term::default() }
    }

    #[track_caller]
    fn assert_marked(chunk: &str, expected: &str) {
        let also = vec!["security event".to_owned()];
        let everyday = Term { everyday: true, also, ..term("event", "Event") };
        let policy = Term { except: vec!["insurance policy".to_owned()], ..term("policy", "Policy") };
        let soa = Term { also: vec!["SoA".to_owned()], ..term("soa", "Statement of Applicability") };
        let risk = Term { forms: vec!["Risiken".to_owned()], ..term("risk", "Risk") };
        let terms = [risk, term("plan", "Risk treatment plan"), policy, everyday, soa];
        let marked = Mentions::of(&terms).mark(chunk);
        assert_eq!(marked.trim_end().replace('\u{8}', "<").replace('\u{6}', "|").replace('\u{7}', ">"), expected);
    }

    #[test]
    fn the_first_mention_in_each_item_leads_to_the_term() {
        assert_marked(
            "@\t4.1\np\tA risk is a risk.\n-\trisk\n@\t4.2\np\trisk",
            "@\t4.1\np\tA <risk|risk> is a risk.\n-\trisk\n@\t4.2\np\t<risk|risk>",
        );
    }

    #[test]
    fn the_longest_term_is_meant() {
        assert_marked(
            "p\tThe risk treatment plan and the risk",
            "p\tThe <plan|risk treatment plan> and the <risk|risk>",
        );
    }

    #[test]
    fn one_and_several_are_the_same_term() {
        assert_marked("p\tPolicies and policy", "p\t<policy|Policies> and policy");
        assert_marked("p\tViele Risiken", "p\tViele <risk|Risiken>");
    }

    #[test]
    fn parts_of_words_and_everyday_words_mean_something_else() {
        assert_marked("p\trisky asterisk risk-free event", "p\trisky asterisk risk-free event");
        assert_marked("p\tA security event", "p\tA <event|security event>");
        assert_marked("p\tsoa and SoAs", "p\tsoa and <soa|SoAs>");
    }

    #[test]
    fn a_phrase_that_means_something_else_stays_as_it_is() {
        assert_marked("p\tOur insurance policy and our policy", "p\tOur insurance policy and our <policy|policy>");
    }

    #[test]
    fn emphasis_links_and_what_people_copy_stay_as_they_are() {
        assert_marked("p\t\u{2}risk\u{2} of risk", "p\t\u{2}risk\u{2} of <risk|risk>");
        assert_marked(
            "=\tjustification\np\tNo risk.\n=\tgap\np\trisk",
            "=\tjustification\np\tNo risk.\n=\tgap\np\t<risk|risk>",
        );
        assert_marked("t\tRisk\nh\tRisk", "t\tRisk\nh\tRisk");
    }

    #[test]
    fn a_term_does_not_lead_to_itself() {
        assert_marked("@\trisk\np\tA risk with a policy", "@\trisk\np\tA risk with a <policy|policy>");
    }
}
