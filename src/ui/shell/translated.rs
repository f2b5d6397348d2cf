//! The page while a browser translates it.
//!
//! A translator takes texts out of the page and shows `<font>` elements in their stead; or it empties a paragraph and
//! fills it again, with words of its own in some texts, and drops those that are left over, markers included. The page
//! knows nothing of that: it goes on writing into texts that nobody sees, and puts what is new before nodes that are
//! nowhere. So whatever a translator took away comes back to its place, empty, and stands for what is shown. When the
//! page writes into it, all that was shown for it goes, and the translator finds a new text.

use js_sys::{Array, Map, Set, WeakMap, WeakSet};
use leptos::prelude::*;
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, MutationObserver, MutationObserverInit, MutationRecord, Node, NodeList};

/// Watches the page from now on, for as long as it lives.
pub fn survive_translation() {
    let keeper = Keeper { stands: WeakMap::new(), known: WeakSet::new() };
    let mend = Closure::<dyn FnMut(Array, MutationObserver)>::new(move |records: Array, observer: MutationObserver| {
        keeper.mend(&News::read(&records));
        // What was done here is no news.
        observer.take_records();
    });
    let options = MutationObserverInit::new();
    options.set_subtree(true);
    options.set_child_list(true);
    options.set_character_data(true);
    options.set_character_data_old_value(true);
    let observer = MutationObserver::new(mend.as_ref().unchecked_ref()).ok().zip(document().body());
    if observer.is_some_and(|(observer, body)| observer.observe_with_options(&body, &options).is_ok()) {
        mend.forget();
    }
}

/// What has happened since the last look.
struct News {
    records: Vec<MutationRecord>,
    /// Texts that have other words now, with those before.
    before: Map,
    /// Texts and `<font>` elements that are new in their places.
    added: Set,
    /// What was taken out of each element, in this order.
    taken: Map,
    /// Elements that were emptied from the first node on, and filled again with what was in them.
    refilled: Set,
}

/// What stands for what: each text that is shown otherwise, and each `<font>`, with its [`Stand`].
struct Keeper {
    stands: WeakMap,
    /// Texts of the page that were ever shown otherwise, as against those that a translator makes.
    known: WeakSet,
}

/// What is shown for some texts of the page. The lists are the browser's, so that they go when the nodes go.
struct Stand {
    /// The `<font>` that is shown; nothing if it is the texts themselves that have other words.
    font: Option<Element>,
    /// The texts.
    texts: Array,
    /// What the page wrote into each.
    words: Array,
    /// All nodes beside them in the order of the page; empty if it was not touched.
    order: Array,
}

impl Keeper {
    fn mend(&self, news: &News) {
        for text in news.before.keys().into_iter().flatten() {
            let is_translated = news.refilled.has(&parent_of(&text));
            if let Some(stand) = self.stand_of(&text).filter(|_| !is_translated) {
                self.release(&stand, news);
            }
        }
        for parent in news.refilled.keys().into_iter().flatten() {
            self.fill_up(news, &parent.unchecked_into());
        }
        for record in &news.records {
            for node in nodes(&record.removed_nodes()) {
                self.follow(news, record, &node);
            }
        }
    }

    /// Does what has to be done about a node that was taken away, or moved.
    fn follow(&self, news: &News, record: &MutationRecord, node: &Node) {
        let is_gone = node.parent_node().is_none();
        let beside = || [record.previous_sibling(), record.next_sibling()].into_iter().flatten();
        let instead = || nodes(&record.added_nodes()).into_iter().chain(beside());
        match self.stand_of(node) {
            // The translator shows the page again as it was, in these texts or in texts of its own.
            Some(stand) if is_font(node) && is_gone => {
                let own = |it: &Node| is_text(it) && news.added.has(it) && !self.known.has(it);
                instead().filter(own).for_each(|it| remove(&it));
                self.release(&stand, news);
            }
            Some(_) if is_font(node) => {}
            // The page takes the text away, or moves it.
            Some(stand) => {
                let Some(font) = stand.font.as_ref().filter(|it| it.parent_node().is_some()) else { return };
                if is_gone {
                    self.release(&stand, news);
                } else if stand.texts.length() == 1 {
                    put(font, node.parent_node(), node.next_sibling().as_ref());
                }
            }
            None if is_gone && is_text(node) => {
                let Some(target) = record.target().filter(|it| !is_font(it)) else { return };
                let shown = instead()
                    .find(|it| is_font(it) && news.added.has(it) && it.parent_node().as_ref() == Some(&target));
                if let Some(font) = shown {
                    self.stand_in(news, node, font.unchecked_into());
                }
            }
            None => {}
        }
    }

    /// Puts a text back to the `<font>` that is shown for it.
    fn stand_in(&self, news: &News, text: &Node, font: Element) {
        put(text, font.parent_node(), Some(&font));
        let stand = self.stand_of(&font).unwrap_or_else(|| Stand::new(Some(font)));
        self.add(&stand, text, words(text));
        if news.before.has(text) {
            self.release(&stand, news);
        } else {
            write(text, "");
        }
    }

