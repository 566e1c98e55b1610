//! As much of HTTP/1.1 as a static server needs.

use std::{
    borrow::Cow,
    io::{self, BufRead, Read, Write},
    net::TcpStream,
};

/// The longest head of a request that is read.
const HEAD_LIMIT: u64 = 16 * 1024;

/// What we need of a request.
pub struct Request {
    pub method: String,
    pub target: String,
    pub encodings: String,
    pub known_tag: String,
}

impl Request {
    /// Reads the next request; nothing when the browser has hung up or talks nonsense.
    pub fn read(reader: &mut impl BufRead) -> io::Result<Option<Self>> {
        let mut lines = reader.by_ref().take(HEAD_LIMIT).lines();
        let Some(first) = lines.next().transpose()? else {
            return Ok(None);
        };
        let mut words = first.split(' ').map(str::to_owned);
        let (Some(method), Some(target)) = (words.next(), words.next()) else {
            return Ok(None);
        };
        let mut request = Self { method, target, encodings: String::new(), known_tag: String::new() };
        for line in lines {
            let line = line?;
            match line.split_once(':').map(|(name, value)| (name.to_ascii_lowercase(), value.trim())) {
                Some((name, value)) if name == "accept-encoding" => request.encodings = value.into(),
                Some((name, value)) if name == "if-none-match" => request.known_tag = value.into(),
                Some(_) => {}
                None if line.is_empty() => return Ok(Some(request)),
                None => break,
            }
        }
        Ok(None)
    }

    /// Whether the browser takes this encoding.
    pub fn accepts(&self, encoding: &str) -> bool {
        self.encodings.split(',').any(|offer| offer.split(';').next().is_some_and(|name| name.trim() == encoding))
    }
}

/// A response before it is sent.
pub struct Response {
    pub status: &'static str,
    pub headers: Vec<(Cow<'static, str>, String)>,
    pub body: Vec<u8>,
}

impl Response {
    /// A response that is only its status.
    pub fn plain(status: &'static str) -> Self {
        Self { status, headers: vec![("Content-Type".into(), "text/plain".into())], body: status.into() }
    }

    /// Sends it.
    pub fn send(&self, mut stream: &TcpStream, head_only: bool) -> io::Result<()> {
        let mut message = format!("HTTP/1.1 {}\r\nContent-Length: {}\r\n", self.status, self.body.len());
        for (name, value) in &self.headers {
            message.push_str(&format!("{name}: {value}\r\n"));
        }
        message.push_str("\r\n");
        let mut bytes = message.into_bytes();
        if !head_only {
            bytes.extend_from_slice(&self.body);
        }
        stream.write_all(&bytes)
    }
}
