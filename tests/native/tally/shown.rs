//! What is shown of counts: tables, comparison, topics, quarters, and summaries that give nobody away.

use super::forms::full;
use super::ids;
use crate::common::{loaded, rules};
use buoc_so::outreach::{
    Book, Cell, Columns, Counts, LONG, Metric, Opens, Published, Quarter, Record, Setup, compare, csv, same_place, topics,
    wide_csv,
};
use std::collections::BTreeMap;

fn counted(list: &[(Metric, &str, u32)]) -> Counts {
    let mut counts = Counts::default();
    list.iter().for_each(|(metric, key, count)| counts.add(*metric, key, *count));
    counts
}

fn at(day: &str, commune: &str) -> Setup {
    Setup { session_date: day.into(), province_code: "40".into(), commune: commune.into(), ..Setup::default() }
}

#[test]
fn tables_are_as_the_contract_has_them() {
    let mut record = full();
    record.setup.commune = "=SUM(A1), \"x\"".into();
    let nobody = Record::new("nobody0000".into(), at("2026-11-21", "+84"), "2026-11-21T08:00");
    let text = csv(&[record, nobody], &Columns::default());
    assert!(text.starts_with("\u{feff}batch,revision,session_date,province_code,commune,village,host,metric,key,count\r\n"));
    assert!(text.ends_with("\r\nnobody0000,1,2026-11-21,40,'+84,,,contacts_total,,0\r\n"));
    assert!(text.contains(",\"'=SUM(A1), \"\"x\"\"\","));
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    assert_eq!(text.lines().count(), 2 + full().counts.iter().count());
}

#[test]
fn a_province_names_columns() {
    let overlay = r#"{"format": "buoc-so-overlay/1", "columns": {"village": "Xóm", "by_skill": "Kỹ năng", "by_status:ready": "Dùng ngay", "weather": "x"}}"#;
    let columns = Columns::from_overlay(overlay);
    assert!(csv(&[], &columns).starts_with("\u{feff}batch,revision,session_date,province_code,commune,Xóm,"));
    let wide = wide_csv(&[full()], &columns, &loaded().0.outreach[0]);
    let header = wide.lines().next().unwrap();
    assert!(
        header.contains("Xóm") && header.contains("Kỹ năng: ") && header.contains(",Dùng ngay") && !header.contains("by_skill")
    );
    assert_eq!(Columns::from_overlay("no json"), Columns::default());
    for good in LONG.into_iter().chain(["notes", "contacts_total", "by_duty", "by_duty:some-duty"]) {
        assert!(Columns::has(good), "{good}");
    }
    for bad in ["", "weather", "by_duty:", "by_duty:A", "contacts_total:x", "updated:x"] {
        assert!(!Columns::has(bad), "{bad}");
    }
}

#[test]
fn quarters_begin_on_their_first_day() {
    for (day, id) in [("2026-09-30", "2026Q3"), ("2026-10-01", "2026Q4"), ("2026-12-31", "2026Q4"), ("2027-01-01", "2027Q1")] {
        assert_eq!(Quarter::of(day).map(Quarter::id).as_deref(), Some(id));
    }
    let mut book = Book::default();
    for (batch, day) in [("one00000", "2026-12-31"), ("two00000", "2027-01-01"), ("three000", "2026-10-01")] {
        let mut record = Record::new(batch.into(), at(day, ""), "2026-12-31T08:00");
        record.count(&counted(&[(Metric::Contacts, "", 1)]), "2026-12-31T08:01");
        book.merge(record);
    }
    let people = |quarter: &Quarter| quarter.total(&book).get(Metric::Contacts, "");
    assert_eq!(Quarter::all(&book).iter().map(people).collect::<Vec<u32>>(), [2, 1]);
}

#[test]
fn sessions_of_one_place_are_compared() {
    assert!(same_place(&at("2026-10-01", "Xã  Yên TRUNG "), &at("2026-11-01", "xã yên trung")));
    assert!(!same_place(&at("2026-10-01", "Xã Yên Trung"), &at("2026-10-01", "Xã Yên Trung 2")));
    let (before, after) = (counted(&[(Metric::Skill, "a", 3), (Metric::Skill, "b", 1)]), counted(&[(Metric::Skill, "a", 1)]));
    let rows: Vec<(String, i64)> = compare(&before, &after).into_iter().map(|row| (row.key.clone(), row.difference())).collect();
    assert_eq!(rows, [("a".into(), -2), ("b".into(), -1)]);
}

