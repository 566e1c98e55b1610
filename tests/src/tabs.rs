//! More than one tab.

use crate::Browser;

impl Browser {
    /// Opens one more tab at an address, and goes to it.
    pub async fn open_in_new_tab(&self, address: &str) {
        self.count_tabs().await;
        let tab = self.client().new_window(true).await.expect("the browser opens a tab");
        self.client().switch_to_window(tab.handle).await.expect("the tab is there");
        self.open(address).await;
    }

    /// Goes to one of the tabs, counted from 0 in the order in which they were first seen.
    pub async fn go_to_tab(&self, number: usize) {
        self.count_tabs().await;
        let tab = self.tabs.borrow()[number].clone();
        self.client().switch_to_window(tab).await.expect("the tab is there");
    }

    /// How many tabs there are. WebKit's driver names them in any order, so those that are known keep theirs.
    pub async fn count_tabs(&self) -> usize {
        let present = self.client().windows().await.expect("the browser has tabs");
        let mut tabs = self.tabs.borrow_mut();
        tabs.retain(|tab| present.contains(tab));
        let new: Vec<_> = present.into_iter().filter(|tab| !tabs.contains(tab)).collect();
        tabs.extend(new);
        tabs.len()
    }

    /// Closes this tab, and goes to the first one.
    pub async fn close_tab(&self) {
        self.client().close_window().await.expect("the tab closes");
        self.go_to_tab(0).await;
    }
}
