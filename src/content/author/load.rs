//! Files to catalogue.

use super::condition::{At, Names, condition, ids, needs, or_always};
use super::entry::{Files, shape};
use super::file::{
    AreaFile, CapabilityFile, CatalogueFile, ChoiceFile, InterfaceFile, ObligationFile, Pair, PlatformFile, ProvinceFile,
    QuestionFile, RuleFile, SourceFile,
};
use super::{
    Catalogue, Finding, Found, HandbookWords, PAGE, PageWords, Review, ToVerify, check, items, listings, maturity, outreach,
};
use crate::model::{
    Area, AreaIx, AreaWords, Capability, CapabilityCard, Cards, Choice, ChoiceWords, Condition, Date, Points, Question,
    QuestionIx, QuestionWords, Rule, RuleWords, Rules, SourceWords, StepVariant, Words,
};
use crate::text::Lang;
use crate::view::Word;
use std::{collections::BTreeMap, format, string::String, vec::Vec};

/// The state of reading.
pub struct Reading<'a> {
    pub files: Files<'a>,
    pub found: Found,
    pub names: Names,
    pub words: [Words; 2],
    pub cards: [Cards; 2],
    pub page: [PageWords; 2],
    pub handbook: [HandbookWords; 2],
    pub reviews: Vec<Review>,
    pub to_verify: Vec<ToVerify>,
    pub silent: Vec<(String, String)>,
    pub hideable: Vec<String>,
}

/// Reads a day; a broken one is a finding and stands as 1970-01-01.
pub fn date(text: &str, at: &At<'_>, found: &mut Found) -> Date {
    Date::parse(text).unwrap_or_else(|| {
        at.error(found, format!("\"{text}\" is no day YYYY-MM-DD"));
        Date::from_days(0)
    })
}

/// Reads a catalogue from the texts of its files (path below `catalogue/` to text). The catalogue is as whole as the files
/// allow; it may be used only when no finding is an error.
pub fn load(files: &BTreeMap<String, String>) -> (Option<Catalogue>, Vec<Finding>) {
    let mut reading = Reading {
        files: Files(files),
        found: Found::default(),
        names: Names::default(),
        words: Default::default(),
        cards: Default::default(),
        page: Default::default(),
        handbook: Default::default(),
        reviews: Vec::new(),
        to_verify: Vec::new(),
        silent: Vec::new(),
        hideable: Vec::new(),
    };
    let catalogue = reading.read();
    if let Some(catalogue) = &catalogue {
        check::check(catalogue, files, &reading.silent, &mut reading.found);
    }
    reading.found.0.sort();
    reading.found.0.dedup();
    (catalogue, reading.found.0)
}

