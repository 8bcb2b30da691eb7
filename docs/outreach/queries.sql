-- Totals of training sessions in DuckDB, exactly as the page and `cargo xtask tally total` show them.
-- Run from the folder of the exports: duckdb < queries.sql. Leave out the INSERT for what you do not have: CSV or JSON.
-- `cargo xtask test` (tests/duckdb) holds these queries against our own code.

CREATE OR REPLACE TABLE line (
  source VARCHAR, batch VARCHAR, revision BIGINT, session_date DATE, province_code VARCHAR,
  commune VARCHAR, village VARCHAR, host VARCHAR, metric VARCHAR, key VARCHAR, count BIGINT
);

-- A cell that a spreadsheet would take for a formula was written with an apostrophe before it.
CREATE OR REPLACE MACRO typed(cell) AS regexp_replace(coalesce(cell, ''), '^''([=+@\t\r-])', '\1');

-- @csv: tables of the long form.
INSERT INTO line
SELECT DISTINCT filename, batch, revision::BIGINT, session_date::DATE, coalesce(province_code, ''),
  typed(commune), typed(village), typed(host), metric, coalesce(key, ''), count::BIGINT
FROM read_csv('exports/**/*.csv', all_varchar = true, header = true, delim = ',', quote = '"', escape = '"',
  union_by_name = true, filename = true);

-- @json: files of the format buoc-so-tally/1.
INSERT INTO line
WITH file AS (
  SELECT filename, unnest(records) AS r, generate_subscripts(records, 1) AS place
  FROM read_json('exports/**/*.json', filename = true, maximum_object_size = 20000000, columns = {
    format: 'VARCHAR',
    records: 'STRUCT(batch VARCHAR, revision BIGINT, session_date DATE, province_code VARCHAR, commune_text VARCHAR,
      village_text VARCHAR, host VARCHAR, contacts_total BIGINT, by_audience MAP(VARCHAR, BIGINT),
      by_age_band MAP(VARCHAR, BIGINT), by_area_started MAP(VARCHAR, BIGINT), by_skill MAP(VARCHAR, BIGINT),
      blocked_reasons MAP(VARCHAR, BIGINT), by_status MAP(VARCHAR, BIGINT), by_duty MAP(VARCHAR, BIGINT))[]'
  })
  WHERE format = 'buoc-so-tally/1'
), counted AS (
  SELECT filename, place, r, 'contacts_total' AS metric, {key: '', value: r.contacts_total} AS pair FROM file
  UNION ALL SELECT filename, place, r, 'by_audience', unnest(map_entries(r.by_audience)) FROM file
  UNION ALL SELECT filename, place, r, 'by_age_band', unnest(map_entries(r.by_age_band)) FROM file
  UNION ALL SELECT filename, place, r, 'by_area_started', unnest(map_entries(r.by_area_started)) FROM file
  UNION ALL SELECT filename, place, r, 'by_skill', unnest(map_entries(r.by_skill)) FROM file
  UNION ALL SELECT filename, place, r, 'blocked_reasons', unnest(map_entries(r.blocked_reasons)) FROM file
  UNION ALL SELECT filename, place, r, 'by_status', unnest(map_entries(r.by_status)) FROM file
  UNION ALL SELECT filename, place, r, 'by_duty', unnest(map_entries(r.by_duty)) FROM file
)
SELECT filename || '#' || place, r.batch, r.revision, r.session_date, coalesce(r.province_code, ''), coalesce(r.commune_text, ''),
  coalesce(r.village_text, ''), coalesce(r.host, ''), metric, pair.key, pair.value
FROM counted;

-- @totals: of each batch one record stays: the highest revision; of two that contradict each other the one with more people, then
-- the one whose counts are later in the alphabet, then date and place.
CREATE OR REPLACE VIEW kept AS
WITH export AS (
  SELECT source, batch, revision, session_date, province_code, commune, village, host,
    coalesce(sum(count) FILTER (metric = 'contacts_total'), 0) AS people,
    coalesce(string_agg(metric || ':' || key || '=' || count, ',' ORDER BY metric || ':' || key || '=' || count)
      FILTER (count > 0), '') AS spelt
  FROM line
  GROUP BY source, batch, revision, session_date, province_code, commune, village, host
)
SELECT source, batch, revision, session_date, province_code, commune, village, host,
  year(session_date) || 'Q' || quarter(session_date) AS quarter,
  lower(trim(regexp_replace(commune, '\s+', ' ', 'g'))) AS commune_plain
FROM export
QUALIFY row_number() OVER (
  PARTITION BY batch
  ORDER BY revision DESC, people DESC, spelt DESC, session_date DESC, province_code DESC, commune DESC, village DESC, host DESC
) = 1;

CREATE OR REPLACE VIEW counted AS
SELECT kept.*, metric, key, count
FROM line JOIN kept USING (source, batch, revision, session_date, province_code, commune, village, host)
WHERE count > 0;

CREATE OR REPLACE VIEW total AS
SELECT metric, key, sum(count)::BIGINT AS count FROM counted GROUP BY ALL ORDER BY ALL;

CREATE OR REPLACE VIEW by_quarter AS
SELECT quarter, metric, key, sum(count)::BIGINT AS count FROM counted GROUP BY ALL ORDER BY ALL;

CREATE OR REPLACE VIEW by_province AS
SELECT quarter, province_code, metric, key, sum(count)::BIGINT AS count FROM counted GROUP BY ALL ORDER BY ALL;

CREATE OR REPLACE VIEW by_commune AS
SELECT quarter, province_code, commune_plain, metric, key, sum(count)::BIGINT AS count FROM counted GROUP BY ALL ORDER BY ALL;

SELECT count(*) AS sessions FROM kept;
FROM total;
FROM by_quarter;
