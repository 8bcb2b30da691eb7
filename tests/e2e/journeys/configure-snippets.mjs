// What the configurator gives to copy, pasted into a portal under the policy that it names, does what was chosen.
import { strict as assert } from 'node:assert';
import { PEOPLE } from '../answers.mjs';
import { ready, toQuestion, toReview } from '../walk.mjs';
import { choose, configurator, snippet } from './configure.mjs';

const person = PEOPLE.citizen;
const MODERN = ['chromium', 'firefox', 'webkit'];
const CHOSEN = { lang: 'en', province: '40', start: 'learn', theme: 'contrast', save: 'session' };

/** The texts for one way with everything chosen. */
async function texts(test, way) {
  await configurator(test);
  test.act = /mau\.json$|\/(overlay|local)-/;
  await choose(test.page, { ...CHOSEN, overlay: `${test.site.base}overlays/mau.json`, way });
  return Object.fromEntries(await Promise.all(['element', 'div', 'frame', 'frame-plain', 'link', 'policy', 'policy-old', 'style']
    .map(async name => [name, await snippet(test.page, name)])));
}

/** Everything chosen has arrived in the tool on the screen. */
async function arrived(test) {
  const { page } = test;
  const state = await ready(page);
  assert.deepEqual([state.lang, state.theme], ['en', 'contrast']);
  assert.equal(await page.eval(() => P.all('[data-local=head]').length), 1, 'the overlay');
  await toQuestion(page, person, 'needs');
  assert.deepEqual((await page.state()).checked, ['learn']);
  const { asked } = await toReview(page, person);
  assert.ok(!asked.includes('province'));
  await page.until('kept for the session', async () => (await P.kept()).session > 0);
}

const pasted = (name, policy) => async test => {
  const all = await texts(test, 'element');
  await test.load(test.portal.page('/dan.html', { body: all[name], csp: all[policy] }));
  await arrived(test);
};

const colours = async test => {
  const { page } = test;
  await configurator(test);
  await choose(page, { colours: true, accent: '#123456' });
  const [body, style] = [await snippet(page, 'element'), await snippet(page, 'style')];
  await test.load(test.portal.page('/dan.html', { body: `<style>${style}</style>${body}` }));
  await ready(page);
  assert.equal(await page.eval(() => getComputedStyle(P.find('.go')).backgroundColor), 'rgb(18, 52, 86)');
};

const link = async test => {
  const { link: address } = await texts(test, 'link');
  await test.load(address);
  await arrived(test);
};

/** The address of a frame; a person has chosen what its query says. */
function typed(test, text) {
  const url = new URL(/src="([^"]*)"/.exec(text)[1].replace(/&amp;/g, '&'));
  test.opened.add(url.pathname + url.search);
  return url.href;
}

/** The frame says its height and the portal's page follows; a stranger's message changes nothing. */
const frame = async test => {
  const { page } = test;
  const all = await texts(test, 'frame');
  assert.match(all.policy, /^frame-src \S+$/);
  typed(test, all.frame);
  await test.load(test.portal.page('/khung.html', { body: all.frame, csp: all.policy }));
  const height = await page.until('the height of the tool', () => { const { height } = document.querySelector('iframe'); return height !== '720' && Number(height); }, [], 3 * page.patience);
  assert.ok(height > 300, `${height} px`);
  // A sandboxed stranger has the origin "null", as our own frame has when it is sandboxed.
  await page.eval(() => new Promise(done => {
    const stranger = document.createElement('iframe');
    stranger.setAttribute('sandbox', 'allow-scripts');
    stranger.srcdoc = '<script>parent.postMessage({ type: "buoc-so:height", height: 5000 }, "*")</script>';
    window.addEventListener('message', event => { if (event.data.height === 5000) setTimeout(done, 50); });
    document.body.appendChild(stranger);
  }));
  assert.notEqual(await page.eval(() => document.querySelector('iframe').height), '5000', 'a message of another source is not heard');
};

const framePlain = async test => {
  const { page } = test;
  const all = await texts(test, 'frame');
  const address = typed(test, all['frame-plain']);
  // The script that records for the tests is not ours to allow.
  test.expected.push(/record\.js/);
  await test.load(test.portal.page('/khung.html', { body: all['frame-plain'], csp: `default-src 'none'; ${all.policy}` }));
  assert.equal(await page.eval(() => document.querySelector('iframe').getBoundingClientRect().height >= 720), true);
  // What stands in it, as its own page.
  await test.load(address);
  await arrived(test);
};

const only = (engines, run) => Object.assign(run, { engines });
export default {
  'configure-paste-element': only(MODERN, pasted('element', 'policy')),
  'configure-paste-div': only(MODERN, pasted('div', 'policy')),
  'configure-paste-old-phones': only([...MODERN, 'chromium-64'], pasted('element', 'policy-old')),
  'configure-paste-colours': only(MODERN, colours),
  'configure-paste-link': only(MODERN, link),
  'configure-paste-frame': only([...MODERN, 'chromium-64'], frame),
  'configure-paste-frame-plain': only(MODERN, framePlain),
};