impl Reading<'_> {
    fn read(&mut self) -> Option<Catalogue> {
        let whole: CatalogueFile = self.files.whole("catalogue.toml", &mut self.found)?;
        let at = At::new("catalogue.toml", "-");
        self.interface();
        self.sources();
        let areas = self.areas();
        self.names.areas = areas.iter().map(|(area, _)| area.id.clone()).collect();
        // Conditions of questions may name rules, rules name questions: ids first, conditions after.
        let drafts = self.questions();
        let rules = self.rules();
        let capabilities_read: Vec<(String, CapabilityFile)> =
            self.files.entries("capabilities.toml", "capability", &mut self.found);
        self.names.platforms = areas.iter().flat_map(|(_, listed)| listed.iter().cloned()).collect();
        let platform_files = self.platform_files(&areas);
        self.names.platforms = platform_files.iter().map(|(id, ..)| id.clone()).collect();
        let capabilities = self.capabilities(&capabilities_read);
        let questions = self.finish_questions(&drafts);
        let mut platforms = Vec::new();
        for (id, area, entry) in &platform_files {
            let file = format!("platforms/{id}.toml");
            // A platform that cannot be read keeps its place out of the lists of words, too.
            if let Some(platform) = items::platform(self, &file, id, *area, entry) {
                platforms.push(platform);
                for (at, lang) in Lang::ALL.into_iter().enumerate() {
                    let card = items::platform_card(self, &file, id, entry, lang);
                    self.cards[at].platforms.push(card);
                    self.cards[at].names.push(entry.name.of(lang));
                }
            }
        }
        let mut obligations = Vec::new();
        for topic in &whole.obligation_files {
            let file = format!("obligations/{topic}.toml");
            let entries: Vec<(String, ObligationFile)> = self.files.entries(&file, "obligation", &mut self.found);
            for (key, entry) in entries {
                if let Some(obligation) = items::obligation(self, &file, &key, &entry) {
                    obligations.push(obligation);
                    for (at, lang) in Lang::ALL.into_iter().enumerate() {
                        self.cards[at].obligations.push(items::obligation_card(&entry, lang));
                    }
                }
            }
        }
        listings::listings(self, &whole.listings);
        maturity::check(self);
        let found = &mut self.found;
        let points = whole.points;
        let rules = Rules {
            version: whole.version,
            as_of: date(&whole.as_of, &at.inner("as_of"), found),
            valid_until: date(&whole.valid_until, &at.inner("valid_until"), found),
            questions,
            areas: areas.into_iter().map(|(area, _)| area).collect(),
            capabilities,
            rules,
            platforms,
            obligations,
            holidays: whole.holidays.days.iter().map(|day| date(day, &at.inner("holidays"), found)).collect(),
            points: Points {
                prerequisite: points.prerequisite,
                duty_soon: points.duty_soon,
                duty: points.duty,
                area: points.area,
                ready: points.ready,
                free: points.free,
                home: points.home,
                unsure: points.unsure,
                strains: points.strains,
                soon_days: points.soon_days,
                first_cards: points.first_cards,
                first_per_area: points.first_per_area,
            },
            sources: self.names.sources.clone(),
            no_phone_when: condition(&whole.no_phone_when, &self.names, &at.inner("no_phone_when"), found),
            phone_like: ids(&whole.phone_like, &at.inner("phone_like"), "capability", found, |id| self.names.capability(id)),
        };
        if whole.holidays.source.is_empty() {
            at.inner("holidays.source").error(found, "no source is given");
        }
        let (words, cards) = (core::mem::take(&mut self.words), core::mem::take(&mut self.cards));
        let mut to_verify = core::mem::take(&mut self.to_verify);
        to_verify.sort_by_key(|item| (-item.weight, item.file.clone()));
        let (page, reviews) = (core::mem::take(&mut self.page), core::mem::take(&mut self.reviews));
        let (handbook, hideable) = (core::mem::take(&mut self.handbook), core::mem::take(&mut self.hideable));
        let (outreach, paper) = outreach::read(self, &rules);
        Some(Catalogue { rules, words, cards, page, handbook, outreach, paper, hideable, to_verify, reviews })
    }

    fn interface(&mut self) {
        const FILE: &str = "interface.toml";
        let Some(InterfaceFile { mut words, mut page, handbook }) = self.files.whole(FILE, &mut self.found) else { return };
        for (at, key) in PAGE.into_iter().enumerate() {
            let path = format!("page.{key}");
            match page.remove(key).map(|value| shape::<Pair>(FILE, &path, value, &mut self.found).unwrap_or_default()) {
                Some(pair) => Lang::ALL.into_iter().for_each(|lang| self.page[lang as usize].0[at] = pair.of(lang)),
                None => self.found.error(FILE, &path, "the word is missing"),
            }
        }
        for key in page.keys() {
            self.found.error(FILE, &format!("page.{key}"), "no page says this");
        }
        self.handbook = Lang::ALL.map(|lang| handbook.of(lang));
        for word in Word::ALL {
            let key = format!("words.{}", word.key());
            let pair = match words.remove(word.key()) {
                Some(value) => shape::<Pair>(FILE, &key, value, &mut self.found).unwrap_or_default(),
                None => {
                    self.found.error(FILE, &key, "the word is missing");
                    Pair::default()
                }
            };
            for (at, lang) in Lang::ALL.into_iter().enumerate() {
                let list = if word.early() { &mut self.words[at].interface } else { &mut self.cards[at].interface };
                list.push(pair.of(lang));
            }
        }
        for key in words.keys() {
            self.found.error(FILE, &format!("words.{key}"), "no part of the interface uses this word");
        }
    }

    fn sources(&mut self) {
        let entries: Vec<(String, SourceFile)> = self.files.entries("sources.toml", "source", &mut self.found);
        for (_, entry) in entries {
            for (at, lang) in Lang::ALL.into_iter().enumerate() {
                self.cards[at].sources.push(SourceWords { title: entry.title.of(lang), date: entry.date.of(lang) });
            }
            self.names.sources.push(entry.id);
        }
    }

    fn areas(&mut self) -> Vec<(Area, Vec<String>)> {
        let entries: Vec<(String, AreaFile)> = self.files.entries("areas.toml", "area", &mut self.found);
        for (_, entry) in &entries {
            if entry.may_hide {
                self.hideable.push(entry.id.clone());
            }
            for (at, lang) in Lang::ALL.into_iter().enumerate() {
                self.cards[at].areas.push(AreaWords { name: entry.name.of(lang), empty: entry.empty.of(lang) });
            }
        }
        entries.into_iter().map(|(_, entry)| (Area { id: entry.id }, entry.platforms)).collect()
    }

    fn platform_files(&mut self, areas: &[(Area, Vec<String>)]) -> Vec<(String, AreaIx, PlatformFile)> {
        let mut read = Vec::new();
        for (at, (_, listed)) in areas.iter().enumerate() {
            for id in listed {
                let file = format!("platforms/{id}.toml");
                match self.files.whole::<PlatformFile>(&file, &mut self.found) {
                    Some(entry) if entry.release == "hold" => self.names.held.push(id.clone()),
                    Some(entry) => read.push((id.clone(), AreaIx::from_at(at), entry)),
                    None => {}
                }
            }
        }
        read
    }

    fn questions(&mut self) -> Vec<(String, QuestionFile, Vec<ChoiceFile>)> {
        const FILE: &str = "questions.toml";
        let entries: Vec<(String, QuestionFile)> = self.files.entries(FILE, "question", &mut self.found);
        let mut drafts = Vec::new();
        for (key, mut entry) in entries {
            let values = core::mem::take(&mut entry.choice).into_iter().enumerate();
            let mut choices: Vec<ChoiceFile> =
                values.filter_map(|(at, value)| shape(FILE, &format!("{key}.choice[{at}]"), value, &mut self.found)).collect();
            if entry.local {
                let provinces: Vec<(String, ProvinceFile)> = self.files.entries("provinces.toml", "province", &mut self.found);
                choices.extend(provinces.into_iter().map(|(_, province)| ChoiceFile::from(province)));
            }
            if choices.is_empty() || choices.len() > 64 {
                self.found.error(FILE, &key, "a question has 1 to 64 choices");
            }
            let silent = choices.iter().filter(|choice| !choice.silent.trim().is_empty());
            self.silent.extend(silent.map(|choice| (entry.id.clone(), choice.id.clone())));
            let mut question = Question {
                id: entry.id.clone(),
                several: entry.several,
                most: entry.most,
                always: entry.always,
                local: entry.local,
                when: Condition::Always,
                choices: Vec::new(),
                unknown: 0,
                shared: 0,
                exclusive: 0,
            };
            for (at, choice) in choices.iter().enumerate().take(64) {
                question.unknown |= u64::from(choice.unknown) << at;
                question.shared |= u64::from(choice.shared) << at;
                question.exclusive |= u64::from(choice.exclusive) << at;
                question.choices.push(Choice {
                    id: choice.id.clone(),
                    areas: Vec::new(),
                    areas_when: Vec::new(),
                    offered: Condition::Always,
                    icon: choice.icon.clone(),
                });
            }
            self.names.questions.push(question);
            drafts.push((key, entry, choices));
        }
        drafts
    }

    /// Second pass over the questions: conditions and words.
    fn finish_questions(&mut self, drafts: &[(String, QuestionFile, Vec<ChoiceFile>)]) -> Vec<Question> {
        const FILE: &str = "questions.toml";
        let mut questions = self.names.questions.clone();
        for (place, (question, (key, entry, choices))) in questions.iter_mut().zip(drafts).enumerate() {
            let place = QuestionIx::from_at(place);
            let at = At::new(FILE, key.as_str());
            question.when = or_always(entry.when.as_ref(), &self.names, &at.inner("when"), &mut self.found);
            for (own, choice) in question.choices.iter_mut().zip(choices) {
                let at = at.inner(&choice.id);
                let found = &mut self.found;
                let area = |id: &str| self.names.areas.iter().position(|known| known == id).map(AreaIx::from_at);
                own.offered = or_always(choice.offered.as_ref(), &self.names, &at.inner("offered"), found);
                own.areas = ids(&choice.areas, &at.inner("areas"), "area", found, area);
                for more in &choice.areas_when {
                    let when = condition(&more.when, &self.names, &at.inner("areas_when"), found);
                    let areas = ids(&more.areas, &at.inner("areas_when"), "area", found, area);
                    own.areas_when.extend(areas.into_iter().map(|area| (area, when.clone())));
                }
            }
            for (at, lang) in Lang::ALL.into_iter().enumerate() {
                let words = |choice: &ChoiceFile| ChoiceWords {
                    label: choice.label.of(lang),
                    hint: choice.hint.of(lang),
                    also: choice.also.of(lang),
                };
                let mut choices = choices.iter().map(words).collect();
                if question.local {
                    self.cards[at].choices.push((place, core::mem::take(&mut choices)));
                }
                self.words[at].questions.push(QuestionWords {
                    ask: entry.ask.of(lang),
                    ask_other: entry.other.of(lang),
                    short: entry.short.of(lang),
                    hint: entry.hint.of(lang),
                    why: entry.why.of(lang),
                    choices,
                });
            }
        }
        questions
    }

    fn rules(&mut self) -> Vec<Rule> {
        const FILE: &str = "rules.toml";
        let entries: Vec<(String, RuleFile)> = self.files.entries(FILE, "rule", &mut self.found);
        let mut rules = Vec::new();
        for (key, entry) in entries {
            let at = At::new(FILE, key);
            let when = condition(&entry.when, &self.names, &at.inner("when"), &mut self.found);
            let sources = ids(&entry.sources, &at.inner("sources"), "source", &mut self.found, |id| self.names.source(id));
            rules.push(Rule { id: entry.id.clone(), when, sources });
            self.names.rules.push(entry.id);
            for (at, lang) in Lang::ALL.into_iter().enumerate() {
                self.cards[at].rules.push(RuleWords { yes: entry.yes.of(lang), no: entry.no.of(lang) });
                self.handbook[at].whom.push(entry.whom.of(lang));
            }
        }
        rules
    }

    fn capabilities(&mut self, entries: &[(String, CapabilityFile)]) -> Vec<Capability> {
        const FILE: &str = "capabilities.toml";
        let mut capabilities = Vec::new();
        for (key, entry) in entries {
            let at = At::new(FILE, key.as_str());
            if entry.yes.is_none() && !entry.paper {
                at.inner("yes").error(&mut self.found, "say when it is there, or paper = true");
            }
            let found = &mut self.found;
            let yes = entry
                .yes
                .as_ref()
                .map_or(Condition::Any(Vec::new()), |value| condition(value, &self.names, &at.inner("yes"), found));
            let requires = needs(&entry.requires, &self.names, &at.inner("requires"), found);
            let first_when = entry.first_when.as_ref().map(|value| condition(value, &self.names, &at.inner("first_when"), found));
            let card = entry.card.as_ref().and_then(|id| {
                ids(core::slice::from_ref(id), &at.inner("card"), "platform", found, |id| self.names.platform(id)).pop()
            });
            capabilities.push(Capability {
                id: entry.id.clone(),
                yes,
                paper: entry.paper,
                step: entry.step,
                step_when_unknown: entry.step_when_unknown,
                requires,
                first_when,
                card,
                icon: entry.icon.clone(),
            });
            for (index, lang) in Lang::ALL.into_iter().enumerate() {
                let variants = entry.variant.iter().map(|variant| StepVariant {
                    when: condition(&variant.when, &self.names, &at.inner("variant.when"), &mut self.found),
                    title: variant.title.of(lang),
                    how: variant.how.of(lang),
                });
                self.cards[index].capabilities.push(CapabilityCard {
                    title: entry.title.of(lang),
                    how: entry.how.of(lang),
                    when_there: entry.when_there.of(lang),
                    variants: variants.collect(),
                });
                self.cards[index].capability_names.push(entry.name.of(lang));
            }
            // After its own needs: a capability may need earlier ones only, so there is no cycle.
            self.names.capabilities.push(entry.id.clone());
        }
        capabilities
    }
}
