//! `cargo xtask test`: every check there is. A step that fails stops no other, but those that need what it makes.

mod choice;
mod crates;
mod portfolio;
mod steps;
#[cfg(test)]
mod styles;

use crate::{
    failure::{Failure, Result},
    site,
    toolbox::Toolbox,
};
use choice::Choice;
use std::time::{Duration, Instant};
use steps::{BUILD, Step};

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
    let choice = Choice::parse(arguments)?;
    let tools = Toolbox::open();
    let mut done: Vec<Done> = Vec::new();
    for step in choice.steps() {
        let build = done.iter().find(|earlier| earlier.name == BUILD);
        let start = Instant::now();
        let outcome = match build {
            Some(build) if step.needs_site && !matches!(build.outcome, Outcome::Passed) => Outcome::NotRun,
            _ => attempt(step, build.is_some(), &tools, &choice.journey),
        };
        done.push(Done { name: step.name, outcome, time: start.elapsed() });
    }
    summarise(&done)
}

fn attempt(step: &Step, is_built: bool, tools: &Toolbox, journey: &str) -> Outcome {
    println!("\n── {}: {}", step.name, step.explains);
    // Alone, a step must not look at a site that is older than the sources.
    let ready = if step.needs_site && !is_built { site::build() } else { Ok(()) };
    match ready.and_then(|()| (step.run)(tools, journey)) {
        Ok(()) => Outcome::Passed,
        Err(failure) => {
            eprintln!("{failure}");
            Outcome::Failed(failure)
        }
    }
}

fn summarise(done: &[Done]) -> Result<()> {
    println!("\n── Summary");
    let (mut passed, mut failed) = (0, 0);
    for Done { name, outcome, time } in done {
        let seconds = time.as_secs();
        match outcome {
            Outcome::Passed => {
                passed += 1;
                println!("passed   {name:<9} {seconds:>5} s");
            }
            Outcome::Failed(failure) => {
                failed += 1;
                println!("FAILED   {name:<9} {seconds:>5} s  {failure}");
            }
            Outcome::NotRun => println!("not run  {name:<9}          it needs the site, whose build failed"),
        }
    }
    // Always the last line, for whoever counts.
    println!("{passed} passed, {failed} failed");
    if failed == 0 { Ok(()) } else { Err(Failure::Reported) }
}
