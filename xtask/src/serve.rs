//! `cargo xtask serve`: the release build of the site on this machine.

use crate::{
    failure::{Failure, Result},
    project, site,
    static_server::StaticServer,
};

/// Runs the command; it ends when it is interrupted.
pub fn run(arguments: &[String]) -> Result<()> {
    let port = port(arguments)?;
    site::build()?;
    let server = StaticServer::start(project::dist(), port).map_err(|error| {
        Failure::Check(format!(
            "port {port} can't be used ({error}); try `cargo xtask serve --port {}`",
            port.wrapping_add(1)
        ))
    })?;
    println!("Stage Zero is at {}\nPress Ctrl+C to stop.", server.address());
    loop {
        std::thread::park();
    }
}

fn port(arguments: &[String]) -> Result<u16> {
    match arguments {
        [] => Ok(8080),
        [option, port] if option == "--port" => {
            port.parse().map_err(|_| Failure::Usage(format!("'{port}' is no port; it must be a number up to 65535")))
        }
        _ => Err(Failure::Usage("usage: cargo xtask serve [--port 8080]".into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(arguments: &[&str]) -> Option<u16> {
        port(&arguments.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>()).ok()
    }

    #[test]
    fn the_site_is_at_port_8080_unless_another_is_named() {
        assert_eq!(given(&[]), Some(8080));
        assert_eq!(given(&["--port", "9000"]), Some(9000));
        assert_eq!(given(&["--port", "many"]), None);
        assert_eq!(given(&["--prot", "9000"]), None);
    }
}
