//! A pack so many times as large: for measurements, and for a build of the site that is measured.

use std::fmt::Write;

/// The records of a pack, so many times over: the ids of each further copy end in `~2`, `~3`, ….
pub fn larger(pack: &str, times: usize) -> String {
    let grouped = |kinds: &[&str]| -> Vec<Vec<&str>> {
        let lines = pack.lines().map(|line| line.split('\t').collect::<Vec<_>>());
        lines.filter(|fields| kinds.contains(&fields[0])).collect()
    };
    let mut text = String::new();
    let mut copy = |records: Vec<Vec<&str>>, id_fields: &[usize], times: usize| {
        for copy in 1..=times {
            for record in &records {
                let fields = record.iter().enumerate().map(|(index, field)| {
                    if copy == 1 || !id_fields.contains(&index) || ["", "always", "own"].contains(field) {
                        return (*field).to_owned();
                    }
                    let ids = field.split(' ').map(|id| format!("{id}~{copy}"));
                    ids.collect::<Vec<_>>().join(" ")
                });
                let _ = writeln!(text, "{}", fields.collect::<Vec<_>>().join("\t"));
            }
        }
    };
    copy(grouped(&["catalogue"]), &[], 1);
    copy(grouped(&["clause", "subclause", "requirement"]), &[1], times);
    // A control's condition names facts, of which there is one set.
    copy(grouped(&["theme", "control"]), &[1, 4], times);
    // A document names its place, its control and its requirements.
    copy(grouped(&["document"]), &[1, 2, 3, 4], times);
    copy(grouped(&["fact", "page", "chunk"]), &[], 1);
    copy(grouped(&["quick"]), &[1], times);
    // What derivations are told with, of the first copy alone.
    copy(grouped(&["weight", "rule", "levels", "applies", "stands", "word"]), &[], 1);
    text
}
