//! The journeys in browsers: all tests of the program `journeys`, several processes of it side by side, each with a few
//! journeys of one browser, which it starts once.
//!
//! A journey that fails leaves a folder `target/e2e/<browser>/<journey>/` with a picture, the page, what its console
//! said, the logs of driver and server, and what the test printed.

use super::{compiled::Compiled, times::Times};
use crate::{
    beside::{each, processors},
    failure::{Failure, Result},
    project, setup,
    toolbox::Toolbox,
};
use std::{
    env, fs,
    io::{self, BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, ExitStatus, Stdio},
    time::{Duration, Instant},
};

/// The step of the journeys in browsers.
pub const JOURNEYS: &str = "journeys";

/// The browsers; the last part of a journey's name is one of them.
pub const BROWSERS: [&str; 3] = ["chromium", "firefox", "webkit"];

/// The browser of which every test runs only some journeys. All of them run with `--only webkit`: in software, under Xvfb,
/// they take as long as those of the other two together.
pub const SLOW: &str = "webkit";

/// Some journeys: from the first answer to the report, saving and loading again, two tabs, without a network, files and
/// what opens again; and the one file, which only the release has.
pub const SOME: [&str; 7] = [
    "journey::a_new_person_answers_comes_back_and_restores_everything_from_the_report",
    "typing::what_one_tab_leaves_takes_nothing_from_another",
    "tabs::two_tabs_show_each_others_changes",
    "offline::after_one_visit_everything_works_without_a_network",
    "formats::every_file_made_in_the_browser_is_the_one_that_the_assessment_yields",
    "carriers::every_carrying_file_brings_the_assessment_back",
    ONE_FILE,
];

const ONE_FILE: &str = "hosting::the_whole_site_is_one_file_that_opens_from_a_disk";

/// Those of what only the release has: the one file, and parts of the program.
pub const OF_RELEASE: [&str; 3] = [
    ONE_FILE,
    "unable::one_file_says_what_its_browser_lacks",
    "security::a_part_of_the_program_that_was_tampered_with_does_not_run_and_can_be_tried_again",
];

/// Which journeys: of these browsers, with this part in their names.
pub struct Wanted<'choice> {
    /// Some of [`BROWSERS`].
    pub browsers: Vec<&'static str>,
    /// A part of the name; an empty one chooses all.
    pub part: &'choice str,
    /// The browsers of which only some journeys are wanted, with those.
    pub some: Vec<(&'static str, &'static [&'static str])>,
    /// Journeys that the site can't have.
    pub without: &'static [&'static str],
}

/// A journey that is over.
struct Done {
    name: String,
    time: Duration,
    passed: bool,
    /// Whether it failed beside others, and this is how it went alone.
    tried_again: bool,
}

/// Runs the journeys on a site and says of each how it went and how long it took. One that fails beside others is tried again
/// alone, and named: what fails twice fails.
pub fn run(tools: &Toolbox, wanted: &Wanted, site: &Path) -> Result<()> {
    let axe = setup::axe(tools)?;
    let program = Program::compiled(tools)?;
    let mut names = program.chosen(wanted)?;
    let mut times = Times::read(&tools.cache);
    // What takes longest comes first, so that nothing long is left alone at the end.
    names.sort_by_key(|name| std::cmp::Reverse(times.of(name).unwrap_or(u128::MAX)));
    println!("{} journeys, {} side by side", names.len(), side_by_side());
    let start = Instant::now();
    let run = |names: Vec<&str>| {
        let mut command = program.command(tools, &names);
        together(command.env("STAGE_ZERO_AXE", &axe).env("STAGE_ZERO_DIST", site), &names)
    };
    let mut done: Vec<_> = each(rounds(&names, &times), side_by_side(), run).into_iter().flatten().collect();
    for journey in done.iter_mut().filter(|journey| !journey.passed) {
        println!("Once more, alone: {}", journey.name);
        let again = run(vec![&journey.name]).pop().expect("each journey is told of");
        *journey = Done { tried_again: true, ..again };
    }
    for journey in done.iter().filter(|journey| journey.passed) {
        times.set(&journey.name, journey.time);
    }
    times.write()?;
    summarise(done, start.elapsed())
}

