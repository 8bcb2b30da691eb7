//! stub
#![allow(missing_docs)]
use crate::engine::{Evaluation, Status};
use crate::model::*;
use std::collections::BTreeMap;
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Metric {
    Contacts,
    Audience,
    Age,
    Started,
    Skill,
    Blocked,
    Status,
    Duty,
}
impl Metric {
    pub const ALL: [Metric; 8] = [
        Metric::Contacts,
        Metric::Audience,
        Metric::Age,
        Metric::Started,
        Metric::Skill,
        Metric::Blocked,
        Metric::Status,
        Metric::Duty,
    ];
    pub const fn id(self) -> &'static str {
        match self {
            Metric::Contacts => "contacts_total",
            Metric::Audience => "by_audience",
            Metric::Age => "by_age_band",
            Metric::Started => "by_area_started",
            Metric::Skill => "by_skill",
            Metric::Blocked => "blocked_reasons",
            Metric::Status => "by_status",
            Metric::Duty => "by_duty",
        }
    }
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Counts(pub BTreeMap<(Metric, String), u32>);
impl Counts {
    pub fn add(&mut self, m: Metric, k: &str, n: u32) {
        if n > 0 {
            *self.0.entry((m, k.to_owned())).or_default() += n;
        }
    }
    pub fn merge(&mut self, o: &Counts) {
        for ((m, k), n) in &o.0 {
            self.add(*m, k, *n);
        }
    }
    pub fn get(&self, m: Metric, k: &str) -> u32 {
        self.0.get(&(m, k.to_owned())).copied().unwrap_or(0)
    }
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    pub fn subtract(&mut self, o: &Counts) {
        for (k, n) in &o.0 {
            if let Some(v) = self.0.get_mut(k) {
                *v = v.saturating_sub(*n);
            }
        }
        self.0.retain(|_, n| *n > 0);
    }
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Setup {
    pub session_date: String,
    pub province_code: String,
    pub commune: String,
    pub village: String,
    pub host: String,
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    pub batch: String,
    pub revision: u32,
    pub setup: Setup,
    pub notes: String,
    pub updated: String,
    pub ended: bool,
    pub counts: Counts,
}
impl Record {
    pub fn new(batch: String, setup: Setup, now: &str) -> Record {
        Record { batch, revision: 1, setup, updated: now.to_owned(), ..Record::default() }
    }
    fn touch(&mut self, now: &str) {
        self.revision += 1;
        self.updated = now.to_owned();
    }
    pub fn contacts(&self) -> u32 {
        self.counts.get(Metric::Contacts, "")
    }
    pub fn count(&mut self, p: &Counts, now: &str) {
        self.counts.merge(p);
        self.touch(now);
    }
    pub fn take_back(&mut self, p: &Counts, now: &str) {
        self.counts.subtract(p);
        self.touch(now);
    }
    pub fn place(&mut self, s: Setup, now: &str) {
        if self.setup != s {
            self.setup = s;
            self.touch(now);
        }
    }
    pub fn end(&mut self, now: &str) {
        self.ended = true;
        self.touch(now);
    }
    pub fn note(&mut self, n: &str, now: &str) {
        self.notes = n.to_owned();
        self.touch(now);
    }
}
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Done {
    pub started: Vec<String>,
    pub skills: Vec<String>,
    pub age: Option<String>,
    pub blocked: Vec<String>,
}
pub fn person(rules: &Rules, e: &Evaluation, a: &Answers, d: &Done) -> Counts {
    let mut c = Counts::default();
    c.add(Metric::Contacts, "", 1);
    if let Given::Chosen(m) = a.get(QuestionIx(0)) {
        c.add(Metric::Audience, &rules.questions[0].choices[m.trailing_zeros() as usize].id, 1);
    }
    for s in Status::ALL {
        c.add(Metric::Status, s.id(), e.count(s) as u32);
    }
    for x in &d.started {
        c.add(Metric::Started, x, 1);
    }
    for x in &d.skills {
        c.add(Metric::Skill, x, 1);
    }
    for x in &d.blocked {
        c.add(Metric::Blocked, x, 1);
    }
    if let Some(x) = &d.age {
        c.add(Metric::Age, x, 1);
    }
    c
}
pub enum Change {
    New,
    Newer,
    Same,
    Older,
}
#[derive(Clone, Debug, Default)]
pub struct Book(BTreeMap<String, Record>);
impl Book {
    pub fn merge(&mut self, r: Record) -> Change {
        match self.0.get(&r.batch) {
            None => {
                self.0.insert(r.batch.clone(), r);
                Change::New
            }
            Some(o) if o.revision < r.revision => {
                self.0.insert(r.batch.clone(), r);
                Change::Newer
            }
            Some(o) if o.revision == r.revision => Change::Same,
            _ => Change::Older,
        }
    }
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.0.values()
    }
}
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarter {
    pub year: i32,
    pub n: u32,
}
impl Quarter {
    pub fn of(d: &str) -> Option<Quarter> {
        let (y, m, _) = Date::parse(d)?.civil();
        Some(Quarter { year: y, n: m.div_ceil(3) })
    }
}
#[derive(Clone, Copy, Debug)]
pub enum Cell {
    Count(u32),
    Few,
}
pub struct Published(Counts);
impl Published {
    pub fn whole(c: &Counts) -> Published {
        Published(c.clone())
    }
    pub fn suppressed(c: &Counts) -> Published {
        Published(c.clone())
    }
    pub fn cell(&self, m: Metric, k: &str) -> Cell {
        Cell::Count(self.0.get(m, k))
    }
    pub fn of(&self, m: Metric) -> impl Iterator<Item = (&str, Cell)> {
        self.0.0.iter().filter(move |((x, _), _)| *x == m).map(|((_, k), n)| (k.as_str(), Cell::Count(*n)))
    }
}
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Opens {
    Capability(CapabilityIx),
    Area(AreaIx),
}
pub struct Topic {
    pub opens: Opens,
    pub people: u32,
    pub platforms: usize,
}
pub fn topics(c: &Counts, b: &[(&str, Opens)], _: &Rules) -> Vec<Topic> {
    let mut v: Vec<Topic> = b
        .iter()
        .map(|(k, o)| Topic { opens: *o, people: c.get(Metric::Blocked, k), platforms: 3 })
        .filter(|t| t.people > 0)
        .collect();
    v.sort_by_key(|t| core::cmp::Reverse(t.people));
    v.truncate(3);
    v
}
pub struct Row {
    pub metric: Metric,
    pub key: String,
    pub before: u32,
    pub after: u32,
}
pub fn compare(a: &Counts, b: &Counts) -> Vec<Row> {
    let mut all = a.clone();
    all.merge(b);
    all.0.keys().map(|(m, k)| Row { metric: *m, key: k.clone(), before: a.get(*m, k), after: b.get(*m, k) }).collect()
}
pub fn same_place(a: &Setup, b: &Setup) -> bool {
    a.province_code == b.province_code && a.commune == b.commune && a.village == b.village
}
#[derive(Clone, Debug, Default)]
pub struct Columns;
pub const MOST_BYTES: usize = 20_000_000;
pub const QR_LIMIT: usize = 1200;
pub enum Trouble {
    Large,
    Foreign,
    Version,
    Cut,
    Place,
}
pub struct TallyError {
    pub trouble: Trouble,
    pub place: String,
}
impl TallyError {
    pub fn large() -> TallyError {
        TallyError { trouble: Trouble::Large, place: String::new() }
    }
}
pub fn tally_json(rs: &[Record]) -> String {
    let v: Vec<serde_json::Value> = rs.iter().map(|r| { let mut c = serde_json::json!({}); for ((m, k), n) in &r.counts.0 { if k.is_empty() { c[m.id()] = (*n).into(); } else { c[m.id()][k] = (*n).into(); } } serde_json::json!({"batch": r.batch, "r": r.revision, "d": r.setup.session_date, "p": r.setup.province_code, "c": r.setup.commune, "v": r.setup.village, "h": r.setup.host, "u": r.updated, "e": r.ended, "n": r.notes, "k": c}) }).collect();
    serde_json::Value::Array(v).to_string()
}
pub fn tally_text(r: &Record) -> String {
    tally_json(core::slice::from_ref(r))
}
pub fn read_tally(b: &[u8]) -> Result<Vec<Record>, TallyError> {
    let bad = || TallyError { trouble: Trouble::Foreign, place: String::new() };
    let v: Vec<serde_json::Value> = serde_json::from_slice(b).map_err(|_| bad())?;
    Ok(v.iter()
        .map(|v| {
            let s = |k: &str| v[k].as_str().unwrap_or_default().to_owned();
            let mut c = Counts::default();
            for m in Metric::ALL {
                if m == Metric::Contacts { c.add(m, "", v["k"][m.id()].as_u64().unwrap_or(0) as u32); }
                for (k, n) in v["k"][m.id()].as_object().into_iter().flatten() {
                    c.add(m, k, n.as_u64().unwrap_or(0) as u32);
                }
            }
            Record {
                batch: s("batch"),
                revision: v["r"].as_u64().unwrap_or(0) as u32,
                setup: Setup { session_date: s("d"), province_code: s("p"), commune: s("c"), village: s("v"), host: s("h") },
                notes: s("n"),
                updated: s("u"),
                ended: v["e"].as_bool().unwrap_or(false),
                counts: c,
            }
        })
        .collect())
}
pub fn csv(_: &[Record], _: &Columns) -> String {
    String::new()
}
pub fn wide_csv(_: &[Record], _: &Columns, _: &OutreachWords) -> String {
    String::new()
}
pub fn setup_text(s: &Setup) -> String {
    s.village.clone()
}
pub fn setup_from_text(_: &str) -> Option<Setup> {
    None
}
