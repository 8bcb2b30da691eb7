//! What is counted on the way.

use super::ground::Ground;
use buoc_so::engine::{Evaluation, Status, Verdict};
use buoc_so::model::{Answers, Kind, QuestionIx};

/// The statuses in the order of the columns.
pub const STATUSES: [Status; 5] = [Status::Using, Status::Ready, Status::After, Status::Maybe, Status::NotNow];
/// The kinds in the order of the columns; what does not apply is the last one.
pub const KINDS: [Verdict; 4] = [Verdict::Is(Kind::Must), Verdict::Is(Kind::Right), Verdict::Is(Kind::Know), Verdict::Maybe];

/// How often something happened, with the first example.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// How often.
    pub count: usize,
    /// The answers of the first time.
    pub example: String,
}

/// Counts of one group, or of all.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Finished runs.
    pub runs: usize,
    /// Per platform, how often each status.
    pub statuses: Vec<[usize; 5]>,
    /// Per obligation, how often each kind.
    pub kinds: Vec<[usize; 5]>,
    /// How many questions each run asked.
    pub lengths: Vec<usize>,
    /// Per question, how many runs asked it.
    pub asked: Vec<usize>,
    /// Questions that the conditions allow and that nothing undecided read in any run.
    pub never_asked: Vec<QuestionIx>,
    /// Runs in which nothing is ready or after.
    pub nothing: Seen,
    /// Runs without a first card.
    pub no_cards: Seen,
    /// The answers of every run.
    pub people: Vec<Answers>,
}

impl Tally {
    /// Nothing counted yet.
    pub fn new(ground: &Ground<'_>) -> Tally {
        let rules = ground.rules();
        Tally {
            statuses: vec![[0; 5]; rules.platforms.len()],
            kinds: vec![[0; 5]; rules.obligations.len()],
            asked: vec![0; rules.questions.len()],
            ..Tally::default()
        }
    }

    /// Counts a finished run.
    pub fn count(&mut self, ground: &Ground<'_>, answers: &Answers, evaluation: &Evaluation) {
        self.runs += 1;
        self.lengths.push(evaluation.path.questions.len());
        for QuestionIx(at) in &evaluation.path.questions {
            self.asked.get_mut(usize::from(*at)).into_iter().for_each(|asked| *asked += 1);
        }
        let mut reachable = false;
        for verdict in &evaluation.platforms {
            reachable |= matches!(verdict.status, Status::Ready | Status::After);
            let at = STATUSES.iter().position(|status| *status == verdict.status).unwrap_or_default();
            self.statuses.get_mut(verdict.platform.at()).into_iter().for_each(|row| row[at] += 1);
        }
        self.kinds.iter_mut().for_each(|row| row[4] += 1);
        for verdict in &evaluation.obligations {
            let at = KINDS.iter().position(|kind| *kind == verdict.verdict).unwrap_or_default();
            if let Some(row) = self.kinds.get_mut(verdict.obligation.at()) {
                row[at] += 1;
                row[4] -= 1;
            }
        }
        for (is, seen) in [(!reachable, &mut self.nothing), (evaluation.first.is_empty(), &mut self.no_cards)] {
            if is {
                seen.count += 1;
                if seen.count == 1 {
                    seen.example = ground.says(answers, &evaluation.path.questions);
                }
            }
        }
        self.people.push(answers.clone());
    }

    /// Adds the counts of a group.
    pub fn add(&mut self, other: &Tally) {
        self.runs += other.runs;
        for (row, more) in self.statuses.iter_mut().chain(&mut self.kinds).zip(other.statuses.iter().chain(&other.kinds)) {
            row.iter_mut().zip(more).for_each(|(count, more)| *count += more);
        }
        self.asked.iter_mut().zip(&other.asked).for_each(|(count, more)| *count += more);
        self.lengths.extend(&other.lengths);
        for (seen, more) in [(&mut self.nothing, &other.nothing), (&mut self.no_cards, &other.no_cards)] {
            if seen.count == 0 {
                seen.example.clone_from(&more.example);
            }
            seen.count += more.count;
        }
    }

    /// Longest and median number of questions.
    pub fn path(&self) -> (usize, usize) {
        let mut lengths = self.lengths.clone();
        lengths.sort_unstable();
        (lengths.last().copied().unwrap_or(0), lengths.get(lengths.len() / 2).copied().unwrap_or(0))
    }

    /// So many people, spread evenly over the runs.
    pub fn sample(&self, most: usize) -> impl Iterator<Item = &Answers> {
        self.people.iter().step_by((self.people.len() / most.max(1)).max(1)).take(most)
    }
}
