//! Which steps to run: `[--quick] [--only STEP]… [--journey NAME]`.

use super::{
    journeys::{BROWSERS, Wanted},
    steps::{JOURNEYS, STEPS, Step},
};
use crate::failure::{Failure, Result};

/// What the command line asks for.
pub struct Choice {
    only: Vec<String>,
    browsers: Vec<String>,
    journey: String,
    quick: bool,
}

impl Choice {
    /// Reads the command line.
    pub fn parse(arguments: &[String]) -> Result<Self> {
        let mut choice = Self { only: Vec::new(), browsers: Vec::new(), journey: String::new(), quick: false };
        let mut words = arguments.iter();
        while let Some(option) = words.next() {
            if option == "--quick" {
                choice.quick = true;
                continue;
            }
            let name = words.next().ok_or_else(usage)?;
            match option.as_str() {
                "--journey" => choice.journey = name.clone(),
                "--only" if BROWSERS.contains(&name.as_str()) => choice.browsers.push(name.clone()),
                "--only" if STEPS.iter().any(|step| step.name == name) => choice.only.push(name.clone()),
                _ => return Err(usage()),
            }
        }
        if !choice.browsers.is_empty() {
            choice.only.push(JOURNEYS.into());
        }
        Ok(choice)
    }

    /// The steps that were named, or the quick ones, or all; in their own order.
    pub fn steps(&self) -> impl Iterator<Item = &'static Step> {
        let named = |step: &Step| self.only.iter().any(|name| name == step.name);
        STEPS.iter().filter(move |step| named(step) || self.only.is_empty() && (step.quick || !self.quick))
    }

    /// The words that choose the same journeys again.
    pub fn of_journeys(&self) -> Vec<&str> {
        let steps = if self.browsers.is_empty() { Some(JOURNEYS) } else { None };
        let named = steps.into_iter().chain(self.browsers.iter().map(String::as_str));
        named.flat_map(|name| ["--only", name]).chain(["--journey", &self.journey]).collect()
    }

    /// The journeys that were chosen.
    pub fn journeys(&self) -> Wanted<'_> {
        let usual = self.browsers.is_empty();
        let browsers = BROWSERS.into_iter().filter(|name| usual || self.browsers.iter().any(|named| named == name));
        Wanted { browsers: browsers.collect(), part: &self.journey, usual }
    }
}

fn usage() -> Failure {
    let steps: Vec<_> = STEPS.iter().map(|step| step.name).collect();
    let (steps, browsers) = (steps.join(", "), BROWSERS.join(", "));
    Failure::Usage(format!(
        "usage: cargo xtask test [--quick] [--only STEP]… [--journey NAME]; the steps are {steps}; a browser ({browsers}) \
         stands for its journeys"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(arguments: &[&str]) -> Option<Choice> {
        Choice::parse(&arguments.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>()).ok()
    }

    fn names(arguments: &[&str]) -> Option<Vec<&'static str>> {
        Some(parsed(arguments)?.steps().map(|step| step.name).collect())
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
    fn one_journey_can_be_run_in_one_browser_or_in_all() {
        let choice = parsed(&["--only", "firefox", "--journey", "opens"]).expect("a choice");
        assert_eq!((choice.journeys().browsers, choice.journeys().part), (vec!["firefox"], "opens"));
        assert_eq!(choice.of_journeys(), ["--only", "firefox", "--journey", "opens"]);
        assert_eq!(names(&["--only", "firefox", "--only", "webkit"]), Some(vec![JOURNEYS]));
        let usual = parsed(&["--only", JOURNEYS]).expect("a choice");
        assert!(usual.journeys().usual && usual.journeys().browsers == BROWSERS);
        assert_eq!(usual.of_journeys(), ["--only", JOURNEYS, "--journey", ""]);
    }

    #[test]
    fn what_is_quick_needs_no_site() {
        let quick = names(&["--quick"]).expect("a choice");
        assert!(quick.contains(&"unit") && !quick.contains(&JOURNEYS), "{quick:?}");
    }
}
