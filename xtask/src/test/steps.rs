//! The steps, in the order in which they begin: what is quick to fail comes first.

use super::{
    choice::Choice,
    compiled::ALL_TESTS,
    journeys::{self, JOURNEYS},
    newest, portfolio,
};
use crate::{
    check_content,
    failure::{Failure, Result},
    project, setup, site, size,
    toolbox::{self, Toolbox},
};
use static_server::StaticServer;

/// One check.
pub struct Step {
    /// What one types after `--only`.
    pub name: &'static str,
    /// What it checks.
    pub explains: &'static str,
    /// Where it waits for its turn.
    pub lane: Lane,
    /// Whether it is among those that answer soon.
    pub quick: bool,
    /// Installs what it needs.
    pub prepare: setup::Preparation,
    /// The check.
    pub run: fn(&Toolbox, &Choice) -> Result<()>,
}

/// Steps of a lane run one after the other, lanes side by side.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    /// They look at the sources, mostly through cargo, and share what it has compiled.
    Sources,
    /// They build the site.
    Site,
    /// They look at the built site, once it is there.
    Built,
    /// They drive browsers on the built site.
    Browsers,
}

impl Step {
    /// Whether it looks at the built site.
    pub fn needs_site(&self) -> bool {
        matches!(self.lane, Lane::Built | Lane::Browsers)
    }
}

/// The step that builds the site.
pub const BUILD: &str = "build";

/// The package of the site itself, which is only ever compiled for wasm32.
const SITE: &str = "stage-zero";

/// What the random cases of the properties begin with.
const SEED: &str = "PROPTEST_RNG_SEED";

/// All steps.
pub const STEPS: &[Step] = &[
    Step {
        name: "fmt",
        explains: "formatting",
        lane: Lane::Sources,
        quick: true,
        prepare: setup::rust_components,
        run: |tools, _| tools.run("cargo", &["fmt", "--all", "--check"]),
    },
    Step {
        name: BUILD,
        explains: "the site's release",
        lane: Lane::Site,
        quick: false,
        prepare: setup::for_building,
        run: |_, _| site::build(),
    },
    Step {
        name: "content",
        explains: "every check of content/",
        lane: Lane::Sources,
        quick: true,
        prepare: |_| Ok(()),
        run: |_, _| check_content::run(&[]),
    },
    Step {
        name: "unit",
        explains: "unit, property and golden tests",
        lane: Lane::Sources,
        quick: true,
        prepare: setup::for_documents,
        run: unit,
    },
    Step {
        name: "clippy",
        explains: "lints, warnings denied, for the host and for wasm32",
        lane: Lane::Sources,
        quick: true,
        prepare: |tools| setup::rust_components(tools).and_then(|()| setup::wasm_target(tools)),
        run: |tools, _| clippy(tools),
    },
    Step {
        name: "portfolio",
        explains: "tables of 1,500 reports, opened in DuckDB",
        lane: Lane::Sources,
        quick: false,
        prepare: |tools| setup::duckdb(tools).map(drop),
        run: |tools, _| portfolio::check(tools),
    },
    Step {
        name: "crates",
        explains: "the crates: licences, sources, duplicates, and what each in the browser is for",
        lane: Lane::Sources,
        quick: false,
        prepare: |tools| setup::cargo_deny(tools).map(drop),
        run: |tools, _| super::crates::check(tools),
    },
    Step {
        name: "newest",
        explains: "what the newest stable Rust would say, where there is one; it fails nothing",
        lane: Lane::Sources,
        quick: false,
        prepare: |_| Ok(()),
        run: |tools, _| newest::show(tools),
    },
    Step {
        name: "size",
        explains: "the budget of the first load",
        lane: Lane::Built,
        quick: false,
        prepare: |_| Ok(()),
        run: |_, _| size::check(),
    },
    Step {
        name: "html",
        explains: "valid HTML of the start page and the pages to read",
        lane: Lane::Built,
        quick: false,
        prepare: |tools| setup::validator(tools).map(drop),
        run: |tools, _| html(tools),
    },
    Step {
        name: "lighthouse",
        explains: "accessibility, best practices and SEO by Lighthouse",
        lane: Lane::Built,
        quick: false,
        prepare: |tools| setup::for_lighthouse(tools).map(drop),
        run: |tools, _| lighthouse(tools),
    },
    Step {
        name: JOURNEYS,
        explains: "journeys in Chromium and Firefox, and some in WebKit; all of those with --only webkit",
        lane: Lane::Browsers,
        quick: false,
        prepare: |tools| setup::for_browsers(tools).and_then(|()| setup::axe(tools)).map(drop),
        run: |tools, choice| journeys::run(tools, &choice.journeys(), &project::dist()),
    },
    Step {
        name: "unsplit",
        explains: "the site in one piece, as serve shows it: some journeys; all with --journey ::",
        lane: Lane::Browsers,
        quick: false,
        prepare: |tools| setup::for_browsers(tools).and_then(|()| setup::axe(tools)).map(drop),
        run: unsplit,
    },
];

/// What they are called.
pub fn names() -> Vec<&'static str> {
    STEPS.iter().map(|step| step.name).collect()
}

fn clippy(tools: &Toolbox) -> Result<()> {
    let lint = |packages: &[&str]| {
        tools.run("cargo", &[&["clippy", "--all-targets"], packages, &["--", "-D", "warnings"]].concat())
    };
    let host = lint(&["--workspace", "--exclude", SITE]);
    let browser = lint(&["--package", SITE, "--target", "wasm32-unknown-unknown"]);
    host.and(browser)
}

/// All tests but the journeys; where an answer is wanted soon, without the programs that open files in others, count steps
/// or give readers as much as they take: most of the time.
fn unit(tools: &Toolbox, choice: &Choice) -> Result<()> {
    let mut command = tools.command("cargo");
    command.args(ALL_TESTS).arg("--no-fail-fast");
    if choice.is_quick() {
        command.args(["--lib", "--bins", "--test", "content", "--test", "rules", "--test", "reading"]);
    }
    command.arg("--");
    // The same cases each time: what fails here fails for whoever looks into it. New ones are for `cargo xtask fuzz`.
    if std::env::var_os(SEED).is_none() {
        command.env(SEED, "20261130");
    }
    for browser in journeys::BROWSERS {
        command.args(["--skip", &format!("::{browser}")]);
    }
    toolbox::run(&mut command)
}

/// Builds the site as `serve` does, and runs journeys on it.
fn unsplit(tools: &Toolbox, choice: &Choice) -> Result<()> {
    journeys::run(tools, &choice.unsplit(), &site::quick()?)
}

/// What a browser gets as a page, by the Nu validator.
fn html(tools: &Toolbox) -> Result<()> {
    let validator = setup::validator(tools)?;
    let dist = project::dist();
    let mut pages = project::files(&dist.join(project::READING))?;
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
    let server = StaticServer::start(project::dist(), 0).map_err(Failure::file(&project::dist()))?;
    let browser = tools.find("chromium").unwrap_or_default().display().to_string();
    let npm = setup::for_lighthouse(tools)?.display().to_string();
    tools
        .run("node", &["tests/lighthouse.mjs", &npm, &browser, &server.address()])
        .map_err(|_| Failure::Check("Lighthouse finds what is listed above".into()))
}
