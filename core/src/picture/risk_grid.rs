//! The risks on the grid of likelihood and impact.

use super::frame::{centred, frame, label, rect};
use crate::assessment::{Assessment, Scale};
use crate::catalogue::{Catalogue, RiskId, Word};
use crate::markup::Node;

const LEFT: i32 = 132;
const CELL: (i32, i32) = (104, 52);
const STEPS: i32 = 5;
const NAMED: usize = 5;
/// How many letters of a step's name have room.
const LETTERS: usize = 13;
const STEP_NAMES: [Word; 5] = [Word::RiskStep1, Word::RiskStep2, Word::RiskStep3, Word::RiskStep4, Word::RiskStep5];
/// The shades: the highest product of each, its class, and its colour without a style sheet. They only guide the eye:
/// what is acceptable is the organisation's own decision.
const SHADES: [(u8, &str, &str); 4] =
    [(4, "level-none", "#e6e9ee"), (9, "level-2", "#d5e5f2"), (14, "level-1", "#f6e3bf"), (25, "level-0", "#f3d3cc")];

fn shade(product: u8) -> (u8, &'static str, &'static str) {
    SHADES.into_iter().find(|(up_to, ..)| product <= *up_to).unwrap_or(SHADES[3])
}

/// The class of the shade of a risk, by likelihood times impact.
pub fn risk_shade(product: u8) -> &'static str {
    shade(product).1
}

/// Draws the risks that have both a likelihood and an impact; the others are counted in the description.
pub fn risk_grid(catalogue: &Catalogue, assessment: &Assessment) -> Node {
    let mut cells = vec![Vec::new(); 25];
    let mut placed = 0;
    for (id, risk) in &assessment.risks {
        if let (Some(likelihood @ 1..=5), Some(impact @ 1..=5)) = (risk.likelihood, risk.impact) {
            cells[usize::from(impact - 1) * 5 + usize::from(likelihood - 1)].push(*id);
            placed += 1;
        }
    }
    let all = assessment.risks.len();
    let (all, placed, unplaced) = (all.to_string(), placed.to_string(), (all - placed).to_string());
    let description =
        catalogue.say(Word::PictureRisksDescription, &[("all", &all), ("placed", &placed), ("unplaced", &unplaced)]);
    let title = catalogue.word(Word::PictureRisksTitle).to_owned();
    let bottom = STEPS * CELL.1;
    let named = |scale, step: i32| {
        let name = u8::try_from(step).ok().and_then(|step| assessment.profile.risk_scales.name(scale, step));
        let name = name.unwrap_or(catalogue.word(STEP_NAMES[usize::try_from(step - 1).unwrap_or(0)]));
        let short: String = name.chars().take(LETTERS).collect();
        format!("{step} {short}{}", if short.len() < name.len() { "…" } else { "" })
    };
    let steps = (1..=STEPS).flat_map(|step| {
        let across = LEFT + (step - 1) * CELL.0 + CELL.0 / 2;
        let up = bottom - step * CELL.1 + CELL.1 / 2 + 5;
        [
            centred((across, bottom + 16), named(Scale::Likelihood, step)).with("font-size", "11"),
            label((LEFT - 8, up), named(Scale::Impact, step)).with("text-anchor", "end").with("font-size", "11"),
        ]
    });
    let legend = SHADES.into_iter().zip(0..).flat_map(|((up_to, class, fill), index)| {
        let at = (LEFT + index * CELL.0, bottom + 50);
        let from = if index == 0 { 1 } else { SHADES[usize::try_from(index - 1).unwrap_or(0)].0 + 1 };
        [
            rect(at, (18, 18), class, fill).with("rx", "3"),
            label((at.0 + 24, at.1 + 13), format!("{from}–{up_to}")).with("font-size", "11"),
        ]
    });
    let impact = centred((14, bottom / 2), catalogue.word(Word::ReportImpact))
        .with("transform", format!("rotate(-90 14 {})", bottom / 2));
    let likelihood = centred((LEFT + STEPS * CELL.0 / 2, bottom + 36), catalogue.word(Word::ReportLikelihood));
    frame("risks", (LEFT + STEPS * CELL.0, bottom + 72), title, description)
        .children(cells.iter().zip(0..).map(|(risks, index)| cell(catalogue, risks, index)))
        .children(steps)
        .children([impact, likelihood])
        .children(legend)
}

fn cell(catalogue: &Catalogue, risks: &[RiskId], index: i32) -> Node {
    let (likelihood, impact) = (index % STEPS + 1, index / STEPS + 1);
    let at = (LEFT + (likelihood - 1) * CELL.0, (STEPS - impact) * CELL.1);
    let (_, class, fill) = shade(u8::try_from(likelihood * impact).unwrap_or(u8::MAX));
    let mut names: Vec<_> = risks.iter().take(NAMED).map(ToString::to_string).collect();
    if risks.len() > NAMED {
        names.push(catalogue.say(Word::PictureMore, &[("n", &(risks.len() - NAMED).to_string())]));
    }
    let split = names.len().min(3);
    let lines = [names[..split].join(" "), names[split..].join(" ")].into_iter().filter(|line| !line.is_empty());
    let first = if names.len() > split { 23 } else { 30 };
    let texts = lines.zip(0..).map(|(line, row)| {
        let place = (at.0 + CELL.0 / 2, at.1 + first + row * 17);
        centred(place, line).class("on-level").with("font-weight", "600")
    });
    Node::new("g")
        .child(rect(at, (CELL.0 - 3, CELL.1 - 3), class, fill).with("rx", "3"))
        .children(texts.collect::<Vec<_>>())
}
