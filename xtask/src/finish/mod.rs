//! What Trunk leaves undone: small programs and scripts, names by content, integrity of all that is loaded, the
//! security policy, and the files that hosts read.

pub mod hosts;
pub mod policy;
mod smaller;

use crate::{
    check_content, compress,
    failure::{Failure, Result},
    project, publish,
    toolbox::Toolbox,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256, Sha384};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// Runs `cargo xtask finish`.
pub fn run(arguments: &[String]) -> Result<()> {
    let [dist] = arguments else { return Err(Failure::Usage("usage: cargo xtask finish FOLDER".into())) };
    let dist = fs::canonicalize(dist).map_err(Failure::file(Path::new(dist)))?;
    folder(&dist, &Toolbox::open())?;
    publish::beside(&dist, None)?;
    compress::folder(&dist)?;
    publish::release(&dist)
}

/// Finishes the site in a folder.
pub fn folder(dist: &Path, tools: &Toolbox) -> Result<()> {
    let page = dist.join("index.html");
    let html = smaller::programs(project::text(&page)?, dist, tools)?;
    let html = start_from_a_file(&html, dist, tools)?;
    let html = with_policy(&with_style(&html, dist)?)?;
    project::write(&page, html.as_bytes())
}

/// Puts the first view's style sheet into the page, which then looks as it should after one request; the other one comes
/// with the second program. As files both stay, for the pages to read and for `web/boot/site.js`.
fn with_style(html: &str, dist: &Path) -> Result<String> {
    let style = project::text(&dist.join(style_sheet(html, "site")?))?;
    if style.contains("</") {
        return Err(unexpected("the style sheet would end its own element"));
    }
    let link = |stem: &str| between_with_ends(html, &format!("<link href=./{stem}-"), ">");
    let html = replaced_once(html, link("site")?, &format!("<style>{style}</style>"))?;
    replaced_once(&html, link("views")?, "")
}

/// The file of a style sheet that a page links to.
fn style_sheet<'html>(html: &'html str, stem: &str) -> Result<&'html str> {
    between(between_with_ends(html, &format!("<link href=./{stem}-"), ">")?, "href=./", " ")
}

/// Puts a page's policy before everything that it loads.
fn with_policy(html: &str) -> Result<String> {
    let charset = "<meta charset=utf-8>";
    let policy = policy::of_page(between(html, "<style>", "</style>")?);
    replaced_once(html, charset, &format!("{charset}<meta http-equiv=Content-Security-Policy content=\"{policy}\">"))
}

/// The policy that a page carries.
pub fn policy_in(html: &str) -> Result<&str> {
    between(html, "<meta http-equiv=Content-Security-Policy content=\"", "\">")
}

/// Replaces the inline script that Trunk writes by `web/boot/site.js` and the program's own script, in one file.
fn start_from_a_file(html: &str, dist: &Path, tools: &Toolbox) -> Result<String> {
    let inline = between(html, "<script type=module>", "</script>")?;
    let program = between(inline, "module_or_path: './", "' }")?;
    let script = between(inline, "from './", "'")?;
    let preload = between_with_ends(html, &format!("<link crossorigin href=./{script} "), ">")?;

    take_scripts(dist, script)?;
    let named_program = named_by_content(&dist.join(program), "stage-zero")?;
    let worker_program = named_by_content(&dist.join("worker_bg.wasm"), "worker")?;
    let of_worker = [("PROGRAM", named(dist, &worker_program)?)];
    let worker = keep(dist, &bundled("worker-boot.js", "esm", &of_worker, tools)?, "worker")?;
    let of_more = [("WORKER_SCRIPT", format!("\"./{worker}\""))];
    let more_script = keep(dist, &bundled("more-boot.js", "esm", &of_more, tools)?, "more")?;
    let more_program = named_by_content(&dist.join("more_bg.wasm"), "more")?;
    let host_program = named_by_content(&dist.join("host_bg.wasm"), "host")?;
    let of_host = [("PROGRAM", named(dist, &host_program)?)];
    let host = keep(dist, &bundled("host-boot.js", "esm", &of_host, tools)?, "host")?;
    let words = [("WORDS", words_of("recovery.")?)];
    let recovery = keep(dist, &bundled("recovery-boot.js", "esm", &words, tools)?, "recovery")?;
    let offline = keep(dist, &bundled("offline-boot.js", "esm", &[], tools)?, "offline")?;
    let of_embed = [
        ("WORDS", words_of("embedded.")?),
        ("VERSION", format!("\"{}\"", env!("CARGO_PKG_VERSION"))),
        ("REQUIREMENTS", requirements()?.to_string()),
    ];
    let embed = keep(dist, &bundled("embed-boot.js", "esm", &of_embed, tools)?, "embed")?;
    let constants = [
        ("PROGRAM", named(dist, &named_program)?),
        ("OFFLINE", named(dist, &offline)?),
        ("MORE_PROGRAM", named(dist, &more_program)?),
        ("MORE_SCRIPT", named(dist, &more_script)?),
        ("RECOVERY", named(dist, &recovery)?),
        ("EMBED", named(dist, &embed)?),
        ("HOST", named(dist, &host)?),
        ("MORE_STYLE", named(dist, style_sheet(html, "views")?)?),
        ("STYLE", named(dist, style_sheet(html, "site")?)?),
    ];
    let start = keep(dist, &bundled("site-boot.js", "esm", &constants, tools)?, "start")?;

    let element = format!(
        "<script type=module src=./{start} integrity={}></script>",
        integrity(&project::read(&dist.join(&start))?)
    );
    let html = replaced_once(html, &format!("<script type=module>{inline}</script>"), &element)?;
    Ok(replaced_once(&html, preload, "")?.replace(program, &named_program))
}

