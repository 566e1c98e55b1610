//! The five levels, and 'I don't know', as radio buttons.

use crate::text::{catalogue, t};
use readiness::assessment::Level;
use readiness::catalogue::Word;
use yew::prelude::*;

/// The name of a level, or of none.
pub fn level_name(level: Option<Level>) -> &'static str {
    level.map_or(t(Word::LevelNameOpen), |level| level.label(catalogue()))
}

/// The class by which the page colours a level.
pub fn level_class(level: Option<Level>) -> &'static str {
    match level {
        None => "level-open",
        Some(Level::NotStarted) => "level-0",
        Some(Level::Planned) => "level-1",
        Some(Level::Defined) => "level-2",
        Some(Level::Operating) => "level-3",
        Some(Level::Evidenced) => "level-4",
    }
}

/// The value of the radio button that says 'I don't know'.
pub const UNSURE: &str = "unsure";

/// Five radio buttons, and one for 'I don't know' where `unsure` says whether it is chosen. They have no handler of their
/// own: the item listens to what changes inside it.
pub fn level_radios(group: &str, chosen: Option<Level>, unsure: Option<bool>) -> Html {
    html! {
        <div class="levels">
            { for Level::ALL.into_iter().map(|level| html! {
                <label class={format!("level {}", level_class(Some(level)))} data-testid="answer">
                    <input type="radio" name={group.to_owned()} data-field="level" value={level.value().to_string()}
                        checked={chosen == Some(level)} />
                    <span class="level-name">{ level_name(Some(level)) }</span>
                    <span class="level-hint">{ level.meaning(catalogue()) }</span>
                </label>
            }) }
            if let Some(checked) = unsure {
                <label class="level unsure" data-testid="unsure">
                    <input type="radio" name={group.to_owned()} data-field="level" value={UNSURE} {checked} />
                    <span class="level-name">{ t(Word::LevelNameUnsure) }</span>
                    <span class="level-hint">{ t(Word::LevelNameUnsureHint) }</span>
                </label>
            }
        </div>
    }
}
