//! Conditions in content's own ids, as an editor reads them: `audience is citizen or farm-household`.

use buoc_so::model::{CapabilityIx, Condition, Mask, QuestionIx, RuleIx, Rules};

/// A condition in words and ids; `always` for one that holds for everybody.
pub fn says(rules: &Rules, condition: &Condition) -> String {
    match condition {
        Condition::Always => "always".into(),
        Condition::Is(question, any) => format!("{} is {}", question_id(rules, *question), choices(rules, *question, *any)),
        Condition::Said(question, any) => format!("{} said {}", question_id(rules, *question), choices(rules, *question, *any)),
        Condition::AtLeast(question, of, count) => {
            format!("{} holds {count} or more of {}", question_id(rules, *question), choices(rules, *question, *of))
        }
        Condition::Has(capability) => format!("has {}", capability_id(rules, *capability)),
        Condition::Rule(rule) => format!("rule {}", rule_id(rules, *rule)),
        Condition::All(parts) => joined(rules, parts, " and ", "always"),
        Condition::Any(parts) => joined(rules, parts, " or ", "never"),
        Condition::Not(part) => format!("not ({})", says(rules, part)),
    }
}

/// The questions a condition reads directly or through rules and capabilities, as places.
pub fn places(mask: Mask) -> impl Iterator<Item = QuestionIx> {
    (0..64).filter(move |at| mask & (1 << at) != 0).map(QuestionIx::from_at)
}

/// The id of a question.
pub fn question_id(rules: &Rules, place: QuestionIx) -> &str {
    rules.questions.get(place.at()).map_or("", |question| &question.id)
}

/// The ids of some choices of a question, joined by "or".
pub fn choices(rules: &Rules, place: QuestionIx, mask: Mask) -> String {
    let all = rules.questions.get(place.at()).map(|question| question.choices.as_slice()).unwrap_or_default();
    let chosen = all.iter().enumerate().filter(|(at, _)| mask & (1 << at) != 0);
    chosen.map(|(_, choice)| choice.id.as_str()).collect::<Vec<_>>().join(" or ")
}

fn capability_id(rules: &Rules, place: CapabilityIx) -> &str {
    rules.capabilities.get(place.at()).map_or("", |capability| &capability.id)
}

fn rule_id(rules: &Rules, place: RuleIx) -> &str {
    rules.rules.get(place.at()).map_or("", |rule| &rule.id)
}

fn joined(rules: &Rules, parts: &[Condition], word: &str, none: &str) -> String {
    let says = |part: &Condition| match part {
        Condition::All(inner) | Condition::Any(inner) if inner.len() > 1 => format!("({})", says(rules, part)),
        _ => says(rules, part),
    };
    if parts.is_empty() { none.into() } else { parts.iter().map(says).collect::<Vec<_>>().join(word) }
}
