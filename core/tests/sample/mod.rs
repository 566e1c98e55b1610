//! The sample assessments, and golden files.

use readiness::{Assessment, Catalogue, Date};
use std::path::PathBuf;

pub const SOFTWARE_FIRM: &str = "software-firm";
pub const MANUFACTURER: &str = "manufacturer";
pub const CONSULTANCY: &str = "consultancy";
pub const SAMPLES: [&str; 3] = [SOFTWARE_FIRM, MANUFACTURER, CONSULTANCY];

/// The day on which the samples are looked at.
#[allow(non_snake_case, reason = "reads as the constant that it would be")]
pub fn TODAY() -> Date {
    Date::parse("2026-11-24").unwrap()
}

pub fn text(name: &str) -> String {
    let path = tests().join("fixtures/samples").join(format!("{name}.json"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

pub fn read(name: &str) -> (Catalogue, Assessment) {
    let catalogue = Catalogue::english();
    let assessment = Assessment::from_file(&text(name), &catalogue).unwrap();
    (catalogue, assessment)
}

/// Compares with a golden file; `UPDATE_GOLDEN=1` writes it anew.
pub fn assert_golden(name: &str, text: &str) {
    let path = tests().join("golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        return std::fs::write(&path, text).unwrap();
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default();
    if let Some(line) = golden.lines().zip(text.lines()).position(|(one, two)| one != two) {
        let show = |text: &str| text.lines().nth(line).unwrap_or_default().to_owned();
        panic!(
            "{}, line {}:\n  was {}\n  is  {}\nIf that is right: UPDATE_GOLDEN=1 cargo test",
            path.display(),
            line + 1,
            show(&golden),
            show(text)
        );
    }
    assert_eq!(golden.len(), text.len(), "{}: longer or shorter than it was", path.display());
}

fn tests() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests")
}
