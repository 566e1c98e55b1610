//! `cargo xtask bench PEERS_FOLDER`: the site beside its peers, in the same browser and the same run; the same with ten
//! times the catalogue; and what the full outcome costs in the browser. Writes `docs/performance.md`.
//!
//! The peers' folder is a harness with its own README: `run.mjs` measures, `.out/` holds the peers that were built.

use crate::{
    failure::{Failure, Result},
    project, setup, site, size,
    static_server::StaticServer,
    toolbox::{self, Toolbox},
};
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

/// Runs the command.
pub fn run(arguments: &[String]) -> Result<()> {
    let (mut quick, mut base, mut peers) = (false, None, None);
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        match &**word {
            "--quick" => quick = true,
            "--base" => base = words.next().map(PathBuf::from),
            _ => peers = Some(word),
        }
    }
    if let Some(base) = &base {
        return beside(&Toolbox::open(), base);
    }
    let Some(peers) = peers else {
        return Err(Failure::Usage("usage: cargo xtask bench PEERS_FOLDER [--quick] | --base FOLDER".into()));
    };
    let peers = fs::canonicalize(peers).map_err(Failure::file(Path::new(peers)))?;
    for needed in [format!(".out/{FLOOR}"), format!(".out/{FLOOR}-10x"), "node_modules/playwright-core".into()] {
        if !peers.join(&needed).exists() {
            let run = format!("cd {} && npm install && node peers/build.mjs", peers.display());
            return Err(Failure::Missing { what: format!("{needed} in {}", peers.display()), run });
        }
    }
    let tools = Toolbox::open();
    setup::for_building(&tools)?;
    setup::for_lighthouse(&tools)?;
    site::build()?;
    let repeats = if quick { QUICK } else { THOROUGH };
    let mut text = String::from(HEAD);
    for (times, heading) in [(1, "As it is"), (10, "With ten times the catalogue")] {
        let bench = Bench { tools: &tools, peers: &peers, times, repeats };
        text.push_str(&format!("\n## {heading}\n{}\n{}", bench.first_visit()?, bench.answered()?));
    }
    text.push_str(&format!("\n{}\n", outcome(&tools)?));
    let file = project::root().join("docs/performance.md");
    project::write(&file, text.as_bytes())?;
    println!("Wrote {}.", file.display());
    Ok(())
}

const HEAD: &str = "\
# Performance
Made by `cargo xtask bench PEERS_FOLDER`: our release, the floor (a questionnaire of the same size written by hand, with
nothing else in it) and SurveyJS, in turns, in the same browser. Compare the ratios to the floor, not the milliseconds:
they depend on the machine and on what else it does. `tests/bench/` has the adapters, which say what is measured.