/// The words whose keys start so, for a script that has no program to ask, as JSON: by language, then by the rest of the
/// key in camel case.
pub fn words_of(start: &str) -> Result<String> {
    let words = |content: &content_compiler::Content| {
        let of_view = |word: &content_compiler::Word| {
            let key = word.key.strip_prefix(start)?.split('-').collect::<Vec<_>>();
            let rest = key[1..].iter().map(|part| format!("{}{}", part[..1].to_uppercase(), &part[1..]));
            Some((format!("{}{}", key[0], rest.collect::<String>()), word.text.clone()))
        };
        content.words.iter().filter_map(of_view).collect::<BTreeMap<_, _>>()
    };
    let all: BTreeMap<_, _> =
        check_content::load()?.into_iter().map(|(language, content)| (language, words(&content))).collect();
    Ok(serde_json::json!(all).to_string())
}

/// How many requirements an assessment has.
fn requirements() -> Result<usize> {
    let all = check_content::load()?;
    let english = all.iter().find(|(language, _)| language == content_compiler::ENGLISH);
    let english = english.ok_or_else(|| Failure::Check("content/ has no English".into()))?;
    Ok(english.1.clauses.iter().flat_map(|clause| &clause.subclauses).map(|it| it.requirements.len()).sum())
}

/// Where scripts wait to be bundled: those of `web/boot/`, and beside them those of the programs.
fn scripts() -> PathBuf {
    project::generated().join("scripts")
}

/// Takes the scripts of the programs out of the site, so that they can be bundled.
fn take_scripts(dist: &Path, script: &str) -> Result<()> {
    let folder = scripts();
    project::make_folder(&folder.join("made"))?;
    for (from, to) in
        [(script, "stage-zero.js"), ("more.js", "more.js"), ("worker.js", "worker.js"), ("host.js", "host.js")]
    {
        let from = dist.join(from);
        project::write(&folder.join(to), &project::read(&from)?)?;
        fs::remove_file(&from).map_err(Failure::file(&from))?;
    }
    for source in project::files(&project::root().join("web/boot"))? {
        // They import the programs' scripts, some of which have the same name.
        let stem = source.file_stem().unwrap_or_default().to_string_lossy();
        project::write(&folder.join(format!("{stem}-boot.js")), &project::read(&source)?)?;
    }
    Ok(())
}

/// A script with all that it imports in one small file, outside of the site.
pub fn bundled(script: &str, format: &str, constants: &[(&str, String)], tools: &Toolbox) -> Result<PathBuf> {
    let made = scripts().join("made").join(script);
    let path = scripts().join(script).display().to_string();
    let (outfile, format) = (format!("--outfile={}", made.display()), format!("--format={format}"));
    let defines: Vec<_> = constants.iter().map(|(name, value)| format!("--define:{name}={value}")).collect();
    let mut arguments = vec![&*path, &*outfile, &*format, "--bundle", "--minify", "--target=es2022"];
    arguments.extend(["--log-level=error", "--charset=utf8"]);
    arguments.extend(defines.iter().map(String::as_str));
    tools.run("esbuild", &arguments)?;
    Ok(made)
}

/// Puts a script into the site, named by its content; returns the name.
fn keep(dist: &Path, script: &Path, stem: &str) -> Result<String> {
    let place = dist.join(format!("{stem}.js"));
    project::write(&place, &project::read(script)?)?;
    named_by_content(&place, stem)
}

