//! Duties, rights and things to know, by kind and by the people they can concern. Dates are those of the time in which the
//! handbook may be used; a rule that rolls over days off is applied to them, as in the tool.

use super::book::{Book, labelled};
use super::markup::{Element, Markup, el, para};
use super::part::Part;
use buoc_so::engine::{next_due, roll};
use buoc_so::model::{Date, Due, Kind, Mask, Obligation, ObligationCard};
use buoc_so::text::{fill, two_digits};

/// One part for each kind and group of people, in content order.
pub fn parts(book: &Book<'_>) -> Vec<Part> {
    let all: Vec<_> = book.rules.obligations.iter().zip(&book.cards.obligations).collect();
    let mut parts = Vec::new();
    for (kind, title) in [(Kind::Must, &book.own.must_for), (Kind::Right, &book.own.right_for), (Kind::Know, &book.own.know_for)]
    {
        let of_kind: Vec<_> = all.iter().filter(|(obligation, _)| gravest(obligation) == Some(kind)).collect();
        let mut groups: Vec<Mask> = Vec::new();
        for (obligation, _) in &of_kind {
            let group = book.audiences(obligation);
            if !groups.contains(&group) {
                groups.push(group);
            }
        }
        for (at, group) in groups.into_iter().enumerate() {
            let title = fill(title, &[("whom", &book.audience_names(group))]);
            let here = of_kind.iter().filter(|(obligation, _)| book.audiences(obligation) == group);
            let articles: Vec<Element> = here.map(|(obligation, card)| article(book, obligation, card, kind)).collect();
            let part = Part::new(&format!("{}-{}", kind.id(), at + 1), &title).icon(icon(kind));
            parts.push(part.with(el("div", "list").with(articles)));
        }
    }
    parts
}

/// Each entry stands once: where it is a duty for some and a thing to know for others, among the duties.
fn gravest(obligation: &Obligation) -> Option<Kind> {
    obligation.kinds.iter().map(|case| case.kind).min()
}

const fn icon(kind: Kind) -> &'static str {
    match kind {
        Kind::Must => "kind-must",
        Kind::Right => "kind-right",
        Kind::Know => "kind-know",
    }
}

fn article(book: &Book<'_>, obligation: &Obligation, card: &ObligationCard, kind: Kind) -> Element {
    let days = coming(book, obligation);
    let until = obligation.until.map(|day| {
        let day = if obligation.until_rolls { roll(day, &book.rules.holidays) } else { day };
        fill(&book.own.until, &[("date", &day.day_first())])
    });
    let (sources, dated) = (book.sources(&obligation.sources), book.dated(&card.as_of, obligation.review_by));
    let law = [card.law.as_str(), &card.from, until.as_deref().unwrap_or(""), &sources, &dated];
    let law: Vec<&str> = law.into_iter().filter(|text| !text.is_empty()).collect();
    let text = el("div", "")
        .with(el("h3", "").with(&card.title))
        .with(whom(book, obligation))
        .with(due(book, &obligation.due).map(|says| el("p", "").with(el("b", "").with(says))))
        .with(next(book, &days))
        .with(para("", &card.text))
        .with(book.done_with(&obligation.done_with))
        .with(para("src", law.join(" ")));
    el("article", "duty")
        .attr("id", &format!("o-{}", obligation.id))
        .attr("data-entry", &obligation.id)
        .attr("data-kind", kind.id())
        .with(leaf(book, obligation, card, &days, kind))
        .with(text)
}

/// The leaf of the calendar: the next day, or the day of every year when this year's is past the life of the handbook.
fn leaf(book: &Book<'_>, obligation: &Obligation, card: &ObligationCard, days: &[Date], kind: Kind) -> Element {
    let line = |text: &str| el("span", "").with(text);
    let day = |month: u32, day: u32| el("p", "leaf").with(line(book.month(month))).with(el("b", "").with(two_digits(day)));
    match (days.first(), &obligation.due) {
        (Some(next), _) => {
            let (year, month, of_month) = next.civil();
            day(month, of_month).with(line(&year.to_string()))
        }
        (None, Due::Yearly(every)) if card.moment.is_empty() && !every.is_empty() => day(every[0].0.into(), every[0].1.into()),
        _ => {
            let moment = (!card.moment.is_empty()).then(|| line(&card.moment));
            el("p", "leaf").with(moment).with(Markup::icon(icon(kind)))
        }
    }
}

/// For whom: one line, or one for each kind where it is not the same for all.
fn whom(book: &Book<'_>, obligation: &Obligation) -> Option<Markup> {
    if let [case] = obligation.kinds.as_slice() {
        return book.for_whom(&case.when).map(|says| el("p", "").with(says).into());
    }
    let name = |kind: Kind| book.own.kinds.split('|').nth(kind as usize).unwrap_or("");
    let line = |case: &buoc_so::model::KindCase| labelled(name(case.kind), book.whom(&case.when));
    let lines: Vec<Element> = obligation.kinds.iter().filter_map(line).collect();
    Some(Markup::from(vec![Markup::from(lines), para("hint", &book.own.kinds_hint).into()]))
}

/// The rule of its date.
fn due(book: &Book<'_>, due: &Due) -> Option<String> {
    Some(match due {
        Due::None => return None,
        Due::Yearly(days) => {
            let days: Vec<String> = days.iter().map(|(month, day)| book.day_month((*day).into(), (*month).into())).collect();
            fill(&book.own.due_yearly, &[("days", &days.join(", "))])
        }
        Due::Monthly(day) => fill(&book.own.due_monthly, &[("day", &day.to_string())]),
        Due::Once(day) => fill(&book.own.due_once, &[("days", &day.day_first())]),
    })
}

/// Its last days from the state of knowledge on, while the handbook may be used.
fn coming(book: &Book<'_>, obligation: &Obligation) -> Vec<Date> {
    let mut days = Vec::new();
    let mut from = book.rules.as_of;
    while let Some(day) = next_due(&obligation.due, from, &book.rules.holidays).filter(|day| *day <= book.rules.valid_until) {
        days.push(day);
        from = day.plus(1);
    }
    days
}

fn next(book: &Book<'_>, days: &[Date]) -> Option<Element> {
    let says: Vec<String> = days.iter().map(|day| book.day(*day)).collect();
    (!says.is_empty()).then(|| el("p", "").with(fill(&book.own.due_next, &[("days", &says.join("; "))])))
}
