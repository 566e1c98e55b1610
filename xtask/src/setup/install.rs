//! How a tool gets onto this machine: it is named with the time that it usually takes, installed, and measured. All goes
//! into the cache folder; only Debian's packages go into the system. Each source of tools has a lock of its own, so that
//! what comes from different ones is installed side by side.

use crate::{
    failure::{Failure, Result},
    project,
    toolbox::{self, Toolbox},
};
use std::{
    fs,
    io::IsTerminal,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
    time::Instant,
};

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

/// Looks and installs while nobody else does so from the same source.
fn alone<T>(source: &Mutex<()>, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let _guard = source.lock().unwrap_or_else(PoisonError::into_inner);
    work()
}

/// Installs packages whose programs are missing.
pub fn from_debian(tools: &Toolbox, wanted: &[(&str, &'static str)]) -> Result<()> {
    static SOURCE: Mutex<()> = Mutex::new(());
    alone(&SOURCE, || {
        let missing = wanted.iter().filter(|(program, _)| tools.find(program).is_none());
        missing_from_debian(tools, &missing.map(|(_, package)| *package).collect::<Vec<_>>())
    })
}

fn missing_from_debian(tools: &Toolbox, missing: &[&str]) -> Result<()> {
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
        apt(&[&["install", "-y", "--no-install-recommends"], missing].concat())
    })
}

/// Installs the packages of what only Python itself knows whether it is there: an expression that fails without it.
pub fn for_python(tools: &Toolbox, python: &str, asks: &str, packages: &[(&str, &'static str)]) -> Result<()> {
    match tools.ask(python, &["-c", asks]) {
        Some(_) => Ok(()),
        None => from_debian(tools, packages),
    }
}

/// Installs a crate's programs into the cache folder, compiled to be ready soon rather than to be fast.
pub fn crate_from_source(tools: &Toolbox, name: &str, version: &str, options: &[&str], usually: &str) -> Result<()> {
    static SOURCE: Mutex<()> = Mutex::new(());
    let home = tools.cache.join("tools");
    let build = tools.cache.join("build");
    project::make_folder(&home)?;
    let exact = format!("={version}");
    let place = home.display().to_string();
    let mut arguments = vec!["install", name, "--version", &exact, "--locked", "--root", &place, "--force"];
    arguments.extend(options);
    let by_hand = format!("cargo {}", arguments.join(" "));
    if !std::io::stderr().is_terminal() {
        arguments.push("--quiet");
    }
    let work = || {
        let mut command = tools.command("cargo");
        command.args(&arguments).env("CARGO_TARGET_DIR", &build).env_remove("RUSTFLAGS");
        for (setting, value) in
            [("OPT_LEVEL", "0"), ("LTO", "off"), ("CODEGEN_UNITS", "16"), ("DEBUG", "0"), ("STRIP", "true")]
        {
            command.env(format!("CARGO_PROFILE_RELEASE_{setting}"), value);
        }
        toolbox::run(&mut command)
    };
    alone(&SOURCE, || {
        install(&format!("{name} {version} from source"), usually, &by_hand, work)?;
        // Kept until now so that an interrupted installation goes on where it stopped.
        fs::remove_dir_all(&build).map_err(Failure::file(&build))
    })
}

/// Installs what a folder of `xtask/tools/` locks from npm, file by file with its hash, and runs no script of a package;
/// gives the folder with `node_modules`.
pub fn from_npm(tools: &Toolbox, set: &str, usually: &str) -> Result<PathBuf> {
    static SOURCE: Mutex<()> = Mutex::new(());
    const LOCK: &str = "package-lock.json";
    let (source, folder) = (ours().join(set), tools.npm(set));
    alone(&SOURCE, || {
        // Written last, so that what was interrupted is done again.
        let (lock, installed) = (project::read(&source.join(LOCK))?, folder.join("installed.json"));
        if fs::read(&installed).is_ok_and(|present| present == lock) {
            return Ok(folder);
        }
        from_debian(tools, &[("node", "nodejs"), ("npm", "npm")])?;
        project::make_folder(&folder)?;
        for name in ["package.json", LOCK] {
            project::write(&folder.join(name), &project::read(&source.join(name))?)?;
        }
        let place = folder.display().to_string();
        let options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
        let arguments = [&["ci", "--prefix", &place][..], &options].concat();
        let by_hand = format!("npm {}", arguments.join(" "));
        install(&format!("what the {set} needs from npm"), usually, &by_hand, || tools.run("npm", &arguments))?;
        project::write(&installed, &lock)?;
        Ok(folder)
    })
}

/// Installs what `xtask/tools/python.txt` names from PyPI, each file by its hash; gives the folder with programs.
pub fn from_pypi(tools: &Toolbox) -> Result<PathBuf> {
    static SOURCE: Mutex<()> = Mutex::new(());
    let (folder, wanted) = (tools.cache.join("python"), ours().join("python.txt"));
    alone(&SOURCE, || {
        let (list, installed) = (project::read(&wanted)?, folder.join("installed.txt"));
        if fs::read(&installed).is_ok_and(|present| present == list) {
            return Ok(folder.join("bin"));
        }
        from_debian(tools, &[("python3", "python3")])?;
        for_python(tools, "python3", "import ensurepip", &[("ensurepip", "python3-venv")])?;
        let (place, program) = (folder.display().to_string(), folder.join("bin/python").display().to_string());
        let wanted = wanted.display().to_string();
        // Of one that wants a newer Python we take a schema alone.
        let hashed = ["--require-hashes", "--only-binary", ":all:", "--no-deps", "--ignore-requires-python"];
        let options = [&["--quiet", "--disable-pip-version-check"][..], &hashed].concat();
        let arguments = [&["-m", "pip", "install"][..], &options, &["-r", &wanted]].concat();
        let by_hand = format!("python3 -m venv {place} && {program} {}", arguments.join(" "));
        install("what the tests need from PyPI", "10 s", &by_hand, || {
            tools.run("python3", &["-m", "venv", "--clear", &place])?;
            tools.run(&program, &arguments)
        })?;
        project::write(&installed, &list)?;
        Ok(folder.join("bin"))
    })
}

/// Where the lists of what we take from npm and PyPI are.
fn ours() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tools")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_from_npm_has_its_hash() {
        for set in ["build", "test"] {
            let lock = project::text(&ours().join(set).join("package-lock.json")).expect("the lock is there");
            let lock: serde_json::Value = serde_json::from_str(&lock).expect("the lock is JSON");
            let packages = lock["packages"].as_object().expect("packages");
            assert!(packages.len() > 2, "{set} has packages");
            let bare = packages.iter().filter(|(name, package)| !name.is_empty() && package["integrity"].is_null());
            assert_eq!(bare.map(|(name, _)| name).collect::<Vec<_>>(), [""; 0], "{set}");
        }
    }
}
