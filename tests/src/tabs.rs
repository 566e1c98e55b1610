//! More than one tab.

use crate::Browser;

impl Browser {
    /// Opens one more tab at an address, and goes to it.
    pub async fn open_in_new_tab(&self, address: &str) {
        let tab = self.client().new_window(true).await.expect("the browser opens a tab");
        self.client().switch_to_window(tab.handle).await.expect("the tab is there");
        self.open(address).await;
    }

    /// Goes to one of the tabs, counted from 0 in the order in which they were opened.
    pub async fn go_to_tab(&self, number: usize) {
        let tabs = self.client().windows().await.expect("the browser has tabs");
        self.client().switch_to_window(tabs[number].clone()).await.expect("the tab is there");
    }
}
