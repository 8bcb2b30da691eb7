//! What each act does to a session.

use super::{Save, Screen, Session, Trouble};
use crate::engine::{Path, Reads, path_of};
use crate::model::{Given, Mask, PlatformIx, QuestionIx, Rules};
use crate::text::Lang;
use alloc::string::String;

/// An act of a person.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Tap on a choice: radios choose, check boxes toggle.
    Choose(QuestionIx, Mask),
    /// On from a question.
    Next,
    /// "Chưa rõ – bỏ qua câu này".
    Skip,
    /// Back to where one came from.
    Back,
    /// Change one answer.
    Edit(QuestionIx),
    /// Go on where one stopped.
    Resume,
    /// To a screen.
    Go(Screen),
    /// Other language.
    Language(Lang),
    /// "Tôi đã dùng", on and off.
    Use(PlatformIx),
    /// "Muốn dùng", on and off.
    Want(PlatformIx),
    /// "Không phải với tôi", on and off.
    Hide(PlatformIx),
    /// A step of the plan is done, on and off.
    Tick(String),
    /// Keep on this device, or no longer.
    Keep(bool),
    /// Answer for somebody else, or for oneself.
    ForOther(bool),
    /// Delete everything and start anew.
    Wipe,
}

/// Carries an act out. Changing an answer never deletes later ones: off the path they stop counting.
pub fn apply(session: &mut Session, action: Action, rules: &Rules, reads: &Reads) {
    session.trouble = None;
    match action {
        Action::Choose(question, choice) => choose(session, question, choice, rules),
        Action::Next => next(session, rules, reads),
        Action::Skip => {
            if let Screen::Question(question) = session.screen {
                session.answers.set(question, Given::Skipped);
                onward(session, question, rules, reads);
            }
        }
        Action::Back => back(session, rules, reads),
        Action::Edit(question) => {
            session.came_from = Some(session.screen);
            session.screen = Screen::Question(question);
        }
        Action::Resume => {
            session.came_from = None;
            session.screen = match path_of(rules, reads, &session.answers, &session.marks).next {
                Some(question) => Screen::Question(question),
                None => Screen::Results,
            };
        }
        Action::Go(screen) => {
            session.came_from = match screen {
                // Side screens return to where they were opened; going from one to another keeps that place.
                Screen::Detail(_) | Screen::About | Screen::Settings if !is_side(session.screen) => Some(session.screen),
                Screen::Detail(_) | Screen::About | Screen::Settings => session.came_from,
                _ => None,
            };
            session.screen = screen;
        }
        Action::Language(lang) => session.lang = lang,
        Action::Use(platform) => toggle(&mut session.marks.used, platform),
        Action::Want(platform) => toggle(&mut session.marks.wanted, platform),
        Action::Hide(platform) => toggle(&mut session.marks.hidden, platform),
        Action::Tick(step) => toggle(&mut session.ticks, step),
        Action::Keep(keep) => {
            session.save = if keep { Save::Device } else { Save::Session };
            session.keep_shared = keep;
        }
        Action::ForOther(other) => session.for_other = other,
        Action::Wipe => {
            let preset = core::mem::take(&mut session.answers.preset);
            *session = Session::new(rules.questions.len(), session.lang, session.save);
            session.answers.preset = preset;
        }
    }
}

fn is_side(screen: Screen) -> bool {
    matches!(screen, Screen::Detail(_) | Screen::About | Screen::Settings)
}

fn toggle<T: Ord>(set: &mut crate::model::Set<T>, item: T) {
    if !set.remove(&item) {
        set.insert(item);
    }
}

fn choose(session: &mut Session, place: QuestionIx, choice: Mask, rules: &Rules) {
    let Some(question) = rules.questions.get(place.at()) else { return };
    let before = match session.answers.get(place) {
        Given::Chosen(mask) => mask,
        _ => 0,
    };
    let after = if !question.several {
        choice
    } else if before & choice != 0 {
        before & !choice
    } else if choice & question.exclusive != 0 {
        choice
    } else {
        (before & !question.exclusive) | choice
    };
    if question.most > 0 && after.count_ones() > u32::from(question.most) {
        session.trouble = Some(Trouble::TooMany);
        return;
    }
    // Nothing ticked is not yet an answer: the person may still be choosing.
    session.answers.set(place, if after == 0 { Given::Open } else { Given::Chosen(after) });
}

fn next(session: &mut Session, rules: &Rules, reads: &Reads) {
    match session.screen {
        Screen::Welcome => {
            let Some(first) = path_of(rules, reads, &session.answers, &session.marks).questions.first().copied() else { return };
            leave(session, first, rules, reads);
        }
        Screen::Question(question) => leave(session, question, rules, reads),
        _ => {}
    }
}

fn leave(session: &mut Session, question: QuestionIx, rules: &Rules, reads: &Reads) {
    match session.answers.get(question) {
        Given::Open => session.trouble = Some(Trouble::NothingChosen),
        _ => onward(session, question, rules, reads),
    }
}

/// To the next question; after changing one answer to the questions it opened, then back to where the person came from.
fn onward(session: &mut Session, question: QuestionIx, rules: &Rules, reads: &Reads) {
    let path = path_of(rules, reads, &session.answers, &session.marks);
    session.screen = match (session.came_from, path.next, path.after(question)) {
        (Some(_), Some(open), _) => Screen::Question(open),
        (Some(origin), None, _) => {
            session.came_from = None;
            origin
        }
        (None, _, Some(after)) => Screen::Question(after),
        (None, _, None) => Screen::Review,
    };
}

fn back(session: &mut Session, rules: &Rules, reads: &Reads) {
    let path = path_of(rules, reads, &session.answers, &session.marks);
    session.screen = match (session.screen, session.came_from.take()) {
        (_, Some(origin)) => origin,
        (Screen::Question(question), None) => before(&path, question),
        (Screen::Review, None) => path.questions.last().map_or(Screen::Welcome, |last| Screen::Question(*last)),
        (Screen::Results, None) => Screen::Review,
        (Screen::Plan | Screen::Detail(_), None) => Screen::Results,
        _ => Screen::Welcome,
    };
}

/// The question before; the first one stands on the welcome screen.
fn before(path: &Path, question: QuestionIx) -> Screen {
    match path.before(question) {
        Some(earlier) if path.questions.first() != Some(&earlier) => Screen::Question(earlier),
        _ => Screen::Welcome,
    }
}
