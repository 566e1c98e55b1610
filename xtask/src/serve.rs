//! `cargo xtask serve`: the release build of the site on this machine, or with `--debug` the debug build.

use crate::{
    failure::{Failure, Result},
    project, site,
};
use static_server::StaticServer;

/// Runs the command; it ends when it is interrupted.
pub fn run(arguments: &[String]) -> Result<()> {
    let (port, debug) = choice(arguments)?;
    let folder = if debug {
        site::debug()?
    } else {
        site::build()?;
        project::dist()
    };
    let server = StaticServer::start(folder, port).map_err(|error| {
        Failure::Check(format!(
            "port {port} can't be used ({error}); try `cargo xtask serve --port {}`",
            port.wrapping_add(1)
        ))
    })?;
    println!("Stage Zero is at {}\nPress Ctrl+C to stop.", server.address());
    if debug {
        println!("Every component in its states: {}#/gallery", server.address());
    }
    loop {
        std::thread::park();
    }
}

/// The port, and whether the debug build is wanted.
fn choice(arguments: &[String]) -> Result<(u16, bool)> {
    match arguments {
        [] => Ok((8080, false)),
        [option, rest @ ..] if option == "--debug" => Ok((choice(rest)?.0, true)),
        [option, port, rest @ ..] if option == "--port" => {
            let port = port.parse();
            let port = port.map_err(|_| Failure::Usage("a port must be a number up to 65535".into()))?;
            Ok((port, choice(rest)?.1))
        }
        _ => Err(Failure::Usage("usage: cargo xtask serve [--port 8080] [--debug]".into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(arguments: &[&str]) -> Option<(u16, bool)> {
        choice(&arguments.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>()).ok()
    }

    #[test]
    fn the_site_is_at_port_8080_unless_another_is_named() {
        assert_eq!(given(&[]), Some((8080, false)));
        assert_eq!(given(&["--port", "9000"]), Some((9000, false)));
        assert_eq!(given(&["--port", "9000", "--debug"]), Some((9000, true)));
        assert_eq!(given(&["--debug"]), Some((8080, true)));
        assert_eq!(given(&["--port", "many"]), None);
        assert_eq!(given(&["--prot", "9000"]), None);
    }
}
