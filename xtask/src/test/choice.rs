//! Which steps to run: `[--quick] [--only STEP]… [--journey NAME]`.

use super::journeys::{BROWSERS, JOURNEYS, OF_RELEASE, SLOW, SOME, Wanted};
use crate::failure::{Failure, Result};

/// What the command line asks for.
pub struct Choice {
    only: Vec<String>,
    browsers: Vec<String>,
    journey: String,
    quick: bool,
}

impl Choice {
    /// Reads the command line, which names some of these steps.
    pub fn parse(arguments: &[String], steps: &[&str]) -> Result<Self> {
        let mut choice = Self { only: Vec::new(), browsers: Vec::new(), journey: String::new(), quick: false };
        let mut words = arguments.iter();
        while let Some(option) = words.next() {
            if option == "--quick" {
                choice.quick = true;
                continue;
            }
            let name = words.next().ok_or_else(|| usage(steps))?;
            match option.as_str() {
                "--journey" => choice.journey = name.clone(),
                "--only" if BROWSERS.contains(&name.as_str()) => choice.browsers.push(name.clone()),
                "--only" if steps.contains(&name.as_str()) => choice.only.push(name.clone()),
                _ => return Err(usage(steps)),
            }
        }
        if !choice.browsers.is_empty() {
            choice.only.push(JOURNEYS.into());
        }
        Ok(choice)
    }

    /// Whether a step is wanted: it was named, or none was and it is quick or all are wanted.
    pub fn wants(&self, step: &str, is_quick: bool) -> bool {
        self.only.iter().any(|name| name == step) || self.only.is_empty() && (is_quick || !self.quick)
    }

    /// Whether an answer is wanted soon.
    pub fn is_quick(&self) -> bool {
        self.quick
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
        let some = usual.then_some((SLOW, &SOME[..])).into_iter().collect();
        Wanted { browsers: browsers.collect(), part: &self.journey, some, without: &[] }
    }

    /// The journeys on the site in one piece: those that were named, or some.
    pub fn unsplit(&self) -> Wanted<'_> {
        if !self.journey.is_empty() {
            let part = &self.journey;
            return Wanted { browsers: BROWSERS.into(), part, some: Vec::new(), without: &OF_RELEASE };
        }
        let browsers: Vec<_> = BROWSERS.into_iter().filter(|browser| *browser != SLOW).collect();
        let some = browsers.iter().map(|browser| (*browser, &SOME[..])).collect();
        Wanted { some, browsers, part: "", without: &OF_RELEASE }
    }
}

fn usage(steps: &[&str]) -> Failure {
    let (steps, browsers) = (steps.join(", "), BROWSERS.join(", "));
    Failure::Usage(format!(
        "usage: cargo xtask test [--quick] [--only STEP]… [--journey NAME]; the steps are {steps}; a browser ({browsers}) \
         stands for its journeys"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test::steps::{STEPS, names as steps};

    fn parsed(arguments: &[&str]) -> Option<Choice> {
        let arguments: Vec<_> = arguments.iter().map(|word| (*word).to_owned()).collect();
        Choice::parse(&arguments, &steps()).ok()
    }

    fn names(arguments: &[&str]) -> Option<Vec<&'static str>> {
        let choice = parsed(arguments)?;
        Some(STEPS.iter().filter(|step| choice.wants(step.name, step.quick)).map(|step| step.name).collect())
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
        assert!(usual.journeys().some == [(SLOW, &SOME[..])] && usual.journeys().browsers == BROWSERS);
        assert_eq!(usual.of_journeys(), ["--only", JOURNEYS, "--journey", ""]);
    }

    #[test]
    fn what_is_quick_needs_no_site() {
        let quick = names(&["--quick"]).expect("a choice");
        assert!(quick.contains(&"unit") && !quick.contains(&JOURNEYS), "{quick:?}");
    }
}
