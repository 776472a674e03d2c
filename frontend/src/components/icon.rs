//! Icons, drawn as lines in the colour of the text beside them. They repeat what the text says, so screen readers skip them.

use yew::prelude::*;

/// The desk's icons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say what is drawn")]
pub enum Picture {
    Roll,
    Down,
    Up,
    Clock,
    Shield,
    Check,
    Cross,
    Warning,
    Info,
    Undo,
    Redo,
    Wrench,
    Print,
    Person,
    Exit,
    Next,
    Previous,
    Back,
    Send,
    File,
    Chart,
    Gear,
}

impl Picture {
    fn path(self) -> &'static str {
        match self {
            Self::Roll => "M3 5h9M3 11h6M3 17h9M11 12l4 4 7-10",
            Self::Down => "M12 3v12m-5-5 5 5 5-5M4 20h16",
            Self::Up => "M12 16V4m-5 5 5-5 5 5M4 20h16",
            Self::Clock => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4.5V12l3.2 2",
            Self::Shield => "M12 3 5 5.6v5.6c0 4.4 2.9 7.9 7 9.8 4.1-1.9 7-5.4 7-9.8V5.6L12 3Zm-3.2 9 2.3 2.3 4.2-4.6",
            Self::Check => "m4.5 12.5 5 5L19.5 6.500",
            Self::Cross => "M6 6l12 12M18 6 6 18",
            Self::Warning => "M12 4 2.8 19.500h18.400L12 4Zm0 6v4.500m0 2.400v.1",
            Self::Info => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 8v5m0-8.300v.1",
            Self::Undo => "M8 5 3.500 9.500 8 14M4 9.500h9.500a5.500 5.500 0 0 1 0 11H9",
            Self::Redo => "m16 5 4.500 4.500L16 14m4-4.500h-9.500a5.500 5.500 0 0 0 0 11H15",
            Self::Wrench => {
                "M14.700 6.300a4.500 4.500 0 0 1 5-1l-2.900 2.900 1.900 1.900 2.900-2.900a4.500 4.500 0 0 1-6 5.600L8.400 20a2.100 2.100 0 0 1-3-3l7.300-7.200a4.500 4.500 0 0 1 2-3.500Z"
            }
            Self::Print => "M7 8V3h10v5M7 17H4V8.500h16V17h-3M7 14h10v7H7z",
            Self::Person => "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4 20.500c1-4 4-6 8-6s7 2 8 6",
            Self::Exit => "M14 4H5v16h9M10 12h11m-4-4 4 4-4 4",
            Self::Next => "m6 9 6 6 6-6",
            Self::Previous => "m6 15 6-6 6 6",
            Self::Back => "m14 6-6 6 6 6",
            Self::Send => "M3.500 11.500 20.500 4 15 20.500l-3.700-6.800-7.800-2.200Zm7.800 2.200L20.500 4",
            Self::Chart => "M4 20h16M7 20v-6m5 6V6m5 14v-9",
            Self::Gear => "M4 7h9m4 0h3M4 17h3m4 0h9M15 4.500v5M9 14.500v5",
            Self::File => "M6 3h8l4.500 4.500V21H6zM14 3v5h4.500M9 13h6M9 16.500h6",
        }
    }
}

/// What icon to draw.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct IconProps {
    /// Which one.
    pub picture: Picture,
}

/// An icon.
#[function_component]
pub fn Icon(props: &IconProps) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d={props.picture.path()} />
        </svg>
    }
}
