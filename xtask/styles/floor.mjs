// What a style sheet uses that the oldest engine lacks. Fine without a word are: what a plainer declaration of the same
// property stands before, what has a prefixed twin, and what is inside an `@supports` that asks for it. Anything else needs
//   /* floor NAME… – reason */
// right before the rule or declaration: NAME as in the finding. An allowance that allows nothing is a finding, too.
import { compat } from './compat.mjs';

const GAPS = ['gap', 'row-gap', 'column-gap'];
const ALLOWANCE = /^\s*floor\s+(.*?)\s+[–-]\s+(\S.*?)\s*$/s;

/** A page with everything but its styles made blank: lines stay where they are. */
export const stylesOf = page => page.replace(/(<style[^>]*>)([^]*?)(<\/style>)|[^\n]/g, (all, open, style, close) => (close ? open.replace(/./g, ' ') + style : ' '));

/** `tree`: the css-tree module; `css`: the part of browser-compat-data with this name. Gives `check(source)`. */
export function floor({ tree, css, engine }) {
  const data = compat(css);
  const lacks = known => known && known.since > engine;

  /** { name, line, at, since } for everything in one style sheet, allowed or not. */
  function uses(source) {
    const found = [], failed = [], allowances = [], ranges = [], conditions = [];
    const ast = tree.parse(source, {
      positions: true, parseCustomProperty: true,
      onComment: (text, loc) => {
        const allowance = ALLOWANCE.exec(text);
        if (allowance) allowances.push({ names: allowance[1].split(/\s+/), used: new Set(), line: loc.start.line, from: loc.end.offset });
        else if (/^\s*floor\b/.test(text)) failed.push({ line: loc.start.line, text: 'an allowance is written /* floor NAME – reason */' });
      },
      onParseError: error => failed.push({ line: error.line, text: `not readable: ${error.message}` }),
    });
    const add = (node, name, known, more = {}) => {
      if (lacks(known) && !found.some(other => other.name === name && other.at === node.loc.start.offset)) found.push({ name, since: known.since, line: node.loc.start.line, at: node.loc.start.offset, ...more });
    };
    const unknown = (node, name) => add(node, name, { since: Infinity });

    function declared(node, { rule, atrule, block }) {
      const { property } = node, siblings = block ? block.children.toArray().filter(({ type }) => type === 'Declaration') : [];
      if (property.startsWith('--')) return;
      const known = data.property(property, atrule && !rule ? atrule.name : '');
      if (!known && !property.startsWith('-')) unknown(node, property);
      const twin = siblings.some(other => other.property === `-webkit-${property}` && (data.prefixed(property, '-webkit-') || { since: Infinity }).since <= engine);
      if (!twin) add(node, property, known);
      if (!GAPS.includes(property)) return;
      const says = (name, words) => siblings.some(other => other.property === name && words.test(tree.generate(other.value)));
      const columns = property === 'column-gap' && siblings.some(other => ['columns', 'column-count', 'column-width'].includes(other.property));
      // Where the block itself does not say what it is, it is taken for a flex box: there no engine of the floor has it, and
      // `@supports` lies about it.
      if (!columns) add(node, property, data.part(property, says('display', /grid/) ? 'grid_context' : 'flex_context'), { lies: true });
    }

    function called(node, property, at) {
      const name = node.name.toLowerCase();
      add(at, `${name}()`, data.function(name, property) || data.value(property, name));
      if (!node.children.some(({ type, value }) => type === 'Operator' && value === ',')) add(at, `${name}()`, data.spaced(name));
    }
    function later(raw, property) {
      tree.walk(tree.parse(raw.value, { context: 'value', onParseError: () => {} }), node => {
        if (node.type === 'Function') called(node, property, raw);
        if (node.type === 'Dimension') add(raw, node.unit, data.unit(node.unit.toLowerCase()));
      });
    }

    tree.walk(ast, function enter(node, item, list) {
      if (['Rule', 'Atrule', 'Declaration'].includes(node.type)) ranges.push([node.loc.start.offset, node.loc.end.offset]);
      const { declaration, rule, atrule } = this;
      const property = declaration ? declaration.property : '';
      switch (node.type) {
        case 'Atrule':
          add(node, `@${node.name}`, data.rule(node.name));
          if (node.name === 'supports' && node.prelude && node.block)
            conditions.push({ text: tree.generate(node.prelude), from: node.block.loc.start.offset, to: node.block.loc.end.offset, head: [node.loc.start.offset, node.block.loc.start.offset] });
          break;
        case 'Rule': if (rule && !/keyframes$/.test(atrule ? atrule.name : '')) add(node, 'nesting', data.nesting()); break;
        case 'Declaration': declared(node, this); break;
        case 'Identifier':
          if (!property) break;
          // A property that is lacking as a whole is one finding.
          if (!lacks(data.property(property))) add(node, `${property}:${node.name}`, data.value(property, node.name));
          add(node, node.name, data.everywhere(node.name));
          break;
        case 'Function': called(node, property, node); break;
        case 'Dimension': add(node, node.unit, data.unit(node.unit.toLowerCase())); break;
        // What stands behind the comma of `var(--x, …)` is not taken apart by itself.
        case 'Raw': if (property) later(node, property); break;
        case 'PseudoClassSelector':
        case 'PseudoElementSelector': {
          const known = data.selector(node.name === 'host' && node.children ? 'hostfunction' : node.name);
          if (!known && !node.name.startsWith('-')) unknown(node, `:${node.name}`);
          add(node, `:${node.name}`, known);
          const first = node.children && node.children.first;
          if (first && first.type === 'SelectorList' && first.children.size > 1) add(node, `:${node.name}(,)`, data.list(node.name));
          break;
        }
        case 'NestingSelector': add(node, 'nesting', data.nesting()); break;
        case 'Feature': if (node.kind === 'media') { if (data.media(node.name)) add(node, `(${node.name})`, data.media(node.name)); else unknown(node, `(${node.name})`); } break;
        case 'FeatureRange': if (node.kind === 'media') add(node, '(range)', data.range()); break;
        default:
      }
    });
    return { found, failed, allowances, ranges, conditions, ast };
  }

  /** Places where the same block says it more plainly before. */
  function fallbacks(ast, found) {
    const plain = [];
    tree.walk(ast, { visit: 'Block', enter(block) {
      const before = new Set();
      for (const node of block.children.toArray().filter(({ type }) => type === 'Declaration')) {
        const from = node.loc.start.offset, to = node.loc.end.offset;
        const lacking = found.some(({ at }) => at >= from && at < to);
        if (lacking && before.has(node.property)) plain.push([from, to]);
        if (!lacking) before.add(node.property);
      }
    } });
    return plain;
  }

  /** The findings: { line, name, text }, in the order of the lines. */
  return function check(source) {
    const { found, failed, allowances, ranges, conditions, ast } = uses(source);
    const plain = fallbacks(ast, found);
    const inside = (at, [from, to]) => at >= from && at < to;
    const asked = ({ at, name, lies }) => conditions.some(({ text, from, to, head }) => inside(at, head)
      || !lies && !/\bnot\b/.test(text) && inside(at, [from, to]) && text.includes(name.replace(/\(\)$/, '(')));
    for (const allowance of allowances) allowance.range = ranges.filter(([from]) => from >= allowance.from).sort((a, b) => a[0] - b[0] || b[1] - a[1])[0] || [0, 0];
    const left = found.filter(use => {
      if (asked(use) || plain.some(range => inside(use.at, range))) return false;
      const allowed = allowances.filter(({ names, range }) => names.includes(use.name) && inside(use.at, range));
      allowed.forEach(({ used }) => used.add(use.name));
      return !allowed.length;
    }).map(({ line, name, since }) => ({ line, name, text: `Chromium ${engine} lacks ${name} (${since === Infinity ? 'Chromium has no such thing' : `there since ${since}`})` }));
    const idle = allowances.flatMap(({ names, used, line }) => names.filter(name => !used.has(name)).map(name => ({ line, name, text: `the allowance for ${name} allows nothing: take it out` })));
    return [...left, ...idle, ...failed].sort((a, b) => a.line - b.line);
  };
}
