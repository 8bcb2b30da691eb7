//! Filled paper forms, typed in fast: the numbers of the choices, Enter, the next question. The numbers are those of the printed form
//! (`xtask/src/paper`): the place of a choice in content order, from 1.

use super::deed::value_of;
use super::parts::{act, to};
use super::{Deed, Stage};
use crate::model::{Given, Named, Question, QuestionIx};
use crate::outreach::Metric;
use crate::text::{decimal, joined, listed, natural};
use crate::ui::act::Act;
use crate::ui::app::{App, State, Ui};
use crate::ui::node::{Node, el, nodes};
use crate::ui::parts::{band, icon, para};
use crate::view::OutreachWord;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent};

/// What numbers are typed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A question.
    Question(QuestionIx),
    /// A list of what the person did.
    List(Metric),
}

/// What was typed and is none of the numbers.
pub type Trouble = Option<(Entry, String)>;

/// The screen for paper forms.
pub fn draw(ui: &Ui<'_>) -> Node {
    let questions: Vec<Node> = ui.scene.evaluation.path.questions.iter().filter_map(|place| question(ui, *place)).collect();
    let lists: Vec<Node> = [
        (Metric::Started, OutreachWord::StartedTitle),
        (Metric::Skill, OutreachWord::SkillTitle),
        (Metric::Blocked, OutreachWord::BlockedTitle),
        (Metric::Age, OutreachWord::AgeTitle),
    ]
    .into_iter()
    .map(|(metric, title)| list(ui, metric, title))
    .collect();
    let next = act("btn go", "next-person", "act-next", ui.tell(OutreachWord::PaperNext), Deed::Next)
        .flag("disabled", ui.state.desk.busy);
    let back = to(ui, "btn", OutreachWord::BackThere, Stage::Between);
    let counted =
        ui.state.desk.record.as_ref().map(|record| super::parts::count("b", "", Metric::Contacts, "", record.contacts()));
    let head = el("p", "").with(ui.tell(OutreachWord::ContactsTitle)).with(": ").with(counted);
    nodes![
        band(ui.tell(OutreachWord::PaperTitle), nodes![para("lead", ui.tell(OutreachWord::PaperLead)), head]),
        el("div", "wrap body").with(questions).with(lists).with(el("div", "acts stick").with(back).with(next)),
    ]
}

fn question(ui: &Ui<'_>, place: QuestionIx) -> Option<Node> {
    let question = ui.scene.rules.questions.get(place.at())?;
    let words = ui.scene.words.questions.get(place.at())?;
    let labels: Vec<&str> = ui.scene.choices(place).iter().map(|choice| choice.label.as_str()).collect();
    let chosen = match ui.state.session.answers.get(place) {
        Given::Chosen(mask) => (0..labels.len()).filter(|at| mask & (1 << at) != 0).collect(),
        _ => Vec::new(),
    };
    // A number of two digits in any case: the provinces go by their codes, which people know from their papers.
    let numbers: Vec<String> = (0..labels.len()).map(|at| number_of(question, at)).collect();
    let title = joined(&[&decimal(place.at() + 1), ". ", &words.short]);
    Some(row(ui, Entry::Question(place), &question.id, &title, &labels, &numbers, &chosen))
}

/// What is typed for a choice: its place from 1; the code itself where choices are codes.
fn number_of(question: &Question, at: usize) -> String {
    match question.choices.get(at) {
        Some(choice) if question.local => choice.id.clone(),
        _ => decimal(at + 1),
    }
}