    /// Puts back what a translator left over when it filled an element again.
    fn fill_up(&self, news: &News, parent: &Node) {
        let stand = Stand::new(None);
        let taken: Array = news.taken.get(parent).unchecked_into();
        let mut next: Option<Node> = None;
        for node in taken.iter().map(JsValue::unchecked_into::<Node>).collect::<Vec<_>>().into_iter().rev() {
            let is_left_over = node.parent_node().is_none() && !is_element(&node);
            if is_left_over {
                put(&node, Some(parent.clone()), next.as_ref());
            }
            if is_text(&node) {
                let known = self.stand_of(&node).and_then(|it| it.words_of(&node));
                let before = news.before.get(&node).as_string();
                self.add(&stand, &node, known.or(before).unwrap_or_else(|| words(&node)));
                if is_left_over {
                    write(&node, "");
                }
            }
            stand.order.unshift(&node);
            next = (node.parent_node().as_ref() == Some(parent)).then_some(node).or(next);
        }
    }

    fn add(&self, stand: &Stand, text: &Node, words: String) {
        stand.texts.push(text);
        stand.words.push(&words.into());
        self.stands.set(text, &stand.packed());
        self.known.add(text);
        if let Some(font) = &stand.font {
            self.stands.set(font, &stand.packed());
        }
    }

    /// Shows the texts themselves again, with what the page has just written or had written before.
    fn release(&self, stand: &Stand, news: &News) {
        for (text, words) in stand.texts.iter().zip(stand.words.iter()) {
            self.stands.delete(text.unchecked_ref());
            if !news.before.has(&text) {
                write(text.unchecked_ref(), &words.as_string().unwrap_or_default());
            }
        }
        if let Some(font) = &stand.font {
            self.stands.delete(font);
            font.remove();
        }
        let mut next: Option<Node> = None;
        for node in stand.order.iter().map(JsValue::unchecked_into::<Node>).collect::<Vec<_>>().into_iter().rev() {
            if node.parent_node().is_none() {
                continue;
            }
            if let Some(next) = next.filter(|it| it.parent_node() == node.parent_node())
                && node.compare_document_position(&next) & Node::DOCUMENT_POSITION_FOLLOWING == 0
            {
                put(&node, next.parent_node(), Some(&next));
            }
            next = Some(node);
        }
    }

    fn stand_of(&self, node: &JsValue) -> Option<Stand> {
        let packed = self.stands.get(node.unchecked_ref());
        packed.dyn_into().ok().map(|it: Array| Stand::unpacked(&it))
    }
}

impl Stand {
    fn new(font: Option<Element>) -> Self {
        Self { font, texts: Array::new(), words: Array::new(), order: Array::new() }
    }

    fn packed(&self) -> Array {
        let font = self.font.clone().map_or(JsValue::NULL, Into::into);
        Array::of4(&font, &self.texts, &self.words, &self.order)
    }

    fn unpacked(packed: &Array) -> Self {
        let list = |at| packed.get(at).unchecked_into();
        Self { font: packed.get(0).dyn_into().ok(), texts: list(1), words: list(2), order: list(3) }
    }

    fn words_of(&self, text: &Node) -> Option<String> {
        let at = self.texts.index_of(text, 0);
        u32::try_from(at).ok().and_then(|at| self.words.get(at).as_string())
    }
}

impl News {
    fn read(records: &Array) -> Self {
        let records: Vec<MutationRecord> = records.iter().map(JsValue::unchecked_into).collect();
        let set = || Set::new(&JsValue::UNDEFINED);
        let (before, added, taken, refilled, otherwise) = (Map::new(), set(), Map::new(), set(), set());
        for record in &records {
            let Some(target) = record.target() else { continue };
            if record.type_() == "characterData" {
                if !before.has(&target) {
                    before.set(&target, &record.old_value().into());
                }
                continue;
            }
            let (came, went) = (nodes(&record.added_nodes()), nodes(&record.removed_nodes()));
            let at_the_edge = (came.is_empty() || record.next_sibling().is_none())
                && (went.is_empty() || record.previous_sibling().is_none());
            if !at_the_edge {
                otherwise.add(&target);
            }
            for node in came.iter().filter(|it| is_text(it) || is_font(it)) {
                added.add(node);
            }
            if went.is_empty() {
                continue;
            }
            if !taken.has(&target) {
                taken.set(&target, &Array::new());
            }
            let list: Array = taken.get(&target).unchecked_into();
            for node in went {
                list.push(&node);
                if node.parent_node().as_ref() == Some(&target) {
                    refilled.add(&target);
                }
            }
        }
        for target in otherwise.keys().into_iter().flatten() {
            refilled.delete(&target);
        }
        Self { records, before, added, taken, refilled }
    }
}

fn nodes(list: &NodeList) -> Vec<Node> {
    (0..list.length()).filter_map(|at| list.item(at)).collect()
}

fn parent_of(node: &JsValue) -> JsValue {
    node.unchecked_ref::<Node>().parent_node().map_or(JsValue::NULL, Into::into)
}

fn is_text(node: &Node) -> bool {
    node.node_type() == Node::TEXT_NODE
}

fn is_element(node: &Node) -> bool {
    node.node_type() == Node::ELEMENT_NODE
}

fn is_font(node: &Node) -> bool {
    node.node_name() == "FONT"
}

fn words(text: &Node) -> String {
    text.node_value().unwrap_or_default()
}

fn write(text: &Node, words: &str) {
    text.set_node_value(Some(words));
}

fn remove(node: &Node) {
    node.unchecked_ref::<Element>().remove();
}

/// Puts a node before another; refused only where the page would not have put it either.
fn put(node: &Node, parent: Option<Node>, next: Option<&Node>) {
    if let Some(parent) = parent {
        parent.insert_before(node, next).ok();
    }
}