/// How many run at once: browsers wait more than they work.
fn side_by_side() -> usize {
    let chosen = env::var("STAGE_ZERO_JOURNEYS").ok().and_then(|number| number.parse().ok());
    chosen.unwrap_or_else(|| processors() * 2)
}

/// Which journeys go together, of names in the order in which they are to begin: a few of the same browser, or one long one.
fn rounds<'name>(names: &[&'name str], times: &Times) -> Vec<Vec<&'name str>> {
    /// How long a process should take, in milliseconds, and a journey that nobody has run.
    const LONG: u128 = 60_000;
    const UNKNOWN: u128 = 8_000;
    let mut rounds: Vec<(u128, Vec<&str>)> = Vec::new();
    for name in names {
        let time = times.of(name).unwrap_or(UNKNOWN);
        let fits =
            |(sum, round): &&mut (u128, Vec<&str>)| browser_of(round[0]) == browser_of(name) && *sum + time < LONG;
        match rounds.iter_mut().find(fits) {
            Some((sum, round)) => {
                *sum += time;
                round.push(name);
            }
            None => rounds.push((time, vec![name])),
        }
    }
    rounds.into_iter().map(|(_, round)| round).collect()
}

/// Runs journeys one after the other in a process, and says of each how it went. Its folder stays only if it fails.
fn together(command: &mut Command, names: &[&str]) -> Vec<Done> {
    for name in names {
        fs::remove_dir_all(folder(name)).ok();
    }
    command.args(["--test-threads", "1"]).env("STAGE_ZERO_TOGETHER", names.len().to_string());
    command.env("STAGE_ZERO_EVIDENCE", evidence());
    let mut listener = Listener { done: Vec::new(), said: String::new(), since: Instant::now() };
    let listened = io::pipe().and_then(|(reader, writer)| {
        let mut process = command.stdout(writer.try_clone()?).stderr(writer).spawn()?;
        // Who listens must not hold the end to which is written.
        command.stdout(Stdio::null()).stderr(Stdio::null());
        for line in BufReader::new(reader).split(b'\n') {
            listener.hears(&String::from_utf8_lossy(&line?));
        }
        process.wait()
    });
    let succeeded = listened.as_ref().is_ok_and(ExitStatus::success);
    let how = listened.map_or_else(|error| error.to_string(), |status| status.to_string());
    listener.hears(&format!("the process of the journeys ended: {how}"));
    let missing = names.iter().filter(|name| !listener.done.iter().any(|journey| journey.name == **name));
    for name in missing.collect::<Vec<_>>() {
        listener.ends(name, false);
    }
    // Its browser could not be closed, say: who was the last to have it is tried again.
    if !succeeded
        && listener.done.iter().all(|journey| journey.passed)
        && let Some(last) = listener.done.pop()
    {
        listener.ends(&last.name, false);
    }
    listener.done
}

/// Hears what a process says of its journeys.
struct Listener {
    done: Vec<Done>,
    /// What it has said since the last one was over.
    said: String,
    since: Instant,
}

impl Listener {
    fn hears(&mut self, line: &str) {
        // The words of `tests/src/evidence.rs`; the harness may have begun the line.
        if let Some((_, name)) = line.split_once("journey passed: ") {
            self.ends(name, true);
        } else if let Some((_, name)) = line.split_once("journey failed: ") {
            self.ends(name, false);
        } else {
            self.said.push_str(line);
            self.said.push('\n');
        }
    }

