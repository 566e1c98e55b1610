//! One thing that both changed: both sides' words next to each other, and a choice.

use crate::browser::local_day;
use crate::text::{catalogue, say, t};
use readiness::assessment::Part;
use readiness::catalogue::Word;
use readiness::merge::{Choice, Conflict, excerpts, said};
use readiness::{Assessment, Date, Edit, figures};
use yew::prelude::*;

/// One of the two whose states are compared.
#[derive(PartialEq)]
pub struct Side {
    /// What it is called.
    pub name: String,
    /// What it holds.
    pub state: Assessment,
}

impl Side {
    /// The day on which something was last changed there: the answer itself, or else anything.
    pub fn changed(&self, edit: &Edit) -> Option<Date> {
        let answer = match edit {
            Edit::Set(Part::Answer(id), ..) => self.state.answers.get(id).map(|answer| &answer.updated),
            _ => None,
        };
        local_day(answer.unwrap_or(&self.state.updated))
    }
}

/// Properties of [`question`].
pub struct Question<'a> {
    /// Its number, from 0.
    pub index: usize,
    /// What it is about.
    pub name: String,
    /// What it was, if that is known.
    pub before: Option<&'a Edit>,
    /// What the sides made of it.
    pub conflict: &'a Conflict,
    /// Both sides.
    pub sides: &'a [Side; 2],
    /// What was chosen.
    pub chosen: Option<Choice>,
    /// Told of a choice.
    pub choose: Callback<Choice>,
}

/// The question.
pub fn question(it: &Question<'_>) -> Html {
    let options: Vec<_> = it.conflict.options.iter().map(|(edit, _)| said(catalogue(), edit)).collect();
    // Of a record, only what differs.
    let differs = |field: usize| options.iter().any(|option| option[field] != options[0][field]);
    let fields: Vec<usize> = (0..options[0].len()).filter(|field| differs(*field)).collect();
    let before = it.before.map(|edit| said(catalogue(), edit));
    // Of each field what each side says; what it was comes last.
    let values: Vec<_> = fields
        .iter()
        .map(|field| excerpts(&options.iter().chain(&before).map(|said| &*said[*field].1).collect::<Vec<_>>()))
        .collect();
    let before =
        before.map(|_| values.iter().flat_map(|it| it.last()).map(|it| shown(it)).collect::<Vec<_>>().join("; "));
    let names: Vec<_> = fields.iter().map(|field| options[0][*field].0.clone()).collect();
    let radio = |choice: Choice, testid: &'static str, title: String, hint: Option<String>, values: Html| {
        let choose = it.choose.clone();
        html! {
            <label class="level side">
                <input type="radio" name={format!("question-{}", it.index)} checked={it.chosen == Some(choice)} data-testid={testid}
                    onchange={move |_| choose.emit(choice)} />
                <strong>{ title }</strong>
                if let Some(hint) = hint { <span class="level-hint">{ hint }</span> }
                { values }
            </label>
        }
    };
    let option = |index: usize, (edit, by): &(Edit, Vec<usize>)| {
        let side = &it.sides[by.first().copied().unwrap_or(0).min(1)];
        let hint = side.changed(edit).map(|day| say(Word::MergeChanged, &[("day", &figures::date(catalogue(), day))]));
        let values = values.iter().zip(&names).map(|(values, name)| {
            html! { <span class="said">if names.len() > 1 { { format!("{name}: ") } }{ shown(&values[index]) }</span> }
        });
        let testid = if by.contains(&0) { "take-yours" } else { "take-theirs" };
        radio(Choice::Option(index), testid, side.name.clone(), hint, html! { <>{ for values }</> })
    };
    html! {
        <fieldset class="card question" data-testid="question" data-decided={it.chosen.is_some().to_string()}>
            <legend>{ format!("{}: {}", it.name, names.join(", ")) }</legend>
            if let Some(before) = before { <p class="hint">{ say(Word::MergeBefore, &[("what", &before)]) }</p> }
            <div class="sides">
                if it.conflict.both {
                    { radio(Choice::Both, "take-both", t(Word::MergeBoth).to_owned(), Some(t(Word::MergeBothText).to_owned()), html! {}) }
                }
                { for it.conflict.options.iter().enumerate().map(|(index, each)| option(index, each)) }
            </div>
        </fieldset>
    }
}

/// A value, or that there is none.
pub fn shown(value: &str) -> String {
    if value.trim().is_empty() { t(Word::MergeNothingSaid).to_owned() } else { value.to_owned() }
}
