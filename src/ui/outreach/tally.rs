//! Charts of a session, of a quarter, of everything on this device; on a projector, too.

use super::charts::{self, SHOWN, bars, chart, published, section};
use super::parts::{act, place, to};
use super::{Deed, Desk, Shown, Stage};
use crate::outreach::{Cell, Counts, Metric, Opens, Quarter, Record, Topic, commune, compare, same_place, topics};
use crate::text::{decimal, joined};
use crate::ui::act::Act;
use crate::ui::app::Ui;
use crate::ui::node::{Node, el, nodes, nothing};
use crate::ui::parts::{band, bold, drawing, icon, para, pressed, split};
use crate::view::{OutreachWord, Word};

/// The records that are shown.
pub fn records(desk: &Desk) -> Vec<&Record> {
    let all = || desk.book.iter().flat_map(|book| book.records());
    match &desk.shown {
        Shown::All => all().collect(),
        Shown::Quarter(quarter) => {
            all().filter(|record| Quarter::of(&record.setup.session_date).as_ref() == Some(quarter)).collect()
        }
        // This phone's session, and what other phones counted at it.
        Shown::Here => {
            let own = desk.record.iter();
            own.flat_map(|record| {
                let others = all().filter(|other| other.batch != record.batch && session_of(other) == session_of(record));
                core::iter::once(record).chain(others)
            })
            .collect()
        }
    }
}

/// What makes records of several phones one session: the day and the place.
pub fn session_of(record: &Record) -> String {
    let (province, commune) = commune(&record.setup);
    let village = record.setup.village.to_lowercase();
    joined(&[&record.setup.session_date, "|", &province, "|", &commune, "|", &village])
}

/// Their total.
pub fn total(records: &[&Record]) -> Counts {
    let mut counts = Counts::default();
    records.iter().for_each(|record| counts.merge(&record.counts));
    counts
}

/// The charts.
pub fn draw(ui: &Ui<'_>) -> Node {
    let records = records(&ui.state.desk);
    let counts = total(&records);
    if ui.state.desk.book.is_none() {
        // What this device has is still being read: no figure is better than a wrong one.
        let wait = para("hint", ui.word(Word::StillLoading)).attr("data-loading", "");
        return nodes![band(ui.tell(OutreachWord::TallyTitle), wait), el("div", "wrap body").with(home(ui))];
    }
    if let Some(which) = ui.state.desk.wall {
        return wall(ui, &records, &counts, which);
    }
    let shown = published(ui, &counts);
    let contacts = charts::cell(ui, "span", "big", Metric::Contacts, "", shown.cell(Metric::Contacts, ""));
    let head = el("p", "count")
        .with(contacts)
        .with(" ")
        .with(ui.tell_count(OutreachWord::ContactsSay, counts.get(Metric::Contacts, "") as usize));
    let sections: Vec<Node> = SHOWN.into_iter().map(|metric| section(ui, &shown, metric)).collect();
    let body = if counts.is_empty() { para("note", ui.tell(OutreachWord::TallyNothing)) } else { Node::from(sections) };
    let summary = el("summary", "").with(ui.tell(OutreachWord::TableTitle));
    let table = el("details", "why").with(summary).with(el("div", "scroll").with(charts::tables(ui, &shown)));
    let left = nodes![choose(ui), body, table];
    let more = el("div", "row")
        .with(act("btn", "wall", "act-image", ui.tell(OutreachWord::ToWall), Deed::Wall(Some(0))))
        .with(to(ui, "btn", OutreachWord::ToReport, Stage::Report))
        .with(to(ui, "btn", OutreachWord::ToJoin, Stage::Join));
    // Of single phones and sessions strangers are told nothing.
    let single = if ui.state.desk.public { nothing() } else { nodes![super::pieces::pieces(ui, &records), beside(ui)] };
    let right = nodes![topics_to_teach(ui, &counts), single, more];
    nodes![
        band(ui.tell(OutreachWord::TallyTitle), nodes![para("hint", of(ui, &records)), head]),
        el("div", "wrap body").with(split("w", left, "", right)).with(home(ui)),
    ]
}

/// What the figures are of: a place and day, or how many sessions.
pub fn of(ui: &Ui<'_>, records: &[&Record]) -> String {
    match records {
        [one] => place(one),
        _ => ui.tell_of(OutreachWord::TallySessions, &[("n", &decimal(records.len()))]),
    }
}

/// Back to where the helper came from.
pub fn home(ui: &Ui<'_>) -> Node {
    let running = ui.state.desk.running().is_some();
    let back = if running {
        to(ui, "btn", OutreachWord::BackSession, Stage::Between)
    } else {
        to(ui, "btn", OutreachWord::BackThere, Stage::Safety)
    };
    el("p", "row noprint").with(back)
}

