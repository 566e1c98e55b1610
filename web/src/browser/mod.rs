//! The browser: clock, names, files, focus. Everything that the core gets as a parameter comes from here.

pub mod arriving;
mod carrier;
mod file;
pub mod focus;
pub mod host;
pub mod language;
pub mod making;
mod site_data;

pub use carrier::{Carrier, LARGEST, read_bytes, read_text};
pub use file::{download, download_bytes, fetch_text, fingerprint};
pub use site_data::remove_site_data;

use crate::text::catalogue;
use gloo_events::EventListener;
use readiness::{Date, Id, Timestamp, figures};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlInputElement, HtmlTextAreaElement, Window, js_sys};

/// The window.
///
/// # Panics
/// Never in a page; there is no window in a worker, where this module is not used.
pub fn window() -> Window {
    web_sys::window().expect("the site runs in a page")
}

/// The present moment in UTC.
pub fn now() -> Timestamp {
    Timestamp::new(String::from(js_sys::Date::new_0().to_iso_string()))
}

/// Today, where the person is.
pub fn today() -> Date {
    local_day(&now()).expect("a browser's date is a date")
}

/// The day of a moment where the person is: late in the evening in Los Angeles it is tomorrow in UTC already.
pub fn local_day(moment: &Timestamp) -> Option<Date> {
    let there = js_sys::Date::new(&moment.as_str().into());
    // What is no moment has no parts that are numbers.
    let text = format!("{:04}-{:02}-{:02}", there.get_full_year(), there.get_month() + 1, there.get_date());
    Date::parse(&text).ok().filter(|_| !there.get_time().is_nan())
}

/// A moment where the person is, to the minute, such as `24 November 2026, 10:05`; as it is written if it is none.
pub fn local_minute(moment: &Timestamp) -> String {
    let there = js_sys::Date::new(&moment.as_str().into());
    if there.get_time().is_nan() {
        return moment.as_str().to_owned();
    }
    let day = local_day(moment).map_or_else(|| moment.as_str().to_owned(), |day| figures::date(catalogue(), day));
    format!("{day}, {:02}:{:02}", there.get_hours(), there.get_minutes())
}

/// A new unique id, in order of its making: the moment and 64 random bits that nobody can foretell.
pub fn new_id() -> Id {
    let mut random = [0; 8];
    // Every browser has them, on every page; without them the moment still tells ids apart.
    let _ = window().crypto().map(|it| it.get_random_values_with_u8_array(&mut random));
    let moment = js_sys::Date::now() as u64;
    let text = format!("{moment:012x}-{:016x}", u64::from_ne_bytes(random));
    Id::parse(&text).unwrap_or_default()
}

/// The text of the input or text area that an event comes from.
pub fn value_of(event: &web_sys::Event) -> String {
    let target = event.target();
    let input = target.as_ref().and_then(|target| target.dyn_ref::<HtmlInputElement>());
    let area = || target.as_ref().and_then(|target| target.dyn_ref::<HtmlTextAreaElement>());
    let select = || target.as_ref().and_then(|target| target.dyn_ref::<web_sys::HtmlSelectElement>());
    input
        .map(HtmlInputElement::value)
        .or_else(|| area().map(HtmlTextAreaElement::value))
        .or_else(|| select().map(web_sys::HtmlSelectElement::value))
        .unwrap_or_default()
}

/// Whether the box that an event comes from is ticked.
pub fn is_checked(event: &web_sys::Event) -> bool {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    input.is_some_and(|input| input.checked())
}

/// [`value_of`] in one line: of a text area that only grows because its text is long.
pub fn line_of(event: &web_sys::Event) -> String {
    value_of(event).replace(['\r', '\n'], " ")
}

/// The day in the date field that an event comes from, `Some(None)` if it was emptied. `None` while its year is being
/// typed: to the browser, the first digit of 2027 is the year 2.
pub fn day_of(event: &web_sys::Event) -> Option<Option<Date>> {
    let text = value_of(event);
    if text.is_empty() { Some(None) } else { Date::parse(&text).ok().filter(|_| *text >= *EARLIEST).map(Some) }
}

/// The earliest day of a date field: what comes before was mistyped, and no spreadsheet has it.
pub const EARLIEST: &str = "1900-01-01";