fn list(ui: &Ui<'_>, metric: Metric, title: OutreachWord) -> Node {
    let all = named(ui.state, metric);
    let labels: Vec<&str> = all.iter().map(|each| each.name.as_str()).collect();
    let numbers: Vec<String> = (1..=all.len()).map(decimal).collect();
    let done = &ui.state.desk.done;
    let has = |id: &str| match metric {
        Metric::Started => done.started.iter().any(|known| known == id),
        Metric::Skill => done.skills.iter().any(|known| known == id),
        Metric::Blocked => done.blocked.iter().any(|known| known == id),
        _ => done.age.as_deref() == Some(id),
    };
    let chosen: Vec<usize> = all.iter().enumerate().filter(|(_, each)| has(&each.id)).map(|(at, _)| at).collect();
    row(ui, Entry::List(metric), metric.id(), &ui.tell(title), &labels, &numbers, &chosen)
}

/// What a list holds, in content order.
fn named(state: &State, metric: Metric) -> Vec<Named> {
    let at = state.session.lang as usize;
    let Some(words) = &state.desk.words[at] else { return Vec::new() };
    match metric {
        Metric::Started => {
            let names = state.cards[at].as_ref().map(|cards| cards.areas.as_slice()).unwrap_or_default();
            let name = |at: usize| names.get(at).map(|area| area.name.clone()).unwrap_or_default();
            state.rules.areas.iter().enumerate().map(|(at, area)| Named { id: area.id.clone(), name: name(at) }).collect()
        }
        Metric::Skill => words.skills.clone(),
        Metric::Blocked => words.blockers.iter().map(|each| Named { id: each.id.clone(), name: each.name.clone() }).collect(),
        _ => words.ages.clone(),
    }
}

fn row(ui: &Ui<'_>, entry: Entry, id: &str, title: &str, labels: &[&str], numbers: &[String], chosen: &[usize]) -> Node {
    let name = joined(&["entry-", id]);
    let trouble = ui.state.desk.paper.as_ref().filter(|(which, _)| *which == entry).map(|(_, typed)| typed.clone());
    // What is being typed stays, whatever else is drawn meanwhile; it comes before what was wrong a moment ago.
    let typing = ui.state.desk.typing.as_ref().filter(|(which, _)| *which == entry).map(|(_, typed)| typed.clone());
    let typed = typing.or_else(|| trouble.clone()).unwrap_or_else(|| {
        listed(&chosen.iter().filter_map(|at| numbers.get(*at).map(String::as_str)).collect::<Vec<&str>>(), " ")
    });
    let field = el("input", "")
        .attr("id", &name)
        .attr("data-entry", id)
        .attr("inputmode", "numeric")
        .attr("autocomplete", "off")
        .attr("aria-describedby", &joined(&[&name, "-says"]))
        .attr("aria-invalid", if trouble.is_some() { "true" } else { "false" })
        .prop("value", typed.as_str().into())
        .on("input", Act::Desk(Deed::Typing(entry)))
        .on("keydown", Act::Desk(Deed::Paper(entry)))
        .on("change", Act::Desk(Deed::Paper(entry)));
    let wrong = trouble.map(|typed| {
        let says = ui.tell_of(OutreachWord::PaperWrong, &[("typed", &typed)]);
        el("div", "err").attr("role", "alert").with(icon("warning", "i")).with(para("", says))
    });
    let said = chosen.iter().filter_map(|at| labels.get(*at)).copied().collect::<Vec<&str>>();
    let choices = labels.iter().zip(numbers).map(|(label, number)| joined(&[number, " ", label])).collect::<Vec<String>>();
    let hint = if labels.len() > 14 {
        String::new()
    } else {
        listed(&choices.iter().map(String::as_str).collect::<Vec<&str>>(), " · ")
    };
    let says = if said.is_empty() { el("p", "hint").with(hint) } else { el("p", "").with(el("b", "").with(listed(&said, ", "))) };
    let says = says.attr("id", &joined(&[&name, "-says"]));
    el("div", "field").with(el("label", "").attr("for", &name).with(title)).with(wrong).with(field).with(says)
}

