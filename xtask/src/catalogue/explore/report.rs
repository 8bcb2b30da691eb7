//! What was found, as text for editors and as JSON for programs.

use super::ground::Ground;
use super::tally::{KINDS, STATUSES, Seen, Tally};
use super::{Findings, Method, effect::Effect, options};
use buoc_so::model::{PlatformIx, QuestionIx};
use serde_json::{Map, Value, json};

/// Names of the columns: statuses, and kinds with what does not apply.
fn columns() -> ([&'static str; 5], [&'static str; 5]) {
    let [must, right, know, maybe] = KINDS.map(|kind| kind.id());
    (STATUSES.map(|status| status.id()), [must, right, know, maybe, "not-applicable"])
}

fn method(method: Method) -> String {
    match method {
        Method::Exhaustive(true) => "exhaustive: every answer that some condition tells apart".into(),
        Method::Exhaustive(false) => "exhaustive, but time ran out before the end".into(),
        Method::Covering(coverage) => {
            let part = |complete: bool, (seen, not): (usize, usize)| match complete {
                true => format!("complete ({seen} met, {not} not met by anybody who was tried)"),
                false => format!("{seen} met before the limit of evaluations"),
            };
            let pairs = part(coverage.complete.0, coverage.pairs);
            format!("covering array: pairs {pairs}, triples {}", part(coverage.complete.1, coverage.triples))
        }
    }
}

fn share(count: usize, of: usize) -> f64 {
    if of == 0 { 0.0 } else { count as f64 * 100.0 / of as f64 }
}

/// Platforms and obligations with their counts.
fn rows<'a>(ground: &Ground<'a>, tally: &'a Tally) -> [Vec<(&'a str, &'a [usize; 5])>; 2] {
    let platforms = ground.rules().platforms.iter().map(|entry| entry.id.as_str()).zip(&tally.statuses);
    let obligations = ground.rules().obligations.iter().map(|entry| entry.id.as_str()).zip(&tally.kinds);
    [platforms.collect(), obligations.collect()]
}

fn table(title: &str, columns: [&str; 5], rows: &[(&str, &[usize; 5])], runs: usize) {
    println!("\n{title:<32}{}", columns.map(|column| format!("{column:>17}")).concat());
    for (id, row) in rows {
        let cells = row.map(|count| match count {
            0 => format!("{:>17}", "-"),
            _ => format!("{count:>9} {:>5.1} %", share(count, runs)),
        });
        println!("{id:<32}{}", cells.concat());
    }
}

fn platform_id<'a>(ground: &Ground<'a>, place: PlatformIx) -> &'a str {
    ground.rules().platforms.get(place.at()).map_or("", |platform| &platform.id)
}

fn question_id<'a>(ground: &Ground<'a>, place: QuestionIx) -> &'a str {
    ground.rules().questions.get(place.at()).map_or("", |question| &question.id)
}

/// What is told about a question that changes no status.
fn weak<'a>(ground: &Ground<'a>, findings: &Findings) -> Vec<(&'a str, Effect)> {
    let questions = ground.rules().questions.iter().zip(&findings.effects.questions);
    let weak = questions.filter_map(|(question, effect)| effect.map(|effect| (question.id.as_str(), effect)));
    weak.filter(|(_, effect)| *effect < Effect::Status).collect()
}

fn alike<'a>(ground: &Ground<'a>) -> Vec<(&'a str, Vec<String>)> {
    let questions = ground.rules().questions.iter().enumerate().filter(|(_, question)| !question.local);
    let alike = questions.flat_map(|(at, question)| {
        let classes = options::alike(ground.catalogue, QuestionIx::from_at(at), question);
        classes.into_iter().map(|class| (question.id.as_str(), class))
    });
    alike.collect()
}

fn dead_end(name: &str, what: &str, seen: &Seen) {
    if seen.count > 0 {
        println!("  {name}: {what} in {} run(s), first with: {}", seen.count, seen.example);
    }
}

