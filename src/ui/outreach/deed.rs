//! What the helper does, as a value, and the one place that carries it out.

use super::setup::Field;
use super::{Open, Shown, Stage, files, leave, record, taps};
use crate::browser::speech;
use crate::outreach::{Metric, setup_text};
use crate::text::joined;
use crate::ui::app::{App, State};
use crate::view::OutreachWord;
use std::rc::Rc;
use web_sys::Event;

/// What the helper does.
#[derive(Clone, Debug)]
pub enum Deed {
    /// To another screen of the helper.
    Go(Stage),
    /// The safety page was read.
    Read,
    /// A field of the set-up was typed into.
    Field(Field),
    /// The set-up is done: a session begins, or is corrected.
    Open,
    /// Shows the set-up as a QR code.
    SetupQr,
    /// With an invented person.
    Practise(usize),
    /// The person is done with the tool.
    Finish,
    /// The person goes uncounted.
    Drop,
    /// The next person.
    Next,
    /// Takes back the last count.
    Undo,
    /// A tap on what the person did: which list, which entry.
    Tap(Metric, usize),
    /// The session is over.
    End,
    /// Hands out the counts.
    Export(files::Form),
    /// Files were chosen.
    Chosen,
    /// A text was pasted or typed.
    Pasted,
    /// Reads the pasted text.
    ReadPasted,
    /// Merges what was read.
    Merge,
    /// Remarks were written.
    KeepNotes,
    /// Closes what is open.
    Close,
    /// Which records are shown.
    Show(Shown),
    /// Small counts hidden, or not.
    Public,
    /// Charts for a projector: which of them, or none.
    Wall(Option<usize>),
    /// More parts of a total are listed.
    MorePieces,
    /// One of two sessions to compare: the first or the second.
    Beside(usize),
    /// Something is typed into the entry of paper forms.
    Typing(super::paper::Entry),
    /// A key or a tap in the entry of paper forms.
    Paper(super::paper::Entry),
}

impl Deed {
    /// Does it.
    pub fn fire(self, app: &App, event: &Event) {
        match self {
            Deed::Go(stage) => go(app, stage),
            Deed::Read => {
                let stage = app.read(|state| if state.desk.running().is_some() { Stage::Between } else { Stage::Setup });
                app.write(|state| {
                    state.desk.practice = None;
                    // The session before has ended: it stays among those of this device.
                    if stage == Stage::Setup
                        && let Some(record) = state.desk.record.take()
                    {
                        let mut book = state.desk.book.take().map(|book| (*book).clone()).unwrap_or_default();
                        book.merge(record);
                        state.desk.book = Some(Rc::new(book));
                        state.desk.undo = None;
                    }
                });
                go(app, stage);
            }
            Deed::Field(field) => {
                let value = value_of(event);
                app.note(|state| fill(state, field, value));
            }
            Deed::Open => record::open(app),
            Deed::SetupQr => app.write(|state| {
                let link = joined(&[&state.host.link, "#", &setup_text(&state.desk.form)]);
                state.desk.open = Open::Qr(link, OutreachWord::SetupQrSays);
            }),
            Deed::Practise(at) => {
                app.write(|state| {
                    leave::forget_person(state);
                    state.desk.practice = Some(at);
                    state.desk.stage = Stage::Person;
                });
            }
            Deed::Finish => app.write(|state| {
                speech::stop();
                state.desk.stage = Stage::Between;
            }),
            Deed::Drop => leave::wipe(app),
            Deed::Next => leave::next(app),
            Deed::Undo => record::undo(app),
            Deed::Tap(metric, at) => app.write(|state| taps::tap(state, metric, at)),
            Deed::End => record::end(app),
            Deed::Export(form) => files::export(app, form),
            Deed::Chosen => files::chosen(app, event),
            Deed::Pasted => {
                let text = value_of(event);
                app.note(|state| state.desk.paste = text);
            }
            Deed::ReadPasted => app.write(files::read_pasted),
            Deed::Merge => files::merge(app),
            Deed::KeepNotes => super::report::keep_notes(app),
            Deed::Close => {
                app.write(|state| state.desk.open = Open::Nothing);
                record::focus_heading(app);
            }
            Deed::Show(shown) => app.write(|state| state.desk.shown = shown),
            Deed::Public => app.write(|state| state.desk.public = !state.desk.public),
            Deed::Wall(which) => {
                app.write(|state| state.desk.wall = which);
                record::focus_heading(app);
            }
            Deed::MorePieces => app.write(|state| state.desk.more_pieces += 1),
            Deed::Beside(which) => {
                let batch = value_of(event);
                app.write(|state| beside(state, which, batch));
            }
            Deed::Typing(entry) => {
                let typed = value_of(event);
                app.note(|state| state.desk.typing = Some((entry, typed)));
            }
            Deed::Paper(entry) => super::paper::enter(app, entry, event),
        }
    }
}

/// What a field holds.
pub fn value_of(event: &Event) -> String {
    let target = event.target().and_then(|target| js_sys::Reflect::get(&target, &"value".into()).ok());
    target.and_then(|value| value.as_string()).unwrap_or_default()
}

fn go(app: &App, stage: Stage) {
    app.write(|state| {
        state.desk.stage = stage;
        state.desk.practice = None;
        state.desk.open = Open::Nothing;
        state.desk.wall = None;
        state.desk.more_pieces = 0;
        state.desk.paste.clear();
        if stage == Stage::Setup
            && let Some(record) = &state.desk.record
        {
            state.desk.form = record.setup.clone();
        }
        if stage == Stage::Practice {
            leave::forget_person(state);
        }
    });
    if matches!(stage, Stage::Tally | Stage::Join | Stage::Report) {
        files::look(app);
    }
}

fn fill(state: &mut State, field: Field, value: String) {
    let form = &mut state.desk.form;
    match field {
        Field::Date => form.session_date = value,
        Field::Province => form.province_code = value,
        Field::Commune => form.commune = value,
        Field::Village => form.village = value,
        Field::Host => form.host = value,
        Field::Notes => {
            if let Some(record) = &mut state.desk.record {
                record.notes = value;
            }
        }
    }
}

fn beside(state: &mut State, which: usize, batch: String) {
    let (mut first, mut second) = state.desk.beside.clone().unwrap_or_default();
    if which == 0 {
        first = batch;
    } else {
        second = batch;
    }
    state.desk.beside = Some((first, second));
}
