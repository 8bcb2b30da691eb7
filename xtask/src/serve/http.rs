//! A static server for one folder: right types, no caching, nothing outside the folder. Pages get the preview at their end.

use super::preview::Preview;
use crate::fault::Outcome;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;
use tiny_http::{Header, Method, Request, Response, Server};

/// Takes the port, or says in one sentence what to do.
pub fn bind(host: &str, port: u16) -> Outcome<Server> {
    let listener = std::net::TcpListener::bind((host, port)).map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => format!(
            "Port {port} is busy: end the program that uses it, or choose another with `--port {}`.",
            if port == u16::MAX { 8080 } else { port + 1 }
        ),
        std::io::ErrorKind::PermissionDenied => {
            format!("Port {port} is not allowed for this user: choose one above 1023 with `--port 8080`.")
        }
        _ => format!("Cannot listen on {host} port {port} ({error}): choose another address with `--host 127.0.0.1`."),
    })?;
    Server::from_listener(listener, None).map_err(|error| format!("Cannot serve on port {port}: {error}."))
}

/// Answers requests from a few threads, for as long as the program runs.
pub fn serve(server: Server, folder: PathBuf, preview: &Arc<Preview>) {
    let server = Arc::new(server);
    for _ in 0..4 {
        let (server, folder, preview) = (Arc::clone(&server), folder.clone(), Arc::clone(preview));
        thread::spawn(move || {
            while let Ok(request) = server.recv() {
                answer(request, &folder, &preview);
            }
        });
    }
}

fn answer(request: Request, folder: &Path, preview: &Preview) {
    let (status, kind, body) = match request.method() {
        Method::Get | Method::Head => match preview.answer(request.url()).or_else(|| read(request.url(), folder, preview)) {
            Some((kind, bytes)) => (200, kind, bytes),
            None => (404, "text/plain; charset=utf-8", b"Not found\n".to_vec()),
        },
        _ => (405, "text/plain; charset=utf-8", b"Only GET\n".to_vec()),
    };
    let mut response = Response::from_data(body).with_status_code(status);
    // The site may be embedded from anywhere (contract 6); while developing nothing is kept by the browser.
    let headers = [
        ("Content-Type", kind),
        ("Cache-Control", "no-store"),
        ("Access-Control-Allow-Origin", "*"),
        ("X-Content-Type-Options", "nosniff"),
    ];
    for (name, value) in headers {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    let _ = request.respond(response);
}

fn read(url: &str, folder: &Path, preview: &Preview) -> Option<(&'static str, Vec<u8>)> {
    let element = preview.element();
    // A worker of an earlier day would keep showing what it has: here it is always taken away.
    let url = if url.ends_with("/sw.js") || url.ends_with("/sw-outreach.js") { "/sw-off.js" } else { url };
    let file = file_of(url, folder)?;
    let kind = kind_of(&file);
    let mut bytes = fs::read(&file).ok()?;
    if kind.starts_with("text/html") {
        bytes.extend_from_slice(element.as_bytes());
    }
    Some((kind, bytes))
}

/// The file that an address means; `None` for anything that would leave the folder.
fn file_of(url: &str, folder: &Path) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next().unwrap_or("");
    let path = decoded(path)?;
    let relative = Path::new(path.trim_start_matches('/'));
    if relative.components().any(|part| !matches!(part, Component::Normal(_))) {
        return None;
    }
    let file = folder.join(relative);
    Some(if file.is_dir() { file.join("index.html") } else { file })
}

fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok().filter(|path| !path.contains('\0'))
}

fn kind_of(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or("") {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        "mp3" => "audio/mpeg",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_outside_the_folder() {
        let folder = Path::new("/no-such-folder");
        assert_eq!(file_of("/a/b.js?x#y", folder), Some(folder.join("a/b.js")));
        assert_eq!(file_of("/m%E1%BA%ABu.html", folder), Some(folder.join("mẫu.html")));
        for url in ["/../x", "/a/../../x", "/%2e%2e/x", "/a/%2E%2E/%2e%2e/x", "/%00", "/%zz"] {
            assert_eq!(file_of(url, folder), None, "{url}");
        }
        assert_eq!(file_of("//etc/passwd", folder), Some(folder.join("etc/passwd")));
    }

    #[test]
    fn only_answers_hold_the_preview() {
        let folder = std::env::temp_dir().join(format!("buoc-so-http-{}", std::process::id()));
        for file in ["index.html", "embed.js"] {
            assert_eq!(crate::project::write(&folder.join(file), b"<p>"), Ok(()));
        }
        let preview = Preview::start();
        let text = |url: &str| read(url, &folder, &preview).map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned());
        assert!(text("/").is_some_and(|page| page.starts_with("<p><script type=\"module\" src=\"/-/preview.js?")));
        assert_eq!(text("/embed.js").as_deref(), Some("<p>"));
        assert_eq!(text("/none.html"), None);
        assert_eq!(fs::read(folder.join("index.html")).ok().as_deref(), Some(&b"<p>"[..]));
        assert_eq!(crate::project::clear(&folder), Ok(()));
    }

    #[test]
    fn a_busy_port_is_named() {
        let taken = std::net::TcpListener::bind(("127.0.0.1", 0));
        let port = taken.as_ref().ok().and_then(|listener| listener.local_addr().ok()).map_or(0, |address| address.port());
        let sentence = bind("127.0.0.1", port).err().unwrap_or_default();
        assert!(sentence.starts_with(&format!("Port {port} is busy")) && sentence.contains("--port"));
    }
}