    fn ends(&mut self, name: &str, passed: bool) {
        let (time, folder, said) = (self.since.elapsed(), folder(name), std::mem::take(&mut self.said));
        self.since = Instant::now();
        if passed {
            fs::remove_dir_all(&folder).ok();
            println!("passed {:>6.1} s  {name}", time.as_secs_f64());
        } else {
            project::make_folder(&folder).ok();
            fs::write(folder.join("output.txt"), &said).ok();
            println!(
                "FAILED {:>6.1} s  {name}\n{}\n  all of it is in {}",
                time.as_secs_f64(),
                reason(&said),
                folder.display()
            );
        }
        self.done.push(Done { name: name.to_owned(), time, passed, tried_again: false });
    }
}

/// What a failed test said, without what every test says.
fn reason(output: &str) -> String {
    let lines = output.lines().skip_while(|line| !line.contains("panicked at"));
    let told = lines.take_while(|line| !line.starts_with("failures:") && !line.starts_with("stack backtrace:"));
    told.take(40).map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n")
}

fn summarise(mut done: Vec<Done>, time: Duration) -> Result<()> {
    done.sort_by_key(|journey| std::cmp::Reverse(journey.time));
    println!("\nThe slowest:");
    for Done { name, time, .. } in done.iter().take(10) {
        println!("{:>6.1} s  {name}", time.as_secs_f64());
    }
    for browser in BROWSERS {
        let here = || done.iter().filter(|journey| browser_of(&journey.name) == browser);
        let (count, sum) = (here().count(), here().map(|journey| journey.time.as_secs()).sum::<u64>());
        if count > 0 {
            println!("{count} journeys in {browser}, {sum} s one after the other");
        }
    }
    for journey in done.iter().filter(|journey| journey.passed && journey.tried_again) {
        println!("passed only alone, not beside others: {}", journey.name);
    }
    let failed: Vec<_> = done.iter().filter(|journey| !journey.passed).collect();
    println!("{} journeys in {} s, {} failed", done.len(), time.as_secs(), failed.len());
    for journey in &failed {
        println!("FAILED {}: {}", journey.name, folder(&journey.name).display());
    }
    match failed.len() {
        0 => Ok(()),
        1 => Err(Failure::Check(format!(
            "the journey {} failed: see {}",
            failed[0].name,
            folder(&failed[0].name).display()
        ))),
        n => Err(Failure::Check(format!("{n} journeys failed: see {}", evidence().display()))),
    }
}

/// The program that holds all journeys.
pub struct Program {
    path: String,
    /// A line `file::journey::browser: test` for each.
    list: String,
}

impl Program {
    /// Compiles it, with all tests.
    pub fn compiled(tools: &Toolbox) -> Result<Self> {
        let path = Compiled::all(tools)?.program("test", "journeys")?;
        let list = tools.ask(&path, &["--list", "--format=terse"]).unwrap_or_default();
        Ok(Self { path, list })
    }

    /// The names of journeys.
    pub fn chosen(&self, wanted: &Wanted) -> Result<Vec<&str>> {
        let names = chosen(&self.list, wanted)?;
        match names.is_empty() {
            false => Ok(names),
            true => {
                let browsers = wanted.browsers.join(", ");
                Err(Failure::Check(format!("no journey in {browsers} has '{}' in its name", wanted.part)))
            }
        }
    }

    /// A command that runs journeys on the built site and lets them print.
    pub fn command(&self, tools: &Toolbox, names: &[&str]) -> Command {
        let mut command = tools.command(&self.path);
        command.args(["--exact", "--nocapture"]).args(names).env("STAGE_ZERO_DIST", project::dist());
        command
    }
}

/// Where a journey leaves what it leaves.
fn folder(name: &str) -> PathBuf {
    let (journey, browser) = name.rsplit_once("::").unwrap_or((name, ""));
    evidence().join(browser).join(journey.replace("::", "."))
}

fn evidence() -> PathBuf {
    project::root().join("target/e2e")
}

