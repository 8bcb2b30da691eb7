//! A platform as a card and in full.

use super::{Scene, Word};
use crate::engine::{PlatformVerdict, Reason, Status, StepKind, why};
use crate::model::{CapabilityIx, Hotline, PlatformIx, QuestionIx, Release};
use crate::text::{fill, joined, listed};
use alloc::{string::String, vec::Vec};

/// A link to a question: its place, its id, what the link says.
pub type AnswerLink<'a> = (QuestionIx, &'a str, String);

/// A platform among the results.
#[derive(Debug, PartialEq)]
pub struct CardView<'a> {
    /// Its place.
    pub place: PlatformIx,
    /// Its id.
    pub id: &'a str,
    /// Drawing of its area.
    pub icon: String,
    /// Name.
    pub name: &'a str,
    /// What you can do with it, and that it is free if it is.
    pub does: String,
    /// Status.
    pub status: Status,
    /// "Cần trước: …"; empty if nothing is missing.
    pub need: String,
    /// Ids of what is missing.
    pub missing: Vec<&'a str>,
    /// How many platforms it opens.
    pub opens: usize,
    /// Questions to answer for a `maybe`: place, id, short name.
    pub ask: Vec<AnswerLink<'a>>,
    /// Marked by the person.
    pub used: bool,
    /// Marked as wanted.
    pub wanted: bool,
}

/// Something needed first, on the detail screen.
#[derive(Debug, PartialEq)]
pub struct NeedView<'a> {
    /// Id of the capability.
    pub id: &'a str,
    /// What is needed, with alternatives.
    pub says: String,
    /// There already.
    pub there: bool,
    /// Known to be missing.
    pub missing: bool,
    /// The question behind it, if one was answered: place, id, answer.
    pub because: Option<AnswerLink<'a>>,
}

/// Why something is here.
#[derive(Debug, PartialEq)]
pub struct ReasonView<'a> {
    /// The sentence; may be empty when the answers say it all.
    pub says: String,
    /// A warning.
    pub caution: bool,
    /// The answers that led here: place, id, "VNeID: Chưa có hoặc mức 1".
    pub because: Vec<AnswerLink<'a>>,
}

/// A platform in full.
#[derive(Debug, PartialEq)]
pub struct DetailView<'a> {
    /// The card.
    pub card: CardView<'a>,
    /// Who runs it.
    pub operator: &'a str,
    /// What is needed first.
    pub needs: Vec<NeedView<'a>>,
    /// What to bring, and remarks.
    pub bring: &'a [String],
    /// Steps.
    pub steps: &'a [String],
    /// An extra sentence for this person.
    pub also: String,
    /// What to beware of.
    pub beware: &'a str,
    /// How to find it safely.
    pub find: &'a str,
    /// The place that does the same without a phone, when a phone or network is missing.
    pub without: &'a str,
    /// Address to link to.
    pub link: &'a str,
    /// Telephone.
    pub hotline: Option<&'a Hotline>,
    /// Cost.
    pub cost: &'a str,
    /// Reasons.
    pub reasons: Vec<ReasonView<'a>>,
    /// Sources and date.
    pub source: String,
    /// Only the name may be shown.
    pub name_only: bool,
}