Ours differs from the others: it asks 146 requirements and 93 controls, a clause view is one sub-clause (6.2, the longest,
13 requirements; theirs has some 20), a control has twice as many elements, and everything is stored in IndexedDB with
durability `strict`, 30 ms after a click, when it is painted. A first visit counts as interactive when a click on 'Start a
new assessment' has made one; its bytes and requests hold the part that comes next too, which that click asks for (`cargo
xtask size` has the first view alone). All controls count as open when each is listed with name and decision and those in the
window have all their fields. The fields of the others follow in slices of a dozen, 16 ms apart, and all at once before
printing: the column 'ours, whole' waits for the last of them. 'Saved state' counts `localStorage`, where ours keeps nothing;
'items answered' is what the page shows, and ours shows requirements (the 93 controls are answered too). PEERS_FOLDER has the
harness and the other pages, built: it is no part of the project.

What is above its aim, by profiles of 24 November 2026:
- **First view, 124 kB (aim 118)**: 110 kB are the frame's program. Of its code, before compression, 20 % each are Yew and
  our views with our store, 19 % Rust's own library, 17 % calls of the browser, 13 % catalogue and assessment. What opens,
  changes and stores an assessment is in it, so that 'Start' waits for nothing more.
- **All programs and scripts of the page, 471 kB (aim 440)**, without what only a host's `site.json` asks for.
- **A click, less that on nothing: 1.4 to 1.6 ×, by the run (aim 1.5)**: most is the browser's: beginning a transaction
  (1 ms), its two writes (1 ms) and reads, and style and layout of a card with twice the elements.
- **All controls whole in more than 2 ×**: 5,086 elements instead of 2,374. Two thirds of the script are the browser's
  `insertBefore`, `cloneNode`, `setAttribute` and the decoding of the texts that go to them.
- **A reload, 1.9 × and, at CPU/4, 2.3 × (aim 1.5)**: 20 ms of 90 are script, in five short pieces. The others
  are waits in a row: page, script, program, database, records, frame. The floor reads its records from `localStorage`,
  where it waits for nothing.
- **Ten times the catalogue, all controls**: as above, for 930 cards; they take 27 MB of the program's memory.
";

/// The present site beside an earlier one, a finished `dist/`: what a first journey loads, and how long it takes.
fn beside(tools: &Toolbox, base: &Path) -> Result<()> {
    setup::for_lighthouse(tools)?;
    site::build()?;
    let serve = |folder: &Path| StaticServer::start(folder.to_owned(), 0).map_err(Failure::file(folder));
    let (before, now) = (serve(base)?, serve(&project::dist())?);
    let sites = [("before", before.address()), ("now", now.address())];
    for line in size::journeys(tools, &sites, &["--times"])? {
        println!("| {} |", line.join(" | "));
    }
    Ok(())
}

/// One size of the catalogue.
struct Bench<'a> {
    tools: &'a Toolbox,
    peers: &'a Path,
    times: usize,
    repeats: &'a [&'a str],
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
        let site = self.site()?;
        let (table, numbers) = (self.place("table.md"), self.place(&format!("{adapter}.json")));
        let suffix = if self.times == 1 { String::new() } else { format!("-{}x", self.times) };
        let adapter = project::root().join("tests/bench").join(adapter);
        let mut command = self.tools.command("node");
        command.current_dir(self.peers).arg("run.mjs").args(["--only", phases, "--baseline", "floor"]);
        command.args(["--target", &format!("floor=.out/{FLOOR}{suffix}")]);
        // With ten times the items it takes minutes to load, and half an hour to fill in.
        if self.times == 1 {
            command.args(["--target", &format!("surveyjs=.out/{PEER}@surveyjs")]);
        }
        command.args(["--target", &format!("ours={}@{}", site.display(), adapter.display())]);
        if phases.contains("interact") {
            // What the person does not wait for: the cards below the window.
            let whole = adapter.with_file_name("whole.mjs");
            command.args(["--target", &format!("ours, whole={}@{}", site.display(), whole.display())]);
        }
        command.args(self.repeats).arg("--md").arg(&table).arg("--out").arg(&numbers);
        command.env("STAGE_ZERO_ANSWERED", answered.unwrap_or(Path::new("")));
        toolbox::run(&mut command)?;
        project::text(&table)
    }

    /// The site as it is measured: the harness puts expressions into the page, which our policy forbids.
    fn site(&self) -> Result<PathBuf> {
        let copy = self.place("site");
        if copy.join("index.html").exists() && self.times > 1 {
            return Ok(copy);
        }
        let built = if self.times == 1 { project::dist() } else { self.larger()? };
        for file in project::files(&built)? {
            let to = copy.join(file.strip_prefix(&built).unwrap_or(&file));
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
        let mut command = site::bundler(self.tools);
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

/// What the full outcome costs in the browser.
fn outcome(tools: &Toolbox) -> Result<String> {
    const EXAMPLE: &str = "outcome_in_browser";
    let target = project::root().join("target/bench/outcome-build");
    let build = ["build", "--release", "--package", "readiness", "--target", "wasm32-unknown-unknown", "--example"];
    toolbox::run(tools.command("cargo").args(build).arg(EXAMPLE).env("CARGO_TARGET_DIR", &target))?;
    let folder = project::root().join("target/bench/outcome");
    project::make_folder(&folder)?;
    let wasm = target.join(format!("wasm32-unknown-unknown/release/examples/{EXAMPLE}.wasm"));
    toolbox::run(site::bundler(tools).arg("bind").args([&wasm, &folder]))?;
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
