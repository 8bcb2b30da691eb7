//! What to teach next: what stands in the way of most people, and how many platforms it would open.

use super::{Counts, Metric};
use crate::model::{AreaIx, CapabilityIx, Need, Rules};
use alloc::vec::Vec;

/// What is taught against a blocker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opens {
    /// How to get a capability.
    Capability(CapabilityIx),
    /// An area.
    Area(AreaIx),
}

/// A topic to teach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Topic {
    /// What it is about.
    pub opens: Opens,
    /// How often it stood in the way.
    pub people: u32,
    /// How many platforms it would open.
    pub platforms: usize,
}

/// The most topics.
const MOST: usize = 3;

/// The topics that help most people, at most three; of two that help as many the one that opens more platforms, then the one that
/// content names first. `blockers`: what content says about each; two that are taught alike are one topic.
pub fn topics(counts: &Counts, blockers: &[(&str, Opens)], rules: &Rules) -> Vec<Topic> {
    let mut found: Vec<Topic> = Vec::new();
    for (id, opens) in blockers {
        let people = counts.get(Metric::Blocked, id);
        match found.iter_mut().find(|topic| topic.opens == *opens) {
            Some(topic) => topic.people = topic.people.saturating_add(people),
            None if people > 0 => found.push(Topic { opens: *opens, people, platforms: opened(rules, *opens) }),
            None => {}
        }
    }
    // Stable: equal topics stay as content orders them.
    found.sort_by_key(|topic| core::cmp::Reverse((topic.people, topic.platforms)));
    found.truncate(MOST);
    found
}

/// How many platforms a topic opens: those of the area, or those that need the capability or something that is got with it.
fn opened(rules: &Rules, opens: Opens) -> usize {
    let needed = |needs: &[Need], got: &[CapabilityIx]| needs.iter().any(|need| need.any.iter().any(|place| got.contains(place)));
    match opens {
        Opens::Area(area) => rules.platforms.iter().filter(|platform| platform.area == area).count(),
        Opens::Capability(capability) => {
            let mut got = alloc::vec![capability];
            // Prerequisites stand before what needs them, so one walk finds all.
            for (at, entry) in rules.capabilities.iter().enumerate() {
                if needed(&entry.requires, &got) {
                    got.push(CapabilityIx::from_at(at));
                }
            }
            rules.platforms.iter().filter(|platform| needed(&platform.needs, &got)).count()
        }
    }
}
