// Counts that travel (contract 7), seen from outside: records found in a text by their `batch`, their figures by metric and key.
// Other records are made from real exports, so that nothing of the format is written down a second time.
export const METRICS = ['contacts_total', 'by_audience', 'by_age_band', 'by_area_started', 'by_skill', 'blocked_reasons', 'by_status', 'by_duty'];
export const DATABASE = 'buoc-so-outreach';

const objects = value => (value && typeof value === 'object' ? [value, ...Object.values(value).flatMap(objects)] : []);

/** The records in an exported JSON text. */
export const records = text => objects(JSON.parse(text)).filter(value => typeof value.batch === 'string');

/** The figures of a record, zeros left out: { contacts_total: 2, "by_skill:online-payment": 1, … } */
export function figures(record) {
  const out = {};
  for (const part of objects(record))
    for (const metric of METRICS) {
      const found = part[metric];
      if (typeof found === 'number') out[metric] = found;
      else if (found && typeof found === 'object') for (const [key, count] of Object.entries(found)) out[`${metric}:${key}`] = count;
    }
  return Object.fromEntries(Object.entries(out).filter(([, count]) => count !== 0).sort());
}
export function sum(list) {
  const out = {};
  for (const one of list) for (const [key, count] of Object.entries(one)) out[key] = (out[key] || 0) + count;
  return Object.fromEntries(Object.entries(out).sort());
}

/** Where two sets of figures differ, as lines. */
export const differences = (found, wanted) => [...new Set([...Object.keys(found), ...Object.keys(wanted)])].sort()
  .filter(key => found[key] !== wanted[key]).map(key => `${key}: ${found[key] || 0}, not ${wanted[key] || 0}`);

/** A text of the same shape with these records in place of its own; the sample holds more than one record, so that its list shows. */
export function withRecords(sample, list) {
  const file = JSON.parse(sample);
  const fits = value => Array.isArray(value) && value.length > 0 && value.every(item => item && typeof item.batch === 'string');
  if (fits(file)) return JSON.stringify(list);
  const holder = objects(file).find(value => Object.values(value).some(fits));
  const key = Object.keys(holder).find(name => fits(holder[name]));
  holder[key] = list;
  return JSON.stringify(file);
}

/** Another batch of the same length and letters. */
export const batchName = (like, number) => like.slice(0, -6) + number.toString(36).padStart(6, '0');

/** Numbers that are the same at every run. */
export function generator(seed) {
  let state = seed >>> 0;
  return most => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor(state / 4294967296 * most); };
}
export function shuffled(list, draw) {
  const out = [...list];
  for (let i = out.length - 1; i > 0; i--) { const j = draw(i + 1); [out[i], out[j]] = [out[j], out[i]]; }
  return out;
}
