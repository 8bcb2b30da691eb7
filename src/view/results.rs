//! The results screen.

use super::{CardView, DutyView, Scene, Word};
use crate::engine::{Evaluation, PlatformVerdict, Status, StepKind, Verdict};
use crate::model::{AreaIx, CapabilityIx, Kind, Rules};
use crate::text::{decimal, fill};
use alloc::{string::String, vec::Vec};

/// Counts of the opening sentence (d72: platforms with something to do, no telephone lines, none in use).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Counts {
    /// Usable now.
    pub ready: usize,
    /// Something is missing.
    pub after: usize,
    /// An answer is missing.
    pub maybe: usize,
    /// In use.
    pub using: usize,
    /// Duties.
    pub must: usize,
}

/// Counts of the opening sentence, and the capability whose step opens most.
pub fn opening(rules: &Rules, evaluation: &Evaluation) -> (Counts, Option<(CapabilityIx, usize)>) {
    let counted = |status: Status| {
        let of_status = evaluation.platforms.iter().filter(|verdict| verdict.status == status);
        of_status.filter(|verdict| rules.platforms.get(verdict.platform.at()).is_some_and(|platform| !platform.line)).count()
    };
    let counts = Counts {
        ready: counted(Status::Ready),
        after: counted(Status::After),
        maybe: counted(Status::Maybe),
        using: counted(Status::Using),
        must: evaluation.obligations.iter().filter(|duty| duty.verdict == Verdict::Is(Kind::Must)).count(),
    };
    let mut best: Option<(CapabilityIx, usize)> = None;
    for step in &evaluation.plan {
        let StepKind::Capability(gain) = step.kind else { continue };
        let opens = step.unlocks.len();
        if opens > best.map_or(0, |(_, most)| most) {
            best = Some((gain, opens));
        }
    }
    (counts, best)
}

/// The opening sentences.
#[derive(Clone, Debug, PartialEq)]
pub struct Headline {
    /// "Bạn dùng được ngay 6 nền tảng. Có thêm 9 nền tảng khi có VNeID mức 2."
    pub says: String,
    /// "Việc có hạn gần nhất: 01/02/2027."; empty when there is none or this copy is old.
    pub next_date: String,
}

/// An area with its platforms.
#[derive(Debug, PartialEq)]
pub struct AreaView<'a> {
    /// Id.
    pub id: &'a str,
    /// Name.
    pub name: &'a str,
    /// Drawing.
    pub icon: String,
    /// "3 làm được ngay · 2 cần chuẩn bị".
    pub counts: String,
    /// Platforms in recommended order.
    pub platforms: Vec<CardView<'a>>,
    /// The person chose it.
    pub chosen: bool,
}

/// The results.
#[derive(Debug, PartialEq)]
pub struct ResultsView<'a> {
    /// Opening sentences.
    pub headline: Headline,
    /// Counts.
    pub counts: Counts,
    /// Duties.
    pub must: Vec<DutyView<'a>>,
    /// Duties that hang on an answer.
    pub open: Vec<DutyView<'a>>,
    /// Rights.
    pub right: Vec<DutyView<'a>>,
    /// Things to know.
    pub know: Vec<DutyView<'a>>,
    /// First cards.
    pub first: Vec<CardView<'a>>,
    /// Everything by area.
    pub areas: Vec<AreaView<'a>>,
    /// What the person marked as in use.
    pub used: Vec<CardView<'a>>,
    /// What the person hid.
    pub hidden: Vec<CardView<'a>>,
    /// Nothing shown here: area name and where to ask (d70).
    pub empty_areas: Vec<(&'a str, &'a str)>,
}

