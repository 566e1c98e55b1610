//! A sub-clause: its requirements, each with its question and its answer.

use crate::components::{ItemFields, ItemOf, heading, level_class, level_name};
use crate::pages::clauses::first_open;
use crate::pages::spine;
use crate::route::Route;
use crate::store::{use_assessment, use_part};
use crate::text::{catalogue, t};
use readiness::assessment::Part;
use readiness::catalogue::{RequirementId, Word};
use yew::prelude::*;

/// Properties of [`SubclausePage`].
#[derive(PartialEq, Properties)]
pub struct SubclauseProps {
    /// The position of the sub-clause.
    pub index: usize,
}

/// The questions of a sub-clause.
#[component]
pub fn SubclausePage(props: &SubclauseProps) -> Html {
    let catalogue = catalogue();
    let subclause = &catalogue.subclauses[props.index];
    let clause = &catalogue.clauses[subclause.clause];
    let chunk: AttrValue = format!("clause-{}", clause.id).into();
    html! {
        <>
            <p class="crumbs">
                <a href={Route::Clauses.href()}>{ t(Word::MenuClauses) }</a>{ " › " }{ clause.id }{ " " }{ clause.title }
            </p>
            { heading(format!("{} {}", subclause.id, subclause.title)) }
            <p class="hint keys">{ t(Word::ItemKeys) }</p>
            { for catalogue.requirement_ids_in(subclause.requirements.clone()).map(|id| html! {
                <Requirement {id} chunk={chunk.clone()} />
            }) }
            <Onward index={props.index} />
        </>
    }
}

/// Properties of [`Requirement`].
#[derive(PartialEq, Properties)]
pub struct RequirementProps {
    /// Which.
    pub id: RequirementId,
    /// The guidance chunk that tells more.
    pub chunk: AttrValue,
}

/// A requirement with its question and its answer.
#[component]
pub fn Requirement(props: &RequirementProps) -> Html {
    let requirement = catalogue().requirement(props.id);
    html! {
        <article class="item" id={requirement.id} data-testid="item" data-item-id={requirement.id} tabindex="-1">
            <header>
                <h2>{ requirement.title }</h2>
                <LevelTag id={props.id} />
            </header>
            <ItemFields of={ItemOf::Requirement(props.id)} legend={requirement.question} chunk={props.chunk.clone()} />
        </article>
    }
}

#[derive(PartialEq, Properties)]
struct LevelTagProps {
    id: RequirementId,
}

#[component]
fn LevelTag(props: &LevelTagProps) -> Html {
    let id = props.id;
    let (level, unsure) = use_part(Part::Answer(id), |assessment| (assessment.level(id), assessment.is_unsure(id)));
    let class = format!("tag {}", level_class(level));
    html! { <span {class}>{ if unsure { t(Word::FindOutTag) } else { level_name(level) } }</span> }
}

/// Previous, next, next open item.
#[component]
fn Onward(props: &SubclauseProps) -> Html {
    let next_open = use_assessment(first_open);
    let link = |index: usize, word: Word, class: &'static str| {
        let subclause = &catalogue().subclauses[index];
        html! {
            <a {class} href={Route::Subclause(index, None).href()}>
                <span>{ t(word) }</span>{ " " }<span class="hint">{ subclause.id }{ " " }{ subclause.title }</span>
            </a>
        }
    };
    html! {
        <nav class="onward" aria-label={t(Word::OnwardLabel)}>
            if props.index > 0 {
                { link(props.index - 1, Word::OnwardPrevious, "previous") }
            }
            if props.index + 1 < catalogue().subclauses.len() {
                { link(props.index + 1, Word::OnwardNext, "next") }
            }
            if let Some(open) = next_open {
                <a class="button" href={Route::requirement(open).href()} data-testid="next-open">{ t(Word::ClausesNextOpen) }</a>
            } else {
                { spine::go_on(Route::Documents(None)) }
            }
        </nav>
    }
}
