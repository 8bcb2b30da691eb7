//! The flips: one change of the content each, described and carried out on a copy of the rules.

use super::group::Group;
use super::leaf::leaves;
use buoc_so::model::{Date, Due, Need, Rules};

type Change = Box<dyn Fn(&mut Rules) + Send + Sync>;

/// One flip.
pub struct Mutant {
    pub group: Group,
    /// The item that is flipped.
    pub id: String,
    pub what: String,
    change: Change,
}

impl Mutant {
    pub fn new(group: Group, id: &str, what: impl Into<String>, change: impl Fn(&mut Rules) + Send + Sync + 'static) -> Mutant {
        Mutant { group, id: id.into(), what: what.into(), change: Box::new(change) }
    }

    /// The content with this flip.
    pub fn flipped(&self, rules: &Rules) -> Rules {
        let mut rules = rules.clone();
        (self.change)(&mut rules);
        rules
    }
}

/// Every flip of a catalogue, in content order.
pub fn all(rules: &Rules) -> Vec<Mutant> {
    let mut list = Vec::new();
    for (at, rule) in rules.rules.iter().enumerate() {
        leaves(&mut list, Group::Rule, &rule.id, "when", &rule.when, move |rules| &mut rules.rules[at].when);
    }
    for (at, question) in rules.questions.iter().enumerate() {
        leaves(&mut list, Group::Question, &question.id, "when", &question.when, move |rules| &mut rules.questions[at].when);
        for (bit, choice) in question.choices.iter().enumerate() {
            for (inner, (_, when)) in choice.areas_when.iter().enumerate() {
                leaves(&mut list, Group::Question, &question.id, "areas_when", when, move |rules| {
                    &mut rules.questions[at].choices[bit].areas_when[inner].1
                });
            }
        }
    }
    leaves(&mut list, Group::Platform, "first", "no_phone_when", &rules.no_phone_when, |rules| &mut rules.no_phone_when);
    capabilities(&mut list, rules);
    platforms(&mut list, rules);
    obligations(&mut list, rules);
    list
}

fn capabilities(list: &mut Vec<Mutant>, rules: &Rules) {
    for (at, entry) in rules.capabilities.iter().enumerate() {
        let id = &entry.id;
        // Paper is never known, whatever its condition: only `yes` conditions that a question can settle say something.
        leaves(list, Group::Capability, id, "yes", &entry.yes, move |rules| &mut rules.capabilities[at].yes);
        if let Some(when) = &entry.first_when {
            leaves(list, Group::Capability, id, "first_when", when, move |rules| {
                rules.capabilities[at].first_when.as_mut().unwrap()
            });
        }
        needs(list, id, "requires", &entry.requires, move |rules| &mut rules.capabilities[at].requires);
    }
}

fn platforms(list: &mut Vec<Mutant>, rules: &Rules) {
    for (at, entry) in rules.platforms.iter().enumerate() {
        let id = &entry.id;
        if let Some(using) = &entry.using {
            leaves(list, Group::Platform, id, "using", using, move |rules| rules.platforms[at].using.as_mut().unwrap());
        }
        if let Some(strains) = &entry.strains {
            leaves(list, Group::Platform, id, "strains", strains, move |rules| rules.platforms[at].strains.as_mut().unwrap());
        }
        needs(list, id, "needs", &entry.needs, move |rules| &mut rules.platforms[at].needs);
        // The next rule that says something else; two rules with the same condition differ in words only.
        let own = entry.suits.at();
        let others = (1..rules.rules.len()).map(|step| (own + step) % rules.rules.len());
        let suits = |other: &usize| rules.platforms.iter().any(|platform| platform.suits.at() == *other);
        if let Some(other) = others.into_iter().find(|other| suits(other) && rules.rules[*other].when != rules.rules[own].when) {
            let what = format!("suits {} instead of {}", rules.rules[other].id, rules.rules[own].id);
            list.push(Mutant::new(Group::Suits, id, what, move |rules| {
                rules.platforms[at].suits.0 = u16::try_from(other).unwrap()
            }));
        }
    }
}

