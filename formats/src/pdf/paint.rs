//! From a drawing to the bytes of a PDF.

use super::drawing::{Drawing, Element, Owner, Role, Shape};
use super::face::Faces;
use super::style::{Ink, Style, side};
use crate::paper::Paper;
use krilla::Document;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect, Transform};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, BBox, ContentTag, Identifier, ListNumbering, Node, SpanTag, TableHeaderScope, Tag,
    TagGroup, TagKind, TagTree,
};
use std::num::{NonZeroU16, NonZeroU32};

/// Draws all pages, and gives the document its structure and its bookmarks.
pub(super) fn paint(
    document: &mut Document,
    faces: &Faces,
    drawing: &Drawing,
    paper: Paper,
    language: &str,
) -> Option<()> {
    let side = side(paper);
    let mut contents: Vec<Vec<Identifier>> = vec![vec![]; drawing.elements.len()];
    for (number, pieces) in drawing.pages.iter().enumerate() {
        let mut page = document.start_page_with(PageSettings::from_wh(paper.size.0, paper.size.1)?);
        let mut surface = page.surface();
        if side > 0.0 {
            surface.push_transform(&Transform::from_translate(side, 0.0));
        }
        for run in pieces.chunk_by(|(one, _), (other, _)| one == other) {
            let owner = run[0].0;
            let identifier = surface.start_tagged(content_tag(owner));
            for (_, shape) in run {
                draw(&mut surface, faces, shape)?;
            }
            surface.end_tagged();
            if let Owner::Element(element) = owner {
                contents[element.0].push(identifier);
            }
        }
        if side > 0.0 {
            surface.pop();
        }
        surface.finish();
        for link in drawing.links.iter().filter(|link| link.page == number) {
            let place = &drawing.places[link.place];
            let target = XyzDestination::new(place.page, Point::from_xy(0.0, (place.top - 12.0).max(0.0)));
            let [left, top, right, bottom] = link.area;
            let link_area = Rect::from_ltrb(left + side, top, right + side, bottom)?;
            let annotation = LinkAnnotation::new(link_area, Target::Destination(target.into()));
            let identifier = page.add_tagged_annotation(Annotation::new_link(annotation, Some(place.title.clone())));
            contents[link.element.0].push(identifier);
        }
        page.finish();
    }
    let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
    for element in &drawing.elements[0].1 {
        tree.push(group(drawing, &mut contents, side, *element)?);
    }
    document.set_tag_tree(tree);
    document.set_outline(outline(drawing));
    Some(())
}

fn content_tag(owner: Owner) -> ContentTag<'static> {
    match owner {
        Owner::Element(_) => ContentTag::Span(SpanTag::empty()),
        Owner::Header => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Header)),
        Owner::Footer => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)),
        Owner::Decoration => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
    }
}

/// An element with all that is in it.
fn group(drawing: &Drawing, contents: &mut [Vec<Identifier>], side: f32, element: Element) -> Option<TagGroup> {
    let (role, inside) = &drawing.elements[element.0];
    let mut group = TagGroup::new(kind(role, side)?);
    for identifier in std::mem::take(&mut contents[element.0]) {
        group.push(identifier);
    }
    for element in inside {
        let inner: Node = self::group(drawing, contents, side, *element)?.into();
        group.push(inner);
    }
    Some(group)
}

fn kind(role: &Role, side: f32) -> Option<TagKind> {
    Some(match role {
        Role::Section => Tag::Section.into(),
        Role::Heading(level, title) => Tag::Hn(NonZeroU16::new(*level)?, Some(title.clone())).into(),
        Role::Paragraph => Tag::P.into(),
        Role::Quote => Tag::BlockQuote.into(),
        Role::List => Tag::L(ListNumbering::None).into(),
        Role::Item => Tag::LI.into(),
        Role::Label => Tag::Lbl.into(),
        Role::Body => Tag::LBody.into(),
        Role::Contents => Tag::TOC.into(),
        Role::Entry => Tag::TOCI.into(),
        Role::Link => Tag::Link.into(),
        Role::Table => Tag::Table.into(),
        Role::Caption => Tag::Caption.into(),
        Role::Head => Tag::THead.into(),
        Role::Rows => Tag::TBody.into(),
        Role::Row => Tag::TR.into(),
        Role::ColumnHeader => Tag::TH(TableHeaderScope::Column).into(),
        Role::RowHeader => Tag::TH(TableHeaderScope::Row).into(),
        Role::GroupHeader(span) => Tag::TH(TableHeaderScope::Row).with_col_span(NonZeroU32::new(*span)).into(),
        Role::Cell => Tag::TD.into(),
        Role::Figure(spoken, page, [left, top, right, bottom]) => {
            let area = BBox::new(*page, Rect::from_ltrb(left + side, *top, right + side, *bottom)?);
            Tag::Figure(Some(spoken.clone())).with_bbox(Some(area)).into()
        }
    })
}

