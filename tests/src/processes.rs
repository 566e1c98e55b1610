//! The processes of a browser, found by who started whom.

use std::{fs, process::Command};

/// Ends all processes below this one with SIGKILL, in one go and without a chance to finish anything.
pub fn kill_descendants(ancestor: u32) {
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
    if family.len() > 1 {
        let ids = family[1..].iter().map(u32::to_string);
        // Some may have ended by themselves since; that is no failure.
        Command::new("kill").arg("-KILL").args(ids).output().expect("kill is there");
    }
}

fn process_and_parent(process: &str) -> Option<(u32, u32)> {
    let stat = fs::read_to_string(format!("/proc/{}/stat", process.parse::<u32>().ok()?)).ok()?;
    // The name in brackets may hold spaces; the state and the parent follow it.
    let parent = stat.rsplit_once(')')?.1.split_whitespace().nth(1)?;
    Some((process.parse().ok()?, parent.parse().ok()?))
}
