//! `cargo xtask torture`: the long form of what `test` does in short. Browsers are killed while they write, tabs
//! edit the same assessment at random, and pages are left while one types.

use crate::{
    failure::{Failure, Result},
    setup, site,
    test::{Program, Wanted},
    toolbox::{self, Toolbox},
};
use std::time::{SystemTime, UNIX_EPOCH};

/// The browsers, and how often each is killed unless one says otherwise.
const BROWSERS: [(&str, u64); 3] = [("chromium", 200), ("firefox", 50), ("webkit", 10)];
/// How many edits tabs make together.
const EDITS: u64 = 1_000;
/// How often a page is left while one types, and how often its browser is killed meanwhile.
const LEAVINGS: u64 = 100;
/// No browser's run takes longer, in seconds.
const LIMIT: &str = "43200";

/// What the command line asks for.
#[derive(Default)]
struct Choice {
    kills: Option<u64>,
    browser: Option<String>,
    seed: Option<u64>,
}

/// Runs the command.
pub fn run(arguments: &[String]) -> Result<()> {
    let Choice { kills, browser, seed } = parse(arguments)?;
    let moment = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let seed = seed.unwrap_or(moment).to_string();
    let tools = Toolbox::open();
    setup::for_browsers(&tools)?;
    site::build()?;
    let program = Program::compiled(&tools)?;
    let chosen = BROWSERS.iter().filter(|(name, _)| browser.as_deref().is_none_or(|only| only == *name));
    for (name, usual) in chosen {
        let kills = kills.unwrap_or(*usual).to_string();
        println!(
            "\n── {name}: {kills} kills, tabs with {EDITS} edits, typing left {LEAVINGS} times and killed as often, seed {seed}"
        );
        let mut names = Vec::new();
        for part in ["killing::", "tabs_at_random::", "typing::"] {
            names.extend(program.chosen(&Wanted { browsers: vec![*name], part, some: Vec::new(), without: &[] })?);
        }
        let mut command = program.command(&tools, &names);
        command.args(["--test-threads", "1"]).env("STAGE_ZERO_LIMIT", LIMIT);
        command
            .env("STAGE_ZERO_KILLS", &kills)
            .env("STAGE_ZERO_EDITS", EDITS.to_string())
            .env("STAGE_ZERO_LEAVINGS", LEAVINGS.to_string())
            .env("STAGE_ZERO_SEED", &seed);
        let again = format!("`cargo xtask torture --browser {name} --seed {seed}` repeats it");
        toolbox::run(&mut command).map_err(|_| Failure::Check(format!("{name} lost something, see above; {again}")))?;
    }
    Ok(())
}

fn parse(arguments: &[String]) -> Result<Choice> {
    let mut choice = Choice::default();
    for pair in arguments.chunks(2) {
        match pair {
            [option, number] if option == "--kills" => choice.kills = number.parse().ok(),
            [option, number] if option == "--seed" => choice.seed = number.parse().ok(),
            [option, name] if option == "--browser" => choice.browser = Some(name.clone()),
            _ => return Err(usage()),
        }
    }
    let known = |name: &String| BROWSERS.iter().any(|(browser, _)| browser == name);
    if choice.browser.as_ref().is_some_and(|name| !known(name)) { Err(usage()) } else { Ok(choice) }
}

fn usage() -> Failure {
    Failure::Usage("usage: cargo xtask torture [--kills N] [--browser chromium|firefox|webkit] [--seed S]".into())
}
