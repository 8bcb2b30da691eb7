//! Welcome, questions, review.

use crate::page::Page;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn welcome_holds_the_first_question() {
    let page = Page::bare(&[]).await;
    assert_eq!(page.screen(), "welcome");
    assert_eq!(page.question(), "audience");
    assert_eq!(page.count("input[type=\"radio\"][name=\"audience\"]"), 5);
    assert!(page.find("[data-action=\"next\"]").is_some());
    assert!(page.find("[data-action=\"resume\"]").is_none(), "nothing to continue");
    page.close();
}

#[wasm_bindgen_test]
async fn next_without_an_answer_is_an_alert_and_stays() {
    let page = Page::bare(&[]).await;
    page.act("next").await;
    assert_eq!(page.screen(), "welcome");
    assert!(page.find("[role=\"alert\"]").is_some());
    page.choose("audience", "citizen").await;
    assert!(page.find("[role=\"alert\"]").is_none(), "an answer takes the alert away");
    page.close();
}

#[wasm_bindgen_test]
async fn the_heading_of_a_new_screen_has_the_focus() {
    let page = Page::bare(&[]).await;
    page.choose("audience", "citizen").await;
    page.act("next").await;
    assert_eq!(page.screen(), "question");
    assert_eq!(page.focused_tag(), "H1");
    page.close();
}

#[wasm_bindgen_test]
async fn an_exclusive_choice_takes_the_others_away_and_back() {
    let page = Page::citizen_at(&[], "money").await;
    let checked = |choice: &str| page.value(&format!("input[value=\"{choice}\"]"), "checked").is_truthy();
    page.choose("money", "bank").await;
    page.choose("money", "wallet").await;
    assert!(checked("bank") && checked("wallet"));
    page.choose("money", "cash").await;
    assert!(checked("cash") && !checked("bank") && !checked("wallet"));
    page.choose("money", "bank").await;
    assert!(checked("bank") && !checked("cash"));
    page.close();
}

#[wasm_bindgen_test]
async fn a_fourth_need_is_refused_with_words_and_stays_unticked() {
    let page = Page::citizen_at(&[], "needs").await;
    for choice in ["papers", "health", "learn"] {
        page.choose("needs", choice).await;
    }
    page.choose("needs", "pay").await;
    assert!(!page.value("input[value=\"pay\"]", "checked").is_truthy());
    assert!(page.find("[role=\"alert\"]").is_some());
    page.close();
}

#[wasm_bindgen_test]
async fn back_keeps_the_answer_and_review_edits_one() {
    let page = Page::open(&[]).await;
    page.choose("audience", "farm-household").await;
    page.act("next").await;
    page.act("back").await;
    assert_eq!(page.screen(), "welcome");
    assert!(page.value("input[value=\"farm-household\"]", "checked").is_truthy());
    page.answer(&[("audience", "farm-household"), ("device", "smartphone-own"), ("farm-extra", "none")]).await;
    assert!(page.find("[data-answer=\"farm-sell\"]").is_some());
    page.tap("[data-action=\"edit\"][value=\"device\"]").await;
    assert_eq!(page.question(), "device");
    page.choose("device", "basic-phone").await;
    page.act("next").await;
    assert_eq!(page.screen(), "review");
    page.close();
}

#[wasm_bindgen_test]
async fn a_preset_province_is_not_asked() {
    let page = Page::bare(&[("province", "40")]).await;
    page.answer(&[("audience", "citizen")]).await;
    assert!(page.find("[data-answer=\"province\"]").is_none());
    page.close();
    let page = Page::open(&[("province", "99")]).await;
    page.answer(&[("audience", "citizen")]).await;
    assert!(page.find("[data-answer=\"province\"]").is_some(), "an unknown code is ignored");
    page.close();
}

#[wasm_bindgen_test]
async fn province_is_found_without_marks_and_by_its_old_name() {
    let page = Page::open(&[]).await;
    page.answer(&[("audience", "citizen")]).await;
    page.tap("[data-action=\"edit\"][value=\"province\"]").await;
    let field: web_sys::HtmlInputElement = wasm_bindgen::JsCast::unchecked_into(page.find("#seek").unwrap());
    field.set_value("ha giang");
    field.dispatch_event(&web_sys::Event::new("input").unwrap()).unwrap();
    crate::page::settle().await;
    assert_eq!(page.count(".opt:not([hidden])"), 1);
    assert!(page.find(".opt:not([hidden]) input[value=\"08\"]").is_some());
    page.close();
}

/// The long list of provinces comes with the cards: whoever is that quick waits, can go back, and sees it come.
#[wasm_bindgen_test]
async fn provinces_asked_for_too_soon_come_later() {
    let page = Page::bare(&[]).await;
    page.choose("audience", "citizen").await;
    page.act("next").await;
    for _ in 0..20 {
        if page.find("fieldset").is_none() {
            break;
        }
        page.leave().await;
    }
    assert_eq!(page.screen(), "question");
    assert!(page.find("[data-action=\"back\"]").is_some());
    page.load().await;
    assert_eq!(page.question(), "province");
    assert!(page.count(".opt") > 30);
    page.close();
}
