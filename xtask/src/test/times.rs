//! How long each journey took the last time on this machine, so that the longest can begin first.

use crate::{failure::Result, project};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

/// The times, in milliseconds, by the journey's name.
pub struct Times {
    file: PathBuf,
    known: BTreeMap<String, u128>,
}

impl Times {
    /// The times that are kept in a folder, a line `milliseconds name` each.
    pub fn read(cache: &Path) -> Self {
        let file = cache.join("journeys.txt");
        let text = fs::read_to_string(&file).unwrap_or_default();
        let lines = text.lines().filter_map(|line| line.split_once(' '));
        let known = lines.filter_map(|(time, name)| Some((name.to_owned(), time.parse().ok()?))).collect();
        Self { file, known }
    }

    /// How long a journey took, in milliseconds, if that is known.
    pub fn of(&self, name: &str) -> Option<u128> {
        self.known.get(name).copied()
    }

    /// Keeps how long a journey took now.
    pub fn set(&mut self, name: &str, time: Duration) {
        self.known.insert(name.to_owned(), time.as_millis());
    }

    /// Writes the file.
    pub fn write(&self) -> Result<()> {
        let lines: String = self.known.iter().map(|(name, time)| format!("{time} {name}\n")).collect();
        project::make_folder(self.file.parent().unwrap_or(Path::new("")))?;
        project::write(&self.file, lines.as_bytes())
    }
}
