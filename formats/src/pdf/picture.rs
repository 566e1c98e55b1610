//! The pictures of the site and of the other reports, drawn from the same trees.
//!
//! Only what `readiness::picture` makes is understood: rectangles, straight lines, texts, patterns of slanted lines.

use super::drawing::{Owner, Role, Shape};
use super::face::Weight;
use super::flow::Flow;
use super::style::{self, Ink, LEFT, Style, WIDTH};
use super::text::clean;
use readiness::markup::Node;

/// How large a picture may become: one unit of it in points.
const LARGEST_SCALE: f32 = 0.78;

/// Where a picture stands and how large it is.
#[derive(Clone, Copy)]
struct Frame {
    top: f32,
    scale: f32,
    owner: Owner,
    /// The size of texts that don't say theirs.
    size: f32,
}

pub(super) fn picture(flow: &mut Flow<'_>, node: &Node) {
    let (width, height) = (number(node, "width"), number(node, "height"));
    let Some(scale) = scale(node, flow.bottom()) else { return };
    flow.keep(height * scale);
    let spoken = node.children.iter().filter(|it| matches!(it.name, "title" | "desc"));
    let spoken = spoken.filter_map(|it| it.text.as_deref()).map(clean).collect::<Vec<_>>().join(". ");
    let area = [LEFT, flow.y, LEFT + width * scale, flow.y + height * scale];
    let owner = Owner::Element(flow.add(Role::Figure(spoken, flow.page, area)));
    let frame = Frame { top: flow.y, scale, owner, size: number(node, "font-size") };
    children(flow, node, frame);
    flow.y += height * scale;
    flow.space(14.0);
}

/// How high a picture will be, in points.
pub(super) fn height(node: &Node, bottom: f32) -> f32 {
    scale(node, bottom).map_or(0.0, |scale| number(node, "height") * scale)
}

/// One unit of a picture in points: it fits on a page, below a heading. `None` if it has no size. `bottom` is where a page ends.
fn scale(node: &Node, bottom: f32) -> Option<f32> {
    let (width, height) = (number(node, "width"), number(node, "height"));
    let largest = (WIDTH / width).min(LARGEST_SCALE).min((bottom - style::TOP - 40.0) / height);
    (width > 0.0 && height > 0.0).then_some(largest)
}

fn children(flow: &mut Flow<'_>, node: &Node, frame: Frame) {
    for child in &node.children {
        match child.name {
            "g" | "a" => children(flow, child, frame),
            "rect" => rect(flow, child, frame),
            "path" => path(flow, child, frame),
            "circle" => circle(flow, child, frame),
            "text" => text(flow, child, frame),
            _ => {}
        }
    }
}

fn rect(flow: &mut Flow<'_>, node: &Node, frame: Frame) {
    let (x, y) = frame.place(number(node, "x"), number(node, "y"));
    let (width, height) = (number(node, "width") * frame.scale, number(node, "height") * frame.scale);
    if width <= 0.0 || height <= 0.0 {
        return;
    }
    let area = [x, y, x + width, y + height];
    let shape = match node.attribute("fill") {
        // The two patterns are named after the stage whose colour they have.
        Some(pattern) if pattern.starts_with("url(") => {
            let ink = if pattern.contains('1') { [0x1c, 0x5d, 0x99] } else { [0x8a, 0x4b, 0x08] };
            Shape::Hatch { area, ink, step: 6.0 * frame.scale }
        }
        fill => Shape::Rect {
            area,
            radius: number(node, "rx") * frame.scale,
            fill: fill.and_then(colour),
            stroke: node.attribute("stroke").and_then(colour),
        },
    };
    flow.draw(frame.owner, shape);
}

fn circle(flow: &mut Flow<'_>, node: &Node, frame: Frame) {
    let (x, y) = frame.place(number(node, "cx"), number(node, "cy"));
    let radius = number(node, "r") * frame.scale;
    let area = [x - radius, y - radius, x + radius, y + radius];
    flow.draw(frame.owner, Shape::Rect { area, radius, fill: node.attribute("fill").and_then(colour), stroke: None });
}

fn path(flow: &mut Flow<'_>, node: &Node, frame: Frame) {
    let numbers = node.attribute("d").unwrap_or_default().split(['M', 'L', 'Z', ' ']);
    let numbers: Vec<f32> = numbers.filter_map(|it| it.parse().ok()).collect();
    let points = numbers.chunks_exact(2).map(|point| frame.place(point[0], point[1])).collect();
    let Some(ink) = node.attribute("stroke").and_then(colour) else { return };
    let width = node.attribute("stroke-width").and_then(|it| it.parse().ok()).unwrap_or(1.0) * frame.scale;
    flow.draw(frame.owner, Shape::Lines { points, ink, width, dash: node.attribute("stroke-dasharray").is_some() });
}

fn text(flow: &mut Flow<'_>, node: &Node, frame: Frame) {
    let Some(text) = node.text.as_deref().map(|text| clean(text).replace('\n', " ")) else { return };
    let size = node.attribute("font-size").and_then(|it| it.parse().ok()).unwrap_or(frame.size) * frame.scale;
    let weight = if node.attribute("font-weight").is_some() { Weight::Strong } else { Weight::Regular };
    let ink = match node.attribute("class") {
        Some("quiet") => style::QUIET,
        _ => style::TEXT,
    };
    let style = Style { size, leading: size, weight, ink };
    let width = flow.faces.of(weight).width(&text, size);
    let before = match node.attribute("text-anchor") {
        Some("middle") => width / 2.0,
        Some("end") => width,
        _ => 0.0,
    };
    let (x, y) = frame.place(number(node, "x"), number(node, "y"));
    // The only turned text stands upright, around its own middle.
    let shape = match node.attribute("transform") {
        Some(_) => Shape::Upright { at: (x, y + before), text, style },
        None => Shape::Text { at: (x - before, y), text, style },
    };
    flow.draw(frame.owner, shape);
}

impl Frame {
    fn place(self, x: f32, y: f32) -> (f32, f32) {
        (LEFT + x * self.scale, self.top + y * self.scale)
    }
}

fn number(node: &Node, attribute: &str) -> f32 {
    node.attribute(attribute).and_then(|value| value.parse().ok()).unwrap_or(0.0)
}

/// A colour such as `#1c5d99`.
fn colour(text: &str) -> Option<Ink> {
    let number = u32::from_str_radix(text.strip_prefix('#')?, 16).ok()?;
    let [_, red, green, blue] = number.to_be_bytes();
    Some([red, green, blue])
}
