//! `cargo xtask fuzz [--minutes 30] [READER]…`: gives the readers input that nobody thought of, for as long as it is
//! told, and before, as `properties`, the core's random tests many cases that nobody has seen. What readers are held to stands in `fuzz/src`; what was found lies in `fuzz/corpora` and is replayed by the tests.

use crate::{
    failure::{Failure, Result},
    project, setup,
    toolbox::{self, Toolbox},
};
use std::fs;

/// Runs the command.
pub fn run(arguments: &[String]) -> Result<()> {
    let mut minutes: u64 = 30;
    let mut chosen = Vec::new();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        if argument == "--minutes" {
            let number = rest.next().and_then(|number| number.parse().ok());
            minutes = number.ok_or_else(|| Failure::Usage("--minutes needs a whole number, such as 30".into()))?;
        } else {
            chosen.push(argument.as_str());
        }
    }
    let mut readers = readers()?;
    readers.insert(0, PROPERTIES.to_owned());
    if let Some(unknown) = chosen.iter().find(|name| !readers.iter().any(|reader| reader == *name)) {
        return Err(Failure::Usage(format!("there is no reader '{unknown}'; there are {}", readers.join(", "))));
    }
    let tools = Toolbox::open();
    for reader in readers.iter().filter(|reader| chosen.is_empty() || chosen.contains(&reader.as_str())) {
        match reader.as_str() {
            PROPERTIES => properties(&tools)?,
            reader => fuzz(&tools, reader, minutes)?,
        }
    }
    Ok(())
}

/// What stands for the properties among the readers.
const PROPERTIES: &str = "properties";

/// Runs the properties of the core with fifty times the cases of a test, new ones each time.
fn properties(tools: &Toolbox) -> Result<()> {
    println!("{PROPERTIES}: 3,000 cases each …");
    let mut command = tools.command("cargo");
    command.env("PROPTEST_CASES", "3000").env("PROPTEST_MAX_GLOBAL_REJECTS", "1000000");
    toolbox::run(command.args(["test", "--package", "readiness", "--tests", "--no-fail-fast"]))
}

/// New inputs go into `target/`: only what somebody picks from there is kept.
fn fuzz(tools: &Toolbox, reader: &str, minutes: u64) -> Result<()> {
    setup::for_fuzzing(tools)?;
    println!("{reader}: {minutes} minutes …");
    let found = project::root().join("target/fuzz/corpora").join(reader);
    project::make_folder(&found)?;
    let kept = project::root().join("fuzz/corpora").join(reader);
    let seconds = format!("-max_total_time={}", minutes * 60);
    toolbox::run(
        tools
            .command("cargo")
            .env("RUSTUP_TOOLCHAIN", setup::FUZZING_TOOLCHAIN)
            // What ships is small and takes long to link; this is to compile soon and to try as much as can be.
            .envs([("CARGO_PROFILE_RELEASE_LTO", "off"), ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "2")])
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .args(["fuzz", "run", "--features", "fuzzing", reader])
            .args([found, kept])
            .args(["--", &seconds, "-print_final_stats=1", "-timeout=20", "-rss_limit_mb=2048"]),
    )
    .map_err(|_| {
        Failure::Check(format!("{reader} broke a promise; the input is named above and lies in fuzz/artifacts"))
    })
}

/// The names of the readers to fuzz: each has a target.
fn readers() -> Result<Vec<String>> {
    let folder = project::root().join("fuzz/targets");
    let entries = fs::read_dir(&folder).map_err(Failure::file(&folder))?;
    let mut names: Vec<String> =
        entries.filter_map(|entry| Some(entry.ok()?.file_name().to_str()?.strip_suffix(".rs")?.to_owned())).collect();
    names.sort();
    Ok(names)
}
