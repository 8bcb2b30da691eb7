//! IndexedDB as texts by key, through the crate `idb`. Everything that belongs together is read and written in one transaction:
//! it happens whole or not at all, whatever becomes of the page, and two tabs come one after the other.
//!
//! `commit` is never called: Chromium 64 and 73 do not have it, and a transaction without open requests commits by itself.

use idb::{Database, DatabaseEvent, Factory, ObjectStore, ObjectStoreParams, Query, TransactionMode};
use js_sys::{Array, Promise};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

/// Refused, full, gone or broken; what the browser said is of no use to anybody here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

impl From<idb::Error> for Refused {
    fn from(_: idb::Error) -> Refused {
        Refused
    }
}

/// How long opening may take, in milliseconds.
const PATIENCE: u32 = 15_000;
/// The one store of texts.
const STORE: &str = "texts";

/// An open database.
pub struct Texts(Database);

impl Texts {
    /// Opens or makes the database of a name. Some browsers answer neither yes nor no, when another page holds on to it: that is a no
    /// after fifteen seconds; a database that is being mended after a crash may take some.
    pub async fn open(name: &'static str) -> Result<Texts, Refused> {
        let found: Rc<RefCell<Option<Texts>>> = Rc::default();
        let slot = Rc::clone(&found);
        let opening = future_to_promise(async move {
            *slot.borrow_mut() = Texts::opened(name).await.ok();
            Ok(JsValue::UNDEFINED)
        });
        let late = Promise::new(&mut |done, _| {
            gloo_timers::callback::Timeout::new(PATIENCE, move || drop(done.call0(&JsValue::NULL))).forget();
        });
        let _ = JsFuture::from(Promise::race(&Array::of2(&opening, &late))).await;
        found.take().ok_or(Refused)
    }

    async fn opened(name: &str) -> Result<Texts, Refused> {
        let mut request = Factory::new()?.open(name, Some(1))?;
        request.on_upgrade_needed(|event| {
            if let Ok(database) = event.database() {
                // Without the store every transaction is refused, and that is said.
                let _ = database.create_object_store(STORE, ObjectStoreParams::new());
            }
        });
        Ok(Texts(request.await?))
    }

    /// The texts of some keys, of one moment.
    pub async fn read(&self, keys: &[&str]) -> Result<Vec<Option<String>>, Refused> {
        let transaction = self.0.transaction(&[STORE], TransactionMode::ReadOnly)?;
        let store = transaction.object_store(STORE)?;
        let mut texts = Vec::new();
        for key in keys {
            texts.push(get(&store, key).await?);
        }
        Ok(texts)
    }

    /// All keys.
    pub async fn keys(&self) -> Result<Vec<String>, Refused> {
        let transaction = self.0.transaction(&[STORE], TransactionMode::ReadOnly)?;
        let keys = transaction.object_store(STORE)?.get_all_keys(None, None)?.await?;
        Ok(keys.iter().filter_map(JsValue::as_string).collect())
    }

    /// Reads some keys, lets `change` say what to write (`None` deletes), and writes it, in one transaction. Comes back when the
    /// browser has said that it is done.
    pub async fn change<T>(
        &self,
        keys: &[&str],
        change: impl FnOnce(Vec<Option<String>>) -> (Vec<(String, Option<String>)>, T),
    ) -> Result<T, Refused> {
        let transaction = self.0.transaction(&[STORE], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(STORE)?;
        let mut texts = Vec::new();
        for key in keys {
            texts.push(get(&store, key).await?);
        }
        let (writes, given) = change(texts);
        for (key, text) in writes {
            let key = JsValue::from_str(&key);
            match text {
                Some(text) => drop(store.put(&JsValue::from_str(&text), Some(&key))?.await?),
                None => store.delete(Query::Key(key))?.await?,
            }
        }
        if transaction.await?.is_committed() { Ok(given) } else { Err(Refused) }
    }
}

async fn get(store: &ObjectStore, key: &str) -> Result<Option<String>, Refused> {
    Ok(store.get(Query::Key(JsValue::from_str(key)))?.await?.and_then(|value| value.as_string()))
}
