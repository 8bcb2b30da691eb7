//! Words of the paper questionnaire. They never reach a wasm.

use crate::content::author::file::Pair;
use crate::content::author::load::Reading;
use crate::model::{QuestionIx, Rules};
use crate::text::Lang;
use serde::Deserialize;
use std::{format, string::String, vec::Vec};

const FILE: &str = "outreach/paper.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WhomFile {
    id: String,
    text: Pair,
}

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields, rename_all = "kebab-case")]
        struct PaperFile {
            $($name: Pair,)*
            overleaf: String,
            #[serde(default)]
            whom: Vec<WhomFile>,
        }

        /// What the paper questionnaire says in one language, apart from questions and lists.
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct PaperWords {
            $($(#[$doc])* pub $name: String,)*
            /// The question that begins the back of the sheet.
            pub overleaf: Option<QuestionIx>,
            /// Who answers, where the condition is too long for paper: "question" or "question.choice", and who.
            pub whom: Vec<(String, String)>,
        }

        impl PaperFile {
            fn of(&self, lang: Lang, overleaf: Option<QuestionIx>) -> PaperWords {
                let whom = self.whom.iter().map(|own| (own.id.clone(), own.text.of(lang))).collect();
                PaperWords { $($name: self.$name.of(lang),)* overleaf, whom }
            }
        }
    };
}

words! {
    /// Title.
    title,
    /// What it is about, below the title.
    lead,
    /// How to fill it in.
    how,
    /// What not to write on it.
    no_names,
    /// Who answers, `{whom}`.
    only,
    /// The field of a question with local texts: two digits.
    code,
    /// Heading: what the helper fills in.
    helper_title,
    /// Heading: what the person started using, by area.
    started,
    /// Heading: basic skills.
    skills,
    /// Heading: age band.
    ages,
    /// Heading: what blocked the person.
    blockers,
    /// Field: where.
    place,
    /// Field: when.
    date,
    /// What happens to the sheet.
    destroy,
    /// How to print, on the screen only.
    print_hint,
    /// Link to the page for training sessions, on the screen only.
    back,
    /// Link to the sheet in the other language, on the screen only.
    other_language,
}

/// Both languages; empty when the file cannot be read.
pub fn paper(reading: &mut Reading<'_>, rules: &Rules) -> [PaperWords; 2] {
    let file = reading.files.whole::<PaperFile>(FILE, &mut reading.found);
    let overleaf = file.as_ref().and_then(|file| rules.questions.iter().position(|question| question.id == file.overleaf));
    let overleaf = overleaf.map(QuestionIx::from_at);
    if let (Some(file), None) = (&file, overleaf) {
        reading.found.error(FILE, "overleaf", format!("unknown question \"{}\"", file.overleaf));
    }
    for own in file.iter().flat_map(|file| &file.whom) {
        let place = own.id.split_once('.').map_or((own.id.as_str(), None), |(question, choice)| (question, Some(choice)));
        let question = rules.questions.iter().find(|question| question.id == place.0);
        if question.is_none_or(|question| place.1.is_some_and(|choice| question.choice(choice).is_none())) {
            reading.found.error(
                FILE,
                &format!("whom.{}", own.id),
                "unknown question or choice; expected \"question\" or \"question.choice\"",
            );
        }
    }
    Lang::ALL.map(|lang| file.as_ref().map(|file| file.of(lang, overleaf)).unwrap_or_default())
}
