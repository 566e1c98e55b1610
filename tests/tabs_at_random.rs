//! Tabs that fill in each field of each record at random end equal, and equal to the sum of their edits.

mod ways;

use e2e::{Browser, Random, eventually, journey, json, number, site};
use readiness::assessment::{FieldValue, Kind};
use readiness::merge::differences;
use readiness::{Assessment, Catalogue};
use std::time::Duration;
use ways::{Setting, Step, Target};

/// How long a tab may take for all of its edits.
const PATIENCE: Duration = Duration::from_secs(300);

/// How much is left to do. What could not be done ends the journey, and is named.
const LEFT: &str = "if (typeof window.left === 'string') throw new Error(window.left);
    return window.left";

journey!(two_tabs_that_edit_at_random_end_equal_to_the_sum_of_their_edits);
async fn two_tabs_that_edit_at_random_end_equal_to_the_sum_of_their_edits(browser: &mut Browser) {
    edit_at_random(browser, 2).await;
}

journey!(three_tabs_that_edit_at_random_end_equal_to_the_sum_of_their_edits);
async fn three_tabs_that_edit_at_random_end_equal_to_the_sum_of_their_edits(browser: &mut Browser) {
    edit_at_random(browser, 3).await;
}

async fn edit_at_random(browser: &Browser, tabs: usize) {
    let (site, edits) = (site(), number("STAGE_ZERO_EDITS", 120));
    let (setting, mut random) = (Setting::new(), Random::of_this_run());
    let begun = setting.assessment();
    browser.open(&site.address()).await;
    browser.go("#/assessments").await;
    browser.fill("open-file", &browser.written("begun.json", begun.to_file(&Catalogue::english()))).await;
    browser.arrives("#/results").await;
    browser.saved().await;
    browser.go("#/organisation").await;
    browser.find("organisation-name").await;
    for _ in 1..tabs {
        browser.open_in_new_tab(&format!("{}#/organisation", site.address())).await;
        browser.find("organisation-name").await;
    }
    let plans = plan(&setting, &mut random, tabs, edits);
    for (tab, steps) in plans.iter().enumerate() {
        browser.go_to_tab(tab).await;
        let script: Vec<_> = steps.iter().map(|step| &step.script).collect();
        browser.eval(include_str!("tabs_at_random/fill.js"), &[json!(script)]).await;
    }
    for tab in 0..tabs {
        browser.go_to_tab(tab).await;
        browser.becomes_within(PATIENCE, "what is left to do", LEFT, &[], &json!(0)).await;
        browser.saved().await;
    }
    browser.open_in_new_tab(&site.address()).await;
    let stored = setting.read(&browser.exported().await);
    for tab in 0..tabs {
        browser.go_to_tab(tab).await;
        let shown = async || {
            let shown = setting.read(&browser.exported().await);
            differences(&Catalogue::english(), &stored, &shown).is_empty().then_some(())
        };
        eventually(&format!("what is stored, in tab {tab}"), shown).await;
    }
    for target in setting.targets() {
        sum(&setting, &plans, target, &begun, &stored);
    }
    println!(
        "{}: {tabs} tabs ended equal after {} edits",
        browser.engine().name(),
        plans.iter().map(Vec::len).sum::<usize>()
    );
}

/// What is stored is what a tab said last; what nobody said is as it was.
fn sum(setting: &Setting, plans: &[Vec<Step>], target: Target, begun: &Assessment, stored: &Assessment) {
    let last = |steps: &Vec<Step>| {
        let said = steps.iter().rev().flat_map(|step| &step.said);
        said.filter(|(of, _)| *of == target).map(|(_, value)| value.clone()).next()
    };
    let lasts: Vec<FieldValue> = plans.iter().filter_map(last).collect();
    let found = setting.holds(stored, target);
    let right = if lasts.is_empty() { found == setting.holds(begun, target) } else { lasts.contains(&found) };
    assert!(right, "{target:?} is {found:?}; last said of it was {lasts:?}");
}

/// Each tab fills in all there is, once at least, all on the same page at about the same time. Evidence and what has
/// several boxes are one value each that a person changes piece by piece, so each belongs to one tab.
fn plan(setting: &Setting, random: &mut Random, tabs: usize, edits: u64) -> Vec<Vec<Step>> {
    let targets = setting.targets();
    let mut pages: Vec<_> = targets.iter().map(|target| setting.page(*target)).collect();
    pages.sort();
    pages.dedup();
    let mut plans: Vec<Vec<Step>> = (0..tabs).map(|_| Vec::new()).collect();
    let rounds = (edits as usize).div_ceil(tabs * targets.len());
    for number in 0..rounds * pages.len() {
        if number % pages.len() == 0 {
            shuffle(random, &mut pages);
        }
        let page = &pages[number % pages.len()];
        for (tab, steps) in plans.iter_mut().enumerate() {
            let is_own = |(at, target): &(usize, Target)| match target {
                Target::Field(_, field)
                    if matches!(field.kind, Kind::Evidence | Kind::Tasks | Kind::Sample | Kind::Choices(_)) =>
                {
                    at % tabs == tab
                }
                _ => true,
            };
            let here = targets.iter().copied().enumerate().filter(|(_, target)| setting.page(*target) == *page);
            let mut here: Vec<_> = here.filter(is_own).collect();
            shuffle(random, &mut here);
            for (_, target) in here {
                let number = steps.len() * tabs + tab;
                steps.push(setting.step(target, number, random));
            }
        }
    }
    plans
}

fn shuffle<T>(random: &mut Random, list: &mut [T]) {
    for end in (1..list.len()).rev() {
        list.swap(end, random.below(end + 1));
    }
}
