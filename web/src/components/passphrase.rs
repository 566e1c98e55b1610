//! A field for a passphrase, hidden until the person wants to see it.

use crate::browser::value_of;
use crate::text::t;
use readiness::catalogue::Word;
use yew::prelude::*;

/// Properties of [`Passphrase`].
#[derive(PartialEq, Properties)]
pub struct PassphraseProps {
    /// What to type.
    pub label: Word,
    /// What was typed so far.
    pub value: AttrValue,
    /// Called with what is typed.
    pub oninput: Callback<String>,
    /// The field itself, to move the focus there.
    #[prop_or_default]
    pub field: NodeRef,
    /// The id of what is wrong with it, where something is.
    #[prop_or_default]
    pub wrong: Option<&'static str>,
    /// Where it is typed twice: what was typed the second time, and who is called with that.
    #[prop_or_default]
    pub again: Option<(AttrValue, Callback<String>)>,
}

/// The field, and whether it shows what is typed.
#[component]
pub fn Passphrase(props: &PassphraseProps) -> Html {
    let shown = use_state_eq(|| false);
    let toggle = {
        let shown = shown.clone();
        move |_: Event| shown.set(!*shown)
    };
    let kind = if *shown { "text" } else { "password" };
    html! {
        <>
            <label class="field">
                <span>{ t(props.label) }</span>
                <input type={kind} ref={props.field.clone()} value={props.value.clone()}
                    autocomplete="off" autocapitalize="none" spellcheck="false" data-testid="passphrase"
                    aria-invalid={props.wrong.map(|_| "true")} aria-describedby={props.wrong}
                    oninput={props.oninput.reform(|event: InputEvent| value_of(&event))} />
            </label>
            if let Some((value, oninput)) = &props.again {
                <label class="field">
                    <span>{ t(Word::LockAgain) }</span>
                    <input type={kind} value={value.clone()} autocomplete="off" autocapitalize="none" spellcheck="false"
                        data-testid="passphrase-again" oninput={oninput.reform(|event: InputEvent| value_of(&event))} />
                </label>
            }
            <label class="choice">
                <input type="checkbox" checked={*shown} onchange={toggle} data-testid="passphrase-show" />
                { t(Word::LockShow) }
            </label>
        </>
    }
}
