//! The debug build of the site, for whoever changes it: ready in seconds after the first time, in one part, with
//! `#/gallery`, and pages load themselves anew after each build. It has no policy, no service worker and no program that
//! makes files; the release has all of them.

use crate::{
    Page, bind,
    colour::coloured,
    compile,
    failure::{Failure, Result},
    guidance, project,
    toolbox::Toolbox,
};
use std::{path::Path, thread, time::SystemTime};

const START: &str = "import './keys.js';
import start from './stage-zero.js';
start({ module_or_path: 'stage-zero.wasm' });
// A page of before is loaded anew once the next build is there.
const built = () => fetch('built.txt', { cache: 'no-cache' }).then((answer) => answer.text());
const now = await built();
setInterval(() => built().then((then) => then === now || location.reload(), () => {}), 500);
";

/// An earlier build at the same address may have left a service worker, which would go on to show that one.
const SERVICE: &str = "addEventListener('install', () => skipWaiting());
addEventListener('activate', async () => {
  await registration.unregister();
  for (const client of await clients.matchAll()) client.navigate(client.url);
});
";

/// Leaves it in a folder.
pub fn site(folder: &Path) -> Result<()> {
    thread::scope(|threads| {
        // Texts are made beside the program.
        let texts = threads.spawn(guidance::write);
        let build = ["build", "--package", "stage-zero", "--target", compile::TARGET];
        Toolbox::open().run("cargo", &build)?;
        bind::folder(&compile::folder(&compile::target(), "debug").join("stage-zero.wasm"), folder)?;
        texts.join().map_err(|_| Failure::Check("making the texts has stopped".into()))?
    })?;
    let (root, made) = (project::root(), project::generated());
    for (from, to) in [
        (made.join("guidance"), "guidance"),
        (made.join("lang"), "lang"),
        (root.join("tests/fixtures/samples"), "examples"),
    ] {
        copy_into(&from, &folder.join(to))?;
    }
    let styles = ["site", "views"].map(|name| project::text(&root.join(format!("web/styles/{name}.css"))));
    project::write(&folder.join("site.css"), coloured(&styles.into_iter().collect::<Result<String>>()?)?.as_bytes())?;
    project::write(&folder.join("keys.js"), &project::read(&root.join("web/boot/keys.js"))?)?;
    project::write(&folder.join("start.js"), START.as_bytes())?;
    project::write(&folder.join("service.js"), SERVICE.as_bytes())?;
    let mut page = Page::template()?
        .fill("style", "<link rel=stylesheet href=site.css>")?
        .fill("script", "<script type=module src=start.js></script>")?;
    for place in ["policy", "beside", "notice", "inside"] {
        page = page.fill(place, "")?;
    }
    project::write(&folder.join("index.html"), page.finished()?.as_bytes())?;
    let moment = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    project::write(&folder.join("built.txt"), moment.as_millis().to_string().as_bytes())
}

fn copy_into(from: &Path, to: &Path) -> Result<()> {
    project::make_folder(to)?;
    for file in project::files(from)? {
        project::write(&to.join(file.file_name().unwrap_or_default()), &project::read(&file)?)?;
    }
    Ok(())
}
