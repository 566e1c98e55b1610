//! What was asked for.

use crate::Failure;
use formats::{DraftFormat, Format};
use lexopt::prelude::*;
use readiness::Date;
use readiness::catalogue::{LANGUAGES, Language};
use std::ffi::OsString;
use std::path::PathBuf;

pub const HELP: &str = "\
Stage Zero: how ready an organisation is for ISO/IEC 27001:2022

  stage-zero assess FILE... [--today DATE] [--format text|json] [--language TAG]
      what an assessment yields: readiness, verdicts, likely findings
  stage-zero report FILE [--format FORMAT] [--out FILE] [--lock-with FILE] [--today DATE] [--language TAG]
      the readiness report as html, pdf, docx, xlsx, md or json; the Statement of Applicability as csv, soa-pdf or
      soa-docx, the answers as csv-answers, the plan as plan-csv; zip is all of it. For other tools, each a ZIP: oscal (six
      documents), ciso-assistant (workbooks to import), planners (the plan for Jira, GitLab, Redmine and Todoist).
      --lock-with FILE: locked in the age format, with the passphrase that is in FILE
  stage-zero draft FILE [--document ID] --format docx|md --out FOLDER [--today DATE] [--language TAG]
      first versions of the documents and rules that an auditor asks for, filled from the answers: a file each. What the
      answers don't say stands there in square brackets. ID is one of 'stage-zero catalogue', such as doc-scope, or one
      of rules, such as rule-access
  stage-zero draft FILE --since EARLIER [--document ID] [--today DATE] [--language TAG]
      what drafts say now that they did not say for an earlier copy, line by line; exit code 1 if anything differs
  stage-zero verify FILE [EVIDENCE...] [--out FILE]
      makes a report again from the assessment in it, and compares byte by byte. Exit code 0: as made; 3: as made, and
      something added; 4: it carries an assessment, and is not the file that was made of it; 1: it contradicts itself.
      --out FILE: the report as it was made, or made anew.
      EVIDENCE: files, or ZIPs of files, that somebody gave beside the report: each is told to be as named in it, changed
      or not named. Exit code 5: the report is as made, and a file is not as named
  stage-zero diff A B [--format text|json] [--today DATE] [--language TAG]
      what differs from A to B, field by field; exit code 1 if anything does
  stage-zero merge BASE OURS THEIRS... [--out FILE] [--prefer ours|theirs|both]
  stage-zero merge --no-base OURS THEIRS... [--out FILE] [--prefer ours|theirs|both]
      puts together what several people did to copies of BASE. What they changed differently is listed, with exit
      code 1 and nothing written, unless it is said whose words to prefer. Without a base, only what is open on one
      side is filled from the other
  stage-zero bring-in FILE WORKBOOK [--out FILE] [--prefer ours|theirs] [--leave-wrong] [--review FILE]
      takes over what somebody has filled into the workbook (xlsx) of an assessment: levels, notes, evidence, owners,
      dates, decisions, documents and risks. Exit code 1, and nothing written, where both have changed the same, unless it is
      said whose words to prefer, and where a cell can't be read, unless such cells are left out.
      --review FILE: what an auditor wrote into the sheet for notes, as a review file
  stage-zero requests FILE LIST [--out FILE] [--today DATE] [--language TAG]
      answers an auditor's list of requests, a workbook (xlsx) or csv: each row with what there is on the clauses, controls
      and documents that its cells name. As xlsx if FILE ends so, otherwise as csv. Exit code 1 if a row names none
  stage-zero portfolio FILE_OR_FOLDER... --format csv|parquet --out FILE [--today DATE]
      one table with a row for each assessment or report; docs/portfolio.md explains its columns. Exit code 1 if a
      file was left out: standard error names each, with the reason
  stage-zero catalogue [--language TAG]
      the requirements, controls and documents as JSON
  stage-zero schema
      the JSON Schemas of the assessment file, of the result, of the review file and of a host's site.json
  stage-zero site-check [FILE]
      what is wrong with a host's file (site.json, if none is named): each problem with its line and what to do about
      it; exit code 1 if there is one. docs/hosting.md explains the file

