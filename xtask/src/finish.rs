//! What Trunk leaves undone: smaller scripts, a name by content for the second program, and the integrity of both.

use crate::{
    failure::{Failure, Result},
    project,
    toolbox::Toolbox,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256, Sha384};
use std::{fs, path::Path};

/// Finishes the site in a folder.
pub fn folder(dist: &Path, tools: &Toolbox) -> Result<()> {
    let mut page = text(&dist.join("index.html"))?;
    for script in project::files(dist)?.iter().filter(|file| file.extension().is_some_and(|kind| kind == "js")) {
        let before = integrity(&project::read(script)?);
        let path = script.display().to_string();
        tools.run(
            "esbuild",
            &[
                "--minify",
                "--format=esm",
                "--target=es2022",
                "--log-level=error",
                "--allow-overwrite",
                &path,
                &format!("--outfile={path}"),
            ],
        )?;
        page = page.replace(&before, &integrity(&project::read(script)?));
    }
    page = name_by_content(dist, page)?;
    project::write(&dist.join("index.html"), page.as_bytes())
}

/// Trunk gives the second program a fixed name; with its content in the name, caches may keep it for ever.
fn name_by_content(dist: &Path, page: String) -> Result<String> {
    let (script, program) = (dist.join("more.js"), dist.join("more_bg.wasm"));
    let hash =
        |bytes: &[u8]| Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect::<String>();
    let program_name = format!("more-{}_bg.wasm", hash(&project::read(&program)?));
    let code = text(&script)?.replace("more_bg.wasm", &program_name);
    let script_name = format!("more-{}.js", hash(code.as_bytes()));
    project::write(&dist.join(&script_name), code.as_bytes())?;
    fs::remove_file(&script).map_err(Failure::file(&script))?;
    fs::rename(&program, dist.join(&program_name)).map_err(Failure::file(&program))?;
    Ok(page.replace("more.js", &script_name))
}

fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

fn text(file: &Path) -> Result<String> {
    Ok(String::from_utf8_lossy(&project::read(file)?).into_owned())
}
