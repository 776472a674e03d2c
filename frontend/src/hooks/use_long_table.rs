//! Follows a table that scrolls: where it stands, and what of it can be seen.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::browser::scroll::{self, Viewport};
use crate::state::long_table::{LongTable, Stand};

/// How long a table must stand still before the bar is put right, in milliseconds: longer than a wheel's steps are apart.
const REST: u32 = 200;

/// A table that scrolls, as it stands.
#[derive(Clone)]
pub struct LongTableHandle {
    /// The box's position and size.
    pub view: Viewport,
    /// Its rows.
    pub rows: LongTable,
    scroller: NodeRef,
    seen: UseStateHandle<Viewport>,
    stand: Rc<RefCell<Stand>>,
}

impl LongTableHandle {
    /// Looks where the box stands: after a scroll, and after whatever may have changed its size.
    pub fn look(&self) {
        if let Some(now) = scroll::viewport(&self.scroller)
            && now != *self.seen
        {
            self.seen.set(now);
        }
    }

    /// Brings an upper edge of the rows to the upper edge of the box, `left` pixels from where lines begin.
    pub fn go(&self, left: f64, top: f64) {
        scroll::scroll_to(&self.scroller, left, self.rows.bar_for(top));
        let scrolled = scroll::viewport(&self.scroller).map_or(0.0, |now| now.top);
        self.stand.replace(Stand { scrolled, top });
        self.look();
    }
}

/// Follows the table that scrolls in a box, below heads of a height.
#[hook]
pub fn use_long_table(scroller: &NodeRef, rows: usize, heads: f64) -> LongTableHandle {
    let seen = use_state(Viewport::default);
    let stand = use_mut_ref(Stand::default);
    let view = *seen;
    let before = LongTable { rows, visible: (view.height - heads).max(0.0), at: *stand.borrow() };
    let rows = LongTable { at: before.after(view.top), ..before };
    stand.replace(rows.at);
    let table = LongTableHandle { view, rows, scroller: scroller.clone(), seen, stand };

    use_effect_with((), {
        let table = table.clone();
        move |()| {
            table.look();
            // A window that grows shows more rows.
            let listener = scroll::on_resize(Callback::from(move |()| table.look()));
            move || drop(listener)
        }
    });
    use_effect_with(view, {
        let table = table.clone();
        move |view| {
            let left = view.left;
            let wait = if table.rows.is_lost() { 0 } else { REST };
            let is_astray = table.rows.astray() > 1.0;
            let rest = is_astray.then(|| Timeout::new(wait, move || table.go(left, table.rows.at.top)));
            move || drop(rest)
        }
    });
    table
}
