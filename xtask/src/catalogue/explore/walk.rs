//! The exhaustive walk: after each answer the engine says which question comes next, and every answer that some condition
//! tells apart is tried.

use super::ground::Ground;
use super::options;
use super::tally::Tally;
use buoc_so::engine::Evaluation;
use buoc_so::model::{Answers, Given, Mask, QuestionIx};

/// The questions of one walk with the classes of their answers.
pub struct Walk<'a, 'g> {
    ground: &'g Ground<'a>,
    /// Per question; none for a question that is skipped.
    classes: Vec<Vec<Vec<Given>>>,
    runs: usize,
}

impl<'a, 'g> Walk<'a, 'g> {
    /// A walk over the questions in `over`; the others are skipped.
    pub fn new(ground: &'g Ground<'a>, start: &Answers, over: Mask) -> Walk<'a, 'g> {
        let facts = ground.facts(start);
        let questions = ground.rules().questions.iter().enumerate();
        let classes = questions.map(|(at, question)| {
            let place = QuestionIx::from_at(at);
            if over & (1 << at) == 0 { Vec::new() } else { options::classes(ground, &facts, place, question) }
        });
        Walk { ground, classes: classes.collect(), runs: 0 }
    }

    /// No walk from here has more ends than this.
    pub fn bound(&self, start: &Answers) -> usize {
        let askable = options::askable(self.ground, start);
        let asked = self.classes.iter().enumerate().filter(|(at, _)| askable & (1 << at) != 0);
        asked.fold(1, |product: usize, (_, classes)| product.saturating_mul(classes.len().max(1)))
    }

    /// Walks every way from `answers`, as far as time allows; `at_end` sees every finished run and says whether to go on.
    pub fn walk(&mut self, answers: &mut Answers, at_end: &mut dyn FnMut(&Answers, &Evaluation) -> bool) -> bool {
        let evaluation = self.ground.evaluate(answers);
        let Some(next) = evaluation.path.next else {
            self.runs += 1;
            return at_end(answers, &evaluation) && !self.ground.late();
        };
        let branches = self.classes.get(next.at()).map_or(0, Vec::len);
        let mut go_on = true;
        for branch in 0..branches.max(1) {
            // Members of a class take turns, so that answers which only change the order are all seen.
            let class = self.classes.get(next.at()).and_then(|classes| classes.get(branch));
            let given = class.and_then(|class| class.get((self.runs + branch) % class.len().max(1)));
            answers.set(next, given.copied().unwrap_or(Given::Skipped));
            go_on = go_on && self.walk(answers, at_end);
        }
        answers.set(next, Given::Open);
        go_on
    }
}

/// Walks a group to its ends; `None` where there may be more than `most`. The flag says whether time allowed all of it.
pub fn exhaustive(ground: &Ground<'_>, start: &Answers, most: usize) -> Option<(Tally, bool)> {
    let mut walk = Walk::new(ground, start, Mask::MAX);
    if walk.bound(start) > most {
        return None;
    }
    let mut tally = Tally::new(ground);
    let whole = walk.walk(&mut start.clone(), &mut |answers, evaluation| {
        tally.count(ground, answers, evaluation);
        true
    });
    Some((tally, whole))
}

/// Is there a way to what `wanted` looks for, if only the questions in `reads` and what decides whether they are asked are
/// answered? `None` where that cannot be said with so many evaluations.
pub fn reachable(ground: &Ground<'_>, reads: Mask, most: usize, wanted: &dyn Fn(&Evaluation) -> bool) -> Option<bool> {
    let rules = ground.rules();
    let mut over = reads;
    loop {
        let asked = |mask: Mask, at: usize| mask & (1 << at) != 0;
        let more = rules.questions.iter().enumerate().filter(|(at, _)| asked(over, *at));
        let wider = more.fold(over, |mask, (_, question)| mask | ground.reads.condition(&question.when));
        if wider == over {
            break;
        }
        over = wider;
    }
    let start = Answers::none(rules.questions.len());
    let mut walk = Walk::new(ground, &start, over);
    let (mut found, mut ends) = (false, 0);
    let whole = walk.walk(&mut start.clone(), &mut |_, evaluation| {
        found = found || wanted(evaluation);
        ends += 1;
        !found && ends < most
    });
    if found { Some(true) } else { whole.then_some(false) }
}