/// Takes up what was typed; Enter goes on to the next field, and from the last one to the next form.
pub fn enter(app: &App, entry: Entry, event: &Event) {
    let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
    if key.as_deref().is_some_and(|key| key != "Enter") {
        return;
    }
    let typed = value_of(event);
    let good = app.read(|state| takes(state, entry, &typed));
    app.note(|state| state.desk.typing = None);
    app.write(|state| match &good {
        Some(chosen) => {
            state.desk.paper = None;
            take(state, entry, chosen);
        }
        None => state.desk.paper = Some((entry, typed.clone())),
    });
    if key.is_some() && good.is_some() {
        event.prevent_default();
        let here = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        let id = here.map(|field| field.id()).unwrap_or_default();
        let app = app.clone();
        // Drawn first: an answer may put further questions on the path.
        wasm_bindgen_futures::spawn_local(async move { onward(&app, &id) });
    }
}

/// Focus on the first field, when the screen has been drawn: the next form is at hand.
pub fn first_field(app: &App) {
    focus(app, "[data-entry]");
}

/// Focus on the field with something wrong in it, which may be out of sight.
pub fn wrong_field(app: &App) {
    focus(app, "[data-entry][aria-invalid=true]");
}

fn focus(app: &App, selector: &'static str) {
    let app = app.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let field = app.read(|state| state.host.root.query_selector(selector).ok().flatten());
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
            let _ = field.focus();
        }
    });
}

/// Focus on the field after this one, or on the button.
fn onward(app: &App, id: &str) {
    let root = app.read(|state| state.host.root.clone());
    let Ok(fields) = root.query_selector_all("[data-entry], [data-action=next-person]") else { return };
    let all: Vec<HtmlElement> = (0..fields.length()).filter_map(|at| fields.get(at)?.dyn_into().ok()).collect();
    let here = all.iter().position(|field| field.id() == id);
    if let Some(field) = here.and_then(|at| all.get(at + 1)) {
        let _ = field.focus();
    }
}

/// The places of the choices whose numbers were typed; `None` when something is no number of a choice, or they do not go together.
fn takes(state: &State, entry: Entry, typed: &str) -> Option<Vec<usize>> {
    let question = match entry {
        Entry::Question(place) => Some(state.rules.questions.get(place.at())?),
        Entry::List(_) => None,
    };
    let count = match entry {
        Entry::List(metric) => named(state, metric).len(),
        Entry::Question(_) => question?.choices.len(),
    };
    let mut places = Vec::new();
    for number in typed.split([' ', ',', '.', ';', '+', '-']).filter(|number| !number.is_empty()) {
        let at = match question {
            Some(question) if question.local => question.choices.iter().position(|choice| choice.id == number)?,
            _ => (natural(number)? as usize).checked_sub(1).filter(|at| *at < count)?,
        };
        if !places.contains(&at) {
            places.push(at);
        }
    }
    let several =
        question.is_some_and(|question| question.several) || matches!(entry, Entry::List(metric) if metric != Metric::Age);
    let most = question.map_or(0, |question| usize::from(question.most));
    let alone = |at: &usize| question.is_some_and(|question| question.exclusive & (1 << at) != 0);
    let fits =
        (several || places.len() < 2) && (most == 0 || places.len() <= most) && (places.len() < 2 || !places.iter().any(alone));
    fits.then_some(places)
}

fn take(state: &mut State, entry: Entry, chosen: &[usize]) {
    match entry {
        Entry::Question(place) => {
            let mask = chosen.iter().fold(0, |mask, at| mask | 1 << at);
            state.session.answers.set(place, if mask == 0 { Given::Skipped } else { Given::Chosen(mask) });
            state.follow();
        }
        Entry::List(metric) => {
            let all = named(state, metric);
            let ids: Vec<String> = chosen.iter().filter_map(|at| all.get(*at).map(|each| each.id.clone())).collect();
            let done = &mut state.desk.done;
            match metric {
                Metric::Started => done.started = ids,
                Metric::Skill => done.skills = ids,
                Metric::Blocked => done.blocked = ids,
                _ => done.age = ids.into_iter().next(),
            }
        }
    }
}
