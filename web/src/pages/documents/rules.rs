//! The rules that controls call for, each with its draft.

use super::draft::Drafts;
use crate::components::item_links;
use crate::store::use_assessment;
use crate::text::{catalogue, t};
use readiness::ItemRef;
use readiness::catalogue::Word;
use readiness::draft::is_called_for;
use yew::prelude::*;

/// Those of which not all controls are excluded.
#[component]
pub fn Rules() -> Html {
    let catalogue = catalogue();
    let called_for = use_assessment(|assessment| {
        let rules = catalogue.rules.iter();
        rules.map(|rule| is_called_for(assessment, rule.control_ids(catalogue))).collect::<Vec<_>>()
    });
    let rules = catalogue.rules.iter().zip(called_for).filter(|(_, called_for)| *called_for);
    html! {
        <section>
            <h2>{ t(Word::DraftRules) }</h2>
            <p>{ t(Word::DraftRulesText) }</p>
            { for rules.map(|(rule, _)| html! {
                <article class="item document" id={rule.id} data-testid="rule" data-item-id={rule.id} tabindex="-1">
                    <h3>{ rule.title }</h3>
                    { item_links(rule.control_ids(catalogue).map(ItemRef::from)) }
                    <Drafts document={rule.id} />
                </article>
            }) }
        </section>
    }
}
