//! What can be handed over: a report that a certification body can open and check, and files to go on with.

mod choice;
mod lock;

use crate::browser::{say_exported, today};
use crate::components::export::{Export, save, use_export};
use crate::components::{GetStarted, heading, lead, use_slices};
use crate::route::Route;
use crate::store::{store, use_assessment};
use crate::text::{catalogue, say, t};
use choice::Choice;
use lock::{Lock, Typed};
use readiness::catalogue::Word;
use readiness::extract::{Portion, Portions, Preset};
use readiness::figures;
use readiness::format::Purpose;
use readiness::job::Job;
use readiness::{Assessment, Format, Outcome, Report, report};
use yew::prelude::*;

/// The page in slices: what is left out and what it says, the files.
const SLICES: usize = 2;

/// The page.
#[component]
pub fn ReportPage() -> Html {
    // What a certification body needs is enough to begin with: nobody sends more without having chosen it.
    let chosen = use_state_eq(|| Preset::CertificationBody.left_out());
    let left_out = *chosen;
    let drawn = use_slices(SLICES, 1, 1);
    let onchoose = {
        let chosen = chosen.setter();
        Callback::from(move |left_out| chosen.set(left_out))
    };
    // It is kept nowhere: whoever leaves the page types it again.
    let typed = use_state_eq(Typed::default);
    let onlock = {
        let typed = typed.setter();
        Callback::from(move |now: Typed| typed.set(now))
    };
    let passphrase = typed.passphrase();
    let files = |purpose| {
        // What is kept apart is a copy to fall back on, so nothing is left out of it.
        let keeps = purpose == Purpose::Keep;
        let left_out = if keeps { Portions::default() } else { left_out };
        let offered = Format::ALL.into_iter().filter(|format| format.can_do_without(left_out));
        let offered = offered.filter_map(|format| Some((format, format.offer().filter(|offer| offer.0 == purpose)?)));
        html! {
            <section>
                <h2>{ t(purpose.heading()) }</h2>
                if keeps { <p>{ t(Word::ExportKeepText) }</p> }
                if purpose == Purpose::Other { <p>{ t(Word::ExportOtherText) }</p> }
                <ul class="plain cards">
                    { for offered.map(|(format, (_, name, about))| html! {
                        <Card {format} {name} {about} {left_out} passphrase={passphrase.clone()} key={format.name()} />
                    }) }
                </ul>
            </section>
        }
    };
    html! {
        <>
            { heading(t(Word::MenuReport)) }
            { lead(t(Word::ExportLead)) }
            <GetStarted />
            <Choice {left_out} {onchoose} />
            <Preview {left_out} />
            if drawn > 1 {
                <Lock typed={(*typed).clone()} oninput={onlock} />
                { for Purpose::ALL.map(files) }
                <p class="hint">{ t(Word::ExportWhere) }</p>
            }
        </>
    }
}

#[derive(PartialEq, Properties)]
struct CardProps {
    format: Format,
    name: Word,
    about: Word,
    left_out: Portions,
    /// What to lock the file with, empty if it stays open; `None` while nobody knows that.
    passphrase: Option<AttrValue>,
}

/// A format: what it is for, and a button that makes it.
#[component]
fn Card(props: &CardProps) -> Html {
    let CardProps { format, name, about, left_out, ref passphrase } = *props;
    let export = use_export();
    let onclick = {
        let (export, passphrase) = (export.clone(), passphrase.clone());
        move |_| {
            if let Some(passphrase) = &passphrase {
                make(format, left_out, passphrase, &export);
            }
        }
    };
    // How the file ends, as people call it.
    let kind = format.ending().rsplit('.').next().unwrap_or_default().to_ascii_uppercase();
    let download = say(Word::ExportDownloadAs, &[("format", &kind)]);
    let named = say(Word::ExportDownloadNamed, &[("download", &download), ("name", t(name))]);
    html! {
        <li class="card">
            <h3>{ t(name) }</h3>
            <p>{ t(about) }</p>
            <button type="button" class="button" data-testid={format!("download-{}", format.name())} disabled={export.is_busy() || passphrase.is_none()}
                aria-label={named} {onclick}>{ download }</button>
            { export.progress() }
        </li>
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
        let verdict = left_out.supports_findings().then(|| format!("{}, ", judgement.verdict.label(catalogue)));
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
                if left_out.supports_readiness() {
                    { row(Word::StageOne, &outcome.judgement.one, outcome.readiness.one) }
                    { row(Word::StageTwo, &outcome.judgement.two, outcome.readiness.two) }
                } else {
                    <li>{ t(Word::ReportExtractNoReadiness) }</li>
                }
                if left_out.supports_findings() {
                    <li>{ say(Word::ExportFindings, &[("n", &outcome.findings.len().to_string())]) }</li>
                }
                if !left_out.contains(Portion::Controls) {
                    <li>{ say(Word::ExportDecided, &[("n", &outcome.soa.decided.to_string())]) }</li>
                }
            </ul>
        </section>
    }
}

/// Saves the report as the page that a certification body opens, without what such a body need not see.
pub fn save_report() {
    let left_out = Preset::CertificationBody.left_out();
    store().read(|assessment| {
        let extract = assessment.extract(catalogue(), left_out);
        let outcome = Outcome::new(catalogue(), &extract, today());
        save_here(Format::Html, left_out, &Report::new(catalogue(), &extract, &outcome), &extract);
    });
}

/// Saves what this program can make at once; `false` for what takes the program beside the page.
fn save_here(format: Format, left_out: Portions, report: &Report<'_>, extract: &Assessment) -> bool {
    let text = match format {
        Format::Html => report.to_html(),
        Format::SoaCsv => report::csv::soa(catalogue(), extract),
        Format::AnswersCsv => report::csv::answers(catalogue(), extract),
        Format::Markdown => report.to_markdown(),
        Format::Assessment => extract.to_file(catalogue()),
        _ => return false,
    };
    if save(&format!("{}.{}", report.file_name(), format.ending()), format.media_type(), &text) {
        saved(format, left_out, extract);
    }
    true
}

/// A file was handed over. One that opens again, with nothing left out, is a copy to fall back on.
fn saved(format: Format, left_out: Portions, extract: &Assessment) {
    say_exported(format.name());
    if format.opens_again() && left_out.is_empty() {
        store().taken();
        store().keep_saved(extract);
    }
}

fn make(format: Format, left_out: Portions, passphrase: &str, export: &Export) {
    store().read(|assessment| {
        // Whatever leaves is made from the extract, so nothing else can be in it.
        let extract = assessment.extract(catalogue(), left_out);
        let outcome = Outcome::new(catalogue(), &extract, today());
        let report = Report::new(catalogue(), &extract, &outcome);
        if passphrase.is_empty() && save_here(format, left_out, &report, &extract) {
            return;
        }
        let (language, assessment) = (catalogue().spoken(), extract.to_file(catalogue()));
        let job = Job::Make { language, format, today: today(), assessment, passphrase: passphrase.to_owned() };
        export.start(job, move || saved(format, left_out, &extract));
    });
}