/// Hands a panic over to the page's recovery view, which works without us.
pub fn on_panic() {
    // By way of Yew, which would put a hook of its own in the place of ours.
    yew::set_custom_panic_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        say_to_page("stage-zero-panic");
    }));
}

/// Tells the page's own scripts of something; `web/boot/` listens.
pub fn say_to_page(event: &str) {
    if let Ok(event) = web_sys::Event::new(event) {
        let _ = window().dispatch_event(&event);
    }
}

/// Tells the page's own scripts that a report was saved in a format, named as in `pages/report.rs`.
pub fn say_exported(format: &str) {
    let detail = web_sys::CustomEventInit::new();
    detail.set_detail(&format.into());
    if let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict("stage-zero-exported", &detail) {
        let _ = window().dispatch_event(&event);
    }
}

/// Holds a lock of this name until the page goes, by which others know that it lives. Without https there is none.
pub fn hold(name: &str) {
    let locks = navigator_says("locks");
    let Ok(request) = js_sys::Reflect::get(&locks, &"request".into()) else { return };
    let Some(request) = request.dyn_ref::<js_sys::Function>() else { return };
    let until_it_goes = || {
        js_sys::Promise::new(&mut |go, _| {
            let gone = move |_: &web_sys::Event| drop(go.call0(&JsValue::UNDEFINED));
            EventListener::once(&window(), "pagehide", gone).forget();
        })
    };
    let held = Closure::once_into_js(until_it_goes);
    let Ok(held) = request.call2(&locks, &name.into(), &held) else { return };
    // Where nothing may be kept, there are no locks either.
    spawn_local(async move { drop(JsFuture::from(js_sys::Promise::from(held)).await) });
}

/// Puts a text on the clipboard.
///
/// # Errors
/// When the browser does not allow it.
pub async fn copy(text: &str) -> Result<(), JsValue> {
    let clipboard = window().navigator().clipboard();
    // A page without https has none, whatever the type says.
    if clipboard.is_undefined() {
        return Err(JsValue::UNDEFINED);
    }
    JsFuture::from(clipboard.write_text(text)).await.map(drop)
}

/// Whether the browser can be asked to keep the site's data; WebKitGTK can't, nor can a page without https.
pub fn can_persist() -> bool {
    navigator_says("storage").is_truthy()
}

fn navigator_says(name: &str) -> JsValue {
    js_sys::Reflect::get(&window().navigator(), &name.into()).unwrap_or_default()
}

thread_local! {
    static FORGETS: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
}

/// What the page's own scripts know: whether the person, or a slow connection, asks for no more than what is looked at
/// (`stageZeroSaves`); whether somebody has pressed the button that begins before the program came (`stageZeroPressed`).
pub fn page_says(name: &str) -> bool {
    js_sys::Reflect::get(&window(), &name.into()).is_ok_and(|says| says.is_truthy())
}

/// Looks whether the browser forgets what a site stored after days without a visit, as Safari does with a site that is not
/// installed, unless it has promised to keep it.
pub async fn look_whether_it_forgets() {
    let is_webkit = navigator_says("vendor").as_string().is_some_and(|vendor| vendor.starts_with("Apple"));
    FORGETS.set(is_webkit && !navigator_says("standalone").is_truthy() && !persisted().await);
}

/// Whether the browser forgets, as far as that is known.
pub fn forgets() -> bool {
    FORGETS.get()
}

/// Whether the browser has promised to keep the site's data until the person removes it.
pub async fn persisted() -> bool {
    granted(window().navigator().storage().persisted()).await
}

/// Asks the browser to keep the site's data, and returns whether it will.
pub async fn persist() -> bool {
    granted(window().navigator().storage().persist()).await
}

/// Asks the browser to keep the site's data, once a visit.
pub async fn persist_once() {
    const ASKED: &str = "stage-zero-asked";
    let Ok(Some(session)) = window().session_storage() else { return };
    if let Ok(None) = session.get_item(ASKED) {
        let _ = session.set_item(ASKED, "1");
        persist().await;
    }
}

async fn granted(answer: Result<js_sys::Promise, JsValue>) -> bool {
    let Ok(answer) = answer else { return false };
    JsFuture::from(answer).await.is_ok_and(|answer| answer.is_truthy())
}
