//! `stage-zero assess`: what an assessment yields.

use crate::arguments::AssessFormat;
use crate::input::{self, Input};
use crate::{Failure, Printed};
use readiness::audits::{self, Count};
use readiness::findings::{self, Grade};
use readiness::scoring::Stage;
use readiness::{Assessment, Catalogue, Date, Outcome, Word, checks, figures, shown};
use std::fmt::Write;
use std::path::{Path, PathBuf};

pub fn run(
    input: &Input,
    files: &[PathBuf],
    catalogue: &Catalogue,
    today: Option<Date>,
    format: AssessFormat,
) -> Result<Printed, Failure> {
    let today = today.unwrap_or_else(input::today);
    let mut text = String::new();
    for file in files {
        let assessment = input.assessment(file, catalogue)?;
        let outcome = Outcome::new(catalogue, &assessment, today);
        match format {
            AssessFormat::Json => {
                let value = outcome.to_value(catalogue, &assessment);
                let _ = writeln!(text, "{}", shown::json(&format!("{value:#}")));
            }
            AssessFormat::Text => describe(catalogue, file, &assessment, &outcome, &mut text),
        }
    }
    Ok(text.into())
}

fn describe(catalogue: &Catalogue, file: &Path, assessment: &Assessment, outcome: &Outcome, to: &mut String) {
    let word = |word| catalogue.word(word);
    let mut line = |text: String| {
        to.push_str(&shown::line(&text));
        to.push('\n');
    };
    let name = match assessment.profile.organisation.trim() {
        "" => word(Word::ReportNoOrganisation),
        name => name,
    };
    line(format!("{name} ({}, {})", file.display(), figures::date(catalogue, outcome.today)));
    line(format!("  {}: {} / {}", word(Word::ReportAnswered), outcome.answered, outcome.items));
    for (stage, label) in [(Stage::One, Word::ReportStageOneColumn), (Stage::Two, Word::ReportStageTwoColumn)] {
        let judgement = outcome.judgement.get(stage);
        let readiness = figures::interval(catalogue, *outcome.readiness.get(stage));
        line(format!("  {}: {} ({readiness})", word(label), judgement.verdict.label(catalogue)));
        for obstacle in &judgement.between {
            line(format!("    - {}", obstacle.words(catalogue, assessment)));
        }
    }
    let soa = outcome.soa;
    let complete = figures::percent(catalogue, soa.complete);
    line(format!("  {}: {complete} ({} / {})", word(Word::ReportSoa), soa.justified, catalogue.controls.len()));
    if let Some(time) = outcome.audit_time {
        let days = figures::number(catalogue, time.initial());
        line(format!(
            "  {}: {days} {}. {}",
            word(Word::ReportAuditTime),
            word(Word::QuoteAuditorDays),
            word(Word::QuoteNotAQuote)
        ));
    }
    line(format!("  {}: {}", word(Word::ReportContradictions), outcome.contradictions.len()));
    for contradiction in &outcome.contradictions {
        line(format!("    - {}", checks::why(contradiction, catalogue, assessment)));
    }
    line(format!("  {}: {}", word(Word::ReportPoints), outcome.points.len()));
    for point in &outcome.points {
        line(format!("    - {}", checks::why(point, catalogue, assessment)));
    }
    if !assessment.nonconformities.is_empty() {
        line(format!("  {}: {}", word(Word::RegisterTitle), Count::of(assessment, outcome.today).words(catalogue)));
        let foreseen = audits::foreseen(catalogue, assessment, &outcome.findings).words(catalogue);
        foreseen.into_iter().for_each(|words| line(format!("    - {words}")));
        for (id, one) in assessment.nonconformities.iter().filter(|(_, one)| one.is_open()) {
            let grade = one.grade.map_or("", |grade| grade.label(catalogue));
            line(format!("    - {id} {grade}: {}", one.finding.trim()));
        }
    }
    for grade in Grade::ALL {
        line(format!("  {}: {}", grade.label(catalogue), outcome.graded(grade).count()));
        for finding in outcome.graded(grade) {
            let why = findings::why(finding, catalogue, assessment);
            line(format!("    - {} {}: {why}", finding.place.name(catalogue), finding.rule.name));
        }
    }
}
