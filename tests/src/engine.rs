//! Which browsers there are.

/// The browsers that we test in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, driven by chromedriver.
    Chromium,
    /// Firefox, driven by geckodriver.
    Firefox,
    /// WebKitGTK, the engine of Safari, in a small browser of our own, driven by WebKitWebDriver.
    WebKit,
}

impl Engine {
    /// The browser's name in lower case.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The browser with a name.
    ///
    /// # Panics
    /// When there is none.
    pub fn named(name: &str) -> Self {
        let all = [Self::Chromium, Self::Firefox, Self::WebKit];
        all.into_iter().find(|engine| engine.name() == name).unwrap_or_else(|| panic!("no browser is called {name}"))
    }
}
