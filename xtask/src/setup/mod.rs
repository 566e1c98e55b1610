//! Installs what the project needs and this machine lacks, by what it is needed for.

mod install;
mod tools;

use crate::{failure::Result, toolbox::Toolbox};
use install::{folder_from_npm, from_debian, module_of_python, python};
use std::path::PathBuf;
pub use tools::{FUZZING_TOOLCHAIN, cargo_deny, rust_components, wasm_target};

/// The version of the validator that the W3C uses too.
const VNU: &str = "26.9.27";
/// The version of DuckDB, an engine as certification bodies have it.
const DUCKDB: &str = "2.0.1";
/// The version of Lighthouse, which judges pages as browsers and search engines do.
const LIGHTHOUSE: &str = "12.8.2";
/// The version of axe-core, which looks for barriers in pages.
const AXE: &str = "4.14.1";

/// Runs `cargo xtask setup`.
pub fn run(_arguments: &[String]) -> Result<()> {
    let tools = Toolbox::open();
    rust_components(&tools)?;
    for_building(&tools)?;
    for_browsers(&tools)?;
    for_documents(&tools)?;
    println!("Everything is installed; tools are in {}.", tools.cache.display());
    Ok(())
}

/// What the build of the site needs.
pub fn for_building(tools: &Toolbox) -> Result<()> {
    wasm_target(tools)?;
    tools::library_source(tools)?;
    tools::trunk(tools)?;
    tools::wasm_bindgen(tools)?;
    tools::wasm_opt(tools)?;
    tools::esbuild(tools)
}

/// What tests in browsers need.
pub fn for_browsers(tools: &Toolbox) -> Result<()> {
    browsers(tools)?;
    web_servers(tools)?;
    tools::geckodriver(tools)
}

fn browsers(tools: &Toolbox) -> Result<()> {
    let wanted = [("chromium", "chromium"), ("chromedriver", "chromium-driver"), ("firefox-esr", "firefox-esr")];
    from_debian(tools, &wanted)
}

/// The web servers that the site is tried on; they are run by hand and never as services.
fn web_servers(tools: &Toolbox) -> Result<()> {
    let wanted = [
        ("/usr/sbin/nginx", "nginx-light"),
        ("/usr/sbin/apache2", "apache2-bin"),
        ("/usr/bin/caddy", "caddy"),
        ("python3", "python3-minimal"),
    ];
    from_debian(tools, &wanted)
}

/// What Lighthouse needs.
pub fn for_lighthouse(tools: &Toolbox) -> Result<()> {
    browsers(tools)?;
    folder_from_npm(tools, "lighthouse", "lighthouse", LIGHTHOUSE).map(drop)
}

/// The programs that look at documents as their receivers do.
pub fn for_documents(tools: &Toolbox) -> Result<()> {
    let programs = [
        ("qpdf", "qpdf"),
        ("pdftotext", "poppler-utils"),
        ("lowriter", "libreoffice-writer"),
        ("localc", "libreoffice-calc"),
        ("age", "age"),
        ("script", "bsdutils"),
    ];
    from_debian(tools, &programs)?;
    module_of_python(tools, "/usr/bin/python3", "openpyxl", "python3-openpyxl")
}

/// What takes the README's pictures and makes them small, and the font in them.
pub fn for_pictures(tools: &Toolbox) -> Result<()> {
    browsers(tools)?;
    let font = "/usr/share/fonts/opentype/inter/Inter-Regular.otf";
    from_debian(tools, &[("pngquant", "pngquant"), (font, "fonts-inter")])
}

/// What fuzzing needs.
pub fn for_fuzzing(tools: &Toolbox) -> Result<()> {
    tools::nightly(tools)?;
    tools::cargo_fuzz(tools)
}

/// DuckDB, which opens the tables of the command line; gives the Python that has it.
pub fn duckdb(tools: &Toolbox) -> Result<PathBuf> {
    python(tools, "duckdb", DUCKDB)
}

/// The validator of HTML, and the Java that it runs on.
pub fn validator(tools: &Toolbox) -> Result<PathBuf> {
    from_debian(tools, &[("java", "default-jre-headless")])?;
    Ok(folder_from_npm(tools, "the Nu validator", "vnu-jar", VNU)?.join("build/dist/vnu.jar"))
}

/// The script that looks for barriers in a page.
pub fn axe(tools: &Toolbox) -> Result<PathBuf> {
    Ok(folder_from_npm(tools, "axe-core", "axe-core", AXE)?.join("axe.min.js"))
}
