// The markup of four content systems, as they emit it: a whole run in each, and what each does to a page besides.
import { strict as assert } from 'node:assert';
import { PEOPLE } from '../answers.mjs';
import { inHost } from '../hosts.mjs';
import { SUBPATH } from '../server.mjs';
import { tapThrough } from '../tapper.mjs';
import { ready, toQuestion } from '../walk.mjs';

const person = PEOPLE['household-business'];
const wholeRun = page => tapThrough(page, async (W, people) => {
  const asked = [];
  await W.toReview(people, question => asked.push(question));
  await W.act('results');
  return { asked, platforms: P.platforms().length };
}, person);

async function focusOn(page, selector) {
  await page.eval(s => { P.firstVisible(s).focus(); }, selector);
  await page.until(`focus on ${selector}`, s => P.focused() === P.firstVisible(s), [selector]);
}
const wait = page => page.eval(() => new Promise(done => setTimeout(done, 100)));

export const engines = ['chromium', 'chromium-64', 'firefox', 'webkit'];
export default {
  'hosts-wordpress': async test => {
    const { page } = test;
    // WordPress puts its version at every script: another address, another module, the same element.
    for (const version of ['6.5', '6.4']) test.opened.add(`${SUBPATH}embed.js?ver=${version}`);
    const state = await inHost(test, 'wordpress');
    assert.equal(state.lang, 'vi');
    assert.equal(await page.eval(() => document.querySelectorAll('buoc-so').length), 1);
    await toQuestion(page, person, 'needs');
    assert.deepEqual((await page.state()).checked, ['sell'], 'attributes live through wpautop');
    assert.ok((await wholeRun(page)).platforms > 20);
    assert.deepEqual(await page.eval(() => P.sideways()), []);
  },

  'hosts-sharepoint': async test => {
    const { page } = test;
    await inHost(test, 'sharepoint');
    const said = () => page.eval(() => ({
      submitted: window.__submitted, pressed: window.__pressed, focus: document.activeElement.tagName,
      data: Array.from(new FormData(document.getElementById('aspnetForm')).keys()), elements: Array.from(document.getElementById('aspnetForm').elements).map(el => el.name),
    }));
    const before = await said();
    // Enter on a radio, in the search field, on a button.
    await page.check('audience', person.audience);
    await focusOn(page, 'input[name="audience"]:checked');
    await page.press('Enter');
    await wait(page);
    assert.deepEqual([(await said()).submitted, (await said()).pressed], [0, []], 'Enter on a radio is no affair of the page’s form');
    await toQuestion(page, person, 'province');
    await focusOn(page, '#seek');
    await page.press('/');
    await page.press('Enter');
    await wait(page);
    assert.equal(await page.eval(() => P.find('#seek').value), '/', 'what is typed is ours');
    const during = await said();
    assert.deepEqual([during.submitted, during.pressed], [0, []], 'Enter in the search field is no affair of the page’s form');
    const from = await page.state();
    await focusOn(page, '[data-action="skip"]');
    await page.press('Enter');
    await page.until('Enter works on our own buttons', question => P.state().question !== question, [from.question]);
    const after = await said();
    assert.deepEqual([after.submitted, after.pressed, after.data, after.elements], [0, [], before.data, before.elements], 'the form has neither been sent nor grown');
    assert.ok((await wholeRun(page)).platforms > 20);
    assert.deepEqual([(await said()).submitted, (await said()).elements], [0, before.elements]);
  },

  'hosts-drupal': async test => {
    const { page } = test;
    const state = await inHost(test, 'drupal');
    assert.equal(state.lang, 'en', 'a hole filled later is found');
    await page.until('behaviours attached twice', () => window.Drupal.attached === 2);
    assert.equal(await page.eval(() => document.querySelectorAll('buoc-so').length), 1);
    const { asked, platforms } = await wholeRun(page);
    assert.ok(!asked.includes('province') && platforms > 20);
    // A part replaced by AJAX later, and taken away.
    await page.eval(() => {
      const tool = document.createElement('div');
      tool.setAttribute('data-buoc-so', '');
      document.querySelector('[data-buoc-so]').replaceWith(tool);
    });
    await page.until('the new one runs', () => { const s = P.state(); return s.inShadow && s.screen === 'welcome' && s.screens === 1; });
  },

  'hosts-liferay': async test => {
    const { page } = test;
    await inHost(test, 'liferay');
    await toQuestion(page, person, 'internet');
    await page.eval(() => { window.Liferay.visit('/web/xa/tin', '<p>Trang khác</p>'); });
    assert.equal(await page.eval(() => document.querySelectorAll('buoc-so').length), 0);
    await wait(page);
    await page.back();
    await page.until('the tool again', () => { const s = P.state(); return s.inShadow && s.screens === 1 && s.screen === 'welcome'; });
    assert.ok((await wholeRun(page)).platforms > 20);
    await page.eval(() => { window.Liferay.visit('/web/xa/khac', '<p>Khác</p><buoc-so lang="en"></buoc-so>'); });
    await page.until('the tool on another page', () => { const s = P.state(); return s.inShadow && s.lang === 'en'; });
    await ready(page);
    assert.deepEqual(await page.eval(() => [location.pathname, JSON.stringify(history.state)]), ['/web/xa/khac', '{"senna":true,"path":"/web/xa/khac"}'], 'address and history are the portal’s');
  },
};
