//! Fields of the profile, each saved as it is typed.

use crate::browser::{EARLIEST, day_of, today, value_of};
use crate::store::store;
use crate::text::t;
use readiness::catalogue::Word;
use readiness::{Date, Edit};
use yew::prelude::*;

/// A label, a hint, a field and what is wrong with it.
fn field(id: &'static str, label: Word, hint: Option<Word>, problem: Option<Word>, input: Html) -> Html {
    html! {
        <div class="field">
            <label for={id}>{ t(label) }</label>
            if let Some(hint) = hint {
                <p class="hint" id={format!("{id}-hint")}>{ t(hint) }</p>
            }
            { input }
            if let Some(problem) = problem {
                <p class="problem" role="alert" id={format!("{id}-problem")} data-testid={format!("{id}-problem")}>{ t(problem) }</p>
            }
        </div>
    }
}

fn described(id: &str, hint: Option<Word>, problem: bool) -> Option<String> {
    match (hint, problem) {
        (_, true) => Some(format!("{id}-problem")),
        (Some(_), false) => Some(format!("{id}-hint")),
        (None, false) => None,
    }
}

/// A text, in one line or several.
pub fn line(id: &'static str, label: Word, hint: Option<Word>, value: String, edit: fn(String) -> Edit) -> Html {
    let oninput = move |event: InputEvent| store().apply(edit(value_of(&event)));
    let described = described(id, hint, false);
    // What has a hint is worth more than a line.
    let input = if hint.is_some() {
        html! { <textarea {id} data-testid={id} rows="3" aria-describedby={described} {value} {oninput} /> }
    } else {
        html! { <input type="text" {id} data-testid={id} aria-describedby={described} {value} {oninput} /> }
    };
    field(id, label, hint, None, input)
}

/// A day; one that is to come, if `ahead`.
pub fn day(
    id: &'static str,
    label: Word,
    hint: Word,
    value: Option<Date>,
    ahead: bool,
    edit: fn(Option<Date>) -> Edit,
) -> Html {
    let onchange = move |event: Event| day_of(&event).into_iter().for_each(|day| store().apply(edit(day)));
    let problem = value.filter(|day| ahead && *day < today()).map(|_| Word::OrganisationPast);
    let value = value.map(|date| date.to_string()).unwrap_or_default();
    let input = html! {
        <input type="date" min={EARLIEST} {id} data-testid={id} aria-describedby={described(id, Some(hint), problem.is_some())} {value} {onchange} />
    };
    field(id, label, Some(hint), problem, input)
}

/// Properties of [`Email`].
#[derive(PartialEq, Properties)]
pub struct EmailProps {
    /// The id of the field.
    pub id: &'static str,
    /// Its label.
    pub label: Word,
    /// The address.
    pub value: AttrValue,
}

/// The contact's address. What looks like none is kept as it is, with a message once it is typed. A browser's own field for
/// addresses would change what it does not know.
#[component]
pub fn Email(props: &EmailProps) -> Html {
    let done = use_state_eq(|| true);
    let (typing, typed) = (done.setter(), done.setter());
    let oninput = move |event: InputEvent| {
        typing.set(false);
        store().apply(Edit::contact().email(value_of(&event)));
    };
    let onchange = move |_: Event| typed.set(true);
    let problem = (*done && !is_address(&props.value)).then_some(Word::OrganisationNoEmail);
    let input = html! {
        <input type="text" inputmode="email" autocomplete="email" id={props.id} data-testid={props.id}
            aria-describedby={described(props.id, None, problem.is_some())} value={props.value.clone()} {oninput} {onchange} />
    };
    field(props.id, props.label, None, problem, input)
}

/// Whether it may be an address, or nothing yet.
fn is_address(text: &str) -> bool {
    let text = text.trim();
    let parts = text.split_once('@').is_some_and(|(name, place)| !name.is_empty() && !place.is_empty());
    text.is_empty() || parts && !text.contains(char::is_whitespace)
}

/// Properties of [`Count`].
#[derive(PartialEq, Properties)]
pub struct CountProps {
    /// The id of the field.
    pub id: &'static str,
    /// Its label.
    pub label: Word,
    /// What to count.
    pub hint: Word,
    /// The least that it can be.
    #[prop_or(1)]
    pub least: u32,
    /// The number.
    pub value: Option<u32>,
    /// Told of another number, or of none.
    pub onchange: Callback<Option<u32>>,
}

/// The most that is counted here.
const MOST: u32 = 1_000_000;

/// A whole number. What is no number stays in the field with a message, and the last number stays in the assessment.
#[component]
pub fn Count(props: &CountProps) -> Html {
    let typed = use_state(|| None::<String>);
    let oninput = {
        let (typed, onchange, least) = (typed.clone(), props.onchange.clone(), props.least);
        move |event: InputEvent| {
            let text = value_of(&event);
            match (text.trim().is_empty(), text.trim().parse::<u32>()) {
                (true, _) => {
                    typed.set(None);
                    onchange.emit(None);
                }
                (false, Ok(number)) if (least..=MOST).contains(&number) => {
                    typed.set(None);
                    onchange.emit(Some(number));
                }
                _ => typed.set(Some(text)),
            }
        }
    };
    let no_number = if props.value.is_some() { Word::OrganisationNoNumberNow } else { Word::OrganisationNoNumber };
    let problem = typed.is_some().then_some(no_number);
    let value = (*typed).clone().unwrap_or_else(|| props.value.map(|number| number.to_string()).unwrap_or_default());
    let input = html! {
        <input type="text" inputmode="numeric" id={props.id} data-testid={props.id} {value} {oninput}
            aria-invalid={problem.map(|_| "true")} aria-describedby={described(props.id, Some(props.hint), problem.is_some())} />
    };
    field(props.id, props.label, Some(props.hint), problem, input)
}
