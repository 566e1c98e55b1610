//! The styles: every class in them is somewhere in use, every class in use has a style, and nothing is said of left and
//! right, so that pages read from the right work too.

use crate::{
    failure::{Failure, Result},
    project,
};
use std::collections::BTreeSet;

/// Where a class can be given to an element.
const SOURCES: [&str; 6] =
    ["web/src", "web/boot", "core/src/picture", "bundler/src/reading", "bundler/src/publish", "index.html"];

/// Properties and values that name a side of the screen rather than of the text.
const SIDES: [&str; 8] =
    ["margin-left", "margin-right", "padding-left", "padding-right", "border-left", "border-right", "left", "right"];

/// Runs the check.
pub fn check() -> Result<()> {
    let mut styles = String::new();
    for file in project::files(&project::root().join("web/styles"))? {
        styles.push_str(&project::text(&file)?);
    }
    let mut sources = String::new();
    for place in SOURCES {
        for file in project::files(&project::root().join(place))? {
            sources.push_str(&project::text(&file)?);
        }
    }
    let problems = problems(&styles, &sources);
    for problem in &problems {
        eprintln!("web/styles: {problem}");
    }
    match problems.len() {
        0 => Ok(()),
        n => Err(Failure::Check(format!("the styles have {n} problems, listed above"))),
    }
}

fn problems(styles: &str, sources: &str) -> Vec<String> {
    let styles = without_comments(styles);
    let (styled, written) = (classes_of(&styles), quoted(sources));
    let unused = styled.iter().filter(|class| !written.contains(**class));
    let unstyled = attributes(sources).filter(|class| !styled.contains(class)).collect::<BTreeSet<_>>();
    let mut found: Vec<_> = unused.map(|class| format!("nothing has the class '{class}'")).collect();
    found.extend(unstyled.into_iter().map(|class| format!("the class '{class}' has no style")));
    found.extend(sides(&styles).map(|line| format!("'{line}' names a side of the screen: say start or end")));
    found
}

fn without_comments(styles: &str) -> String {
    let mut parts = styles.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once("*/").map_or("", |(_, rest)| rest))
}

/// The classes that selectors name. What stands in braces holds numbers with dots, and no class begins with a digit.
fn classes_of(styles: &str) -> BTreeSet<&str> {
    let after_dots = styles.split('.').skip(1);
    let names = after_dots.map(|rest| &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())]);
    names.filter(|name| name.starts_with(|c: char| c.is_ascii_lowercase())).filter(|name| !is_unit(name)).collect()
}

/// Numbers are written as `.5rem`; a file's ending does not occur.
fn is_unit(name: &str) -> bool {
    ["rem", "em", "ms", "s"].contains(&name)
}

/// All words between quotes: a class may be one of several, or put together by the program.
fn quoted(sources: &str) -> BTreeSet<&str> {
    sources.split(['"', '\'', '`', ' ', '=', '\n', '>']).flat_map(|text| text.split(|c| !is_part(c))).collect()
}

/// The classes that stand as they are in an element's attribute.
fn attributes(sources: &str) -> impl Iterator<Item = &str> {
    let values = sources.split(" class=\"").skip(1).filter_map(|rest| rest.split_once('"'));
    let plain = values.map(|(value, _)| value).filter(|value| !value.contains(['{', '\\']));
    plain.flat_map(str::split_whitespace)
}

fn sides(styles: &str) -> impl Iterator<Item = &str> {
    let declarations = styles.split(['{', '}', ';']).filter_map(|line| Some((line.trim(), line.split_once(':')?)));
    declarations.filter_map(|(line, (name, value))| {
        let name_is = SIDES.contains(&name.trim());
        let value_is = ["float", "text-align", "clear"].contains(&name.trim()) && SIDES.contains(&value.trim());
        (name_is || value_is).then_some(line)
    })
}

fn is_part(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

#[cfg(test)]
mod tests {
    use super::problems;

    #[test]
    fn every_class_is_used_and_every_used_one_has_a_style() {
        let sources = "html! { <p class=\"lead wide\"> } let class = if open { \"menu open\" } else { \"menu\" };";
        assert_eq!(problems(".lead, .menu.open { margin: .5rem } .wide { gap: 1rem }", sources), [""; 0]);
        assert_eq!(
            problems("/* .old */ .lead { } .wide { } .gone:hover { }", sources),
            ["nothing has the class 'gone'"]
        );
        assert_eq!(problems(".lead { }", sources), ["the class 'wide' has no style"]);
    }

    #[test]
    fn sides_are_named_by_the_text() {
        let names = |styles| problems(styles, "").len();
        assert_eq!(names("p { margin-left: 1rem }"), 1);
        assert_eq!(names("p { text-align: right; left: 0 }"), 2);
        assert_eq!(names("p { margin-inline-start: 1rem; text-align: end } "), 0);
    }

    #[test]
    fn the_styles_of_the_site_have_no_problem() {
        super::check().expect("no problem is listed above");
    }
}
