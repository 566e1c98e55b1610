//! A WebDriver server of our own, on a free port.

use crate::Kind;
use std::{
    fs::{self, File},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// A running chromedriver or geckodriver.
pub struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts the driver of a browser and waits until it says at which port it listens.
    pub fn start(kind: Kind, log: &Path) -> Self {
        let (program, arguments): (_, &[&str]) = match kind {
            Kind::Chromium => ("chromedriver", &["--port=0"]),
            Kind::Firefox => ("geckodriver", &["--port=0", "--websocket-port=0"]),
        };
        let output = File::create(log).expect("the log can be written");
        let errors = output.try_clone().expect("the log can be written");
        let started = Command::new(program).args(arguments).stdin(Stdio::null()).stdout(output).stderr(errors).spawn();
        let process = started.unwrap_or_else(|error| {
            panic!("{program} does not start ({error}); `cargo xtask test` installs it and finds it")
        });
        let mut driver = Self { process, port: 0 };
        let deadline = Instant::now() + Duration::from_secs(120);
        while driver.port == 0 {
            assert!(Instant::now() < deadline, "{program} did not name its port within 120 s");
            thread::sleep(Duration::from_millis(20));
            driver.port = fs::read_to_string(log).ok().and_then(|text| announced_port(&text)).unwrap_or(0);
        }
        driver
    }

    /// Where it listens.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Its process id.
    pub fn id(&self) -> u32 {
        self.process.id()
    }

    /// Ends the driver.
    pub fn stop(self) {}
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// `… started successfully on port 41234.` and `… Listening on 127.0.0.1:41234`.
fn announced_port(log: &str) -> Option<u16> {
    let line =
        log.lines().find(|line| line.contains("started successfully on port ") || line.contains("Listening on "))?;
    line.trim_end_matches('.').rsplit([' ', ':']).next()?.parse().ok()
}
