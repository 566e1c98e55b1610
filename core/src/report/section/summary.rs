//! The two verdicts, and the figures behind them.

use super::Source;
use crate::catalogue::Word;
use crate::extract::Portion;
use crate::findings::Grade;
use crate::report::model::{Block, Cell, Section, Tone, VerdictBlock};
use crate::scoring::Stage;
use crate::verdict::Verdict;

pub(super) fn write(source: &Source<'_>) -> Option<Section> {
    let outcome = source.outcome;
    let left_out = source.left_out;
    let mut blocks: Vec<_> = match left_out.supports_findings() {
        true => Stage::ALL.into_iter().map(|stage| Block::Verdict(verdict(source, stage))).collect(),
        false => Vec::new(),
    };
    if left_out.supports_contradictions() && !outcome.contradictions.is_empty() {
        let n = outcome.contradictions.len().to_string();
        blocks.push(Block::Text(source.say(Word::ReportContradictionsFirst, &[("n", &n)])));
    }
    let controls = source.catalogue.controls.len();
    let graded = |grade| Cell::Number(outcome.graded(grade).count());
    let (found, decided) = (left_out.supports_findings(), !left_out.contains(Portion::Controls));
    // An average of nothing says nothing.
    let applies = outcome.soa.applicable > 0;
    let facts = [
        (true, Word::ReportAnswered, source.count(outcome.answered, outcome.items)),
        (found, Word::ReportMajors, graded(Grade::Major)),
        (found, Word::ReportMinors, graded(Grade::Minor)),
        (found, Word::ReportOpportunities, graded(Grade::Opportunity)),
        (left_out.supports_contradictions(), Word::ReportContradictions, Cell::Number(outcome.contradictions.len())),
        (decided, Word::ReportControlsDecided, source.count(outcome.soa.decided, controls)),
        (decided, Word::ReportControlsJustified, source.count(outcome.soa.justified, controls)),
        (decided && applies, Word::ReportInPlace, source.count(outcome.soa.in_place, outcome.soa.applicable)),
        (decided && applies, Word::ReportImplementation, Cell::Share(outcome.soa.implementation)),
    ];
    let facts = facts.into_iter().filter(|(borne, ..)| *borne);
    blocks.push(Block::Facts(facts.map(|(_, name, cell)| (source.word(name), cell)).collect()));
    blocks.push(source.hint(Word::ReportHedge));
    source.section("summary", Word::ReportSummary, blocks)
}

fn verdict(source: &Source<'_>, stage: Stage) -> VerdictBlock {
    let judgement = source.outcome.judgement.get(stage);
    let (tone, lead) = match judgement.verdict {
        Verdict::Open => (Tone::Plain, Word::ReportBetweenOpen),
        Verdict::NotReady => (Tone::Poor, Word::ReportBetweenNotReady),
        Verdict::Nearly => (Tone::Fair, Word::ReportBetweenNearly),
        Verdict::Ready => (Tone::Good, Word::ReportBetweenReady),
    };
    let between = judgement.between.iter().map(|obstacle| obstacle.words(source.catalogue, source.assessment));
    VerdictBlock {
        stage: source.word(stage_name(stage)),
        verdict: Cell::Mark(tone, judgement.verdict.label(source.catalogue).to_owned()),
        readiness: *source.outcome.readiness.get(stage),
        lead: source.word(lead),
        between: between.collect(),
    }
}

fn stage_name(stage: Stage) -> Word {
    match stage {
        Stage::One => Word::ReportStageOne,
        Stage::Two => Word::ReportStageTwo,
    }
}