/// Prints it for editors.
pub fn print(ground: &Ground<'_>, findings: &Findings, (seconds, evaluations): (f64, usize)) {
    println!("Ways through the questions as of {}, shares of the runs walked (not of people):\n", ground.today);
    for (name, how, tally) in &findings.groups {
        let (longest, median) = tally.path();
        println!("{name}: {} runs, longest path {longest}, median {median} questions\n  {}", tally.runs, method(*how));
        if !tally.never_asked.is_empty() {
            let questions = list(&tally.never_asked, |place| question_id(ground, *place).into());
            println!("  never asked, for nothing left undecided reads it: {questions}");
        }
    }
    let (statuses, kinds) = columns();
    let [platforms, obligations] = rows(ground, &findings.all);
    table("platform", statuses, &platforms, findings.all.runs);
    table("obligation", kinds, &obligations, findings.all.runs);
    println!("\nDead ends:");
    for (name, _, tally) in &findings.groups {
        dead_end(name, "nothing ready or after", &tally.nothing);
        dead_end(name, "no first card", &tally.no_cards);
    }
    if findings.all.nothing.count + findings.all.no_cards.count == 0 {
        println!("  none");
    }
    println!(
        "\nQuestions that change no status, kind or date, and what they change: {}",
        list(weak(ground, findings), |(id, effect)| { format!("{id} ({})", effect.id()) })
    );
    println!(
        "Choices that change nothing: {}",
        list(findings.effects.without_effect(ground), |(question, choice)| { format!("{question} = {choice}") })
    );
    println!("Choices that nothing tells apart: {}", list(alike(ground), |(id, class)| format!("{id} = {}", class.join(" / "))));
    let unused = obligations.iter().filter(|(_, row)| row[4] == findings.all.runs);
    println!("Obligations that applied to nobody on this day: {}", list(unused, |(id, _)| (*id).into()));
    println!(
        "Platforms without a way to ready: {}",
        list(&findings.never_ready, |(place, certain)| {
            format!("{} ({})", platform_id(ground, *place), if *certain { "certain" } else { "none found, not all ways walked" })
        })
    );
    println!("Questions that never matter: {}", list(&findings.never_matter, |place| question_id(ground, *place).into()));
    println!("\n{seconds:.1} seconds, {evaluations} evaluations, {} different runs", findings.all.runs);
}

fn list<T>(items: impl IntoIterator<Item = T>, says: impl Fn(T) -> String) -> String {
    let items: Vec<String> = items.into_iter().map(says).collect();
    if items.is_empty() { "none".into() } else { items.join(", ") }
}

/// The same for programs.
pub fn json(ground: &Ground<'_>, findings: &Findings, (seconds, evaluations): (f64, usize)) -> Value {
    let (statuses, kinds) = columns();
    let counts = |rows: &[(&str, &[usize; 5])], columns: [&str; 5]| {
        let rows = rows.iter().map(|(id, row)| {
            let cells: Map<String, Value> =
                columns.iter().zip(*row).map(|(name, count)| ((*name).into(), json!(count))).collect();
            ((*id).to_owned(), Value::Object(cells))
        });
        Value::Object(rows.collect())
    };
    let groups = findings.groups.iter().map(|(name, how, tally)| {
        let (longest, median) = tally.path();
        let [platforms, obligations] = rows(ground, tally);
        let (way, complete) = match how {
            Method::Exhaustive(whole) => ("exhaustive", *whole),
            Method::Covering(coverage) => ("covering", coverage.complete.1),
        };
        json!({
            "group": name, "runs": tally.runs, "method": way, "complete": complete, "says": method(*how), "longest": longest,
            "median": median, "never_asked": tally.never_asked.iter().map(|place| question_id(ground, *place)).collect::<Vec<_>>(),
            "dead_ends": { "nothing": tally.nothing.count, "no_first_card": tally.no_cards.count },
            "platforms": counts(&platforms, statuses), "obligations": counts(&obligations, kinds),
        })
    });
    let [platforms, obligations] = rows(ground, &findings.all);
    let asked = ground.rules().questions.iter().zip(&findings.all.asked).zip(&findings.effects.questions);
    let questions =
        asked.map(|((question, asked), effect)| json!({ "id": question.id, "asked": asked, "changes": effect.map(Effect::id) }));
    json!({
        "today": ground.today.iso(), "runs": findings.all.runs,
        "groups": groups.collect::<Vec<_>>(),
        "platforms": counts(&platforms, statuses), "obligations": counts(&obligations, kinds),
        "questions": questions.collect::<Vec<_>>(),
        "choices_without_effect": findings.effects.without_effect(ground).map(|(question, choice)| json!([question, choice])).collect::<Vec<_>>(),
        "choices_alike": alike(ground).into_iter().map(|(id, class)| json!({ "question": id, "choices": class })).collect::<Vec<_>>(),
        "never_ready": findings.never_ready.iter().map(|(place, certain)| json!({ "platform": platform_id(ground, *place), "certain": certain })).collect::<Vec<_>>(),
        "never_matter": findings.never_matter.iter().map(|place| question_id(ground, *place)).collect::<Vec<_>>(),
        "seconds": seconds, "evaluations": evaluations,
    })
}
