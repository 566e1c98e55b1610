//! Tasks of the organisation's own in the action plan.

use crate::common::*;
use readiness::assessment::Task;
use readiness::plan::Plan;
use readiness::scoring::Stage;
use readiness::{Assessment, Edit};
use serde_json::json;
use std::collections::BTreeSet;

const TODAY: &str = "2026-11-24";

fn plan(assessment: &Assessment) -> Plan {
    Plan::new(&CATALOGUE, assessment, day(TODAY))
}

fn replacing(of: &Assessment, task: Option<Task>) -> Edit {
    Edit::own_plan().tasks(of.plan.tasks.replaced(0, task).expect("there is one"))
}

/// Tasks of one's own are in the plan, its table and its calendar until they are done; each change is taken back whole.
#[test]
fn tasks_of_ones_own_are_added_changed_done_and_removed() {
    let mut it = settled(Stage::Two);
    let before = it.clone();
    let added = Edit::own_plan().tasks(it.plan.tasks.with([Task::new("Ask two firms for a quote")]));
    let undo = it.apply(&added, &now());
    assert!(plan(&it).actions.is_empty(), "no rule asks for it");
    let file = it.to_value(&CATALOGUE);
    assert_eq!(file["plan"], json!({ "tasks": ["Ask two firms for a quote"] }));
    it.apply(&undo, &now());
    assert_eq!(it, before);

    it.apply(&added, &now());
    let mut task = it.plan.tasks.iter().next().expect("the task");
    (task.owner, task.due) = ("Ada".to_owned(), Some(day("2026-12-01")));
    it.apply(&replacing(&it, Some(task.clone())), &now());
    let open = plan(&it);
    assert_eq!(open.owners(), BTreeSet::from(["Ada"]));
    let calendar = open.to_ics(&CATALOGUE, &it, day(TODAY));
    assert!(calendar.contains("SUMMARY:Ask two firms for a quote\r\n") && calendar.contains("DATE:20261201"));
    assert!(open.to_csv(&CATALOGUE, &it).contains("Tasks of your own,,Ask two firms for a quote,,Ada,2026-12-01"));

    task.done = Some(day(TODAY));
    it.apply(&replacing(&it, Some(task)), &now());
    let done = plan(&it);
    assert_eq!((done.tasks.len(), done.open_tasks().count()), (1, 0));
    assert!(!done.to_ics(&CATALOGUE, &it, day(TODAY)).contains("quote"));
    let read = Assessment::from_file(&it.to_file(&CATALOGUE), &CATALOGUE).expect("our own file");
    assert_eq!(read.plan, it.plan);
    it.apply(&replacing(&it, None), &now());
    assert_eq!(it.to_value(&CATALOGUE), before.to_value(&CATALOGUE), "nothing is left behind");
}
