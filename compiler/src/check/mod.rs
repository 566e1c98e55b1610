//! The checks that need more than one item, or more than its shape.

mod language;
mod references;
mod register;

pub(crate) use language::language;
pub(crate) use references::references;
pub(crate) use register::register;

pub use register::Expected;
