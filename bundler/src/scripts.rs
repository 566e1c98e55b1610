//! Step 6: joins the scripts of `web/boot/` with those of the programs, each into one small file.

use crate::{
    bind::Bound,
    check_content,
    colour::coloured,
    failure::{Failure, Result},
    optimise::Programs,
    project, remove,
    site::{Sealed, Site},
    toolbox::Toolbox,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use std::{
    collections::BTreeMap,
    fmt::Write,
    path::{Path, PathBuf},
};

/// A part of fewer bytes costs less in the script than as a request.
const CRUMB: usize = 2000;

/// The part of the program that is asked for before the program asks for it, see `web/boot/site.js`.
const FIRST: &str = "quick";

/// The scripts, beside each other so that they find each other: those of `web/boot/` with `-boot` after their name.
pub struct Scripts {
    folder: PathBuf,
}

/// What the page loads at first.
pub struct Start {
    /// The script.
    pub script: Sealed,
    /// The program.
    pub program: Sealed,
    /// The first view's style sheet, which stands in the page too.
    pub style: Sealed,
    /// That of later views.
    pub later_style: Sealed,
}

impl Scripts {
    /// Lays the scripts out.
    pub fn of(programs: &Programs) -> Result<Self> {
        let folder = project::generated().join("scripts");
        remove(&folder)?;
        project::make_folder(&folder)?;
        for source in project::files(&project::root().join("web/boot"))? {
            let stem = source.file_stem().unwrap_or_default().to_string_lossy();
            project::write(&folder.join(format!("{stem}-boot.js")), &project::read(&source)?)?;
        }
        for program in [&programs.main, &programs.worker, &programs.rare, &programs.host] {
            project::write(&folder.join(format!("{}.js", program.name)), program.script.as_bytes())?;
        }
        Ok(Self { folder })
    }

    /// Puts programs, scripts and styles into the site: what is loaded last comes first, since what loads it names it.
    pub fn seal(&self, site: &Site, programs: &Programs) -> Result<Start> {
        let script = |stem: &str, constants: &[(&str, String)]| {
            site.seal(stem, "js", self.joined(&format!("{stem}-boot.js"), "esm", constants)?.as_bytes())
        };
        let style = |name: &str| {
            let source = project::root().join(format!("web/styles/{name}.css"));
            site.seal(name, "css", small_style(&source)?.as_bytes())
        };
        let with_script = |program: &Bound| {
            let sealed = site.seal(&program.name, "wasm", &program.wasm)?;
            script(&program.name, &[("PROGRAM", sealed.for_script())])
        };
        let worker = with_script(&programs.worker)?;
        let rare = with_script(&programs.rare)?;
        let host = with_script(&programs.host)?;
        let recovery = script("recovery", &[("WORDS", words_of("recovery.")?)])?;
        let unable = script("unable", &[("WORDS_UNABLE", words_of("unable.")?)])?;
        let left = script("left", &[])?;
        let offline = script("offline", &[])?;
        let version = format!("\"{}\"", env!("CARGO_PKG_VERSION"));
        let of_embed =
            [("WORDS", words_of("embedded.")?), ("VERSION", version), ("REQUIREMENTS", requirements()?.to_string())];
        let embed = script("embed", &of_embed)?;
        let (first_style, later_style) = (style("site")?, style("views")?);
        let program = site.seal("stage-zero", "wasm", &programs.main.wasm)?;
        self.write_loader(programs, |name, bytes| Ok(site.seal(name, "wasm", bytes)?.for_script()))?;
        let constants = [
            ("PROGRAM", program.for_script()),
            ("LEFT", left.for_script()),
            ("UNABLE", unable.for_script()),
            ("OFFLINE", offline.for_script()),
            ("WORKER_SCRIPT", format!("\"./{}\"", worker.name)),
            ("RARE_SCRIPT", format!("\"./{}\"", rare.name)),
            ("RECOVERY", recovery.for_script()),
            ("EMBED", embed.for_script()),
            ("HOST", host.for_script()),
            ("IN_PARTS", (!programs.parts.files.is_empty()).to_string()),
            ("LATER_STYLE", later_style.for_script()),
            ("STYLE", first_style.for_script()),
        ];
        let start = site.seal("start", "js", self.joined("site-boot.js", "esm", &constants)?.as_bytes())?;
        Ok(Start { script: start, program, style: first_style, later_style })
    }

    /// Writes the script that loads the parts, with the address under which each file is found.
    pub fn write_loader(&self, programs: &Programs, address: impl Fn(&str, &[u8]) -> Result<String>) -> Result<()> {
        let mut script = String::from("import { comeFirst, part, share } from \"./parts-boot.js\";\n");
        let pairs = programs.shared.iter().map(|(name, short)| format!("{name}: of.{short}")).collect::<Vec<_>>();
        let _ = writeln!(script, "share((of) => ({{ {} }}));", pairs.join(", "));
        for (index, (name, bytes)) in programs.parts.files.iter().enumerate() {
            // A crumb comes with the script, not as a file of its own.
            let source =
                if bytes.len() < CRUMB { format!("\"{}\"", STANDARD.encode(bytes)) } else { address(name, bytes)? };
            let _ = writeln!(script, "const file{index} = {source};");
        }
        let position = |file: &String| programs.parts.files.keys().position(|known| known == file);
        for (part, files) in &programs.parts.needs {
            let files: Vec<_> = files.iter().filter_map(position).map(|index| format!("file{index}")).collect();
            let files = files.join(", ");
            let _ = writeln!(script, "export const __wasm_split_load_{part} = part([{files}]);");
            if part == FIRST {
                let _ = writeln!(script, "comeFirst([{files}]);");
            }
        }
        project::write(&self.folder.join("__wasm_split.js"), script.as_bytes())
    }

    /// A script of `web/boot/` with all that it imports.
    pub fn joined(&self, script: &str, format: &str, constants: &[(&str, String)]) -> Result<String> {
        bundled(&self.folder.join(script), format, constants)
    }
}

/// A script with all that it imports, small; `constants` are what it has in capitals.
pub fn bundled(script: &Path, format: &str, constants: &[(&str, String)]) -> Result<String> {
    let (script, format) = (script.display().to_string(), format!("--format={format}"));
    let defines: Vec<_> = constants.iter().map(|(name, value)| format!("--define:{name}={value}")).collect();
    let mut arguments = vec![&*script, &*format, "--bundle"];
    arguments.extend(defines.iter().map(String::as_str));
    esbuild(&arguments)
}

/// A style sheet, small.
pub fn small_style(source: &Path) -> Result<String> {
    let style = coloured(&esbuild(&[&source.display().to_string()])?)?;
    match style.contains("</") {
        true => Err(Failure::Check(format!("{} would end its own element in a page", source.display()))),
        false => Ok(style),
    }
}

fn esbuild(arguments: &[&str]) -> Result<String> {
    let mut command = Toolbox::open().command("esbuild");
    command.args(["--minify", "--target=es2022", "--log-level=error", "--charset=utf8"]).args(arguments);
    let output = command.output().map_err(Failure::file(Path::new("esbuild")))?;
    match output.status.success() {
        true => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        false => Err(Failure::Check(format!("esbuild: {}", String::from_utf8_lossy(&output.stderr)))),
    }
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
        check_content::load()?.iter().map(|(language, content)| (language, words(content))).collect();
    Ok(serde_json::json!(all).to_string())
}

/// How many requirements an assessment has.
fn requirements() -> Result<usize> {
    let english = check_content::english()?;
    Ok(english.clauses.iter().flat_map(|clause| &clause.subclauses).map(|it| it.requirements.len()).sum())
}
