//! A table as the page shows it.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTableCellElement, HtmlTableElement};

use crate::editor::claims::{Grid, GridRow};

/// The table in the nearest element around another that has one.
pub fn table_near(from: &Element, table: &str) -> Option<HtmlTableElement> {
    let mut around = from.parent_element();
    while let Some(it) = around {
        if let Ok(Some(found)) = it.query_selector(table) {
            return found.dyn_into().ok();
        }
        around = it.parent_element();
    }
    None
}

/// What the table is about: what names it, or its caption, or what names the part of the page that it stands in.
pub fn title_of(table: &HtmlTableElement) -> String {
    let named_by = |it: &Element| {
        let ids = it.get_attribute("aria-labelledby")?;
        let named = document().get_element_by_id(ids.split_whitespace().next()?)?;
        Some(text_of(&named)).filter(|it| !it.is_empty())
    };
    let caption = || table.caption().map(|it| text_of(&it)).filter(|it| !it.is_empty());
    let around = || table.closest("[aria-labelledby]").ok().flatten().and_then(|it| named_by(&it));
    named_by(table).or_else(caption).or_else(around).unwrap_or_default()
}

/// The texts of the table. A row is named by its first header cell, or by the cell marked `data-pin="name"`. Cells that are only drawn, and rows that only hold tools, are left out.
pub fn grid(table: &HtmlTableElement) -> Grid {
    let mut grid = Grid::default();
    let rows = table.rows();
    for at in 0..rows.length() {
        let Some(row) = rows.item(at) else { continue };
        let is_head = row.closest("thead").ok().flatten().is_some();
        let cells = row.query_selector_all(":scope > th, :scope > td").ok();
        let cells = cells.iter().flat_map(|it| (0..it.length()).filter_map(|at| it.item(at)));
        let cells: Vec<HtmlTableCellElement> = cells.filter_map(|it| it.dyn_into().ok()).collect();
        let mut texts = Vec::new();
        let mut links = Vec::new();
        let mut name = None;
        for cell in &cells {
            let is_name = cell.tag_name() == "TH" || cell.get_attribute("data-pin").as_deref() == Some("name");
            if name.is_none() && is_name {
                name = Some(texts.len());
            }
            let text = if cell.get_attribute("aria-hidden").is_some() { String::new() } else { text_in(cell) };
            links.resize(texts.len(), None);
            links.push(statement_in(cell));
            texts.extend(std::iter::repeat_n(text, cell.col_span().clamp(1, 64) as usize));
        }
        match () {
            () if is_head => add_heads(&mut grid.heads, &texts),
            // A row of tools below the one that they belong to.
            () if cells.len() < 2 => {}
            () => grid.rows.push(GridRow { name: name.unwrap_or_default(), cells: texts, links }),
        }
    }
    grid
}

/// Heads in several lines are read from the top down.
fn add_heads(heads: &mut Vec<String>, texts: &[String]) {
    heads.resize(heads.len().max(texts.len()), String::new());
    for (head, text) in heads.iter_mut().zip(texts) {
        match head.as_str() {
            "" => head.clone_from(text),
            above if !text.is_empty() => *head = format!("{above} {text}"),
            _ => {}
        }
    }
}

/// The fragment of the first statement of the record that a cell names.
fn statement_in(cell: &HtmlTableCellElement) -> Option<String> {
    cell.query_selector("a[href^='#/record']").ok().flatten()?.get_attribute("href")
}

/// The text in a cell; for a field, its value.
fn text_in(cell: &HtmlTableCellElement) -> String {
    let field = cell.query_selector("input, select").ok().flatten();
    let typed = field.as_ref().and_then(|it| it.dyn_ref::<HtmlInputElement>()).map(HtmlInputElement::value);
    let chosen = field.as_ref().and_then(|it| it.dyn_ref::<HtmlSelectElement>()).map(HtmlSelectElement::value);
    typed.or(chosen).unwrap_or_else(|| text_of(cell))
}

/// What can be read in an element, in one line.
fn text_of(it: &Element) -> String {
    let shown = it.dyn_ref::<HtmlElement>().map(HtmlElement::inner_text).filter(|it| !it.trim().is_empty());
    let text = shown.or_else(|| it.text_content()).unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
