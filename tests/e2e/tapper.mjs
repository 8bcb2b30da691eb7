// A whole run inside the page, without a round trip for each tap: for journeys that walk the same way many times.
// `tapThrough(page, fn, …)` runs a function there with `P` (inpage.mjs) and `W`. Must parse in Chromium 64.
/* eslint-env browser */
export function tapper(P) {
  const W = {};
  const list = value => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
  /** Called after each tap with the name of the stop; a test puts its own there. */
  W.look = () => {};
  W.drawn = (ms = 0) => new Promise(done => setTimeout(done, ms));
  // `P.state()` measures every button, which is too slow for hundreds of taps.
  W.screen = () => P.find('[data-screen]').getAttribute('data-screen');
  W.question = () => { const set = /welcome|question/.test(W.screen()) && P.find('fieldset[data-question]'); return set ? set.getAttribute('data-question') : null; };
  W.at = () => W.screen() + ' ' + (W.question() || '');

  /** Taps as a finger does: on what lies on top, which takes the focus; then the page is drawn again. */
  W.tap = async (what, name) => {
    const el = typeof what === 'string' ? P.all(what).find(P.visible) : what;
    if (!el) throw new Error('nothing to tap at ' + what + ' on ' + W.at());
    const slow = window.__rewrite;
    if (slow) slow.read();
    el.focus();
    const top = (el.tagName === 'INPUT' && el.labels && el.labels[0]) || el;
    (top.querySelector('font font') || top).click();
    await W.drawn();
    if (slow) slow.write();
    await W.look(name || (el.getAttribute('data-action') || el.value) + ' to ' + W.at());
  };
  W.act = (action, name) => W.tap('[data-action="' + action + '"]', name);
  W.choose = (question, choice) => W.tap('input[name="' + question + '"][value="' + choice + '"]');
  /** What is folded is unfolded; `toggle` comes a moment later. */
  W.unfold = async name => {
    P.all('details').forEach(el => { el.open = true; });
    await W.drawn(30);
    await W.look(name);
  };
  W.type = async (text, name) => {
    const field = P.find('#seek');
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await W.drawn();
    await W.look(name);
  };

  /** Answers one question from the table, or passes it by. */
  W.answer = async people => {
    const question = W.question(), offered = P.choices(question);
    const wanted = list(people[question]).filter(choice => offered.indexOf(choice) >= 0);
    if (!wanted.length && P.find('[data-action="skip"]')) return W.act('skip');
    for (const choice of wanted.length ? wanted : ['unknown']) if (P.checked(question).indexOf(choice) < 0) await W.choose(question, choice);
    return W.act('next');
  };
  /** From wherever a question stands to the review; `each` is called on each question before it is answered. */
  W.toReview = async (people, each) => {
    for (let i = 0; W.question(); i++) {
      if (i > 30) throw new Error('more than 30 questions');
      if (each) await each(W.question());
      await W.answer(people);
    }
    if (W.screen() !== 'review') throw new Error('not on the review but on ' + W.at());
  };

  /** What is on the screen, to be compared with another run; `mark` is what a translator put before each text. */
  W.seen = mark => {
    const box = P.shadow(), strip = text => text.split(mark).join('');
    const focus = P.focused();
    return {
      text: strip(box.textContent),
      fields: P.all('textarea, #seek').map(el => el.value).concat(P.all('img').map(el => String(el.src.length))),
      // Hooks in document order with what they hold; alerts and status lines, so that nothing said is lost.
      hooks: P.all('[data-screen], [data-question], [data-action], [data-platform], [data-obligation], [data-step], [data-count], [data-group], [data-entry], [data-listing], [role="alert"], input')
        .map(el => Array.from(el.attributes).filter(a => /^(data-|aria-pressed|role|value|hidden)/.test(a.name)).map(a => a.name + '=' + a.value).join(' ') + (el.checked ? ' checked' : '')),
      screens: P.screens().length, lang: P.lang(box.querySelector('[data-screen]')),
      focus: focus.tagName + ' ' + (focus.getAttribute('data-action') || focus.id),
    };
  };
  return W;
}

/** Runs `fn(W, …args)` in the page. */
export const tapThrough = (page, fn, ...args) =>
  page.eval(`async function () { var W = (${tapper})(P); return (${fn}).apply(null, [W].concat(Array.prototype.slice.call(arguments))); }`, ...args);
