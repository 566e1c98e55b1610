//! The action plan for programs that keep lists of tasks: a table of our own, and one in the form that each of them takes.
//!
//! Headings and names of values are the same in every language, so that a mapping that somebody has set up once goes on
//! to work. What each program makes of its table is on the page beside the tables.

use crate::todo::{self, Todo};
use crate::{Error, Format, Source, zip};
use readiness::catalogue::Word;
use readiness::csv::Table;

/// The tables and the page as one ZIP.
pub(crate) fn pack(source: &Source<'_>) -> Result<Vec<u8>, Error> {
    let all = todo::all(source);
    let tables = [
        ("plan", plan(&all)),
        ("jira", jira(&all)),
        ("gitlab", gitlab(&all)),
        ("redmine", redmine(&all)),
        ("todoist", todoist(&all)),
    ];
    let mut files: Vec<_> = tables.map(|(name, table)| (format!("{name}.csv"), table.into_text().into_bytes())).into();
    files.push(("README.md".to_owned(), page(source).into_bytes()));
    let refused = |reason| Error::Refused { format: Format::Planners.name(), reason };
    zip::package(&files, source.report.today).map_err(refused)
}

/// Everything that is known, under names that a program can go by.
fn plan(all: &[Todo]) -> Table {
    let columns = [
        "id",
        "title",
        "description",
        "phase",
        "priority",
        "status",
        "owner",
        "others",
        "due",
        "effort",
        "grade",
        "items",
    ];
    let mut table = Table::with_columns(columns);
    for todo in all {
        table.row([
            &*todo.key,
            &todo.title,
            &todo.steps.join("\n"),
            todo.phase,
            ["high", "medium", "low"][todo.priority() - 1],
            "to_do",
            owner(todo),
            &others(todo),
            &due(todo),
            todo.effort_name(),
            todo.grade.map_or("", |grade| grade.name()),
            &todo.items.join(" "),
        ]);
    }
    table
}

/// Jira maps columns by hand; with these headings there is little to map. Labels have no blanks.
fn jira(all: &[Todo]) -> Table {
    let columns =
        ["Summary", "Description", "Priority", "Due date", "Assignee", "Labels", "Labels", "External issue ID"];
    let mut table = Table::with_columns(columns);
    for todo in all {
        let priority = ["High", "Medium", "Low"][todo.priority() - 1];
        let label = format!("phase-{}", todo.phase);
        table.row([&*todo.title, &text(todo), priority, &due(todo), owner(todo), "stage-zero", &label, &todo.key]);
    }
    table
}

/// GitLab goes by these headings and passes others over. Its description is Markdown.
fn gitlab(all: &[Todo]) -> Table {
    let mut table = Table::with_columns(["title", "description", "due_date"]);
    for todo in all {
        let said = said(todo, &todo.owners);
        let said: Vec<_> = said.iter().map(|text| readiness::report::escape_lines(text, "\n")).collect();
        table.row([&*todo.title, &said.join("\n\n"), &due(todo)]);
    }
    table
}

/// Redmine maps columns by hand, and offers those with these headings by itself.
fn redmine(all: &[Todo]) -> Table {
    let columns = ["Subject", "Description", "Category", "Priority", "Assignee", "Due date", "Unique ID"];
    let mut table = Table::with_columns(columns);
    for todo in all {
        let priority = ["High", "Normal", "Low"][todo.priority() - 1];
        table.row([&*todo.title, &text(todo), todo.phase_label, priority, owner(todo), &due(todo), &todo.key]);
    }
    table
}

/// Todoist has a section for each phase. It knows people by names of its own, so who does it is in the description.
fn todoist(all: &[Todo]) -> Table {
    let columns = [
        "TYPE",
        "CONTENT",
        "DESCRIPTION",
        "PRIORITY",
        "INDENT",
        "AUTHOR",
        "RESPONSIBLE",
        "DATE",
        "DATE_LANG",
        "TIMEZONE",
    ];
    let mut table = Table::with_columns(columns);
    let mut section = "";
    for todo in all {
        if section != todo.phase {
            section = todo.phase;
            table.row(["section", todo.phase_label, "", "", "", "", "", "", "", ""]);
        }
        let priority = todo.priority().to_string();
        let due = due(todo);
        let language = if due.is_empty() { "" } else { "en" };
        // What begins with @ would become a label.
        let title = todo.title.replace('@', "(at)");
        table.row(["task", &title, &said(todo, &todo.owners).join("\n"), &priority, "1", "", "", &due, language, ""]);
    }
    table
}

fn owner(todo: &Todo) -> &str {
    todo.owners.first().map_or("", |owner| owner.trim())
}

fn others(todo: &Todo) -> String {
    todo.owners.get(1..).unwrap_or_default().join("; ")
}

fn due(todo: &Todo) -> String {
    todo.due.map_or(String::new(), |day| day.to_string())
}

/// What there is to do, who is named for it, and by what it is known again.
fn said(todo: &Todo, owners: &[String]) -> Vec<String> {
    let all = todo.steps.iter().cloned().chain([owners.join(", "), todo.key.clone()]);
    all.filter(|text| !text.is_empty()).collect()
}

/// The same for a program that has a field for who answers for it.
fn text(todo: &Todo) -> String {
    said(todo, todo.owners.get(1..).unwrap_or_default()).join("\n")
}

/// What the tables are, and how each gets into its program.
fn page(source: &Source<'_>) -> String {
    let say = |word| source.catalogue.word(word);
    let mut page = format!("# {}\n\n{}\n", say(Word::PlannersTitle), say(Word::PlannersLead));
    for (name, about) in [
        ("plan.csv", Word::PlannersPlan),
        ("jira.csv", Word::PlannersJira),
        ("gitlab.csv", Word::PlannersGitlab),
        ("redmine.csv", Word::PlannersRedmine),
        ("todoist.csv", Word::PlannersTodoist),
    ] {
        page.push_str(&format!("\n## {name}\n\n{}\n", say(about)));
    }
    page.push_str(&format!("\n## {}\n\n{}\n", say(Word::PlannersAgainTitle), say(Word::PlannersAgain)));
    page
}
