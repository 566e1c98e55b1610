//! Several steps side by side: a lane is a thread, a step in it a process of its own, whose words are shown when it is over.

use super::{
    Done, Outcome,
    choice::Choice,
    journeys::JOURNEYS,
    steps::{BUILD, Lane, Step},
};
use crate::{
    failure::{Failure, Result},
    project,
};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::{Condvar, Mutex},
    thread,
    time::{Duration, Instant},
};

/// Tells a process that it is one step of a run, whose site is built.
const PART: &str = "STAGE_ZERO_STEP";

/// Whether this process is one step of a run.
pub fn is_part() -> bool {
    env::var_os(PART).is_some()
}

/// A run of several steps.
struct Run<'run> {
    /// This program as it was when it started: compiling all tests may put another in its place.
    program: PathBuf,
    folder: PathBuf,
    choice: &'run Choice,
    /// How the build went, once it has.
    built: (Mutex<Option<bool>>, Condvar),
    done: Mutex<Vec<Done>>,
}

/// Runs the steps, and gives them in the order in which they ended.
pub fn run(steps: &[&'static Step], choice: &Choice) -> Result<Vec<Done>> {
    let folder = project::root().join("target/test");
    project::make_folder(&folder)?;
    let program = folder.join("xtask");
    fs::remove_file(&program).ok();
    let itself = env::current_exe().map_err(Failure::file(&program))?;
    fs::copy(&itself, &program).map_err(Failure::file(&itself))?;
    // Where no step builds it, the site is there already.
    let is_built = Mutex::new((!steps.iter().any(|step| step.name == BUILD)).then_some(true));
    let run = Run { program, folder, choice, built: (is_built, Condvar::new()), done: Mutex::default() };
    thread::scope(|scope| {
        for lane in [Lane::Sources, Lane::Site, Lane::Built, Lane::Browsers] {
            let (run, steps) = (&run, steps.iter().filter(move |step| step.lane == lane));
            scope.spawn(move || steps.for_each(|step| run.step(step)));
        }
    });
    Ok(run.done.into_inner().unwrap_or_default())
}

impl Run<'_> {
    fn step(&self, step: &Step) {
        let is_ready = !step.needs_site() || self.is_built();
        let start = Instant::now();
        let outcome = if is_ready { self.attempt(step) } else { Outcome::NotRun };
        if step.name == BUILD {
            *self.built.0.lock().expect("no lane panics") = Some(matches!(outcome, Outcome::Passed));
            self.built.1.notify_all();
        }
        self.done.lock().expect("no lane panics").push(Done { name: step.name, outcome, time: start.elapsed() });
    }

    /// Waits for the build.
    fn is_built(&self) -> bool {
        let built = self.built.0.lock().expect("no lane panics");
        let built = self.built.1.wait_while(built, |built| built.is_none()).expect("no lane panics");
        *built == Some(true)
    }

    fn attempt(&self, step: &Step) -> Outcome {
        println!("── {} begins: {}", step.name, step.explains);
        let start = Instant::now();
        let log = self.folder.join(format!("{}.log", step.name));
        let mut command = Command::new(&self.program);
        if step.lane == Lane::Sources {
            // What compiles and tests sources leaves the processor to the build and to browsers, for which people wait.
            command = Command::new("nice");
            command.arg("-n10").arg(&self.program);
        }
        command.args(["test", "--only", step.name]).env(PART, "1").stdin(Stdio::null());
        if self.choice.is_quick() {
            command.arg("--quick");
        }
        // Journeys say themselves how each went.
        let is_live = step.name == JOURNEYS;
        if is_live {
            command.args(self.choice.of_journeys());
        }
        if !is_live && let Err(failure) = write_to(&log, &mut command) {
            return Outcome::Failed(failure);
        }
        let succeeded = command.status().is_ok_and(|status| status.success());
        let said = if is_live { String::new() } else { fs::read_to_string(&log).unwrap_or_default() };
        println!("{}", ended(step.name, succeeded, start.elapsed(), &said));
        match succeeded {
            true => Outcome::Passed,
            false => Outcome::Failed(Failure::Check(reason(&said, step.name))),
        }
    }
}

fn write_to(log: &Path, command: &mut Command) -> Result<()> {
    let file = fs::File::create(log).map_err(Failure::file(log))?;
    let errors = file.try_clone().map_err(Failure::file(log))?;
    command.stdout(file).stderr(errors);
    Ok(())
}

/// All that a step has said, in one piece, so that lanes do not mix.
fn ended(name: &str, succeeded: bool, time: Duration, said: &str) -> String {
    let how = if succeeded { "passed" } else { "FAILED" };
    let said: String = said.lines().map(|line| format!("   {line}\n")).collect();
    format!("{said}── {name} {how} after {} s", time.as_secs())
}

/// What a step said last is why it failed.
fn reason(said: &str, name: &str) -> String {
    said.lines().rfind(|line| !line.trim().is_empty()).map_or_else(|| format!("see {name} above"), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_step_says_stays_together_and_ends_with_how_it_went() {
        let text = ended("fmt", false, Duration::from_secs(3), "Diff in a.rs\n-x\n");
        assert_eq!(text, "   Diff in a.rs\n   -x\n── fmt FAILED after 3 s");
        assert_eq!(reason("Diff in a.rs\n`cargo fmt` failed\n\n", "fmt"), "`cargo fmt` failed");
    }
}
