//! The program for what only few want, in a web worker.
#![forbid(unsafe_code)]

fn main() {
    worker::listen(worker::rare::work);
}
