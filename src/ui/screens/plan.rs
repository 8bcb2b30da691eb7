//! The plan: the stair, the next date, the steps.

use crate::session::{Action, Screen};
use crate::text::{decimal, joined};
use crate::ui::act::Act;
use crate::ui::app::Ui;
use crate::ui::carry::carry;
use crate::ui::node::{Node, el, nodes, nothing};
use crate::ui::parts::{acts, band, bold, button, doubts, foot, heading, icon, label, para, perhaps_old, split};
use crate::view::{PlanView, StepView, Word};

/// The plan screen.
pub fn draw(ui: &Ui<'_>) -> Node {
    let Some(plan) = Some(ui.scene.plan()) else { return nothing() };
    let main = button("btn go", "print", "act-print", ui.word(Word::PrintPlan), Act::Print);
    let next = if plan.next_date.is_empty() {
        nothing()
    } else {
        let says = el("p", "").with(bold(ui.word(Word::NearestDate))).with(joined(&[" ", &plan.next_date]));
        el("div", "note").with(says)
    };
    // The stair shows dates and names duties: both stand in the list.
    let stair = (!ui.scene.expired()).then(|| stair(ui, &plan));
    let side = nodes![stair, next, carry(ui)];
    let steps: Vec<Node> = plan.steps.iter().map(|each| step(ui, each)).collect();
    let list = if steps.is_empty() {
        para("note", ui.word(Word::PlanNothing))
    } else {
        nodes![heading(ui, Word::PlanHeading), perhaps_old(ui, el("ol", "plan").with(steps))]
    };
    let body = nodes![doubts(ui), list, acts(ui, true, main), para("src", ui.word(Word::OnlyGuidance)), foot(ui)];
    nodes![
        band(plan.title.as_str(), para("lead", ui.word(Word::PlanLead))),
        el("div", "wrap body").with(split("side m", side, "w", body)),
    ]
}

fn step(ui: &Ui<'_>, step: &StepView<'_>) -> Node {
    let input = joined(&["t-", step.id]);
    let number = match (step.number, step.now) {
        (0, _) => el("span", "no dt").with(icon("kind-must", "i")),
        (number, true) => el("span", "no now").with(decimal(number)),
        (number, false) => el("span", "no").with(decimal(number)),
    };
    let due = (!step.due.is_empty()).then(|| label("chip must", "clock", &step.due));
    let says = ui.scene.count(Word::Opens, step.opens);
    let opened = (!step.opened.is_empty()).then(|| {
        let summary = el("summary", "").with(label("opens", "key", says));
        el("details", "why").with(summary).with(para("", &step.opened))
    });
    let box_ = el("input", "")
        .attr("type", "checkbox")
        .attr("id", &input)
        .attr("data-action", "tick")
        .prop("checked", step.done.into())
        .on("change", Act::Do(Action::Tick(step.id.to_owned())));
    let words = el("span", "").say(ui, Word::Done).with(el("span", "vh").with(joined(&[": ", &step.title])));
    let tick = el("div", "opt").with(box_).with(el("label", "").attr("for", &input).with(words));
    let open = step.card.map(|place| {
        button("btn quiet", "open", "", ui.word(Word::HowTo), Act::Do(Action::Go(Screen::Detail(place))))
            .with(el("span", "vh").with(joined(&[": ", &step.title])))
    });
    el("li", "")
        .attr("data-step", step.id)
        .with(number)
        .with(el("h3", "").with(step.title.as_str()))
        .with(due)
        .with(opened)
        .with(para("", step.how))
        .with(el("div", "row").with(tick).with(open))
        .with(if step.done { para("hint", ui.word(Word::DoneHint)) } else { nothing() })
}

/// The big stair: what can be used after each step that opens something or has a date. Whole numbers only.
fn stair(ui: &Ui<'_>, plan: &PlanView<'_>) -> Node {
    let worth = plan.steps.iter().enumerate().filter(|(_, step)| step.opens > 0 || !step.due.is_empty());
    let treads: Vec<(usize, &StepView<'_>)> = worth.map(|(at, step)| (at + 1, step)).take(4).collect();
    let Some((_, last)) = treads.last() else { return nothing() };
    let most = last.usable.max(plan.usable + 1);
    let width = 320 / (treads.len() + 1);
    let height = |usable: usize| 40 + 90 * (usable - plan.usable.min(usable)) / (most - plan.usable);
    let text = |class: &str, x: usize, y: usize, size: &str, words: String| -> Node {
        el("text", class).number("x", x as i32).number("y", y as i32).attr("font-size", size).with(words)
    };
    let rect = |class: &str, x: usize, y: usize, w: usize, h: usize| -> Node {
        let rect = el("rect", class).number("x", x as i32).number("y", y as i32);
        rect.number("width", w as i32).number("height", h as i32)
    };
    let middle = 4 + width / 2;
    let mut parts = vec![
        rect("s1", 4, 130, width, 40),
        text("n", middle, 156, "20", decimal(plan.usable)),
        text("", middle, 188, "13", ui.word(Word::StairHere)),
        rect("mp", middle - 9, 110, 18, 18),
        text("", middle, 103, "14", ui.word(Word::StairYou)),
    ];
    for (index, (number, step)) in treads.iter().enumerate() {
        let (x, tall) = (4 + width * (index + 1), height(step.usable));
        let (middle, top) = (x + width / 2, 170 - tall);
        let name = crate::text::fill(&ui.word(Word::StairNumber), &[("n", &decimal(*number))]);
        parts.push(rect("s2", x, top, width, tall));
        parts.push(text("", middle, top + 26, "20", decimal(step.usable)));
        parts.push(text("", middle, 188, "13", name));
        if step.opens > 0 {
            parts.push(rect("mp", middle - 18, top - 28, 36, 23));
            parts.push(text("o", middle, top - 11, "15", joined(&["+", &decimal(step.opens)])));
        } else {
            parts.push(rect("db", middle - 25, top - 28, 50, 23));
            parts.push(text("d", middle, top - 11, "14", step.due_short.clone()));
        }
    }
    let svg = el("svg", "stair").attr("viewBox", "0 0 328 192").attr("role", "img").attr("aria-label", &plan.stair_says);
    nodes![svg.with(parts), para("hint", ui.word(Word::StairHint))]
}
