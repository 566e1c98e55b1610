//! The page with the commands, and with what no file carries.

use crate::Source;
use readiness::catalogue::Word;
use std::fmt::Write;

/// For each workbook, in the order in which they have to come: the command of `clica.py`, and what it takes beside the file. It
/// finds everything by its name but a framework.
const COMMANDS: [(&str, &str, &str); 6] = [
    ("applied-controls", "import-applied-controls", "--folder \"DOMAIN\""),
    ("policies", "import-policies", "--folder \"DOMAIN\""),
    ("evidences", "import-evidences", "--folder \"DOMAIN\""),
    ("compliance-assessment", "import-compliance-assessments", "--framework FRAMEWORK-ID --perimeter \"PERIMETER\""),
    ("findings", "import-findings-assessments", "--perimeter \"PERIMETER\""),
    ("risks", "import-risk-assessment", "--matrix \"5x5 ISO-27005\" --perimeter \"PERIMETER\""),
];

pub fn write(source: &Source<'_>, files: &[(String, Vec<u8>)]) -> String {
    let say = |word| source.catalogue.word(word);
    let mut page =
        format!("# {}\n\n{}\n\n{}\n\n```\n", say(Word::CisoTitle), say(Word::CisoLead), say(Word::CisoBefore));
    for (name, command, more) in COMMANDS {
        let file = format!("{name}.xlsx");
        if files.iter().any(|(made, _)| *made == file) {
            let _ = writeln!(page, "python clica.py {command} --file {file} {more} --on-conflict update");
        }
    }
    page.push_str("```\n");
    for (heading, points) in [
        (Word::CisoHow, &[Word::CisoResults, Word::CisoScores, Word::CisoRisks, Word::CisoAgain][..]),
        (Word::CisoNot, &[Word::CisoOwn, Word::CisoLinks, Word::CisoOwners, Word::CisoEmpty]),
    ] {
        let _ = writeln!(page, "\n## {}\n", say(heading));
        for point in points {
            let _ = writeln!(page, "- {}", say(*point));
        }
    }
    page
}
