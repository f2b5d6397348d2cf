//! The page as a static host would serve it, deep below the host's root.

use std::fs;
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use super::Outcome;

/// Where the page lies on the server. A page with an absolute address in it does not work here.
const FOLDER: &str = "/some/school/lab/";

/// A running web server; it ends with the program.
pub struct Site {
    /// The address of the page.
    pub address: String,
}

impl Site {
    /// Serves the files of `dist`.
    pub fn start(dist: PathBuf) -> Outcome<Self> {
        if !dist.join("index.html").is_file() {
            return Err(format!("There is no index.html in {}.", dist.display()).into());
        }
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = format!("http://{}{FOLDER}", listener.local_addr()?);
        let dist = Arc::new(dist);
        thread::spawn(move || {
            for connection in listener.incoming().filter_map(Result::ok) {
                let dist = Arc::clone(&dist);
                // A thread each, as a browser opens connections that it may never use. One that goes away before it
                // has its answer does no harm.
                thread::spawn(move || answer(&dist, connection).ok());
            }
        });
        Ok(Self { address })
    }
}

/// Answers the one request of a connection.
fn answer(dist: &Path, mut connection: TcpStream) -> io::Result<()> {
    let mut lines = BufReader::new(&connection).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    // The rest of the head has to be read, or closing the connection would look like a failure to the browser.
    lines.map_while(Result::ok).take_while(|line| !line.is_empty()).for_each(drop);

    let (status, media_type, body) = match file_named(dist, &request) {
        Some(file) => ("200 OK", media_type(&file), fs::read(&file)?),
        None => ("404 Not Found", "text/plain", Vec::new()),
    };
    let length = body.len();
    write!(
        connection,
        "HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
    )?;
    connection.write_all(&body)
}

/// The file that a line such as `GET /some/school/lab/boot.js HTTP/1.1` asks for, if it exists.
fn file_named(dist: &Path, request: &str) -> Option<PathBuf> {
    let address = request.strip_prefix("GET ")?.split([' ', '?']).next()?;
    let name = address.strip_prefix(FOLDER)?;
    let file = dist.join(if name.is_empty() { "index.html" } else { name });
    (!name.contains("..") && file.is_file()).then_some(file)
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("css") => "text/css; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}
