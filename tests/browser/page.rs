//! A mounted widget, spoken to through the hooks of contract section 5.

use buoc_so::embed::{Widget, mount};
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, HtmlElement};

pub const RULES: &[u8] = include_bytes!(concat!(env!("BUOC_SO_PACK"), "/rules.bin"));
pub const WORDS: [&[u8]; 2] = [
    include_bytes!(concat!(env!("BUOC_SO_PACK"), "/words_vi.bin")),
    include_bytes!(concat!(env!("BUOC_SO_PACK"), "/words_en.bin")),
];
pub const CARDS: [&[u8]; 2] = [
    include_bytes!(concat!(env!("BUOC_SO_PACK"), "/cards_vi.bin")),
    include_bytes!(concat!(env!("BUOC_SO_PACK"), "/cards_en.bin")),
];

pub struct Page {
    pub widget: Option<Widget>,
    pub host: HtmlElement,
    pub root: HtmlElement,
    pub told: Array,
}

pub fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// Lets effects run that are waiting.
pub async fn soon() {
    let soon = js_sys::Promise::new(&mut |done: Function, _| {
        web_sys::window().unwrap().set_timeout_with_callback_and_timeout_and_arguments_0(&done, 5).unwrap();
    });
    JsFuture::from(soon).await.unwrap();
}

/// Lets effects and promises run.
pub async fn settle() {
    for _ in 0..4 {
        soon().await;
    }
}

impl Page {
    /// A widget without cards.
    pub async fn bare(options: &[(&str, &str)]) -> Page {
        let host: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&host).unwrap();
        let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        host.append_child(&root).unwrap();
        let told = Array::new();
        let given = Object::new();
        for (name, value) in options {
            Reflect::set(&given, &(*name).into(), &(*value).into()).unwrap();
        }
        let push = Function::new_with_args("name", "this.push(name)").bind0(&told);
        Reflect::set(&given, &"tell".into(), &push).unwrap();
        let lang = usize::from(options.contains(&("lang", "en")));
        let widget = mount(root.clone(), given, RULES, WORDS[lang]).ok();
        settle().await;
        Page { widget, host, root, told }
    }

    /// A widget with everything loaded.
    pub async fn open(options: &[(&str, &str)]) -> Page {
        let page = Page::bare(options).await;
        page.load().await;
        page
    }

    pub async fn load(&self) {
        let widget = self.widget.as_ref().unwrap();
        for (at, lang) in ["vi", "en"].into_iter().enumerate() {
            assert!(widget.words(lang, WORDS[at]).is_ok());
            assert!(widget.cards(lang, CARDS[at]).is_ok());
        }
        settle().await;
    }

    pub fn find(&self, selector: &str) -> Option<Element> {
        self.root.query_selector(selector).unwrap()
    }

    pub fn count(&self, selector: &str) -> u32 {
        self.root.query_selector_all(selector).unwrap().length()
    }

    pub fn screen(&self) -> String {
        assert_eq!(self.count("[data-screen]"), 1, "exactly one screen at a time");
        self.find("[data-screen]").unwrap().get_attribute("data-screen").unwrap()
    }

    pub fn question(&self) -> String {
        self.find("fieldset[data-question]").and_then(|set| set.get_attribute("data-question")).unwrap_or_default()
    }

    pub async fn tap(&self, selector: &str) {
        let element = self.find(selector).unwrap_or_else(|| panic!("nothing matches {selector} on {}", self.screen()));
        element.unchecked_into::<HtmlElement>().click();
        settle().await;
    }

    pub async fn act(&self, hook: &str) {
        self.tap(&format!("[data-action=\"{hook}\"]")).await;
    }

    pub async fn choose(&self, question: &str, choice: &str) {
        self.tap(&format!("input[name=\"{question}\"][value=\"{choice}\"]")).await;
    }

    /// A citizen, at a question: the first choice of every one before it.
    pub async fn citizen_at(options: &[(&str, &str)], question: &str) -> Page {
        let page = Page::bare(options).await;
        page.choose("audience", "citizen").await;
        page.act("next").await;
        for _ in 0..40 {
            if page.question() == question {
                return page;
            }
            page.tap("input").await;
            page.act("next").await;
        }
        panic!("{question} is never asked");
    }

    /// Leaves a question unanswered: by its button, or by its choice for that.
    pub async fn leave(&self) {
        if self.find("[data-action=\"skip\"]").is_some() {
            self.act("skip").await;
        } else {
            self.tap("input[value$=\"unknown\"]").await;
            self.act("next").await;
        }
    }

    /// Answers from the table, skips everything else, and stops at the review.
    pub async fn answer(&self, answers: &[(&str, &str)]) {
        for _ in 0..40 {
            if self.screen() == "review" {
                return;
            }
            let question = self.question();
            let given: Vec<&str> = answers.iter().filter(|(id, _)| *id == question).map(|(_, choice)| *choice).collect();
            if given.is_empty() {
                self.leave().await;
                continue;
            }
            for choice in given {
                self.choose(&question, choice).await;
            }
            self.act("next").await;
        }
        panic!("the questions do not end");
    }

    pub async fn results(&self, answers: &[(&str, &str)]) {
        self.answer(answers).await;
        self.act("results").await;
        assert_eq!(self.screen(), "results");
    }

    pub fn close(mut self) {
        drop(self.widget.take());
        self.host.remove();
    }

    pub fn focused_tag(&self) -> String {
        document().active_element().map(|element| element.tag_name()).unwrap_or_default()
    }

    pub fn value(&self, selector: &str, name: &str) -> JsValue {
        Reflect::get(&self.find(selector).unwrap(), &name.into()).unwrap()
    }
}
