//! The words of the interface by name. The texts stand in `catalogue/interface.toml`; the loader names every word that is
//! missing there or that nobody uses.

use crate::model::{Cards, Words};
use alloc::string::String;

macro_rules! words {
    (early { $($early:ident = $early_key:literal,)* } late { $($late:ident = $late_key:literal,)* }) => {
        /// A word or sentence of the interface.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub enum Word { $($early,)* $($late,)* }
        impl Word {
            /// All words, in the order of the packed lists: first those of [`Words`], then those of [`Cards`].
            pub const ALL: &'static [Word] = &[$(Word::$early,)* $(Word::$late,)*];
            /// How many of them stand in [`Words`].
            const EARLY: usize = [$(Word::$early),*].len();
            /// The key in `interface.toml`.
            #[cfg(not(target_arch = "wasm32"))]
            pub const fn key(self) -> &'static str {
                match self { $(Word::$early => $early_key,)* $(Word::$late => $late_key,)* }
            }
        }
    };
}

impl Word {
    /// Is it needed before the cards are there (welcome, questions, review)?
    pub const fn early(self) -> bool {
        (self as usize) < Word::EARLY
    }

    /// Its text; empty while the part that holds it is not there.
    pub fn of<'a>(self, words: &'a Words, cards: &'a Cards) -> &'a str {
        let (list, at) = match (self as usize).checked_sub(Word::EARLY) {
            None => (&words.interface, self as usize),
            Some(at) => (&cards.interface, at),
        };
        list.get(at).map_or("", String::as_str)
    }
}

