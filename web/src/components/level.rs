//! The five levels as radio buttons.

use crate::text::{catalogue, t};
use readiness::assessment::Level;
use readiness::catalogue::Word;
use yew::prelude::*;

/// The short name of a level.
pub fn level_name(level: Option<Level>) -> &'static str {
    t(match level {
        None => Word::LevelNameOpen,
        Some(Level::NotStarted) => Word::LevelNameNotStarted,
        Some(Level::Planned) => Word::LevelNamePlanned,
        Some(Level::Defined) => Word::LevelNameDefined,
        Some(Level::Operating) => Word::LevelNameOperating,
        Some(Level::Evidenced) => Word::LevelNameEvidenced,
    })
}

/// Five radio buttons. They have no handler of their own: the item listens to what changes inside it.
pub fn level_radios(group: &str, chosen: Option<Level>) -> Html {
    html! {
        <div class="levels">
            { for Level::ALL.into_iter().map(|level| html! {
                <label class={classes!("level", format!("level-{}", level.value()))} data-testid="answer">
                    <input type="radio" name={group.to_owned()} data-field="level" value={level.value().to_string()}
                        checked={chosen == Some(level)} />
                    <span class="level-name">{ level_name(Some(level)) }</span>
                    <span class="level-hint">{ level.label(catalogue()) }</span>
                </label>
            }) }
        </div>
    }
}
