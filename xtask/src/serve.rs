//! `cargo xtask serve`: the site on this machine, all of it but its small size; with `--release` what hosts get, with `--debug`
//! the debug build.

use crate::{
    failure::{Failure, Result},
    fingerprint::Sources,
    project, site,
};
use static_server::StaticServer;
use std::{
    net::{Ipv4Addr, TcpListener},
    time::{Duration, Instant},
};

/// Runs the command; it ends when it is interrupted.
pub fn run(arguments: &[String]) -> Result<()> {
    let (port, shown) = choice(arguments)?;
    let taken = |error| {
        Failure::Check(format!(
            "port {port} can't be used ({error}); try `cargo xtask serve --port {}`",
            port.wrapping_add(1)
        ))
    };
    // Told before anything is built.
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(taken)?;
    let before = Sources::glance()?;
    let folder = match shown {
        Shown::Quick => site::quick()?,
        Shown::Debug => site::debug()?,
        Shown::Release => {
            site::build()?;
            project::dist()
        }
    };
    let server = StaticServer::start(folder, port).map_err(taken)?;
    println!("Stage Zero is at {}\nPress Ctrl+C to stop.", server.address());
    if shown == Shown::Quick {
        println!("Nothing in it is made small: `cargo xtask dist` makes what a host serves.");
    }
    if shown == Shown::Debug {
        println!("Every component in its states: {}#/gallery", server.address());
        build_at_each_change(before);
    }
    loop {
        std::thread::park();
    }
}

/// Builds anew whenever a source changes; what can't be compiled is told, and the build of before stays.
fn build_at_each_change(mut built: Sources) -> ! {
    println!("Each change is built, and pages that are open load themselves anew.");
    loop {
        std::thread::sleep(Duration::from_millis(300));
        // A file may go while one looks.
        let now = Sources::glance().unwrap_or(built);
        if now != built {
            built = now;
            let start = Instant::now();
            match site::debug() {
                Ok(_) => println!("Built again in {} s.", start.elapsed().as_secs()),
                Err(failure) => eprintln!("{failure}"),
            }
        }
    }
}

/// Which build is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    Quick,
    Release,
    Debug,
}

/// The port, and which build is wanted.
fn choice(arguments: &[String]) -> Result<(u16, Shown)> {
    match arguments {
        [] => Ok((8080, Shown::Quick)),
        [option, rest @ ..] if option == "--debug" => Ok((choice(rest)?.0, Shown::Debug)),
        [option, rest @ ..] if option == "--release" => Ok((choice(rest)?.0, Shown::Release)),
        [option, port, rest @ ..] if option == "--port" => {
            let port = port.parse();
            let port = port.map_err(|_| Failure::Usage("a port must be a number up to 65535".into()))?;
            Ok((port, choice(rest)?.1))
        }
        _ => Err(Failure::Usage("usage: cargo xtask serve [--port 8080] [--release | --debug]".into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(arguments: &[&str]) -> Option<(u16, Shown)> {
        choice(&arguments.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>()).ok()
    }

    #[test]
    fn the_site_is_at_port_8080_unless_another_is_named() {
        assert_eq!(given(&[]), Some((8080, Shown::Quick)));
        assert_eq!(given(&["--port", "9000"]), Some((9000, Shown::Quick)));
        assert_eq!(given(&["--port", "9000", "--debug"]), Some((9000, Shown::Debug)));
        assert_eq!(given(&["--debug"]), Some((8080, Shown::Debug)));
        assert_eq!(given(&["--release", "--port", "9000"]), Some((9000, Shown::Release)));
        assert_eq!(given(&["--port", "many"]), None);
        assert_eq!(given(&["--prot", "9000"]), None);
    }
}
