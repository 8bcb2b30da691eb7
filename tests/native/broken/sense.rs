//! Conditions that cannot be meant.

use super::Broken;
use buoc_so::content::Severity::{Error, Warning};

pub const SENSE: [Broken; 16] = [
    // Needs the answer to a later question, and its own.
    Broken(
        "questions.toml",
        "when = { rule = \"organisations\" }",
        "when = { question = \"size\", is = [\"under-10\"] }",
        "questions.toml",
        "question.org-eid.when",
        Error,
    ),
    Broken(
        "questions.toml",
        "{ question = \"device\", is = [\"smartphone-own\", \"smartphone-shared\", \"basic-phone\"] },",
        "{ question = \"sim\", is = [\"yes\"] },",
        "questions.toml",
        "question.sim.when",
        Error,
    ),
    // Answers that exclude each other.
    Broken(
        "questions.toml",
        "when = { rule = \"organisations\" }",
        "when = { all = [ { rule = \"organisations\" }, { rule = \"trading-household\" } ] }",
        "questions.toml",
        "question.org-eid.when",
        Error,
    ),
    Broken(
        "rules.toml",
        "{ not = { question = \"registered\", is = [\"yes\", \"exempt\"] } }",
        "{ not = { rule = \"trading-household\" } }",
        "rules.toml",
        "rule.registering.when",
        Error,
    ),
    Broken("rules.toml", "at_least = 2", "at_least = 5", "rules.toml", "rule.several-channels.when", Error),
    Broken(
        "platforms/shopee.toml",
        "when = { all = [ { rule = \"seller\" }, { not = { has = \"bank-account\" } } ] }",
        "when = { question = \"device\", of = [\"none\", \"basic-phone\"], at_least = 2 }",
        "platforms/shopee.toml",
        "shopee.variant[1].when",
        Error,
    ),
    // Everybody, by a detour.
    Broken(
        "rules.toml",
        "when = { question = \"device\", is = [\"smartphone-shared\"] }",
        "when = { any = [ { always = true }, { question = \"device\", is = [\"none\"] } ] }",
        "rules.toml",
        "rule.shared-phone.when",
        Error,
    ),
    // A kind behind one that holds for the same people, and a duty that is in hand for others only.
    Broken(
        "obligations/citizen.toml",
        "[ { kind = \"know\", when = { always = true } } ]",
        "[ { kind = \"know\", when = { always = true } }, { kind = \"must\", when = { rule = \"seller\" } } ]",
        "obligations/citizen.toml",
        "cit-sim.kinds[1]",
        Error,
    ),
    Broken(
        "obligations/organisation.toml",
        "in_hand   = { question = \"tools\", is = [\"e-invoice\"] }",
        "in_hand   = { question = \"farm-trace\", is = [\"yes\"] }",
        "obligations/organisation.toml",
        "sme-einvoice.in_hand",
        Error,
    ),
    // A question that nothing reads, a choice that nothing reads, an excuse that is not needed.
    Broken(
        "capabilities.toml",
        "{ any = [ { question = \"vneid\", said = [\"level-2\"] }, { question = \"sim\", is = [\"yes\"] } ] }",
        "{ question = \"vneid\", said = [\"level-2\"] }",
        "questions.toml",
        "question.sim",
        Error,
    ),
    Broken(
        "questions.toml",
        "silent = \"contract section 2; buyers",
        "# silent = \"contract section 2; buyers",
        "questions.toml",
        "question.channels.agent",
        Warning,
    ),
    Broken(
        "questions.toml",
        "id = \"shop\"\n",
        "id = \"shop\"\nsilent = \"no reason\"\n",
        "questions.toml",
        "question.channels.shop.silent",
        Warning,
    ),
    // Nobody whom it suits can have what it needs.
    Broken(
        "platforms/hoc-ba-so-vneid.toml",
        "needs      = [",
        "needs      = [\"org-e-id\", ",
        "platforms/hoc-ba-so-vneid.toml",
        "hoc-ba-so-vneid.needs",
        Error,
    ),
    // Cycles: what a platform gives, and over the card of a capability.
    Broken("platforms/vneid.toml", "needs      = [", "needs      = [\"vneid-2\", ", "platforms/vneid.toml", "vneid", Error),
    Broken(
        "platforms/ngan-hang-so.toml",
        "needs      = [",
        "needs      = [\"bank-account\", ",
        "capabilities.toml",
        "capability.bank-account",
        Error,
    ),
    Broken(
        "obligations/citizen.toml",
        "[ { kind = \"know\", when = { always = true } } ]",
        "[]",
        "obligations/citizen.toml",
        "cit-sim.kinds",
        Error,
    ),
];
