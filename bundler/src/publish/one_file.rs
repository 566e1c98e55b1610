//! The whole site as one HTML file: opened from a disk by a double click, without a network and without a server.
//!
//! From a disk a browser loads no module and fetches nothing, so programs and texts lie in the page, compressed.

use crate::{
    check_content,
    compress::gzip,
    failure::{Failure, Result},
    optimise::Programs,
    page::Page,
    policy::{self, hash},
    project,
    scripts::{Scripts, small_style, words_of},
    site::Texts,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use content_compiler::escaped;
use std::{fmt::Write, path::Path};

/// Writes the file from the template of the page.
pub fn write(file: &Path, template: Page, scripts: &Scripts, programs: &Programs, texts: &Texts) -> Result<()> {
    let mut data = String::new();
    let mut pack = |id: &str, bytes: &[u8]| {
        let packed = STANDARD.encode(gzip(bytes)?);
        let _ = write!(data, "<script type=text/plain id=\"packed-{id}\">{packed}</script>");
        Ok::<_, Failure>(())
    };
    pack("program", &programs.main.wasm)?;
    for (name, bytes) in &programs.parts.files {
        pack(&format!("./{name}.wasm"), bytes)?;
    }
    pack("files", serde_json::json!(texts).to_string().as_bytes())?;
    for program in [&programs.worker, &programs.rare] {
        let name = &program.name;
        pack(name, &program.wasm)?;
        // What the page fills in stays a name: it is defined before the script where the worker starts.
        let script = scripts.joined(&format!("{name}-boot.js"), "iife", &[])?;
        pack(&format!("{name}-script"), script.as_bytes())?;
    }

    // The parts are found by their names, since they lie in the page itself.
    scripts.write_loader(programs, |name, _| Ok(format!("[\"./{name}.wasm\"]")))?;
    let words = [("WORDS", words_of("recovery.")?), ("WORDS_UNABLE", words_of("unable.")?)];
    let script = scripts.joined("file-boot.js", "iife", &words)?;
    let script = script.replace("</script", "<\\/script");
    let styles = ["site", "views"].map(|name| small_style(&project::root().join(format!("web/styles/{name}.css"))));
    let [first, later] = styles;
    let (first, later) = (first?, later?);
    let policy = format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {} {}; img-src data:; connect-src data:; worker-src blob:; base-uri 'none'; \
         form-action 'none'; require-trusted-types-for 'script'; trusted-types stage-zero",
        hash(&script),
        hash(&first),
        hash(&later)
    );
    let page = template
        .fill("policy", &policy::element(&policy))?
        .fill("style", &format!("<style>{first}</style><style>{later}</style>"))?
        .fill("script", "")?
        .fill("beside", "")?
        .fill("notice", &notice()?)?
        .fill("inside", &format!("{data}<script>{script}</script>"))?
        .finished()?;
    project::write(file, page.as_bytes())
}

/// What the page says above everything else: where it keeps things, and what to do about that.
fn notice() -> Result<String> {
    let english = check_content::english()?;
    let say = |key: &str| english.words.iter().find(|word| word.key == key).map(|word| escaped(&word.text));
    match (say("from-file.title"), say("from-file.text"), say("from-file.save")) {
        (Some(title), Some(text), Some(save)) => Ok(format!(
            "<aside class=from-file data-testid=from-file><p><strong>{title}</strong> {text} <a href=#/report>{save}</a></p></aside>"
        )),
        _ => Err(Failure::Check("content/ has no words from-file.title, from-file.text and from-file.save".into())),
    }
}
