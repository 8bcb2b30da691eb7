//! Names that do not resolve, keys and shapes that are not known.

use super::Broken;
use buoc_so::content::Severity::Error;

pub const REFERENCES: [Broken; 18] = [
    Broken("rules.toml", "rule = \"trading-household\"", "rule = \"no-such-rule\"", "rules.toml", "rule.", Error),
    Broken("rules.toml", "question = \"audience\"", "question = \"no-such-question\"", "rules.toml", "rule.persons.when", Error),
    Broken("rules.toml", "is = [\"rev-le-1b\"]", "is = [\"rev-le-2b\"]", "rules.toml", "rule.small-household.when", Error),
    Broken("rules.toml", "id = \"persons\"", "id = \"everyone\"", "rules.toml", "rule.everyone", Error),
    Broken(
        "capabilities.toml",
        "requires = [\"phone\"]",
        "requires = [\"no-such-thing\"]",
        "capabilities.toml",
        "sim-own-name",
        Error,
    ),
    // A need of something that stands below would allow a cycle.
    Broken("capabilities.toml", "requires = [\"phone\"]", "requires = [\"vneid-2\"]", "capabilities.toml", "sim-own-name", Error),
    Broken("platforms/vneid.toml", "gives", "gibs", "platforms/vneid.toml", "gibs", Error),
    Broken("platforms/shopee.toml", "\"S12\"", "\"S00\"", "platforms/shopee.toml", "shopee.sources", Error),
    Broken("areas.toml", "\"shopee\", ", "", "platforms/shopee.toml", "-", Error),
    Broken("obligations/farm.toml", "\"S25\"", "\"S00\"", "obligations/farm.toml", "obligation.farm-no-registration", Error),
    Broken(
        "obligations/household-business.toml",
        "\"01-31\"",
        "\"13-31\"",
        "obligations/household-business.toml",
        "hkd-notice-revenue",
        Error,
    ),
    Broken("catalogue.toml", ", \"citizen\"]", "]", "obligations/citizen.toml", "-", Error),
    Broken("questions.toml", "id = \"device\"", "id = \"audience\"", "questions.toml", "audience", Error),
    Broken("interface.toml", "[words", "[wrods", "interface.toml", "", Error),
    Broken(
        "obligations/citizen.toml",
        "\"cit-bank-biometric\"",
        "\"cit-sim\"",
        "obligations/citizen.toml",
        "obligation.cit-sim",
        Error,
    ),
    Broken("obligations/citizen.toml", "\"cit-sim\"", "\"cit_SIM\"", "obligations/citizen.toml", "obligation.cit_SIM", Error),
    Broken("questions.toml", "id = \"device\"", "id = \"device\"\nmost = 2", "questions.toml", "question.device", Error),
    Broken(
        "capabilities.toml",
        "paper = true",
        "paper = true\nstep_when_unknown = true",
        "capabilities.toml",
        "capability.chip-id",
        Error,
    ),
];
