//! Language, colours, text size, keeping, for whom.

use super::question::kept;
use crate::session::{Action, Theme};
use crate::text::Lang;
use crate::ui::act::Act;
use crate::ui::app::Ui;
use crate::ui::node::{Node, el, nodes, nothing};
use crate::ui::parts::{acts, band, button, heading, pressed};
use crate::view::Word;

/// The settings screen.
pub fn draw(ui: &Ui<'_>) -> Node {
    let (lang, other) = (ui.state.session.lang, ui.state.session.for_other);
    let languages = Lang::ALL.into_iter().map(|each| {
        let name = ui.scene.part(Word::LanguageNames, each as usize);
        pressed("btn", "language", "", name.to_owned(), lang == each, Act::Do(Action::Language(each))).attr("lang", each.code())
    });
    let words = [Word::ThemeAuto, Word::ThemeLight, Word::ThemeDark, Word::ThemeContrast];
    let themes = Theme::ALL
        .into_iter()
        .zip(words)
        .map(|(theme, word)| pressed("btn", "theme", "", ui.word(word), ui.state.theme == theme, Act::Theme(theme)));
    let sizes = (1..=3).map(|size: u8| {
        let name = ui.scene.part(Word::SizeNames, usize::from(size) - 1);
        pressed("btn", "text-size", "", name.to_owned(), ui.state.size == size, Act::Size(size))
    });
    let whom = [(Word::ForMe, false), (Word::ForOther, true)]
        .into_iter()
        .map(|(word, value)| pressed("btn", "other", "", ui.word(word), other == value, Act::Do(Action::ForOther(value))));
    let group = |word: Word, rows: Vec<Node>| nodes![heading(ui, word), el("p", "row").with(rows)];
    let main = button("btn go", "back", "", ui.word(Word::Close), Act::Do(Action::Back));
    let body = nodes![
        group(Word::SettingLanguage, languages.collect()),
        group(Word::SettingSize, sizes.collect()),
        group(Word::SettingTheme, themes.collect()),
        group(Word::SettingOther, whom.collect()),
        heading(ui, Word::SettingKeep),
        kept(ui),
        el("p", "").with(button("btn quiet", "wipe", "act-wipe", ui.word(Word::Wipe), Act::Wipe)),
        acts(ui, false, main),
    ];
    nodes![band(ui.word(Word::SettingsTitle), nothing()), el("div", "wrap body").with(body)]
}
