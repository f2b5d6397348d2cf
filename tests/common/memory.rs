//! What a browser keeps, in memory.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use social_credit_lab::editor::store::{Store, Trouble};

/// A store in memory that can be told to fail; its clones are other hands on the same one, as tabs are.
#[derive(Clone, Default)]
pub struct Memory {
    pub texts: Rc<RefCell<BTreeMap<String, String>>>,
    /// It has room for so many bytes.
    pub room: Rc<Cell<Option<usize>>>,
    pub throws: Rc<Cell<bool>>,
    /// The text under this name can be neither written nor deleted.
    pub stuck: Rc<RefCell<String>>,
}

impl Memory {
    pub fn text(&self, name: &str) -> Option<String> {
        self.texts.borrow().get(name).cloned()
    }

    fn changes(&self, name: &str) -> Result<(), Trouble> {
        self.allowed()?;
        if *self.stuck.borrow() == name { Err(Trouble::Blocked) } else { Ok(()) }
    }

    fn allowed(&self) -> Result<(), Trouble> {
        if self.throws.get() { Err(Trouble::Blocked) } else { Ok(()) }
    }
}

impl Store for Memory {
    fn get(&self, name: &str) -> Result<Option<String>, Trouble> {
        self.allowed()?;
        Ok(self.text(name))
    }

    fn set(&self, name: &str, text: &str) -> Result<(), Trouble> {
        self.changes(name)?;
        let others: usize = self.texts.borrow().iter().filter(|it| it.0 != name).map(|it| it.1.len()).sum();
        if self.room.get().is_some_and(|it| others + text.len() > it) {
            return Err(Trouble::Full);
        }
        self.texts.borrow_mut().insert(name.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, name: &str) -> Result<(), Trouble> {
        self.changes(name)?;
        self.texts.borrow_mut().remove(name);
        Ok(())
    }

    fn names(&self) -> Result<Vec<String>, Trouble> {
        self.allowed()?;
        Ok(self.texts.borrow().keys().cloned().collect())
    }
}
