//! The steps, in the order in which they run: what is quick to fail comes first.

use crate::{
    check_content,
    failure::Result,
    project, setup, site, size,
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

/// All steps.
pub const STEPS: &[Step] = &[
    of_sources("fmt", "formatting", |tools, _| fmt(tools)),
    of_sources("clippy", "lints, warnings denied, for the host and for wasm32", |tools, _| clippy(tools)),
    of_sources("unit", "unit, property and golden tests", |tools, _| unit(tools)),
    of_sources("content", "every check of content/", |_, _| check_content::run(&[])),
    of_sources(BUILD, "the site's release", |_, _| site::build()),
    of_site("size", "the budget of the first load", |_, _| size::check()),
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
    tools.run("cargo", &["test", "--workspace", "--exclude", SITE, "--exclude", "e2e", "--no-fail-fast"])
}

/// The journeys of one browser; each is a test whose name ends with the browser's.
fn journeys(tools: &Toolbox, journey: &str, browser: &str) -> Result<()> {
    setup::for_browsers(tools)?;
    let filter = format!("{journey}::{browser}");
    let command = ["test", "--package", "e2e", "--no-fail-fast", "--", &filter];
    toolbox::run(tools.command("cargo").args(command).env("STAGE_ZERO_DIST", project::dist()))
}
