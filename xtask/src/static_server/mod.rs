//! A small static web server for this machine only: what a good host would do, with precompressed forms and the headers
//! that the site's own `_headers` asks for.
//!
//! Used by `cargo xtask serve` and, included as a file, by the browser tests.

mod files;
mod http;
mod rules;

use http::Request;
use rules::Rules;
use std::{
    io::{self, BufReader},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering::SeqCst},
    },
    thread,
};

/// Serves a folder until it is dropped.
pub struct StaticServer {
    address: SocketAddr,
    open: Arc<AtomicBool>,
}

impl StaticServer {
    /// Starts to serve the folder on the loopback address; port 0 takes a free one.
    pub fn start(folder: PathBuf, port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let server = Self { address: listener.local_addr()?, open: Arc::new(AtomicBool::new(true)) };
        let (site, open) = (Arc::new((Rules::of(&folder), folder)), Arc::clone(&server.open));
        thread::spawn(move || {
            for stream in listener.incoming().flatten().take_while(|_| open.load(SeqCst)) {
                let (site, open) = (Arc::clone(&site), Arc::clone(&open));
                // A browser that hangs up is no error of ours.
                thread::spawn(move || converse(&stream, &site, &open).ok());
            }
        });
        Ok(server)
    }

    /// The address of the folder, with a slash at its end.
    pub fn address(&self) -> String {
        format!("http://{}/", self.address)
    }
}

impl Drop for StaticServer {
    fn drop(&mut self) {
        self.open.store(false, SeqCst);
        // Wakes the listener so that it sees that it is closed.
        TcpStream::connect(self.address).ok();
    }
}

/// Answers the requests of one connection, one after the other.
fn converse(stream: &TcpStream, (rules, folder): &(Rules, PathBuf), open: &AtomicBool) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    while let Some(request) = Request::read(&mut reader)? {
        if !open.load(SeqCst) {
            break;
        }
        files::answer(&request, folder, rules).send(stream, request.method == "HEAD")?;
    }
    Ok(())
}
