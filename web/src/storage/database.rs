//! Opening the database and bringing it to the present schema.

use super::{
    StorageError, stores,
    transaction::{Mode, Transaction, promise},
};
use crate::browser::window;
use gloo_timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::{Array, Function, Object, Promise, Reflect};
use web_sys::{IdbDatabase, IdbFactory, IdbOpenDbRequest, IdbVersionChangeEvent};

/// The database's name.
const NAME: &str = "stage-zero";
/// The version of its schema. A tab with older code gets [`StorageError::Newer`] and asks to reload.
const SCHEMA: u32 = 2;
/// The name of one that is there for a moment, see [`begin_a_new_log`].
const PASSING: &str = "stage-zero-passing";
/// How long the browser has to answer, in milliseconds.
const PATIENCE: u32 = 10_000;

/// The open database.
#[derive(Clone)]
pub struct Database(IdbDatabase);

impl Database {
    /// Opens the database, and creates it the first time. `lost` is called when it can't be used any more: a newer
    /// version of the site, in another tab, wants to change the schema, or somebody removes the site's data.
    ///
    /// # Errors
    /// When the browser offers none or does not answer, or it belongs to a newer version.
    pub async fn open(lost: impl Fn(StorageError) + Clone + 'static) -> Result<Self, StorageError> {
        let factory = window().indexed_db().ok().flatten().ok_or(StorageError::Missing)?;
        let request = factory.open_with_u32(NAME, SCHEMA)?;
        let target = request.clone();
        let upgrade = Closure::once_into_js(move || -> Result<(), JsValue> {
            let database: IdbDatabase = target.result()?.unchecked_into();
            for store in stores::ALL {
                if !database.object_store_names().contains(store) {
                    database.create_object_store(store)?;
                }
            }
            Ok(())
        });
        request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
        let late = Promise::new(&mut |_, reject| {
            Timeout::new(PATIENCE, move || drop(reject.call0(&JsValue::UNDEFINED))).forget();
        });
        let answer = JsFuture::from(Promise::race(&Array::of2(&promise(&request), &late))).await;
        let opened = answer.map_err(|error| match StorageError::from(error) {
            // So Chromium calls it where the person blocks what sites store in frames of other sites.
            StorageError::Other(why) if why.contains("denied") => StorageError::Missing,
            error => error,
        });
        if opened.is_err() {
            // A connection that comes after all would be in the way of everybody else's.
            close_when_open(&request);
        }
        let database: IdbDatabase = opened?.unchecked_into();
        // Only a precaution: where the browser refuses, the database is there all the same.
        let _ = begin_a_new_log(&factory);
        let (connection, outdated) = (database.clone(), lost.clone());
        let give_way = Closure::once_into_js(move |event: IdbVersionChangeEvent| {
            connection.close();
            let newer = event.new_version().is_some_and(|version| version > f64::from(SCHEMA));
            // Or it is removed, or made again after it could not be made whole.
            outdated(if newer { StorageError::Newer } else { StorageError::Gone });
        });
        database.set_onversionchange(Some(give_way.unchecked_ref()));
        database.set_onclose(Some(Closure::once_into_js(move || lost(StorageError::Gone)).unchecked_ref()));
        Ok(Self(database))
    }

    /// Asks the browser to remove the database itself.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn remove_database(&self) -> Result<(), StorageError> {
        window().indexed_db().ok().flatten().ok_or(StorageError::Missing)?.delete_database(NAME)?;
        Ok(())
    }

    /// Begins a transaction over some stores.
    ///
    /// # Errors
    /// When the connection was closed, or the browser has no storage left to give.
    pub fn begin(&self, over: &[&str], mode: Mode) -> Result<Transaction, StorageError> {
        let names: Array = over.iter().map(|name| JsValue::from_str(name)).collect();
        let mode = match mode {
            Mode::Read => "readonly",
            Mode::Write => "readwrite",
        };
        // web-sys has no stable binding for the third argument of `IDBDatabase.transaction`.
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let begin: Function = Reflect::get(&self.0, &"transaction".into())?.unchecked_into();
        let transaction = begin.call3(&self.0, &names, &mode.into(), &options)?;
        Ok(Transaction::new(transaction.unchecked_into()))
    }
}

/// Makes Chromium begin a new log of what it writes; other browsers have none.
///
/// It writes each record in two steps. When it is killed between them, half a record ends its log. It goes on behind it
/// the next time, and the time after that takes the log for damaged and removes all databases of the site. A new log
/// begins whenever a database is deleted, so one is: before anything is written behind such a half.
fn begin_a_new_log(factory: &IdbFactory) -> Result<(), JsValue> {
    // Only Chromium tells a page that it has lost data, so only there is this property.
    let event = Reflect::get(&window(), &"IDBVersionChangeEvent".into())?;
    if Reflect::has(&Reflect::get(&event, &"prototype".into())?, &"dataLoss".into())? {
        close_when_open(&factory.open(PASSING)?);
        factory.delete_database(PASSING)?;
    }
    Ok(())
}

fn close_when_open(request: &IdbOpenDbRequest) {
    let target = request.clone();
    let close =
        Closure::once_into_js(move || target.result().map(|database| database.unchecked_into::<IdbDatabase>().close()));
    request.set_onsuccess(Some(close.unchecked_ref()));
}
