//! Around the tool while a person uses it: which one it is, the way out, the helper's card for the question.

use super::Deed;
use super::parts::{act, practising};
use crate::session::Screen;
use crate::text::decimal;
use crate::ui::app::Ui;
use crate::ui::node::{Node, el, nodes, nothing};
use crate::ui::parts::{icon, para};
use crate::view::OutreachWord;

/// "Lượt thứ 18" with *Xong* and *Bỏ, không tính*.
pub fn strip(ui: &Ui<'_>) -> Node {
    let desk = &ui.state.desk;
    let number = desk.record.as_ref().map_or(0, crate::outreach::Record::contacts) + 1;
    let who = match desk.practice.and_then(|at| ui.helper()?.people.get(at)) {
        Some(person) => nodes![practising(ui), story(ui, person)],
        None => para("", ui.tell_of(OutreachWord::PersonNumber, &[("n", &decimal(number as usize))])),
    };
    let done = act("btn", "finish", "act-next", ui.tell(OutreachWord::PersonDone), Deed::Finish);
    let drop = act("btn quiet", "wipe", "", ui.tell(OutreachWord::PersonDrop), Deed::Drop);
    el("section", "strip")
        .attr("aria-label", &ui.tell(OutreachWord::SessionTitle))
        .with(el("div", "wrap").with(who).with(el("p", "row").with(done).with(drop)))
}

/// What the one who plays an invented person tells.
fn story(ui: &Ui<'_>, person: &crate::model::SamplePerson) -> Node {
    let summary = el("summary", "").with(icon("audience-citizen", "i")).with(el("b", "").with(person.name.as_str()));
    el("details", "why").flag("open", ui.state.session.screen == Screen::Welcome).with(summary).with(para("", &person.story))
}

/// The helper's card for the question on the screen.
pub fn card(ui: &Ui<'_>) -> Node {
    let place = match ui.state.session.screen {
        Screen::Question(place) => place,
        Screen::Welcome => crate::model::QuestionIx(0),
        _ => return nothing(),
    };
    let Some(card) = ui.helper().and_then(|words| words.cards.get(place.at())) else { return nothing() };
    let summary =
        el("summary", "").attr("data-action", "why").with(icon("kind-know", "i")).with(ui.tell(OutreachWord::HelperCard));
    let part = |word: OutreachWord, says: &str| nodes![el("h2", "").with(ui.tell(word)), para("", says)];
    let body = el("div", "").with(part(OutreachWord::HelperSay, &card.say)).with(part(OutreachWord::HelperAvoid, &card.avoid));
    let id = ui.scene.rules.questions.get(place.at()).map_or("", |question| question.id.as_str());
    el("aside", "wrap helper")
        .attr("aria-label", &ui.tell(OutreachWord::HelperCard))
        .attr("data-helper", id)
        .with(el("details", "why").flag("open", true).with(summary).with(body))
}
