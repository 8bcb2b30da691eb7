//! Where everything stands: one column of frames; question boxes on the left, readers on the right, the arrows of the
//! conditions in lanes left of the frames, one lane for each question that decides about others.

use super::svg::{LINE, Picture, lines, width};
use super::{Drawn, Frame};
use std::collections::BTreeMap;

/// Space around and inside.
const GAP: f64 = 14.0;
/// How wide a question box is.
const QUESTION: f64 = 300.0;
/// How wide the readers' column is.
const READERS: f64 = 760.0;
/// From one lane to the next.
const LANE: f64 = 16.0;
/// Colours of the lanes: dark enough on white, told apart without colour by their position.
const COLOURS: [&str; 6] = ["#0b5394", "#9c4a00", "#38761d", "#741b47", "#5b3fa0", "#7f1d1d"];

/// A question with its lines and its height.
struct Row<'a> {
    question: &'a Drawn,
    name: Vec<String>,
    readers: Vec<String>,
    high: f64,
}

fn row(question: &Drawn) -> Row<'_> {
    let name = lines(&question.name, QUESTION - 2.0 * GAP);
    let readers: Vec<String> = question.readers.iter().flat_map(|text| lines(text, READERS - GAP)).collect();
    let count = readers.len().max(name.len() + 1);
    Row { question, name, readers, high: count as f64 * LINE + GAP }
}

/// Draws the frames below each other.
pub fn draw(title: &str, frames: &[Frame]) -> String {
    let mut picture = Picture::default();
    let lanes = lanes(frames);
    let left = GAP + (lanes.len() as f64 + 1.0) * LANE;
    let wide = left + QUESTION + READERS + 4.0 * GAP;
    let wide = wide.max(width(title) * 1.5 + 2.0 * GAP);
    picture.text((GAP, GAP + LINE), "title", title);
    let mut y = 2.0 * GAP + 2.0 * LINE;
    // Where each question box is (middle of its left edge), and where arrows to a frame end.
    let mut boxes: BTreeMap<usize, f64> = BTreeMap::new();
    let mut ends: Vec<(usize, f64)> = Vec::new();
    for frame in frames {
        let head: Vec<String> = frame.asked_when.iter().flat_map(|text| lines(text, QUESTION + READERS + GAP)).collect();
        let rows: Vec<Row<'_>> = frame.questions.iter().map(row).collect();
        // Every arrow ends at a height of its own, also where the condition is one line.
        let head_high = (head.len().max(frame.sources.len()) as f64) * LINE + GAP;
        let high = head_high + rows.iter().map(|row| row.high + GAP).sum::<f64>() + GAP / 2.0;
        picture.boxed((left, y), (QUESTION + READERS + 3.0 * GAP, high), "frame");
        for (at, line) in head.iter().enumerate() {
            picture.text((left + GAP, y + GAP / 2.0 + (at as f64 + 0.8) * LINE), "when", line);
        }
        ends.extend(frame.sources.iter().enumerate().map(|(at, source)| (*source, y + GAP / 2.0 + (at as f64 + 0.5) * LINE)));
        let mut top = y + head_high;
        for (at, row) in rows.iter().enumerate() {
            // Down to the next question, unless another frame holds what is asked in between.
            if at > 0 && rows[at - 1].question.number + 1 == row.question.number {
                let x = left + GAP + QUESTION / 2.0;
                picture.arrow(&[(x, top - GAP), (x, top)], "#1b1b1b");
            }
            boxes.insert(row.question.number, top + row.high / 2.0);
            question(&mut picture, row, (left + GAP, top));
            top += row.high + GAP;
        }
        y += high + GAP;
    }
    for (source, end) in ends {
        let Some(at) = lanes.iter().position(|lane| *lane == source) else { continue };
        let Some(from) = boxes.get(&source) else { continue };
        let x = left - (at as f64 + 1.0) * LANE;
        let colour = COLOURS[at % COLOURS.len()];
        picture.arrow(&[(left + GAP, *from), (x, *from), (x, end), (left, end)], colour);
    }
    picture.finish(title, (wide, y + GAP))
}

fn question(picture: &mut Picture, row: &Row<'_>, (x, y): (f64, f64)) {
    picture.boxed((x, y), (QUESTION, row.high), "question");
    let base = |at: usize| y + GAP / 2.0 + (at as f64 + 0.8) * LINE;
    picture.text((x + GAP, base(0)), "id", &format!("{}. {}", row.question.number, row.question.id));
    for (at, line) in row.name.iter().enumerate() {
        picture.text((x + GAP, base(at + 1)), "name", line);
    }
    for (at, line) in row.readers.iter().enumerate() {
        picture.text((x + QUESTION + GAP, base(at)), "reader", line);
    }
}

/// The questions that decide about others, the one whose arrows reach farthest outermost.
fn lanes(frames: &[Frame]) -> Vec<usize> {
    let mut lanes: Vec<usize> = frames.iter().flat_map(|frame| frame.sources.iter().copied()).collect();
    lanes.sort_unstable_by(|one, other| other.cmp(one));
    lanes.dedup();
    lanes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::draw::frames;
    use crate::catalogue::invented::catalogue;

    /// The numbers of an attribute, in document order.
    fn numbers(svg: &str, element: &str, attribute: &str) -> Vec<f64> {
        let starts = svg.lines().filter(|line| line.starts_with(element));
        let value =
            |line: &str| line.split_once(&format!(" {attribute}=\"")).and_then(|(_, rest)| rest.split_once('"')?.0.parse().ok());
        starts.filter_map(value).collect()
    }

    #[test]
    fn no_two_texts_touch_and_all_lie_inside() {
        let svg = draw("t", &frames(&catalogue(&[])));
        let (x, y) = (numbers(&svg, "<text", "x"), numbers(&svg, "<text", "y"));
        let texts: Vec<&str> = svg.lines().filter(|line| line.starts_with("<text")).collect();
        let shown = |line: &str| line.split_once('>').map_or(0.0, |(_, rest)| width(rest.trim_end_matches("</text>")));
        let wide: f64 = numbers(&svg, "<svg", "width")[0];
        for one in 0..texts.len() {
            assert!(x[one] + shown(texts[one]) <= wide, "{}", texts[one]);
            for other in one + 1..texts.len() {
                let apart = (y[one] - y[other]).abs() >= LINE - 0.01
                    || x[one] + shown(texts[one]) <= x[other]
                    || x[other] + shown(texts[other]) <= x[one];
                assert!(apart, "{} | {}", texts[one], texts[other]);
            }
        }
    }

    #[test]
    fn each_condition_has_an_arrow_from_each_question_it_reads() {
        let all = frames(&catalogue(&[]));
        let svg = draw("t", &all);
        let lanes = svg.matches("<polyline").count();
        // One arrow between the first two boxes of the first frame (the third has another question before it), one from "who" to the second frame.
        assert_eq!(lanes, 1 + all.iter().map(|frame| frame.sources.len()).sum::<usize>());
        assert!(svg.contains("Có &lt;gì&gt; &amp; gì"));
        assert!(!svg.contains("href") && !svg.contains("url("));
    }
}
