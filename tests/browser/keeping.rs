//! What is kept on the device.

use crate::page::Page;
use wasm_bindgen_test::wasm_bindgen_test;

const KEY: &str = "buoc-so-answers/1";

fn device() -> web_sys::Storage {
    web_sys::window().unwrap().local_storage().unwrap().unwrap()
}

fn kept() -> Option<String> {
    device().get_item(KEY).unwrap()
}

#[wasm_bindgen_test]
async fn off_keeps_nothing_device_keeps_and_wipe_deletes() {
    device().clear().unwrap();
    let page = Page::bare(&[("save", "off")]).await;
    page.choose("audience", "citizen").await;
    assert_eq!(kept(), None);
    assert!(page.find("[data-action=\"keep\"]").is_none());
    page.close();
    let page = Page::bare(&[("save", "device")]).await;
    page.choose("audience", "citizen").await;
    page.act("next").await;
    assert!(kept().is_some_and(|text| text.contains("citizen")));
    assert!(page.find("[data-action=\"keep\"]").is_some());
    page.act("wipe").await;
    assert_eq!(kept(), None);
    assert_eq!(page.screen(), "welcome");
    page.close();
}

#[wasm_bindgen_test]
async fn a_reload_offers_to_continue_where_it_stopped() {
    device().clear().unwrap();
    let page = Page::bare(&[("save", "device")]).await;
    page.choose("audience", "citizen").await;
    page.act("next").await;
    page.choose("device", "basic-phone").await;
    page.act("next").await;
    let stopped = page.question();
    page.close();
    let page = Page::bare(&[("save", "device")]).await;
    assert!(page.find("[data-action=\"resume\"]").is_some() && page.find("[data-action=\"start\"]").is_some());
    assert!(page.find("input:checked").is_none(), "the last person's answer is not on the screen");
    page.act("resume").await;
    assert_eq!(page.question(), stopped);
    page.close();
    device().clear().unwrap();
}

#[wasm_bindgen_test]
async fn a_shared_phone_keeps_nothing_until_asked() {
    device().clear().unwrap();
    let page = Page::bare(&[("save", "device")]).await;
    page.choose("audience", "citizen").await;
    page.act("next").await;
    page.choose("device", "smartphone-shared").await;
    assert_eq!(kept(), None);
    page.act("keep").await;
    assert!(kept().is_some());
    page.close();
    device().clear().unwrap();
}

#[wasm_bindgen_test]
async fn hostile_answers_are_put_aside_and_said() {
    for text in
        ["{", "[]", "{\"format\":\"buoc-so-answers/9\",\"catalogue\":\"\",\"date\":\"\",\"lang\":\"\",\"answers\":{}}", "null"]
    {
        device().clear().unwrap();
        device().set_item(KEY, text).unwrap();
        let page = Page::bare(&[("save", "device")]).await;
        assert_eq!(page.screen(), "welcome");
        assert!(page.find("[data-action=\"resume\"]").is_none());
        assert!(page.find("[role=\"status\"]").is_some_and(|status| !status.text_content().unwrap_or_default().is_empty()));
        assert_eq!(device().get_item("buoc-so-answers/aside").unwrap().as_deref(), Some(text), "what was there is kept aside");
        page.close();
    }
    device().clear().unwrap();
}

/// The attribute counts at once, in both directions; a widget that keeps nothing leaves alone what another one keeps.
#[wasm_bindgen_test]
async fn the_host_page_changes_its_mind() {
    device().clear().unwrap();
    let page = Page::bare(&[("save", "off")]).await;
    page.choose("audience", "citizen").await;
    page.widget.as_ref().unwrap().set("save", "device");
    assert!(kept().is_some_and(|text| text.contains("citizen")));
    let other = Page::bare(&[("save", "off")]).await;
    other.choose("audience", "enterprise").await;
    other.act("next").await;
    assert!(kept().is_some_and(|text| text.contains("citizen")), "the other widget's answers stay");
    other.close();
    page.widget.as_ref().unwrap().set("save", "nonsense");
    assert!(kept().is_some());
    page.widget.as_ref().unwrap().set("save", "off");
    assert_eq!(kept(), None);
    page.close();
}
