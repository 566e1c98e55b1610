/// A word of the interface; its number is its place among the words of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u16)]
pub enum Word {
    /// Stage Zero
    AppName,
    /// Start \[anew\] at once
    HomeStartNew,
    /// {count} {count?item:items} of {name}
    CountItems,
}

/// How many words there are.
pub const COUNT: usize = 3;
