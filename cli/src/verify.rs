//! `stage-zero verify`: makes a report again from the assessment in it, and says whether it is that very file.

use crate::input::{self, Input, InputError};
use crate::{Failure, Printed, output};
use formats::{Checked, Format, Source, make};
use readiness::catalogue::{Catalogue, Language, Word};
use readiness::evidence::{self, Known};
use readiness::report::VERSION;
use readiness::report::verify::{Answer, yields};
use readiness::{Assessment, ItemRef, shown};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// The exit code where the report is as made and a piece of evidence is not as named in it.
const NOT_AS_NAMED: u8 = 5;

pub fn run(input: &Input, file: &Path, evidence: &[PathBuf], out: Option<&Path>) -> Result<Printed, Failure> {
    let english = Catalogue::english();
    let checked = formats::check(&input.bytes(file)?, &english)
        .map_err(|source| InputError::Packed { file: file.to_owned(), source })?;
    let verified = &checked.verified;
    if let Some(out) = out {
        let catalogue = Language::of(&verified.language).map_or_else(Catalogue::english, Catalogue::of);
        let today = verified.today.unwrap_or_else(input::today);
        let source = Source::new(&catalogue, &checked.assessment, today);
        output::write(out, &make(verified.format.unwrap_or(Format::Assessment), &source, &mut |_, _| {})?)?;
    }
    let mut text = said(file, &checked, &english);
    let mut code = verified.answer.code();
    for file in evidence {
        for (name, known, items) in weighed(file, &checked.assessment)? {
            let items = items.iter().map(|item| item.name(&english).into_owned()).collect::<Vec<_>>().join(", ");
            let items = if items.is_empty() { String::new() } else { format!(" ({items})") };
            let _ = writeln!(text, "{}: {}{items}", shown::line(&name), known.label(&english));
            code = if code == 0 && known != Known::AsNamed { NOT_AS_NAMED } else { code };
        }
    }
    Ok(Printed::words(&text, code))
}

/// What a report says about a file, or about each file in an archive that it does not name.
fn weighed(file: &Path, assessment: &Assessment) -> Result<Vec<(String, Known, Vec<ItemRef>)>, InputError> {
    let whole = input::fingerprint(file)?;
    let name = file.display().to_string();
    let (known, items) = evidence::known(assessment, &whole);
    let packed = |source| InputError::Packed { file: file.to_owned(), source };
    let inside = match known {
        Known::NotNamed => formats::fingerprints(&input::raw(file)?).map_err(packed)?,
        _ => None,
    };
    Ok(match inside {
        None => vec![(name, known, items)],
        Some(files) => {
            let each = files.into_iter().map(|file| {
                let (known, items) = evidence::known(assessment, &file);
                (format!("{name}, {}", file.name), known, items)
            });
            each.collect()
        }
    })
}

fn said(file: &Path, checked: &Checked, english: &Catalogue) -> String {
    let verified = &checked.verified;
    let mut text = String::new();
    let mut line = |said: String| {
        let _ = writeln!(text, "{}", shown::line(&said));
    };
    let [tag, title, means] = words(verified.answer).map(|word| english.word(word));
    line(format!("{}: {tag}", file.display()));
    if verified.format.is_none() {
        line(english.word(Word::VerifyNoReportText).to_owned());
    } else {
        line(format!("{title}. {means}"));
    }
    line(format!("digest of the assessment: {}", verified.digest));
    if let Some(today) = verified.today {
        line(format!("made for {today}, in the language '{}'", verified.language));
    }
    if let Some(version) = &verified.other_version {
        line(format!(
            "made by version {version}, checked by {VERSION}: docs/versions.md says how {version} can check it"
        ));
    }
    if verified.answer != Answer::AsMade {
        let yielded = yields(english, &checked.assessment, verified.today.unwrap_or_else(input::today));
        yielded.iter().for_each(|(stage, said)| line(format!("YIELDS {}: {said}", english.word(*stage))));
    }
    verified.added.iter().for_each(|added| line(format!("ADDED {added}")));
    for difference in &verified.differences {
        let show = |text: &str| if text.is_empty() { "nothing".to_owned() } else { format!("'{text}'") };
        let (says, yields) = (show(&difference.says), show(&difference.yields));
        line(format!("DIFFERS {}: the file says {says}, its answers yield {yields}", difference.place));
    }
    text
}

/// The mark of an answer, what was found, and what that means.
fn words(answer: Answer) -> [Word; 3] {
    match answer {
        Answer::AsMade => [Word::VerifyAsMadeTag, Word::VerifyAsMade, Word::VerifyAsMadeMeans],
        Answer::Added => [Word::VerifyAddedTag, Word::VerifyAdded, Word::VerifyAddedMeans],
        Answer::Carries => [Word::VerifyCarriesTag, Word::VerifyCarries, Word::VerifyCarriesMeans],
        Answer::Contradicts => [Word::VerifyContradictsTag, Word::VerifyContradicts, Word::VerifyContradictsMeans],
    }
}
