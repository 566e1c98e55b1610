//! What a person operates: buttons, fields, choices, levels, an item, files.

use super::{part, state};
use crate::components::{ChooseFile, Evidence, FileDrop, ItemFields, ItemOf, Passphrase, level_radios};
use crate::text::catalogue;
use readiness::assessment::Level;
use readiness::catalogue::Word;
use yew::prelude::*;

/// All of them.
pub fn all() -> Html {
    html! { <>{ buttons() }{ fields() }{ choices() }{ levels() }{ item() }{ files() }</> }
}

fn buttons() -> Html {
    let button = |class: &'static str| html! { <button type="button" {class}>{ "Do it" }</button> };
    let fold =
        |open: &'static str| html! { <button type="button" class="fold" aria-expanded={open}>{ "Explain" }</button> };
    part(
        "Button",
        html! {
            <>
                { state("button", button("button")) }
                { state("button second", button("button second")) }
                { state("button, disabled", html! { <button type="button" class="button" disabled=true>{ "Do it" }</button> }) }
                { state("quiet", button("quiet")) }
                { state("link", button("link")) }
                { state("fold, closed and open", html! { <p class="row">{ fold("false") }{ fold("true") }</p> }) }
                { state("actions: the first one counts", html! {
                    <div class="actions">{ button("button") }{ button("button") }</div>
                }) }
            </>
        },
    )
}

fn fields() -> Html {
    let text = |problem: bool| {
        html! {
            <label class="field">
                <span>{ "Name" }</span>
                <span class="hint">{ "As it stands in the register." }</span>
                <input type="text" value={if problem { "?" } else { "" }} aria-invalid={problem.then_some("true")} />
                if problem { <p class="problem">{ "This is no name." }</p> }
            </label>
        }
    };
    part(
        "Field",
        html! {
            <>
                { state("text with hint", text(false)) }
                { state("text with problem", text(true)) }
                { state("area", html! { <label class="field"><span>{ "Note" }</span><textarea rows="3" /></label> }) }
                { state("pair: choice and date", html! {
                    <div class="pair">
                        <label class="field"><span>{ "Grade" }</span><select><option>{ "All grades" }</option></select></label>
                        <label class="field"><span>{ "Due" }</span><input type="date" /></label>
                    </div>
                }) }
                { state("passphrase", html! {
                    <Passphrase label={Word::LockPassphrase} value="" oninput={Callback::noop()} field={NodeRef::default()} />
                }) }
            </>
        },
    )
}

fn choices() -> Html {
    let choice = |kind: &'static str, checked: bool, text: &'static str| {
        html! { <label class="choice"><input type={kind} name={format!("components-{kind}")} {checked} />{ text }</label> }
    };
    let group = |kind| {
        html! {
            <fieldset class="choices">
                <legend>{ "Does it apply?" }</legend>
                { choice(kind, true, "Chosen") }{ choice(kind, false, "Not chosen") }
            </fieldset>
        }
    };
    part(
        "Choices",
        html! { <>{ state("one of several", group("radio")) }{ state("any of several", group("checkbox")) }</> },
    )
}

fn levels() -> Html {
    let one = |name: &'static str, group, chosen| {
        state(
            name,
            html! { <fieldset><legend>{ "How far is it?" }</legend>{ level_radios(group, chosen, Some(false)) }</fieldset> },
        )
    };
    part(
        "Levels",
        html! { <>{ one("open", "components-open", None) }{ one("chosen", "components-chosen", Some(Level::Defined)) }</> },
    )
}

/// It shows what is open: an item without an answer where nothing is.
fn item() -> Html {
    let Some(id) = catalogue().requirement_ids().next() else { return html! {} };
    let of = ItemOf::Requirement(id);
    part(
        "Item",
        html! {
            <>
                <article class="item" tabindex="-1">
                    <header><h3>{ "As it is in the open assessment" }</h3><span class="tag level-open">{ "Open" }</span></header>
                    <ItemFields {of} legend="Is it so?" chunk="clause-4" />
                </article>
                { state("evidence: none, and one with its button", html! {
                    <><Evidence {of} pieces={vec![]} /><Evidence {of} pieces={vec!["Minutes of May".into()]} /></>
                }) }
            </>
        },
    )
}

fn files() -> Html {
    let onfile = Callback::noop();
    part(
        "File",
        html! {
            <>
                { state("button", html! { <ChooseFile label={Word::HomeOpenFile} testid="components-file" onfile={onfile.clone()} /> }) }
                { state("drop zone", html! { <FileDrop label={Word::ReviewDrop} testid="components-drop" {onfile} /> }) }
                { state("drop zone, with a file over it", html! { <div class="empty drop over"><p>{ "Drop it here." }</p></div> }) }
            </>
        },
    )
}
