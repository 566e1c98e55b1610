//! Which controls are listed.

use crate::browser::value_of;
use crate::components::{UNSURE, level_name};
use crate::text::{catalogue, say, t};
use readiness::Assessment;
use readiness::applicability::{Suggestion, suggestion};
use readiness::assessment::{ControlEntry, Decision, Level};
use readiness::attributes::{self, ATTRIBUTES};
use readiness::catalogue::{ControlId, Word};
use yew::prelude::*;

/// What a control must be to be listed. An empty field does not matter.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter {
    theme: String,
    decision: String,
    suggestion: String,
    level: String,
    text: String,
    attributes: [String; ATTRIBUTES.len()],
}

impl Filter {
    /// Lists what is left to decide; or else what applies, and has no level yet.
    pub fn left(undecided: bool) -> Self {
        if undecided {
            Self { decision: "undecided".to_owned(), ..Self::default() }
        } else {
            Self { decision: "applicable".to_owned(), level: "open".to_owned(), ..Self::default() }
        }
    }

    /// Whether a control is listed.
    pub fn fits(&self, assessment: &Assessment, id: ControlId) -> bool {
        let catalogue = catalogue();
        let Some(control) = catalogue.control(id) else { return true };
        let unsure = assessment.controls.get(&id).is_some_and(ControlEntry::is_unsure);
        let decision = match assessment.decision(id) {
            // What is to be found out is undecided too.
            Decision::Undecided if unsure && self.decision == UNSURE => UNSURE,
            Decision::Undecided => "undecided",
            Decision::Applicable { .. } => "applicable",
            Decision::Excluded { .. } => "excluded",
        };
        let suggested = match suggestion(catalogue, assessment, id) {
            Suggestion::Applicable(_) => "applicable",
            Suggestion::Excludable(_) => "excluded",
            Suggestion::Unclear(_) => "unclear",
        };
        let level = assessment.controls.get(&id).and_then(|entry| entry.item.level).map_or("open", Level::name);
        let is = |wanted: &str, value: &str| wanted.is_empty() || wanted == value;
        let text = self.text.trim().to_lowercase();
        is(&self.theme, catalogue.themes[control.theme].id)
            && is(&self.decision, decision)
            && is(&self.suggestion, suggested)
            && is(&self.level, level)
            && self.attributes.iter().enumerate().all(|(attribute, wanted)| {
                wanted.is_empty() || attributes::values(control, attribute).any(|(name, _)| name == wanted)
            })
            && (text.is_empty() || format!("{} {}", control.id, control.name).to_lowercase().contains(&text))
    }
}

/// Properties of [`Filters`].
#[derive(PartialEq, Properties)]
pub struct FiltersProps {
    /// The filter as it is.
    pub filter: Filter,
    /// Told of another one.
    pub onchange: Callback<Filter>,
    /// How many controls are listed.
    pub shown: usize,
}

/// Puts what was chosen into the filter.
type Change = dyn Fn(&mut Filter, String);

/// The fields of the filter.
#[component]
pub fn Filters(props: &FiltersProps) -> Html {
    let catalogue = catalogue();
    let set = |change: Box<Change>| {
        let (filter, onchange) = (props.filter.clone(), props.onchange.clone());
        Callback::from(move |event: Event| {
            let mut filter = filter.clone();
            change(&mut filter, value_of(&event));
            onchange.emit(filter);
        })
    };
    let typed = {
        let (filter, onchange) = (props.filter.clone(), props.onchange.clone());
        move |event: InputEvent| onchange.emit(Filter { text: value_of(&event), ..filter.clone() })
    };
    let decisions = [
        ("applicable", t(Word::DecisionApplicable)),
        ("excluded", t(Word::DecisionExcluded)),
        ("undecided", t(Word::DecisionUndecided)),
        (UNSURE, t(Word::FindOutTag)),
    ];
    let suggestions = [
        ("applicable", t(Word::FilterSuggestedApplicable)),
        ("excluded", t(Word::FilterSuggestedExcludable)),
        ("unclear", t(Word::FilterSuggestedUnclear)),
    ];
    let levels: Vec<_> = std::iter::once(("open", level_name(None)))
        .chain(Level::ALL.into_iter().map(|level| (level.name(), level_name(Some(level)))))
        .collect();
    let themes: Vec<_> = catalogue.themes.iter().map(|theme| (theme.id, theme.title)).collect();
    html! {
        <form class="filters" role="search" aria-label={t(Word::FilterLabel)} onsubmit={|event: SubmitEvent| event.prevent_default()}>
            { select(Word::FilterTheme, "filter-theme", &themes, &props.filter.theme, set(Box::new(|filter, value| filter.theme = value))) }
            { select(Word::FilterDecision, "filter-decision", &decisions, &props.filter.decision, set(Box::new(|filter, value| filter.decision = value))) }
            { select(Word::FilterSuggestion, "filter-suggestion", &suggestions, &props.filter.suggestion, set(Box::new(|filter, value| filter.suggestion = value))) }
            { select(Word::FilterLevel, "filter-level", &levels, &props.filter.level, set(Box::new(|filter, value| filter.level = value))) }
            <label class="field"><span>{ t(Word::FilterText) }</span><input type="search" data-testid="filter-text" value={props.filter.text.clone()} oninput={typed} /></label>
            <details>
                <summary>{ t(Word::AttributeFilter) }</summary>
                <div>{ for ATTRIBUTES.iter().enumerate().map(|(at, attribute)| {
                    let options: Vec<_> = attribute.values.iter().map(|(name, word)| (*name, t(*word))).collect();
                    let set = set(Box::new(move |filter, value| filter.attributes[at] = value));
                    select(attribute.heading, attribute.name, &options, &props.filter.attributes[at], set)
                }) }</div>
            </details>
            <p class="hint" role="status">{ say(Word::FilterShown, &[("n", &props.shown.to_string())]) }</p>
        </form>
    }
}

fn select(
    name: Word,
    testid: &'static str,
    options: &[(&'static str, &'static str)],
    chosen: &str,
    onchange: Callback<Event>,
) -> Html {
    html! {
        <label class="field">
            <span>{ t(name) }</span>
            <select data-testid={testid} {onchange}>
                <option value="" selected={chosen.is_empty()}>{ t(Word::FilterAny) }</option>
                { for options.iter().map(|(value, text)| html! { <option value={*value} selected={*value == chosen}>{ *text }</option> }) }
            </select>
        </label>
    }
}
