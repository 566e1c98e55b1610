//! The plan as a table.

use super::Plan;
use crate::assessment::Assessment;
use crate::catalogue::{Catalogue, Word};
use crate::csv;
use crate::plan::What;
use crate::report::model::{Cell, Table};

impl Plan {
    /// The plan as a table, an action a row.
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
            let grade = match &action.what {
                What::Resolve(finding) => words(finding.grade.label(catalogue).to_owned()),
                _ => Cell::Empty,
            };
            table.rows.push(vec![
                Cell::Words(action.phase.label(catalogue).to_owned()),
                Cell::Said(action.title(catalogue, assessment)),
                Cell::Words(action.task(catalogue, assessment)),
                grade,
                Cell::said(&action.owners.join(", ")),
                Cell::date(action.due.map(|due| due.day)),
                Cell::Words(action.effort.label(catalogue).to_owned()),
                // Names of phases have commas in them.
                words(action.unlocks.words(catalogue).join("; ")),
            ]);
        }
        table
    }

    /// The plan as CSV, an action a row.
    pub fn to_csv(&self, catalogue: &Catalogue, assessment: &Assessment) -> String {
        csv::of(catalogue, &self.to_table(catalogue, assessment))
    }
}
