//! How a tool gets onto this machine: it is named with the time that it usually takes, installed, and measured. All goes
//! into the cache folder; only Debian's packages go into the system.

use crate::{
    failure::{Failure, Result},
    project,
    toolbox::{self, Toolbox},
};
use std::{fs, io::IsTerminal, path::PathBuf, time::Instant};

/// Does the work, and says what it is, how long it usually takes and how long it took.
///
/// # Errors
/// When the work fails: how to do it by hand.
pub fn install(what: &str, usually: &str, by_hand: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
    println!("Installing {what} (usually takes {usually} on two cores) …");
    let start = Instant::now();
    work().map_err(|failure| {
        eprintln!("{failure}");
        Failure::Missing { what: what.into(), run: by_hand.into() }
    })?;
    println!("Installed {what} in {} s.", start.elapsed().as_secs());
    Ok(())
}

/// Installs packages whose programs are missing.
pub fn from_debian(tools: &Toolbox, wanted: &[(&str, &'static str)]) -> Result<()> {
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

/// Installs the package of a module of Python, of which only Python itself knows whether it is there.
pub fn module_of_python(tools: &Toolbox, python: &str, module: &str, package: &'static str) -> Result<()> {
    match tools.ask(python, &["-c", &format!("import {module}")]) {
        Some(_) => Ok(()),
        None => from_debian(tools, &[(module, package)]),
    }
}

/// Installs a crate's programs into the cache folder, compiled to be ready soon rather than to be fast.
pub fn crate_from_source(tools: &Toolbox, name: &str, version: &str, options: &[&str], usually: &str) -> Result<()> {
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

/// Installs an exact version of a package into the cache folder.
pub fn from_npm(tools: &Toolbox, program: &str, package: &str) -> Result<()> {
    from_debian(tools, &[("node", "nodejs"), ("npm", "npm")])?;
    let folder = tools.cache.join("npm");
    project::make_folder(&folder)?;
    let folder = folder.display().to_string();
    let arguments = ["install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix", &folder, package];
    install(program, "15 s", &format!("npm {}", arguments.join(" ")), || tools.run("npm", &arguments))
}

/// The folder of a package without a program of its own.
pub fn folder_from_npm(tools: &Toolbox, what: &str, package: &str, version: &str) -> Result<PathBuf> {
    let folder = tools.cache.join("npm/node_modules").join(package);
    let present = fs::read_to_string(folder.join("package.json")).unwrap_or_default();
    if !present.contains(&format!("\"version\": \"{version}\"")) {
        from_npm(tools, what, &format!("{package}@{version}"))?;
    }
    Ok(folder)
}

/// A Python of our own with a package of a version; all packages share one environment.
pub fn python(tools: &Toolbox, package: &str, version: &str) -> Result<PathBuf> {
    let folder = tools.cache.join("python");
    let (python, place) = (folder.join("bin/python"), folder.display().to_string());
    let program = python.display().to_string();
    let asks = format!("from importlib.metadata import version; print(version('{package}'))");
    if tools.ask(&program, &["-c", &asks]).is_some_and(|answer| answer == version) {
        return Ok(python);
    }
    from_debian(tools, &[("python3", "python3")])?;
    module_of_python(tools, "python3", "ensurepip", "python3-venv")?;
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

/// The version of a crate that Cargo.lock names.
pub fn locked_version(name: &str) -> Result<String> {
    let path = project::root().join("Cargo.lock");
    let lock = project::text(&path)?;
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