FILE is an assessment file, or an HTML, JSON, PDF or ZIP report that carries one; - is standard input.
Whatever reads files opens locked ones (.age) with --passphrase-file FILE. A passphrase is the first line of its FILE.
DATE is a day like 2026-11-24; without it, today counts.
TAG is a language: en, en-US, de for German or es for Spanish; without it, English. A report is verified in its own language.
Exit code 2: the input can't be read, and nothing was printed.
";

/// What was asked for, and where the passphrase of locked files is.
pub struct Asked {
    pub command: Command,
    pub passphrase_file: Option<PathBuf>,
}

pub enum Command {
    Help,
    Version,
    Assess {
        files: Vec<PathBuf>,
        language: &'static Language,
        today: Option<Date>,
        format: AssessFormat,
    },
    BringIn {
        file: PathBuf,
        workbook: PathBuf,
        out: Option<PathBuf>,
        prefer: Option<Prefer>,
        leaves_wrong: bool,
        review: Option<PathBuf>,
    },
    Catalogue {
        language: &'static Language,
    },
    Diff {
        before: PathBuf,
        after: PathBuf,
        language: &'static Language,
        today: Option<Date>,
        format: AssessFormat,
    },
    Draft {
        file: PathBuf,
        document: Option<String>,
        language: &'static Language,
        today: Option<Date>,
        wanted: Drafts,
    },
    Merge {
        base: Option<PathBuf>,
        sides: Vec<PathBuf>,
        out: Option<PathBuf>,
        prefer: Option<Prefer>,
    },
    Portfolio {
        places: Vec<PathBuf>,
        today: Option<Date>,
        format: TableFormat,
        out: PathBuf,
    },
    Schema,
    Requests {
        file: PathBuf,
        list: PathBuf,
        language: &'static Language,
        today: Option<Date>,
        out: Option<PathBuf>,
    },
    Report {
        file: PathBuf,
        language: &'static Language,
        today: Option<Date>,
        format: Format,
        out: Option<PathBuf>,
        lock_with: Option<PathBuf>,
    },
    SiteCheck {
        file: PathBuf,
    },
    Verify {
        file: PathBuf,
        evidence: Vec<PathBuf>,
        out: Option<PathBuf>,
    },
}

/// What is wanted of drafts.
pub enum Drafts {
    /// Files, in a folder.
    Files { format: DraftFormat, folder: PathBuf },
    /// What changed since an earlier copy of the assessment.
    Since(PathBuf),
}

#[derive(Clone, Copy)]
pub enum AssessFormat {
    Text,
    Json,
}

/// Whose words win where several people changed the same.
#[derive(Clone, Copy, PartialEq)]
pub enum Prefer {
    Ours,
    Theirs,
    /// What two added under one number stays, each under a number of its own.
    Both,
}

#[derive(Clone, Copy)]
pub enum TableFormat {
    Csv,
    Parquet,
}

pub fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Asked, Failure> {
    read(arguments).map_err(|error| Failure::Usage(error.to_string()))
}

