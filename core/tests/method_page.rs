//! The page that explains the method, in each language, held to the rules, checks and figures of the core.

use readiness::audit_time::ROWS;
use readiness::checks::{CONTRADICTIONS, Check, POINTS};
use readiness::findings::RULES;
use std::collections::BTreeSet;
use std::path::Path;

/// The sections of the page in a language, without its introduction; as many in each.
fn sections(language: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../content/{language}/learn/method.md"));
    let page = std::fs::read_to_string(path).expect("the page");
    page.split("\n## ").skip(1).map(str::to_owned).collect()
}

/// The names at which the points of a list begin.
fn listed(section: &str) -> BTreeSet<&str> {
    let points = section.lines().filter_map(|line| line.strip_prefix("- `"));
    points.filter_map(|point| point.split_once('`')).map(|(name, _)| name).collect()
}

fn names(checks: &[&'static [Check]]) -> BTreeSet<&'static str> {
    checks.iter().copied().flatten().map(|check| check.name).collect()
}

/// Positions of the sections.
const FINDINGS: usize = 4;
const AUDIT_TIME: usize = 10;

#[test]
fn the_page_explains_each_rule_and_each_check_and_no_other() {
    let rules: BTreeSet<_> = RULES.iter().map(|rule| rule.name).collect();
    assert_eq!(rules.len(), RULES.len(), "no name twice");
    for language in ["en", "de", "es"] {
        let sections = sections(language);
        assert_eq!(listed(&sections[FINDINGS]), rules, "{language}");
        assert_eq!(listed(&sections[FINDINGS + 1]), names(&CONTRADICTIONS), "{language}");
        assert_eq!(listed(&sections[FINDINGS + 2]), names(&POINTS), "{language}");
        let verdicts: BTreeSet<_> = ["open", "not_ready", "nearly", "ready"].into();
        assert_eq!(listed(&sections[FINDINGS + 3]), verdicts, "{language}");
    }
}

#[test]
fn the_page_shows_the_table_of_audit_days() {
    for (language, mark) in [("en", "."), ("de", ","), ("es", ",")] {
        let sections = sections(language);
        let number = |line: &str, nth: usize| -> Option<f64> {
            let digits = line.split(|letter: char| !letter.is_ascii_digit() && letter.to_string() != mark);
            digits
                .filter(|part| part.starts_with(|first: char| first.is_ascii_digit()))
                .nth(nth)?
                .replace(mark, ".")
                .parse()
                .ok()
        };
        let lines = sections[AUDIT_TIME].lines().filter(|line| line.starts_with("- "));
        let rows: Vec<_> = lines.filter_map(|line| Some((number(line, 1)?, number(line, 2)?))).collect();
        let expected: Vec<_> =
            ROWS.iter().map(|(most, half_days)| (f64::from(*most), f64::from(*half_days) / 2.0)).collect();
        assert_eq!(rows, expected, "{language}");
    }
}
