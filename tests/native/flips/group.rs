//! The kinds of places that are flipped.

/// What kind of place is flipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    Rule,
    Question,
    Capability,
    Platform,
    Obligation,
    NeedWhen,
    Need,
    Alternative,
    Suits,
    Kind,
    Date,
}

impl Group {
    pub const ALL: [Group; 11] = [
        Group::Rule,
        Group::Question,
        Group::Capability,
        Group::Platform,
        Group::Obligation,
        Group::NeedWhen,
        Group::Need,
        Group::Alternative,
        Group::Suits,
        Group::Kind,
        Group::Date,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Group::Rule => "rules: conditions",
            Group::Question => "questions: conditions",
            Group::Capability => "capabilities: conditions",
            Group::Platform => "platforms: conditions",
            Group::Obligation => "obligations: conditions",
            Group::NeedWhen => "needs: conditions",
            Group::Need => "needs: removed",
            Group::Alternative => "needs: alternative removed",
            Group::Suits => "platforms: suits exchanged",
            Group::Kind => "obligations: kind dropped",
            Group::Date => "obligations: date moved",
        }
    }

    /// The flips that design section 6 counts: conditions and needs.
    pub fn must_be_seen(self) -> bool {
        !matches!(self, Group::Alternative | Group::Suits | Group::Kind | Group::Date)
    }
}
