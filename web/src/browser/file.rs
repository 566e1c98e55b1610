//! Files that a person gives or takes.

use super::window;
use readiness::assessment::Fingerprint;
use readiness::evidence::Fingerprinting;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url, js_sys};

/// Lets the browser save a file under a name.
///
/// # Errors
/// When the browser refuses to make the file.
pub fn download(name: &str, media_type: &str, content: &str) -> Result<(), JsValue> {
    save(name, &Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&content.into()), &of(media_type))?)
}

/// Lets the browser save bytes under a name.
///
/// # Errors
/// As [`download`].
pub fn download_bytes(name: &str, media_type: &str, bytes: &js_sys::Uint8Array) -> Result<(), JsValue> {
    save(name, &Blob::new_with_u8_array_sequence_and_options(&js_sys::Array::of1(bytes), &of(media_type))?)
}

fn of(media_type: &str) -> BlobPropertyBag {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    options
}

fn save(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(blob)?;
    let document = window().document().ok_or(JsValue::UNDEFINED)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser reads the content after the click; a minute is enough for every one of them.
    gloo_timers::callback::Timeout::new(60_000, move || drop(Url::revoke_object_url(&url))).forget();
    Ok(())
}

/// How much of a file is read at once.
const PIECE: f64 = 4_000_000.0;

/// The fingerprint of a file, which is read piece by piece, however large it is.
///
/// # Errors
/// When the browser can't read it.
pub async fn fingerprint(file: &File) -> Result<Fingerprint, JsValue> {
    let (mut all, mut at) = (Fingerprinting::default(), 0.0);
    while at < file.size() {
        let piece = file.slice_with_f64_and_f64(at, at + PIECE)?;
        all.add(&js_sys::Uint8Array::new(&JsFuture::from(piece.array_buffer()).await?).to_vec());
        at += PIECE;
    }
    Ok(all.end(&file.name()))
}

/// Loads a file of the site, by its address relative to the page; it is on its way from the call on.
///
/// # Errors
/// When there is none, or the person is offline.
pub fn fetch_text(address: &str) -> impl Future<Output = Result<String, JsValue>> + use<> {
    let response = JsFuture::from(window().fetch_with_str(address));
    async {
        let response: web_sys::Response = response.await?.unchecked_into();
        if !response.ok() {
            return Err(JsValue::UNDEFINED);
        }
        Ok(JsFuture::from(response.text()?).await?.as_string().unwrap_or_default())
    }
}
