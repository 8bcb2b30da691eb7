//! Files in and out: a download, a file that the person chose.

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Blob, BlobPropertyBag, FileReader, HtmlAnchorElement, HtmlInputElement, Url};

/// Makes a file.
fn blob(bytes: &[u8], kind: &str) -> Option<Blob> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()
}

/// Hands a file to the browser's downloads and gives back what is really in it; `None` where the browser has no downloads.
pub async fn save(name: &str, kind: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    let blob = blob(bytes, kind)?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let document = web_sys::window()?.document()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_attribute("download", name).ok()?;
    // Firefox wants it in the page.
    let body = document.body()?;
    body.append_child(&link).ok()?;
    link.click();
    let _ = body.remove_child(&link);
    let back = read(&blob).await;
    // Not at once: WebKit may still be taking it.
    gloo_timers::callback::Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    back
}

/// The files chosen in a field; the field is empty afterwards, so that the same file can be chosen again.
pub async fn chosen(field: &HtmlInputElement, most: f64) -> Vec<Option<Vec<u8>>> {
    let mut read_files = Vec::new();
    if let Some(files) = field.files() {
        for at in 0..files.length() {
            let Some(file) = files.get(at) else { continue };
            read_files.push(if file.size() > most { None } else { read(&file).await });
        }
    }
    field.set_value("");
    read_files
}

/// The bytes of a file. `Blob.arrayBuffer` came after Chromium 73.
async fn read(blob: &Blob) -> Option<Vec<u8>> {
    let reader = FileReader::new().ok()?;
    let mut listener = None;
    let waiting = js_sys::Promise::new(&mut |done, _| {
        let closure = Closure::once(move || {
            let _ = done.call0(&JsValue::NULL);
        });
        let _ = Reflect::set(&reader, &"onloadend".into(), closure.as_ref());
        listener = Some(closure);
    });
    reader.read_as_array_buffer(blob).ok()?;
    let _ = wasm_bindgen_futures::JsFuture::from(waiting).await;
    drop(listener);
    let result = reader.result().ok()?;
    result.is_object().then(|| Uint8Array::new(&result).to_vec())
}
