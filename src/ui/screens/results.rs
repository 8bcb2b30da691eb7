//! Results: sentence, duties, first cards, everything by area.

use crate::engine::Status;
use crate::session::{Action, Screen};
use crate::text::{decimal, joined};
use crate::ui::act::Act;
use crate::ui::app::Ui;
use crate::ui::carry::carry;
use crate::ui::node::{Node, el, nodes, nothing, same};
use crate::ui::parts::{
    answer_links, band, bold, button, chip, doubts, foot, heading, icon, label, opens, para, perhaps_old, pressed, split,
};
use crate::view::{AnswerLink, AreaView, CardView, Counts, DutyView, Leaf, Word};

/// The results screen. An answer to the check changes the check and nothing else of it.
pub fn draw(ui: &Ui<'_>) -> Node {
    if ui.state.only_check {
        return page(same(), nodes![same(), super::check::draw(ui), same()], same());
    }
    let Some(results) = Some(ui.scene.results()) else { return nothing() };
    let plan = button("btn go", "plan", "act-next", ui.word(Word::SeePlan), Act::Do(Action::Go(Screen::Plan)));
    let first = ui.scene.count(Word::FirstHeading, results.first.len());
    let head = nodes![counts(results.counts), para("lead", results.headline.next_date), el("p", "row").with(plan)];
    let must = if results.must.is_empty() { para("", ui.word(Word::NoMust)) } else { duties(ui, &results.must) };
    let date = ui.scene.catalogue_date();
    let all = |nodes: Vec<Node>, tag: &'static str, class: &'static str| el(tag, class).with(nodes);
    let cards = all(results.first.iter().map(|card| full_card(ui, card)).collect(), "ul", "cards");
    let areas = all(results.areas.iter().map(|each| area(ui, each)).collect(), "div", "list areas");
    let before = nodes![
        doubts(ui),
        el("section", "").with(heading(ui, Word::MustHeading)).with(must),
        group(ui, Word::OpenHeading, &results.open, true),
        el("section", "").with(el("h2", "").with(first)).with(cards),
        el("section", "").with(heading(ui, Word::AllHeading)).with(areas),
        group(ui, Word::RightHeading, &results.right, false),
        group(ui, Word::KnowHeading, &results.know, false),
    ];
    let behind = nodes![
        super::listings::draw(ui),
        undo(ui, Word::StatusUsing, Word::Undo, &results.used),
        undo(ui, Word::HiddenHeading, Word::ShowAgain, &results.hidden),
        empty(ui, &results.empty_areas),
    ];
    let review = button("btn", "review", "act-edit", ui.word(Word::SeeAndEdit), Act::Do(Action::Go(Screen::Review)));
    let side = nodes![
        carry(ui),
        legend(ui),
        heading(ui, Word::AnswersHeading),
        el("p", "").with(review),
        para("src", joined(&[&ui.word(Word::OnlyGuidance), " ", &ui.word(Word::Privacy), " ", &date])),
        foot(ui),
    ];
    page(band(results.headline.says, head), nodes![before, super::check::draw(ui), behind], side)
}

fn page(head: Node, main: Node, side: Node) -> Node {
    nodes![head, el("div", "wrap body").with(split("w", main, "side", side))]
}

/// The counts of the opening sentence, for tests and assistive scripts.
fn counts(counts: Counts) -> Node {
    let all = [
        ("ready", counts.ready),
        ("after", counts.after),
        ("maybe", counts.maybe),
        ("using", counts.using),
        ("must", counts.must),
    ];
    let count = |(key, value): (&str, usize)| el("span", "").attr("data-count", key).number("data-value", value as i32);
    Node::from(all.into_iter().map(count).collect::<Vec<Node>>())
}

/// A heading with obligations that opens; nothing for none.
fn group(ui: &Ui<'_>, word: Word, views: &[DutyView<'_>], open: bool) -> Node {
    if views.is_empty() {
        return nothing();
    }
    let words = joined(&[&ui.word(word), " (", &decimal(views.len()), ")"]);
    let summary = el("summary", "").with(el("span", "").with(bold(words))).with(icon("act-open", "i v"));
    el("details", "more").flag("open", open).with(summary).with(duties(ui, views))
}

fn duties(ui: &Ui<'_>, views: &[DutyView<'_>]) -> Node {
    let rows: Vec<Node> = views.iter().map(|view| duty(ui, view)).collect();
    perhaps_old(ui, el("ul", "list").with(rows))
}

fn duty(ui: &Ui<'_>, view: &DutyView<'_>) -> Node {
    let line = |text: &str| el("span", "").with(text);
    let leaf = match &view.leaf {
        Leaf::Date(month, day, year) => el("p", "leaf").with(line(month)).with(bold(day)).with(line(year)),
        Leaf::Moment(moment, drawing) => el("p", "leaf").with(line(moment)).with(icon(drawing, "i")),
    };
    let in_hand = view.in_hand.then(|| el("p", "").with(label("chip using", "status-using", ui.word(Word::InHand))));
    let when = (!view.when.is_empty()).then(|| el("p", "").with(bold(&view.when)));
    let text = el("div", "")
        .with(el("h3", "").with(view.title))
        .with(in_hand)
        .with(when)
        .with(para("", view.text))
        .with(ask(ui, &view.ask))
        .with(el("p", "").with(el("small", "").with(view.law.as_str())));
    el("li", "duty").attr("data-obligation", view.id).attr("data-kind", view.kind).with(leaf).with(text)
}

