//! `cargo xtask bench PEERS_FOLDER`: the site beside its peers, in the same browser and the same run; the same with ten
//! times the catalogue; and what the full outcome costs in the browser. Writes the tables of `docs/performance.md`.
//!
//! With `--base FOLDER` instead: beside an earlier one, a finished `dist/`; what needs no floor, without PEERS_FOLDER too.
//!
//! The peers' folder is a harness with its own README: `run.mjs` measures, `.out/` holds the peers that were built.

use crate::{
    failure::{Failure, Result},
    project, setup, site, size,
    toolbox::{self, Toolbox},
};
use static_server::StaticServer;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Who is measured beside us: the folder in `.out/`, and the adapter.
const FLOOR: &str = "vanilla";
const PEER: &str = "surveyjs-react";

/// How often things are repeated: for a table that counts, and for a quick look.
const THOROUGH: &[&str] = &["--reps", "7", "--rounds", "3", "--clicks", "100", "--keys", "60", "--heavy", "8"];
const QUICK: &[&str] = &["--reps", "3", "--rounds", "1", "--clicks", "30", "--keys", "20", "--heavy", "3"];

/// Where the tables begin in `docs/performance.md`; what stands before them is written by hand.
const TABLES: &str = "\n## As it is\n";

/// Which rows of the harness's tables show beside an earlier site how the two differ.
const ROWS: &[&str] = &[
    "First contentful paint, CPU/4",
    "Interactive, CPU/4",
    "– main-thread CPU per",
    "– the same for a click on nothing",
    "Open the all-controls view, CPU/4",
    "Reload, all answered",
    "– CPU/4 (ms)",
    "Wasm memory",
];

/// Runs the command.
pub fn run(arguments: &[String]) -> Result<()> {
    let (mut quick, mut base, mut peers) = (false, None, None);
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        match &**word {
            "--quick" => quick = true,
            "--base" => base = words.next().map(Path::new),
            _ => peers = Some(Path::new(word)),
        }
    }
    if peers.is_none() && base.is_none() {
        return Err(Failure::Usage("usage: cargo xtask bench [PEERS_FOLDER] [--base FOLDER] [--quick]".into()));
    }
    let peers = peers.map(peers_in).transpose()?;
    let tools = Toolbox::open();
    setup::for_building(&tools)?;
    setup::for_lighthouse(&tools)?;
    site::build()?;
    let repeats = if quick { QUICK } else { THOROUGH };
    let bench = |times| peers.as_ref().map(|peers| Bench { tools: &tools, peers, times, repeats, base });
    if let Some(base) = base {
        return beside(&tools, base, bench(1));
    }
    let mut tables = String::from(TABLES);
    for (heading, bench) in [("", bench(1)), ("\n## With ten times the catalogue\n", bench(10))] {
        let Some(bench) = bench else { continue };
        tables.push_str(&format!("{heading}{}\n{}", bench.first_visit()?, bench.answered()?));
    }
    tables.push_str(&format!("\n{}\n\n{}\n", outcome(&tools)?, drafts(&tools)?));
    let file = project::root().join("docs/performance.md");
    let text = project::text(&file)?;
    let by_hand = text.split_once(TABLES).map_or(&*text, |(before, _)| before);
    project::write(&file, [by_hand, &tables].concat().as_bytes())?;
    println!("Wrote {}.", file.display());
    Ok(())
}

/// The folder of the peers, which were built.
fn peers_in(folder: &Path) -> Result<PathBuf> {
    let peers = fs::canonicalize(folder).map_err(Failure::file(folder))?;
    for needed in [format!(".out/{FLOOR}"), format!(".out/{FLOOR}-10x"), "node_modules/playwright-core".into()] {
        if !peers.join(&needed).exists() {
            let run = format!("cd {} && npm install && node peers/build.mjs", peers.display());
            return Err(Failure::Missing { what: format!("{needed} in {}", peers.display()), run });
        }
    }
    Ok(peers)
}

