//! The steps, in the order in which they run: what is quick to fail comes first.

use super::portfolio;
use crate::{
    check_content,
    failure::{Failure, Result},
    project, setup, site, size,
    static_server::StaticServer,
    toolbox::{self, Toolbox},
};

/// One check.
pub struct Step {
    /// What one types after `--only`.
    pub name: &'static str,
    /// What it checks.
    pub explains: &'static str,
    /// Whether it looks at the built site.
    pub needs_site: bool,
    /// The check; it is told the journey that was chosen.
    pub run: fn(&Toolbox, &str) -> Result<()>,
}

/// The step that builds the site.
pub const BUILD: &str = "build";

/// The package of the site itself, which is only ever compiled for wasm32.
const SITE: &str = "stage-zero";

/// The package of the journeys in browsers.
const E2E: &str = "e2e";

/// All steps.
pub const STEPS: &[Step] = &[
    of_sources("fmt", "formatting", |tools, _| fmt(tools)),
    of_sources("clippy", "lints, warnings denied, for the host and for wasm32", |tools, _| clippy(tools)),
    of_sources("unit", "unit, property and golden tests", |tools, _| unit(tools)),
    of_sources("portfolio", "tables of 1,500 reports, opened in DuckDB", |tools, _| portfolio::check(tools)),
    of_sources("content", "every check of content/", |_, _| check_content::run(&[])),
    of_sources(
        "crates",
        "the crates: licences, sources, duplicates, and what each in the browser is for",
        |tools, _| super::crates::check(tools),
    ),
    of_sources(BUILD, "the site's release", |_, _| site::build()),
    of_site("html", "valid HTML of the start page and the pages to read", |tools, _| html(tools)),
    of_site("size", "the budget of the first load", |_, _| size::check()),
    of_site("lighthouse", "accessibility, best practices and SEO by Lighthouse", |tools, _| lighthouse(tools)),
    of_site("chromium", "journeys in Chromium", |tools, journey| journeys(tools, journey, "chromium")),
    of_site("firefox", "journeys in Firefox", |tools, journey| journeys(tools, journey, "firefox")),
];

const fn of_sources(name: &'static str, explains: &'static str, run: fn(&Toolbox, &str) -> Result<()>) -> Step {
    Step { name, explains, needs_site: false, run }
}

const fn of_site(name: &'static str, explains: &'static str, run: fn(&Toolbox, &str) -> Result<()>) -> Step {
    Step { name, explains, needs_site: true, run }
}

fn fmt(tools: &Toolbox) -> Result<()> {
    setup::rust_components(tools)?;
    tools.run("cargo", &["fmt", "--all", "--check"])
}

fn clippy(tools: &Toolbox) -> Result<()> {
    setup::rust_components(tools)?;
    setup::wasm_target(tools)?;
    let lint = |packages: &[&str]| {
        tools.run("cargo", &[&["clippy", "--all-targets"], packages, &["--", "-D", "warnings"]].concat())
    };
    let host = lint(&["--workspace", "--exclude", SITE]);
    let browser = lint(&["--package", SITE, "--target", "wasm32-unknown-unknown"]);
    host.and(browser)
}

fn unit(tools: &Toolbox) -> Result<()> {
    setup::for_documents(tools)?;
    tools.run("cargo", &["test", "--workspace", "--exclude", SITE, "--exclude", E2E, "--no-fail-fast"])
}

/// What a browser gets as a page, by the Nu validator.
fn html(tools: &Toolbox) -> Result<()> {
    let validator = setup::validator(tools)?;
    let dist = project::dist();
    let mut pages = project::files(&dist.join(crate::reading::FOLDER))?;
    pages.retain(|page| page.extension().is_some_and(|kind| kind == "html"));
    println!("{} pages to read", pages.len());
    pages.push(dist.join("index.html"));
    let mut command = tools.command("java");
    command.arg("-jar").arg(validator).args(["--errors-only", "--stdout"]);
    // Newer than the validator's list of CSS properties; browsers that don't know it keep a text field's height.
    command.args(["--filterpattern", ".*“field-sizing”.*"]);
    toolbox::run(command.args(pages))
}

/// Runs Lighthouse on the built site.
fn lighthouse(tools: &Toolbox) -> Result<()> {
    setup::for_lighthouse(tools)?;
    let server = StaticServer::start(project::dist(), 0).map_err(Failure::file(&project::dist()))?;
    let browser = tools.find("chromium").unwrap_or_default().display().to_string();
    let npm = tools.cache.join("npm").display().to_string();
    tools
        .run("node", &["tests/lighthouse.mjs", &npm, &browser, &server.address()])
        .map_err(|_| Failure::Check("Lighthouse finds what is listed above".into()))
}

/// The journeys of one browser, each a test whose name ends with the browser's: all, or those with a part in their name.
fn journeys(tools: &Toolbox, part: &str, browser: &str) -> Result<()> {
    setup::for_browsers(tools)?;
    let axe = setup::axe(tools)?;
    tools.run("cargo", &["test", "--package", E2E, "--no-run"])?;
    let list = tools.ask("cargo", &["test", "--quiet", "--package", E2E, "--", "--list", "--format=terse"]);
    let list = list.unwrap_or_default();
    let names = chosen_journeys(&list, part, browser);
    if names.is_empty() {
        return Err(Failure::Check(format!("no journey in {browser} has '{part}' in its name")));
    }
    let mut command = tools.command("cargo");
    command.args(["test", "--package", E2E, "--no-fail-fast", "--", "--exact"]).args(names);
    command.env("STAGE_ZERO_DIST", project::dist()).env("STAGE_ZERO_AXE", axe);
    toolbox::run(&mut command).map_err(|_| {
        Failure::Check(format!("journeys failed in {browser}; which and why is above, pictures are in target/e2e"))
    })
}

/// Reads `name::browser: test`, a line for each test.
fn chosen_journeys<'list>(list: &'list str, part: &str, browser: &str) -> Vec<&'list str> {
    let tests = list.lines().filter_map(|line| line.strip_suffix(": test"));
    let in_browser = tests.filter(|test| test.rsplit("::").next() == Some(browser));
    in_browser.filter(|test| test.contains(part)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_journey_is_chosen_by_a_part_of_its_name_and_by_browser() {
        let list = "closing::chromium: test\nclosing::firefox: test\nchromium_dies::firefox: test\n";
        assert_eq!(chosen_journeys(list, "clos", "firefox"), ["closing::firefox"]);
        assert_eq!(chosen_journeys(list, "", "chromium"), ["closing::chromium"]);
        assert!(chosen_journeys(list, "opening", "firefox").is_empty());
    }
}
