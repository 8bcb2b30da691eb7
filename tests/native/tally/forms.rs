//! Files and texts: what is written comes back, what is hostile is refused, what was ever published still opens.

use super::{anywhere, ids, session};
use crate::common::{files, root};
use crate::people::tries;
use buoc_so::outreach::{
    Counts, Metric, QR_LIMIT, Record, Setup, Trouble, read_tally, setup_from_text, setup_text, tally_json, tally_text,
};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use std::fs;

/// The fullest session there is: fifty people, everything counted, long names.
pub fn full() -> Record {
    let setup = Setup {
        session_date: "2026-11-21".into(),
        province_code: "40".into(),
        commune: "Phường Trường Vinh Nghĩa Hưng".into(),
        village: "Tổ dân phố Nguyễn Thị Minh Khai 12".into(),
        host: "Tổ công nghệ số cộng đồng Nguyễn Thị Minh Khai".into(),
    };
    let mut counts = Counts::default();
    counts.add(Metric::Contacts, "", 50);
    for metric in Metric::ALL.into_iter().filter(|metric| *metric != Metric::Contacts) {
        let each = if metric.parts_people() {
            10
        } else if metric == Metric::Status {
            1234
        } else {
            47
        };
        ids(metric).iter().take(20).for_each(|id| counts.add(metric, id, each));
    }
    let mut record = Record::new("k3v9x0q2m7ab4z".into(), setup, "2026-11-21T08:00");
    record.count(&counts, "2026-11-21T11:20");
    record.end("2026-11-21T11:21");
    record
}

#[test]
fn a_full_session_fits_a_code() {
    let text = tally_text(&full());
    assert!(text.len() <= QR_LIMIT, "{} bytes:\n{text}", text.len());
    assert!(text.len() > 800, "not full: {}", text.len());
    assert_eq!(read_tally(text.as_bytes()), Ok(vec![full()]));
}

/// Files of every version that was ever published. The folder only grows.
#[test]
fn every_file_ever_published_opens() {
    let goldens = files(&root().join("tests/native/tallies"), &["json", "txt"]);
    assert!(goldens.len() >= 3);
    for golden in goldens {
        let records = read_tally(&fs::read(&golden).unwrap()).unwrap_or_else(|error| panic!("{}: {error}", golden.display()));
        // One session, as file and as text, and one of a later catalogue.
        let known = records.iter().find(|record| record.batch == "k3v9x0q2m7ab4z").unwrap();
        assert_eq!((known.revision, known.contacts(), known.ended), (3, 50, true), "{}", golden.display());
    }
}

fn sample() -> Value {
    serde_json::from_str(&tally_json(&[full()])).unwrap()
}

/// One change at a time, and where it is refused.
#[test]
fn hostile_files_are_refused_with_their_place() {
    for (at, value, place) in [
        ("/records/0/batch", json!("Short"), "records[0].batch"),
        ("/records/0/batch", json!("with blank 12"), "records[0].batch"),
        ("/records/0/revision", json!(-1), "records[0].revision"),
        ("/records/0/revision", json!(1.5), "records[0].revision"),
        ("/records/0/session_date", json!("2026-02-30"), "records[0].session_date"),
        ("/records/0/updated", json!("2026-11-21T24:00"), "records[0].updated"),
        ("/records/0/province_code", json!("Nghệ An"), "records[0].province_code"),
        ("/records/0/commune_text", json!("x".repeat(201)), "records[0].commune_text"),
        ("/records/0/village_text", json!("a\u{202e}b"), "records[0].village_text"),
        ("/records/0/host", json!("a\u{0}b"), "records[0].host"),
        ("/records/0/notes", json!("x".repeat(601)), "records[0].notes"),
        ("/records/0/contacts_total", json!(1_000_001), "records[0].contacts_total"),
        ("/records/0/contacts_total", json!(3), "records[0].by_"),
        ("/records/0/by_skill", json!({"": 1}), "records[0].by_skill"),
        ("/records/0/by_skill", json!({"A": 1}), "records[0].by_skill.A"),
        ("/records/0/by_skill", json!({"a": "1"}), "records[0].by_skill"),
        ("/records/0/by_skill", json!({"a": {"b": {"c": 1}}}), "records[0].by_skill"),
        ("/records/0/by_skill", json!([1]), "records[0].by_skill"),
        ("/records/0/surprise", json!(1), "records[0]"),
        ("/surprise", json!(1), ""),
        ("/records", json!({}), "records"),
    ] {
        let mut file = sample();
        let (parent, key) = at.rsplit_once('/').unwrap();
        file.pointer_mut(parent).unwrap()[key] = value;
        let error = read_tally(file.to_string().as_bytes()).expect_err(at);
        assert_eq!(error.trouble, Trouble::Place, "{at}: {error}");
        assert!(error.place.starts_with(place) || error.place.contains("surprise"), "{at}: {error}");
    }
}

