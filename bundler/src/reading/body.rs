//! What each page says: the guidance of a clause, a theme, a document; the glossary; a text to read.

use super::{
    links,
    page::Page,
    sections::{Writer, word},
};
use content_compiler::{Block, Clause, Content, Control, Document, Mandatory, Requirement, Theme, plain};

/// The list of all pages.
pub fn overview(content: &Content) -> Page {
    let mut page = Writer::new(content);
    let mut cards = |key: &str, targets: Vec<(String, String)>| {
        page.html.push_str("<section class=\"card\">\n");
        page.element("h2", word(content, key));
        page.html.push_str("<ul class=\"plain\">\n");
        for (href, text) in targets {
            let (href, text) = (content_compiler::escaped(&href), content_compiler::escaped(&text));
            page.html.push_str(&format!("<li><a href=\"{href}\">{text}</a></li>\n"));
        }
        page.html.push_str("</ul></section>\n");
    };
    let learn = content.pages.iter().map(|it| (links::learn(&it.id), it.title.clone())).collect();
    let with_questions = content.clauses.iter().filter(|it| !it.subclauses.is_empty());
    let clauses = with_questions.map(|it| (format!("clause-{}.html", it.id), clause_title(it)));
    let all = ("clauses.html".to_owned(), word(content, "learn.overview").to_owned());
    cards("learn.first", learn);
    cards("learn.clauses", std::iter::once(all).chain(clauses).collect());
    cards("learn.annex", content.themes.iter().map(|it| (format!("theme-{}.html", it.id), it.title.clone())).collect());
    cards("learn.documents", content.documents.iter().map(|it| (format!("{}.html", it.id), it.name.clone())).collect());
    cards("learn.look-up", vec![("glossary.html".into(), word(content, "learn.glossary").into())]);
    let body = format!("<div class=\"cards\">\n{}</div>\n", page.html);
    let title = format!("ISO/IEC 27001: {}", word(content, "menu.learn"));
    Page::new("index", title, word(content, "learn.lead").into(), "#/learn".into(), body)
}

/// What each clause wants on paper.
pub fn clauses(content: &Content) -> Page {
    let mut page = Writer::new(content);
    for clause in &content.clauses {
        page.section(&clause.id, |page| {
            page.element("h2", &clause_title(clause));
            page.blocks(&clause.summary);
            page.points("h3", "guidance.mandatory", &clause.mandatory);
        });
    }
    for theme in &content.themes {
        page.section(&theme.id, |page| {
            page.element("h2", &theme.title);
            page.blocks(&theme.summary);
            page.points("h3", "guidance.suggested", &theme.suggested);
        });
    }
    let (title, lead) = (word(content, "learn.overview"), word(content, "learn.overview-lead"));
    Page::new("clauses", title.into(), lead.into(), "#/learn/clauses".into(), page.html)
}

/// A clause with all its requirements.
pub fn clause(content: &Content, clause: &Clause) -> Page {
    let mut page = Writer::new(content);
    page.blocks(&clause.summary);
    page.points("h2", "guidance.mandatory", &clause.mandatory);
    page.contents(clause.subclauses.iter().map(|it| (&*it.id, format!("{} {}", it.id, it.title))));
    for subclause in &clause.subclauses {
        page.section(&subclause.id, |page| {
            page.element("h2", &format!("{} {}", subclause.id, subclause.title));
            page.blocks(&subclause.summary);
            for it in &subclause.requirements {
                page.section(&it.id, |page| requirement(content, it, page));
            }
            page.answer("learn.answer", &format!("#/clauses/{}", subclause.id));
        });
    }
    let route = format!("#/learn/clause-{}", clause.id);
    Page::new(&format!("clause-{}", clause.id), clause_title(clause), sentence(&clause.summary), route, page.html)
}

fn requirement(content: &Content, it: &Requirement, page: &mut Writer) {
    page.element("h3", &it.title);
    page.html.push_str(&format!("<p><strong>{}</strong></p>\n", content_compiler::escaped(&it.question)));
    page.named("h4", "guidance.meaning", &it.meaning);
    page.named("h4", "guidance.small-firm", &it.small_firm);
    page.element("h4", word(content, "guidance.levels"));
    page.html.push_str("<dl class=\"told\">\n");
    for (key, blocks) in [("defined", &it.defined), ("operating", &it.operating), ("evidenced", &it.evidenced)] {
        page.element("dt", word(content, &format!("level-name.{key}")));
        page.html.push_str("<dd>");
        page.blocks(blocks);
        page.html.push_str("</dd>\n");
    }
    page.html.push_str("</dl>\n");
    page.points("h4", "guidance.evidence", &it.evidence);
    page.named("h4", "guidance.gap", &it.gap);
    page.leans("guidance.documents", documents(content, &it.documents));
    page.leans("guidance.controls", controls(content, &it.controls));
    page.leans("guidance.requirements", requirements(content, &it.requirements));
}

