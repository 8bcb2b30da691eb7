//! Mounting, unmounting, two at once, languages, attributes.

use crate::page::{CARDS, Page, RULES, WORDS, document, settle};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn ten_times_in_and_out_leaves_nothing() {
    let before = document().body().unwrap().query_selector_all("*").unwrap().length();
    for _ in 0..10 {
        let page = Page::open(&[]).await;
        let root = page.root.clone();
        page.close();
        assert_eq!(root.child_node_count(), 0, "the widget takes its own nodes along");
    }
    assert_eq!(document().body().unwrap().query_selector_all("*").unwrap().length(), before);
}

trait Count {
    fn child_node_count(&self) -> u32;
}

impl Count for web_sys::HtmlElement {
    fn child_node_count(&self) -> u32 {
        self.child_nodes().length()
    }
}

#[wasm_bindgen_test]
async fn two_widgets_do_not_know_each_other() {
    let one = Page::open(&[("lang", "vi")]).await;
    let other = Page::open(&[("lang", "en")]).await;
    one.choose("audience", "citizen").await;
    one.act("next").await;
    assert_eq!(one.screen(), "question");
    assert_eq!(other.screen(), "welcome");
    assert_eq!(other.root.get_attribute("lang").as_deref(), Some("en"));
    one.close();
    other.choose("audience", "enterprise").await;
    other.act("next").await;
    assert_eq!(other.screen(), "question", "the other lives on");
    other.close();
}

#[wasm_bindgen_test]
async fn the_language_keeps_the_answers() {
    let page = Page::open(&[]).await;
    page.choose("audience", "cooperative").await;
    page.act("language").await;
    assert_eq!(page.root.get_attribute("lang").as_deref(), Some("en"));
    assert!(page.value("input[value=\"cooperative\"]", "checked").is_truthy());
    page.close();
}

#[wasm_bindgen_test]
async fn a_language_asked_for_early_comes_when_its_words_come() {
    let page = Page::bare(&[]).await;
    page.act("language").await;
    assert_eq!(page.root.get_attribute("lang").as_deref(), Some("vi"));
    page.widget.as_ref().unwrap().words("en", WORDS[1]).ok();
    settle().await;
    assert_eq!(page.root.get_attribute("lang").as_deref(), Some("en"));
    page.close();
}

#[wasm_bindgen_test]
async fn attributes_are_reactive_and_unknown_values_ignored() {
    let page = Page::open(&[("theme", "contrast")]).await;
    assert_eq!(page.root.get_attribute("data-theme").as_deref(), Some("contrast"));
    let widget = page.widget.as_ref().unwrap();
    widget.set("theme", "dark");
    widget.set("lang", "fr");
    settle().await;
    assert_eq!(page.root.get_attribute("data-theme").as_deref(), Some("dark"));
    assert_eq!(page.root.get_attribute("lang").as_deref(), Some("vi"));
    page.close();
}

/// The browser's Back and Forward bring only screens that there are, and close what was open on the one before.
#[wasm_bindgen_test]
async fn travelling_stays_on_the_map() {
    let page = Page::open(&[("save", "off")]).await;
    page.choose("audience", "citizen").await;
    page.act("next").await;
    page.answer(&[]).await;
    page.act("results").await;
    page.act("copy").await;
    assert!(page.find("textarea").is_some());
    let widget = page.widget.as_ref().unwrap();
    for nowhere in ["question/200", "detail/9999", "elsewhere", "", "detail/-1"] {
        widget.travel(nowhere);
        settle().await;
        assert_eq!(page.screen(), "results", "{nowhere}");
    }
    widget.travel("plan");
    settle().await;
    assert_eq!(page.screen(), "plan");
    assert!(page.find("textarea").is_none(), "what was open is closed");
    page.close();
}

#[wasm_bindgen_test]
async fn a_damaged_catalogue_is_refused() {
    use wasm_bindgen::JsCast;
    let root: web_sys::HtmlElement = document().create_element("div").unwrap().unchecked_into();
    for (rules, words) in [(&RULES[..RULES.len() - 1], WORDS[0]), (RULES, CARDS[0]), (b"".as_slice(), WORDS[0])] {
        assert!(buoc_so::embed::mount(root.clone(), js_sys::Object::new(), rules, words).is_err());
    }
    let mut other_schema = RULES.to_vec();
    other_schema[0] ^= 0xff;
    assert!(buoc_so::embed::mount(root, js_sys::Object::new(), &other_schema, WORDS[0]).is_err());
}

/// Nothing that a person can reach before the cards are there may lack its words.
#[wasm_bindgen_test]
async fn the_first_screens_speak_without_cards() {
    let page = Page::bare(&[("save", "off"), ("province", "40")]).await;
    spoken(&page);
    page.choose("audience", "citizen").await;
    page.act("next").await;
    for _ in 0..40 {
        spoken(&page);
        if page.screen() == "review" {
            break;
        }
        // Once without an answer: the error summary speaks, too.
        page.act("next").await;
        spoken(&page);
        page.leave().await;
    }
    assert_eq!(page.screen(), "review");
    for hook in ["results", "about", "settings"] {
        page.act(hook).await;
        spoken(&page);
        page.act("back").await;
    }
    page.close();
}

/// Every heading, paragraph, label and button says something.
fn spoken(page: &Page) {
    let all = page.root.query_selector_all("h1, h2, p:not([role]), label, button, legend, li, dt, dd").unwrap();
    for at in 0..all.length() {
        let element: web_sys::Element = wasm_bindgen::JsCast::unchecked_into(all.get(at).unwrap());
        let says = element.text_content().unwrap_or_default() + &element.get_attribute("aria-label").unwrap_or_default();
        assert!(!says.trim().is_empty(), "{} on {}", element.outer_html(), page.screen());
    }
}

/// On our own page each new screen is one entry of the history, in order; nothing else is.
#[wasm_bindgen_test]
async fn each_screen_is_an_entry_of_the_history() {
    let history = web_sys::window().unwrap().history().unwrap();
    let page = Page::open(&[("mode", "page"), ("save", "off")]).await;
    let before = history.length().unwrap();
    page.choose("audience", "citizen").await;
    page.act("next").await;
    page.act("skip").await;
    for _ in 0..5 {
        settle().await;
    }
    assert_eq!(history.length().unwrap(), before + 2);
    assert_eq!(history.state().unwrap().as_string().as_deref(), Some("question/2"));
    page.close();
}
