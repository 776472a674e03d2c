//! A program that has copied something: it owns the clipboard of a display, and gives it out in every form that it has,
//! as a spreadsheet program does.

use std::thread::JoinHandle;

use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    Atom, AtomEnum, ConnectionExt, CreateWindowAux, EventMask, PropMode, SELECTION_NOTIFY_EVENT, SelectionNotifyEvent,
    SelectionRequestEvent, Window, WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

use crate::display::Display;

/// The clipboard, owned until somebody else copies something or the display ends.
pub struct Clipboard {
    _owner: JoinHandle<()>,
}

impl Clipboard {
    /// Copies: each form is the name of a kind, such as `text/html`, and its bytes.
    pub fn copy(display: &Display, forms: Vec<(String, Vec<u8>)>) -> Self {
        let (connection, screen) = x11rb::connect(Some(&display.name)).expect("the display lets programs in");
        let root = connection.setup().roots[screen].root;
        let window = connection.generate_id().expect("an id");
        connection
            .create_window(0, window, root, 0, 0, 1, 1, 0, WindowClass::INPUT_ONLY, 0, &CreateWindowAux::new())
            .expect("a window");
        let clipboard = atom(&connection, "CLIPBOARD");
        connection.set_selection_owner(window, clipboard, x11rb::CURRENT_TIME).expect("a request");
        let owner = connection.get_selection_owner(clipboard).expect("a request").reply().expect("an owner").owner;
        assert_eq!(owner, window, "the clipboard has its owner");
        let forms: Vec<(Atom, Vec<u8>)> =
            forms.into_iter().map(|(kind, bytes)| (atom(&connection, &kind), bytes)).collect();
        Self { _owner: std::thread::spawn(move || give_out(&connection, window, &forms)) }
    }
}

/// Answers whoever pastes, until the display is gone or somebody else owns the clipboard.
fn give_out(connection: &RustConnection, window: Window, forms: &[(Atom, Vec<u8>)]) {
    let targets = atom(connection, "TARGETS");
    while let Ok(event) = connection.wait_for_event() {
        match event {
            Event::SelectionRequest(asked) => answer(connection, &asked, targets, forms),
            Event::SelectionClear(cleared) if cleared.owner == window => return,
            _ => {}
        }
    }
}

fn answer(connection: &RustConnection, asked: &SelectionRequestEvent, targets: Atom, forms: &[(Atom, Vec<u8>)]) {
    // Who names no property is of before 1988, and takes the target's name.
    let property = if asked.property == x11rb::NONE { asked.target } else { asked.property };
    let written = if asked.target == targets {
        let kinds: Vec<u32> = std::iter::once(targets).chain(forms.iter().map(|(kind, _)| *kind)).collect();
        connection.change_property32(PropMode::REPLACE, asked.requestor, property, AtomEnum::ATOM, &kinds).is_ok()
    } else {
        forms.iter().find(|(kind, _)| *kind == asked.target).is_some_and(|(kind, bytes)| {
            connection.change_property8(PropMode::REPLACE, asked.requestor, property, *kind, bytes).is_ok()
        })
    };
    let told = SelectionNotifyEvent {
        response_type: SELECTION_NOTIFY_EVENT,
        sequence: 0,
        time: asked.time,
        requestor: asked.requestor,
        selection: asked.selection,
        target: asked.target,
        property: if written { property } else { x11rb::NONE },
    };
    // Whoever asked may be gone by now.
    let _ = connection.send_event(false, asked.requestor, EventMask::NO_EVENT, told);
    let _ = connection.flush();
}

fn atom(connection: &RustConnection, name: &str) -> Atom {
    connection.intern_atom(false, name.as_bytes()).expect("a request").reply().expect("an atom").atom
}