/// The present site beside an earlier one, in turns in one run of one browser: what a first journey loads and how long it
/// takes, the size of all programs, and, where the harness is there, work in an assessment beside the floor's.
fn beside(tools: &Toolbox, base: &Path, bench: Option<Bench>) -> Result<()> {
    let dist = project::dist();
    let serve = |folder: &Path| StaticServer::start(folder.to_owned(), 0).map_err(Failure::file(folder));
    let (before, now) = (serve(base)?, serve(&dist)?);
    let sites = [("before", before.address()), ("now", now.address())];
    println!("\n| site | what | median | |\n|---|---|---:|---|");
    for line in size::journeys(tools, &sites, &["--times"])? {
        println!("| {} |", line.join(" | "));
    }
    for (name, folder) in [("before", base), ("now", &dist)] {
        println!("| {name} | all programs and scripts of the page, brotli | {} | B |", size::of_page(folder)?);
    }
    let Some(bench) = bench else { return Ok(()) };
    let is_shown = |line: &&str| {
        let cell = line.strip_prefix("| ");
        cell.is_none_or(|cell| cell.starts_with('|') || ROWS.iter().any(|row| cell.starts_with(row)))
    };
    for table in [bench.first_visit()?, bench.answered()?] {
        println!("\n{}", table.lines().filter(is_shown).collect::<Vec<_>>().join("\n"));
    }
    Ok(())
}

/// One size of the catalogue.
struct Bench<'a> {
    tools: &'a Toolbox,
    peers: &'a Path,
    times: usize,
    repeats: &'a [&'a str],
    /// An earlier site, to be measured in the place of the peer.
    base: Option<&'a Path>,
}

impl Bench<'_> {
    /// Measures the load.
    fn first_visit(&self) -> Result<String> {
        self.measure("first-visit.mjs", "load", None)
    }

    /// Measures work in an assessment that is fully answered.
    fn answered(&self) -> Result<String> {
        let cli = |command: &mut std::process::Command| {
            command.args(["run", "--quiet", "--package", "stage-zero-cli", "--profile", "native", "--", "catalogue"]);
            let output = self.sized(command).output().map_err(Failure::file(Path::new("cargo")))?;
            Ok::<_, Failure>(output.stdout)
        };
        let catalogue = self.place("catalogue.json");
        project::write(&catalogue, &cli(&mut self.tools.command("cargo"))?)?;
        let answered = self.place("answered.json");
        let (from, to) = (catalogue.display().to_string(), answered.display().to_string());
        self.tools.run("node", &["tests/bench/answered.mjs", &from, &to])?;
        self.measure("adapter.mjs", "fill,interact,memory,reload", Some(&answered))
    }

    /// Runs the harness and returns its table.
    fn measure(&self, adapter: &str, phases: &str, answered: Option<&Path>) -> Result<String> {
        let mut sites = vec![("ours", self.site()?)];
        if let Some(base) = self.base {
            sites.insert(0, ("before", self.without_policy("before", base)?));
        }
        let (table, numbers) = (self.place("table.md"), self.place(&format!("{adapter}.json")));
        let suffix = if self.times == 1 { String::new() } else { format!("-{}x", self.times) };
        let adapter = project::root().join("tests/bench").join(adapter);
        let mut command = self.tools.command("node");
        command.current_dir(self.peers).arg("run.mjs").args(["--only", phases, "--baseline", "floor"]);
        command.args(["--target", &format!("floor=.out/{FLOOR}{suffix}")]);
        // With ten times the items it takes minutes to load, and half an hour to fill in.
        if self.times == 1 && self.base.is_none() {
            command.args(["--target", &format!("surveyjs=.out/{PEER}@surveyjs")]);
        }
        for (name, site) in &sites {
            command.args(["--target", &format!("{name}={}@{}", site.display(), adapter.display())]);
            if phases.contains("interact") {
                // Who goes to the last of all cards at once.
                let whole = adapter.with_file_name("whole.mjs");
                command.args(["--target", &format!("{name}, whole={}@{}", site.display(), whole.display())]);
            }
        }
        command.args(self.repeats).arg("--md").arg(&table).arg("--out").arg(&numbers);
        command.env("STAGE_ZERO_ANSWERED", answered.unwrap_or(Path::new("")));
        toolbox::run(&mut command)?;
        project::text(&table)
    }

    /// The site as it is measured.
    fn site(&self) -> Result<PathBuf> {
        let copy = self.place("site");
        if copy.join("index.html").exists() && self.times > 1 {
            return Ok(copy);
        }
        let built = if self.times == 1 { project::dist() } else { self.larger()? };
        self.without_policy("site", &built)
    }

    /// A copy of a site: the harness puts expressions into the page, which our policy forbids.
    fn without_policy(&self, name: &str, built: &Path) -> Result<PathBuf> {
        let copy = self.place(name);
        for file in project::files(built)? {
            let to = copy.join(file.strip_prefix(built).unwrap_or(&file));
            project::make_folder(to.parent().unwrap_or(&copy))?;
            project::write(&to, &project::read(&file)?)?;
        }
        let page = copy.join("index.html");
        let html = project::text(&page)?;
        let start = html.find("<meta http-equiv=Content-Security-Policy").unwrap_or_default();
        let end = html[start..].find("\">").map_or(start, |length| start + length + 2);
        project::write(&page, [&html[..start], &html[end..]].concat().as_bytes())?;
        Ok(copy)
    }

    /// Builds the site with the larger catalogue, apart from the release and from what that is made of.
    fn larger(&self) -> Result<PathBuf> {
        let dist = self.place("dist");
        println!("Building the site with {} times the catalogue …", self.times);
        let mut command = site::bundler(self.tools)?;
        toolbox::run(self.sized(command.arg("release").arg("--out").arg(&dist)))?;
        Ok(dist)
    }

    /// Lets cargo make a catalogue of this size, in a target folder of its own.
    fn sized<'c>(&self, command: &'c mut std::process::Command) -> &'c mut std::process::Command {
        if self.times == 1 {
            return command;
        }
        let target = project::root().join(format!("target/times-{}", self.times));
        command.env("STAGE_ZERO_TIMES", self.times.to_string()).env("CARGO_TARGET_DIR", target)
    }

    fn place(&self, name: &str) -> PathBuf {
        let folder = project::root().join(format!("target/bench/{}", self.times));
        let _ = project::make_folder(&folder);
        folder.join(name)
    }
}

