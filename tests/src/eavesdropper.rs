//! Hears everything that a browser sends: it is the proxy that the browser was told to use for every address.

use std::{
    io::{self, BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
};

/// A request as it was sent: its first line, its head and its body.
#[derive(Clone, Debug)]
pub struct Heard {
    /// The method and the whole address, such as `GET http://127.0.0.1:8080/site.css`.
    pub line: String,
    /// The lines of its head.
    pub head: String,
    /// What follows the head.
    pub body: String,
    /// The head of the response; empty if there was none.
    pub response: String,
}

/// A proxy on the loopback address that passes on what goes to one site, and refuses all else.
pub struct Eavesdropper {
    address: SocketAddr,
    heard: Arc<Mutex<Vec<Heard>>>,
}

impl Eavesdropper {
    /// Starts to listen, for a site such as `http://127.0.0.1:8080/`.
    pub fn start(site: &str) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port on the loopback address");
        let address = listener.local_addr().expect("an address");
        let heard = Arc::new(Mutex::new(Vec::new()));
        let (site, all) = (site.trim_end_matches('/').to_owned(), Arc::clone(&heard));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (site, all) = (site.clone(), Arc::clone(&all));
                // A browser that hangs up is no error of ours.
                thread::spawn(move || pass_on(&stream, &site, &all).ok());
            }
        });
        Self { address, heard }
    }

    /// Where it listens, without a scheme.
    pub fn address(&self) -> String {
        self.address.to_string()
    }

    /// What was sent since it was last asked.
    pub fn heard(&self) -> Vec<Heard> {
        std::mem::take(&mut *self.heard.lock().expect("no listener has panicked"))
    }
}

/// Passes one request on; the connection ends with its response.
fn pass_on(stream: &TcpStream, site: &str, all: &Mutex<Vec<Heard>>) -> io::Result<()> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    if reader.read_line(&mut line)? == 0 {
        return Ok(());
    }
    let (mut head, mut length) = (String::new(), 0);
    loop {
        let start = head.len();
        if reader.read_line(&mut head)? == 0 || head[start..].trim().is_empty() {
            break;
        }
        let (name, value) = head[start..].split_once(':').unwrap_or_default();
        if name.eq_ignore_ascii_case("content-length") {
            length = value.trim().parse().unwrap_or(0);
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;

    let target = line.split(' ').nth(1).unwrap_or_default().to_owned();
    let response = match target.strip_prefix(site).filter(|path| path.starts_with('/')) {
        Some(path) => {
            let upstream = TcpStream::connect(site.trim_start_matches("http://"))?;
            let method = line.split(' ').next().unwrap_or_default();
            (&upstream).write_all(format!("{method} {path} HTTP/1.1\r\n{head}").as_bytes())?;
            (&upstream).write_all(&body)?;
            upstream.shutdown(Shutdown::Write)?;
            let mut response = Vec::new();
            (&upstream).read_to_end(&mut response)?;
            response
        }
        None => b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n".to_vec(),
    };
    let end = response.windows(4).position(|part| part == b"\r\n\r\n").unwrap_or(0);
    let said = Heard {
        line: line.rsplit_once(' ').map_or(line.trim(), |(start, _)| start).to_owned(),
        head,
        body: String::from_utf8_lossy(&body).into_owned(),
        response: String::from_utf8_lossy(&response[..end]).into_owned(),
    };
    all.lock().map_err(|_| io::ErrorKind::Other)?.push(said);
    // One request a connection, so the browser must not send another one on it.
    let status = response.windows(2).position(|part| part == b"\r\n").map_or(0, |at| at + 2);
    let mut stream = stream;
    stream.write_all(&response[..status])?;
    stream.write_all(b"Connection: close\r\n")?;
    stream.write_all(&response[status..])
}
