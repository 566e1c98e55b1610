//! The processes of a browser, found by who started whom.

use std::{fs, process::Command};

/// Ends all processes below this one with SIGKILL, in one go and without a chance to finish anything; says which.
pub fn kill_descendants(ancestor: u32) -> Vec<u32> {
    let family = descendants(ancestor);
    if !family.is_empty() {
        // Some may have ended by themselves since; that is no failure.
        Command::new("kill").arg("-KILL").args(family.iter().map(u32::to_string)).output().expect("kill is there");
    }
    family
}

/// Whether a process has ended with all its threads, and so holds no file and no lock any more; on a busy machine that takes
/// a while after a SIGKILL.
pub fn has_ended(process: u32) -> bool {
    let threads = fs::read_dir(format!("/proc/{process}/task")).map_or(0, Iterator::count);
    threads == 0 || (threads == 1 && process_and_parent(&process.to_string()).is_none())
}

/// All processes below this one that have not ended.
pub fn descendants(ancestor: u32) -> Vec<u32> {
    let parents: Vec<(u32, u32)> = fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| process_and_parent(&entry.file_name().to_string_lossy()))
        .collect();
    let mut family = vec![ancestor];
    let mut next = 0;
    while let Some(&elder) = family.get(next) {
        family.extend(parents.iter().filter(|(_, parent)| *parent == elder).map(|(process, _)| process));
        next += 1;
    }
    family.split_off(1)
}

fn process_and_parent(process: &str) -> Option<(u32, u32)> {
    let stat = fs::read_to_string(format!("/proc/{}/stat", process.parse::<u32>().ok()?)).ok()?;
    // The name in brackets may hold spaces; the state and the parent follow it.
    let mut words = stat.rsplit_once(')')?.1.split_whitespace();
    let state = words.next()?;
    let parent = words.next()?.parse().ok()?;
    (state != "Z").then_some((process.parse().ok()?, parent))
}
