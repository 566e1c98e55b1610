//! A WebDriver server of our own, on a free port; for WebKit, which has no mode without a window, with a screen of its own.

use crate::{Engine, ports, processes};
use std::{
    fs::{self, File},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// How long a driver may take to start.
const PATIENCE: Duration = Duration::from_secs(120);
const PAUSE: Duration = Duration::from_millis(20);

/// A running chromedriver, geckodriver or WebKitWebDriver.
pub struct Driver {
    process: Child,
    screen: Option<Child>,
    port: u16,
}

impl Driver {
    /// Starts the driver of a browser whose files are in a folder, and waits until it listens. One that ends instead, say
    /// because the port that it has chosen is taken at another address of this machine, is started again.
    ///
    /// # Panics
    /// When it ends each time: with what it has printed.
    pub fn start(engine: Engine, folder: &Path, log: &Path) -> Self {
        let mut attempts = (0..3).map(|_| Self::attempt(engine, folder, log));
        let said = || fs::read_to_string(log).unwrap_or_default();
        attempts.find_map(|driver| driver).unwrap_or_else(|| panic!("the driver of the browser ends: {}", said()))
    }

    /// The driver once it listens; nothing if it has ended.
    fn attempt(engine: Engine, folder: &Path, log: &Path) -> Option<Self> {
        let output = File::create(log).expect("the log can be written");
        let errors = output.try_clone().expect("the log can be written");
        let mut port = 0;
        let mut screen = None;
        let mut command = match engine {
            Engine::Chromium => command("chromedriver", &["--port=0"]),
            Engine::Firefox => command("geckodriver", &["--port=0", "--websocket-port=0"]),
            Engine::WebKit => {
                port = ports::free();
                let (process, display) = start_screen(folder);
                screen = Some(process);
                let mut command = command("WebKitWebDriver", &[&format!("--port={port}")]);
                set_up_webkit(&mut command, folder, &display);
                command
            }
        };
        let started = command.stdin(Stdio::null()).stdout(output).stderr(errors).spawn();
        let process = started.unwrap_or_else(|error| {
            let program = command.get_program().display();
            panic!("{program} does not start ({error}); `cargo xtask test` installs it and finds it")
        });
        let mut driver = Self { process, screen, port };
        driver.port = eventually("its port", || {
            let listens = match port {
                0 => announced_port(&fs::read_to_string(log).ok()?),
                _ => TcpStream::connect(("127.0.0.1", port)).ok().map(|_| port),
            };
            let has_ended = listens.is_none() && driver.process.try_wait().is_ok_and(|end| end.is_some());
            (listens.is_some() || has_ended).then_some(listens)
        })?;
        Some(driver)
    }

    /// Where it listens.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Kills every process that it has started, and waits until they are gone.
    pub fn kill_browser(&self) {
        let killed = processes::kill_descendants(self.process.id());
        eventually("the end of the browser", || killed.iter().all(|it| processes::has_ended(*it)).then_some(()));
    }

    /// Waits until every process that it has started has ended by itself.
    pub fn outlives_browser(&self) {
        eventually("the end of the browser", || (processes::descendants(self.process.id()).is_empty()).then_some(()));
    }

    /// Ends the driver.
    pub fn stop(self) {}
}

impl Drop for Driver {
    fn drop(&mut self) {
        for process in [Some(&mut self.process), self.screen.as_mut()].into_iter().flatten() {
            process.kill().ok();
            process.wait().ok();
        }
    }
}

fn command(program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments);
    command
}

/// A screen in memory, which takes a free number and says which.
fn start_screen(folder: &Path) -> (Child, String) {
    let said = folder.join("screen");
    let output = File::create(&said).expect("the folder can be written");
    let mut screen = command("Xvfb", &["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]);
    let started = screen.stdin(Stdio::null()).stdout(output).stderr(Stdio::null()).spawn();
    let process =
        started.unwrap_or_else(|error| panic!("Xvfb does not start ({error}); `cargo xtask test` installs it"));
    let number = eventually("a screen", || {
        let number = fs::read_to_string(&said).ok()?;
        number.ends_with('\n').then(|| format!(":{}", number.trim()))
    });
    (process, number)
}

/// What the browser takes from the driver's environment. As root WebKit can't start its sandbox.
fn set_up_webkit(command: &mut Command, folder: &Path, display: &str) {
    command.env("DISPLAY", display);
    command.env("STAGE_ZERO_PROFILE", folder.join("profile")).env("STAGE_ZERO_DOWNLOADS", folder.join("downloads"));
    command.envs([("GDK_BACKEND", "x11"), ("NO_AT_BRIDGE", "1"), ("LIBGL_ALWAYS_SOFTWARE", "1")]);
    for switch in ["WEBKIT_DISABLE_COMPOSITING_MODE", "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS"] {
        command.env(switch, "1");
    }
}

fn eventually<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + PATIENCE;
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(Instant::now() < deadline, "the driver of the browser: not {what} within {} s", PATIENCE.as_secs());
        thread::sleep(PAUSE);
    }
}

/// `… started successfully on port 41234.` and `… Listening on 127.0.0.1:41234`.
fn announced_port(log: &str) -> Option<u16> {
    let line =
        log.lines().find(|line| line.contains("started successfully on port ") || line.contains("Listening on "))?;
    line.trim_end_matches('.').rsplit([' ', ':']).next()?.parse().ok()
}