/// Which records: this session, each quarter that has some, everything.
pub fn choose(ui: &Ui<'_>) -> Node {
    let desk = &ui.state.desk;
    let quarters = desk.book.iter().flat_map(|book| book.records()).filter_map(|record| Quarter::of(&record.setup.session_date));
    let mut quarters: Vec<Quarter> = quarters.collect();
    quarters.sort_by_key(|quarter| (quarter.year, quarter.n));
    quarters.dedup();
    let button = |words: String, shown: Shown| {
        let on = desk.shown == shown;
        pressed("btn", "show", "", words, on, Act::Desk(Deed::Show(shown)))
    };
    let mut all = vec![button(ui.tell(OutreachWord::TallyHere), Shown::Here).attr("data-show", "here")];
    for quarter in quarters {
        let name = quarter_name(ui, &quarter);
        let hook = joined(&[&decimal(quarter.year as usize), "Q", &decimal(quarter.n as usize)]);
        all.push(button(name, Shown::Quarter(quarter)).attr("data-show", &hook));
    }
    all.push(button(ui.tell(OutreachWord::TallyAll), Shown::All).attr("data-show", "all"));
    el("div", "row noprint").attr("role", "group").attr("aria-label", &ui.tell(OutreachWord::TallyChoose)).with(all)
}

/// "Quý 4 năm 2026".
pub fn quarter_name(ui: &Ui<'_>, quarter: &Quarter) -> String {
    ui.tell_of(OutreachWord::TallyQuarter, &[("n", &decimal(quarter.n as usize)), ("year", &decimal(quarter.year as usize))])
}

/// The three topics to teach next.
pub fn topics_to_teach(ui: &Ui<'_>, counts: &Counts) -> Node {
    let Some(words) = ui.helper() else { return nothing() };
    let opens: Vec<(&str, Opens)> = words
        .blockers
        .iter()
        .filter_map(|each| {
            let opens = each.capability.map(Opens::Capability).or(each.area.map(Opens::Area))?;
            Some((each.id.as_str(), opens))
        })
        .collect();
    let mut found = topics(counts, &opens, ui.scene.rules);
    if ui.state.desk.public {
        let shown = published(ui, counts);
        let few = |topic: &Topic| {
            shown.of(Metric::Blocked).any(|(key, cell)| {
                matches!(cell, Cell::Few) && opens.iter().any(|(id, opens)| *id == key && *opens == topic.opens)
            })
        };
        found.retain(|topic| !few(topic));
    }
    if found.is_empty() {
        return nothing();
    }
    let rows = found.iter().map(|topic| {
        let (id, name) = match topic.opens {
            Opens::Capability(place) => {
                (ui.scene.rules.capabilities.get(place.at()).map_or("", |each| &each.id), ui.scene.capability(place))
            }
            Opens::Area(place) => (ui.scene.rules.areas.get(place.at()).map_or("", |each| &each.id), ui.scene.area(place)),
        };
        let says =
            ui.tell_of(OutreachWord::TopicSays, &[("n", &decimal(topic.people as usize)), ("opens", &decimal(topic.platforms))]);
        el("li", "")
            .attr("data-topic", id)
            .number("data-opens", topic.platforms as i32)
            .with(el("h3", "").with(name))
            .with(para("", says))
    });
    el("section", "")
        .with(el("h2", "").with(ui.tell(OutreachWord::TopicsTitle)))
        .with(el("ol", "steps").with(rows.collect::<Vec<Node>>()))
}

/// Two sessions of the same place beside each other.
fn beside(ui: &Ui<'_>) -> Node {
    let desk = &ui.state.desk;
    let Some(book) = desk.book.as_ref().filter(|book| book.records().count() > 1) else { return nothing() };
    let (first, second) = desk.beside.clone().unwrap_or_default();
    // One entry a session, however many phones counted at it.
    let mut all: Vec<(String, Vec<&Record>)> = Vec::new();
    for record in book.records() {
        let session = session_of(record);
        match all.iter_mut().find(|(known, _)| *known == session) {
            Some((_, records)) => records.push(record),
            None => all.push((session, vec![record])),
        }
    }
    if all.len() < 2 {
        return nothing();
    }
    all.sort_by(|one, other| one.0.cmp(&other.0));
    let field = |which: usize, id: &'static str, word: OutreachWord, chosen: &str| {
        let option = |batch: &str, name: String| {
            el("option", "").attr("value", batch).prop("selected", (batch == chosen).into()).with(name)
        };
        let options: Vec<Node> = core::iter::once(option("", "–".to_owned()))
            .chain(all.iter().filter_map(|(session, records)| Some(option(session, place(records.first()?)))))
            .collect();
        let select = el("select", "").attr("id", id).on("change", Act::Desk(Deed::Beside(which))).with(options);
        super::setup::labelled(ui, id, word, select)
    };
    let find = |session: &str| all.iter().find(|(known, _)| known == session).map(|(_, records)| records.as_slice());
    let outcome = match (find(&first), find(&second)) {
        (Some([first, others @ ..]), Some([second, more @ ..])) if same_place(&first.setup, &second.setup) => {
            let sum = |one: &Record, others: &[&Record]| {
                let mut counts = one.counts.clone();
                others.iter().for_each(|other| counts.merge(&other.counts));
                counts
            };
            compared(ui, &sum(first, others), &sum(second, more))
        }
        (Some(_), Some(_)) => para("note", ui.tell(OutreachWord::CompareOther)),
        _ => nothing(),
    };
    el("section", "")
        .attr("data-compare", "")
        .with(el("h2", "").with(ui.tell(OutreachWord::CompareTitle)))
        .with(field(0, "first", OutreachWord::CompareFirst, &first))
        .with(field(1, "second", OutreachWord::CompareSecond, &second))
        .with(outcome)
}

