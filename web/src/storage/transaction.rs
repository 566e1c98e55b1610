//! One transaction of the database, and the promises of its requests.

use super::{StorageError, is_rest};
use js_sys::Promise;
use readiness::Id;
use std::future::Future;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, Event, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction};

/// What a transaction may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Read only.
    Read,
    /// Read and write, with durability `strict`.
    Write,
}

/// A transaction. It ends by itself when nothing more is asked of it; [`Transaction::done`] says when it was safe.
pub struct Transaction {
    inner: IdbTransaction,
    complete: Promise,
}

impl Transaction {
    pub(super) fn new(inner: IdbTransaction) -> Self {
        // Listened to from the start: a transaction may be over before anybody asks.
        let complete = Promise::new(&mut |resolve, reject| {
            let transaction = inner.clone();
            let settle = Closure::once_into_js(move |event: Event| {
                // A transaction that was given up on purpose reports no error.
                let _ = match event.type_().as_str() {
                    "complete" => resolve.call0(&JsValue::UNDEFINED),
                    _ => reject.call1(&JsValue::UNDEFINED, &transaction.error().into()),
                };
            });
            inner.set_oncomplete(Some(settle.unchecked_ref()));
            inner.set_onabort(Some(settle.unchecked_ref()));
        });
        Self { inner, complete }
    }

    /// Waits until all that was asked is safely stored.
    ///
    /// # Errors
    /// When the browser gave the transaction up: nothing of it is stored.
    pub async fn done(self) -> Result<(), StorageError> {
        JsFuture::from(self.complete).await.map(drop).map_err(StorageError::from)
    }

    /// Reads a record.
    pub fn get(&self, store: &str, key: &str) -> impl Future<Output = Result<Option<String>, StorageError>> + use<> {
        let value = self.get_value(store, key);
        async move { Ok(value.await?.as_string()) }
    }

    /// Reads a record that may be no text; `undefined` if there is none.
    pub fn get_value(&self, store: &str, key: &str) -> impl Future<Output = Result<JsValue, StorageError>> + use<> {
        let request = self.store(store).and_then(|store| Ok(promise(&store.get(&key.into())?)));
        async move { Ok(JsFuture::from(request?).await?) }
    }

    /// Reads all records of a store, or those of an assessment: keys and values.
    pub fn all(
        &self,
        store: &str,
        of: Option<&Id>,
    ) -> impl Future<Output = Result<Vec<(String, String)>, StorageError>> + use<> {
        let requests = self.store(store).and_then(|store| {
            let range = of.map_or(Ok(JsValue::UNDEFINED), |id| range(id).map(JsValue::from))?;
            Ok((promise(&store.get_all_keys_with_key(&range)?), promise(&store.get_all_with_key(&range)?)))
        });
        async move {
            let (keys, values) = requests?;
            let keys: js_sys::Array = JsFuture::from(keys).await?.unchecked_into();
            let values: js_sys::Array = JsFuture::from(values).await?.unchecked_into();
            let text = |value: JsValue| value.as_string().unwrap_or_default();
            Ok(keys.iter().map(text).zip(values.iter().map(text)).collect())
        }
    }

    /// The keys of an assessment's records in a store, in order.
    pub fn keys(&self, store: &str, of: &Id) -> impl Future<Output = Result<Vec<String>, StorageError>> + use<> {
        let request =
            self.store(store).and_then(|store| Ok(promise(&store.get_all_keys_with_key(range(of)?.as_ref())?)));
        async move {
            let keys: js_sys::Array = JsFuture::from(request?).await?.unchecked_into();
            Ok(keys.iter().filter_map(|key| key.as_string()).collect())
        }
    }

    /// Writes a record.
    ///
    /// # Errors
    /// When the browser refuses at once; later failures come from [`Transaction::done`].
    pub fn put(&self, store: &str, key: &str, value: &str) -> Result<(), StorageError> {
        self.put_value(store, key, &value.into())
    }

    /// Writes a record that may be no text.
    ///
    /// # Errors
    /// As [`Transaction::put`].
    pub fn put_value(&self, store: &str, key: &str, value: &JsValue) -> Result<(), StorageError> {
        self.store(store)?.put_with_key(value, &key.into())?;
        Ok(())
    }

    /// Writes a record that must not be there yet.
    ///
    /// # Errors
    /// As [`Transaction::put`]; if it is there, [`Transaction::done`] fails, and nothing is stored.
    pub fn add(&self, store: &str, key: &str, value: &str) -> Result<(), StorageError> {
        self.store(store)?.add_with_key(&value.into(), &key.into())?;
        Ok(())
    }

    /// Removes a record.
    ///
    /// # Errors
    /// As [`Transaction::put`].
    pub fn delete(&self, store: &str, key: &str) -> Result<(), StorageError> {
        self.store(store)?.delete(&key.into())?;
        Ok(())
    }

    /// Removes all records of an assessment from a store, and none of an old id with slashes that begins like it.
    ///
    /// # Errors
    /// When the browser can't read them, and as [`Transaction::put`].
    pub async fn delete_all(&self, store: &str, of: &Id) -> Result<(), StorageError> {
        for key in self.keys(store, of).await? {
            if Id::of_key(&key).is_some_and(|(_, rest)| is_rest(store, rest)) {
                self.delete(store, &key)?;
            }
        }
        Ok(())
    }

    /// Removes all records.
    ///
    /// # Errors
    /// As [`Transaction::put`].
    pub fn clear(&self, store: &str) -> Result<(), StorageError> {
        self.store(store)?.clear()?;
        Ok(())
    }

    fn store(&self, name: &str) -> Result<IdbObjectStore, StorageError> {
        Ok(self.inner.object_store(name)?)
    }
}

/// All keys of an assessment.
fn range(id: &Id) -> Result<IdbKeyRange, JsValue> {
    let [from, to] = id.keys();
    IdbKeyRange::bound_with_lower_open_and_upper_open(&from.into(), &to.into(), false, true)
}

/// The result of a request, as a promise.
pub(super) fn promise(request: &IdbRequest) -> Promise {
    Promise::new(&mut |resolve, reject| {
        let target = request.clone();
        let settle = Closure::once_into_js(move || {
            let _ = match target.error() {
                Ok(Some(error)) => reject.call1(&JsValue::UNDEFINED, &error),
                _ => resolve.call1(&JsValue::UNDEFINED, &target.result().unwrap_or_default()),
            };
        });
        request.set_onsuccess(Some(settle.unchecked_ref()));
        request.set_onerror(Some(settle.unchecked_ref()));
    })
}

impl From<JsValue> for StorageError {
    fn from(error: JsValue) -> Self {
        // What comes when nothing comes, see `Database::open`.
        if error.is_undefined() {
            return Self::Silent;
        }
        let Some(error) = error.dyn_ref::<DomException>() else {
            return Self::Other(error.as_string().unwrap_or_else(|| "an unknown error".to_owned()));
        };
        match error.name().as_str() {
            "QuotaExceededError" => Self::Full,
            "VersionError" => Self::Newer,
            "SecurityError" | "InvalidStateError" => Self::Missing,
            name => Self::Other(format!("{name}: {}", error.message())),
        }
    }
}