fn needs(
    list: &mut Vec<Mutant>,
    id: &str,
    what: &str,
    needs: &[Need],
    lens: impl Fn(&mut Rules) -> &mut Vec<Need> + Copy + Send + Sync + 'static,
) {
    for (at, need) in needs.iter().enumerate() {
        leaves(list, Group::NeedWhen, id, &format!("{what}[{at}].when"), &need.when, move |rules| &mut lens(rules)[at].when);
        list.push(Mutant::new(Group::Need, id, format!("{what}[{at}] removed"), move |rules| {
            lens(rules).remove(at);
        }));
        for inner in (0..need.any.len()).filter(|_| need.any.len() > 1) {
            list.push(Mutant::new(Group::Alternative, id, format!("{what}[{at}].any[{inner}] removed"), move |rules| {
                lens(rules)[at].any.remove(inner);
            }));
        }
    }
}

fn obligations(list: &mut Vec<Mutant>, rules: &Rules) {
    for (at, entry) in rules.obligations.iter().enumerate() {
        let id = &entry.id;
        for (case, kind) in entry.kinds.iter().enumerate() {
            let what = format!("kinds[{case}].when");
            leaves(list, Group::Obligation, id, &what, &kind.when, move |rules| &mut rules.obligations[at].kinds[case].when);
            list.push(Mutant::new(Group::Kind, id, format!("kinds[{case}] dropped"), move |rules| {
                rules.obligations[at].kinds.remove(case);
            }));
        }
        if let Some(in_hand) = &entry.in_hand {
            leaves(list, Group::Obligation, id, "in_hand", in_hand, move |rules| rules.obligations[at].in_hand.as_mut().unwrap());
        }
        if let Some(first) = &entry.first_when {
            leaves(list, Group::Obligation, id, "first_when", first, move |rules| {
                rules.obligations[at].first_when.as_mut().unwrap()
            });
        }
        dates(list, rules, at);
    }
}

fn dates(list: &mut Vec<Mutant>, rules: &Rules, at: usize) {
    let entry = &rules.obligations[at];
    let mut push = |what: String, change: Change| list.push(Mutant { group: Group::Date, id: entry.id.clone(), what, change });
    for by in [-1, 1] {
        match &entry.due {
            Due::Yearly(days) => {
                for inner in 0..days.len() {
                    push(format!("due[{inner}] moved by {by}"), Box::new(move |rules| moved_in_year(rules, at, inner, by)));
                }
            }
            Due::Monthly(day) => {
                let day = day.saturating_add_signed(i8::try_from(by).unwrap());
                push(format!("due on day {day}"), Box::new(move |rules| rules.obligations[at].due = Due::Monthly(day)));
            }
            Due::Once(day) => {
                let day = day.plus(by);
                push(format!("due on {day}"), Box::new(move |rules| rules.obligations[at].due = Due::Once(day)));
            }
            Due::None => {}
        }
        if let Some(until) = entry.until {
            push(format!("until moved by {by}"), Box::new(move |rules| rules.obligations[at].until = Some(until.plus(by))));
        }
    }
    if entry.due != Due::None {
        push(String::from("due dropped"), Box::new(move |rules| rules.obligations[at].due = Due::None));
    }
    if entry.until.is_some() {
        push(String::from("until dropped"), Box::new(move |rules| rules.obligations[at].until = None));
    }
    if entry.until_rolls {
        push(String::from("until does not roll"), Box::new(move |rules| rules.obligations[at].until_rolls = false));
    }
}

fn moved_in_year(rules: &mut Rules, at: usize, inner: usize, by: i32) {
    let Due::Yearly(days) = &mut rules.obligations[at].due else { return };
    let (month, day) = days[inner];
    let (_, month, day) = Date::new(2027, month.into(), day.into()).unwrap().plus(by).civil();
    days[inner] = (u8::try_from(month).unwrap(), u8::try_from(day).unwrap());
}
