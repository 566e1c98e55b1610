//! All tests of all packages with the programs that they try, compiled at once: with the same words each time, since with
//! others cargo would build crates anew that have another set of features then.

use crate::{
    failure::{Failure, Result},
    toolbox::Toolbox,
};
use serde_json::Value;
use std::{path::PathBuf, process::Stdio};

/// What to say to cargo. The site itself is only ever compiled for wasm32.
pub const ALL_TESTS: [&str; 4] = ["test", "--workspace", "--exclude", "stage-zero"];

/// Where the programs are.
pub struct Compiled(Vec<Program>);

struct Program {
    kind: String,
    name: String,
    path: PathBuf,
}

impl Compiled {
    /// Compiles what has changed.
    pub fn all(tools: &Toolbox) -> Result<Self> {
        // What has to be said of the compilation goes where it always does.
        let messages = ["--no-run", "--message-format=json-render-diagnostics"];
        let output = tools.command("cargo").args(ALL_TESTS).args(messages).stderr(Stdio::inherit()).output();
        let output = output.ok().filter(|output| output.status.success());
        let output =
            output.ok_or_else(|| Failure::Child { command: format!("cargo {} --no-run", ALL_TESTS.join(" ")) })?;
        Ok(Self(programs(&String::from_utf8_lossy(&output.stdout))))
    }

    /// A program by its kind (`test`, `bin`, `example`) and name.
    pub fn program(&self, kind: &str, name: &str) -> Result<String> {
        let program = self.0.iter().find(|program| program.kind == kind && program.name == name);
        let path = program.map(|program| program.path.display().to_string());
        path.ok_or_else(|| Failure::Check(format!("cargo has compiled no {kind} '{name}'")))
    }
}

/// Reads the messages of cargo, a line each. The tests that stand in a program's own files are no such program.
fn programs(messages: &str) -> Vec<Program> {
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let programs = messages.filter_map(|message| {
        let path = message["executable"].as_str()?.into();
        let (kind, name) = (message["target"]["kind"][0].as_str()?, message["target"]["name"].as_str()?);
        let is_itself = kind == "test" || message["profile"]["test"] == false;
        is_itself.then(|| Program { kind: kind.into(), name: name.into(), path })
    });
    programs.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_found_among_what_cargo_says() {
        let message = |kind: &str, name: &str, test: bool, path: &str| {
            let target = serde_json::json!({ "kind": [kind], "name": name });
            serde_json::json!({ "target": target, "profile": { "test": test }, "executable": path }).to_string()
        };
        let said = [
            message("bin", "stage-zero", true, "/its-tests"),
            message("bin", "stage-zero", false, "/itself"),
            message("test", "journeys", true, "/journeys"),
            "{\"reason\":\"build-finished\"}".into(),
        ];
        let compiled = Compiled(programs(&said.join("\n")));
        assert_eq!(compiled.program("bin", "stage-zero").unwrap(), "/itself");
        assert_eq!(compiled.program("test", "journeys").unwrap(), "/journeys");
        assert!(compiled.program("example", "journeys").is_err());
    }
}
