// Since when Chromium knows a property, value, function, unit, selector or condition: MDN's browser-compat-data, looked up by
// the names that stand in a style sheet. A look-up gives { since } (a major version; Infinity: never), or null when the data
// does not know the name at all.

const UNITS = { d: 'viewport_percentage_units_dynamic', l: 'viewport_percentage_units_large', s: 'viewport_percentage_units_small' };
/** Where the data keeps functions, besides its list of types. */
const FUNCTIONS = ['color', 'gradient', 'image', 'transform-function', 'filter-function', 'easing-function'];

const statements = compat => [].concat(compat.support.chrome);
const number = text => { const found = Number.parseInt(`${text}`.replace('≤', ''), 10); return Number.isFinite(found) ? found : Infinity; };
/** What was taken out again counts only where another statement goes on at that version. */
const version = ({ version_added: added, version_removed: removed, flags }, index, all) =>
  (flags || removed && !(all || []).some(other => number(other.version_added) <= number(removed) && !other.version_removed) ? Infinity : number(added));

/** `compat` is what the data says of one feature. A spelling with a prefix or another name is a name of its own. */
const since = (compat, own = statement => !statement.prefix && !statement.alternative_name) =>
  ({ since: Math.min(Infinity, ...statements(compat).filter(own).map(version)) });
const of = node => (node && node.__compat ? since(node.__compat) : null);

/** Look-ups in the data of browser-compat-data's `css`. */
export function compat(css) {
  const { properties, selectors, types, 'at-rules': rules } = css;
  const functions = new Map();
  for (const group of [types, ...FUNCTIONS.map(name => types[name])])
    for (const [name, node] of Object.entries(group || {})) if (node.__compat && !functions.has(name)) functions.set(name, node);

  /** Names that are spelt with a prefix or otherwise: `-webkit-appearance`, `grid-gap`. */
  const others = new Map();
  const collect = (name, node) => {
    for (const statement of node.__compat ? statements(node.__compat) : []) {
      const other = statement.alternative_name || statement.prefix && statement.prefix + name;
      if (other) others.set(other, { since: Math.min(version(statement, 0, []), others.has(other) ? others.get(other).since : Infinity) });
    }
  };
  for (const [name, node] of Object.entries(properties)) for (const part of [node, ...Object.values(node)]) collect(name, part);

  return {
    /** `within`: the at-rule whose descriptors these are (`@page`), or nothing. */
    property: (name, within) => of(within && rules[within] && rules[within][name]) || of(properties[name]) || others.get(name) || null,
    /** A word or function as the value of one property. */
    value: (property, word) => {
      const found = Object.entries(properties[property] || {}).find(([key]) => key.toLowerCase() === word.toLowerCase());
      return found ? of(found[1]) : null;
    },
    /** One part of what the data says of a property, by the data's own key. */
    part: (property, key) => of((properties[property] || {})[key]),
    everywhere: word => of((types.global_keywords || {})[word]),
    /** `property`: the one whose value it is; some know a function of their own. */
    function: (name, property) => of((properties[property] || {})[`${name}_function`]) || of(functions.get(name) || functions.get(`${name}-function`)),
    /** `rgb(1 2 3)`, without commas. */
    spaced: name => of((functions.get(name) || {}).space_separated_parameters),
    unit: name => {
      const viewport = /^([dls])v(h|w|i|b|min|max)$/.exec(name);
      return of(types.length[viewport ? UNITS[viewport[1]] : /^cq/.test(name) ? 'container_query_length_units' : name])
        || of((types.resolution || {})[name]);
    },
    selector: name => of(selectors[name]),
    list: name => of((selectors[name] || {}).selector_list),
    nesting: () => of(selectors.nesting),
    rule: name => of(rules[name]),
    media: name => of(rules.media[name] || rules.media[name.replace(/^(min|max)-/, '')]),
    range: () => of(rules.media.range_syntax),
    /** Whether a property has a spelling with this prefix. */
    prefixed: (name, prefix) => (properties[name] && properties[name].__compat ? since(properties[name].__compat, statement => statement.prefix === prefix) : null),
  };
}
