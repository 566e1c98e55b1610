//! `cargo xtask test`: every check there is. A step that fails stops no other, but those that need what it makes.

use crate::{
    check_content,
    failure::{Failure, Result},
    project, setup, site, size,
    toolbox::{self, Toolbox},
};
use std::time::{Duration, Instant};

struct Step {
    name: &'static str,
    explains: &'static str,
    needs_site: bool,
    run: fn(&Toolbox) -> Result<()>,
}

const STEPS: &[Step] = &[
    Step {
        name: "fmt",
        explains: "formatting",
        needs_site: false,
        run: fmt,
    },
    Step {
        name: "clippy",
        explains: "lints, warnings denied, for the host and for wasm32",
        needs_site: false,
        run: clippy,
    },
    Step {
        name: "unit",
        explains: "unit, property and golden tests",
        needs_site: false,
        run: unit,
    },
    Step {
        name: "content",
        explains: "every check of content/",
        needs_site: false,
        run: |_| check_content::run(&[]),
    },
    Step {
        name: BUILD,
        explains: "the site's release",
        needs_site: false,
        run: |_| site::build(),
    },
    Step {
        name: "size",
        explains: "the budget of the first load",
        needs_site: true,
        run: |_| size::check(),
    },
    Step {
        name: "chromium",
        explains: "journeys in Chromium",
        needs_site: true,
        run: |tools| journeys(tools, "chromium"),
    },
    Step {
        name: "firefox",
        explains: "journeys in Firefox",
        needs_site: true,
        run: |tools| journeys(tools, "firefox"),
    },
];

const BUILD: &str = "build";

enum Outcome {
    Passed,
    Failed(Failure),
    NotRun,
}

/// Runs the command.
pub fn run(arguments: &[String]) -> Result<()> {
    let chosen = chosen(arguments)?;
    let tools = Toolbox::open();
    let mut outcomes: Vec<(&str, Outcome, Duration)> = Vec::new();
    for step in chosen {
        let site_failed = outcomes
            .iter()
            .any(|(name, outcome, _)| *name == BUILD && matches!(outcome, Outcome::Failed(_)));
        let start = Instant::now();
        let outcome = if step.needs_site && site_failed {
            Outcome::NotRun
        } else {
            println!("\n── {}: {}", step.name, step.explains);
            (step.run)(&tools).map_or_else(Outcome::Failed, |()| Outcome::Passed)
        };
        if let Outcome::Failed(failure) = &outcome {
            eprintln!("{failure}");
        }
        outcomes.push((step.name, outcome, start.elapsed()));
    }
    summarise(&outcomes)
}

/// The steps to run, in their order: those named with `--only`, or all.
fn chosen(arguments: &[String]) -> Result<Vec<&'static Step>> {
    let mut names = Vec::new();
    for pair in arguments.chunks(2) {
        match pair {
            [option, name] if option == "--only" && STEPS.iter().any(|step| step.name == name) => {
                names.push(name)
            }
            _ => {
                let all: Vec<_> = STEPS.iter().map(|step| step.name).collect();
                return Err(Failure::Usage(format!(
                    "usage: cargo xtask test [--only STEP]…; the steps are {}",
                    all.join(", ")
                )));
            }
        }
    }
    Ok(STEPS
        .iter()
        .filter(|step| names.is_empty() || names.iter().any(|name| *name == step.name))
        .collect())
}

fn summarise(outcomes: &[(&str, Outcome, Duration)]) -> Result<()> {
    println!("\n── Summary");
    for (name, outcome, time) in outcomes {
        match outcome {
            Outcome::Passed => println!("passed   {name:<9} {:>5} s", time.as_secs()),
            Outcome::Failed(failure) => {
                println!("FAILED   {name:<9} {:>5} s  {failure}", time.as_secs())
            }
            Outcome::NotRun => {
                println!("not run  {name:<9}          it needs the site, whose build failed")
            }
        }
    }
    let count = |wanted: fn(&Outcome) -> bool| {
        outcomes
            .iter()
            .filter(|(_, outcome, _)| wanted(outcome))
            .count()
    };
    let failed = count(|outcome| matches!(outcome, Outcome::Failed(_)));
    println!(
        "{} passed, {failed} failed",
        count(|outcome| matches!(outcome, Outcome::Passed))
    );
    if failed == 0 {
        Ok(())
    } else {
        Err(Failure::Reported)
    }
}

fn fmt(tools: &Toolbox) -> Result<()> {
    setup::rust_components(tools)?;
    tools.run("cargo", &["fmt", "--all", "--check"])
}

fn clippy(tools: &Toolbox) -> Result<()> {
    setup::rust_components(tools)?;
    setup::wasm_target(tools)?;
    let host = [
        "clippy",
        "--workspace",
        "--exclude",
        SITE,
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ];
    let browser = [
        "clippy",
        "--package",
        SITE,
        "--target",
        "wasm32-unknown-unknown",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ];
    let results = [tools.run("cargo", &host), tools.run("cargo", &browser)];
    results.into_iter().collect()
}

/// The package of the site itself, which is only ever compiled for wasm32.
const SITE: &str = "stage-zero";

fn unit(tools: &Toolbox) -> Result<()> {
    tools.run(
        "cargo",
        &[
            "test",
            "--workspace",
            "--exclude",
            SITE,
            "--exclude",
            "e2e",
            "--no-fail-fast",
        ],
    )
}

/// The journeys of one browser; each is a test whose name ends with the browser's.
fn journeys(tools: &Toolbox, browser: &str) -> Result<()> {
    setup::for_browsers(tools)?;
    let filter = format!("::{browser}");
    let command = ["test", "--package", "e2e", "--no-fail-fast", "--", &filter];
    toolbox::run(
        tools
            .command("cargo")
            .args(command)
            .env("STAGE_ZERO_DIST", project::dist()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(arguments: &[&str]) -> Option<Vec<&'static str>> {
        let arguments: Vec<_> = arguments.iter().map(|word| (*word).to_owned()).collect();
        Some(
            chosen(&arguments)
                .ok()?
                .iter()
                .map(|step| step.name)
                .collect(),
        )
    }

    #[test]
    fn without_a_choice_every_step_runs() {
        assert_eq!(names(&[]).map(|steps| steps.len()), Some(STEPS.len()));
    }

    #[test]
    fn chosen_steps_run_in_their_own_order_and_unknown_ones_are_refused() {
        assert_eq!(
            names(&["--only", "size", "--only", "fmt"]),
            Some(vec!["fmt", "size"])
        );
        assert_eq!(names(&["--only", "everything"]), None);
        assert_eq!(names(&["--only"]), None);
    }
}
