//! A person went away with answers on the screen: after two minutes without a touch they are wiped, the last half minute counted down
//! in sight. Only where a person's answers are.

use super::session::wipe;
use crate::ui::app::{App, Ui};
use crate::ui::node::{Node, el, nothing};
use crate::ui::parts::{bold, icon};
use crate::view::OutreachWord;
use std::cell::Cell;
use std::rc::Rc;

/// Seconds without a touch.
const PATIENCE: u32 = 120;
/// The last of them, counted down in sight.
const IN_SIGHT: u32 = 30;

thread_local! {
    static QUIET: Rc<Cell<u32>> = Rc::default();
}

/// Somebody is there.
pub fn touched(app: &App) {
    QUIET.with(|quiet| quiet.set(0));
    if app.read(|state| state.desk.idle.is_some()) {
        app.write(|state| state.desk.idle = None);
    }
}

/// Counts the seconds, for the life of the page.
pub fn begin(app: App) {
    gloo_timers::callback::Interval::new(1000, move || second(&app)).forget();
}

fn second(app: &App) {
    let here = app.read(|state| state.desk.with_person(state.session.is_empty()) && !state.desk.busy);
    let quiet = QUIET.with(|quiet| {
        quiet.set(if here { quiet.get() + 1 } else { 0 });
        quiet.get()
    });
    let left = PATIENCE.saturating_sub(quiet);
    if left == 0 {
        QUIET.with(|quiet| quiet.set(0));
        app.note(|state| state.desk.idle = None);
        return wipe(app);
    }
    if left <= IN_SIGHT {
        app.write(|state| state.desk.idle = Some(left));
    }
}

/// "Còn 20 giây nữa sẽ xóa câu trả lời. Chạm vào đâu cũng được để ở lại."
pub fn countdown(ui: &Ui<'_>) -> Node {
    let Some(left) = ui.state.desk.idle else { return nothing() };
    let number = crate::text::decimal(left as usize);
    let says = ui.tell_of(OutreachWord::IdleCountdown, &[("n", &number)]);
    el("div", "warn idle")
        .attr("role", "alert")
        .attr("data-idle", &number)
        .with(icon("clock", "i"))
        .with(el("p", "").with(bold(says)))
}
