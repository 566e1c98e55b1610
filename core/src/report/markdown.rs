//! The report as Markdown, for those who keep such things beside their code. Pictures are left out: each has its table.

use super::model::{Block, Cell, Table, VerdictBlock};
use super::{Report, VERSION};
use crate::catalogue::{Catalogue, Word};
use crate::{figures, shown};

impl Report<'_> {
    /// The report as Markdown.
    pub fn to_markdown(&self) -> String {
        let mut text = format!("# {}\n\n", escape(&self.title()));
        paragraph(&mut text, &format!("{} {}", self.heading(), self.subheading()));
        facts(&mut text, self.catalogue, &self.cover);
        paragraph(&mut text, self.caveat());
        for (index, section) in self.sections.iter().enumerate() {
            heading(&mut text, 2, &format!("{}. {}", index + 1, section.heading));
            for block in section.in_words() {
                self::block(&mut text, self.catalogue, block);
            }
        }
        let made = [("version", VERSION), ("date", &*figures::date(self.catalogue, self.today))];
        paragraph(&mut text, &self.catalogue.say(Word::ReportFooter, &made));
        text
    }
}

/// A piece of a section.
pub(crate) fn block(text: &mut String, catalogue: &Catalogue, block: &Block) {
    match block {
        Block::Heading(words) => heading(text, 3, words),
        Block::Text(words) | Block::Hint(words) | Block::Check { bare: words, .. } => paragraph(text, words),
        Block::Said(words) => {
            text.push_str("> ");
            paragraph(text, words);
        }
        Block::List(items) => list(text, items),
        Block::Facts(rows) => facts(text, catalogue, rows),
        Block::Verdict(it) => verdict(text, catalogue, it),
        Block::Table(it) => table(text, catalogue, it),
        Block::Picture(_) => {}
    }
}

/// A heading; 1 is that of the document.
pub(crate) fn heading(text: &mut String, depth: usize, words: &str) {
    text.push_str(&"#".repeat(depth));
    text.push(' ');
    paragraph(text, words);
}

/// A paragraph.
pub(crate) fn paragraph(text: &mut String, words: &str) {
    text.push_str(&escape(words));
    text.push_str("\n\n");
}

fn list(text: &mut String, items: &[String]) {
    for item in items {
        text.push_str("- ");
        text.push_str(&escape(item));
        text.push('\n');
    }
    text.push('\n');
}

fn facts(text: &mut String, catalogue: &Catalogue, rows: &[(String, Cell)]) {
    for (name, cell) in rows {
        let value = match cell {
            Cell::Empty => catalogue.word(Word::ReportNotGiven).to_owned(),
            cell => cell.plain(catalogue, "; "),
        };
        text.push_str(&format!("- **{}**: {}\n", escape(name), escape(&value)));
    }
    text.push('\n');
}

fn verdict(text: &mut String, catalogue: &Catalogue, it: &VerdictBlock) {
    heading(text, 3, &it.stage);
    let readiness = catalogue.word(Word::ReportReadinessIs);
    let figure = figures::interval(catalogue, it.readiness);
    let verdict = escape(&it.verdict.plain(catalogue, ""));
    text.push_str(&format!("**{verdict}** ({}: {})\n\n", escape(readiness), escape(&figure)));
    paragraph(text, &it.lead);
    if !it.between.is_empty() {
        list(text, &it.between);
    }
}

fn table(text: &mut String, catalogue: &Catalogue, table: &Table) {
    let table = table.without_empty_columns();
    text.push_str(&format!("**{}**\n\n", escape(&table.caption)));
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    text.push_str(&line(table.columns.iter().map(|column| escape(&column.heading)).collect()));
    text.push_str(&line(vec!["---".to_owned(); table.columns.len()]));
    for (heading, rows) in table.grouped() {
        if let Some(heading) = heading {
            let mut cells = vec![String::new(); table.columns.len()];
            cells[0] = format!("**{}**", escape(heading));
            text.push_str(&line(cells));
        }
        for row in rows {
            text.push_str(&line(row.iter().map(|cell| escape(&cell.plain(catalogue, "; "))).collect()));
        }
    }
    text.push('\n');
}

/// Escapes everything that Markdown or the HTML in it would take for a mark, so that text stays text. Lines of the text
/// are between `line_break`s.
pub fn escape_lines(text: &str, line_break: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for (index, line) in text.trim().lines().enumerate() {
        if index > 0 {
            escaped.push_str(line_break);
        }
        let line = line.trim_start();
        let marks_list = |letter: char| matches!(letter, '-' | '+' | '=');
        if line.starts_with(marks_list) {
            escaped.push('\\');
        }
        let numbered = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
        let number_end = (numbered.len() < line.len()).then_some(line.len() - numbered.len());
        for (at, letter) in line.char_indices() {
            match letter {
                '<' => escaped.push_str("&lt;"),
                '>' => escaped.push_str("&gt;"),
                '&' => escaped.push_str("&amp;"),
                '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '@' => escaped.extend(['\\', letter]),
                ':' if line[at..].starts_with("://") => escaped.push_str("\\:"),
                // An address without a scheme is a link for some.
                '/' if line[..at].ends_with('/') => escaped.push_str("\\/"),
                '.' if line[..at].to_ascii_lowercase().ends_with("www") => escaped.push_str("\\."),
                '.' | ')' if number_end == Some(at) => escaped.extend(['\\', letter]),
                _ => shown::push(letter, &mut escaped),
            }
        }
    }
    escaped
}

fn escape(text: &str) -> String {
    escape_lines(text, "<br>")
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn marks_of_a_person_stay_text() {
        assert_eq!(escape("[a](javascript:x) <b>|*_`#"), "\\[a\\](javascript:x) &lt;b&gt;\\|\\*\\_\\`\\#");
        assert_eq!(escape("- a\n1. b\n=="), "\\- a<br>1\\. b<br>\\==");
        assert_eq!(escape("https://x www.y a@b"), "https\\:/\\/x www\\.y a\\@b");
        assert_eq!(escape("//evil.example a/b"), "/\\/evil.example a/b");
        assert_eq!(escape("9.2.1 audits, 6.1.3-d"), "9\\.2.1 audits, 6.1.3-d");
    }
}
