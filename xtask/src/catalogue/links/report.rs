//! The answers as a page of Markdown, what needs a person first.

use super::addresses::Address;
use super::ask::Answer;

/// The report.
pub fn of(addresses: &[Address], answers: &[Answer], today: &str) -> String {
    let all: Vec<(&Address, &Answer)> = addresses.iter().zip(answers).collect();
    let mut out = format!("# Addresses of the catalogue, asked on {today}\n\n{} addresses.\n", all.len());
    let mut section = |title: &str, is_here: &dyn Fn(&Address, &Answer) -> bool| {
        let rows: Vec<String> = all
            .iter()
            .filter(|(address, answer)| is_here(address, answer))
            .map(|(address, answer)| row(address, answer))
            .collect();
        if !rows.is_empty() {
            out.push_str(&format!(
                "\n## {title} ({})\n\n| address | answer | where it stands |\n| --- | --- | --- |\n",
                rows.len()
            ));
            out.push_str(&rows.concat());
        }
    };
    section("No answer", &|_, answer| matches!(answer, Answer::Broken(_) | Answer::Unreachable(_)));
    section("Certificate or encryption", &|_, answer| matches!(answer, Answer::Unsafe(_)));
    section("An error instead of a page", &|_, answer| matches!(answer, Answer::Error { .. }));
    section("Not https, so not asked", &|_, answer| matches!(answer, Answer::NotHttps));
    section("Redirects to another host: is it still the same office?", &|address, answer| moved(address, answer));
    section("Answers", &|address, answer| matches!(answer, Answer::Page { .. }) && !moved(address, answer));
    out
}

/// Whether the page came from a host of another name; `www.` before a name is the same.
fn moved(address: &Address, answer: &Answer) -> bool {
    matches!(answer, Answer::Page { last, .. } if host(last) != host(&address.url))
}

fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}

fn row(address: &Address, answer: &Answer) -> String {
    let said = match answer {
        Answer::Page { code, redirects: 0, seconds, .. } => format!("{code} in {seconds:.1} s"),
        Answer::Page { code, last, redirects, seconds } => {
            format!("{code} in {seconds:.1} s, {redirects} redirect(s) to {last}")
        }
        Answer::Error { code: code @ (401 | 403 | 405 | 429), seconds, .. } => {
            format!("{code} in {seconds:.1} s: it may refuse programs only; open it by hand")
        }
        Answer::Error { code, last, seconds } => format!("{code} in {seconds:.1} s at {last}"),
        Answer::Unsafe(said) | Answer::Broken(said) | Answer::Unreachable(said) => said.clone(),
        Answer::NotHttps => "–".to_owned(),
    };
    let cell = |text: &str| text.replace('|', "\\|");
    let places: Vec<String> = address.places.iter().map(|place| format!("`{place}`")).collect();
    format!("| {} | {} | {} |\n", cell(&address.url), cell(&said), cell(&places.join(", ")))
}