fn read(arguments: impl Iterator<Item = OsString>) -> Result<Asked, lexopt::Error> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut command: Option<String> = None;
    let (mut files, mut today, mut format, mut tag) = (Vec::new(), None, None, None);
    let (mut out, mut prefer, mut no_base, mut leaves_wrong) = (None, None, false, false);
    let (mut passphrase_file, mut lock_with) = (None, None);
    let (mut document, mut since, mut review) = (None, None, None);
    let only = |command| Asked { command, passphrase_file: None };
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(only(Command::Help)),
            Short('V') | Long("version") => return Ok(only(Command::Version)),
            Long("today") => today = Some(parser.value()?.parse_with(Date::parse)?),
            Long("language") => tag = Some(parser.value()?.parse_with(language)?),
            Long("format") => format = Some(parser.value()?.string()?),
            Long("out") => out = Some(PathBuf::from(parser.value()?)),
            Long("passphrase-file") => passphrase_file = Some(PathBuf::from(parser.value()?)),
            Long("lock-with") => lock_with = Some(PathBuf::from(parser.value()?)),
            Long("document") => document = Some(parser.value()?.string()?),
            Long("review") => review = Some(PathBuf::from(parser.value()?)),
            Long("since") => since = Some(PathBuf::from(parser.value()?)),
            Long("prefer") => prefer = Some(parser.value()?.parse_with(preference)?),
            Long("no-base") => no_base = true,
            Long("leave-wrong") => leaves_wrong = true,
            Value(value) if command.is_none() => command = Some(value.string()?),
            Value(value) => files.push(PathBuf::from(value)),
            other => return Err(other.unexpected()),
        }
    }
    let format = format.as_deref();
    let language = tag.unwrap_or(&LANGUAGES[0]);
    if let Some(name) = command.as_deref() {
        refuse(name, lock_with.is_some() && name != "report")?;
        refuse(name, review.is_some() && name != "bring-in")?;
        refuse(name, (document.is_some() || since.is_some()) && name != "draft")?;
        refuse(name, passphrase_file.is_some() && matches!(name, "catalogue" | "schema" | "site-check"))?;
    }
    match command.as_deref() {
        Some("merge") => refuse("merge", leaves_wrong)?,
        Some("bring-in") => refuse("bring-in", no_base || prefer == Some(Prefer::Both))?,
        Some(name) if leaves_wrong => refuse(name, true)?,
        Some(name) => refuse(
            name,
            prefer.is_some()
                || no_base
                || (out.is_some() && !matches!(name, "draft" | "portfolio" | "report" | "requests" | "verify")),
        )?,
        None => {}
    }
    let command = match command.as_deref() {
        None | Some("help") => return Ok(only(Command::Help)),
        Some("assess") if files.is_empty() => return Err("'assess' needs a file".into()),
        Some("assess") => Command::Assess { files, language, today, format: assess_format("assess", format)? },
        Some("report") => {
            let (file, format) = (one("report", files)?, report_format(format)?);
            Command::Report { file, language, today, format, out, lock_with }
        }
        Some("draft") => {
            let file = one("draft", files)?;
            let wanted = match (since, out) {
                (Some(earlier), out) => {
                    refuse("draft --since", out.is_some() || format.is_some())?;
                    Drafts::Since(earlier)
                }
                (None, Some(folder)) => Drafts::Files { format: draft_format(format)?, folder },
                (None, None) => return Err("'draft' needs --out FOLDER, or --since EARLIER".into()),
            };
            Command::Draft { file, document, language, today, wanted }
        }
        Some("verify") => {
            refuse("verify", today.is_some() || format.is_some() || tag.is_some())?;
            if files.is_empty() {
                return Err("'verify' needs a file".into());
            }
            Command::Verify { file: files.remove(0), evidence: files, out }
        }
        Some("bring-in") => {
            refuse("bring-in", today.is_some() || format.is_some() || tag.is_some())?;
            let [file, workbook] =
                <[PathBuf; 2]>::try_from(files).map_err(|_| "'bring-in' needs your file and the workbook")?;
            Command::BringIn { file, workbook, out, prefer, leaves_wrong, review }
        }
        Some("requests") => {
            refuse("requests", format.is_some())?;
            let [file, list] =
                <[PathBuf; 2]>::try_from(files).map_err(|_| "'requests' needs your file and the list")?;
            Command::Requests { file, list, language, today, out }
        }
        Some("site-check") => {
            refuse("site-check", today.is_some() || format.is_some() || tag.is_some() || files.len() > 1)?;
            Command::SiteCheck { file: files.pop().unwrap_or_else(|| "site.json".into()) }
        }
        Some("diff") => {
            let format = assess_format("diff", format)?;
            let [before, after] = <[PathBuf; 2]>::try_from(files).map_err(|_| "'diff' needs exactly two files")?;
            Command::Diff { before, after, language, today, format }
        }
        Some("merge") => {
            refuse("merge", today.is_some() || format.is_some() || tag.is_some())?;
            if files.len() < if no_base { 2 } else { 3 } {
                return Err("'merge' needs a base, your file and at least one other; or --no-base and two files".into());
            }
            let base = if no_base { None } else { Some(files.remove(0)) };
            if prefer == Some(Prefer::Theirs) && files.len() > 2 {
                return Err("'--prefer theirs' needs exactly one other file: several would not be of one mind".into());
            }
            Command::Merge { base, sides: files, out, prefer }
        }
        Some("portfolio") if files.is_empty() => return Err("'portfolio' needs a file or a folder".into()),
        Some("portfolio") => {
            refuse("portfolio", tag.is_some())?;
            let format = table_format(format)?;
            let out = out.ok_or("'portfolio' needs --out FILE")?;
            Command::Portfolio { places: files, today, format, out }
        }
        Some(name @ ("catalogue" | "schema")) => {
            let schema = name == "schema";
            refuse(name, !files.is_empty() || today.is_some() || format.is_some() || schema && tag.is_some())?;
            if schema { Command::Schema } else { Command::Catalogue { language } }
        }
        Some(other) => return Err(format!("there is no command '{other}'").into()),
    };
    Ok(Asked { command, passphrase_file })
}

