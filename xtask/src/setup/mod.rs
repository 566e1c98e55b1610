//! Installs what the project needs and this machine lacks, by what it is needed for.

mod install;
mod tools;

use crate::{
    failure::{Failure, Result},
    toolbox::Toolbox,
};
use install::{for_python, from_debian, from_npm, from_pypi};
use std::{path::PathBuf, thread};
pub use tools::{FUZZING_TOOLCHAIN, cargo_deny, library_source, rust_components, wasm_target};

/// Something that installs what is missing.
pub type Preparation = fn(&Toolbox) -> Result<()>;

/// Runs `cargo xtask setup`.
pub fn run(_arguments: &[String]) -> Result<()> {
    let tools = Toolbox::open();
    let all: [Preparation; 7] = [
        rust_components,
        for_building,
        library_source,
        for_browsers,
        for_documents,
        |tools| duckdb(tools).map(drop),
        |tools| validator(tools).and_then(|_| cargo_deny(tools)).map(drop),
    ];
    side_by_side(&tools, &all).into_iter().collect::<Result<()>>()?;
    println!("Everything is installed; tools are in {}.", tools.cache.display());
    Ok(())
}

/// Prepares several things at once: packages come from elsewhere while crates are compiled here.
pub fn side_by_side(tools: &Toolbox, all: &[Preparation]) -> Vec<Result<()>> {
    thread::scope(|scope| {
        let started: Vec<_> = all.iter().map(|prepare| scope.spawn(move || prepare(tools))).collect();
        let stopped = |_| Err(Failure::Check("set-up has stopped by itself, which is a fault of ours".into()));
        started.into_iter().map(|thread| thread.join().unwrap_or_else(stopped)).collect()
    })
}

/// What the build of the site needs.
pub fn for_building(tools: &Toolbox) -> Result<()> {
    wasm_target(tools)?;
    from_npm(tools, "build", "5 s").map(drop)
}

/// What tests in browsers need.
pub fn for_browsers(tools: &Toolbox) -> Result<()> {
    // From npm come web servers that lead from `index.html` to its folder, as Cloudflare Pages does.
    let from_npm: Preparation = |tools| from_npm(tools, "test", "30 s").map(drop);
    let prepared = side_by_side(tools, &[browsers, from_npm, tools::geckodriver]);
    prepared.into_iter().collect()
}

/// All that comes from Debian is asked for at once: browsers with their drivers, a screen for the browser that has no
/// mode without one, and the web servers that the site is tried on, which are run by hand and never as services.
fn browsers(tools: &Toolbox) -> Result<()> {
    let wanted = [
        ("chromium", "chromium"),
        ("chromedriver", "chromium-driver"),
        ("firefox-esr", "firefox-esr"),
        ("WebKitWebDriver", "webkit2gtk-driver"),
        ("Xvfb", "xvfb"),
        ("/usr/sbin/nginx", "nginx-light"),
        ("/usr/sbin/apache2", "apache2-bin"),
        ("/usr/bin/caddy", "caddy"),
        ("python3", "python3-minimal"),
    ];
    from_debian(tools, &wanted)?;
    // WebKit is a library; a small browser in Python shows it: `tests/src/webkit-browser.py`.
    let webkit = "import gi; gi.require_version('WebKit2', '4.1'); from gi.repository import WebKit2";
    let packages = [("its library", "gir1.2-webkit2-4.1"), ("its module", "python3-gi")];
    for_python(tools, "/usr/bin/python3", webkit, &packages)
}

/// What Lighthouse needs; gives the folder that it is in.
pub fn for_lighthouse(tools: &Toolbox) -> Result<PathBuf> {
    from_debian(tools, &[("chromium", "chromium")])?;
    from_npm(tools, "test", "30 s")
}

/// The programs that look at documents as their receivers do.
pub fn for_documents(tools: &Toolbox) -> Result<()> {
    let programs = [
        ("qpdf", "qpdf"),
        ("pdftotext", "poppler-utils"),
        ("lowriter", "libreoffice-writer"),
        ("localc", "libreoffice-calc"),
        ("pandoc", "pandoc"),
        ("age", "age"),
        ("script", "bsdutils"),
    ];
    from_debian(tools, &programs)?;
    for_python(tools, "/usr/bin/python3", "import openpyxl", &[("openpyxl", "python3-openpyxl")])?;
    for_saving_anew(tools)
}

/// The programs that save, sign, comment on and pack reports as those do who send them on.
fn for_saving_anew(tools: &Toolbox) -> Result<()> {
    let programs =
        [("gs", "ghostscript"), ("ocrmypdf", "ocrmypdf"), ("zip", "zip"), ("unzip", "unzip"), ("7z", "p7zip-full")];
    from_debian(tools, &programs)?;
    from_pypi(tools)?;
    from_npm(tools, "test", "30 s").map(drop)
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
    Ok(from_pypi(tools)?.join("python"))
}

/// The validator that the W3C uses too, and the Java that it runs on.
pub fn validator(tools: &Toolbox) -> Result<PathBuf> {
    from_debian(tools, &[("java", "default-jre-headless")])?;
    Ok(from_npm(tools, "test", "30 s")?.join("node_modules/vnu-jar/build/dist/vnu.jar"))
}

/// The script that looks for barriers in a page.
pub fn axe(tools: &Toolbox) -> Result<PathBuf> {
    Ok(from_npm(tools, "test", "30 s")?.join("node_modules/axe-core/axe.min.js"))
}