#[test]
fn topics_are_what_blocks_most_people() {
    let words = &loaded().0.outreach[0];
    let opens = |blocker: &buoc_so::model::Blocker| blocker.capability.map(Opens::Capability).or(blocker.area.map(Opens::Area));
    let blockers: Vec<(&str, Opens)> = words.blockers.iter().map(|one| (one.id.as_str(), opens(one).unwrap())).collect();
    assert_eq!(topics(&Counts::default(), &blockers, rules()), []);
    let mut counts = Counts::default();
    ids(Metric::Blocked).iter().zip(1..).for_each(|(id, count)| counts.add(Metric::Blocked, id, count));
    let found = topics(&counts, &blockers, rules());
    assert_eq!(found.len(), 3);
    assert!(found.windows(2).all(|pair| pair[0].people >= pair[1].people) && found.iter().all(|topic| topic.platforms > 0));
    // Two blockers that are taught alike are one topic.
    let same = [("a", blockers[0].1), ("b", blockers[0].1)];
    let both = topics(&counted(&[(Metric::Blocked, "a", 2), (Metric::Blocked, "b", 3)]), &same, rules());
    assert_eq!(both.iter().map(|topic| topic.people).collect::<Vec<u32>>(), [5]);
}

/// What a capability opens, worked out with the engine's own eyes: the platforms that cannot be had by somebody without it.
#[test]
fn more_is_opened_by_what_comes_first() {
    let place = |id: &str| {
        let at = rules().capabilities.iter().position(|capability| capability.id == id).unwrap();
        Opens::Capability(buoc_so::model::CapabilityIx::from_at(at))
    };
    let opened = |id: &str| topics(&counted(&[(Metric::Blocked, "x", 1)]), &[("x", place(id))], rules())[0].platforms;
    assert!(opened("smartphone") >= opened("vneid-2") && opened("vneid-2") >= opened("org-e-id") && opened("org-e-id") > 0);
}

/// Everything that is shown, as one value.
type Sight = Vec<(Metric, String, Option<u32>)>;

fn seen(counts: &Counts) -> Sight {
    let shown = Published::suppressed(counts);
    let value = |cell| if let Cell::Count(count) = cell { Some(count) } else { None };
    Metric::ALL
        .into_iter()
        .flat_map(|metric| shown.of(metric).map(move |(key, cell)| (metric, key.into(), value(cell))).collect::<Vec<_>>())
        .collect()
}

/// All sessions of few people: whoever knows how it is done and sees the summary can be sure of nothing that was left out.
#[test]
fn nothing_left_out_can_be_worked_out() {
    const MOST: u32 = 11;
    const LOOKED_AT: u32 = 5;
    let mut by_sight: BTreeMap<Sight, Vec<Counts>> = BTreeMap::new();
    for people in 1..=MOST {
        for a in 0..=people {
            for b in 0..=people - a {
                for c in 0..=people - a - b {
                    for x in 0..=people {
                        for y in 0..=people - x {
                            let counts = counted(&[
                                (Metric::Contacts, "", people),
                                (Metric::Audience, "a", a),
                                (Metric::Audience, "b", b),
                                (Metric::Audience, "c", c),
                                (Metric::Age, "x", x),
                                (Metric::Age, "y", y),
                            ]);
                            by_sight.entry(seen(&counts)).or_default().push(counts);
                        }
                    }
                }
            }
        }
    }
    let mut hidden = 0;
    for (sight, all) in &by_sight {
        if all.iter().all(|counts| counts.get(Metric::Contacts, "") > LOOKED_AT) {
            continue;
        }
        for (metric, key, shown) in sight {
            let mut values: Vec<u32> = all.iter().map(|counts| counts.get(*metric, key)).collect();
            values.sort_unstable();
            values.dedup();
            match shown {
                Some(count) => assert!(values == [*count] && *count >= 3, "{sight:?}"),
                None => {
                    hidden += 1;
                    assert!(values.len() > 1, "{metric:?} {key} is {values:?} for certain: {sight:?}");
                }
            }
        }
        // Nor those that said nothing.
        for metric in [Metric::Audience, Metric::Age] {
            let mut silent: Vec<u32> = all.iter().map(|counts| counts.get(Metric::Contacts, "") - counts.sum(metric)).collect();
            silent.sort_unstable();
            silent.dedup();
            assert!(silent.len() > 1 || !(1..3).contains(&silent[0]), "{metric:?}: {silent:?}: {sight:?}");
        }
    }
    assert!(hidden > 50, "{hidden}");
}