words! {
    early {
        Product = "product",
        OtherLanguage = "other-language",
        TextSize = "text-size",
        Speak = "speak",
        WelcomeTitle = "welcome-title",
        WelcomeLead = "welcome-lead",
        FactTime = "fact-time",
        FactPrivate = "fact-private",
        FactSkip = "fact-skip",
        NeverAsked = "never-asked",
        OnlyGuidance = "only-guidance",
        Privacy = "privacy",
        AsOf = "as-of",
        PerhapsOld = "perhaps-old",
        ResumeTitle = "resume-title",
        Resume = "resume",
        StartNew = "start-new",
        Next = "next",
        Back = "back",
        Skip = "skip",
        WhyAsk = "why-ask",
        QuestionNumber = "question-number",
        QuestionsLeft = "questions-left",
        ChosenOf = "chosen-of",
        ChooseOne = "choose-one",
        ChooseOrSkip = "choose-or-skip",
        TooMany = "too-many",
        Search = "search",
        Kept = "kept",
        KeptSession = "kept-session",
        KeptNot = "kept-not",
        WipeShort = "wipe-short",
        DoNotKeep = "do-not-keep",
        Keep = "keep",
        Wipe = "wipe",
        Wiped = "wiped",
        ReviewTitle = "review-title",
        ReviewLead = "review-lead",
        ReviewOpen = "review-open",
        NotAnswered = "not-answered",
        Edit = "edit",
        Answer = "answer",
        SeeResults = "see-results",
        About = "about",
        Settings = "settings",
        BadSaved = "bad-saved",
        OldSaved = "old-saved",
        ChangedSaved = "changed-saved",
        StorageRefused = "storage-refused",
        StillLoading = "still-loading",
    }
    late {
        OldCopy = "old-copy",
        OldSince = "old-since",
        ClockNote = "clock-note",
        HeadReady = "head-ready",
        HeadReadyOther = "head-ready-other",
        HeadMore = "head-more",
        NextDate = "next-date",
        SeePlan = "see-plan",
        MustHeading = "must-heading",
        NoMust = "no-must",
        OpenHeading = "open-heading",
        RightHeading = "right-heading",
        KnowHeading = "know-heading",
        InHand = "in-hand",
        FirstHeading = "first-heading",
        AllHeading = "all-heading",
        HiddenHeading = "hidden-heading",
        EmptyAreas = "empty-areas",
        ShowAgain = "show-again",
        Undo = "undo",
        HowTo = "how-to",
        Use = "use",
        Want = "want",
        Hide = "hide",
        Hidden = "hidden",
        NeededFirst = "needed-first",
        AskMore = "ask-more",
        Opens = "opens",
        Free = "free",
        Or = "or",
        StatusUsing = "status-using",
        StatusReady = "status-ready",
        StatusAfter = "status-after",
        StatusMaybe = "status-maybe",
        StatusNotNow = "status-not-now",
        LegendUsing = "legend-using",
        LegendReady = "legend-ready",
        LegendAfter = "legend-after",
        LegendMaybe = "legend-maybe",
        LegendNotNow = "legend-not-now",
        LegendHeading = "legend-heading",
        CountReady = "count-ready",
        CountUsing = "count-using",
        CountAfter = "count-after",
        CountMaybe = "count-maybe",
        CountNotNow = "count-not-now",
        CarryHeading = "carry-heading",
        Print = "print",
        Printed = "printed",
        Share = "share",
        Copy = "copy",
        Copied = "copied",
        CopyByHand = "copy-by-hand",
        Qr = "qr",
        QrNote = "qr-note",
        SaveImage = "save-image",
        ImageNote = "image-note",
        Shared = "shared",
        CannotShare = "cannot-share",
        Close = "close",
        AnswersHeading = "answers-heading",
        SeeAndEdit = "see-and-edit",
        NeedsHeading = "needs-heading",
        AlreadyThere = "already-there",
        CheckScore = "check-score",
        CheckOpen = "check-open",
        CheckBars = "check-bars",
        CheckSteps = "check-steps",
        DoThisFirst = "do-this-first",
        StepsHeading = "steps-heading",
        BewareHeading = "beware-heading",
        FindHeading = "find-heading",
        StoresOnly = "stores-only",
        TypeByHand = "type-by-hand",
        NameOnly = "name-only",
        WithoutHeading = "without-heading",
        Call = "call",
        CostHeading = "cost-heading",
        OperatorHeading = "operator-heading",
        ReasonsHeading = "reasons-heading",
        BecauseAnswered = "because-answered",
        BecauseMarked = "because-marked",
        InsteadDoes = "instead-does",
        DoneHere = "done-here",
        Sources = "sources",
        Report = "report",
        ReportText = "report-text",
        ToResults = "to-results",
        DueOn = "due-on",
        DueShort = "due-short",
        DaysLeft = "days-left",
        Weekdays = "weekdays",
        Months = "months",
        PlanTitle = "plan-title",
        PlanLead = "plan-lead",
        PlanHeading = "plan-heading",
        PlanNothing = "plan-nothing",
        StairNow = "stair-now",
        StairStep = "stair-step",
        StairYou = "stair-you",
        StairHere = "stair-here",
        StairNumber = "stair-number",
        StairHint = "stair-hint",
        NearestDate = "nearest-date",
        StartUsing = "start-using",
        Done = "done",
        DoneHint = "done-hint",
        PrintPlan = "print-plan",
        AboutTitle = "about-title",
        AboutText = "about-text",
        AboutPrivacy = "about-privacy",
        AboutVersion = "about-version",
        AboutLaw = "about-law",
        AboutHelp = "about-help",
        SettingsTitle = "settings-title",
        SettingLanguage = "setting-language",
        LanguageNames = "language-names",
        SettingTheme = "setting-theme",
        SettingSize = "setting-size",
        SettingKeep = "setting-keep",
        SettingOther = "setting-other",
        ForOther = "for-other",
        ForMe = "for-me",
        ThemeAuto = "theme-auto",
        ThemeLight = "theme-light",
        ThemeDark = "theme-dark",
        ThemeContrast = "theme-contrast",
        SizeNames = "size-names",
        NeverShare = "never-share",
    }
}
