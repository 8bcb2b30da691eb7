//! What this is, which version, what happens with answers.

use crate::session::{Action, Screen};
use crate::text::{fill, joined};
use crate::ui::act::Act;
use crate::ui::app::Ui;
use crate::ui::node::{Node, el, nodes, nothing};
use crate::ui::parts::{acts, band, button, doubts, para};
use crate::view::Word;

/// The about screen.
pub fn draw(ui: &Ui<'_>) -> Node {
    let host = &ui.state.host;
    let date = ui.scene.catalogue_date();
    let says = fill(&ui.word(Word::AboutVersion), &[("version", &host.version), ("catalogue", &ui.scene.rules.version)]);
    let main = button("btn go", "settings", "", ui.word(Word::Settings), Act::Do(Action::Go(Screen::Settings)));
    let body = nodes![
        doubts(ui),
        para("lead", ui.word(Word::AboutText)),
        para("", ui.word(Word::AboutPrivacy)),
        para("", ui.word(Word::AboutLaw)),
        para("", ui.word(Word::AboutHelp)),
        para("note", ui.word(Word::StoresOnly)),
        para("src", joined(&[&says, " ", &date, " ", &ui.word(Word::OnlyGuidance)])),
        acts(ui, true, main),
    ];
    nodes![band(ui.word(Word::AboutTitle), nothing()), el("div", "wrap body").with(body)]
}
