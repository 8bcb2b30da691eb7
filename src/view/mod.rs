//! What each screen says, as plain values with all words resolved. May not: HTML, class names, signals.

mod card;
mod check;
mod duty;
mod listing;
#[cfg(any(not(target_arch = "wasm32"), feature = "outreach"))]
mod outreach_word;
mod plain;
mod plan;
mod question;
#[cfg(any(not(target_arch = "wasm32"), feature = "files"))]
mod report;
mod results;
mod scene;
mod word;

pub use card::{AnswerLink, CardView, DetailView, NeedView, ReasonView};
pub use duty::{DutyView, Leaf};
#[cfg(any(not(target_arch = "wasm32"), feature = "outreach"))]
pub use outreach_word::OutreachWord;
pub use plan::{PlanView, StepView};
pub use question::{ChoiceView, QuestionView, ReviewRow};
#[cfg(any(not(target_arch = "wasm32"), feature = "files"))]
pub use report::{
    CatalogueReport, ObligationReport, PlatformReport, ReasonReport, Report, StepReport, Summary, assess, questions, report,
};
pub use results::{AreaView, Counts, Headline, ResultsView, opening};
pub use scene::Scene;
pub use word::Word;
