//! The trend: readiness of kept states over time, with what was open then as a bar above each point.

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
    let across = across(points);
    let ends = points.iter().zip(&across);
    // One name is enough for a single day.
    let last = ends.clone().next_back().filter(|(last, _)| points.first().is_some_and(|first| first.date != last.date));
    let days = ends.clone().next().into_iter().chain(last).map(|(point, place)| {
        let anchor = (*place).clamp(LEFT + 30, LEFT + SCALE.0 - 30);
        centred((anchor, bottom + 18), figures::short_date(catalogue, point.date)).with("font-size", "11")
    });
    frame("trend", (LEFT + SCALE.0 + 92, bottom + 26), title, description)
        .children(grid)
        .children(Stage::ALL.into_iter().map(|stage| spans(points, &across, stage)))
        .children(Stage::ALL.into_iter().map(|stage| course(catalogue, points, &across, stage)))
        .children(days)
}

fn height(tenths: u16) -> i32 {
    TOP + SCALE.1 - i32::from(tenths) * SCALE.1 / 1000
}

/// How far apart two points stand at least, and two names: so that both can be seen.
const APART: (i32, i32) = (10, 14);

/// Where the points stand: by their days, and those of one day beside each other.
fn across(points: &[TrendPoint]) -> Vec<i32> {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return vec![] };
    let steps = i32::try_from(points.len()).unwrap_or(i32::MAX) - 1;
    if steps == 0 {
        return vec![LEFT + SCALE.0 / 2];
    }
    let all = last.date.days_since(first.date);
    if all <= 0 {
        return (0..=steps).map(|step| LEFT + SCALE.0 * step / steps).collect();
    }
    let apart = APART.0.min(SCALE.0 / steps);
    let mut least = LEFT;
    let places = points.iter().zip(0..).map(|(point, step)| {
        let most = LEFT + SCALE.0 - (steps - step) * apart;
        let place = (LEFT + SCALE.0 * point.date.days_since(first.date) / all).max(least).min(most);
        least = place + apart;
        place
    });
    places.collect()
}

fn path<'a>(points: impl Iterator<Item = (i32, i32)> + 'a) -> String {
    let steps = points.enumerate().map(|(index, (x, y))| format!("{}{x} {y}", if index == 0 { 'M' } else { 'L' }));
    steps.collect()
}

/// What was open at each point: a bar from the lower end to the upper one. Areas of both stages would cover each other.
fn spans(points: &[TrendPoint], across: &[i32], stage: Stage) -> Node {
    let (_, class, colour) = COLOURS[stage as usize];
    let beside = if stage == Stage::One { -3 } else { 3 };
    let spans = across.iter().zip(points).map(|(x, point)| {
        let interval = point.stages.get(stage);
        let (x, low, high) = (x + beside, height(interval.low.value()), height(interval.high.value()));
        let span = Node::new("path").with("d", path([(x, low), (x, high)].into_iter())).class(class);
        span.with("stroke", colour).with("stroke-width", "3").with("stroke-opacity", "0.4").with("fill", "none")
    });
    Node::new("g").children(spans.collect::<Vec<_>>())
}

fn course(catalogue: &Catalogue, points: &[TrendPoint], across: &[i32], stage: Stage) -> Node {
    let (fill, class, colour) = COLOURS[stage as usize];
    let heights = points.iter().map(|point| height(point.stages.get(stage).low.value()));
    let places: Vec<_> = across.iter().copied().zip(heights).collect();
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
    let name = places.last().zip(points.last()).map(|((x, _), point)| {
        let y = name_height(point.stages.map(|interval| height(interval.low.value())), stage);
        label((x + 10, y + 4), catalogue.word(word))
    });
    Node::new("g").child(course).children(dots).children(name)
}

/// Where the name of a stage stands: at the height of its line, unless the other's name is there.
fn name_height(heights: PerStage<i32>, stage: Stage) -> i32 {
    let PerStage { one, two } = heights;
    if (one - two).abs() >= APART.1 {
        return *heights.get(stage);
    }
    let (middle, is_upper) = ((one + two) / 2, (stage == Stage::One) == (one <= two));
    middle + if is_upper { -APART.1 / 2 } else { APART.1 / 2 }
}
