//! All requirements, or all controls, as one small square each: its digit is the level.

use super::frame::{centred, frame, label, rect};
use crate::assessment::{Assessment, Decision, Level};
use crate::catalogue::{Catalogue, ControlId, ItemRef, Subclause, Word};
use crate::markup::Node;

const LEFT: i32 = 100;
const CELL: i32 = 26;
const ACROSS: i32 = 22;
const WIDTH: i32 = LEFT + ACROSS * CELL;

/// Some items under one name: a sub-clause, or a theme of Annex A.
pub struct Row {
    /// Its number, such as `6.1.2` or `A.5`.
    pub number: String,
    /// What a person calls it.
    pub title: &'static str,
    /// Its items, in order.
    pub squares: Vec<Square>,
}

/// An item as a square.
pub struct Square {
    /// The item.
    pub item: ItemRef,
    /// How it looks.
    pub look: Look,
    /// Its id, its title and how far it is.
    pub title: String,
}

/// How a square looks.
#[derive(Clone, Copy)]
pub struct Look {
    /// Its class, which a style sheet colours.
    pub class: &'static str,
    /// Its colour without a style sheet.
    fill: &'static str,
    /// Its sign: a level is never told by colour alone.
    pub sign: &'static str,
    /// What it means.
    pub name: Word,
}

const fn look_of(class: &'static str, fill: &'static str, sign: &'static str, name: Word) -> Look {
    Look { class, fill, sign, name }
}

/// All looks, in the order of the legend: the levels, open, excluded. Requirements have no last one.
pub const LOOKS: [Look; 7] = [
    look_of("level-0", "#f3d3cc", "0", Word::LevelNameNotStarted),
    look_of("level-1", "#f6e3bf", "1", Word::LevelNamePlanned),
    look_of("level-2", "#d5e5f2", "2", Word::LevelNameDefined),
    look_of("level-3", "#9fcbb1", "3", Word::LevelNameOperating),
    look_of("level-4", "#5da980", "4", Word::LevelNameEvidenced),
    look_of("level-open", "#ffffff", "·", Word::LevelNameOpen),
    look_of("level-none", "#e6e9ee", "–", Word::ReportDecisionExcluded),
];
const OPEN: usize = 5;
const EXCLUDED: usize = 6;

/// Requirements by sub-clause.
pub fn requirement_rows(catalogue: &Catalogue, assessment: &Assessment) -> Vec<Row> {
    let row = |subclause: &Subclause| {
        let squares = catalogue.requirement_ids_in(subclause.requirements.clone()).map(|id| {
            let level = assessment.level(id);
            square(catalogue, assessment, id.into(), look(level), spoken(catalogue, level))
        });
        Row { number: subclause.id.to_owned(), title: subclause.title, squares: squares.collect() }
    };
    catalogue.subclauses.iter().map(row).collect()
}

/// Controls by theme, the organisation's own last.
pub fn control_rows(catalogue: &Catalogue, assessment: &Assessment) -> Vec<Row> {
    let square_of = |id: ControlId| {
        let level = assessment.controls.get(&id).and_then(|entry| entry.item.level);
        let (look, said) = match assessment.decision(id) {
            Decision::Undecided => (OPEN, catalogue.word(Word::ReportDecisionUndecided)),
            Decision::Excluded { .. } => (EXCLUDED, catalogue.word(Word::ReportDecisionExcluded)),
            Decision::Applicable { .. } => (look(level), spoken(catalogue, level)),
        };
        square(catalogue, assessment, id.into(), look, said)
    };
    let mut ids = catalogue.control_ids();
    let mut rows: Vec<_> = catalogue
        .themes
        .iter()
        .map(|theme| Row {
            number: format!("A.{}", theme.number),
            title: theme.title,
            squares: ids.by_ref().take(theme.controls.len()).map(square_of).collect(),
        })
        .collect();
    let own: Vec<_> = assessment.custom_controls.keys().map(|id| square_of(ControlId::Custom(*id))).collect();
    if !own.is_empty() {
        rows.push(Row { number: catalogue.word(Word::PictureOwnControls).to_owned(), title: "", squares: own });
    }
    rows
}

