//! Of what a total is made: every phone's part of it, how fresh it is, whether it has ended.

use super::Deed;
use super::parts::{act, place};
use crate::outreach::Record;
use crate::text::{decimal, joined};
use crate::ui::app::Ui;
use crate::ui::node::{Node, el, nothing};
use crate::ui::parts::para;
use crate::view::OutreachWord;
use core::cmp::Reverse;

/// So many are listed at once; more when asked for. Ten thousand rows are more than a phone can draw.
pub const AT_ONCE: usize = 200;

/// Every part of a total: those that are still open first, as the total may grow by them; then what was written last.
pub fn pieces(ui: &Ui<'_>, records: &[&Record]) -> Node {
    if records.is_empty() {
        return nothing();
    }
    let mut records = records.to_vec();
    records.sort_by_key(|record| (record.ended, Reverse(&record.updated)));
    let open = records.iter().filter(|record| !record.ended).count();
    let warning = (open > 0).then(|| {
        let says = ui.tell_of(OutreachWord::PartsOpen, &[("n", &decimal(open))]);
        para("note", says).attr("data-open-parts", &decimal(open))
    });
    let listed = (ui.state.desk.more_pieces + 1).saturating_mul(AT_ONCE);
    let rows = records.iter().take(listed).map(|record| row(ui, record));
    let table = el("table", "figures")
        .attr("aria-label", &ui.tell(OutreachWord::PartsTitle))
        .with(el("tbody", "").with(rows.collect::<Vec<Node>>()));
    let rest = records.len().saturating_sub(listed);
    let more = (rest > 0).then(|| {
        let says = ui.tell_of(OutreachWord::PartsMore, &[("n", &decimal(rest.min(AT_ONCE))), ("rest", &decimal(rest))]);
        el("p", "row noprint").with(act("btn", "more-parts", "", says, Deed::MorePieces))
    });
    el("section", "")
        .attr("data-parts", &decimal(records.len()))
        .with(el("h2", "").with(ui.tell(OutreachWord::PartsTitle)))
        .with(warning)
        .with(table)
        .with(more)
}

fn row(ui: &Ui<'_>, record: &Record) -> Node {
    let at = record.updated.replace('T', " ");
    let fresh = ui.tell_of(OutreachWord::PartsUpdated, &[("at", &at), ("revision", &decimal(record.revision as usize))]);
    let state = if record.ended { OutreachWord::PartsEnded } else { OutreachWord::PartsRunning };
    let who = joined(&[&place(record), if record.setup.host.is_empty() { "" } else { " · " }, &record.setup.host]);
    let name = el("th", "")
        .attr("scope", "row")
        .with(who)
        .with(el("br", ""))
        .with(el("small", "").with(fresh))
        .with(" ")
        .with(el("small", "").with(ui.tell(state)));
    el("tr", "")
        .attr("data-batch", &record.batch)
        .number("data-revision", record.revision as i32)
        .flag("data-ended", record.ended)
        .with(name)
        .with(el("td", "n").with(decimal(record.contacts() as usize)))
}
