//! The part of the address after `#`, which anybody can put into a link.

use readiness::Catalogue;
use stage_zero::route::Route;
use std::sync::Once;

/// Whatever stands in the address names a place, and the place's own link leads back to it.
pub fn address(input: &[u8]) {
    thread_local! {
        static SPEAK: Once = const { Once::new() };
    }
    SPEAK.with(|once| {
        once.call_once(|| stage_zero::text::speak(0, vec![""], |_| Catalogue::english()).expect("a language"))
    });
    let Ok(hash) = str::from_utf8(input) else { return };
    let route = Route::parse(hash);
    if route != Route::Missing {
        assert_eq!(Route::parse(&route.href()), route, "{hash:?}");
    }
}
