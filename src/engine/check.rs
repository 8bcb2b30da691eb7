//! The score of the short check (decision 35): a share of 100 for each part, of what is known. Not answered counts neither way.

use super::Facts;
use crate::model::{Band, CheckGroup, CheckItem};
use alloc::{string::String, vec::Vec};

/// What was answered in the check: ids of choices by id of the question.
pub type Said = [(String, Vec<String>)];

/// Points and the most there could be; `None` while it is not known.
pub fn points(item: &CheckItem, facts: &Facts<'_>, said: &Said) -> Option<(u32, u32)> {
    if let Some(have) = &item.have {
        let truth = facts.truth(have);
        return (truth.is_yes() || truth.is_no()).then(|| (u32::from(truth.is_yes()), 1));
    }
    let (_, chosen) = said.iter().find(|(id, _)| *id == item.id)?;
    let (mut sum, mut all, mut most, mut known) = (0, 0, 0, false);
    for choice in &item.choices {
        let points = u32::from(choice.points);
        all += points;
        most = most.max(points);
        if chosen.contains(&choice.id) {
            known = true;
            sum += points;
        }
    }
    let most = if item.several { all } else { most };
    known.then(|| (sum.min(most), most))
}

/// The score of a part: 0 to 100, the mean of its known items; `None` while fewer than half of them are known.
pub fn score(group: &CheckGroup, facts: &Facts<'_>, said: &Said) -> Option<u8> {
    let (mut sum, mut known) = (0, 0);
    for share in group.items.iter().filter_map(|item| share(item, facts, said)) {
        sum += share;
        known += 1;
    }
    (known > 0 && known * 2 >= group.items.len()).then(|| ((sum as usize + known / 2) / known) as u8)
}

/// The two weakest items of all that are known and not complete, weakest first, in content order where they are equal.
pub fn weakest<'a>(groups: &'a [CheckGroup], facts: &Facts<'_>, said: &Said) -> [Option<&'a CheckItem>; 2] {
    let (mut first, mut second) = ((100, None), (100, None));
    for item in groups.iter().flat_map(|group| &group.items) {
        let Some(share) = share(item, facts, said) else { continue };
        if share < first.0 {
            second = first;
            first = (share, Some(item));
        } else if share < second.0 {
            second = (share, Some(item));
        }
    }
    [first.1, second.1]
}

/// The name of a score: the last band that begins at or below it. None while the content gives none.
pub fn band(bands: &[Band], score: u8) -> Option<&Band> {
    bands.iter().rfind(|band| band.from <= score)
}

fn share(item: &CheckItem, facts: &Facts<'_>, said: &Said) -> Option<u32> {
    let (points, most) = points(item, facts, said)?;
    (points * 100).checked_div(most)
}
