//! A file of the person's own that the page may write, where the browser has such files: Chromium does. web-sys has no
//! stable binding for most of it.

use crate::browser::{LARGEST, window};
use crate::storage::StorageError;
use crate::text::t;
use js_sys::{Array, Function, Object, Promise, Reflect};
use readiness::catalogue::Word;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What lets a person choose where to save.
const PICKER: &str = "showSaveFilePicker";

/// A file that the person has chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Handle(pub JsValue);

/// What is in a file, and which state of the file that is.
pub struct Found {
    /// Its text.
    pub text: String,
    /// When it was written, in milliseconds, and its length.
    state: (Option<f64>, Option<f64>),
}

impl Handle {
    /// Whether this browser lets a page write a file of the person's own.
    pub fn can_be() -> bool {
        Reflect::has(&window(), &PICKER.into()).unwrap_or(false)
    }

    /// Asks the person for a file; `None` if they want none after all.
    ///
    /// # Errors
    /// When the browser does not let the page ask, for example in a frame.
    pub async fn choose(name: &str) -> Result<Option<Self>, StorageError> {
        let accept = object("application/json", &Array::of1(&".json".into()).into())?;
        let types = Array::of1(&object("accept", &accept)?);
        let options = object("suggestedName", &name.into())?;
        Reflect::set(&options, &"types".into(), &types)?;
        match ask(&window(), PICKER, &options).await {
            Ok(handle) => Ok(Some(Self(handle))),
            Err(StorageError::Other(why)) if why.starts_with("AbortError") => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Its name, without its folder: that is not for pages to know.
    pub fn name(&self) -> String {
        text_of(&self.0, "name")
    }

    /// Whether the page may write it now.
    pub async fn is_allowed(&self) -> bool {
        self.permission("queryPermission").await
    }

    /// Asks the person whether the page may write it; only after a click.
    pub async fn request(&self) -> bool {
        self.permission("requestPermission").await
    }

    async fn permission(&self, method: &str) -> bool {
        let Ok(mode) = object("mode", &"readwrite".into()) else { return false };
        ask(&self.0, method, &mode).await.is_ok_and(|answer| answer == "granted")
    }

    /// What is in it.
    ///
    /// # Errors
    /// When it can't be read, for example because it is no longer there, or is longer than anything sensible.
    pub async fn read(&self) -> Result<Found, StorageError> {
        let file = ask(&self.0, "getFile", &JsValue::UNDEFINED).await?;
        let state = state_of(&file);
        if state.1 > Some(LARGEST) {
            return Err(StorageError::Other(t(Word::FileTooLarge).to_owned()));
        }
        let text = ask(&file, "text", &JsValue::UNDEFINED).await?.as_string().unwrap_or_default();
        Ok(Found { text, state })
    }

    /// Puts a text in the place of what was found, all of it or nothing; `false` if the file is no longer as it was found.
    ///
    /// # Errors
    /// When it can't be written.
    pub async fn write(&self, text: &str, found: &Found) -> Result<bool, StorageError> {
        let stream = ask(&self.0, "createWritable", &JsValue::UNDEFINED).await?;
        ask(&stream, "write", &text.into()).await?;
        let is_same = state_of(&ask(&self.0, "getFile", &JsValue::UNDEFINED).await?) == found.state;
        ask(&stream, if is_same { "close" } else { "abort" }, &JsValue::UNDEFINED).await?;
        Ok(is_same)
    }
}

/// Calls a method that gives a promise.
async fn ask(of: &JsValue, method: &str, argument: &JsValue) -> Result<JsValue, StorageError> {
    let call = || -> Result<Promise, JsValue> {
        let method: Function = Reflect::get(of, &method.into())?.dyn_into()?;
        Ok(method.call1(of, argument)?.unchecked_into())
    };
    let trouble =
        |error: JsValue| StorageError::Other(format!("{}: {}", text_of(&error, "name"), text_of(&error, "message")));
    JsFuture::from(call().map_err(trouble)?).await.map_err(trouble)
}

fn object(name: &str, value: &JsValue) -> Result<JsValue, JsValue> {
    let object = Object::new();
    Reflect::set(&object, &name.into(), value)?;
    Ok(object.into())
}

fn text_of(of: &JsValue, name: &str) -> String {
    Reflect::get(of, &name.into()).ok().and_then(|value| value.as_string()).unwrap_or_default()
}

fn state_of(file: &JsValue) -> (Option<f64>, Option<f64>) {
    let number = |name: &str| Reflect::get(file, &name.into()).ok().and_then(|value| value.as_f64());
    (number("lastModified"), number("size"))
}