/// Requirements by sub-clause, as a picture.
pub fn requirements_heat(catalogue: &Catalogue, assessment: &Assessment) -> Node {
    let rows = requirement_rows(catalogue, assessment);
    draw(catalogue, "requirements", Word::PictureRequirementsTitle, &rows)
}

/// Controls by theme, as a picture.
pub fn controls_heat(catalogue: &Catalogue, assessment: &Assessment) -> Node {
    draw(catalogue, "controls", Word::PictureControlsTitle, &control_rows(catalogue, assessment))
}

fn look(level: Option<Level>) -> usize {
    level.map_or(OPEN, |level| usize::from(level.value()))
}

fn spoken(catalogue: &Catalogue, level: Option<Level>) -> &'static str {
    level.map_or(catalogue.word(Word::LevelOpen), |level| level.label(catalogue))
}

fn square(catalogue: &Catalogue, assessment: &Assessment, item: ItemRef, look: usize, said: &str) -> Square {
    let title = format!("{} {}: {said}", item.name(catalogue), item.title(catalogue, assessment));
    Square { item, look: LOOKS[look], title }
}

fn draw(catalogue: &Catalogue, id: &'static str, title: Word, rows: &[Row]) -> Node {
    let mut groups = Vec::new();
    let mut top = 0;
    for Row { number, squares, .. } in rows {
        let mut group = Node::new("g").child(label((0, top + 17), number.clone()));
        let lines = i32::try_from(squares.len()).unwrap_or(0).max(1);
        for (square, index) in squares.iter().zip(0..) {
            let at = (LEFT + index % ACROSS * CELL, top + index / ACROSS * CELL);
            group.children.push(cell(square, at));
        }
        top += (lines + ACROSS - 1) / ACROSS * CELL + 4;
        groups.push(group);
    }
    let legend = legend(catalogue, id, top + 6);
    let all = || rows.iter().flat_map(|row| &row.squares);
    let counts = LOOKS.map(|look| all().filter(|square| square.look.sign == look.sign).count().to_string());
    let names = ["none", "planned", "defined", "operating", "evidenced", "open", "excluded"];
    let arguments: [_; 7] = std::array::from_fn(|index| (names[index], counts[index].as_str()));
    let description = match id {
        "controls" => Word::PictureControlsDescription,
        _ => Word::PictureRequirementsDescription,
    };
    let description = catalogue.say(description, &arguments);
    let title = catalogue.word(title).to_owned();
    frame(id, (WIDTH, top + 32), title, description).children(groups).child(legend)
}

fn cell(square: &Square, at: (i32, i32)) -> Node {
    let sign = centred((at.0 + 11, at.1 + 16), square.look.sign).class("on-level").with("font-size", "11");
    let shape = square.look.shape(at, (CELL - 3, CELL - 3), "3");
    Node::new("g").children([Node::new("title").text(&*square.title), shape, sign])
}

impl Look {
    /// A rectangle that looks so.
    fn shape(self, at: (i32, i32), size: (i32, i32), corner: &'static str) -> Node {
        let shape = rect(at, size, self.class, self.fill).with("rx", corner);
        if self.class == "level-open" { shape.with("stroke", "#7a8492") } else { shape }
    }
}

fn legend(catalogue: &Catalogue, id: &str, top: i32) -> Node {
    let shown = if id == "controls" { LOOKS.len() } else { EXCLUDED };
    let entries = LOOKS[..shown].iter().zip(0..).flat_map(|(look, index)| {
        let x = index * 96;
        [
            look.shape((x, top), (18, 18), "3"),
            centred((x + 9, top + 13), look.sign).class("on-level").with("font-size", "11"),
            label((x + 23, top + 13), catalogue.word(look.name)).with("font-size", "11"),
        ]
    });
    Node::new("g").with("aria-hidden", "true").children(entries)
}
