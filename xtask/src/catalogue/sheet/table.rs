//! A CSV file to texts with their rows, whatever spreadsheet wrote it. Rows are counted as the spreadsheet shows them.

use super::texts::composed;
use buoc_so::text::Lang;
use std::collections::HashMap;

/// A text in one language that a row gives.
#[derive(Debug, PartialEq, Eq)]
pub struct Given {
    /// Row of the spreadsheet; the head is row 1.
    pub row: usize,
    /// File and key.
    pub id: String,
    /// Place of the language in [`Lang::ALL`].
    pub lang: usize,
    /// The text, composed.
    pub text: String,
    /// Mark of what the text said when the table was made.
    pub was: Option<String>,
}

/// A mistake in a row.
pub type Mistake = (usize, String);

/// Where the columns are.
struct Columns {
    id: usize,
    was: Option<usize>,
    form: Form,
}

enum Form {
    /// Columns with the code of their language.
    Wide(Vec<(usize, usize)>),
    /// One row for each language.
    Long { language: usize, text: usize },
}

/// The letters of a file that a spreadsheet wrote.
///
/// # Errors
/// It is no text, or in letters that nothing names.
pub fn letters(bytes: &[u8]) -> Result<String, String> {
    let utf16 = |letter: fn([u8; 2]) -> u16, bytes: &[u8]| {
        let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| letter([pair[0], pair[1]])).collect();
        String::from_utf16(&units).map_err(|_| "the file says that it is UTF-16 and is not: save it as “CSV UTF-8”.".to_owned())
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(u16::from_le_bytes, rest),
        [0xfe, 0xff, rest @ ..] => utf16(u16::from_be_bytes, rest),
        [b'P', b'K', ..] => Err("this is a workbook, not a CSV file: save it as “CSV UTF-8”.".to_owned()),
        _ => {
            let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            let text = std::str::from_utf8(bytes).map_err(|error| {
                let line = bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1;
                format!(
                    "line {line} is not UTF-8: save it as “CSV UTF-8” in Excel, or with the character set Unicode (UTF-8) in LibreOffice."
                )
            })?;
            Ok(text.to_owned())
        }
    }
}

/// All texts of a table and the mistakes in its rows.
///
/// # Errors
/// The table as a whole cannot be read.
pub fn read(letters: &str) -> Result<(Vec<Given>, Vec<Mistake>), String> {
    // One kind of line end, and one at the end: then lines can be counted.
    let mut source = letters.replace("\r\n", "\n").replace('\r', "\n");
    if source.matches('"').count() % 2 == 1 {
        return Err("a quotation mark is opened and never closed: export the table again from the spreadsheet.".into());
    }
    source.push('\n');
    let head = source.lines().find(|line| !line.is_empty()).unwrap_or("");
    let delimiter = [b',', b';', b'\t'].into_iter().max_by_key(|one| head.bytes().filter(|byte| byte == one).count());
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter.unwrap_or(b','))
        .has_headers(false)
        .flexible(true)
        .from_reader(source.as_bytes());
    let mut record = csv::StringRecord::new();
    let (mut row, mut columns, mut given, mut mistakes) = (0, None, Vec::new(), Vec::new());
    loop {
        let before = reader.position().line();
        if !reader.read_record(&mut record).map_err(|error| format!("the table cannot be read: {error}."))? {
            break;
        }
        // Empty lines are passed over by the reader and shown as rows by a spreadsheet.
        let lines = usize::try_from(reader.position().line() - before).unwrap_or(1);
        let inside: usize = record.iter().map(|cell| cell.matches('\n').count()).sum();
        row += lines.saturating_sub(inside).max(1);
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        match &columns {
            None => columns = Some(head_of(&record)?),
            Some(columns) => texts_of(columns, &record, row, &mut given, &mut mistakes),
        }
    }
    twice(&given, &mut mistakes);
    if columns.is_none() { Err("the file is empty.".into()) } else { Ok((given, mistakes)) }
}

fn head_of(record: &csv::StringRecord) -> Result<Columns, String> {
    let names: Vec<String> = record.iter().map(|name| name.trim().to_lowercase()).collect();
    let place = |name: &str| names.iter().position(|known| known == name);
    let id = place("id")
        .ok_or("row 1: there is no column `id`: the first row must name the columns (id,vi,en or id,language,text).")?;
    if let Some(name) =
        names.iter().enumerate().find_map(|(at, name)| (!name.is_empty() && names[..at].contains(name)).then_some(name))
    {
        return Err(format!("row 1: the column `{name}` stands there twice."));
    }
    let was = place("was");
    if let (Some(language), Some(text)) = (place("language"), place("text")) {
        return Ok(Columns { id, was, form: Form::Long { language, text } });
    }
    // Two letters, or three: a language; other columns are notes of the people who work with the table.
    let languages = names.iter().enumerate().filter(|(at, name)| {
        *at != id && matches!(name.split('-').next().map_or(0, str::len), 2 | 3) && Some(*at) != was && name.is_ascii()
    });
    let wide = languages.map(|(at, name)| Ok((at, language(name).map_err(|sentence| format!("row 1: {sentence}"))?)));
    let wide = wide.collect::<Result<Vec<_>, String>>()?;
    if wide.is_empty() {
        return Err("row 1: there is no column with texts: the columns are id,vi,en or id,language,text.".into());
    }
    Ok(Columns { id, was, form: Form::Wide(wide) })
}

fn language(code: &str) -> Result<usize, String> {
    let known = || Lang::ALL.map(Lang::code).join(", ");
    let found = Lang::ALL.iter().position(|lang| lang.code() == code.trim().to_lowercase());
    found.ok_or_else(|| format!("`{}` is no language of the catalogue ({}).", code.trim(), known()))
}

fn texts_of(columns: &Columns, record: &csv::StringRecord, row: usize, given: &mut Vec<Given>, mistakes: &mut Vec<Mistake>) {
    let id = record.get(columns.id).unwrap_or("").trim();
    if id.is_empty() {
        return mistakes.push((row, "the id is empty.".into()));
    }
    let was = columns.was.and_then(|at| record.get(at)).unwrap_or("");
    let mut add = |at: usize, lang: usize, mistakes: &mut Vec<Mistake>| match record.get(at) {
        Some(text) => {
            let was = was.split_whitespace().find_map(|mark| mark.strip_prefix(Lang::ALL[lang].code())?.strip_prefix(':'));
            let (id, text, was) = (id.to_owned(), composed(text), was.map(str::to_owned));
            given.push(Given { row, id, lang, text, was });
        }
        None => mistakes.push((row, format!("the cell of the {} text is missing.", Lang::ALL[lang].code()))),
    };
    match &columns.form {
        Form::Wide(languages) => languages.iter().for_each(|(at, lang)| add(*at, *lang, mistakes)),
        Form::Long { language: at, text } => match language(record.get(*at).unwrap_or("")) {
            Ok(lang) => add(*text, lang, mistakes),
            Err(sentence) => mistakes.push((row, sentence)),
        },
    }
}

/// Two rows that want different things of one text.
fn twice(given: &[Given], mistakes: &mut Vec<Mistake>) {
    let mut first: HashMap<(&str, usize), &Given> = HashMap::new();
    for one in given {
        let earlier = *first.entry((&one.id, one.lang)).or_insert(one);
        if earlier.text != one.text {
            let code = Lang::ALL[one.lang].code();
            mistakes.push((one.row, format!("{} ({code}) has another text already in row {}.", one.id, earlier.row)));
        }
    }
}
