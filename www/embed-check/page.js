// The check page for web editors: loaded on a test page of their own host, says in words what there breaks the tool. Made into
// `embed-check.js`; its words are filled in from words.json, because a strict policy may let nothing else be loaded.

import { copy, fit } from '../configure/copy.js';
import { policy } from '../configure/snippets.js';
import { files } from './files.js';
import { base, engine, frame, image, style, trustedTypes, wasm } from './page-checks.js';
import { hostStyles, start } from './tool-checks.js';
import { HERE, HOST } from './violations.js';

const WORDS = __CHECK_SAY__;
const SAY = WORDS[/^en\b/i.test(document.documentElement.lang) ? 'en' : 'vi'];
const MARKS = { good: '✓', bad: '✗', unknown: '!' };

const add = (into, tag, text, attributes = {}) => {
  const element = document.createElement(tag);
  Object.keys(attributes).forEach((name) => element.setAttribute(name, attributes[name]));
  if (text) element.textContent = text;
  return into.appendChild(element);
};

// A system that strips attributes leaves no place: then the end of the page is one.
const area = document.querySelector('[data-buoc-so-check]') || add(document.body, 'div', '', { 'data-buoc-so-check': '' });
area.textContent = '';
add(area, 'h2', SAY.title);
const status = add(area, 'p', SAY.running, { role: 'status' });
const list = add(area, 'ul', '');
list.style.listStyle = 'none';
list.style.padding = '0';
const lines = [];
const outcomes = {};

/** One finding as a line of the list and of the report. */
function show(check, [outcome, key, values = {}]) {
  const sentence = SAY.check[check][key].replace(/\{(\w+)\}/g, (_, name) => (name === 'host' ? HOST : values[name]));
  const { name } = SAY.check[check];
  outcomes[check] = outcome;
  const item = add(list, 'li', '', { 'data-check': check, 'data-outcome': outcome, 'data-key': key });
  item.style.margin = '.5em 0';
  item.style.paddingLeft = '.6em';
  item.style.borderLeft = outcome === 'bad' ? '4px solid' : '4px solid transparent';
  add(item, 'b', `${MARKS[outcome]} ${name} – ${SAY[outcome]}. `);
  item.appendChild(document.createTextNode(sentence));
  lines.push(`${MARKS[outcome]} ${name}: ${sentence}`);
}

/** What happened, for people who know policies and servers. */
function report(into, verdict) {
  const text = [
    [SAY.title, '__VERSION__', '__AS_OF_SHOWN__'].join(' · '),
    `${SAY.date}: ${new Date().toISOString()}`,
    `${SAY.page}: ${location.origin}${location.pathname}`,
    `${SAY.host}: ${HERE}`,
    `${SAY.browser}: ${navigator.userAgent}`,
    ...lines,
    verdict,
    `${SAY.needed}: ${policy(HOST, '', "'wasm-unsafe-eval'")}`,
    `${SAY['needed-frame']}: frame-src ${HOST}`,
  ].join('\n');
  const label = add(into, 'h3', SAY.report, { id: 'buoc-so-check-report' });
  const field = add(into, 'textarea', '', { readonly: '', rows: '12', 'data-report': '', 'aria-labelledby': label.id });
  field.style.width = '100%';
  field.style.boxSizing = 'border-box';
  field.value = text;
  fit(field);
  const row = add(into, 'p', '');
  const button = add(row, 'button', SAY.copy, { type: 'button', 'data-action': 'copy' });
  button.style.minHeight = '44px';
  const told = add(row, 'span', '', { role: 'status' });
  told.style.marginLeft = '.6em';
  button.onclick = async () => {
    told.textContent = SAY[await copy(field)];
  };
}

async function run() {
  show('script', ['good', 'ran']);
  show('engine', engine());
  show('policy-wasm', wasm());
  const found = await files();
  ['connect', 'mime', 'size'].forEach((check) => show(check, found[check]));
  show('style', await style(area, Object.keys(found).every((check) => outcomes[check] === 'good')));
  show('image', await image());
  show('base', base());
  show('frame', await frame(area));
  // The tool comes last: once it is ready nothing may be asked for any more.
  const end = add(area, 'div', '');
  add(area, 'h3', SAY.tool);
  const tool = add(area, 'buoc-so', '');
  const { key, seconds } = await start(tool);
  show('host-css', hostStyles(tool, key === 'fine'));
  show('trusted-types', await trustedTypes());
  const broken = Object.keys(outcomes).some((check) => check !== 'host-css' && check !== 'frame' && outcomes[check] === 'bad');
  if (key === 'fine') show('ready', ['good', key, { seconds }]);
  else show('ready', broken ? ['unknown', 'because', { code: key }] : ['bad', key]);
  status.remove();
  const verdict = Object.keys(outcomes).some((check) => outcomes[check] === 'bad') ? 'bad' : 'good';
  const sentence = SAY[`verdict-${verdict}`];
  add(add(end, 'p', '', { role: 'status', 'data-verdict': verdict }), 'strong', sentence);
  report(end, sentence);
}

run();
