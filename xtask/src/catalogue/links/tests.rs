//! A tiny server on this machine: a page, one for GET only, a redirect to another host, an error, one that hangs up.

use super::addresses::Address;
use super::ask::Answer;
use super::{asked, no_network, report};
use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread;
use tiny_http::{Header, Method, Response, Server};

fn server() -> u16 {
    let server = Server::http("127.0.0.1:0").ok();
    let port = server.as_ref().and_then(|server| server.server_addr().to_ip()).map_or(0, |address| address.port());
    thread::spawn(move || {
        for request in server.iter().flat_map(Server::incoming_requests) {
            let (code, to) = match (request.url(), request.method()) {
                ("/page" | "/other", _) | ("/get", Method::Get) => (200, None),
                ("/get", _) => (405, None),
                ("/moved", _) => (301, Some(format!("http://localhost:{port}/other"))),
                ("/round", _) => (302, Some(format!("http://127.0.0.1:{port}/round"))),
                // As from https to http: the other scheme is not followed, whatever stands there.
                ("/down", _) => (301, Some(format!("https://127.0.0.1:{port}/page"))),
                _ => (404, None),
            };
            let mut response = Response::from_string("x").with_status_code(code);
            if let Some(header) = to.and_then(|to| Header::from_bytes("Location", to).ok()) {
                response.add_header(header);
            }
            let _ = request.respond(response);
        }
    });
    port
}

/// Reads the request and closes without a word.
fn hanging_up() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).ok();
    let port = listener.as_ref().and_then(|listener| listener.local_addr().ok()).map_or(0, |address| address.port());
    thread::spawn(move || {
        for mut stream in listener.iter().flat_map(TcpListener::incoming).flatten() {
            let _ = stream.read(&mut [0; 1024]);
            let _ = stream.flush();
        }
    });
    port
}

#[test]
fn every_kind_of_answer_is_told_apart() {
    let (port, silent) = (server(), hanging_up());
    let at = |path: &str| Address { url: format!("http://127.0.0.1:{port}/{path}"), places: vec![format!("p.toml:{path}")] };
    let mut addresses: Vec<Address> = ["page", "get", "moved", "none", "round", "down"].into_iter().map(at).collect();
    addresses.push(Address { url: format!("http://127.0.0.1:{silent}/"), places: Vec::new() });
    addresses.push(Address { url: "http://127.0.0.1:1/".into(), places: Vec::new() });
    addresses.push(Address { url: "ftp://127.0.0.1/".into(), places: Vec::new() });
    let answers = asked(&addresses, "http").unwrap_or_default();
    let bad: Vec<bool> = answers.iter().map(Answer::is_bad).collect();
    assert_eq!(bad, [false, false, false, true, true, true, true, true, true], "{answers:?}");
    assert!(matches!(&answers[2], Answer::Page { code: 200, redirects: 1, last, .. } if last.contains("localhost")));
    assert!(matches!(answers[3], Answer::Error { code: 404, .. }));
    assert!(matches!(answers[4], Answer::Broken(_)));
    assert!(matches!(&answers[5], Answer::Broken(said) if said.contains("rotocol")), "{:?}", answers[5]);
    assert!(matches!(&answers[6], Answer::Broken(said) if said.to_lowercase().contains("empty reply")), "{:?}", answers[6]);
    assert!(matches!(answers[7], Answer::Unreachable(_)));
    assert_eq!(answers[8], Answer::NotHttps);

    let report = report::of(&addresses, &answers, "2026-11-21");
    let section = |title: &str| report.split("\n## ").find(|part| part.starts_with(title)).unwrap_or("").to_owned();
    assert!(section("Redirects to another host").contains("/moved") && !section("Answers").contains("/moved"));
    assert!(section("Answers (2)").contains("/get") && section("An error").contains("404"));
    assert!(section("No answer (4)").contains("/round"));
    assert!(section("Not https, so not asked (1)").contains("ftp:"));
    assert!(report.contains("`p.toml:moved`"));
}

#[test]
fn only_https_is_asked() {
    let address = Address { url: format!("http://127.0.0.1:{}/page", server()), places: Vec::new() };
    assert_eq!(asked(&[address], "https"), Ok(vec![Answer::NotHttps]));
}

#[test]
fn without_a_network_nothing_is_known() {
    let nobody = || Answer::Unreachable(String::new());
    assert!(no_network(&[nobody(), Answer::NotHttps, nobody()]));
    assert!(!no_network(&[nobody(), Answer::Broken(String::new())]));
    assert!(!no_network(&[Answer::NotHttps]));
}
