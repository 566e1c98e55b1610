//! Installs what the project needs and this machine lacks: each tool is looked for, named with the time it usually
//! takes, installed into the cache folder (only Debian's packages go into the system), and measured.

use crate::{
    failure::{Failure, Result},
    project,
    toolbox::{self, Toolbox},
};
use std::{
    fs,
    io::IsTerminal,
    path::{Path, PathBuf},
    time::Instant,
};

const TRUNK: &str = "0.21.14";
const GECKODRIVER: &str = "0.37.1";
/// The version of the validator that the W3C uses too.
const VNU: &str = "26.9.27";
const CARGO_DENY: &str = "0.20.2";
/// The version of binaryen, whose wasm-opt makes programs smaller.
const BINARYEN: &str = "132";
/// The version of DuckDB, an engine as certification bodies have it.
const DUCKDB: &str = "2.0.1";
/// The version of esbuild, which makes scripts smaller.
const ESBUILD: &str = "0.28.2";
/// The version of Lighthouse, which judges pages as browsers and search engines do.
const LIGHTHOUSE: &str = "12.8.2";
/// The version of axe-core, which looks for barriers in pages.
const AXE: &str = "4.14.1";
const CARGO_FUZZ: &str = "0.13.2";
/// Fuzzing watches memory with flags that no stable Rust has; nothing that ships is built with it.
pub const FUZZING_TOOLCHAIN: &str = "nightly";

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
    trunk(tools)?;
    wasm_bindgen(tools)?;
    wasm_opt(tools)?;
    esbuild(tools)
}

/// DuckDB, which opens the tables of the command line; gives the Python that has it.
pub fn duckdb(tools: &Toolbox) -> Result<std::path::PathBuf> {
    python(tools, "duckdb", DUCKDB)
}

/// What tests in browsers need.
pub fn for_browsers(tools: &Toolbox) -> Result<()> {
    browsers(tools)?;
    web_servers(tools)?;
    geckodriver(tools)
}

/// What Lighthouse needs.
pub fn for_lighthouse(tools: &Toolbox) -> Result<()> {
    browsers(tools)?;
    let installed = fs::read_to_string(tools.cache.join("npm/node_modules/lighthouse/package.json"));
    if installed.is_ok_and(|package| package.contains(&format!("\"version\": \"{LIGHTHOUSE}\""))) {
        return Ok(());
    }
    from_npm(tools, "lighthouse", &format!("lighthouse@{LIGHTHOUSE}"))
}

/// What fuzzing needs.
pub fn for_fuzzing(tools: &Toolbox) -> Result<()> {
    if tools.ask("rustup", &["run", FUZZING_TOOLCHAIN, "rustc", "--version"]).is_none() {
        let arguments = ["toolchain", "install", FUZZING_TOOLCHAIN, "--profile", "minimal"];
        install("a nightly Rust", "30 s", "rustup toolchain install nightly", || tools.run("rustup", &arguments))?;
    }
    if tools.find("cargo-fuzz").is_some() {
        return Ok(());
    }
    crate_from_source(tools, "cargo-fuzz", CARGO_FUZZ, &["--locked"], "1 minute")
}

/// The formatter and the linter.
pub fn rust_components(tools: &Toolbox) -> Result<()> {
    if tools.ask("cargo", &["fmt", "--version"]).is_some() && tools.ask("cargo", &["clippy", "--version"]).is_some() {
        return Ok(());
    }
    let components = ["component", "add", "rustfmt", "clippy"];
    install("rustfmt and clippy", "10 s", "rustup component add rustfmt clippy", || tools.run("rustup", &components))
}

/// The standard library for wasm32.
pub fn wasm_target(tools: &Toolbox) -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let library = tools.ask("rustc", &["--print", "target-libdir", "--target", TARGET]);
    if library.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    install("Rust's wasm32 target", "10 s", "rustup target add wasm32-unknown-unknown", || {
        tools.run("rustup", &["target", "add", TARGET])
    })
}

fn trunk(tools: &Toolbox) -> Result<()> {
    if tools.ask("trunk", &["--version"]).is_some_and(|version| version.starts_with("trunk 0.21.")) {
        return Ok(());
    }
    // It bundles offline here: without TLS and its look for updates it compiles in half the time.
    crate_from_source(tools, "trunk", TRUNK, &["--locked", "--no-default-features"], "4 minutes")
}

