//! The web servers that people use, on this machine: each with its own small configuration in a temporary folder.

use crate::{copy_folder, dist, ports};
use std::{
    fs,
    net::TcpStream,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// The sub-folder in which the site lies too.
pub const BELOW: &str = "tools/stage-zero";

/// A web server with the site at its root and in a sub-folder; stopped when it is dropped.
pub struct Host {
    process: Child,
    port: u16,
    folder: TempDir,
}

impl Host {
    /// nginx with the configuration that we give to hosts.
    pub fn nginx() -> Self {
        Self::start(|folder, port| {
            let ours = fs::read_to_string(dist().join("hosting/nginx.conf")).expect("the site has hosting/nginx.conf");
            let ours = ours
                .replace("listen 80;", &format!("listen 127.0.0.1:{port};"))
                .replace("/var/www/stage-zero", &folder.join("www").display().to_string());
            let temp: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
                .iter()
                .map(|kind| format!("{kind}_temp_path {};\n", folder.join(kind).display()))
                .collect();
            let log = folder.join("nginx.log");
            let whole = format!(
                "daemon off;\nworker_processes 1;\npid {}/nginx.pid;\nerror_log {};\nevents {{}}\nhttp {{\naccess_log off;\n{temp}{ours}}}\n",
                folder.display(),
                log.display(),
            );
            let file = folder.join("nginx.conf");
            fs::write(&file, whole).expect("the configuration can be written");
            let mut command = Command::new("/usr/sbin/nginx");
            command.arg("-e").arg(log).arg("-c").arg(file);
            command
        })
    }

    /// Apache httpd, which reads the site's own `.htaccess`.
    pub fn apache() -> Self {
        Self::start(|folder, port| {
            let modules: String = ["mpm_event", "authz_core", "dir", "mime", "headers", "rewrite"]
                .iter()
                .map(|name| format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"))
                .collect();
            let (www, types) = (folder.join("www"), folder.join("mime.types"));
            fs::write(
                &types,
                "text/html html\ntext/css css\napplication/json json\ntext/plain txt\nimage/png png\ntext/xml xml\n",
            )
            .expect("the types can be written");
            let whole = format!(
                "{modules}ServerName localhost\nListen 127.0.0.1:{port}\nPidFile {folder}/apache.pid\n\
                 ErrorLog {folder}/apache.log\nDefaultRuntimeDir {folder}\nUser www-data\nGroup www-data\n\
                 TypesConfig {}\nDocumentRoot {www}\n<Directory {www}>\n\
                 AllowOverride FileInfo Indexes Options=Indexes\nRequire all granted\n</Directory>\n",
                types.display(),
                folder = folder.display(),
                www = www.display(),
            );
            let file = folder.join("apache.conf");
            fs::write(&file, whole).expect("the configuration can be written");
            let mut command = Command::new("/usr/sbin/apache2");
            command.args(["-D", "FOREGROUND", "-f"]).arg(file);
            command
        })
    }

    /// Caddy with the configuration that we give to hosts.
    pub fn caddy() -> Self {
        Self::start(|folder, port| {
            let ours = fs::read_to_string(dist().join("hosting/Caddyfile")).expect("the site has hosting/Caddyfile");
            let ours = ours
                .replace("stage-zero.example {", &format!("http://127.0.0.1:{port} {{"))
                .replace("/var/www/stage-zero", &folder.join("www").display().to_string());
            let file = folder.join("Caddyfile");
            fs::write(&file, format!("{{\n\tadmin off\n}}\n{ours}")).expect("the configuration can be written");
            let mut command = Command::new("/usr/bin/caddy");
            // It keeps certificates and its last configuration below these, should it have any.
            command.env("XDG_DATA_HOME", folder).env("XDG_CONFIG_HOME", folder);
            command.args(["run", "--adapter", "caddyfile", "--config"]).arg(file);
            command
        })
    }

    /// Python's server: no headers of one's own, no compressed forms.
    pub fn python() -> Self {
        Self::start(|folder, port| {
            let mut command = Command::new("python3");
            command.args(["-m", "http.server", &port.to_string(), "--bind", "127.0.0.1", "--directory"]);
            command.arg(folder.join("www"));
            command
        })
    }

    /// Cloudflare Pages, by its own local server. It leads from `index.html` to the folder, and from `read/clause-4.html`
    /// to `read/clause-4`.
    pub fn cloudflare_pages() -> Self {
        Self::start(|folder, port| {
            let mut command = Command::new("wrangler");
            command.args(["pages", "dev", "--ip", "127.0.0.1", "--compatibility-date", "2026-01-01", "--port"]);
            command.arg(port.to_string()).arg(folder.join("www")).current_dir(folder);
            // It asks nobody anything, and leaves nothing behind.
            let settings = [("CI", "1"), ("WRANGLER_SEND_METRICS", "false"), ("WRANGLER_SEND_ERROR_REPORTS", "false")];
            let quiet = [("CLOUDFLARE_CF_FETCH_ENABLED", "false"), ("WRANGLER_HIDE_BANNER", "true")];
            command.envs(settings).envs(quiet).env("HOME", folder).env("XDG_CONFIG_HOME", folder);
            command
        })
    }

    /// `npx serve`, which leads from `index.html` to `index`.
    pub fn serve() -> Self {
        Self::start(|folder, port| {
            let mut command = Command::new("serve");
            command.args(["--no-clipboard", "--no-port-switching", "--listen", &format!("tcp://127.0.0.1:{port}")]);
            command.arg(folder.join("www"));
            command
        })
    }

    fn start(configured: impl FnOnce(&Path, u16) -> Command) -> Self {
        let folder = tempfile::Builder::new().prefix("stage-zero-host-").tempdir().expect("a temporary folder");
        // Servers that root has started give their rights up, and must still be able to read.
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).expect("our own folder");
        let www = folder.path().join("www");
        copy_folder(&dist(), &www);
        copy_folder(&dist(), &www.join(BELOW));
        let port = ports::free();
        let log = fs::File::create(folder.path().join("output.log")).expect("the log can be written");
        let mut command = configured(folder.path(), port);
        let started = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log).spawn();
        let process = started.unwrap_or_else(|error| {
            panic!("{} does not start ({error}); `cargo xtask test` installs it", command.get_program().display())
        });
        let mut host = Self { process, port, folder };
        let deadline = Instant::now() + Duration::from_secs(60);
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let ended = host.process.try_wait().ok().flatten();
            assert!(ended.is_none() && Instant::now() < deadline, "the server did not start: {}", host.said());
            thread::sleep(Duration::from_millis(30));
        }
        host
    }

    /// The address of a place on the host.
    pub fn address(&self, place: &str) -> String {
        format!("http://127.0.0.1:{}/{place}", self.port)
    }

    /// The folder that is its root.
    pub fn folder(&self) -> PathBuf {
        self.folder.path().join("www")
    }

    /// What the server has logged.
    fn said(&self) -> String {
        let logs = ["output.log", "nginx.log", "apache.log"];
        logs.iter().filter_map(|name| fs::read_to_string(self.folder.path().join(name)).ok()).collect()
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        // Asked, not killed: a server takes its workers along.
        let id = self.process.id().to_string();
        Command::new("kill").args(["-TERM", &id]).status().ok();
        self.process.wait().ok();
    }
}