/// "Cần biết thêm: …", each a link to the question.
pub fn ask(ui: &Ui<'_>, asked: &[AnswerLink<'_>]) -> Node {
    if asked.is_empty() {
        return nothing();
    }
    let text = el("span", "").say(ui, Word::AskMore).with(" ").with(answer_links(asked));
    el("p", "need").with(icon("status-maybe", "i")).with(text)
}

/// The hooks of what a card still needs.
fn missing(ids: &[&str]) -> Node {
    Node::from(ids.iter().map(|id| el("span", "").attr("data-missing", id)).collect::<Vec<Node>>())
}

/// A first card.
fn full_card(ui: &Ui<'_>, card: &CardView<'_>) -> Node {
    let place = card.place;
    let need = (!card.need.is_empty()).then(|| {
        el("p", "need").with(icon("status-after", "i")).with(el("span", "").with(card.need.as_str())).with(missing(&card.missing))
    });
    let opened = (card.opens > 0).then(|| el("p", "un").with(opens(ui, card.opens)));
    let open = button("btn", "open", "act-open", ui.word(Word::HowTo), Act::Do(Action::Go(Screen::Detail(place))))
        .with(el("span", "vh").with(joined(&[": ", card.name])));
    let using = pressed("btn quiet", "use", "", ui.word(Word::Use), card.used, Act::Do(Action::Use(place)))
        .with(el("span", "vh").with(joined(&[": ", card.name])));
    platform(el("li", "card"), card)
        .with(chip(ui, card.status))
        .with(el("div", "hd").with(icon(&card.icon, "i")).with(el("h3", "").with(card.name)))
        .with(para("", &card.does))
        .with(need)
        .with(ask(ui, &card.ask))
        .with(opened)
        .with(el("div", "row").with(open).with(using))
}

/// The hooks of a platform.
fn platform(element: Node, card: &CardView<'_>) -> Node {
    element.attr("data-platform", card.id).attr("data-status", card.status.id())
}

/// An area that opens: every platform with its status.
fn area(ui: &Ui<'_>, area: &AreaView<'_>) -> Node {
    let open = ui.state.open_areas.iter().any(|open| open == area.id);
    let says = el("span", "").with(bold(area.name)).with(el("small", "").with(area.counts.as_str()));
    let summary = el("summary", "").with(icon(&area.icon, "i")).with(says).with(icon("act-open", "i v"));
    let rows: Vec<Node> = area.platforms.iter().map(|card| row(ui, card)).collect();
    let details =
        el("details", "more").attr("data-area", area.id).flag("open", open).on("toggle", Act::Toggle(area.id.to_owned()));
    details.with(summary).with(el("ul", "").with(rows))
}

fn row(ui: &Ui<'_>, card: &CardView<'_>) -> Node {
    let place = card.place;
    let open = button("link", "open", "", card.name.to_owned(), Act::Do(Action::Go(Screen::Detail(place))));
    platform(el("li", ""), card).with(open).with(chip(ui, card.status)).with(missing(&card.missing))
}

/// What the person marked or hid, each with a way back.
fn undo(ui: &Ui<'_>, title: Word, verb: Word, cards: &[CardView<'_>]) -> Node {
    if cards.is_empty() {
        return nothing();
    }
    let row = |card: &CardView<'_>| -> Node {
        let place = card.place;
        let back = if title == Word::StatusUsing {
            pressed("btn quiet", "use", "", ui.word(verb), true, Act::Do(Action::Use(place)))
        } else {
            button("btn quiet", "hide-card", "", ui.word(verb), Act::Do(Action::Hide(place)))
        };
        let back = back.with(el("span", "vh").with(joined(&[": ", card.name])));
        platform(el("li", ""), card).with(el("span", "").with(card.name)).with(back)
    };
    let rows: Vec<Node> = cards.iter().map(row).collect();
    el("section", "more").with(heading(ui, title)).with(el("ul", "").with(rows))
}

fn empty(ui: &Ui<'_>, areas: &[(&str, &str)]) -> Node {
    if areas.is_empty() {
        return nothing();
    }
    let row = |(name, says): &(&str, &str)| -> Node { el("p", "").with(bold(name)).with(joined(&[": ", says])) };
    let rows: Vec<Node> = areas.iter().map(row).collect();
    el("section", "").with(heading(ui, Word::EmptyAreas)).with(rows)
}

fn legend(ui: &Ui<'_>) -> Node {
    const LABELS: [(Status, Word); 5] = [
        (Status::Using, Word::LegendUsing),
        (Status::Ready, Word::LegendReady),
        (Status::After, Word::LegendAfter),
        (Status::Maybe, Word::LegendMaybe),
        (Status::NotNow, Word::LegendNotNow),
    ];
    let row = |(status, word)| el("li", "").with(chip(ui, status)).with(" ").with(el("small", "").with(ui.word(word)));
    let rows: Vec<Node> = LABELS.into_iter().map(row).collect();
    nodes![heading(ui, Word::LegendHeading), el("ul", "legend").with(rows)]
}