fn wasm_bindgen(tools: &Toolbox) -> Result<()> {
    let version = locked_version("wasm-bindgen")?;
    if tools.ask("wasm-bindgen", &["--version"]).is_some_and(|answer| answer == format!("wasm-bindgen {version}")) {
        return Ok(());
    }
    crate_from_source(tools, "wasm-bindgen-cli", &version, &[], "90 s")
}

/// What looks at the crates that we build on.
pub fn cargo_deny(tools: &Toolbox) -> Result<()> {
    if tools.find("cargo-deny").is_some() {
        return Ok(());
    }
    crate_from_source(tools, "cargo-deny", CARGO_DENY, &["--locked", "--no-default-features"], "3 minutes")
}

fn geckodriver(tools: &Toolbox) -> Result<()> {
    if tools.find("geckodriver").is_some() {
        return Ok(());
    }
    crate_from_source(tools, "geckodriver", GECKODRIVER, &["--locked"], "1 minute")
}

fn wasm_opt(tools: &Toolbox) -> Result<()> {
    let fits = |answer: String| answer.starts_with(&format!("wasm-opt version {BINARYEN} "));
    if tools.ask("wasm-opt", &["--version"]).is_some_and(fits) {
        return Ok(());
    }
    from_npm(tools, "wasm-opt", &format!("binaryen@{BINARYEN}"))
}

fn esbuild(tools: &Toolbox) -> Result<()> {
    if tools.ask("esbuild", &["--version"]).is_some_and(|answer| answer.trim() == ESBUILD) {
        return Ok(());
    }
    from_npm(tools, "esbuild", &format!("esbuild@{ESBUILD}"))
}

fn from_npm(tools: &Toolbox, program: &str, package: &str) -> Result<()> {
    if tools.find("npm").is_none() {
        return Err(Failure::Missing {
            what: format!("npm (for {program})"),
            run: "apt-get install nodejs npm".into(),
        });
    }
    let folder = tools.cache.join("npm");
    project::make_folder(&folder)?;
    let folder = folder.display().to_string();
    let arguments = ["install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix", &folder, package];
    install(program, "15 s", &format!("npm {}", arguments.join(" ")), || tools.run("npm", &arguments))
}

/// A Python of our own with a package of a version; all packages share one environment.
fn python(tools: &Toolbox, package: &str, version: &str) -> Result<std::path::PathBuf> {
    let folder = tools.cache.join("python");
    let (python, place) = (folder.join("bin/python"), folder.display().to_string());
    let program = python.display().to_string();
    let asks = format!("from importlib.metadata import version; print(version('{package}'))");
    if tools.ask(&program, &["-c", &asks]).is_some_and(|answer| answer == version) {
        return Ok(python);
    }
    if tools.find("python3").is_none() {
        return Err(Failure::Missing {
            what: format!("python3 (for {package})"),
            run: "apt-get install python3 python3-venv".into(),
        });
    }
    let exact = format!("{package}=={version}");
    let by_hand = format!("python3 -m venv {place} && {program} -m pip install {exact}");
    install(&format!("{package} {version} for Python"), "30 s", &by_hand, || {
        if !python.is_file() {
            tools.run("python3", &["-m", "venv", &place])?;
        }
        tools.run(&program, &["-m", "pip", "install", "--quiet", "--disable-pip-version-check", &exact])
    })?;
    Ok(python)
}

fn browsers(tools: &Toolbox) -> Result<()> {
    let wanted = [("chromium", "chromium"), ("chromedriver", "chromium-driver"), ("firefox-esr", "firefox-esr")];
    from_debian(tools, &wanted)
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
    // A module, not a program: only Python itself knows whether it is there.
    match tools.ask("/usr/bin/python3", &["-c", "import openpyxl"]) {
        Some(_) => Ok(()),
        None => from_debian(tools, &[("openpyxl", "python3-openpyxl")]),
    }
}

