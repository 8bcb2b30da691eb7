//! Words without a condition, conditions without words, days.

use super::Broken;
use buoc_so::content::Severity::{Error, Warning};

const BIRDS: &str = "\n[[rule]]\nid = \"birds\"\nwhen = { question = \"sim\", is = [\"yes\"] }\nyes = { vi = \"Có.\", en = \"Yes.\" }\nno = { vi = \"Không.\", en = \"No.\" }\n\n# Warnings that stand";

pub const WORDS: [Broken; 13] = [
    Broken(
        "platforms/shopee.toml",
        "also = { vi = \"Mua hàng thì làm được ngay, không cần tài khoản ngân hàng.\", en = \"Buying works already, without a bank account.\" }",
        "",
        "platforms/shopee.toml",
        "shopee.variant[1]",
        Error,
    ),
    Broken(
        "platforms/shopee.toml",
        "when  = { rule = \"seller\" }",
        "when  = { always = true }",
        "platforms/shopee.toml",
        "shopee.variant[0].when",
        Error,
    ),
    Broken(
        "rules.toml",
        "no = { vi = \"Dành cho người bán. Bạn chưa cần.\", en = \"For sellers. You do not need it now.\" }",
        "no = { vi = \"\", en = \"\" }",
        "rules.toml",
        "rule.seller.no",
        Error,
    ),
    Broken(
        "rules.toml",
        "yes = { vi = \"Xem video tốn dữ liệu 4G/5G. Nên dùng Wi-Fi.\", en = \"Video uses a lot of mobile data. Better use Wi-Fi.\" }",
        "yes = { vi = \"\", en = \"\" }",
        "rules.toml",
        "rule.mobile-data.yes",
        Error,
    ),
    Broken("rules.toml", "# Warnings that stand", BIRDS, "rules.toml", "rule.birds", Warning),
    Broken(
        "obligations/citizen.toml",
        "moment    = { vi = \"Khi đổi máy\", en = \"New phone\" }",
        "",
        "obligations/citizen.toml",
        "cit-sim.moment",
        Error,
    ),
    Broken(
        "obligations/citizen.toml",
        "until     = \"2027-02-28\"",
        "until     = \"2026-02-28\"",
        "obligations/citizen.toml",
        "cit-digital-citizen.until",
        Error,
    ),
    Broken(
        "obligations/household-business.toml",
        "until       = \"2027-01-31\"",
        "",
        "obligations/household-business.toml",
        "hkd-refund-overpaid.until_rolls",
        Error,
    ),
    Broken(
        "obligations/household-business.toml",
        "due       = { yearly = [\"01-31\"] }",
        "due       = { yearly = [] }",
        "obligations/household-business.toml",
        "hkd-notice-revenue.due",
        Error,
    ),
    Broken(
        "obligations/household-business.toml",
        "due       = { yearly = [\"01-31\"] }",
        "until = \"2027-01-01\"\ndue       = { once = \"2027-01-31\" }",
        "obligations/household-business.toml",
        "hkd-notice-revenue.due",
        Error,
    ),
    Broken(
        "obligations/citizen.toml",
        "from      = \"2026-08-15\"",
        "from      = \"2026-09-15\"",
        "obligations/citizen.toml",
        "cit-digital-citizen.from",
        Warning,
    ),
    Broken(
        "obligations/citizen.toml",
        "vi = \"Áp dụng từ 01/03/2026.\"",
        "vi = \"Áp dụng từ 01/03/2027.\"",
        "obligations/citizen.toml",
        "cit-bank-device.applies",
        Warning,
    ),
    Broken(
        "catalogue.toml",
        "valid_until = \"2027-05-21\"",
        "valid_until = \"2025-05-21\"",
        "catalogue.toml",
        "valid_until",
        Error,
    ),
];
