// What runs inside the page. Must parse in Chromium 64: no `?.`, no `??`, no optional catch binding, no object spread in calls.
// `pageLib` is sent as source with every evaluation and is there as `P`.
/* eslint-env browser */
export function pageLib() {
  const P = {};

  /** The element of the tool: the one a journey has named, else one with a shadow root if there is one. */
  P.host = () => {
    if (window.__tool && window.__tool.isConnected) return window.__tool;
    const all = Array.from(document.querySelectorAll('buoc-so, [data-buoc-so]'));
    return all.filter(el => el.shadowRoot && el.shadowRoot.querySelector('[data-screen]'))[0] || all.filter(el => el.shadowRoot)[0] || all[0] || document.body;
  };
  P.shadow = () => P.host().shadowRoot;
  /** Shadow root first, then the static page. */
  P.all = selector => {
    const inside = P.shadow() ? Array.from(P.shadow().querySelectorAll(selector)) : [];
    return inside.length ? inside : Array.from(document.querySelectorAll(selector));
  };
  P.find = selector => P.all(selector)[0] || null;
  P.screens = () => (P.shadow() ? Array.from(P.shadow().querySelectorAll('[data-screen]')) : [])
    .concat(Array.from(document.querySelectorAll('[data-screen]')));

  P.visible = el => {
    if (!el || !el.isConnected) return false;
    const box = el.getBoundingClientRect();
    if (box.width < 1 || box.height < 1) return false;
    const style = getComputedStyle(el);
    return style.visibility !== 'hidden' && style.display !== 'none';
  };
  P.firstVisible = selector => P.all(selector).filter(P.visible)[0] || null;
  P.parent = el => el.parentElement || (el.getRootNode() && el.getRootNode().host) || null;
  P.closest = (el, test) => { while (el && !test(el)) el = P.parent(el); return el; };
  P.focused = () => {
    let el = document.activeElement;
    while (el && el.shadowRoot && el.shadowRoot.activeElement) el = el.shadowRoot.activeElement;
    return el;
  };
  P.lang = el => { const at = P.closest(el, x => x.getAttribute('lang')); return at ? at.getAttribute('lang').slice(0, 2) : ''; };
  P.theme = () => { const at = P.find('[data-theme]'); return at ? at.getAttribute('data-theme') : null; };

  P.checked = id => P.all('input[name="' + id + '"]').filter(input => input.checked).map(input => input.value);
  P.choices = id => P.all('input[name="' + id + '"]').map(input => input.value);

  /** Everything a test looks at between two steps, read in one go. */
  P.state = () => {
    const screens = P.screens();
    const screen = screens[0] || null;
    const within = selector => (screen ? Array.from(screen.querySelectorAll(selector)) : []);
    const field = within('fieldset[data-question]')[0];
    const focus = P.focused();
    const heading = focus && /^H[1-6]$|^LEGEND$/.test(focus.tagName);
    return {
      screen: screen && screen.getAttribute('data-screen'), screens: screens.length,
      inShadow: !!(screen && P.shadow() && P.shadow().contains(screen)),
      lang: screen ? P.lang(screen) : '', theme: P.theme(),
      question: field ? field.getAttribute('data-question') : null,
      checked: field ? P.checked(field.getAttribute('data-question')) : [],
      actions: within('[data-action]').filter(P.visible).map(el => el.getAttribute('data-action')),
      tools: P.all('[data-action]').filter(P.visible).map(el => el.getAttribute('data-action')),
      focusOnHeading: !!(heading && screen.contains(focus)),
      focus: focus ? focus.tagName + (focus.id ? '#' + focus.id : '') + (focus.className && focus.className.baseVal === undefined ? '.' + focus.className : '') : 'nothing',
      heading: (within('h1')[0] || within('h2')[0] || {}).textContent || '',
      ready: !!(window.__bs && window.__bs.events.some(event => event.name === 'ready')),
    };
  };

  P.platforms = () => P.all('[data-platform][data-status]').map(el => ({ id: el.getAttribute('data-platform'), status: el.getAttribute('data-status') }));
  P.obligations = () => P.all('[data-obligation][data-kind]').map(el => ({ id: el.getAttribute('data-obligation'), kind: el.getAttribute('data-kind') }));
  P.steps = () => P.all('[data-step]').map(el => el.getAttribute('data-step'));
  P.counts = () => {
    const out = {};
    P.all('[data-count]').forEach(el => { out[el.getAttribute('data-count')] = el.getAttribute('data-value'); });
    return out;
  };

  /** The button that changes the answer to one question on the review page. */
  P.editButton = id => P.all('[data-action="edit"]').filter(el =>
    P.closest(el, x => x.getAttribute('data-question') === id || x.getAttribute('data-answer') === id) !== null || el.value === id)[0] || null;

  /** All that is stored for this origin: { local, session, idb: { "db/store": [records] }, cookie, history }. */
  P.stored = async () => {
    const out = { local: {}, session: {}, idb: {}, cookie: document.cookie, history: JSON.stringify(history.state) };
    [['local', 'localStorage'], ['session', 'sessionStorage']].forEach(pair => {
      const store = window[pair[1]];
      for (let i = 0; i < store.length; i++) out[pair[0]][store.key(i)] = store.getItem(store.key(i));
    });
    const known = indexedDB.databases ? (await indexedDB.databases()).map(db => db.name) : ['buoc-so', 'buoc_so', 'buocso', 'buoc-so-outreach'];
    for (const name of known) {
      const db = await new Promise((done, fail) => {
        const opening = indexedDB.open(name);
        let isNew = false;
        opening.onupgradeneeded = () => { isNew = true; opening.transaction.abort(); };
        opening.onsuccess = () => done(opening.result);
        opening.onerror = () => (isNew ? done(null) : fail(opening.error));
      });
      if (!db) continue;
      for (const store of Array.from(db.objectStoreNames)) {
        out.idb[name + '/' + store] = await new Promise((done, fail) => {
          const reading = db.transaction(store).objectStore(store).getAll();
          reading.onsuccess = () => done(reading.result);
          reading.onerror = () => fail(reading.error);
        });
      }
      db.close();
    }
    return out;
  };
  /** How many records are kept on the device and for the session. */
  P.kept = async () => {
    const all = await P.stored();
    return {
      device: Object.keys(all.local).length + Object.keys(all.idb).reduce((sum, key) => sum + all.idb[key].length, 0),
      session: Object.keys(all.session).length,
    };
  };
  /** What one can tap and is lower than `least` pixels: buttons, links (not those within a sentence, as WCAG 2.5.8 has it), summaries, rows of radios and check boxes. */
  P.smallTargets = least => {
    const height = el => Math.max.apply(null, [el].concat(el.labels ? Array.from(el.labels) : []).map(x => x.getBoundingClientRect().height));
    const inSentence = el => el.tagName === 'A' && getComputedStyle(el).display === 'inline'
      && Array.from(el.parentNode.childNodes).some(node => node.nodeType === 3 && node.textContent.trim().length > 1);
    return P.all('button, a[href], summary, select, textarea, input:not([type="hidden"])').filter(P.visible)
      .filter(el => height(el) < least - 0.5 && !inSentence(el))
      .map(el => el.tagName + ' ' + (el.getAttribute('data-action') || el.getAttribute('data-reason-question') || el.id || el.className) + ' "' + el.textContent.trim().slice(0, 40) + '" ' + height(el).toFixed(1) + ' px');
  };
  /** What sticks out of the window sideways; empty when nothing scrolls sideways. */
  P.sideways = () => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const out = P.all('*').filter(el => P.visible(el) && el.getBoundingClientRect().right > room + 1)
      .map(el => el.tagName + '.' + el.getAttribute('class') + ' to ' + Math.round(el.getBoundingClientRect().right) + ' of ' + room);
    return out.length ? out.slice(-5) : ['something outside of the tool, to ' + document.documentElement.scrollWidth + ' of ' + room];
  };
  return P;
}