/// The web servers that the site is tried on; they are run by hand and never as services.
fn web_servers(tools: &Toolbox) -> Result<()> {
    let wanted =
        [("/usr/sbin/nginx", "nginx-light"), ("/usr/sbin/apache2", "apache2-bin"), ("python3", "python3-minimal")];
    from_debian(tools, &wanted)
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

/// The folder of a package without a program of its own.
fn folder_from_npm(tools: &Toolbox, what: &str, package: &str, version: &str) -> Result<PathBuf> {
    let folder = tools.cache.join("npm/node_modules").join(package);
    let present = fs::read_to_string(folder.join("package.json")).unwrap_or_default();
    if !present.contains(&format!("\"version\": \"{version}\"")) {
        from_npm(tools, what, &format!("{package}@{version}"))?;
    }
    Ok(folder)
}

/// Installs packages whose programs are missing.
fn from_debian(tools: &Toolbox, wanted: &[(&str, &'static str)]) -> Result<()> {
    let missing: Vec<_> =
        wanted.iter().filter(|(program, _)| tools.find(program).is_none()).map(|(_, package)| *package).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    let by_hand = format!("apt-get update && apt-get install -y {list}   (as root, on Debian)");
    let is_root = tools.ask("id", &["-u"]).is_some_and(|user| user == "0");
    if !is_root || tools.find("apt-get").is_none() {
        return Err(Failure::Missing { what: list, run: by_hand });
    }
    install(&list, "1 minute", &by_hand, || {
        let apt = |arguments: &[&str]| {
            // Another apt may be at work just after the machine has started.
            let options = ["-qq", "-o", "DPkg::Lock::Timeout=300"];
            let mut command = tools.command("apt-get");
            // In run level 1 no service is started by its installation.
            command.env("DEBIAN_FRONTEND", "noninteractive").env("RUNLEVEL", "1");
            toolbox::run(command.args(options).args(arguments))
        };
        apt(&["update"])?;
        apt(&[&["install", "-y", "--no-install-recommends"], &missing[..]].concat())
    })
}

/// Installs a crate's programs into the cache folder, compiled to be ready soon rather than to be fast.
fn crate_from_source(tools: &Toolbox, name: &str, version: &str, options: &[&str], usually: &str) -> Result<()> {
    let home = tools.cache.join("tools");
    let build = tools.cache.join("build");
    project::make_folder(&home)?;
    let exact = format!("={version}");
    let place = home.display().to_string();
    let mut arguments = vec!["install", name, "--version", &exact, "--root", &place, "--force"];
    arguments.extend(options);
    let by_hand = format!("cargo {}", arguments.join(" "));
    if !std::io::stderr().is_terminal() {
        arguments.push("--quiet");
    }
    install(&format!("{name} {version} from source"), usually, &by_hand, || {
        let mut command = tools.command("cargo");
        command.args(&arguments).env("CARGO_TARGET_DIR", &build).env_remove("RUSTFLAGS");
        for (setting, value) in
            [("OPT_LEVEL", "1"), ("LTO", "off"), ("CODEGEN_UNITS", "16"), ("DEBUG", "0"), ("STRIP", "true")]
        {
            command.env(format!("CARGO_PROFILE_RELEASE_{setting}"), value);
        }
        toolbox::run(&mut command)
    })?;
    // Kept until now so that an interrupted installation goes on where it stopped.
    fs::remove_dir_all(&build).map_err(Failure::file(&build))
}

fn install(what: &str, usually: &str, by_hand: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
    println!("Installing {what} (usually takes {usually} on two cores) …");
    let start = Instant::now();
    work().map_err(|failure| {
        eprintln!("{failure}");
        Failure::Missing { what: what.into(), run: by_hand.into() }
    })?;
    println!("Installed {what} in {} s.", start.elapsed().as_secs());
    Ok(())
}

/// The version of a crate that Cargo.lock names.
fn locked_version(name: &str) -> Result<String> {
    let path = project::root().join("Cargo.lock");
    let lock = fs::read_to_string(&path).map_err(Failure::file(&path))?;
    version_in(&lock, name)
        .ok_or_else(|| Failure::Check(format!("Cargo.lock has no {name}; run `cargo update --workspace`")))
}

fn version_in(lock: &str, name: &str) -> Option<String> {
    let entry = lock.split("[[package]]").find(|entry| entry.contains(&format!("\nname = \"{name}\"\n")))?;
    let version = entry.lines().find_map(|line| line.strip_prefix("version = "))?;
    Some(version.trim_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_a_crate_is_read_from_the_lock_file_by_its_whole_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.1.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"registry\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in(lock, "wasm"), None);
    }
}
