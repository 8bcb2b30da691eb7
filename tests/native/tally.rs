//! Counts of training sessions: laws of merging, files and texts that travel, what is hostile, tables, public summaries.

mod forms;
mod laws;
mod shown;

use crate::common::{loaded, rules};
use buoc_so::outreach::{Counts, Metric, Record, Setup};
use proptest::prelude::*;
use proptest::sample::Index;

/// The ids of a metric in the content of today.
pub fn ids(metric: Metric) -> Vec<String> {
    let words = &loaded().0.outreach[0];
    let named = |list: &[buoc_so::model::Named]| list.iter().map(|one| one.id.clone()).collect();
    match metric {
        Metric::Contacts => vec![String::new()],
        Metric::Audience => rules().questions[0].choices.iter().map(|choice| choice.id.clone()).collect(),
        Metric::Age => named(&words.ages),
        Metric::Started => rules().areas.iter().map(|area| area.id.clone()).collect(),
        Metric::Skill => named(&words.skills),
        Metric::Blocked => words.blockers.iter().map(|blocker| blocker.id.clone()).collect(),
        Metric::Status => ["using", "ready", "after", "maybe", "not-now"].map(String::from).into(),
        Metric::Duty => rules().obligations.iter().map(|duty| duty.id.clone()).collect(),
    }
}

/// What any person adds.
pub fn anybody() -> impl Strategy<Value = Counts> {
    proptest::collection::vec((0..8_usize, any::<Index>(), 1_u32..30), 0..12).prop_map(|drawn| {
        let mut counts = Counts::default();
        counts.add(Metric::Contacts, "", 1);
        for (metric, key, count) in drawn {
            let metric = Metric::ALL[metric];
            let ids = ids(metric);
            let key = &ids[key.index(ids.len())];
            let once = metric.parts_people() && counts.sum(metric) > 0 || metric.counts_people() && counts.get(metric, key) > 0;
            if !once {
                counts.add(metric, key, if metric == Metric::Status { count } else { 1 });
            }
        }
        counts
    })
}

/// The day, the place, the hand: few, so that they meet.
pub fn anywhere() -> impl Strategy<Value = Setup> {
    (0..4_usize, 0..3_usize, 0..4_usize, 0..2_usize).prop_map(|(day, province, commune, village)| Setup {
        session_date: ["2026-09-30", "2026-10-01", "2026-12-31", "2027-01-01"][day].into(),
        province_code: ["40", "01", ""][province].into(),
        commune: ["Xã Yên Trung", "xã  yên trung", "=Đông \"Hà\", phường", ""][commune].into(),
        village: ["Thôn Đoài", ""][village].into(),
        host: "Tổ công nghệ số cộng đồng".into(),
    })
}

/// A session with up to a dozen people; `batch` from a few, so that exports of one session meet.
pub fn session(batches: u32) -> impl Strategy<Value = Record> {
    let people = proptest::collection::vec(anybody(), 0..8);
    (0..batches, anywhere(), people, any::<bool>()).prop_map(|(batch, setup, people, ended)| {
        let mut record = Record::new(format!("batch{batch:05}"), setup, "2026-11-21T08:00");
        people.iter().for_each(|person| record.count(person, "2026-11-21T09:30"));
        if ended {
            record.end("2026-11-21T11:00");
        }
        record
    })
}
