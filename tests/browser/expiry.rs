//! After the catalogue's last day, and with a wrong clock (design rules 3.4 and 3.5): what stands behind the sentence.

use crate::page::{CARDS, Page, RULES};
use crate::results::SELLER;
use buoc_so::content::{unpack_cards, unpack_rules};
use buoc_so::model::Date;
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

/// The device's date, until it is dropped.
struct Clock(JsValue);

impl Clock {
    fn set(day: Date) -> Clock {
        let date = Reflect::get(&js_sys::global(), &"Date".into()).unwrap();
        let before = Reflect::get(&date, &"now".into()).unwrap();
        let noon = f64::from(day.days()) * 86_400_000.0 + 18_000_000.0;
        Reflect::set(&date, &"now".into(), &Function::new_no_args(&format!("return {noon}"))).unwrap();
        Clock(before)
    }
}

impl Drop for Clock {
    fn drop(&mut self) {
        let date = Reflect::get(&js_sys::global(), &"Date".into()).unwrap();
        Reflect::set(&date, &"now".into(), &self.0).unwrap();
    }
}

fn last_day() -> Date {
    unpack_rules(RULES).unwrap_or_else(|_| panic!("rules")).valid_until
}

/// Telephone numbers of the content, in the digits that people read.
fn numbers() -> Vec<String> {
    let cards = unpack_cards(CARDS[0]).unwrap_or_else(|_| panic!("cards"));
    let lines = cards.platforms.iter().filter_map(|card| card.hotline.as_ref());
    let long = lines.map(|hotline| hotline.shown.clone()).filter(|shown| shown.len() > 5);
    long.collect()
}

const KEPT_BACK: &str = "a[href^=\"tel:\"], a[href^=\"https:\"], [data-obligation], [data-step], .leaf";

impl Page {
    /// All that matches `selector` stands behind the sentence, which is closed; text in front of it holds no number.
    fn keeps_back(&self, selector: &str) -> u32 {
        let all = self.root.query_selector_all(selector).unwrap();
        for at in 0..all.length() {
            let element: web_sys::Element = all.get(at).unwrap().unchecked_into();
            let behind = element.closest("details[data-old]").unwrap().unwrap_or_else(|| panic!("{}", element.outer_html()));
            assert!(!behind.has_attribute("open") && behind.query_selector("summary").unwrap().is_some());
        }
        let front = self.root.clone_node_with_deep(true).unwrap().unchecked_into::<web_sys::Element>();
        while let Some(behind) = front.query_selector("details[data-old]").unwrap() {
            behind.remove();
        }
        let text = front.text_content().unwrap();
        for number in numbers() {
            assert!(!text.contains(&number), "{number} on {}", self.screen());
        }
        all.length()
    }
}

#[wasm_bindgen_test]
async fn after_the_last_day_duties_numbers_and_links_stand_behind_a_sentence() {
    let _clock = Clock::set(last_day().plus(1));
    let page = Page::open(&[]).await;
    page.results(&SELLER).await;
    assert!(page.keeps_back(KEPT_BACK) > 5);
    assert_eq!(page.count("[data-note=\"old\"]"), 1);
    page.act("about").await;
    assert_eq!(page.count("[data-note=\"old\"]"), 1);
    page.act("back").await;
    page.act("plan").await;
    assert!(page.keeps_back(KEPT_BACK) > 2);
    assert_eq!(page.count("[data-note=\"old\"]"), 1);
    assert_eq!(page.count("svg.stair"), 0, "it shows dates, too");
    page.act("back").await;
    page.tap("[data-platform=\"vneid\"] [data-action=\"open\"]").await;
    assert_eq!(page.keeps_back(KEPT_BACK), 2, "address and number");
    page.tap("details[data-old] summary").await;
    assert!(page.find("details[data-old][open]").is_some(), "it opens");
    page.close();
}

/// No card at all lets a number or an address out.
#[wasm_bindgen_test]
async fn no_card_shows_a_number_after_the_last_day() {
    let _clock = Clock::set(last_day().plus(1));
    let page = Page::open(&[]).await;
    page.results(&SELLER).await;
    let count = page.root.query_selector_all(".areas [data-action=\"open\"]").unwrap().length();
    assert!(count > 90);
    let mut kept_back = 0;
    for at in 0..count {
        let open = page.root.query_selector_all(".areas [data-action=\"open\"]").unwrap().get(at).unwrap();
        open.unchecked_into::<web_sys::HtmlElement>().click();
        crate::page::soon().await;
        assert_eq!(page.screen(), "detail");
        kept_back += page.keeps_back(KEPT_BACK);
        page.find("[data-action=\"back\"]").unwrap().unchecked_into::<web_sys::HtmlElement>().click();
        crate::page::soon().await;
    }
    assert!(kept_back > 20, "{kept_back}");
    page.close();
}

#[wasm_bindgen_test]
async fn on_the_last_day_nothing_is_behind_it() {
    let _clock = Clock::set(last_day());
    let page = Page::open(&[]).await;
    page.results(&SELLER).await;
    assert_eq!(page.count("[data-old], [data-note]"), 0);
    page.tap("[data-platform=\"vneid\"] [data-action=\"open\"]").await;
    assert_eq!(page.count("[data-old]"), 0);
    assert!(page.find("a[href^=\"tel:\"]").is_some() && page.find("a[href^=\"https:\"]").is_some());
    page.close();
}

/// Before the state of knowledge the catalogue's own day counts; far after it nothing does. Both say that the clock looks wrong.
#[wasm_bindgen_test]
async fn a_wrong_clock_is_said_on_results_plan_and_about() {
    let as_of = unpack_rules(RULES).unwrap_or_else(|_| panic!("rules")).as_of;
    for (day, wrong, old) in [(as_of, 0, 0), (as_of.plus(-1), 1, 0), (as_of.plus(3 * 365), 0, 1), (as_of.plus(3 * 365 + 1), 1, 1)]
    {
        let _clock = Clock::set(day);
        let page = Page::open(&[]).await;
        page.results(&SELLER).await;
        for screen in ["plan", "about"] {
            assert_eq!(page.count("[data-note=\"clock\"]"), wrong, "{} on {day}", page.screen());
            assert_eq!(page.count("[data-note=\"old\"]"), old, "{} on {day}", page.screen());
            page.act(screen).await;
        }
        assert_eq!(page.count("[data-note=\"clock\"]"), wrong, "about on {day}");
        page.close();
    }
}
