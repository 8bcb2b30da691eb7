//! The page loaded anew, left, and come back to.

use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, PageTransitionEvent, ReferrerPolicy, RequestCache, RequestCredentials, RequestInit, Response};

/// Loads the page anew in place of itself: no entry in the history, nothing of it in memory.
pub fn afresh() {
    if let Some(window) = web_sys::window() {
        let location = window.location();
        let address = location.href().unwrap_or_default();
        let address = address.split('#').next().unwrap_or_default();
        // With the very same address `replace` loads from the worker, as wanted; a fragment would only scroll.
        let _ = location.replace(address);
    }
}

/// Has a service worker given this page? Then it gives the next one as well.
pub fn has_worker() -> bool {
    let worker = || {
        let navigator = web_sys::window()?.navigator();
        // Absent on plain http, in private windows and in some apps.
        let workers = Reflect::get(&navigator, &"serviceWorker".into()).ok().filter(JsValue::is_object)?;
        Reflect::get(&workers, &"controller".into()).ok().filter(JsValue::is_object)
    };
    worker().is_some()
}

/// Would our host give this page once more? A browser that knows of a network says nothing about that: the Wi-Fi of a hall may lead
/// nowhere. Asks for the page itself, nothing else; no answer after three seconds is a no.
pub async fn host_answers() -> bool {
    const PATIENCE: u32 = 3000;
    let Some(window) = web_sys::window().filter(|window| window.navigator().on_line()) else { return false };
    let wanted = RequestInit::new();
    wanted.set_cache(RequestCache::NoCache);
    wanted.set_credentials(RequestCredentials::Omit);
    wanted.set_referrer_policy(ReferrerPolicy::NoReferrer);
    let asked = window.fetch_with_str_and_init(&window.location().pathname().unwrap_or_default(), &wanted);
    let late = Promise::new(&mut |done, _| {
        gloo_timers::callback::Timeout::new(PATIENCE, move || drop(done.call0(&JsValue::NULL))).forget();
    });
    let first = JsFuture::from(Promise::race(&Array::of2(&asked, &late))).await;
    first.ok().and_then(|answer| answer.dyn_into::<Response>().ok()).is_some_and(|answer| answer.ok())
}

/// What stands behind the # of the address, which is taken away at once.
pub fn take_fragment() -> Option<String> {
    let window = web_sys::window()?;
    let location = window.location();
    let fragment = location.hash().ok()?;
    let fragment = fragment.strip_prefix('#')?;
    if fragment.is_empty() {
        return None;
    }
    let bare = location.pathname().ok()? + &location.search().ok()?;
    let _ = window.history().ok()?.replace_state_with_url(&JsValue::NULL, "", Some(&bare));
    Some(fragment.to_owned())
}

/// Calls when the page is left, and when the browser brings it back from its memory. For the life of the page.
pub fn watch(left: impl Fn() + 'static, back: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let leaving = Closure::<dyn Fn()>::new(left);
    let _ = window.add_event_listener_with_callback("pagehide", leaving.as_ref().unchecked_ref());
    leaving.forget();
    let coming = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        if event.dyn_ref::<PageTransitionEvent>().is_some_and(PageTransitionEvent::persisted) {
            back();
        }
    });
    let _ = window.add_event_listener_with_callback("pageshow", coming.as_ref().unchecked_ref());
    coming.forget();
}

/// Calls at every touch, click, key or wheel anywhere on the page. For the life of the page. Not at `scroll`: the browser scrolls by
/// itself when something appears above what is seen.
pub fn watch_touches(touched: impl Fn(Event) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let closure = Closure::<dyn Fn(Event)>::new(touched);
    for name in ["touchstart", "mousedown", "keydown", "wheel"] {
        let _ = window.add_event_listener_with_callback_and_bool(name, closure.as_ref().unchecked_ref(), true);
    }
    closure.forget();
}

/// Lets the browser ask before the page is closed, while `wanted` says so. For the life of the page.
pub fn ask_before(wanted: impl Fn() -> bool + 'static) {
    let Some(window) = web_sys::window() else { return };
    let closure = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        if wanted() {
            event.prevent_default();
            // The old way, which Chromium before 119 wants.
            let _ = js_sys::Reflect::set(&event, &"returnValue".into(), &"".into());
        }
    });
    let _ = window.add_event_listener_with_callback("beforeunload", closure.as_ref().unchecked_ref());
    closure.forget();
}
