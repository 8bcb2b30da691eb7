//! Leptos: draws what the view ring says and turns taps into actions. Decides nothing about who may use what, in which order,
//! in which words. All views are [`node::Node`]s.

mod act;
mod app;
mod carry;
mod icons;
mod mount;
mod node;
#[cfg(feature = "outreach")]
pub mod outreach;
mod parts;
mod screens;
mod store;

pub use app::{App, Host, State};
pub use carry::Panel;
pub use mount::{Mounted, mount};
pub use store::{Found, come_back, find, keep_as, leave};
