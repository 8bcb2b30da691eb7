//! One file per screen.

mod about;
mod check;
mod detail;
mod listings;
mod plan;
mod question;
mod results;
mod review;
mod settings;
mod welcome;

use super::app::Ui;
use super::node::{Node, el, nodes, nothing};
use super::parts;
use crate::session::Screen;
use crate::view::Word;

/// Draws the screen.
pub fn draw(ui: &Ui<'_>) -> Node {
    let screen = ui.state.session.screen;
    let cards = ui.state.cards[ui.state.session.lang as usize].is_some();
    let body = match screen {
        Screen::Welcome => welcome::draw(ui),
        Screen::Question(place) if cards || !ui.scene.rules.questions.get(place.at()).is_some_and(|question| question.local) => {
            question::draw(ui, place)
        }
        Screen::Review => review::draw(ui),
        // These need the words that come with the cards; until they are there, a sentence says so.
        _ if !cards => {
            let back = el("div", "wrap body").with(parts::acts(ui, true, nothing()));
            nodes![parts::band(ui.word(Word::StillLoading), nothing()), back]
        }
        Screen::Question(place) => question::draw(ui, place),
        Screen::Results => results::draw(ui),
        Screen::Plan => plan::draw(ui),
        Screen::Detail(place) => detail::draw(ui, place),
        Screen::About => about::draw(ui),
        Screen::Settings => settings::draw(ui),
    };
    // A portal has landmarks of its own.
    el(ui.landmark("main"), "").attr("data-screen", screen.id()).with(body)
}