/// Gives a file a name that holds a hash of its content, so that caches may keep it for ever; returns the name.
pub fn named_by_content(file: &Path, stem: &str) -> Result<String> {
    let hash =
        Sha256::digest(project::read(file)?).iter().take(8).map(|byte| format!("{byte:02x}")).collect::<String>();
    let kind = file.extension().unwrap_or_default().to_string_lossy().into_owned();
    let name = format!("{stem}-{hash}.{kind}");
    fs::rename(file, file.with_file_name(&name)).map_err(Failure::file(file))?;
    Ok(name)
}

/// A file's address and integrity, as the scripts of `web/boot/` take them.
fn named(dist: &Path, name: &str) -> Result<String> {
    Ok(format!("[\"./{name}\",\"{}\"]", integrity(&project::read(&dist.join(name))?)))
}

/// What the `integrity` attribute says of these bytes.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// What stands between two texts.
pub fn between<'text>(text: &'text str, start: &str, end: &str) -> Result<&'text str> {
    let found = text.split_once(start).and_then(|(_, rest)| rest.split_once(end)).map(|(inner, _)| inner);
    found.ok_or_else(|| unexpected(&format!("no '{start}…{end}'")))
}

/// A piece of a text with its start and its end.
pub fn between_with_ends<'text>(text: &'text str, start: &str, end: &str) -> Result<&'text str> {
    let from = text.find(start).ok_or_else(|| unexpected(&format!("no '{start}'")))?;
    let to = text[from..].find(end).ok_or_else(|| unexpected(&format!("no '{end}' after '{start}'")))?;
    Ok(&text[from..from + to + end.len()])
}

/// A text with its only occurrence of another one replaced.
pub fn replaced_once(text: &str, old: &str, new: &str) -> Result<String> {
    match text.matches(old).count() {
        1 => Ok(text.replacen(old, new, 1)),
        count => Err(unexpected(&format!("'{old}' stands there {count} times, not once"))),
    }
}

fn unexpected(what: &str) -> Failure {
    Failure::Check(format!("Trunk's index.html is not as expected: {what}; xtask/src/finish/ must learn its new form"))
}

/// The files of a finished site that are named by their content, relative to it.
pub fn kept_for_ever(dist: &Path) -> Result<Vec<PathBuf>> {
    let is_kept = |file: &PathBuf| {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().trim_end_matches("_bg").to_owned();
        let kind = file.extension().unwrap_or_default().to_string_lossy().into_owned();
        let is_hash = |part: &str| part.len() >= 8 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
        kind != "br" && kind != "gz" && name.rsplit('-').next().is_some_and(is_hash)
    };
    let relative = |file: PathBuf| file.strip_prefix(dist).map(PathBuf::from).unwrap_or(file);
    Ok(project::files(dist)?.into_iter().filter(is_kept).map(relative).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_stands_before_everything_else() {
        let page = "<!doctype html><html lang=en><meta charset=utf-8><style>a{}</style><script src=a.js></script>";
        let html = with_policy(page).unwrap();
        let (policy, style) = (html.find("Content-Security-Policy"), html.find("<style"));
        assert!(policy.is_some() && policy < style && style < html.find("<script"), "{html}");
    }

    #[test]
    fn a_page_carries_its_style_and_allows_no_other() {
        let folder = std::env::temp_dir().join(format!("stage-zero-style-{}", std::process::id()));
        project::make_folder(&folder).unwrap();
        project::write(&folder.join("site-0badcafe.css"), b"main>p{color:red}").unwrap();
        let link = |stem: &str| format!("<link href=./{stem}-0badcafe.css integrity=sha384-x rel=stylesheet>");
        let page = format!("<meta charset=utf-8>{}{}<p>", link("site"), link("views"));
        let html = with_policy(&with_style(&page, &folder).unwrap()).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert!(html.ends_with("<style>main>p{color:red}</style><p>"), "{html}");
        // `printf 'main>p{color:red}' | openssl dgst -sha256 -binary | base64`
        let hash = "'sha256-YmtkcuPOMMoiyZZVEkU0OCVSZ08nUy+ysyLo6NACN1I='";
        assert!(policy_in(&html).unwrap().contains(&format!("; style-src 'self' {hash}; ")), "{html}");
    }

    #[test]
    fn a_page_in_an_unknown_form_is_refused_rather_than_left_without_a_policy() {
        assert!(with_policy("<html>").is_err());
        assert!(with_policy("<meta charset=utf-8>").is_err());
        assert!(replaced_once("a a", "a", "b").is_err());
    }
}
