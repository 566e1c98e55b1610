//! The plan as a table.

use super::Plan;
use crate::assessment::Assessment;
use crate::catalogue::{Catalogue, Word};
use crate::csv::Table;
use crate::plan::What;

impl Plan {
    /// The plan as CSV, an action a row.
    pub fn to_csv(&self, catalogue: &Catalogue, assessment: &Assessment) -> String {
        let columns = [
            Word::PlanColumnPhase,
            Word::PlanColumnWhat,
            Word::PlanColumnAction,
            Word::PlanColumnGrade,
            Word::PlanColumnOwner,
            Word::PlanColumnDue,
            Word::PlanColumnEffort,
            Word::PlanColumnUnlocks,
        ];
        let mut table = Table::with_columns(columns.map(|word| catalogue.word(word)));
        for action in &self.actions {
            let grade = match &action.what {
                What::Resolve(finding) => finding.grade.label(catalogue),
                _ => "",
            };
            table.row([
                action.phase.label(catalogue),
                &action.title(catalogue, assessment),
                &action.task(catalogue, assessment),
                grade,
                &action.owners.join(", "),
                &action.due.map(|due| due.day.to_string()).unwrap_or_default(),
                action.effort.label(catalogue),
                // Names of phases have commas in them.
                &action.unlocks.words(catalogue).join("; "),
            ]);
        }
        table.into_text()
    }
}
