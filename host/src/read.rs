//! Reading the file: what is right is taken over, and everything else is named.

use crate::fields::{Field, Problems};
use crate::look::{Logo, Look};
use crate::settings::{Guidance, Part, Settings};
use crate::{Problem, address, known};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use std::collections::BTreeMap;

/// The longest file that is read, in bytes.
pub const LONGEST_FILE: usize = 256 * 1024;

/// The names of all entries.
const ENTRIES: [&str; 14] = [
    "$schema",
    "name",
    "logo",
    "logo_shows_name",
    "colours",
    "language",
    "intro",
    "quote",
    "privacy",
    "imprint",
    "hide",
    "facts",
    "guidance",
    "embed",
];

/// What a file says, and what is wrong with it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// What is right.
    pub settings: Settings,
    /// What is not taken over, in the order of lines.
    pub problems: Vec<Problem>,
}

/// Reads the text of a `site.json`. A file that can't be read at all yields the standard site and one problem.
pub fn read(text: &str) -> Reading {
    let text = text.trim_start_matches('\u{feff}');
    let whole = |line, what: String| Reading {
        problems: vec![Problem { line, entry: String::new(), what }],
        settings: Settings::default(),
    };
    if text.len() > LONGEST_FILE {
        return whole(1, format!("the file has {} bytes, and {LONGEST_FILE} are the most", text.len()));
    }
    let strict = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    let file = match parse_to_ast(text, &CollectOptions::default(), &strict) {
        Ok(file) => file.value,
        Err(error) => {
            // Lines as everywhere here: the parser counts a lone return as one too, which no editor does.
            let line = 1 + text[..error.range().start].matches('\n').count();
            let column = error.column_display();
            let what = error.kind().to_string();
            return whole(
                line,
                format!("this is not JSON, column {column}: {what}. The standard site is shown until it is"),
            );
        }
    };
    let Some(file) = &file else { return whole(1, "the file is empty: write {} into it".to_owned()) };
    let mut problems = Problems::new(text);
    let settings = settings(&Field::root(file), &mut problems);
    Reading { settings, problems: problems.into_list() }
}

fn settings(root: &Field<'_>, problems: &mut Problems) -> Settings {
    let mut settings = Settings::default();
    let (mut look, mut hidden) = (Look::default(), Vec::new());
    let mut shows_name = None;
    for field in root.known(&ENTRIES, problems) {
        let link = |problems: &mut Problems| field.address(address::link, problems).unwrap_or_default();
        match &*field.name {
            "name" => settings.name = field.text(60, problems).unwrap_or_default(),
            "logo" => settings.logo = field.address(address::picture, problems).unwrap_or_default(),
            "logo_shows_name" => shows_name = field.flag(problems).filter(|shows| *shows).and(Some(field)),
            "colours" => look = Look::read(&field, problems),
            "language" => settings.language = one_of(&field, known::LANGUAGES, problems).unwrap_or_default(),
            "intro" => settings.intro = field.paragraphs(problems).unwrap_or_default(),
            "quote" => quote(&field, &mut settings, problems),
            "privacy" => settings.privacy = link(problems),
            "imprint" => settings.imprint = link(problems),
            "hide" => {
                let names = Part::ALL.map(Part::name);
                let parts = field.list(problems).into_iter().filter_map(|it| one_of(&it, &names, problems));
                hidden = parts.filter_map(|name| Part::named(&name)).collect();
            }
            "facts" => settings.set_facts(&facts(&field, problems)),
            "guidance" => settings.guidance = guidance(&field, problems),
            "embed" => settings.parents = parents(&field, problems),
            _ => {}
        }
    }
    let logo = match (settings.logo.is_empty(), shows_name) {
        (false, Some(_)) if !settings.name.is_empty() => Logo::WithName,
        (no_logo, shows_name) => {
            if let Some(field) = shows_name {
                problems.add(&field, "this needs a logo, and a name for those who can't see it: add both");
            }
            if no_logo { Logo::None } else { Logo::BesideName }
        }
    };
    settings.set_hidden(&hidden);
    settings.frame = look.frame();
    settings.style = look.style(!settings.name.is_empty(), logo, &hidden);
    settings
}

fn one_of(field: &Field<'_>, names: &[&str], problems: &mut Problems) -> Option<String> {
    let name = field.text(60, problems)?;
    if names.contains(&&*name) {
        return Some(name);
    }
    problems.add(field, format!("there is no '{name}'; there are: {}", names.join(", ")));
    None
}

fn quote(field: &Field<'_>, settings: &mut Settings, problems: &mut Problems) {
    for field in field.known(&["link", "email"], problems) {
        match &*field.name {
            "link" => settings.quote_link = field.address(address::https, problems).unwrap_or_default(),
            _ => settings.quote_email = field.address(address::email, problems).unwrap_or_default(),
        }
    }
}

fn facts(field: &Field<'_>, problems: &mut Problems) -> BTreeMap<String, bool> {
    let mut facts = BTreeMap::new();
    for field in field.known(known::FACTS, problems) {
        if let Some(fact) = field.flag(problems) {
            facts.insert(field.name, fact);
        }
    }
    facts
}

fn guidance(field: &Field<'_>, problems: &mut Problems) -> BTreeMap<String, Guidance> {
    let mut all = BTreeMap::new();
    for field in field.entries(problems) {
        if !known::ITEMS.contains(&&*field.name) {
            problems.add(
                &field,
                format!(
                    "the catalogue has no '{}': take the id of a requirement (4.3-a), a control (A.5.1) or a document \
                     (doc-scope); 'stage-zero catalogue' lists all of them",
                    field.name
                ),
            );
            continue;
        }
        let mut said = Guidance::default();
        for field in field.known(&["text", "link", "link_name"], problems) {
            match &*field.name {
                "text" => said.text = field.paragraphs(problems).unwrap_or_default(),
                "link" => said.link = field.address(address::link, problems).unwrap_or_default(),
                _ => said.link_name = field.text(100, problems).unwrap_or_default(),
            }
        }
        match said.text.is_empty() && said.link.is_empty() {
            true => problems.add(&field, "this says nothing: add text or link"),
            false => drop(all.insert(field.name, said)),
        }
    }
    all
}

fn parents(field: &Field<'_>, problems: &mut Problems) -> Vec<String> {
    let lists = field.known(&["parents"], problems);
    let origins = lists.iter().flat_map(|it| it.list(problems)).collect::<Vec<_>>();
    origins.iter().filter_map(|it| it.address(address::origin, problems)).collect()
}
