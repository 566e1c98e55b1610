//! What can be handed over: a report that a certification body can open and check, and files to go on with.

mod choice;

use crate::browser::{download, today};
use crate::components::{heading, lead};
use crate::route::Route;
use crate::store::{store, use_assessment};
use crate::text::{catalogue, say, t};
use choice::Choice;
use readiness::catalogue::Word;
use readiness::extract::{Portion, Portions};
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
    /// What it can't do without; it is not offered where that is left out.
    needs: Option<Portion>,
    make: fn(&Report<'_>, &Assessment) -> String,
}

const FORMATS: [Format; 5] = [
    Format {
        id: "html",
        name: Word::ExportHtml,
        about: Word::ExportHtmlAbout,
        ending: "html",
        media_type: "text/html",
        needs: None,
        make: |report, _| report.to_html(),
    },
    Format {
        id: "json",
        name: Word::ExportJson,
        about: Word::ExportJsonAbout,
        ending: "json",
        media_type: "application/json",
        needs: None,
        make: |_, assessment| assessment.to_file(catalogue()),
    },
    Format {
        id: "soa-csv",
        name: Word::ExportSoa,
        about: Word::ExportSoaAbout,
        ending: "soa.csv",
        media_type: "text/csv",
        needs: Some(Portion::Controls),
        make: |_, assessment| report::csv::soa(catalogue(), assessment),
    },
    Format {
        id: "answers-csv",
        name: Word::ExportAnswers,
        about: Word::ExportAnswersAbout,
        ending: "answers.csv",
        media_type: "text/csv",
        needs: Some(Portion::Answers),
        make: |_, assessment| report::csv::answers(catalogue(), assessment),
    },
    Format {
        id: "md",
        name: Word::ExportMarkdown,
        about: Word::ExportMarkdownAbout,
        ending: "md",
        media_type: "text/markdown",
        needs: None,
        make: |report, _| report.to_markdown(),
    },
];

/// The page.
#[component]
pub fn ReportPage() -> Html {
    let chosen = use_state_eq(Portions::default);
    let left_out = *chosen;
    let onchoose = {
        let chosen = chosen.setter();
        Callback::from(move |left_out| chosen.set(left_out))
    };
    let offered = FORMATS.iter().filter(|format| format.needs.is_none_or(|needs| !left_out.contains(needs)));
    html! {
        <>
            { heading(t(Word::MenuReport)) }
            { lead(t(Word::ExportLead)) }
            <Choice {left_out} {onchoose} />
            <Preview {left_out} />
            <ul class="plain cards">
                { for offered.map(|format| html! {
                    <li class="card">
                        <h2>{ t(format.name) }</h2>
                        <p>{ t(format.about) }</p>
                        <button type="button" class="button" data-testid={format!("download-{}", format.id)}
                            aria-label={say(Word::ExportDownloadOf, &[("name", t(format.name))])} onclick={move |_| save(format, left_out)}>{ t(Word::ExportDownload) }</button>
                    </li>
                }) }
            </ul>
            <p class="hint">{ t(Word::ExportWhere) }</p>
        </>
    }
}

#[derive(PartialEq, Properties)]
struct PreviewProps {
    left_out: Portions,
}

/// What the report will say first.
#[component]
fn Preview(props: &PreviewProps) -> Html {
    let catalogue = catalogue();
    let Some((outcome, organisation, left_out)) = use_assessment(|assessment| {
        let extract = assessment.extract(catalogue, props.left_out);
        Some((Outcome::new(catalogue, &extract, today()), extract.profile.organisation.clone(), extract.left_out()))
    }) else {
        return html! {};
    };
    let row = |name, judgement: &readiness::verdict::Judgement, interval| {
        let verdict = left_out.bears_findings().then(|| format!("{}, ", judgement.verdict.label(catalogue)));
        html! {
            <li><strong>{ t(name) }</strong>{ ": " }{ verdict }{ figures::interval(catalogue, interval) }</li>
        }
    };
    html! {
        <section class="card" data-testid="says">
            <h2>{ t(Word::ExportPreview) }</h2>
            if organisation.trim().is_empty() {
                <p class="warning">{ t(Word::ExportNoName) }{ " " }<a href={Route::Organisation.href()}>{ t(Word::MenuOrganisation) }</a></p>
            }
            <ul>
                if left_out.bears_readiness() {
                    { row(Word::StageOne, &outcome.judgement.one, outcome.readiness.one) }
                    { row(Word::StageTwo, &outcome.judgement.two, outcome.readiness.two) }
                } else {
                    <li>{ t(Word::ReportExtractNoReadiness) }</li>
                }
                if left_out.bears_findings() {
                    <li>{ say(Word::ExportFindings, &[("n", &outcome.findings.len().to_string())]) }</li>
                }
                if !left_out.contains(Portion::Controls) {
                    <li>{ say(Word::ExportDecided, &[("n", &outcome.soa.decided.to_string())]) }</li>
                }
            </ul>
        </section>
    }
}

fn save(format: &Format, left_out: Portions) {
    let made = store().read(|assessment| {
        // Whatever leaves is made from the extract, so nothing else can be in it.
        let extract = assessment.extract(catalogue(), left_out);
        let outcome = Outcome::new(catalogue(), &extract, today());
        let report = Report::new(catalogue(), &extract, &outcome);
        (format!("{}.{}", report.file_name(), format.ending), (format.make)(&report, &extract))
    });
    let Some((name, content)) = made else { return };
    let words = match download(&name, format.media_type, &content) {
        Ok(()) => say(Word::ExportDone, &[("name", &name)]),
        Err(_) => t(Word::ExportFailed).to_owned(),
    };
    store().notify(words, None);
}
