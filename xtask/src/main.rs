//! What a person or CI runs here: `cargo xtask <command>`. One file a command, one a tool that several share.

mod bench;
mod dist;
mod fingerprint;
mod fuzz;
mod reproduce;
mod screenshots;
mod seed_runs;
mod serve;
mod setup;
mod site;
mod size;
mod test;
mod torture;

use failure::{Failure, Result};
use std::{env, process::ExitCode};
use xtask::{beside, check_content, compile, failure, guidance, lean, project, toolbox};

/// A command: its name with its arguments, what it does in a line, and the code.
type Command = (&'static str, &'static str, &'static str, fn(&[String]) -> Result<()>);

const COMMANDS: &[Command] = &[
    (
        "serve",
        "[--port 8080] [--release | --debug]",
        "install what is missing, build the site, serve it on this machine; --release: as hosts get it",
        serve::run,
    ),
    (
        "test",
        "[--quick] [--only STEP]… [--journey NAME]",
        "every check there is, with one summary at the end",
        test::run,
    ),
    (
        "torture",
        "[--kills N] [--browser B] [--seed S]",
        "kill browsers while they write, and let tabs edit at random, for long",
        torture::run,
    ),
    (
        "dist",
        "[--url ADDRESS]",
        "leave in dist/ what any static host can serve, and in release/ the same to hand on",
        dist::run,
    ),
    ("reproduce", "", "build the present commit twice, in two places, and compare every byte", reproduce::run),
    ("size", "", "bytes of the first load by file, and the budget for them", size::run),
    (
        "check-content",
        "[--all]",
        "every problem of content/, and what a language lacks; --all: guidance too",
        check_content::run,
    ),
    ("guidance", "", "write the guidance that the site loads later (Trunk calls this)", guidance::run),
    ("seed-runs", "FILE", "keep hashes of the source page's wording, which no text may repeat", seed_runs::run),
    ("fuzz", "[--minutes 30] [READER]…", "give every reader input that nobody thought of", fuzz::run),
    (
        "bench",
        "[PEERS_FOLDER] [--base FOLDER] [--quick]",
        "measure the site beside its peers, into docs/performance.md; or beside an earlier dist/",
        bench::run,
    ),
    ("screenshots", "", "take the README's pictures again", screenshots::run),
    ("setup", "", "install every tool that serve and test need", setup::run),
];

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let outcome = match arguments.split_first() {
        None => {
            print_help();
            Ok(())
        }
        Some((name, _)) if ["help", "--help", "-h"].contains(&name.as_str()) => {
            print_help();
            Ok(())
        }
        Some((name, rest)) => match COMMANDS.iter().find(|command| command.0 == name) {
            Some((_, _, _, run)) => run(rest),
            None => Err(Failure::Usage(format!("there is no command '{name}'; `cargo xtask --help` lists them"))),
        },
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Reported) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn print_help() {
    println!("cargo xtask <command>\n");
    for (name, arguments, explanation, _) in COMMANDS {
        println!("  {:<38} {explanation}", format!("{name} {arguments}"));
    }
    println!(
        "\nTools are kept in $STAGE_ZERO_CACHE, or else in $XDG_CACHE_HOME/stage-zero or ~/.cache/stage-zero, for every clone on this machine."
    );
}
