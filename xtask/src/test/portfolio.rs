//! Whether an engine that certification bodies have opens the table that the command line makes.

use super::compiled::Compiled;
use crate::{
    failure::{Failure, Result},
    project, setup,
    toolbox::Toolbox,
};
use std::fs;

/// How many reports: a full group of rows and a half, so that there is more than one.
const REPORTS: &str = "1500";

/// Makes reports, makes both tables of them, and lets DuckDB compare them.
pub fn check(tools: &Toolbox) -> Result<()> {
    let python = setup::duckdb(tools)?.display().to_string();
    let folder = project::root().join("target/portfolio");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(Failure::file(&folder))?;
    }
    let [reports, parquet, csv] =
        ["reports", "portfolio.parquet", "portfolio.csv"].map(|name| folder.join(name).display().to_string());
    project::make_folder(&folder)?;
    let compiled = Compiled::all(tools)?;
    tools.run(&compiled.program("example", "many-reports")?, &[REPORTS, &reports, "json"])?;
    let program = compiled.program("bin", "stage-zero")?;
    for (format, out) in [("parquet", &parquet), ("csv", &csv)] {
        tools.run(&program, &["portfolio", &reports, "--format", format, "--today", "2026-11-24", "--out", out])?;
    }
    tools.run(&python, &["tests/interop/portfolio.py", &parquet, &csv, REPORTS])
}
