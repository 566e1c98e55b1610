//! `cargo xtask test`: every check there is. A step that fails stops no other, but those that need what it makes.

mod choice;
mod compiled;
mod crates;
#[cfg(test)]
mod guards;
mod journeys;
mod lanes;
#[cfg(test)]
mod lengths;
#[cfg(test)]
mod listed;
mod newest;
mod portfolio;
#[cfg(test)]
mod reach;
mod steps;
#[cfg(test)]
mod styles;
mod times;

use crate::{
    failure::{Failure, Result},
    setup, site,
    toolbox::Toolbox,
};
use choice::Choice;
pub use journeys::{Program, Wanted};
use std::time::{Duration, Instant};
use steps::{BUILD, STEPS, Step};

/// How a step went.
enum Outcome {
    Passed,
    Failed(Failure),
    NotRun,
}

/// A step that is over.
struct Done {
    name: &'static str,
    outcome: Outcome,
    time: Duration,
}

/// Runs the command.
pub fn run(arguments: &[String]) -> Result<()> {
    let choice = Choice::parse(arguments, &steps::names())?;
    let tools = Toolbox::open();
    let steps: Vec<_> = STEPS.iter().filter(|step| choice.wants(step.name, step.quick)).collect();
    if lanes::is_part() {
        return steps.iter().try_for_each(|step| (step.run)(&tools, &choice));
    }
    let start = Instant::now();
    let (mut done, mut ready) = prepared(&tools, steps);
    // A step must not look at a site that is older than the sources.
    let needs_build = ready.iter().any(|step| step.needs_site()) && !ready.iter().any(|step| step.name == BUILD);
    if needs_build && let Err(failure) = site::build() {
        eprintln!("{failure}");
        let lost = ready.extract_if(.., |step| step.needs_site());
        done.extend(lost.map(|step| Done { name: step.name, outcome: Outcome::NotRun, time: Duration::ZERO }));
        done.push(Done { name: BUILD, outcome: Outcome::Failed(failure), time: start.elapsed() });
    }
    match ready[..] {
        [] => {}
        [alone] => done.push(attempt(alone, &tools, &choice)),
        _ => done.extend(lanes::run(&ready, &choice)?),
    }
    summarise(&done, start.elapsed())
}

/// Installs what the steps need; gives the steps for which that failed, and the others.
fn prepared(tools: &Toolbox, steps: Vec<&'static Step>) -> (Vec<Done>, Vec<&'static Step>) {
    let (mut failed, mut ready) = (Vec::new(), Vec::new());
    let start = Instant::now();
    let preparations: Vec<_> = steps.iter().map(|step| step.prepare).collect();
    for (step, prepared) in steps.into_iter().zip(setup::side_by_side(tools, &preparations)) {
        match prepared {
            Ok(()) => ready.push(step),
            Err(failure) => {
                eprintln!("{failure}");
                failed.push(Done { name: step.name, outcome: Outcome::Failed(failure), time: start.elapsed() });
            }
        }
    }
    (failed, ready)
}

/// Runs a step that was chosen alone.
fn attempt(step: &Step, tools: &Toolbox, choice: &Choice) -> Done {
    println!("── {}: {}", step.name, step.explains);
    let start = Instant::now();
    let outcome = match (step.run)(tools, choice) {
        Ok(()) => Outcome::Passed,
        Err(failure) => {
            eprintln!("{failure}");
            Outcome::Failed(failure)
        }
    };
    Done { name: step.name, outcome, time: start.elapsed() }
}

fn summarise(done: &[Done], time: Duration) -> Result<()> {
    println!("\n── Summary after {} s", time.as_secs());
    let (mut passed, mut failed) = (0, 0);
    for Done { name, outcome, time } in done {
        let seconds = time.as_secs();
        match outcome {
            Outcome::Passed => {
                passed += 1;
                println!("passed   {name:<10} {seconds:>5} s");
            }
            Outcome::Failed(failure) => {
                failed += 1;
                println!("FAILED   {name:<10} {seconds:>5} s  {failure}");
            }
            Outcome::NotRun => println!("not run  {name:<10}          it needs the site, whose build failed"),
        }
    }
    // Always the last line, for whoever counts.
    println!("{passed} passed, {failed} failed");
    if failed == 0 { Ok(()) } else { Err(Failure::Reported) }
}
