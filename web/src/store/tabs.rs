//! Other tabs of this browser: each tells the others which parts it has stored, and they read them again.

use super::{Topic, store};
use crate::storage::{key, parse_key};
use readiness::{Id, assessment::Part};
use std::cell::OnceCell;
use wasm_bindgen::{JsCast, closure::Closure};
use wasm_bindgen_futures::spawn_local;
use web_sys::{BroadcastChannel, MessageEvent};

/// The channel between tabs; browsers without one get by without: the database keeps them apart anyway.
#[derive(Default)]
pub struct Tabs(OnceCell<BroadcastChannel>);

impl Tabs {
    /// Opens the channel and listens for as long as the page lives.
    pub fn open(&self) {
        let Ok(channel) = BroadcastChannel::new("stage-zero") else { return };
        let listen = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| {
            if let Some(message) = event.data().as_string() {
                hear(&message);
            }
        });
        channel.set_onmessage(Some(listen.as_ref().unchecked_ref()));
        listen.forget();
        let _ = self.0.set(channel);
    }

    /// Tells the other tabs that some parts of an assessment were stored.
    pub fn tell_parts(&self, id: &Id, parts: &[Part]) {
        let keys: Vec<_> = parts.iter().map(|part| key(id, *part)).collect();
        self.send(&format!("parts\n{id}\n{}", keys.join("\n")));
    }

    /// Tells the other tabs that the list of assessments changed, and which one is no longer what it was.
    pub fn tell_library(&self, id: Option<&Id>) {
        self.send(&format!("library\n{}", id.map_or("", |id| id)));
    }

    fn send(&self, message: &str) {
        if let Some(channel) = self.0.get() {
            let _ = channel.post_message(&message.into());
        }
    }
}

fn hear(message: &str) {
    let mut lines = message.lines();
    let (kind, id) = (lines.next(), lines.next().and_then(Id::parse));
    let store = store();
    let open = id.filter(|id| store.is_open(id));
    match (kind, open) {
        (Some("parts"), Some(id)) => {
            let parts: Vec<_> = lines.filter_map(parse_key).collect();
            spawn_local(async move {
                let Ok(database) = store.0.database.borrow().clone() else { return };
                if let Ok(stored) = database.read_parts(&id, &parts).await {
                    store.adopt(&stored, &parts);
                }
            });
        }
        (Some("library"), open) => {
            store.0.listeners.tell(Topic::Library);
            if let Some(id) = open {
                store.reopen(id);
            }
        }
        _ => {}
    }
}
