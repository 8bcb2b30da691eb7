//! Results, detail, plan.

use crate::page::Page;
use wasm_bindgen_test::wasm_bindgen_test;

/// A household business that sells little, without VNeID.
pub const SELLER: [(&str, &str); 8] = [
    ("audience", "household-business"),
    ("device", "smartphone-own"),
    ("internet", "home"),
    ("vneid", "no"),
    ("money", "cash"),
    ("needs", "tax"),
    ("sim", "yes"),
    ("revenue", "rev-le-1b"),
];

#[wasm_bindgen_test]
async fn results_wait_for_the_cards() {
    let page = Page::bare(&[("province", "40")]).await;
    page.results(&SELLER).await;
    assert_eq!(page.count("[data-platform]"), 0);
    page.load().await;
    assert!(page.count("[data-platform]") > 90);
    page.close();
}

#[wasm_bindgen_test]
async fn every_platform_has_a_status_and_the_first_are_five() {
    let page = Page::open(&[]).await;
    page.results(&SELLER).await;
    assert_eq!(page.count("[data-platform]"), page.count("[data-platform][data-status]"));
    assert_eq!(page.count(".cards > [data-platform]"), 5);
    assert!(page.find("[data-obligation=\"hkd-notice-revenue\"][data-kind=\"must\"]").is_some());
    assert!(page.find("[data-count=\"ready\"][data-value]").is_some());
    page.close();
}

#[wasm_bindgen_test]
async fn a_mark_is_derived_again_and_undone() {
    let page = Page::open(&[]).await;
    page.results(&SELLER).await;
    assert!(page.find("[data-platform=\"vneid\"][data-status=\"using\"]").is_none());
    page.tap("[data-platform=\"vneid\"] [data-action=\"use\"]").await;
    assert!(page.find("[data-platform=\"vneid\"][data-status=\"using\"]").is_some());
    assert!(page.find("[data-platform=\"etax-mobile\"][data-status=\"ready\"]").is_some(), "what it opens is ready");
    page.tap("[data-platform=\"vneid\"] [data-action=\"use\"]").await;
    assert!(page.find("[data-platform=\"vneid\"][data-status=\"using\"]").is_none());
    page.close();
}

#[wasm_bindgen_test]
async fn a_reason_leads_to_its_question_and_back() {
    let page = Page::open(&[]).await;
    page.results(&SELLER).await;
    page.tap(
        ".cards [data-platform=\"etax-mobile\"] [data-action=\"open\"], [data-platform=\"etax-mobile\"] [data-action=\"open\"]",
    )
    .await;
    assert_eq!(page.screen(), "detail");
    assert!(page.find("[data-missing=\"vneid-2\"]").is_some());
    page.tap("[data-reason-question=\"vneid\"]").await;
    assert_eq!(page.question(), "vneid");
    page.choose("vneid", "level-2").await;
    page.act("next").await;
    assert_eq!(page.screen(), "detail");
    assert!(page.find("[data-platform=\"etax-mobile\"][data-status=\"ready\"]").is_some());
    page.close();
}

#[wasm_bindgen_test]
async fn the_plan_has_its_steps_in_order_and_keeps_ticks() {
    let page = Page::open(&[]).await;
    page.results(&SELLER).await;
    page.act("plan").await;
    let steps = page.root.query_selector_all("[data-step]").unwrap();
    let ids: Vec<String> = (0..steps.length())
        .map(|at| {
            wasm_bindgen::JsCast::unchecked_into::<web_sys::Element>(steps.get(at).unwrap()).get_attribute("data-step").unwrap()
        })
        .collect();
    let place = |id: &str| ids.iter().position(|step| step == id).unwrap();
    assert!(place("vneid-2") < place("etax-mobile"));
    assert!(place("etax-mobile") < place("hkd-notice-revenue"));
    page.tap("[data-step=\"vneid-2\"] input").await;
    assert!(page.value("[data-step=\"vneid-2\"] input", "checked").is_truthy());
    page.act("back").await;
    page.act("plan").await;
    assert!(page.value("[data-step=\"vneid-2\"] input", "checked").is_truthy());
    page.close();
}

#[wasm_bindgen_test]
async fn every_way_of_carrying_away_ends_in_something_to_see() {
    let page = Page::open(&[("link", "https://example.org/")]).await;
    page.results(&SELLER).await;
    page.act("copy").await;
    assert!(page.find("textarea.text").is_some());
    page.act("qr").await;
    assert!(page.find("svg.qr").is_some());
    page.act("save-image").await;
    assert!(page.find("img.picture[src^=\"data:image/png\"]").is_some());
    page.close();
}

#[wasm_bindgen_test]
async fn the_host_hears_counts_only() {
    let page = Page::open(&[]).await;
    page.results(&SELLER).await;
    let told: Vec<String> = page.told.iter().filter_map(|name| name.as_string()).collect();
    assert!(told.contains(&"screen".to_owned()) && told.contains(&"result".to_owned()));
    assert!(told.iter().all(|name| name == "screen" || name == "result"));
    page.close();
}

/// The short check: for enterprises, its answers draw the bars, two steps follow, and it is there again after a reload.
#[wasm_bindgen_test]
async fn the_check_draws_its_bars_and_is_kept() {
    web_sys::window().unwrap().local_storage().unwrap().unwrap().clear().unwrap();
    let company = [("audience", "enterprise"), ("device", "smartphone-own"), ("tools", "crm")];
    let page = Page::open(&[("save", "device"), ("province", "40")]).await;
    page.results(&company).await;
    assert_eq!(page.count("[data-check]"), 1);
    assert_eq!(page.count("[data-group]"), 3);
    assert_eq!(page.count("[data-group][data-value]"), 1, "only what the main questions told");
    let results = || page.told.iter().filter(|name| *name == "result").count();
    let told = results();
    let asked = page.root.query_selector_all("[data-check] fieldset").unwrap();
    assert!((8..=10).contains(&asked.length()));
    for at in 0..asked.length() {
        let set: web_sys::Element = wasm_bindgen::JsCast::unchecked_into(asked.get(at).unwrap());
        let id = set.get_attribute("data-question").unwrap();
        let first = page.find(&format!("fieldset[data-question=\"{id}\"] input")).unwrap().get_attribute("value").unwrap();
        page.choose(&id, &first).await;
    }
    assert_eq!(page.count("[data-group][data-value]"), 3);
    assert_eq!(page.count("[data-check] .steps > li"), 2);
    assert_eq!(results(), told, "the check changes nothing else: nothing else is drawn again");
    let using = page.count("[data-status=\"using\"]");
    page.tap(".cards [data-action=\"use\"]").await;
    assert!(page.count("[data-status=\"using\"]") > using, "and everything is, when it has to be");
    let drawn = page.find("[data-group=\"strategy\"] rect").unwrap().get_attribute("width");
    assert_eq!(
        drawn,
        page.find("[data-group=\"strategy\"]").unwrap().get_attribute("data-value"),
        "the bar says what the number says"
    );
    page.close();
    let page = Page::open(&[("save", "device"), ("province", "40")]).await;
    page.act("resume").await;
    assert_eq!(page.screen(), "results");
    assert_eq!(page.count("[data-group][data-value]"), 3);
    page.act("settings").await;
    page.act("wipe").await;
    page.results(&[("audience", "citizen")]).await;
    assert_eq!(page.count("[data-check]"), 0);
    assert!(page.count("[data-listing] [data-entry]") > 10);
    page.close();
}
