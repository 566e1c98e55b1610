//! Which steps to run: `[--only STEP]… [--journey NAME]`.

use super::steps::{STEPS, Step};
use crate::failure::{Failure, Result};

/// What the command line asks for.
pub struct Choice {
    only: Vec<String>,
    /// A part of a journey's name; nothing chooses all.
    pub journey: String,
}

impl Choice {
    /// Reads the command line.
    pub fn parse(arguments: &[String]) -> Result<Self> {
        let mut choice = Self { only: Vec::new(), journey: String::new() };
        for pair in arguments.chunks(2) {
            match pair {
                [option, name] if option == "--only" && STEPS.iter().any(|step| step.name == name) => {
                    choice.only.push(name.clone())
                }
                [option, name] if option == "--journey" => choice.journey = name.clone(),
                _ => return Err(usage()),
            }
        }
        Ok(choice)
    }

    /// The steps that were named, or all, in their own order.
    pub fn steps(&self) -> impl Iterator<Item = &'static Step> {
        STEPS.iter().filter(|step| self.only.is_empty() || self.only.iter().any(|name| name == step.name))
    }
}

fn usage() -> Failure {
    let all: Vec<_> = STEPS.iter().map(|step| step.name).collect();
    Failure::Usage(format!("usage: cargo xtask test [--only STEP]… [--journey NAME]; the steps are {}", all.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(arguments: &[&str]) -> Option<Vec<&'static str>> {
        let arguments: Vec<_> = arguments.iter().map(|word| (*word).to_owned()).collect();
        Some(Choice::parse(&arguments).ok()?.steps().map(|step| step.name).collect())
    }

    #[test]
    fn without_a_choice_every_step_runs() {
        assert_eq!(names(&[]).map(|steps| steps.len()), Some(STEPS.len()));
    }

    #[test]
    fn chosen_steps_run_in_their_own_order_and_unknown_ones_are_refused() {
        assert_eq!(names(&["--only", "size", "--only", "fmt"]), Some(vec!["fmt", "size"]));
        assert_eq!(names(&["--only", "everything"]), None);
        assert_eq!(names(&["--only"]), None);
    }

    #[test]
    fn one_journey_can_be_run_in_one_browser() {
        assert_eq!(names(&["--only", "firefox", "--journey", "opens"]), Some(vec!["firefox"]));
    }
}
