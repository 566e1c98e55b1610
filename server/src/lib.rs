//! A small static web server for this machine only: what a good host would do, with precompressed forms and the headers
//! that the site's own `_headers` asks for.
//!
//! Used by `cargo xtask serve` and by the browser tests.

mod files;
mod http;
mod rules;

use http::Request;
use rules::Rules;
use std::{
    fs::File,
    io::{self, BufReader, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::{
        Arc, OnceLock,
        atomic::{AtomicBool, Ordering::SeqCst},
    },
    thread,
};

/// Serves a folder until it is dropped.
pub struct StaticServer {
    address: SocketAddr,
    open: Arc<AtomicBool>,
    log: Arc<OnceLock<File>>,
}

/// What every connection needs.
struct Site {
    rules: Rules,
    folder: PathBuf,
    open: Arc<AtomicBool>,
    log: Arc<OnceLock<File>>,
}

impl StaticServer {
    /// Starts to serve the folder on the loopback address; port 0 takes a free one.
    pub fn start(folder: PathBuf, port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let (open, log) = (Arc::new(AtomicBool::new(true)), Arc::default());
        let server = Self { address: listener.local_addr()?, open: Arc::clone(&open), log: Arc::clone(&log) };
        let site = Arc::new(Site { rules: Rules::of(&folder), folder, open, log });
        thread::spawn(move || {
            for stream in listener.incoming().flatten().take_while(|_| site.open.load(SeqCst)) {
                let site = Arc::clone(&site);
                // A browser that hangs up is no error of ours.
                thread::spawn(move || converse(&stream, &site).ok());
            }
        });
        Ok(server)
    }

    /// Writes a line for each request into a file, from now on.
    #[allow(dead_code, reason = "journeys and the size step keep what the server was asked; `serve` does not")]
    pub fn logging_to(self, file: &Path) -> Self {
        if let Ok(file) = File::options().create(true).append(true).open(file) {
            self.log.set(file).ok();
        }
        self
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
fn converse(stream: &TcpStream, site: &Site) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    while let Some(request) = Request::read(&mut reader)? {
        if !site.open.load(SeqCst) {
            break;
        }
        let response = files::answer(&request, &site.folder, &site.rules);
        if let Some(mut log) = site.log.get() {
            let line =
                format!("{} {}: {}, {} bytes\n", request.method, request.target, response.status, response.body.len());
            log.write_all(line.as_bytes()).ok();
        }
        response.send(stream, request.method == "HEAD")?;
    }
    Ok(())
}