/// What all drafts of a sample cost in the worker of the site that was built.
fn drafts(tools: &Toolbox) -> Result<String> {
    let server = StaticServer::start(project::dist(), 0).map_err(Failure::file(&project::dist()))?;
    let npm = tools.npm("test").display().to_string();
    let browser = tools.find("chromium").unwrap_or_default().display().to_string();
    let samples = ["software-firm", "manufacturer", "consultancy"];
    let samples = samples.map(|name| format!("tests/fixtures/samples/{name}.json"));
    let words = ["tests/bench/drafts.mjs".to_owned(), npm, browser, server.address()].into_iter().chain(samples);
    let words: Vec<_> = words.collect();
    let printed = tools.ask("node", &words.iter().map(String::as_str).collect::<Vec<_>>());
    printed.ok_or_else(|| Failure::Check("the drafts could not be measured in the browser".into()))
}

/// What the full outcome costs in the browser.
fn outcome(tools: &Toolbox) -> Result<String> {
    const EXAMPLE: &str = "outcome_in_browser";
    let target = project::root().join("target/bench/outcome-build");
    let build = ["build", "--release", "--package", "readiness", "--target", "wasm32-unknown-unknown", "--example"];
    toolbox::run(tools.command("cargo").args(build).arg(EXAMPLE).env("CARGO_TARGET_DIR", &target))?;
    let folder = project::root().join("target/bench/outcome");
    project::make_folder(&folder)?;
    let wasm = target.join(format!("wasm32-unknown-unknown/release/examples/{EXAMPLE}.wasm"));
    toolbox::run(site::bundler(tools)?.arg("bind").args([&wasm, &folder]))?;
    project::write(
        &folder.join("index.html"),
        b"<!doctype html><script type=module>import init from './outcome_in_browser.js'; init({ module_or_path: 'outcome_in_browser.wasm' });</script>",
    )?;
    let server = StaticServer::start(folder.clone(), 0).map_err(Failure::file(&folder))?;
    let npm = tools.npm("test").display().to_string();
    let browser = tools.find("chromium").unwrap_or_default().display().to_string();
    let printed = tools.ask("node", &["tests/bench/outcome.mjs", &npm, &browser, &server.address()]);
    printed.ok_or_else(|| Failure::Check("the outcome could not be measured in the browser".into()))
}
