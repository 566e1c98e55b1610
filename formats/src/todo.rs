//! What is to be done, one by one, for programs that keep lists of it.

use crate::Source;
use readiness::Date;
use readiness::catalogue::Word;
use readiness::findings::{Effort, Grade};
use readiness::shown;
use std::collections::HashSet;

/// An action of the plan, or a task that the organisation added.
pub(crate) struct Todo {
    /// A name that stays the same while it is to be done, such as `scope-4.1`.
    pub key: String,
    /// What to do, a verb first, in one line; no two have the same.
    pub title: String,
    /// Its pieces, a line each.
    pub steps: Vec<String>,
    /// Who does it; the first answers for it.
    pub owners: Vec<String>,
    /// Until when.
    pub due: Option<Date>,
    /// The name of its phase, such as `scope`.
    pub phase: &'static str,
    /// What a person calls the phase.
    pub phase_label: &'static str,
    /// The gravest likely finding that it resolves.
    pub grade: Option<Grade>,
    /// How much work it is likely to be.
    pub effort: Option<Effort>,
    /// The ids of what it is about.
    pub items: Vec<String>,
}

impl Todo {
    /// How urgent it is, 1 to 3: what would likely be a major nonconformity first.
    pub fn priority(&self) -> usize {
        match self.grade {
            Some(Grade::Major) => 1,
            Some(Grade::Minor) | None => 2,
            Some(Grade::Opportunity) => 3,
        }
    }

    /// What it is likely to be, as a name: `small`, `medium` or `large`; empty if nobody has said.
    pub fn effort_name(&self) -> &'static str {
        self.effort.map_or("", |effort| match effort {
            Effort::Small => "small",
            Effort::Medium => "medium",
            Effort::Large => "large",
        })
    }
}

/// All of it, in the order of the plan.
pub(crate) fn all(source: &Source<'_>) -> Vec<Todo> {
    let (catalogue, assessment) = (source.catalogue, source.assessment);
    let mut taken = HashSet::new();
    let mut title = |title: String, more: [&str; 2]| {
        let mut title = one_line(&title);
        for more in more {
            if !taken.contains(&title) {
                break;
            }
            title = one_line(&format!("{title} ({more})"));
        }
        taken.insert(title.clone());
        title
    };
    let mut all = Vec::new();
    for action in source.plan.iter().flat_map(|plan| &plan.actions) {
        let phase_label = action.phase.label(catalogue);
        all.push(Todo {
            key: action.key(catalogue),
            title: title(action.title(catalogue, assessment), [&action.place(catalogue), phase_label]),
            steps: action.steps(catalogue, assessment),
            owners: named(source, action.owners.iter().map(String::as_str)),
            due: action.due.map(|due| due.day),
            phase: action.phase.name(),
            phase_label,
            grade: action.grade(),
            effort: Some(action.effort),
            items: action.items().into_iter().map(|item| item.name(catalogue).into_owned()).collect(),
        });
    }
    for (index, task) in source.plan.iter().flat_map(|plan| plan.open_tasks()) {
        let number = (index + 1).to_string();
        all.push(Todo {
            key: format!("task-{number}"),
            title: title(task.what.clone(), [&number, &number]),
            steps: Vec::new(),
            owners: named(source, [&*task.owner]),
            due: task.due,
            phase: "own",
            phase_label: catalogue.word(Word::PlanOwnTasks),
            grade: None,
            effort: None,
            items: Vec::new(),
        });
    }
    all.retain(|todo| !todo.title.is_empty());
    all
}

/// Who is named, a line each: not the word that an extract has in a name's place.
pub(crate) fn named<'a>(source: &Source<'_>, owners: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let withheld = source.catalogue.word(Word::ExtractWithheld);
    owners.into_iter().map(one_line).filter(|owner| !owner.is_empty() && owner != withheld).collect()
}

/// A text as one line, without blanks at its ends.
pub(crate) fn one_line(text: &str) -> String {
    shown::line(text).replace('\u{feff}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}
