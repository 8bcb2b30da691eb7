//! A person went away with answers on the screen: after two minutes without a touch they are wiped, the last half minute counted down
//! in sight. Only where a person's answers are.

use super::leave::wipe;
use crate::ui::app::{App, Ui};
use crate::ui::node::{Node, el, nothing};
use crate::ui::parts::{bold, icon};
use crate::view::OutreachWord;
use std::cell::Cell;

/// Seconds without a touch.
const PATIENCE: u32 = 120;
/// The last of them, counted down in sight.
const IN_SIGHT: u32 = 30;

thread_local! {
    /// When somebody was last there, by the device's clock. Not counted in ticks: a page in the background gets one a minute.
    static SINCE: Cell<f64> = const { Cell::new(0.0) };
}

/// Somebody is there.
pub fn touched(app: &App) {
    SINCE.with(|since| since.set(js_sys::Date::now()));
    if app.read(|state| state.desk.idle.is_some()) {
        app.write(|state| state.desk.idle = None);
    }
}

/// Looks each second, for the life of the page.
pub fn begin(app: App) {
    SINCE.with(|since| since.set(js_sys::Date::now()));
    gloo_timers::callback::Interval::new(1000, move || second(&app)).forget();
}

fn second(app: &App) {
    let here = app.read(|state| state.desk.with_person(state.session.is_empty()) && !state.desk.busy);
    let now = js_sys::Date::now();
    let quiet = SINCE.with(|since| {
        // Nobody there, or a clock that was set back.
        if !here || since.get() > now {
            since.set(now);
        }
        (now - since.get()) / 1000.0
    });
    let left = PATIENCE.saturating_sub(quiet as u32);
    if left == 0 {
        SINCE.with(|since| since.set(now));
        app.note(|state| state.desk.idle = None);
        return wipe(app);
    }
    if left <= IN_SIGHT && app.read(|state| state.desk.idle != Some(left)) {
        app.write(|state| state.desk.idle = Some(left));
    }
}

/// "Sắp xóa câu trả lời. Chạm vào màn hình để ở lại. 20". The sentence is announced once, the number is for eyes only.
pub fn countdown(ui: &Ui<'_>) -> Node {
    let Some(left) = ui.state.desk.idle else { return nothing() };
    let number = crate::text::decimal(left as usize);
    let says = el("p", "").attr("role", "alert").with(bold(ui.tell(OutreachWord::IdleCountdown)));
    let seconds = el("p", "big").attr("aria-hidden", "true").with(ui.tell_of(OutreachWord::IdleSeconds, &[("n", &number)]));
    el("div", "warn idle").attr("data-idle", &number).with(icon("clock", "i")).with(says).with(seconds)
}
