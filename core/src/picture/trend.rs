//! The trend: readiness of kept states over time, with what was open then as a band above the line.

use super::frame::{centred, frame, label, line};
use crate::catalogue::{Catalogue, Word};
use crate::date::Date;
use crate::figures;
use crate::markup::Node;
use crate::outcome::PerStage;
use crate::scoring::{Interval, Stage};

/// Readiness on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TrendPoint {
    /// The day.
    pub date: Date,
    /// Readiness for stage 1 and stage 2.
    pub stages: PerStage<Interval>,
}

const LEFT: i32 = 48;
const SCALE: (i32, i32) = (600, 220);
const TOP: i32 = 16;
const COLOURS: [(&str, &str, &str); 2] = [("stage-1", "line-1", "#1c5d99"), ("stage-2", "line-2", "#8a4b08")];

/// Draws the points, which are in the order of their days.
pub fn trend(catalogue: &Catalogue, points: &[TrendPoint]) -> Node {
    let title = catalogue.word(Word::PictureTrendTitle).to_owned();
    let spoken = points.iter().map(|point| {
        let PerStage { one, two } = point.stages.map(|interval| figures::interval(catalogue, interval));
        let day = figures::date(catalogue, point.date);
        catalogue.say(Word::PictureIntervalsRow, &[("label", &day), ("one", &one), ("two", &two)])
    });
    let description = spoken.collect::<Vec<_>>().join(" ");
    let bottom = TOP + SCALE.1;
    let grid = [0, 300, 600, 900, 1000].into_iter().flat_map(|tenths: u16| {
        let y = height(tenths);
        let percent = (tenths / 10).to_string();
        [line((LEFT, y), (LEFT + SCALE.0, y), "rule"), label((LEFT - 8, y + 4), percent).with("text-anchor", "end")]
    });
    let days = [points.first(), points.last().filter(|_| points.len() > 1)].into_iter().flatten().map(|point| {
        let anchor = across(points, point);
        let anchor = anchor.clamp(LEFT + 30, LEFT + SCALE.0 - 30);
        centred((anchor, bottom + 18), figures::short_date(catalogue, point.date)).with("font-size", "11")
    });
    frame("trend", (LEFT + SCALE.0 + 92, bottom + 26), title, description, false)
        .children(grid)
        .children(Stage::ALL.into_iter().map(|stage| band(points, stage)))
        .children(Stage::ALL.into_iter().map(|stage| course(catalogue, points, stage)))
        .children(days)
}

fn height(tenths: u16) -> i32 {
    TOP + SCALE.1 - i32::from(tenths) * SCALE.1 / 1000
}

fn across(points: &[TrendPoint], point: &TrendPoint) -> i32 {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return LEFT };
    let (days, all) = (point.date.days_since(first.date), last.date.days_since(first.date));
    if all <= 0 { LEFT + SCALE.0 / 2 } else { LEFT + SCALE.0 * days / all }
}

fn path<'a>(points: impl Iterator<Item = (i32, i32)> + 'a) -> String {
    let steps = points.enumerate().map(|(index, (x, y))| format!("{}{x} {y}", if index == 0 { 'M' } else { 'L' }));
    steps.collect()
}

fn band(points: &[TrendPoint], stage: Stage) -> Node {
    let (class, _, colour) = COLOURS[stage as usize];
    let low = points.iter().map(|point| (across(points, point), height(point.stages.get(stage).low.value())));
    let high = points.iter().map(|point| (across(points, point), height(point.stages.get(stage).high.value())));
    let outline = format!("{}Z", path(low.chain(high.rev())));
    Node::new("path").with("d", outline).class(class).with("fill", colour).with("fill-opacity", "0.15")
}

fn course(catalogue: &Catalogue, points: &[TrendPoint], stage: Stage) -> Node {
    let (fill, class, colour) = COLOURS[stage as usize];
    let places: Vec<_> =
        points.iter().map(|point| (across(points, point), height(point.stages.get(stage).low.value()))).collect();
    let course = Node::new("path")
        .with("d", path(places.iter().copied()))
        .class(class)
        .with("stroke", colour)
        .with("stroke-width", "2")
        .with("fill", "none");
    // Stage 2 is dashed, so that the lines are told apart without colour too.
    let course = if stage == Stage::Two { course.with("stroke-dasharray", "6 4") } else { course };
    let dots = places
        .iter()
        .map(|(x, y)| Node::new("circle").at("cx", *x).at("cy", *y).with("r", "4").class(fill).with("fill", colour));
    let word = [Word::PictureStageOne, Word::PictureStageTwo][stage as usize];
    let name = places.last().map(|(x, y)| label((x + 10, y + 4), catalogue.word(word)));
    Node::new("g").child(course).children(dots).children(name)
}
