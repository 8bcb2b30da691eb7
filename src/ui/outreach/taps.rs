//! What the helper taps for a person: what they started today, which skills, what was in the way.

use super::Deed;
use crate::model::{AreaIx, Named};
use crate::outreach::Metric;
use crate::text::joined;
use crate::ui::act::Act;
use crate::ui::app::{State, Ui};
use crate::ui::node::{Node, el, nodes, nothing};
use crate::ui::parts::icon;
use crate::view::OutreachWord;

/// What the person started today, which skills, what was in the way: one tap each.
pub fn what_was_done(ui: &Ui<'_>) -> Node {
    let Some(words) = ui.helper() else { return nothing() };
    let done = &ui.state.desk.done;
    let has = |list: &[String], id: &str| list.iter().any(|known| known == id);
    let areas: Vec<Named> = ui.scene.rules.areas.iter().enumerate().map(|(at, area)| area_named(ui, at, &area.id)).collect();
    let tap = |metric: Metric| move |at: usize| Deed::Tap(metric, at);
    let band: Vec<Named> = words.ages.clone();
    nodes![
        set(
            ui,
            OutreachWord::StartedTitle,
            Metric::Started,
            "checkbox",
            &areas,
            &|id| has(&done.started, id),
            &tap(Metric::Started)
        ),
        set(
            ui,
            OutreachWord::SkillTitle,
            Metric::Skill,
            "checkbox",
            &words.skills,
            &|id| has(&done.skills, id),
            &tap(Metric::Skill)
        ),
        set(
            ui,
            OutreachWord::BlockedTitle,
            Metric::Blocked,
            "checkbox",
            &words.blockers.iter().map(|each| Named { id: each.id.clone(), name: each.name.clone() }).collect::<Vec<Named>>(),
            &|id| has(&done.blocked, id),
            &tap(Metric::Blocked),
        ),
        set(ui, OutreachWord::AgeTitle, Metric::Age, "radio", &band, &|id| done.age.as_deref() == Some(id), &tap(Metric::Age)),
    ]
}

fn area_named(ui: &Ui<'_>, at: usize, id: &str) -> Named {
    Named { id: id.to_owned(), name: ui.scene.area(AreaIx::from_at(at)).to_owned() }
}

fn set(
    ui: &Ui<'_>,
    title: OutreachWord,
    metric: Metric,
    kind: &str,
    choices: &[Named],
    chosen: &dyn Fn(&str) -> bool,
    tap: &dyn Fn(usize) -> Deed,
) -> Node {
    let rows = choices.iter().enumerate().map(|(at, choice)| {
        let id = joined(&[metric.id(), "-", &choice.id]);
        let input = el("input", "").attr("type", kind).attr("id", &id).attr("name", metric.id()).attr("value", &choice.id);
        let input = input.prop("checked", chosen(&choice.id).into()).on("change", Act::Desk(tap(at)));
        let drawing = if metric == Metric::Started { joined(&["area-", &choice.id]) } else { String::new() };
        let label = el("label", "").attr("for", &id).with(el("span", "").with(choice.name.as_str())).with(icon(&drawing, "i"));
        el("div", "opt").with(input).with(label)
    });
    el("fieldset", "taps")
        .attr("data-tally-set", metric.id())
        .with(el("legend", "").with(ui.tell(title)))
        .with(el("div", "opts many").with(rows.collect::<Vec<Node>>()))
}

/// A tap: chosen, or no longer.
pub fn tap(state: &mut State, metric: Metric, at: usize) {
    let words = state.desk.words[state.session.lang as usize].clone();
    let Some(words) = words else { return };
    let id = match metric {
        Metric::Started => state.rules.areas.get(at).map(|area| area.id.clone()),
        Metric::Skill => words.skills.get(at).map(|skill| skill.id.clone()),
        Metric::Blocked => words.blockers.get(at).map(|blocker| blocker.id.clone()),
        Metric::Age => words.ages.get(at).map(|age| age.id.clone()),
        _ => None,
    };
    let Some(id) = id else { return };
    let done = &mut state.desk.done;
    let list = match metric {
        Metric::Started => &mut done.started,
        Metric::Skill => &mut done.skills,
        Metric::Blocked => &mut done.blocked,
        _ => {
            done.age = if done.age.as_ref() == Some(&id) { None } else { Some(id) };
            return;
        }
    };
    match list.iter().position(|known| *known == id) {
        Some(place) => drop(list.remove(place)),
        None => list.push(id),
    }
}