fn outline(drawing: &Drawing) -> Outline {
    let mut sections: Vec<OutlineNode> = Vec::new();
    for place in &drawing.places {
        let target = XyzDestination::new(place.page, Point::from_xy(0.0, (place.top - 12.0).max(0.0)));
        let node = OutlineNode::new(place.title.clone(), target);
        match sections.last_mut() {
            Some(section) if place.level > 1 => section.push_child(node),
            _ => sections.push(node),
        }
    }
    let mut outline = Outline::new();
    sections.into_iter().for_each(|section| outline.push_child(section));
    outline
}

fn draw(surface: &mut Surface<'_>, faces: &Faces, shape: &Shape) -> Option<()> {
    match shape {
        Shape::Text { at, text, style } => write(surface, faces, *at, text, *style),
        Shape::Upright { at, text, style } => {
            surface.push_transform(&Transform::from_rotate_at(-90.0, at.0, at.1));
            write(surface, faces, *at, text, *style);
            surface.pop();
        }
        Shape::Rect { area, radius, fill, stroke } => {
            surface.set_fill(fill.map(filled));
            surface.set_stroke(stroke.map(|ink| stroked(ink, 0.7)));
            surface.draw_path(&rectangle(*area, *radius)?);
        }
        Shape::Hatch { area, ink, step } => {
            surface.push_clip_path(&rectangle(*area, 0.0)?, &FillRule::NonZero);
            surface.set_fill(None);
            surface.set_stroke(Some(stroked(*ink, step / 2.0)));
            surface.draw_path(&hatch(*area, *step)?);
            surface.pop();
        }
        Shape::Lines { points, ink, width, dash } => {
            let mut path = PathBuilder::new();
            for (index, (x, y)) in points.iter().enumerate() {
                if index == 0 { path.move_to(*x, *y) } else { path.line_to(*x, *y) }
            }
            let dash = dash.then(|| StrokeDash { array: vec![2.5, 2.5], offset: 0.0 });
            surface.set_fill(None);
            surface.set_stroke(Some(Stroke { dash, ..stroked(*ink, *width) }));
            surface.draw_path(&path.finish()?);
        }
    }
    Some(())
}

fn write(surface: &mut Surface<'_>, faces: &Faces, at: (f32, f32), text: &str, style: Style) {
    let face = faces.of(style.weight);
    surface.set_fill(Some(filled(style.ink)));
    surface.set_stroke(None);
    let glyphs = face.glyphs(text);
    surface.draw_glyphs(Point::from_xy(at.0, at.1), &glyphs, face.font.clone(), text, style.size, false);
}

fn filled([red, green, blue]: Ink) -> Fill {
    Fill { paint: rgb::Color::new(red, green, blue).into(), ..Fill::default() }
}

fn stroked([red, green, blue]: Ink, width: f32) -> Stroke {
    Stroke { paint: rgb::Color::new(red, green, blue).into(), width, ..Stroke::default() }
}

fn rectangle([left, top, right, bottom]: [f32; 4], radius: f32) -> Option<Path> {
    let mut path = PathBuilder::new();
    if radius <= 0.0 {
        path.push_rect(Rect::from_ltrb(left, top, right, bottom)?);
        return path.finish();
    }
    // How far the handles of a curve stand off its corner, for a quarter of a circle.
    let handle = radius * 0.4477;
    path.move_to(left + radius, top);
    path.line_to(right - radius, top);
    path.cubic_to(right - handle, top, right, top + handle, right, top + radius);
    path.line_to(right, bottom - radius);
    path.cubic_to(right, bottom - handle, right - handle, bottom, right - radius, bottom);
    path.line_to(left + radius, bottom);
    path.cubic_to(left + handle, bottom, left, bottom - handle, left, bottom - radius);
    path.line_to(left, top + radius);
    path.cubic_to(left, top + handle, left + handle, top, left + radius, top);
    path.close();
    path.finish()
}

/// Lines from the top right to the bottom left, `step` apart, that cover an area.
fn hatch([left, top, right, bottom]: [f32; 4], step: f32) -> Option<Path> {
    let mut path = PathBuilder::new();
    let (height, apart) = (bottom - top, step * std::f32::consts::SQRT_2);
    let mut x = left - left % apart;
    while x < right + height {
        path.move_to(x, top);
        path.line_to(x - height, bottom);
        x += apart;
    }
    path.finish()
}
