//! Texts to a table.

use super::texts::{self, Text};
use crate::content;
use crate::project::{Project, write};
use buoc_so::text::Lang;
use std::path::Path;
use std::process::ExitCode;

/// The byte-order mark, by which Excel knows UTF-8.
const BOM: &[u8] = b"\xef\xbb\xbf";

/// Writes the table and says where it is.
///
/// # Errors
/// A file that cannot be read or written.
pub fn run(out: Option<&Path>, semicolon: bool) -> Result<ExitCode, String> {
    let project = Project::find()?;
    let files = content::files(&project.root)?;
    let texts = texts::all(&files)?;
    let out = out.map_or_else(|| project.target.join("texts.csv"), Path::to_path_buf);
    write(&out, &table(&texts, if semicolon { b';' } else { b',' })?)?;
    println!("{} texts of {} files are in {}", texts.len(), files.len(), out.display());
    Ok(ExitCode::SUCCESS)
}

/// The table: id, a column for each language, what the text is about, and marks of what it says now.
pub fn table(texts: &[Text], delimiter: u8) -> Result<Vec<u8>, String> {
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).terminator(csv::Terminator::CRLF).from_writer(BOM.to_vec());
    let header = ["id"].into_iter().chain(Lang::ALL.map(Lang::code)).chain(["context", "was"]);
    let mut outcome = writer.write_record(header);
    for text in texts {
        let said = (0..Lang::ALL.len()).map(|lang| text.of(lang));
        let was: Vec<String> =
            Lang::ALL.iter().enumerate().map(|(at, lang)| format!("{}:{}", lang.code(), texts::mark(text.of(at)))).collect();
        let row = [text.id.as_str()].into_iter().chain(said);
        let was = was.join(" ");
        outcome = outcome.and_then(|()| writer.write_record(row.chain([text.about.as_str(), &was])));
    }
    outcome.map_err(|error| format!("The table cannot be made: {error}."))?;
    writer.into_inner().map_err(|error| format!("The table cannot be made: {error}."))
}
