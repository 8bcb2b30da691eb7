//! Bars, and the table that says the same. No number is worked out here.

use super::parts::count;
use crate::engine::Status;
use crate::model::AreaIx;
use crate::outreach::{Cell, Counts, Metric, Published};
use crate::text::{decimal, joined};
use crate::ui::app::Ui;
use crate::ui::node::{Node, el, nothing};
use crate::ui::parts::para;
use crate::view::{OutreachWord, Word};

/// What a chart or table shows of a metric: names and counts, largest first.
pub struct Bars {
    /// The metric.
    pub metric: Metric,
    /// Key, name, count.
    pub rows: Vec<(String, String, Cell)>,
}

/// The metrics that charts show, in their order.
pub const SHOWN: [Metric; 7] =
    [Metric::Started, Metric::Blocked, Metric::Skill, Metric::Duty, Metric::Status, Metric::Audience, Metric::Age];

/// Counts as they may be shown: as they are, or with small ones hidden.
pub fn published(ui: &Ui<'_>, counts: &Counts) -> Published {
    if ui.state.desk.public { Published::suppressed(counts) } else { Published::whole(counts) }
}

/// The name of a metric.
pub fn title(ui: &Ui<'_>, metric: Metric) -> String {
    let named = ui.helper().and_then(|words| words.metrics.iter().find(|each| each.id == metric.id()));
    named.map(|each| each.name.clone()).unwrap_or_else(|| metric.id().to_owned())
}

/// The name of a key; the key itself where this catalogue does not know it.
pub fn name(ui: &Ui<'_>, metric: Metric, key: &str) -> String {
    let rules = ui.scene.rules;
    let found = match metric {
        Metric::Started => {
            rules.areas.iter().position(|area| area.id == key).map(|at| ui.scene.area(AreaIx::from_at(at)).to_owned())
        }
        Metric::Audience => rules.questions.first().and_then(|question| {
            let at = question.choices.iter().position(|choice| choice.id == key)?;
            ui.scene.words.questions.first()?.choices.get(at).map(|words| words.label.clone())
        }),
        Metric::Duty => rules
            .obligations
            .iter()
            .position(|obligation| obligation.id == key)
            .and_then(|at| ui.scene.cards.obligations.get(at).map(|card| card.title.clone())),
        Metric::Status => Status::ALL.into_iter().find(|status| status.id() == key).map(|status| {
            ui.word(match status {
                Status::Using => Word::StatusUsing,
                Status::Ready => Word::StatusReady,
                Status::After => Word::StatusAfter,
                Status::Maybe => Word::StatusMaybe,
                Status::NotNow => Word::StatusNotNow,
            })
        }),
        _ => {
            let words = ui.helper();
            words.and_then(|words| match metric {
                Metric::Skill => words.skills.iter().find(|each| each.id == key).map(|each| each.name.clone()),
                Metric::Age => words.ages.iter().find(|each| each.id == key).map(|each| each.name.clone()),
                _ => words.blockers.iter().find(|each| each.id == key).map(|each| each.name.clone()),
            })
        }
    };
    found.filter(|name| !name.is_empty()).unwrap_or_else(|| key.to_owned())
}

/// The bars of a metric, largest first, but statuses and ages in their own order.
pub fn bars(ui: &Ui<'_>, counts: &Published, metric: Metric) -> Bars {
    let mut rows: Vec<(String, String, Cell)> =
        counts.of(metric).map(|(key, cell)| (key.to_owned(), name(ui, metric, key), cell)).collect();
    let size = |cell: &Cell| match cell {
        Cell::Count(count) => *count,
        Cell::Few => 0,
    };
    let fixed: Vec<&str> = match metric {
        Metric::Status => Status::ALL.into_iter().map(Status::id).collect(),
        Metric::Age => ui.helper().map(|words| words.ages.iter().map(|each| each.id.as_str()).collect()).unwrap_or_default(),
        _ => Vec::new(),
    };
    if fixed.is_empty() {
        rows.sort_by_key(|row| core::cmp::Reverse(size(&row.2)));
    } else {
        rows.sort_by_key(|row| fixed.iter().position(|id| *id == row.0));
    }
    Bars { metric, rows }
}

