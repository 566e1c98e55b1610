//! The plan as a table.

use super::Plan;
use crate::assessment::Assessment;
use crate::catalogue::{Catalogue, Word};
use crate::report::csv;
use crate::report::model::{Cell, Table};

impl Plan {
    /// The plan as a table: an action a row, then a row for each task that is to be done.
    pub fn to_table(&self, catalogue: &Catalogue, assessment: &Assessment) -> Table {
        let columns = [
            ("phase", Word::PlanColumnPhase),
            ("what", Word::PlanColumnWhat),
            ("action", Word::PlanColumnAction),
            ("grade", Word::PlanColumnGrade),
            ("owner", Word::PlanColumnOwner),
            ("due", Word::PlanColumnDue),
            ("effort", Word::PlanColumnEffort),
            ("unlocks", Word::PlanColumnUnlocks),
        ];
        let mut table = Table::new(catalogue, "plan", catalogue.word(Word::MenuPlan), columns);
        for action in &self.actions {
            let words = |text: String| if text.is_empty() { Cell::Empty } else { Cell::Words(text) };
            let grade = action.grade().map_or(Cell::Empty, |grade| words(grade.label(catalogue).to_owned()));
            let sentences =
                [action.title(catalogue, assessment) + "."].into_iter().chain(action.steps(catalogue, assessment));
            table.rows.push(vec![
                Cell::Words(action.phase.label(catalogue).to_owned()),
                Cell::Words(action.place(catalogue)),
                Cell::Said(sentences.collect::<Vec<_>>().join(" ")),
                grade,
                Cell::said(&action.owners.join(", ")),
                Cell::date(action.due.map(|due| due.day)),
                Cell::Words(action.effort.label(catalogue).to_owned()),
                // Names of phases have commas in them.
                words(action.unlocks.words(catalogue).join("; ")),
            ]);
        }
        for (_, task) in self.open_tasks() {
            table.rows.push(vec![
                Cell::Words(catalogue.word(Word::PlanOwnTasks).to_owned()),
                Cell::Empty,
                Cell::said(&task.what),
                Cell::Empty,
                Cell::said(&task.owner),
                Cell::date(task.due),
                Cell::Empty,
                Cell::Empty,
            ]);
        }
        table
    }

    /// The plan as CSV; see [`Plan::to_table`].
    pub fn to_csv(&self, catalogue: &Catalogue, assessment: &Assessment) -> String {
        csv::of(catalogue, &self.to_table(catalogue, assessment))
    }
}
