//! Conditions in words that a reader can hold against himself, and the people an obligation can concern at all.

use super::book::Book;
use buoc_so::engine::Facts;
use buoc_so::model::{Condition, Marks, Mask, Obligation, QuestionIx};
use buoc_so::text::fill;
use buoc_so::view::Word;

impl Book<'_> {
    /// A condition in words; empty for one that holds for everybody.
    pub fn whom(&self, condition: &Condition) -> String {
        match self.but(condition) {
            _ if self.everybody(condition) => String::new(),
            Some(says) => says,
            None => self.says(condition, false),
        }
    }

    /// "Mọi người, trừ …".
    fn but(&self, condition: &Condition) -> Option<String> {
        let Condition::Not(part) = condition else { return None };
        let plain = !matches!(**part, Condition::Has(_) | Condition::All(_) | Condition::Any(_));
        plain.then(|| fill(&self.own.except, &[("whom", &self.says(part, false))]))
    }

    /// The same as "Dành cho: …"; nothing when it holds for everybody.
    pub fn for_whom(&self, condition: &Condition) -> Option<String> {
        self.inside(&self.own.for_whom, condition)
    }

    /// The same as the heading of a text for some people.
    pub fn for_some(&self, condition: &Condition) -> String {
        self.but(condition).or_else(|| self.inside(&self.own.for_some, condition)).unwrap_or_default()
    }

    fn inside(&self, sentence: &str, condition: &Condition) -> Option<String> {
        let whom = self.whom(condition);
        (!whom.is_empty()).then(|| fill(sentence, &[("whom", &whom)]))
    }

    fn everybody(&self, condition: &Condition) -> bool {
        match condition {
            Condition::Always => true,
            Condition::Rule(rule) => self.rules.rules.get(rule.at()).is_some_and(|rule| self.everybody(&rule.when)),
            _ => false,
        }
    }

    /// `not` stands before the innermost parts: "chưa có …" is read more easily than "không phải: đã có …".
    fn says(&self, condition: &Condition, not: bool) -> String {
        let name = |text: &str| fill(if not { &self.own.not_whom } else { "{whom}" }, &[("whom", text)]);
        match condition {
            Condition::Always => name(&self.own.everyone),
            Condition::Is(question, mask) | Condition::Said(question, mask) => self.answer(*question, *mask, not),
            Condition::AtLeast(question, mask, count) => {
                let count = count.to_string();
                let values =
                    [("question", self.short(question.at())), ("n", &count), ("answers", &self.labels(*question, *mask))];
                name(&fill(&self.own.at_least, &values))
            }
            Condition::Has(place) => {
                let what = self.cards.capability_names.get(place.at()).map_or("", String::as_str);
                fill(if not { &self.own.has_not } else { &self.own.has }, &[("what", what)])
            }
            Condition::Rule(place) => match (self.own.whom.get(place.at()), self.rules.rules.get(place.at())) {
                (Some(whom), _) if !whom.is_empty() => name(whom),
                (_, Some(rule)) => self.says(&rule.when, not),
                _ => String::new(),
            },
            Condition::Not(part) => self.says(part, !not),
            Condition::All(parts) => self.joined(parts, not, !not),
            Condition::Any(parts) => self.joined(parts, not, not),
        }
    }

    fn joined(&self, parts: &[Condition], not: bool, together: bool) -> String {
        let says = parts.iter().map(|part| match part {
            Condition::All(inner) | Condition::Any(inner) if inner.len() > 1 && parts.len() > 1 => {
                format!("({})", self.says(part, not))
            }
            _ => self.says(part, not),
        });
        says.collect::<Vec<_>>().join(if together { &self.own.and } else { self.word(Word::Or) })
    }

    fn answer(&self, question: QuestionIx, mask: Mask, not: bool) -> String {
        let answers = self.labels(question, mask);
        // Who somebody is needs no question before it.
        if question.at() == 0 {
            return if not { fill(&self.own.not_whom, &[("whom", &answers)]) } else { answers };
        }
        let sentence = if not { &self.own.answer_not } else { &self.own.answer };
        fill(sentence, &[("question", self.short(question.at())), ("answers", &answers)])
    }

    fn labels(&self, question: QuestionIx, mask: Mask) -> String {
        let places = (0..64).filter(|at| mask & (1 << at) != 0);
        let all: Vec<&str> = places.map(|at| self.label(question.at(), at)).filter(|label| !label.is_empty()).collect();
        all.join(self.word(Word::Or))
    }

    /// The choices of the first question (who somebody is) that an obligation can concern, whatever else is answered.
    pub fn audiences(&self, obligation: &Obligation) -> Mask {
        let (who, marks) = (QuestionIx::from_at(0), Marks::default());
        let choices = self.rules.questions.first().map_or(0, |question| question.choices.len());
        (0..choices).fold(0, |found, at| {
            let mut facts = Facts::none(self.rules, &marks);
            facts.learn(who, 1 << at);
            let concerned = obligation.kinds.iter().any(|case| !facts.truth(&case.when).is_no());
            if concerned { found | 1 << at } else { found }
        })
    }

    /// The people of [`Book::audiences`] in words.
    pub fn audience_names(&self, mask: Mask) -> String {
        let all = self.rules.questions.first().map_or(0, |question| question.choices.len());
        if mask.count_ones() as usize >= all {
            return self.own.everyone.clone();
        }
        let names: Vec<&str> = (0..all).filter(|at| mask & (1 << at) != 0).map(|at| self.label(0, at)).collect();
        names.join(&self.own.and)
    }
}
