//! A table with its name, which scrolls by itself where it is too wide.

use crate::text::t;
use readiness::catalogue::Word;
use yew::prelude::*;

/// The table, named by its caption; the keyboard scrolls it too. `testid` is that of the table.
pub fn table(caption: Word, testid: &'static str, head: Html, rows: Html) -> Html {
    html! {
        <div class="scroll" tabindex="0" role="group" aria-label={t(caption)}>
            <table data-testid={testid}>
                <caption>{ t(caption) }</caption>
                <thead>{ head }</thead>
                <tbody>{ rows }</tbody>
            </table>
        </div>
    }
}
