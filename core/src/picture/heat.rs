//! All requirements, or all controls, as one small square each: its digit is the level.

use super::frame::{centred, frame, label, rect};
use crate::assessment::{Assessment, Decision, Level};
use crate::catalogue::{Catalogue, ControlId, Word};
use crate::item_ref::ItemRef;
use crate::markup::Node;

/// Where a square leads; `None` for no link.
pub type Href<'a> = &'a dyn Fn(ItemRef) -> Option<String>;

const LEFT: i32 = 100;
const CELL: i32 = 26;
const ACROSS: i32 = 22;
const WIDTH: i32 = LEFT + ACROSS * CELL;

struct Square {
    item: ItemRef,
    look: Look,
    title: String,
}

/// How a square looks: class, colour without a style sheet, sign.
#[derive(Clone, Copy)]
struct Look(&'static str, &'static str, &'static str);

const OPEN: Look = Look("level-open", "#ffffff", "·");
const EXCLUDED: Look = Look("level-none", "#e6e9ee", "–");
const LEVELS: [Look; 5] = [
    Look("level-0", "#f3d3cc", "0"),
    Look("level-1", "#f6e3bf", "1"),
    Look("level-2", "#d5e5f2", "2"),
    Look("level-3", "#9fcbb1", "3"),
    Look("level-4", "#5da980", "4"),
];

/// Requirements by sub-clause.
pub fn requirements_heat(catalogue: &Catalogue, assessment: &Assessment, href: Option<Href<'_>>) -> Node {
    let rows = catalogue.subclauses.iter().map(|subclause| {
        let squares = catalogue.requirement_ids_in(subclause.requirements.clone()).map(|id| {
            let level = assessment.level(id);
            square(catalogue, assessment, id.into(), look(level), spoken(catalogue, level))
        });
        (subclause.id.to_owned(), squares.collect())
    });
    draw(catalogue, "requirements", Word::PictureRequirementsTitle, rows.collect(), href)
}

/// Controls by theme, the organisation's own last.
pub fn controls_heat(catalogue: &Catalogue, assessment: &Assessment, href: Option<Href<'_>>) -> Node {
    let look_of = |id: ControlId| {
        let level = assessment.controls.get(&id).and_then(|entry| entry.item.level);
        let (look, said) = match assessment.decision(id) {
            Decision::Undecided => (OPEN, catalogue.word(Word::ReportDecisionUndecided)),
            Decision::Excluded { .. } => (EXCLUDED, catalogue.word(Word::ReportDecisionExcluded)),
            Decision::Applicable { .. } => (look(level), spoken(catalogue, level)),
        };
        square(catalogue, assessment, id.into(), look, said)
    };
    let mut ids = catalogue.control_ids();
    let mut rows: Vec<(String, Vec<Square>)> = Vec::new();
    for theme in &catalogue.themes {
        let squares = ids.by_ref().take(theme.controls.len()).map(look_of).collect();
        rows.push((format!("A.{}", theme.number), squares));
    }
    let own: Vec<_> = assessment.custom_controls.keys().map(|id| look_of(ControlId::Custom(*id))).collect();
    if !own.is_empty() {
        rows.push((catalogue.word(Word::PictureOwnControls).to_owned(), own));
    }
    draw(catalogue, "controls", Word::PictureControlsTitle, rows, href)
}

fn look(level: Option<Level>) -> Look {
    level.map_or(OPEN, |level| LEVELS[usize::from(level.value())])
}

fn spoken(catalogue: &Catalogue, level: Option<Level>) -> &'static str {
    level.map_or(catalogue.word(Word::LevelOpen), |level| level.label(catalogue))
}

fn square(catalogue: &Catalogue, assessment: &Assessment, item: ItemRef, look: Look, said: &str) -> Square {
    let title = format!("{} {}: {said}", item.name(catalogue), item.title(catalogue, assessment));
    Square { item, look, title }
}

fn draw(
    catalogue: &Catalogue,
    id: &'static str,
    title: Word,
    rows: Vec<(String, Vec<Square>)>,
    href: Option<Href<'_>>,
) -> Node {
    let mut groups = Vec::new();
    let mut counts = [0usize; 7];
    let mut top = 0;
    for (name, squares) in rows {
        let mut group = Node::new("g").child(label((0, top + 17), name));
        let lines = i32::try_from(squares.len()).unwrap_or(0).max(1);
        for (square, index) in squares.iter().zip(0..) {
            let at = (LEFT + index % ACROSS * CELL, top + index / ACROSS * CELL);
            counts[position(square.look)] += 1;
            group.children.push(cell(square, at, href));
        }
        top += (lines + ACROSS - 1) / ACROSS * CELL + 4;
        groups.push(group);
    }
    let legend = legend(catalogue, id, top + 6);
    let counts = counts.map(|count| count.to_string());
    let names = ["none", "planned", "defined", "operating", "evidenced", "open", "excluded"];
    let arguments: [_; 7] = std::array::from_fn(|index| (names[index], counts[index].as_str()));
    let description = match id {
        "controls" => Word::PictureControlsDescription,
        _ => Word::PictureRequirementsDescription,
    };
    let description = catalogue.say(description, &arguments);
    let title = catalogue.word(title).to_owned();
    frame(id, (WIDTH, top + 32), title, description, href.is_some()).children(groups).child(legend)
}

fn position(look: Look) -> usize {
    match look.2 {
        "·" => 5,
        "–" => 6,
        level => usize::from(level.as_bytes()[0] - b'0'),
    }
}

fn cell(square: &Square, at: (i32, i32), href: Option<Href<'_>>) -> Node {
    let Look(class, fill, sign) = square.look;
    let shape = rect(at, (CELL - 3, CELL - 3), class, fill).with("rx", "3");
    let shape = if class == "level-open" { shape.with("stroke", "#7a8492") } else { shape };
    let sign = centred((at.0 + 11, at.1 + 16), sign).class("on-level").with("font-size", "11");
    // The title is the name of a link too.
    let parts = [Node::new("title").text(&*square.title), shape, sign];
    match href.and_then(|href| href(square.item)) {
        None => Node::new("g").children(parts),
        Some(href) => Node::new("a").with("href", href).children(parts),
    }
}

fn legend(catalogue: &Catalogue, id: &str, top: i32) -> Node {
    let words = [
        Word::PictureLevel0,
        Word::PictureLevel1,
        Word::PictureLevel2,
        Word::PictureLevel3,
        Word::PictureLevel4,
        Word::PictureLevelOpen,
        Word::ReportDecisionExcluded,
    ];
    let looks = LEVELS.into_iter().chain([OPEN, EXCLUDED]);
    let shown = if id == "controls" { 7 } else { 6 };
    let entries = looks.zip(words).zip(0..).take(shown).flat_map(|((Look(class, fill, sign), word), index)| {
        let x = index * 96;
        let shape = rect((x, top), (18, 18), class, fill).with("rx", "3");
        [
            if class == "level-open" { shape.with("stroke", "#7a8492") } else { shape },
            centred((x + 9, top + 13), sign).class("on-level").with("font-size", "11"),
            label((x + 23, top + 13), catalogue.word(word)).with("font-size", "11"),
        ]
    });
    Node::new("g").with("aria-hidden", "true").children(entries)
}
