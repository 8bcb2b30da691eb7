//! One view type for the whole interface, on Leptos' renderer: signals, effects and owners are Leptos', but every element has
//! the same Rust type. Typed views cost a copy of build, rebuild and mount for every shape of
//! every screen: 197 KB of brotli for these screens, where the budget is 65 (measured, see ARCHITECTURE.md); erased views
//! bring `innerHTML` into the glue, which our policy forbids. There is no `innerHTML` here by construction.
//!
//! The page is not ours alone: translators and extensions wrap, split, merge, replace and remove texts at any moment. So a text
//! is never changed but made anew (what a slow translator still writes goes into the old one), and an element whose own
//! content changes is put in order against what is really in the page. Where nothing changes a translation stays.

use super::act::Act;
use super::app::{App, Ui};
use crate::text::{decimal, joined};
use crate::view::Word;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types as dom;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

/// Event, what to do at the moment, and what the browser calls.
type Listener = (&'static str, Rc<RefCell<Act>>, Closure<dyn FnMut(web_sys::Event)>);

/// What is to be shown: an element, a text, or several of them. In a box, because chains of calls then move one pointer, not
/// the whole of it, and never inlined: a third of the code of the screens (measured).
pub struct Node(Box<Parts>);

struct Parts {
    /// What is in the page stays; nothing else of this counts.
    same: bool,
    /// Name of the element; empty for a text or for several nodes.
    tag: &'static str,
    text: String,
    attributes: Vec<(&'static str, String)>,
    listeners: Vec<(&'static str, Act)>,
    properties: Vec<(&'static str, JsValue)>,
    children: Vec<Node>,
}

#[inline(never)]
fn node(tag: &'static str, text: String) -> Node {
    Node(Box::new(Parts {
        same: false,
        tag,
        text,
        attributes: Vec::new(),
        listeners: Vec::new(),
        properties: Vec::new(),
        children: Vec::new(),
    }))
}

/// An element with a class (none for an empty one).
#[inline(never)]
pub fn el(tag: &'static str, class: &str) -> Node {
    let node = node(tag, String::new());
    if class.is_empty() { node } else { node.attr("class", class) }
}

/// Nothing, or the first of several.
#[inline(never)]
pub fn nothing() -> Node {
    node("", String::new())
}

/// What is drawn in this place already, left as it is.
pub fn same() -> Node {
    let mut node = nothing();
    node.0.same = true;
    node
}

impl Node {
    /// An attribute.
    #[inline(never)]
    pub fn attr(mut self, name: &'static str, value: &str) -> Node {
        self.0.attributes.push((name, value.to_owned()));
        self
    }

    /// An attribute that is a number.
    #[inline(never)]
    pub fn number(self, name: &'static str, value: i32) -> Node {
        let sign = if value < 0 { "-" } else { "" };
        self.attr(name, &joined(&[sign, &decimal(value.unsigned_abs() as usize)]))
    }

    /// An attribute without a value, if it is set.
    #[inline(never)]
    pub fn flag(self, name: &'static str, set: bool) -> Node {
        if set { self.attr(name, "") } else { self }
    }

    /// A property that the person can change, too: `checked`, `value`.
    #[inline(never)]
    pub fn prop(mut self, name: &'static str, value: JsValue) -> Node {
        self.0.properties.push((name, value));
        self
    }

    /// A listener: what is to be done, as a value.
    #[inline(never)]
    pub fn on(mut self, event: &'static str, act: Act) -> Node {
        self.0.listeners.push((event, act));
        self
    }

    /// A child.
    pub fn with(self, child: impl Into<Node>) -> Node {
        self.put(child.into())
    }

    /// A word of the interface as a child.
    #[inline(never)]
    pub fn say(self, ui: &Ui<'_>, word: Word) -> Node {
        self.put(node("", ui.word(word)))
    }

    #[inline(never)]
    fn put(mut self, child: Node) -> Node {
        self.0.children.push(child);
        self
    }
}

impl From<String> for Node {
    #[inline(never)]
    fn from(text: String) -> Node {
        node("", text)
    }
}
impl From<&str> for Node {
    #[inline(never)]
    fn from(text: &str) -> Node {
        node("", text.to_owned())
    }
}
impl From<Vec<Node>> for Node {
    #[inline(never)]
    fn from(nodes: Vec<Node>) -> Node {
        let mut several = nothing();
        several.0.children = nodes;
        several
    }
}
impl From<Option<Node>> for Node {
    #[inline(never)]
    fn from(maybe: Option<Node>) -> Node {
        maybe.unwrap_or_else(nothing)
    }
}

/// Several nodes as one.
macro_rules! nodes {
    ($($node:expr),* $(,)?) => { $crate::ui::node::nothing()$(.with($node))* };
}
pub(crate) use nodes;

/// What is shown.
pub struct Shown {
    tag: &'static str,
    /// The element; for a text the text; for several nodes an empty text that marks their end.
    place: dom::Node,
    text: String,
    attributes: Vec<(&'static str, String)>,
    listeners: Vec<Listener>,
    children: Vec<Shown>,
}

impl Node {
    /// Shows this in an element, in place of what is shown there.
    pub fn show(self, app: &App, root: &dom::Element, before: Option<Shown>) -> Shown {
        // What is replaced is dropped when it is out of the page: while it leaves its listeners may still be called.
        let mut replaced = Vec::new();
        let (shown, moved) = match before {
            None => (self.build(app), true),
            Some(mut shown) => {
                let moved = self.update(app, &mut shown, &mut replaced);
                (shown, moved)
            }
        };
        if moved {
            settle(root, core::slice::from_ref(&shown), false);
        }
        shown
    }

    fn build(self, app: &App) -> Shown {
        let parts = *self.0;
        if parts.tag.is_empty() {
            let place: dom::Node = Rndr::create_text_node(&parts.text).unchecked_into();
            let children = parts.children.into_iter().map(|child| child.build(app)).collect();
            return Shown { tag: "", place, text: parts.text, attributes: Vec::new(), listeners: Vec::new(), children };
        }
        let svg = matches!(parts.tag, "svg" | "path" | "rect" | "text");
        let element = Rndr::create_element(parts.tag, svg.then_some("http://www.w3.org/2000/svg"));
        for (name, value) in &parts.attributes {
            let _ = element.set_attribute(name, value);
        }
        let mut listeners = Vec::new();
        for (event, act) in parts.listeners {
            let slot = Rc::new(RefCell::new(act));
            let (inner, app) = (Rc::clone(&slot), app.clone());
            let closure = Closure::new(move |event| {
                // Taken out first: the act may redraw this very element.
                let act = inner.borrow().clone();
                act.fire(&app, &event);
            });
            let _ = element.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
            listeners.push((event, slot, closure));
        }
        let children: Vec<Shown> = parts.children.into_iter().map(|child| child.build(app)).collect();
        settle(&element, &children, true);
        set_properties(&element, &parts.properties);
        Shown {
            tag: parts.tag,
            place: element.unchecked_into(),
            text: String::new(),
            attributes: parts.attributes,
            listeners,
            children,
        }
    }

    /// Makes this out of what is shown. True when the element around has other nodes than before and must be settled.
    fn update(self, app: &App, shown: &mut Shown, replaced: &mut Vec<Shown>) -> bool {
        if self.0.same {
            return false;
        }
        if !self.0.fits(shown) {
            let old = core::mem::replace(shown, self.build(app));
            if let Some(parent) = old.place.parent_node()
                && !shown.tag.is_empty()
                && !old.tag.is_empty()
            {
                // In one go: taken out beside the new one, an element that has the focus lets the browser lay out both.
                let _ = parent.replace_child(&shown.place, &old.place);
            }
            replaced.push(old);
            return true;
        }
        let parts = *self.0;
        let element: &dom::Element = shown.place.unchecked_ref();
        for (name, _) in &shown.attributes {
            if !parts.attributes.iter().any(|(kept, _)| kept == name) {
                let _ = element.remove_attribute(name);
            }
        }
        for attribute in &parts.attributes {
            if !shown.attributes.contains(attribute) {
                let _ = element.set_attribute(attribute.0, &attribute.1);
            }
        }
        shown.attributes = parts.attributes;
        for ((_, act), (_, slot, _)) in parts.listeners.into_iter().zip(&shown.listeners) {
            *slot.borrow_mut() = act;
        }
        let count = parts.children.len();
        let mut moved = shown.children.len() != count;
        while shown.children.len() > count {
            replaced.extend(shown.children.pop());
        }
        for (at, node) in parts.children.into_iter().enumerate() {
            match shown.children.get_mut(at) {
                Some(child) => moved |= node.update(app, child, replaced),
                None => shown.children.push(node.build(app)),
            }
        }
        if !shown.tag.is_empty() {
            if moved {
                settle(shown.place.unchecked_ref(), &shown.children, false);
            }
            moved = false;
        }
        set_properties(shown.place.unchecked_ref(), &parts.properties);
        moved
    }
}

impl Parts {
    /// Can what is in the page become this?
    fn fits(&self, shown: &Shown) -> bool {
        self.tag == shown.tag
            && self.text == shown.text
            && self.listeners.len() == shown.listeners.len()
            && self.listeners.iter().zip(&shown.listeners).all(|(new, old)| new.0 == old.0)
    }
}

fn set_properties(element: &dom::Element, properties: &[(&'static str, JsValue)]) {
    for (name, value) in properties {
        let _ = js_sys::Reflect::set(element, &(*name).into(), value);
    }
}

/// Makes the content of an element exactly these, in this order, whatever has become of it. What is in its place is not
/// touched and keeps the focus; what is not ours goes. `fresh`: element and children have just been made.
fn settle(element: &dom::Element, children: &[Shown], fresh: bool) {
    let first = if fresh { None } else { element.first_child() };
    let mut at = place(element, children, first, fresh);
    while let Some(left) = at {
        at = left.next_sibling();
        let _ = element.remove_child(&left);
    }
}

/// Puts nodes in place from `at` on; gives what follows them.
fn place(element: &dom::Element, shown: &[Shown], mut at: Option<dom::Node>, fresh: bool) -> Option<dom::Node> {
    for one in shown {
        if one.tag.is_empty() {
            at = place(element, &one.children, at, fresh);
            if !fresh {
                // A translator may have written into it.
                one.place.set_text_content(Some(&one.text));
            }
        }
        if fresh || one.place.parent_node().is_none_or(|parent| parent != **element) {
            Rndr::insert_node(element, &one.place, at.as_ref());
            continue;
        }
        while let Some(other) = at {
            at = other.next_sibling();
            if other == one.place {
                break;
            }
            let _ = element.remove_child(&other);
        }
    }
    at
}
