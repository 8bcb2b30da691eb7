//! Invented exports of many phones: sessions at every revision, some several times, some that contradict each other.

use crate::content;
use crate::fault::Outcome;
use crate::project::{Project, write};
use buoc_so::content::Catalogue;
use buoc_so::outreach::{Columns, Counts, Metric, Record, Setup, csv, tally_json, tally_text};
use std::path::Path;

/// The same numbers each time (Knuth's linear congruence).
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most.max(1)
    }

    fn of<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        let at = self.below(list.len());
        list.get(at)
    }
}

/// Names as people type them: the same in other letters, with quotes, commas and what a spreadsheet would take for a formula.
const COMMUNES: [&str; 8] = ["Xã Một", "xã  một", "XÃ MỘT ", "Phường Hai, \"mới\"", "=1+2", "-Ba", "Đặc khu Bốn", ""];

/// Writes `exports` files, each as JSON (every fifth as text) and as CSV.
pub fn write_all(dir: &Path, exports: u32) -> Outcome {
    let catalogue = content::sound(&Project::find()?.root)?;
    let keys = keys(&catalogue);
    let mut dice = Dice(2026);
    let mut history: Vec<Record> = Vec::new();
    for session in 0..exports.div_ceil(3) {
        let mut record = Record::new(format!("sample{session:06}"), setup(&mut dice), "2026-10-01T08:00");
        history.push(record.clone());
        for _ in 0..1 + dice.below(12) {
            record.count(&person(&mut dice, &keys), "2026-10-01T09:00");
            history.push(record.clone());
        }
        if dice.below(8) == 0 {
            // Nobody makes these: the same revision with other counts.
            let mut other = record.clone();
            other.counts.merge(&person(&mut dice, &keys));
            history.push(other);
        }
    }
    for number in 0..exports {
        let mut records: Vec<Record> = Vec::new();
        for _ in 0..1 + dice.below(4) {
            records.extend(dice.of(&history).cloned());
        }
        records.sort_by(|one, other| one.batch.cmp(&other.batch));
        records.dedup_by(|one, other| one.batch == other.batch);
        let texts = || records.iter().map(tally_text).collect::<Vec<String>>().join("\n\n");
        write(&dir.join(format!("json/{number:05}.json")), tally_json(&records).as_bytes())?;
        write(&dir.join(format!("text/{number:05}.txt")), texts().as_bytes())?;
        write(&dir.join(format!("csv/{number:05}.csv")), csv(&records, &Columns::default()).as_bytes())?;
    }
    println!("{exports} invented exports in {}", dir.display());
    Ok(())
}

fn setup(dice: &mut Dice) -> Setup {
    let pick = |dice: &mut Dice, list: &[&str]| dice.of(list).map(|text| (*text).to_owned()).unwrap_or_default();
    Setup {
        session_date: pick(dice, &["2026-09-30", "2026-10-01", "2026-12-31", "2027-01-01", "2026-07-15"]),
        province_code: pick(dice, &["40", "01", ""]),
        commune: pick(dice, &COMMUNES),
        village: pick(dice, &["Thôn 1", "@Thôn 2", ""]),
        host: pick(dice, &["Tổ công nghệ số cộng đồng", ""]),
    }
}

fn keys(catalogue: &Catalogue) -> Vec<(Metric, Vec<String>)> {
    let (rules, words) = (&catalogue.rules, &catalogue.outreach[0]);
    let named = |list: &[buoc_so::model::Named]| list.iter().map(|one| one.id.clone()).collect();
    let audiences = rules.questions.first().map(|question| question.choices.iter().map(|choice| choice.id.clone()).collect());
    vec![
        (Metric::Audience, audiences.unwrap_or_default()),
        (Metric::Age, named(&words.ages)),
        (Metric::Started, rules.areas.iter().map(|area| area.id.clone()).collect()),
        (Metric::Skill, named(&words.skills)),
        (Metric::Blocked, words.blockers.iter().map(|blocker| blocker.id.clone()).collect()),
        (Metric::Status, buoc_so::engine::Status::ALL.map(|status| status.id().to_owned()).into()),
        (Metric::Duty, rules.obligations.iter().map(|duty| duty.id.clone()).collect()),
    ]
}

fn person(dice: &mut Dice, keys: &[(Metric, Vec<String>)]) -> Counts {
    let mut counts = Counts::default();
    counts.add(Metric::Contacts, "", 1);
    for (metric, ids) in keys {
        let count = if *metric == Metric::Status { 1 + dice.below(40) as u32 } else { 1 };
        if dice.below(4) > 0
            && let Some(id) = dice.of(ids)
        {
            counts.add(*metric, id, count);
        }
    }
    counts
}
