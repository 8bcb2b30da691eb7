//! The words of one language. `Words` is needed for the first questions, `Cards` for results; both are lists in the
//! order of the lists in [`super::Rules`].

use super::{Check, Condition, Listing, QuestionIx};
use alloc::{string::String, vec::Vec};
use serde::{Deserialize, Serialize};

/// Questions and interface words of one language (step 1).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Words {
    /// The interface words of welcome, questions and review, in the order of `view::Word`.
    pub interface: Vec<String>,
    /// One entry per question.
    pub questions: Vec<QuestionWords>,
}

/// Words of a question.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct QuestionWords {
    /// The question.
    pub ask: String,
    /// The question when answering for somebody else.
    pub ask_other: String,
    /// Short name for the review page.
    pub short: String,
    /// How to answer, if it needs saying.
    pub hint: String,
    /// Why we ask.
    pub why: String,
    /// One entry per choice; none for a question that chooses local texts ([`Cards::choices`]).
    pub choices: Vec<ChoiceWords>,
}

/// Words of a choice.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ChoiceWords {
    /// Label.
    pub label: String,
    /// Small second line; may be empty.
    pub hint: String,
    /// Other names people search for (old names of provinces); may be empty.
    pub also: String,
}

/// Words of an area.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AreaWords {
    /// Name.
    pub name: String,
    /// Where to ask when nothing is shown here (decision 70).
    pub empty: String,
}

/// Names, and texts of cards, duties, rules and sources of one language (step 2).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Cards {
    /// All other interface words, in the order of `view::Word`.
    pub interface: Vec<String>,
    /// The choices of questions that choose local texts: long lists, asked last.
    pub choices: Vec<(QuestionIx, Vec<ChoiceWords>)>,
    /// One entry per area.
    pub areas: Vec<AreaWords>,
    /// Names of platforms.
    pub names: Vec<String>,
    /// Names of capabilities ("VNeID mức 2").
    pub capability_names: Vec<String>,
    /// One entry per platform.
    pub platforms: Vec<PlatformCard>,
    /// One entry per obligation.
    pub obligations: Vec<ObligationCard>,
    /// One entry per capability.
    pub capabilities: Vec<CapabilityCard>,
    /// One entry per rule.
    pub rules: Vec<RuleWords>,
    /// One entry per source.
    pub sources: Vec<SourceWords>,
    /// Lists to look things up in, in the order in which they are shown.
    pub listings: Vec<Listing>,
    /// The short check for enterprises and cooperatives.
    pub check: Check,
}

/// The card of a platform.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PlatformCard {
    /// Who runs it.
    pub operator: String,
    /// What you can do with it, one or two sentences.
    pub does: String,
    /// What it costs.
    pub cost: String,
    /// Steps in order.
    pub steps: Vec<String>,
    /// How to find it safely.
    pub find: String,
    /// What to beware of; may be empty.
    pub beware: String,
    /// The place or telephone that does the same without a phone; may be empty.
    pub without: String,
    /// Needs that no question settles, and remarks on needs; may be empty.
    pub bring: Vec<String>,
    /// Address to link to, only for release state `show` with a link of V1 or V2; may be empty.
    pub link: String,
    /// Telephone line, only V1 or V2.
    pub hotline: Option<Hotline>,
    /// As of when, as people read it ("tháng 8/2026").
    pub as_of: String,
    /// Texts that replace the ones above for some people.
    pub variants: Vec<PlatformVariant>,
}

/// A telephone line.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Hotline {
    /// Digits for `tel:`.
    pub digits: String,
    /// As printed.
    pub shown: String,
    /// What to know before calling; may be empty.
    pub note: String,
}

/// Texts for some people; empty fields leave the text of the card.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlatformVariant {
    /// For whom.
    pub when: Condition,
    /// Replaces `does`.
    pub does: String,
    /// Replaces `steps`.
    pub steps: Vec<String>,
    /// An extra sentence ("Mua hàng thì dùng được ngay").
    pub also: String,
}

/// The text of an obligation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ObligationCard {
    /// The act, as a heading.
    pub title: String,
    /// What it means, in one to three sentences.
    pub text: String,
    /// Document and article, form.
    pub law: String,
    /// "Applied from …"; may be empty.
    pub from: String,
    /// What the calendar leaf says when there is no date ("Khi có").
    pub moment: String,
    /// As of when.
    pub as_of: String,
}

/// The step that gains a capability.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CapabilityCard {
    /// The act, as a heading ("Đăng ký VNeID mức 2").
    pub title: String,
    /// How, in one to three sentences.
    pub how: String,
    /// "khi có VNeID mức 2": the end of the sentence that counts what it opens.
    pub when_there: String,
    /// Other words for some people.
    pub variants: Vec<StepVariant>,
}

/// Other words of a step for some people.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StepVariant {
    /// For whom.
    pub when: Condition,
    /// Replaces the title.
    pub title: String,
    /// Replaces the text.
    pub how: String,
}

/// Words of a rule.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RuleWords {
    /// Why it is here, when the rule holds.
    pub yes: String,
    /// Why it is not for now, when it does not; never "not eligible".
    pub no: String,
}

/// Words of a source.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SourceWords {
    /// Publisher or document.
    pub title: String,
    /// The day or month it speaks of, as people read it.
    pub date: String,
}