fn language(tag: &str) -> Result<&'static Language, String> {
    let names = || LANGUAGES.iter().map(|language| language.code).collect::<Vec<_>>().join(", ");
    Language::of(tag).ok_or_else(|| format!("there is no language '{tag}', only {}", names()))
}

fn one(command: &str, files: Vec<PathBuf>) -> Result<PathBuf, lexopt::Error> {
    let [file] = <[PathBuf; 1]>::try_from(files).map_err(|_| format!("'{command}' needs exactly one file"))?;
    Ok(file)
}

fn refuse(command: &str, refused: bool) -> Result<(), lexopt::Error> {
    if refused { Err(format!("'{command}' takes no more than that").into()) } else { Ok(()) }
}

fn assess_format(command: &str, name: Option<&str>) -> Result<AssessFormat, lexopt::Error> {
    match name {
        None | Some("text") => Ok(AssessFormat::Text),
        Some("json") => Ok(AssessFormat::Json),
        Some(other) => Err(format!("'{command}' has no format '{other}', only text and json").into()),
    }
}

fn draft_format(name: Option<&str>) -> Result<DraftFormat, lexopt::Error> {
    let known = name.and_then(DraftFormat::from_name);
    known.ok_or_else(|| format!("'draft' has no format '{}', only docx and md", name.unwrap_or_default()).into())
}

fn preference(name: &str) -> Result<Prefer, String> {
    match name {
        "ours" => Ok(Prefer::Ours),
        "theirs" => Ok(Prefer::Theirs),
        "both" => Ok(Prefer::Both),
        other => Err(format!("'{other}' can't be preferred, only ours, theirs and both")),
    }
}

fn table_format(name: Option<&str>) -> Result<TableFormat, lexopt::Error> {
    match name {
        Some("csv") => Ok(TableFormat::Csv),
        Some("parquet") => Ok(TableFormat::Parquet),
        other => Err(format!("'portfolio' has no format '{}', only csv and parquet", other.unwrap_or_default()).into()),
    }
}

fn report_format(name: Option<&str>) -> Result<Format, lexopt::Error> {
    let name = match name.unwrap_or("html") {
        "csv" => Format::SoaCsv.name(),
        "csv-answers" => Format::AnswersCsv.name(),
        name => name,
    };
    Format::from_name(name).ok_or_else(|| {
        let all = Format::ALL.map(Format::name).join(", ");
        format!("'report' has no format '{name}', only {all}").into()
    })
}
