//! `cargo xtask size`: what the first view loads, by file, and whether it keeps the budget.

use crate::{
    failure::{Failure, Result},
    lean, project, setup, site,
    toolbox::Toolbox,
};
use content_compiler::ENGLISH;
use static_server::StaticServer;
use std::path::{Path, PathBuf};

/// The first load, compressed with brotli, in bytes.
const BUDGET: u64 = 82_500;
/// The same where the standard library is not compiled along, see [`lean::is_lean`].
const USUAL_BUDGET: u64 = 90_000;

/// What a first journey loads, all bytes with headers and all requests: see `tests/bench/journeys.mjs`.
const JOURNEY: [(&str, u64, u64); 3] =
    [("first view", 88_000, 6), ("first answer", 200_000, 10), ("results", 306_000, 13)];

/// What a first view in another language may load more than one in English, in percent: as the journeys count.
const OF_A_LANGUAGE: u64 = 3;

/// What a visitor who only looks gets in all, with what the browser keeps for later: bodies, as they are sent. The second is
/// for who saves data. See [`stay`].
const STAYS: [(&str, &str, u64); 2] =
    [("a visit with all that is kept", "--stay", 913_000), ("the same where data are saved", "--save-data", 84_000)];

/// All programs and scripts of the page, but for what a host's `site.json` asks for; compressed with brotli, in bytes.
const ALL_BUDGET: u64 = 651_000;

/// The program for reports, with its script, compressed with brotli, in bytes.
const WORKER_BUDGET: u64 = 656_000;

/// The same of the program for what only few want.
const RARE_BUDGET: u64 = 655_000;

/// What stands in a program that has the page with every component, see `web/src/pages/gallery.rs`.
const COMPONENTS: &[u8] = b"components-in-their-states";

