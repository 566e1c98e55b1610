//! What can be handed over: a report that a certification body can open and check, and files to go on with.

use crate::browser::{download, today};
use crate::components::{heading, lead};
use crate::route::Route;
use crate::store::{store, use_assessment};
use crate::text::{catalogue, say, t};
use readiness::catalogue::Word;
use readiness::figures;
use readiness::{Assessment, Outcome, Report, report};
use yew::prelude::*;

/// A file that can be made: its name in tests, its words, its ending, its media type, and what makes it.
struct Format {
    id: &'static str,
    name: Word,
    about: Word,
    ending: &'static str,
    media_type: &'static str,
    make: fn(&Report<'_>, &Assessment) -> String,
}

const FORMATS: [Format; 5] = [
    Format {
        id: "html",
        name: Word::ExportHtml,
        about: Word::ExportHtmlAbout,
        ending: "html",
        media_type: "text/html",
        make: |report, _| report.to_html(),
    },
    Format {
        id: "json",
        name: Word::ExportJson,
        about: Word::ExportJsonAbout,
        ending: "json",
        media_type: "application/json",
        make: |_, assessment| assessment.to_file(catalogue()),
    },
    Format {
        id: "soa-csv",
        name: Word::ExportSoa,
        about: Word::ExportSoaAbout,
        ending: "soa.csv",
        media_type: "text/csv",
        make: |_, assessment| report::csv::soa(catalogue(), assessment),
    },
    Format {
        id: "answers-csv",
        name: Word::ExportAnswers,
        about: Word::ExportAnswersAbout,
        ending: "answers.csv",
        media_type: "text/csv",
        make: |_, assessment| report::csv::answers(catalogue(), assessment),
    },
    Format {
        id: "md",
        name: Word::ExportMarkdown,
        about: Word::ExportMarkdownAbout,
        ending: "md",
        media_type: "text/markdown",
        make: |report, _| report.to_markdown(),
    },
];

/// The page.
#[component]
pub fn ReportPage() -> Html {
    html! {
        <>
            { heading(t(Word::MenuReport)) }
            { lead(t(Word::ExportLead)) }
            <Preview />
            <ul class="plain cards">
                { for FORMATS.iter().map(|format| html! {
                    <li class="card">
                        <h2>{ t(format.name) }</h2>
                        <p>{ t(format.about) }</p>
                        <button type="button" class="button" data-testid={format!("download-{}", format.id)}
                            aria-label={say(Word::ExportDownloadOf, &[("name", t(format.name))])} onclick={move |_| save(format)}>{ t(Word::ExportDownload) }</button>
                    </li>
                }) }
            </ul>
            <p class="hint">{ t(Word::ExportWhere) }</p>
        </>
    }
}

/// What the report will say first.
#[component]
fn Preview() -> Html {
    let catalogue = catalogue();
    let Some((outcome, organisation)) = use_assessment(|assessment| {
        Some((Outcome::new(catalogue, assessment, today()), assessment.profile.organisation.clone()))
    }) else {
        return html! {};
    };
    let row = |name, judgement: &readiness::verdict::Judgement, interval| {
        html! {
            <li><strong>{ t(name) }</strong>{ ": " }{ judgement.verdict.label(catalogue) }{ ", " }{ figures::interval(catalogue, interval) }</li>
        }
    };
    html! {
        <section class="card">
            <h2>{ t(Word::ExportPreview) }</h2>
            if organisation.trim().is_empty() {
                <p class="warning">{ t(Word::ExportNoName) }{ " " }<a href={Route::Organisation.href()}>{ t(Word::MenuOrganisation) }</a></p>
            }
            <ul>
                { row(Word::StageOne, &outcome.judgement.one, outcome.readiness.one) }
                { row(Word::StageTwo, &outcome.judgement.two, outcome.readiness.two) }
                <li>{ say(Word::ExportFindings, &[("n", &outcome.findings.len().to_string())]) }</li>
            </ul>
        </section>
    }
}

fn save(format: &Format) {
    let made = store().read(|assessment| {
        let outcome = Outcome::new(catalogue(), assessment, today());
        let report = Report::new(catalogue(), assessment, &outcome);
        (format!("{}.{}", report.file_name(), format.ending), (format.make)(&report, assessment))
    });
    let Some((name, content)) = made else { return };
    let words = match download(&name, format.media_type, &content) {
        Ok(()) => say(Word::ExportDone, &[("name", &name)]),
        Err(_) => t(Word::ExportFailed).to_owned(),
    };
    store().notify(words, None);
}
