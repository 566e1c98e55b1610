//! The page about cost says, in every language, the days that the core works out.

use readiness::audit_time::audit_time;
use std::path::Path;

#[test]
fn the_cost_page_has_the_days_of_every_size() {
    for language in ["en", "de", "es"] {
        let path = Path::new("../content").join(language).join("learn/cost.md");
        let page = std::fs::read_to_string(&path).expect("the page");
        let rows: Vec<Vec<f64>> = page.lines().filter_map(row).collect();
        assert_eq!(rows.len(), 13, "{language}: sizes");
        let mut from = 1.0;
        for row in rows {
            let [first, last, days @ ..] = row.as_slice() else { panic!("{row:?}") };
            assert_eq!(*first, from, "{language}: no gap between sizes");
            for people in [*first, *last] {
                let time = audit_time(people as u32).expect("a figure");
                let expected = [time.initial(), time.surveillance(), time.three_years(), time.recertification()];
                assert_eq!(days, expected.map(|days| f64::from(days.half_days()) / 2.0), "{language}: {people} people");
            }
            from = last + 1.0;
        }
        assert_eq!(audit_time(from as u32), None, "{language}: the last size");
    }
}

/// The six numbers of a line about a size; other lines have fewer.
fn row(line: &str) -> Option<Vec<f64>> {
    let line = line.strip_prefix("- **")?.replace(',', ".");
    let numbers = line.split(|it: char| !it.is_ascii_digit() && it != '.').map(|it| it.trim_matches('.'));
    let numbers: Vec<f64> = numbers.filter_map(|it| it.parse().ok()).collect();
    (numbers.len() == 6).then_some(numbers)
}
