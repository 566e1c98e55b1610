//! The program for reports, in a web worker.
#![forbid(unsafe_code)]

fn main() {
    worker::listen(worker::reports::work);
}
