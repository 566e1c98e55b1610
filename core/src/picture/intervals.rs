//! Readiness by clause: for each stage a bar up to `low`, hatched on to `high`.

use super::frame::{centred, frame, hatch, label, line, rect};
use crate::catalogue::{Catalogue, Word};
use crate::figures;
use crate::markup::Node;
use crate::outcome::PerStage;
use crate::scoring::{Interval, Stage};

/// One row of the picture: a clause, or the whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bars {
    /// What is written beside it.
    pub label: String,
    /// Readiness for stage 1 and stage 2.
    pub stages: PerStage<Interval>,
}

const LEFT: i32 = 280;
const SCALE: i32 = 360;
const WIDTH: i32 = LEFT + SCALE + 110;
const TOP: i32 = 34;
const ROW: i32 = 46;
const BAR: i32 = 14;
const FILLS: [(&str, &str, &str); 2] = [("stage-1", "#1c5d99", "open-1"), ("stage-2", "#8a4b08", "open-2")];

/// Draws the rows in their order.
pub fn intervals(catalogue: &Catalogue, rows: &[Bars]) -> Node {
    let count = i32::try_from(rows.len()).unwrap_or(0);
    let height = TOP + ROW * count + 4;
    let title = catalogue.word(Word::PictureIntervalsTitle).to_owned();
    let spoken = |bars: &Bars| {
        let PerStage { one, two } = bars.stages.map(|interval| figures::interval(catalogue, interval));
        catalogue.say(Word::PictureIntervalsRow, &[("label", &bars.label), ("one", &one), ("two", &two)])
    };
    let description = rows.iter().map(spoken).collect::<Vec<_>>().join(" ");
    let patterns = [hatch("open-1", "hatch-1", "#1c5d99"), hatch("open-2", "hatch-2", "#8a4b08")];
    // The marks at 60 and 90 percent are where the verdict on stage 1 changes.
    let targets = [600, 900].into_iter().flat_map(|target| {
        let x = LEFT + target * SCALE / 1000;
        let mark = line((x, TOP - 10), (x, height), "target").with("stroke-dasharray", "3 3");
        let share = catalogue.say(Word::ReportPercent, &[("n", &(target / 10).to_string())]);
        [mark, centred((x, TOP - 16), share).class("quiet").with("font-size", "11")]
    });
    frame("intervals", (WIDTH, height), title, description)
        .child(Node::new("defs").children(patterns))
        .children(rows.iter().zip(0..).map(|(bars, index)| row(catalogue, bars, TOP + ROW * index)))
        .children(targets)
}

fn row(catalogue: &Catalogue, bars: &Bars, top: i32) -> Node {
    let stages = Stage::ALL.into_iter().zip(0..).flat_map(|(stage, index)| {
        let interval = *bars.stages.get(stage);
        let y = top + index * (BAR + 4);
        let (class, fill, pattern) = FILLS[stage as usize];
        let at = |tenths: u16| i32::from(tenths) * SCALE / 1000;
        let (low, high) = (at(interval.low.value()), at(interval.high.value()));
        let word = [Word::PictureStageOne, Word::PictureStageTwo][stage as usize];
        [
            label((LEFT - 12, y + 11), catalogue.word(word)).with("text-anchor", "end").with("font-size", "11"),
            rect((LEFT, y), (SCALE, BAR), "track", "#e6e9ee"),
            rect((LEFT + low, y), (high - low, BAR), "open", &format!("url(#{pattern})")),
            rect((LEFT, y), (low, BAR), class, fill),
            label((LEFT + SCALE + 8, y + 11), figures::interval(catalogue, interval)).with("font-size", "12"),
        ]
    });
    Node::new("g").child(label((0, top + 20), &*bars.label)).children(stages)
}
