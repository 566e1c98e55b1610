//! The risks on the grid of likelihood and impact.

use super::frame::{centred, frame, label, rect};
use crate::assessment::Assessment;
use crate::catalogue::{Catalogue, RiskId, Word};
use crate::markup::Node;

const LEFT: i32 = 56;
const CELL: (i32, i32) = (104, 52);
const STEPS: i32 = 5;
const NAMED: usize = 5;

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
    let steps = (1..=STEPS).flat_map(|step| {
        let digit = step.to_string();
        [
            centred((LEFT + (step - 1) * CELL.0 + CELL.0 / 2, bottom + 16), &*digit),
            label((LEFT - 18, bottom - step * CELL.1 + CELL.1 / 2 + 5), digit),
        ]
    });
    let impact = centred((14, bottom / 2), catalogue.word(Word::ReportImpact))
        .with("transform", format!("rotate(-90 14 {})", bottom / 2));
    let likelihood = centred((LEFT + STEPS * CELL.0 / 2, bottom + 36), catalogue.word(Word::ReportLikelihood));
    frame("risks", (LEFT + STEPS * CELL.0, bottom + 44), title, description, false)
        .children(cells.iter().zip(0..).map(|(risks, index)| cell(catalogue, risks, index)))
        .children(steps)
        .children([impact, likelihood])
}

fn cell(catalogue: &Catalogue, risks: &[RiskId], index: i32) -> Node {
    let (likelihood, impact) = (index % STEPS + 1, index / STEPS + 1);
    let at = (LEFT + (likelihood - 1) * CELL.0, (STEPS - impact) * CELL.1);
    // The shade only guides the eye: what is acceptable is the organisation's own decision.
    let (class, fill) = match likelihood * impact {
        ..5 => ("level-none", "#e6e9ee"),
        5..10 => ("level-2", "#d5e5f2"),
        10..15 => ("level-1", "#f6e3bf"),
        _ => ("level-0", "#f3d3cc"),
    };
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
