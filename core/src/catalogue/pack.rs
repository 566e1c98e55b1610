//! Reads the compact text into which the content compiler turns `content/`: one record a line, fields between tabs.

use super::*;
use std::str::Split;

/// Why a pack could not be read. Packs are made by our own build, so this speaks to developers.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line} of the pack: {what}")]
pub struct PackError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub what: &'static str,
}

impl Catalogue {
    /// Reads packs of a language, each of which says what is beyond those before it.
    ///
    /// # Errors
    /// The first line that does not have the expected form or names an unknown id.
    pub fn read(packs: &[&'static str]) -> Result<Self, PackError> {
        let mut catalogue = Self::default();
        // Facts come after the controls and controls before the documents that they name: references are read last.
        let mut references = Vec::new();
        for (index, text) in together(packs).into_iter().enumerate() {
            let fail = |what| PackError { line: index + 1, what };
            let mut fields = text.split('\t');
            let mut field = || next(&mut fields).ok_or(fail("a field is missing"));
            match field()? {
                "catalogue" => (catalogue.id, catalogue.language) = (field()?, field()?),
                "clause" => {
                    let start = catalogue.subclauses.len();
                    catalogue.clauses.push(Clause { id: field()?, title: field()?, subclauses: start..start });
                }
                "subclause" => {
                    let start = catalogue.requirements.len();
                    let subclause = Subclause {
                        id: field()?,
                        title: field()?,
                        todo: field()?,
                        clause: catalogue.clauses.len() - 1,
                        requirements: start..start,
                    };
                    catalogue.subclauses.push(subclause);
                    catalogue.clauses.last_mut().ok_or(fail("no clause yet"))?.subclauses.end += 1;
                }
                "requirement" => {
                    let requirement = Requirement {
                        subclause: catalogue.subclauses.len() - 1,
                        id: field()?,
                        kind: Kind::named(field()?).ok_or(fail("unknown kind"))?,
                        title: field()?,
                        question: field()?,
                        levels: [""; 3],
                    };
                    catalogue.requirements.push(requirement);
                    catalogue.subclauses.last_mut().ok_or(fail("no sub-clause yet"))?.requirements.end += 1;
                }
                "quick" => {
                    let id = field()?;
                    let answers = field()?
                        .split(' ')
                        .map(|id| catalogue.parse_item(id).ok_or(fail("unknown item")))
                        .collect::<Result<_, _>>()?;
                    let is_major = !field()?.is_empty();
                    let (question, stop, strength) = (field()?, field()?, field()?);
                    catalogue.quick.push(Quick { id, answers, is_major, question, stop, strength });
                }
                "theme" => {
                    let start = catalogue.controls.len();
                    let theme = Theme { id: field()?, number: field()?, title: field()?, controls: start..start };
                    catalogue.themes.push(theme);
                }
                "control" => {
                    let (id, types) = (field()?, field()?);
                    references.push((index, catalogue.controls.len(), field()?, field()?));
                    let control = Control {
                        id,
                        types,
                        theme: catalogue.themes.len() - 1,
                        when: When::Always,
                        document: None,
                        name: field()?,
                        applies: "",
                        attributes: "",
                    };
                    catalogue.controls.push(control);
                    catalogue.themes.last_mut().ok_or(fail("no theme yet"))?.controls.end += 1;
                }
                "document" => {
                    let (id, place) = (field()?, field()?);
                    let mandatory = match field()? {
                        "always" => Mandatory::Always,
                        "own" => Mandatory::Own,
                        control => {
                            Mandatory::WhenApplicable(catalogue.parse_control(control).ok_or(fail("unknown control"))?)
                        }
                    };
                    let about = field()?
                        .split_whitespace()
                        .map(|id| catalogue.parse_requirement(id).ok_or(fail("unknown requirement")))
                        .collect::<Result<_, _>>()?;
                    let subclause = place.split(' ').next().and_then(|id| catalogue.subclause(id));
                    let (name, summary) = (field()?, field()?);
                    catalogue.documents.push(Document {
                        id,
                        place,
                        subclause,
                        mandatory,
                        is_record: false,
                        missing_is_major: false,
                        stage_one: false,
                        about,
                        name,
                        summary,
                    });
                }
                "fact" => {
                    catalogue.facts.push(Fact { id: field()?, question: field()?, why: field()?, stands: [""; 2] });
                }
                "weight" => {
                    let id = catalogue.parse_document(field()?).ok_or(fail("unknown document"))?;
                    let document = &mut catalogue.documents[id.index()];
                    document.is_record = field()? == "record";
                    document.missing_is_major = field()? == "major";
                    document.stage_one = field()? == "yes";
                }
                "levels" => {
                    let id = catalogue.parse_requirement(field()?).ok_or(fail("unknown requirement"))?;
                    catalogue.requirements[id.index()].levels = [field()?, field()?, field()?];
                }
                "applies" => {
                    let id = catalogue.parse_control(field()?).and_then(ControlId::annex);
                    let control = &mut catalogue.controls[id.ok_or(fail("unknown control"))?];
                    (control.applies, control.attributes) = (field()?, field()?);
                }
                "stands" => {
                    let id = catalogue.parse_fact(field()?).ok_or(fail("unknown fact"))?;
                    catalogue.facts[id.index()].stands = [field()?, field()?];
                }
                "page" => catalogue.pages.push(Page { id: field()?, title: field()? }),
                "rule" => catalogue.rules.push(Rule { id: field()?, controls: field()?, title: field()? }),
                "synonym" => {
                    catalogue.synonyms.push(Synonym { ids: field()?, words: field()?, typed: field()? });
                }
                "chunk" => catalogue.chunks.push((field()?, field()?)),
                "word" => catalogue.words.push(field()?),
                _ => return Err(fail("unknown record")),
            }
        }
        for (index, control, when, document) in references {
            let fail = |what| PackError { line: index + 1, what };
            let when = When::parse(when, &catalogue).ok_or(fail("unknown condition"))?;
            let document = match document {
                "" => None,
                id => Some(catalogue.parse_document(id).ok_or(fail("unknown document"))?),
            };
            catalogue.controls[control].when = when;
            catalogue.controls[control].document = document;
        }
        Ok(catalogue)
    }
}

/// The lines of packs: a record that a later one says otherwise is in its place. Those come first there, in the same order.
fn together(packs: &[&'static str]) -> Vec<&'static str> {
    let mut lines: Vec<&str> = Vec::new();
    for pack in packs {
        let mut more = pack.lines().peekable();
        for line in &mut lines {
            if let Some(newer) = more.next_if(|newer| is_same(line, newer)) {
                *line = newer;
            }
        }
        lines.extend(more);
    }
    lines
}

/// Whether two lines are the same record: of one kind, with one id. Words have none.
fn is_same(line: &str, other: &str) -> bool {
    !line.starts_with("word\t") && line.split('\t').take(2).eq(other.split('\t').take(2))
}

/// The next field. Not inlined at each of its many calls: that would be 1 kB of the site's first load.
#[inline(never)]
fn next(fields: &mut Split<'static, char>) -> Option<&'static str> {
    fields.next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_catalogue_has_the_size_of_the_standard() {
        let catalogue = Catalogue::english();
        let sizes: Vec<usize> = catalogue.clauses.iter().map(|c| catalogue.requirements_of(c).len()).collect();
        assert_eq!(sizes, [11, 18, 42, 24, 10, 29, 12]);
        let themes: Vec<usize> = catalogue.themes.iter().map(|theme| theme.controls.len()).collect();
        assert_eq!(themes, [37, 8, 14, 34]);
        assert_eq!(catalogue.documents.len(), 25);
        assert_eq!(catalogue.quick.len(), 25);
    }

    #[test]
    fn the_quick_start_asks_of_every_clause_and_of_nothing_twice() {
        let catalogue = Catalogue::english();
        let asked: Vec<_> = catalogue.quick.iter().flat_map(|it| &it.answers).copied().collect();
        for clause in &catalogue.clauses {
            let mut ids = catalogue.requirement_ids_in(catalogue.requirements_of(clause));
            assert!(ids.any(|id| asked.contains(&id.into())), "clause {}", clause.id);
        }
        let each: std::collections::BTreeSet<_> = asked.iter().collect();
        assert_eq!(each.len(), asked.len(), "no two questions answer the same");
    }

    #[test]
    fn a_first_view_in_another_language_has_the_structure_of_all() {
        let texts = "catalogue\tiso27001-2022-amd1\txx\npage\tprivacy\tSeins\nword\tWort";
        let [catalogue, english] =
            [texts, LANGUAGES[0].inside].map(|pack| Catalogue::read(&[STRUCTURE, pack]).expect("packs"));
        let privacy = catalogue.pages.iter().find(|page| page.id == "privacy").expect("the page");
        assert_eq!((catalogue.language, privacy.title, catalogue.words[0]), ("xx", "Seins", "Wort"));
        assert_eq!((catalogue.requirements, catalogue.chunks), (english.requirements, english.chunks));
    }

    #[test]
    fn an_id_exists_only_by_parsing() {
        let catalogue = Catalogue::english();
        let id = catalogue.parse_requirement("6.1.3-d-exclusion").expect("a requirement");
        assert_eq!(id.name(&catalogue), "6.1.3-d-exclusion");
        assert_eq!(catalogue.parse_requirement("6.1.3"), None);
        assert_eq!(catalogue.parse_control("A.9.1"), None);
        assert!(matches!(catalogue.parse_control("C.7"), Some(ControlId::Custom(_))));
        assert_eq!(catalogue.parse_control("C.07"), None);
    }
}
