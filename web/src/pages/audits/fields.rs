//! Fields of a record by its table: each has its name there, and the kind of value that it holds.

use crate::browser::{EARLIEST, day_of, value_of};
use crate::store::{store, use_part};
use crate::text::t;
use readiness::Edit;
use readiness::assessment::{Choice, Field, FieldValue, Kind, Part};
use yew::prelude::*;

/// Properties of [`Fields`].
#[derive(PartialEq, Properties)]
pub struct FieldsProps {
    /// The record.
    pub part: Part,
    /// Its fields: the first by itself, the others side by side.
    pub fields: &'static [Field],
}

/// The texts, days and choices of a record; lists are shown by whoever knows what they hold.
#[component]
pub fn Fields(props: &FieldsProps) -> Html {
    let FieldsProps { part, fields } = *props;
    let values =
        use_part(part, |assessment| fields.iter().map(|field| assessment.value(part, field)).collect::<Vec<_>>());
    let mut shown = fields.iter().zip(&values).map(|(field, value)| one(part, field, value));
    html! {
        <>
            { shown.next() }
            <div class="pair">{ for shown }</div>
        </>
    }
}

fn one(part: Part, field: &'static Field, value: &FieldValue) -> Html {
    let testid = field.name.replace('_', "-");
    let set = move |value: FieldValue| store().apply(Edit::Set(part, field, value));
    let typed = move |event: InputEvent| set(FieldValue::Text(value_of(&event)));
    let control = match (field.kind, value) {
        (Kind::Day, FieldValue::Day(day)) => {
            let onchange = move |event: Event| day_of(&event).into_iter().for_each(|day| set(FieldValue::Day(day)));
            let value = day.map(|day| day.to_string()).unwrap_or_default();
            html! { <input type="date" min={EARLIEST} data-testid={testid} {value} {onchange} /> }
        }
        (Kind::Choice(choice), FieldValue::Choice(chosen)) => {
            let onchange = move |event: Event| set(FieldValue::Choice(chosen_of(choice, &value_of(&event))));
            html! { <select data-testid={testid} {onchange}>{ options(choice, *chosen) }</select> }
        }
        (_, FieldValue::Text(text)) if field.name == "about" => {
            html! { <input type="text" list="abouts" data-testid={testid} value={text.clone()} oninput={typed} /> }
        }
        (_, FieldValue::Text(text)) => {
            html! { <textarea rows="1" data-testid={testid} value={text.clone()} oninput={typed} /> }
        }
        _ => return html! {},
    };
    html! { <label class="field"><span>{ t(field.label) }</span>{ control }</label> }
}

/// What can be chosen, with nothing before it.
fn options(choice: &'static Choice, chosen: Option<u8>) -> Html {
    let option = |(at, (name, word)): (usize, (&&'static str, &readiness::catalogue::Word))| {
        let selected = chosen.is_some_and(|it| usize::from(it) == at);
        html! { <option value={*name} {selected}>{ t(*word) }</option> }
    };
    html! {
        <>
            <option value="" selected={chosen.is_none()}>{ "–" }</option>
            { for choice.names.iter().zip(choice.words).enumerate().map(option) }
        </>
    }
}

/// The position of a name among those that can be chosen.
fn chosen_of(choice: &Choice, name: &str) -> Option<u8> {
    choice.names.iter().position(|known| *known == name).and_then(|at| at.try_into().ok())
}
