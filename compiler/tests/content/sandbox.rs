//! A copy of the small content folder that a test may spoil.

use content_compiler::{Content, Expected, overlap, read};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// What stands for the text of the source page.
pub const SOURCE_PAGE: &str = "One fine day the old brown dog sat down by the warm fire.";

static COUNT: AtomicUsize = AtomicUsize::new(0);

pub struct Sandbox {
    dir: PathBuf,
}

impl Sandbox {
    pub fn whole() -> Self {
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("content-{}-{number}", std::process::id());
        let sandbox = Self { dir: Path::new(env!("CARGO_TARGET_TMPDIR")).join(name) };
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/whole"), &sandbox.dir);
        sandbox.write("seed-runs.txt", &overlap::render(&overlap::hashes(SOURCE_PAGE)))
    }

    /// The file with one passage, which has to be in it, changed wherever it is.
    pub fn replace(self, path: &str, from: &str, to: &str) -> Self {
        let text = fs::read_to_string(self.dir.join(path)).unwrap();
        assert!(text.contains(from), "{path} has no '{from}'");
        self.write(path, &text.replace(from, to))
    }

    pub fn append(self, path: &str, more: &str) -> Self {
        let text = fs::read_to_string(self.dir.join(path)).unwrap();
        self.write(path, &(text + more))
    }

    pub fn write(self, path: &str, text: &str) -> Self {
        let file = self.dir.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
        self
    }

    pub fn remove(self, path: &str) -> Self {
        fs::remove_file(self.dir.join(path)).unwrap();
        self
    }

    pub fn content(&self, language: &str) -> Content {
        let (content, problems) = read(&self.dir, language, &expected());
        assert_eq!(problems, []);
        content
    }

    pub fn folder(&self) -> &Path {
        &self.dir
    }

    pub fn problems(&self, language: &str) -> Vec<String> {
        let (_, problems) = read(&self.dir, language, &expected());
        let start = format!("{}/", self.dir.display());
        problems.iter().map(|it| it.to_string().replace(&start, "")).collect()
    }

    /// English has these problems and no others.
    #[track_caller]
    pub fn has(&self, problems: &[&str]) {
        assert_eq!(self.problems("en"), problems);
    }

    #[track_caller]
    pub fn has_no_problem(&self) {
        self.has(&[]);
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        // What stays behind is in the target folder, and does no harm.
        let _ = fs::remove_dir_all(&self.dir);
    }
}

fn expected() -> Expected {
    Expected { clauses: vec![(4, 2)], themes: vec![(5, 2)], documents: 2 }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