impl<'a> Scene<'a> {
    /// The opening sentences.
    pub fn headline(&self) -> Headline {
        let (counts, best) = opening(self.rules, self.evaluation);
        let ready = if self.session.for_other { Word::HeadReadyOther } else { Word::HeadReady };
        let mut says = self.count(ready, counts.ready);
        if let Some((gain, opens)) = best {
            let there = self.step(gain).map_or("", |card| card.when_there.as_str());
            says.push(' ');
            says.push_str(&fill(&self.count(Word::HeadMore, opens), &[("when", there)]));
        }
        let next = self
            .evaluation
            .obligations
            .iter()
            .find(|duty| duty.verdict == Verdict::Is(Kind::Must) && !duty.in_hand)
            .and_then(|duty| duty.due);
        let next_date = next.filter(|_| !self.expired());
        Headline {
            says,
            next_date: next_date.map(|day| fill(self.word(Word::NextDate), &[("day", &day.day_first())])).unwrap_or_default(),
        }
    }

    /// "3 làm được ngay · 2 cần chuẩn bị".
    fn status_counts(&self, platforms: &[CardView<'a>]) -> String {
        const SAID: [(Status, Word); 5] = [
            (Status::Ready, Word::CountReady),
            (Status::Using, Word::CountUsing),
            (Status::After, Word::CountAfter),
            (Status::Maybe, Word::CountMaybe),
            (Status::NotNow, Word::CountNotNow),
        ];
        let counts = SAID.iter().map(|(status, word)| (platforms.iter().filter(|card| card.status == *status).count(), *word));
        let mut said = String::new();
        for (count, word) in counts.filter(|(count, _)| *count > 0) {
            if !said.is_empty() {
                said.push_str(" · ");
            }
            said.push_str(&fill(self.word(word), &[("n", &decimal(count))]));
        }
        said
    }

    /// The cards of some verdicts, in their order.
    fn card_views(&self, which: impl Fn(&PlatformVerdict) -> bool) -> Vec<CardView<'a>> {
        let verdicts = self.evaluation.platforms.iter().filter(|verdict| which(verdict));
        verdicts.filter_map(|verdict| self.card_view(verdict)).collect()
    }

    /// Everything on the results screen.
    pub fn results(&self) -> ResultsView<'a> {
        let (used, hidden) = (&self.session.marks.used, &self.session.marks.hidden);
        let of_area = |place: AreaIx| {
            self.card_views(|verdict| {
                !hidden.contains(&verdict.platform)
                    && self.rules.platforms.get(verdict.platform.at()).is_some_and(|platform| platform.area == place)
            })
        };
        let mut areas = Vec::new();
        let mut empty_areas = Vec::new();
        for (at, area) in self.rules.areas.iter().enumerate() {
            let place = AreaIx::from_at(at);
            let platforms = of_area(place);
            if platforms.is_empty() {
                let empty = self.cards.areas.get(at).map_or("", |words| &words.empty);
                empty_areas.push((self.area(place), empty));
                continue;
            }
            let chosen = self.evaluation.platforms.iter().any(|verdict| {
                verdict.chosen_area.is_some()
                    && self.rules.platforms.get(verdict.platform.at()).is_some_and(|platform| platform.area == place)
            });
            areas.push(AreaView {
                id: &area.id,
                name: self.area(place),
                icon: self.area_icon(place),
                counts: self.status_counts(&platforms),
                platforms,
                chosen,
            });
        }
        // Chosen ones first, each in its order: without a sort, which would bring its own code for areas.
        let (mut areas, others): (Vec<_>, Vec<_>) = areas.into_iter().partition(|area| area.chosen);
        areas.extend(others);
        let first = self.evaluation.first.iter().filter_map(|place| self.card_view(self.evaluation.platform(*place)?)).collect();
        ResultsView {
            headline: self.headline(),
            counts: opening(self.rules, self.evaluation).0,
            must: self.duties(Verdict::Is(Kind::Must)),
            open: self.duties(Verdict::Maybe),
            right: self.duties(Verdict::Is(Kind::Right)),
            know: self.duties(Verdict::Is(Kind::Know)),
            first,
            areas,
            used: self.card_views(|verdict| used.contains(&verdict.platform)),
            hidden: self.card_views(|verdict| hidden.contains(&verdict.platform)),
            empty_areas,
        }
    }
}
