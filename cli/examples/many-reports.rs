//! Makes any number of reports, each different and always the same: to try `stage-zero portfolio` on a folder of them.
//!
//! `cargo run -p stage-zero-cli --profile native --example many-reports -- 10000 FOLDER [json|html|mixed]`
//!
//! Each is one of the samples with other figures, levels, decisions and documents. 'mixed' makes every tenth an HTML
//! report, which is ten times as long as an assessment file. A thousand go into a folder.

use readiness::assessment::*;
use readiness::{Assessment, Catalogue, Date, Edit, Outcome, Report, Timestamp};
use std::path::{Path, PathBuf};

/// The same numbers for the same seed (splitmix64): no crate, so that no update of one changes the reports.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % limit
    }

    fn one_of<T: Copy>(&mut self, list: &[T]) -> T {
        list[usize::try_from(self.below(list.len() as u64)).unwrap_or(0)]
    }
}

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (count, folder, kind) = match arguments.as_slice() {
        [count, folder] => (count, folder, "json"),
        [count, folder, kind] => (count, folder, kind.as_str()),
        _ => panic!("many-reports COUNT FOLDER [json|html|mixed]"),
    };
    let count: u64 = count.parse().expect("COUNT is a number");
    let catalogue = Catalogue::english();
    let samples = ["software-firm", "manufacturer", "consultancy"].map(|name| sample(name, &catalogue));
    for index in 0..count {
        let assessment = varied(index, &samples, &catalogue);
        let folder = Path::new(folder).join(format!("{:03}", index / 1_000));
        std::fs::create_dir_all(&folder)?;
        match kind == "html" || kind == "mixed" && index % 10 == 0 {
            false => std::fs::write(folder.join(format!("{index:06}.json")), assessment.to_file(&catalogue))?,
            true => {
                let outcome = Outcome::new(&catalogue, &assessment, Date::parse("2026-11-24").expect("a day"));
                let report = Report::new(&catalogue, &assessment, &outcome).to_html();
                std::fs::write(folder.join(format!("{index:06}.html")), report)?;
            }
        }
    }
    Ok(())
}

fn sample(name: &str, catalogue: &Catalogue) -> Assessment {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("../tests/fixtures/samples/{name}.json"));
    let text = std::fs::read_to_string(path).expect("a sample");
    Assessment::from_file(&text, catalogue).expect("a sample that can be read")
}

/// The assessment of a number: every firm has its own pace, and some have hardly begun.
fn varied(index: u64, samples: &[Assessment; 3], catalogue: &Catalogue) -> Assessment {
    let mut dice = Dice(index);
    let mut assessment = samples[usize::try_from(index % 3).unwrap_or(0)].clone();
    assessment.id = format!("sample-{index:06}").parse().expect("an id");
    let (pace, untouched) = (dice.below(100), dice.below(100));
    let mut edits = vec![
        Edit::title(format!("Certification {index}")),
        Edit::profile().organisation(format!("Organisation {index:06}, Ltd")),
        Edit::profile().people(match dice.below(20) {
            0 => None,
            _ => u32::try_from(1 + dice.below(250)).ok(),
        }),
        Edit::profile().sites(u32::try_from(1 + dice.below(5)).ok()),
        Edit::profile().sector(dice.one_of(&["software", "manufacturing", "advice", "health"]).to_owned()),
        Edit::profile().country(dice.one_of(&["US", "DE", "FR", "GB", "JP", "BR"]).to_owned()),
        Edit::profile().target_date(match dice.below(10) {
            0 => None,
            _ => i32::try_from(dice.below(700))
                .ok()
                .map(|days| Date::parse("2026-06-01").expect("a day").plus_days(days)),
        }),
    ];
    for id in catalogue.requirement_ids() {
        if dice.below(100) < untouched {
            continue;
        }
        let level = if dice.below(100) < pace { dice.one_of(&Level::ALL[2..]) } else { dice.one_of(&Level::ALL[..4]) };
        let level = if dice.below(30) == 0 { None } else { Some(level) };
        edits.push(Edit::answer(id).level(level));
    }
    for id in catalogue.control_ids().filter(|_| dice.below(100) >= untouched).collect::<Vec<_>>() {
        let decision = match dice.below(10) {
            0 => Decision::Undecided,
            1 => Decision::Excluded { justification: dice.one_of(&["", "We have no premises."]).to_owned() },
            _ => Decision::Applicable {
                reasons: Reasons::default().with(dice.one_of(&Reason::ALL), true),
                justification: String::new(),
            },
        };
        edits.push(Edit::control(id).decision(&decision));
        edits.push(Edit::control(id).item().level(Some(dice.one_of(&Level::ALL))));
    }
    for id in catalogue.document_ids() {
        if dice.below(100) >= untouched {
            edits.push(Edit::document(id).status(Some(dice.one_of(&DocumentStatus::ALL))));
        }
    }
    let moment = format!("2026-{:02}-{:02}T09:00:00Z", 1 + dice.below(11), 1 + dice.below(28));
    assessment.apply(&Edit::Batch(edits), &Timestamp::new(moment));
    assessment
}