/// A count as people read it.
pub fn cell(ui: &Ui<'_>, tag: &'static str, class: &'static str, metric: Metric, key: &str, cell: Cell) -> Node {
    match cell {
        Cell::Count(value) => count(tag, class, metric, key, value),
        Cell::Few => {
            let hook = if key.is_empty() { metric.id().to_owned() } else { joined(&[metric.id(), ":", key]) };
            el(tag, class).attr("data-tally", &hook).attr("data-few", "").with(ui.tell(OutreachWord::Few))
        }
    }
}

/// A bar chart; nothing for no rows. `most`: rows at most, 0 for all.
pub fn chart(ui: &Ui<'_>, bars: &Bars, most: usize) -> Node {
    let shown = if most == 0 { bars.rows.len() } else { most.min(bars.rows.len()) };
    let largest = bars.rows.iter().map(|row| if let Cell::Count(count) = row.2 { count } else { 0 }).max().unwrap_or(0).max(1);
    let rows = bars.rows.iter().take(shown).map(|(key, name, value)| {
        let width = match value {
            Cell::Count(count) => joined(&[&decimal((u64::from(*count) * 100 / u64::from(largest)) as usize), "%"]),
            Cell::Few => "0%".to_owned(),
        };
        let bar = el("svg", "bar").attr("aria-hidden", "true").with(el("rect", "").attr("width", &width).attr("height", "100%"));
        let line = el("p", "").with(el("span", "").with(name.as_str())).with(cell(ui, "b", "", bars.metric, key, *value));
        el("li", "").with(line).with(bar)
    });
    el("ul", "chart").with(rows.collect::<Vec<Node>>())
}

/// A section with a chart; nothing where nothing was counted.
pub fn section(ui: &Ui<'_>, counts: &Published, metric: Metric) -> Node {
    let bars = bars(ui, counts, metric);
    if bars.rows.is_empty() {
        return nothing();
    }
    let note = match metric {
        Metric::Duty => para("hint", ui.tell(OutreachWord::DutyNote)),
        Metric::Status => para("hint", ui.tell(OutreachWord::StatusNote)),
        _ => nothing(),
    };
    el("section", "")
        .attr("data-chart", metric.id())
        .with(el("h2", "").with(title(ui, metric)))
        .with(note)
        .with(chart(ui, &bars, 0))
}

/// All figures: a table for each metric, so that they stand side by side on paper.
pub fn tables(ui: &Ui<'_>, counts: &Published) -> Node {
    let row = |name: String, value: Node| el("tr", "").with(el("th", "").attr("scope", "row").with(name)).with(value);
    let mut tables = Vec::new();
    let contacts = cell(ui, "td", "n", Metric::Contacts, "", counts.cell(Metric::Contacts, ""));
    tables.push(el("table", "figures").with(el("tbody", "").with(row(title(ui, Metric::Contacts), contacts))));
    for metric in [Metric::Audience, Metric::Age, Metric::Started, Metric::Skill, Metric::Blocked, Metric::Duty, Metric::Status] {
        let bars = bars(ui, counts, metric);
        if bars.rows.is_empty() {
            continue;
        }
        let rows = bars.rows.iter().map(|(key, name, value)| row(name.clone(), cell(ui, "td", "n", metric, key, *value)));
        let caption = el("caption", "").with(title(ui, metric));
        tables.push(
            el("table", "figures")
                .attr("data-table", metric.id())
                .with(caption)
                .with(el("tbody", "").with(rows.collect::<Vec<Node>>())),
        );
    }
    el("div", "sheets").with(tables)
}