#[test]
fn what_is_no_file_of_ours_is_named_so() {
    let mut later = sample();
    later["format"] = json!("buoc-so-tally/2");
    let mut other = sample();
    other["format"] = json!("geo");
    let text = tally_text(&full());
    let mut many = sample();
    many["records"] = vec![many["records"][0].clone(); 20_001].into();
    let deep = "[".repeat(100_000);
    let twice = sample().to_string().replacen("\"by_skill\":{", "\"by_skill\":{\"x\":1,\"x\":2,", 1);
    let doubled = sample().to_string().replacen("\"revision\":3", "\"revision\":3,\"revision\":4", 1);
    for (bytes, trouble) in [
        (later.to_string().into_bytes(), Trouble::Version),
        (other.to_string().into_bytes(), Trouble::Foreign),
        (many.to_string().into_bytes(), Trouble::Large),
        (vec![b' '; 20_000_001], Trouble::Large),
        (format!("{{\"format\":\"buoc-so-tally/1\",\"records\":{deep}").into_bytes(), Trouble::Cut),
        (b"{}".to_vec(), Trouble::Foreign),
        (b"".to_vec(), Trouble::Foreign),
        (b"\xff\xfe".to_vec(), Trouble::Foreign),
        (b"hello".to_vec(), Trouble::Foreign),
        (sample().to_string().into_bytes()[..500].to_vec(), Trouble::Cut),
        (twice.into_bytes(), Trouble::Place),
        (doubled.into_bytes(), Trouble::Place),
        (text.as_bytes()[..text.len() - 20].to_vec(), Trouble::Cut),
        (text.replace("=47", "=74").into_bytes(), Trouble::Cut),
        (text.replace("tally/1", "tally/7").into_bytes(), Trouble::Version),
    ] {
        let error = read_tally(&bytes).expect_err(&String::from_utf8_lossy(&bytes[..bytes.len().min(60)]));
        assert_eq!(error.trouble, trouble, "{error}: {}", String::from_utf8_lossy(&bytes[..bytes.len().min(60)]));
    }
}

#[test]
fn a_batch_that_stands_twice_in_a_file_is_one_record() {
    let mut file = sample();
    let mut older = file["records"][0].clone();
    older["revision"] = json!(2);
    older["contacts_total"] = json!(60);
    file["records"].as_array_mut().unwrap().push(older);
    assert_eq!(read_tally(file.to_string().as_bytes()), Ok(vec![full()]));
}

proptest! {
    #![proptest_config(tries(120))]

    #[test]
    fn a_file_comes_back_the_same(records in proptest::collection::vec(session(1000), 0..6)) {
        let text = tally_json(&records);
        let mut back = read_tally(text.as_bytes()).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(tally_json(&back), tally_json(&read_tally(tally_json(&back).as_bytes()).unwrap()));
        let mut batches: Vec<&str> = records.iter().map(|record| record.batch.as_str()).collect();
        batches.sort_unstable();
        batches.dedup();
        if batches.len() == records.len() {
            back.sort_by_key(|record| records.iter().position(|known| known.batch == record.batch));
            prop_assert_eq!(back, records);
        }
    }

    /// Forwarded, quoted, with other ends of lines, blanks that do not part, several in one paste.
    #[test]
    fn a_text_survives_chat_apps(records in proptest::collection::vec(session(100_000), 1..4), how in 0..6_u8) {
        let each: Vec<String> = records.iter().map(tally_text).collect();
        let pasted = match how {
            0 => each.join("\r\n\r\n"),
            1 => format!("[21/11 11:20] Lan: {}\nOK em", each.join("\n[21/11 11:21] Lan: ")),
            2 => each.join("\n").replace('\n', "  \n\n"),
            3 => each.join("\n").replace(' ', "\u{a0}"),
            4 => format!("\u{feff}{}", each.join("\n")),
            _ => each.join(" ").replace('\n', " "),
        };
        let back = read_tally(pasted.as_bytes()).map_err(|error| TestCaseError::fail(format!("{error}\n{pasted}")))?;
        let mut batches: Vec<&str> = records.iter().map(|record| record.batch.as_str()).collect();
        batches.sort_unstable();
        batches.dedup();
        prop_assert_eq!(back.len(), batches.len());
        if batches.len() == records.len() {
            for record in &records {
                let read = back.iter().find(|read| read.batch == record.batch).unwrap();
                prop_assert_eq!((&read.counts, read.revision, read.ended), (&record.counts, record.revision, record.ended));
            }
        }
    }

    /// No damage to a text is read as other counts.
    #[test]
    fn a_damaged_text_is_refused_or_the_same(record in session(9), at in any::<Index>(), to in any::<Index>(), byte in 32_u8..127, how in 0..3_u8) {
        let text = tally_text(&record);
        let mut bytes = text.into_bytes();
        let (one, other) = (at.index(bytes.len()), to.index(bytes.len()));
        match how {
            0 => bytes[one] = byte,
            1 => drop(bytes.drain(one.min(other)..one.max(other))),
            _ => bytes.truncate(one),
        }
        if let Ok(read) = read_tally(&bytes) {
            prop_assert_eq!(&read[0].counts, &record.counts);
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200), brace in any::<bool>()) {
        let bytes = if brace { [b"{\"format\":\"buoc-so-tally/1\",".as_slice(), &bytes].concat() } else { bytes };
        if let Err(error) = read_tally(&bytes) {
            prop_assert!(!error.to_string().contains(char::is_control));
        }
        prop_assert!(setup_from_text(&String::from_utf8_lossy(&bytes)).is_none());
    }

    #[test]
    fn a_set_up_comes_back_the_same(setup in anywhere()) {
        let text = setup_text(&setup);
        prop_assert!(text.len() <= 300 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-=".contains(&byte)));
        prop_assert_eq!(setup_from_text(&text), Some(setup));
        prop_assert_eq!(setup_from_text(&text[..text.len() - 40]), None);
    }
}
