// The page for web editors: controls in, preview and texts to copy out. Its words stand in embed.html and embed-en.html.

import { prefill, read } from './choice.js';
import { copy, fit } from './copy.js';
import { ENOUGH } from './contrast.js';
import { again, follow, hear, size } from './preview.js';
import { ATTRIBUTES, snippets } from './snippets.js';

const HOME = new URL('.', location.href.replace(/[?#].*$/, '')).href;
const all = (selector) => Array.from(document.querySelectorAll(selector));
const note = (name, shown) => all(`[data-note="${name}"]`).forEach((box) => {
  box.hidden = !shown;
});
const fill = (name, text) => all(`[data-fill="${name}"]`).forEach((place) => {
  place.textContent = text;
});
const say = (key) => document.querySelector('.bs').getAttribute(`data-say-${key}`);

/** Whether citizens reach this address. */
function isPublic() {
  return location.protocol === 'https:' && !/^(localhost|127\.|\[::1\]|10\.|192\.168\.)|\.local$/.test(location.hostname);
}

/** How well the colours of the portal can be read, in words and for tests. */
function showContrast({ ratio }) {
  const outcome = ratio === undefined ? '' : ratio >= ENOUGH ? 'good' : 'bad';
  if (outcome) fill('ratio', ratio.toLocaleString(document.documentElement.lang));
  all('[data-contrast]').forEach((box) => {
    box.hidden = box.getAttribute('data-contrast') !== outcome;
  });
  all('[data-part="colours"]').forEach((part) => {
    part.hidden = !outcome;
  });
}

/** What goes wrong in the preview: an overlay that cannot be read, or the tool itself. */
function wrong(code) {
  fill('code', code);
  note('preview-overlay', code === 'overlay');
  note('preview-error', code && code !== 'overlay');
}

function draw() {
  const chosen = read(HOME);
  all('[data-for]').forEach((part) => {
    part.hidden = part.getAttribute('data-for').split(' ').indexOf(chosen.way) < 0;
  });
  showContrast(chosen);
  note('overlay-bad', chosen.unfit);
  note('overlay-host', chosen.elsewhere);
  note('preview-kept', chosen.save !== 'off');
  const checking = document.querySelector('template[data-text="check"]').content.textContent;
  const texts = snippets({ home: HOME, chosen, title: say('title'), checking });
  all('[data-part="style"]').forEach((part) => {
    part.hidden = !texts.style;
  });
  all('[data-snippet]').forEach((field) => {
    const text = texts[field.getAttribute('data-snippet')];
    if (field.value !== text) {
      field.value = text;
      field.closest('.snippet').querySelector('[role="status"]').textContent = '';
    }
    fit(field);
  });
  if (follow(chosen)) wrong('');
  // The other language goes on with what was chosen here.
  const other = document.querySelector('[data-other]');
  const query = new URLSearchParams();
  ATTRIBUTES.concat('way').filter((name) => chosen[name]).forEach((name) => query.set(name, chosen[name]));
  other.href = `${other.getAttribute('href').split('?')[0]}?${query}`;
}

const acts = {
  copy: async (button) => {
    const field = button.closest('.snippet').querySelector('textarea');
    const outcome = await copy(field);
    const status = button.parentNode.querySelector('[role="status"]');
    status.setAttribute('data-outcome', outcome);
    status.textContent = say(outcome);
  },
  width: (button) => {
    size(button.value);
    all('[data-action="width"]').forEach((one) => one.setAttribute('aria-pressed', String(one === button)));
  },
  again: () => {
    wrong('');
    again(read(HOME));
  },
};

note('no-script', false);
fill('host', location.protocol === 'file:' ? 'file:' : location.origin);
note('not-public', !isPublic());
hear(wrong);
prefill(location.search);
// An address that is still being typed is not asked for: `change` comes when it is finished.
document.addEventListener('input', (event) => event.target.closest('[data-configure]:not([type="url"])') && draw());
document.addEventListener('change', (event) => event.target.closest('[data-configure]') && draw());
document.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-action]');
  if (button && acts[button.getAttribute('data-action')]) acts[button.getAttribute('data-action')](button);
});
addEventListener('resize', () => all('[data-snippet]').forEach(fit));
draw();