/// A theme of Annex A with all its controls.
pub fn theme(content: &Content, theme: &Theme) -> Page {
    let mut page = Writer::new(content);
    page.blocks(&theme.summary);
    page.points("h2", "guidance.suggested", &theme.suggested);
    page.contents(theme.controls.iter().map(|it| (&*it.id, format!("{} {}", it.id, it.name))));
    for it in &theme.controls {
        page.section(&it.id, |page| control(content, it, page));
    }
    let name = format!("theme-{}", theme.id);
    let route = format!("#/learn/{name}");
    Page::new(&name, theme.title.clone(), sentence(&theme.summary), route, page.html)
}

fn control(content: &Content, it: &Control, page: &mut Writer) {
    page.element("h2", &format!("{} {}", it.id, it.name));
    page.named("h3", "guidance.purpose", &it.purpose);
    page.named("h3", "guidance.small-firm", &it.small_firm);
    page.named("h3", "guidance.leaving-out", &it.leaving_out);
    page.named("h3", "guidance.justification", &it.justification);
    page.points("h3", "guidance.evidence", &it.evidence);
    page.named("h3", "guidance.gap", &it.gap);
    page.leans("guidance.requirements", requirements(content, &it.requirements));
    page.answer("learn.decide", &format!("#/controls/{}", it.id));
}

/// A document that the standard asks for.
pub fn document(content: &Content, it: &Document) -> Page {
    let mut page = Writer::new(content);
    page.element("p", &word(content, "document.place").replace("{place}", &it.location));
    match &it.mandatory {
        Mandatory::Always => page.element("p", word(content, "learn.needed")),
        Mandatory::Own => page.element("p", word(content, "learn.needed-own")),
        Mandatory::With(id) => page.element("p", &word(content, "learn.needed-if").replace("{id}", id)),
    }
    page.points("h2", "guidance.holds", &it.holds);
    page.named("h2", "guidance.length", &it.length);
    page.points("h2", "guidance.skeleton", &it.skeleton);
    page.leans("guidance.requirements", requirements(content, &it.about));
    page.answer("learn.register", &format!("#/documents/{}", it.id));
    Page::new(&it.id, it.name.clone(), it.summary.clone(), format!("#/documents/{}", it.id), page.html)
}

/// All terms.
pub fn glossary(content: &Content) -> Page {
    let mut page = Writer::new(content);
    for term in &content.terms {
        page.section(&term.id, |page| {
            page.element("h2", &term.title);
            page.blocks(&term.meaning);
        });
    }
    let terms: Vec<_> = content.terms.iter().map(|term| term.title.as_str()).collect();
    let some = terms.iter().take(8).copied().collect::<Vec<_>>().join(", ");
    let lead = format!("{}: {some} …", word(content, "learn.glossary"));
    Page::new("glossary", word(content, "learn.glossary").into(), lead, "#/learn/glossary".into(), page.html)
        .with_terms(content.terms.iter().map(|term| (term.id.clone(), term.title.clone(), text(&term.meaning))))
}

/// A text to read.
pub fn learn(content: &Content, it: &content_compiler::Page) -> Page {
    let mut page = Writer::new(content);
    page.blocks(&it.body);
    Page::new(
        &format!("learn-{}", it.id),
        it.title.clone(),
        it.summary.clone(),
        format!("#/learn/{}", it.id),
        page.html,
    )
}

fn clause_title(clause: &Clause) -> String {
    format!("{} {}", clause.id, clause.title)
}

fn documents(content: &Content, ids: &[String]) -> impl Iterator<Item = (String, String)> {
    let find = |id: &String| content.documents.iter().find(|it| it.id == *id);
    ids.iter().filter_map(find).map(|it| (format!("{}.html", it.id), it.name.clone()))
}

fn controls(content: &Content, ids: &[String]) -> impl Iterator<Item = (String, String)> {
    let all = || content.themes.iter().flat_map(|theme| &theme.controls);
    let find = move |id: &String| all().find(|it| it.id == *id);
    ids.iter().filter_map(find).map(|it| (links::control(content, &it.id), format!("{} {}", it.id, it.name)))
}

fn requirements(content: &Content, ids: &[String]) -> impl Iterator<Item = (String, String)> {
    let subclauses = || content.clauses.iter().flat_map(|clause| &clause.subclauses);
    let find = move |id: &String| subclauses().flat_map(|it| &it.requirements).find(|it| it.id == *id);
    ids.iter().filter_map(find).map(|it| (links::requirement(&it.id), it.title.clone()))
}

/// The first sentences of a text, as many as a search engine shows.
fn sentence(blocks: &[Block]) -> String {
    let all = text(blocks);
    let mut end = 0;
    for (at, _) in all.match_indices(". ") {
        if at > 250 {
            break;
        }
        end = at + 1;
    }
    if end == 0 || all.len() <= 250 { all } else { all[..end].to_owned() }
}

/// The paragraphs of a text without their marks.
fn text(blocks: &[Block]) -> String {
    let paragraphs = blocks.iter().filter_map(|block| match block {
        Block::Paragraph(inlines) => Some(plain(inlines)),
        _ => None,
    });
    paragraphs.collect::<Vec<_>>().join(" ")
}
