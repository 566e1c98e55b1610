//! The debug build of the site, for whoever changes it: ready in seconds after the first time, with `#/components`. It has
//! no policy, no service worker and no program that makes files; the release has all of them.

use crate::{failure::Result, project, setup, toolbox::Toolbox};
use std::{
    env,
    path::{Path, PathBuf},
};

const TARGET: &str = "wasm32-unknown-unknown";

/// The two programs, each with the name under which the page loads it.
const PROGRAMS: [(&str, &str); 2] = [("stage-zero", "site"), ("more", "more")];

const START: &str = "let more;
window.stageZeroMore = () => (more ??= import('./more.js').then((script) => script.default()));
await import('./keys.js');
(await import('./site.js')).default();
";

/// Builds it, and gives its folder.
pub fn build() -> Result<PathBuf> {
    let tools = Toolbox::open();
    setup::for_building(&tools)?;
    tools.run("cargo", &["build", "--package", "stage-zero", "--target", TARGET])?;
    let folder = project::generated().with_file_name("debug-site");
    project::make_folder(&folder)?;
    let place = folder.display().to_string();
    for (program, name) in PROGRAMS {
        let wasm = programs().join(format!("{program}.wasm")).display().to_string();
        let arguments = ["--target", "web", "--no-typescript", "--out-dir", &place, "--out-name", name, &wasm];
        tools.run("wasm-bindgen", &arguments)?;
    }
    crate::guidance::run(&[])?;
    let root = project::root();
    for (from, to) in [
        (project::generated().join("guidance"), "guidance"),
        (project::generated().join("lang"), "lang"),
        (root.join("tests/fixtures/samples"), "examples"),
    ] {
        copy_into(&from, &folder.join(to))?;
    }
    let styles = ["site", "views"].map(|name| project::text(&root.join(format!("web/styles/{name}.css"))));
    project::write(&folder.join("site.css"), styles.into_iter().collect::<Result<String>>()?.as_bytes())?;
    copy(&root.join("web/boot/keys.js"), &folder.join("keys.js"))?;
    project::write(&folder.join("start.js"), START.as_bytes())?;
    project::write(&folder.join("index.html"), page(&project::text(&root.join("index.html"))?).as_bytes())?;
    Ok(folder)
}

/// The page with what it loads here in the place of what Trunk would put there.
fn page(source: &str) -> String {
    let own = source.lines().filter(|line| !line.contains("data-trunk")).collect::<Vec<_>>().join("\n");
    let loads =
        "<link rel=\"stylesheet\" href=\"site.css\">\n<script type=\"module\" src=\"start.js\"></script>\n</head>";
    own.replacen("</head>", loads, 1)
}

/// Where cargo leaves programs.
fn programs() -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| project::root().join("target"), PathBuf::from);
    target.join(TARGET).join("debug")
}

fn copy_into(from: &Path, to: &Path) -> Result<()> {
    project::make_folder(to)?;
    for file in project::files(from)? {
        copy(&file, &to.join(file.file_name().unwrap_or_default()))?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    project::write(to, &project::read(from)?)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_page_loads_what_is_beside_it_and_nothing_that_trunk_would_make() {
        let page =
            super::page("<head>\n<link data-trunk rel=\"css\" href=\"x\">\n<title>T</title>\n</head>\n<body></body>");
        assert!(page.contains("site.css") && page.contains("start.js") && page.contains("<title>T</title>"), "{page}");
        assert!(!page.contains("data-trunk"), "{page}");
    }
}