/// A file that is loaded, with its size in bytes as it is and compressed.
#[derive(Debug)]
pub struct Loaded {
    name: String,
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// Runs the command.
pub fn run(_arguments: &[String]) -> Result<()> {
    site::build()?;
    check()
}

/// Prints the first load of the site in `dist/` and the programs that make files; fails when one is over its budget.
pub fn check() -> Result<()> {
    let dist = project::dist();
    let budget = if lean::is_lean() { BUDGET } else { USUAL_BUDGET };
    let first = keeps("first load", &first_load(&dist)?, budget);
    let programs = site::files()?.into_iter().filter(|file| is_program(file));
    let programs = programs.map(|file| measure(&dist, &file)).collect::<Result<Vec<_>>>()?;
    let is_of = |start: &'static str| move |file: &Loaded| file.name.starts_with(start);
    let (worker, others): (Vec<_>, Vec<_>) = programs.into_iter().partition(is_of("worker-"));
    let (rare, page): (Vec<_>, Vec<_>) = others.into_iter().partition(is_of("rare-"));
    first
        .and(keeps("all programs and scripts of the page", &page, ALL_BUDGET))
        .and(keeps("worker, loaded at the first export", &worker, WORKER_BUDGET))
        .and(keeps("rare, loaded at the first export of a rare format", &rare, RARE_BUDGET))
        .and(journey(&dist))
        .and(stay(&dist))
        .and(lacks_components(&dist))
}

/// What all programs and scripts of the page weigh in a finished site, compressed with brotli, in bytes.
pub fn of_page(dist: &Path) -> Result<u64> {
    let relative = |file: PathBuf| file.strip_prefix(dist).map(Path::to_owned).ok();
    let files = project::files(dist)?.into_iter().filter_map(relative);
    let of_page = files.filter(|file| is_program(file) && !is_beside(file));
    of_page.map(|file| measure(dist, &file).map(|file| file.brotli)).sum()
}

/// Whether it is a program, or its script, that runs beside the page.
fn is_beside(file: &Path) -> bool {
    ["worker-", "rare-"].iter().any(|start| file.to_string_lossy().starts_with(start))
}

/// Whether it is a program or a script that the page loads.
fn is_program(file: &Path) -> bool {
    let name = file.to_string_lossy();
    !name.contains('/')
        && name != "service.js"
        && !name.starts_with("host-")
        && (name.ends_with(".wasm") || name.ends_with(".js"))
}

/// Counts in a browser what a first journey loads, and holds each leg of it to its budget.
fn journey(dist: &Path) -> Result<()> {
    let tools = Toolbox::open();
    setup::for_lighthouse(&tools)?;
    let server = StaticServer::start(dist.to_owned(), 0).map_err(Failure::file(dist))?;
    let mut over = Vec::new();
    println!("\na first journey, in bytes with headers");
    let number = |text: &String| text.parse::<u64>().unwrap_or(u64::MAX);
    let mut english = 0;
    for line in journeys(&tools, &[("en", in_language(&server, ENGLISH))], &[])? {
        let [_, leg, bytes, requests] = &line[..] else { continue };
        println!("{bytes:>9} {requests:>3} requests  {leg}");
        let Some((_, budget, most)) = JOURNEY.iter().find(|(name, ..)| name == leg) else { continue };
        if *leg == JOURNEY[0].0 {
            english = number(bytes);
        }
        if number(bytes) > *budget || number(requests) > *most {
            over.push(format!("{leg}: {bytes} bytes in {requests} requests, not {budget} in {most}"));
        }
    }
    let content = project::root().join("content");
    let languages = content_compiler::languages(&content).map_err(Failure::file(&content))?;
    let others: Vec<_> = languages.iter().filter(|it| *it != ENGLISH).collect();
    let others: Vec<_> = others.iter().map(|it| (it.as_str(), in_language(&server, it))).collect();
    for line in journeys(&tools, &others, &["--first-view"])? {
        let [language, leg, bytes, requests] = &line[..] else { continue };
        println!("{bytes:>9} {requests:>3} requests  {leg} in {language}");
        if number(bytes) * 100 > english * (100 + OF_A_LANGUAGE) {
            over.push(format!("{leg} in {language}: {bytes} bytes, over {OF_A_LANGUAGE} % more than {english}"));
        }
    }
    if over.is_empty() { Ok(()) } else { Err(Failure::Check(over.join("; "))) }
}

/// The site in a language, whatever that of the browser is.
fn in_language(server: &StaticServer, language: &str) -> String {
    format!("{}?lang={language}", server.address())
}

/// Holds to its budget what a visitor gets who looks and stays: the service worker loads in its own time, so it is counted
/// by the server.
fn stay(dist: &Path) -> Result<()> {
    let tools = Toolbox::open();
    let folder = project::root().join("target/size");
    project::make_folder(&folder)?;
    for (what, option, budget) in STAYS {
        let log = folder.join("server.log");
        project::write(&log, b"")?;
        let server = StaticServer::start(dist.to_owned(), 0).map_err(Failure::file(dist))?.logging_to(&log);
        journeys(&tools, &[("en", in_language(&server, ENGLISH))], &[option])?;
        // Lines such as `GET /index.html: 200 OK, 123 bytes`.
        let asked = project::text(&log)?;
        let size = |line: &str| line.strip_suffix(" bytes")?.rsplit(' ').next()?.parse::<u64>().ok();
        let sizes: Vec<_> = asked.lines().filter(|line| line.starts_with("GET ")).filter_map(size).collect();
        let total: u64 = sizes.iter().sum();
        println!("{total:>9} {:>3} requests  {what}, without headers", sizes.len());
        if total > budget {
            return Err(Failure::Check(format!("{what}: {total} bytes, not {budget}")));
        }
    }
    Ok(())
}

/// What `tests/bench/journeys.mjs` prints of sites, by name and address: the fields of each line.
pub fn journeys(tools: &Toolbox, sites: &[(&str, String)], options: &[&str]) -> Result<Vec<Vec<String>>> {
    let (npm, browser) = (tools.npm("test"), tools.find("chromium").unwrap_or_default());
    let (npm, browser) = (npm.display().to_string(), browser.display().to_string());
    let sites: Vec<_> = sites.iter().map(|(name, address)| format!("{name}={address}")).collect();
    let mut arguments = vec!["tests/bench/journeys.mjs", &npm, &browser];
    arguments.extend(sites.iter().map(String::as_str).chain(options.iter().copied()));
    let printed = tools.ask("node", &arguments);
    let printed = printed.ok_or_else(|| Failure::Check("the journey could not be made in the browser".into()))?;
    Ok(printed.lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect())
}

/// The page with every component is for developers: no program of the release has it.
fn lacks_components(dist: &Path) -> Result<()> {
    for file in project::files(dist)?.iter().filter(|file| file.extension().is_some_and(|kind| kind == "wasm")) {
        if project::read(file)?.windows(COMPONENTS.len()).any(|part| part == COMPONENTS) {
            return Err(Failure::Check(format!("{} has the page '#/gallery'", file.display())));
        }
    }
    Ok(())
}

/// Prints what is loaded together, and whether it keeps its budget.
fn keeps(what: &str, loaded: &[Loaded], budget: u64) -> Result<()> {
    print(what, loaded);
    let total: u64 = loaded.iter().map(|file| file.brotli).sum();
    if total > budget {
        let over = total - budget;
        return Err(Failure::Check(format!("{what}: {over} bytes over its budget of {budget} bytes of brotli")));
    }
    println!("{} bytes are left of the budget of {budget} bytes of brotli.", budget - total);
    Ok(())
}

/// Prints the files and their sum.
pub fn print(what: &str, loaded: &[Loaded]) {
    println!("\n{:>9} {:>9} {:>9}  {what}", "raw", "gzip", "brotli");
    for Loaded { name, raw, gzip, brotli } in loaded {
        println!("{raw:>9} {gzip:>9} {brotli:>9}  {name}");
    }
    let sum = |size: fn(&Loaded) -> u64| loaded.iter().map(size).sum::<u64>();
    println!("{:>9} {:>9} {:>9}  {} files", sum(|f| f.raw), sum(|f| f.gzip), sum(|f| f.brotli), loaded.len());
}

/// `index.html` and everything that is named there, or in a script or style sheet that is named there.
pub fn first_load(dist: &Path) -> Result<Vec<Loaded>> {
    let mut waiting = site::files()?;
    let mut reached = Vec::new();
    let mut next = vec![PathBuf::from("index.html")];
    while let Some(file) = next.pop() {
        waiting.retain(|other| *other != file);
        if file.extension().is_some_and(|kind| ["html", "js", "css"].iter().any(|text| kind == *text)) {
            let text = String::from_utf8_lossy(&project::read(&dist.join(&file))?).into_owned();
            next.extend(waiting.extract_if(.., |other| !is_later(other) && text.contains(&*other.to_string_lossy())));
        }
        reached.push(file);
    }
    reached.sort();
    reached.iter().map(|file| measure(dist, file)).collect()
}

/// Whether a file is named, but not loaded by the first view of the standard site: programs that are loaded when they are wanted, other
/// languages, what is said of a program that stopped or can't run, what a page left, what keeps the site, what is linked to be read, the picture that others
/// show, and the style sheets as files: the first view's stands in the page.
fn is_later(file: &Path) -> bool {
    let name = file.to_string_lossy();
    name.ends_with(".css")
        || ["part-", "worker-", "rare-", "host-", "embed-", "recovery-", "unable-", "left-", "offline-", "picture."]
            .iter()
            .any(|start| name.starts_with(start))
        || ["lang", "read"].iter().any(|folder| file.starts_with(folder))
}

fn measure(dist: &Path, file: &Path) -> Result<Loaded> {
    let path = dist.join(file);
    let size = |path: &Path| path.metadata().map(|metadata| metadata.len());
    let raw = size(&path).map_err(Failure::file(&path))?;
    let compressed = |ending| size(&project::beside(&path, ending)).unwrap_or(raw);
    Ok(Loaded { name: file.display().to_string(), raw, gzip: compressed("gz"), brotli: compressed("br") })
}