impl<'a> Scene<'a> {
    /// The card of a verdict.
    pub fn card_view(&self, verdict: &PlatformVerdict) -> Option<CardView<'a>> {
        let platform = self.rules.platforms.get(verdict.platform.at())?;
        let names: Vec<&str> = verdict.missing.iter().map(|place| self.capability(*place)).collect();
        let need = match (verdict.status, names.is_empty()) {
            (Status::After, false) => fill(self.word(Word::NeededFirst), &[("what", &listed(&names, ", "))]),
            _ => String::new(),
        };
        let mut does = String::from(self.does(verdict.platform));
        if platform.free {
            does.push(' ');
            does.push_str(self.word(Word::Free));
        }
        Some(CardView {
            place: verdict.platform,
            id: &platform.id,
            icon: self.area_icon(platform.area),
            name: self.platform(verdict.platform),
            does,
            status: verdict.status,
            need,
            missing: verdict
                .missing
                .iter()
                .filter_map(|place| self.rules.capabilities.get(place.at()))
                .map(|entry| entry.id.as_str())
                .collect(),
            opens: platform.gives.iter().map(|gain| self.opens(*gain)).max().unwrap_or(0),
            ask: self.ask(verdict.ask),
            used: self.session.marks.used.contains(&verdict.platform),
            wanted: self.session.marks.wanted.contains(&verdict.platform),
        })
    }

    /// Questions to answer: place, id, short name.
    pub fn ask(&self, mask: crate::model::Mask) -> Vec<AnswerLink<'a>> {
        self.questions(mask).into_iter().map(|(place, short)| (place, self.question_id(place), String::from(short))).collect()
    }

    /// The id of a question.
    pub fn question_id(&self, place: QuestionIx) -> &'a str {
        self.rules.questions.get(place.at()).map_or("", |question| &question.id)
    }

    /// How many platforms the step that gains a capability opens.
    pub fn opens(&self, gain: CapabilityIx) -> usize {
        self.evaluation.plan.iter().find(|step| step.kind == StepKind::Capability(gain)).map_or(0, |step| step.unlocks.len())
    }

    /// What a platform does for this person: a seller reads the seller's text, on the card as in the plan.
    pub(super) fn does(&self, place: PlatformIx) -> &'a str {
        self.card(place).map_or("", |card| self.variant(place, &card.does, |variant| &variant.does))
    }

    /// The text of the last variant that holds and has one, else the text of the card.
    fn variant(
        &self,
        place: PlatformIx,
        base: &'a str,
        text: impl Fn(&'a crate::model::PlatformVariant) -> &'a String,
    ) -> &'a str {
        let variants = self.card(place).map_or(&[][..], |card| &card.variants);
        let mut holding = variants.iter().filter(|variant| self.facts.truth(&variant.when).is_yes()).map(text);
        holding.rfind(|text| !text.is_empty()).map_or(base, String::as_str)
    }

    /// The answers of a set of questions as "short: answer".
    fn because(&self, mask: crate::model::Mask) -> Vec<AnswerLink<'a>> {
        // What the host page has said about the province is no answer of this person, and nothing to go back to.
        let answered = self.questions(mask).into_iter().filter(|(place, _)| !self.answer(*place).is_empty());
        answered.map(|(place, short)| (place, self.question_id(place), joined(&[short, ": ", &self.answer(place)]))).collect()
    }

    /// A platform in full.
    pub fn detail(&self, place: PlatformIx) -> Option<DetailView<'a>> {
        let verdict = self.evaluation.platform(place)?;
        let platform = self.rules.platforms.get(place.at())?;
        let card = self.card(place)?;
        let phone_missing = verdict.missing.iter().any(|capability| self.rules.phone_like.contains(capability));
        let steps = card.variants.iter().rfind(|variant| self.facts.truth(&variant.when).is_yes() && !variant.steps.is_empty());
        let also: Vec<&str> = card
            .variants
            .iter()
            .filter(|variant| self.facts.truth(&variant.when).is_yes() && !variant.also.is_empty())
            .map(|variant| variant.also.as_str())
            .collect();
        Some(DetailView {
            card: self.card_view(verdict)?,
            operator: &card.operator,
            needs: self.needs(place, verdict),
            bring: &card.bring,
            steps: steps.map_or(&card.steps, |variant| &variant.steps),
            also: listed(&also, " "),
            beware: &card.beware,
            find: &card.find,
            without: if phone_missing { &card.without } else { "" },
            link: &card.link,
            hotline: card.hotline.as_ref(),
            cost: &card.cost,
            reasons: why(self.facts, self.reads, verdict)
                .into_iter()
                .filter_map(|(reason, because)| self.reason(reason, because))
                .collect(),
            source: self.source_line(&platform.sources, &card.as_of, platform.review_by),
            name_only: platform.release == Release::ShowNameOnly,
        })
    }

    fn needs(&self, place: PlatformIx, verdict: &PlatformVerdict) -> Vec<NeedView<'a>> {
        let Some(platform) = self.rules.platforms.get(place.at()) else { return Vec::new() };
        let wanted = platform.needs.iter().filter(|need| !self.facts.truth(&need.when).is_no());
        let mut views = Vec::new();
        for need in wanted {
            let names: Vec<&str> = need.any.iter().map(|capability| self.capability(*capability)).collect();
            let there = need.any.iter().find(|capability| self.facts.has(**capability).is_yes());
            let named = there.or(need.any.first());
            let entry = named.and_then(|named| self.rules.capabilities.get(named.at()));
            let mask =
                named.map_or(0, |named| self.reads.capabilities.get(named.at()).copied().unwrap_or(0) & self.facts.answered());
            views.push(NeedView {
                id: entry.map_or("", |entry| &entry.id),
                says: listed(&names, self.word(Word::Or)),
                there: there.is_some(),
                missing: there.is_none() && named.is_some_and(|named| verdict.missing.contains(named)),
                because: self.because(mask).into_iter().next(),
            });
        }
        views
    }

    fn reason(&self, reason: Reason, because: crate::model::Mask) -> Option<ReasonView<'a>> {
        let rule = |place: crate::model::RuleIx| self.cards.rules.get(place.at());
        let says = match reason {
            Reason::Marked => self.say(Word::BecauseMarked),
            Reason::InUse | Reason::AreaChosen(_) => String::new(),
            Reason::Suits(place) | Reason::Caution(place) => rule(place).map(|words| words.yes.clone()).unwrap_or_default(),
            Reason::NotNow(place) => rule(place).map(|words| words.no.clone()).unwrap_or_default(),
            Reason::Missing(place) => fill(self.word(Word::NeededFirst), &[("what", self.capability(place))]),
            Reason::Instead(place) => fill(self.word(Word::InsteadDoes), &[("what", self.capability(place))]),
            // A copy that is old says nothing of what the law asks outside the list of duties.
            Reason::Fulfils(_) if self.expired() => String::new(),
            Reason::Fulfils(place) => {
                fill(self.word(Word::DoneHere), &[("what", self.obligation(place).map_or("", |card| card.title.as_str()))])
            }
        };
        // The duty itself names its answers; here they would only repeat.
        let because = if matches!(reason, Reason::Fulfils(_)) { Vec::new() } else { self.because(because) };
        (!says.is_empty() || !because.is_empty()).then_some(ReasonView {
            says,
            caution: matches!(reason, Reason::Caution(_)),
            because,
        })
    }
}