fn browser_of(test: &str) -> &str {
    test.rsplit("::").next().unwrap_or_default()
}

/// Reads `file::journey::browser: test`, a line for each test. One that belongs to no browser would never run.
fn chosen<'list>(list: &'list str, wanted: &Wanted) -> Result<Vec<&'list str>> {
    let tests: Vec<_> = list.lines().filter_map(|line| line.strip_suffix(": test")).collect();
    if let Some(stray) = tests.iter().find(|test| !BROWSERS.contains(&browser_of(test))) {
        return Err(Failure::Check(format!("the test {stray} is of no browser; `journey!` makes it one")));
    }
    let there = tests.into_iter().filter(|test| !wanted.without.iter().any(|other| test.starts_with(other)));
    let of_browser = there.filter(|test| wanted.browsers.contains(&browser_of(test)));
    let is_wanted = |test: &&str| {
        let some = wanted.some.iter().find(|(browser, _)| *browser == browser_of(test));
        some.is_none_or(|(_, some)| some.iter().any(|some| test.starts_with(some)))
    };
    Ok(of_browser.filter(|test| test.contains(wanted.part)).filter(is_wanted).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names<'list>(list: &'list str, part: &str, browser: &'static str) -> Result<Vec<&'list str>> {
        chosen(list, &Wanted { browsers: vec![browser], part, some: Vec::new(), without: &[] })
    }

    #[test]
    fn a_journey_is_chosen_by_a_part_of_its_name_and_by_browser() {
        let list = "a::closing::chromium: test\na::closing::firefox: test\nb::chromium_dies::firefox: test\n";
        assert_eq!(names(list, "clos", "firefox").unwrap(), ["a::closing::firefox"]);
        assert_eq!(names(list, "", "chromium").unwrap(), ["a::closing::chromium"]);
        assert!(names(list, "opening", "firefox").unwrap().is_empty());
    }

    #[test]
    fn of_a_slow_browser_some_are_wanted() {
        let list = format!("{}::webkit: test\na::closing::webkit: test\na::closing::firefox: test\n", SOME[0]);
        let wanted = Wanted { browsers: BROWSERS.into(), part: "", some: vec![(SLOW, &SOME)], without: &[] };
        assert_eq!(chosen(&list, &wanted).unwrap(), [&*format!("{}::webkit", SOME[0]), "a::closing::firefox"]);
    }

    #[test]
    fn journeys_of_one_browser_go_together_and_a_long_one_alone() {
        let mut times = Times::read(Path::new("/nowhere"));
        times.set("a::firefox", Duration::from_secs(90));
        let names = ["a::firefox", "b::firefox", "c::chromium", "d::firefox"];
        assert_eq!(rounds(&names, &times), [vec![names[0]], vec![names[1], names[3]], vec![names[2]]]);
    }

    #[test]
    fn what_a_journey_said_is_told_of_it_and_of_no_other() {
        let mut listener = Listener { done: Vec::new(), said: String::new(), since: Instant::now() };
        for line in ["test a::x::none ... journey begins: a::x::none", "seed 4", "journey passed: a::x::none", "ok"] {
            listener.hears(line);
        }
        assert_eq!(listener.said, "ok\n");
        assert!(listener.done.len() == 1 && listener.done[0].passed && listener.done[0].name == "a::x::none");
    }

    #[test]
    fn a_test_that_would_never_run_is_named() {
        let failure = names("a::closing::chromium: test\na::alone: test\n", "", "chromium").unwrap_err();
        assert!(failure.to_string().contains("a::alone"), "{failure}");
    }

    #[test]
    fn a_reason_is_what_the_test_said() {
        let output =
            "running 1 test\nseed 4\nthread 'x' panicked at a.rs:1:2:\nno level\nAt #/\nstack backtrace:\n  0: y\n";
        assert_eq!(reason(output), "  thread 'x' panicked at a.rs:1:2:\n  no level\n  At #/");
    }
}