fn compared(ui: &Ui<'_>, first: &Counts, second: &Counts) -> Node {
    let head =
        [OutreachWord::ColumnWhat, OutreachWord::CompareFirst, OutreachWord::CompareSecond, OutreachWord::CompareDifference];
    let head = head
        .into_iter()
        .map(|word| el("th", if word == OutreachWord::ColumnWhat { "" } else { "n" }).attr("scope", "col").with(ui.tell(word)));
    let number = |value: i64| {
        let sign = if value > 0 {
            "+"
        } else if value < 0 {
            "−"
        } else {
            ""
        };
        joined(&[sign, &decimal(value.unsigned_abs() as usize)])
    };
    let rows = compare(first, second).into_iter().map(|row| {
        let name = if row.key.is_empty() { charts::title(ui, row.metric) } else { charts::name(ui, row.metric, &row.key) };
        let hook = joined(&[row.metric.id(), ":", &row.key]);
        el("tr", "")
            .attr("data-change", hook.trim_end_matches(':'))
            .with(el("th", "").attr("scope", "row").with(name))
            .with(el("td", "n").with(decimal(row.before as usize)))
            .with(el("td", "n").with(decimal(row.after as usize)))
            .with(el("td", "n").with(number(i64::from(row.after) - i64::from(row.before))))
    });
    let head = el("thead", "").with(el("tr", "").with(head.collect::<Vec<Node>>()));
    el("div", "scroll").with(el("table", "figures").with(head).with(el("tbody", "").with(rows.collect::<Vec<Node>>())))
}

/// Read from ten metres: the place, the number, what is most in the way, five bars of one chart; onward to the next chart.
fn wall(ui: &Ui<'_>, records: &[&Record], counts: &Counts, which: usize) -> Node {
    let shown = published(ui, counts);
    let brand = el("p", "brand")
        .with(
            drawing("0 0 24 24")
                .with(el("path", "mk").attr("d", "M2 22v-7h7V9h7V3h6v19z"))
                .with(el("path", "mp").attr("d", "M9.9 1.5h5v5h-5z")),
        )
        .with(ui.word(Word::Product));
    let blocked = bars(ui, &shown, Metric::Blocked);
    let most = blocked.rows.first().map(|(key, name, value)| {
        el("p", "way")
            .with(icon("warning", "i"))
            .with(ui.tell(OutreachWord::MostBlocked))
            .with(" ")
            .with(bold(name))
            .with(" (")
            .with(charts::cell(ui, "span", "", Metric::Blocked, key, *value))
            .with(")")
    });
    let there: Vec<charts::Bars> =
        SHOWN.into_iter().map(|metric| bars(ui, &shown, metric)).filter(|bars| !bars.rows.is_empty()).collect();
    let at = if there.is_empty() { 0 } else { which % there.len() };
    let onward = (there.len() > 1).then(|| {
        act("btn", "wall", "act-next", ui.tell(OutreachWord::WallNext), Deed::Wall(Some(at + 1))).attr("data-wall", "next")
    });
    let close = act("btn quiet", "wall", "", ui.tell(OutreachWord::WallOff), Deed::Wall(None)).attr("data-wall", "off");
    let left = el("div", "")
        .with(brand)
        .with(el("h1", "").attr("tabindex", "-1").with(of(ui, records)))
        .with(charts::cell(ui, "p", "huge", Metric::Contacts, "", shown.cell(Metric::Contacts, "")))
        .with(el("p", "says").with(ui.tell_count(OutreachWord::ContactsSay, counts.get(Metric::Contacts, "") as usize)))
        .with(most)
        .with(el("p", "row noprint").with(onward).with(close));
    let right = there.get(at).map(|bars| {
        let heading = el("h2", "").with(charts::title(ui, bars.metric));
        el("div", "w").attr("data-chart", bars.metric.id()).with(heading).with(chart(ui, bars, 5))
    });
    nodes![left, right]
}
