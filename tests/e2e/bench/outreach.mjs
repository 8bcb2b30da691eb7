// The outreach page: from *next person* to the next first question on a phone six times slower, and 10,000 records taken in.
import { SLOW } from './measure.mjs';

const PERSONS = 12;
const RECORDS = 10000;

const own = (tab, what, arg) => tab.evaluate(what, arg);
const act = (tab, selector) => tab.locator(selector).filter({ visible: true }).first().click({ timeout: 60000 });

/** A session is open and everything is on the device. */
async function begun(browser, base) {
  await browser.fresh();
  const { tab } = browser;
  await tab.goto(`${base}outreach.html`);
  await tab.locator('[data-ready="ready"]').waitFor({ timeout: 60000 });
  await act(tab, '[data-action="next"]');
  await tab.locator('#province').selectOption({ index: 1 });
  await tab.locator('#village').fill('A');
  await act(tab, '[data-action="start"]');
  await act(tab, '[data-action="next-person"]');
  await tab.locator('[data-screen="welcome"]').first().waitFor();
  return tab;
}

/** Milliseconds from the tap to the first frame with a question that can be answered, one a person. */
export async function nextPerson(browser, base) {
  const tab = await begun(browser, base);
  // Tells when a question is painted: in the page itself, where nobody asks from outside meanwhile.
  await tab.addInitScript(() => {
    const seen = () => {
      const element = document.querySelector('buoc-so');
      const input = element && (element.querySelector('[data-static] input') || (element.shadowRoot && element.shadowRoot.querySelector('[data-screen="welcome"] input')));
      if (!input || !input.getBoundingClientRect().height) return requestAnimationFrame(seen);
      const channel = new MessageChannel();
      channel.port1.onmessage = () => { window.painted = performance.timeOrigin + performance.now(); };
      return requestAnimationFrame(() => channel.port2.postMessage(0));
    };
    requestAnimationFrame(seen);
  });
  const cdp = await browser.cdp();
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOW.cpu });
  const took = [];
  for (let person = 0; person <= PERSONS; person++) {
    await act(tab, 'label[for^="audience-"]');
    await act(tab, 'main [data-action="next"]');
    await tab.locator('[data-screen="question"]').waitFor();
    await act(tab, '[data-action="finish"]');
    await tab.locator('[data-part="between"]').waitFor();
    await own(tab, () => {
      const button = document.querySelector('buoc-so').shadowRoot.querySelector('[data-action="next-person"]');
      addEventListener('click', event => { window.name = String(performance.timeOrigin + event.timeStamp); }, true);
      setTimeout(() => button.click());
    });
    await tab.waitForFunction(() => window.painted > Number(window.name || Infinity), null, { polling: 400, timeout: 60000 });
    // The first one finds caches cold that all later ones find warm.
    if (person) took.push(await own(tab, () => window.painted - Number(window.name)));
    await own(tab, () => { window.name = ''; });
    await tab.locator('[data-screen="welcome"] [data-action="next"]').first().waitFor();
  }
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return took;
}

/** Milliseconds for reading a file of that many records, and for merging what was read into what is there. */
export async function merge(browser, base, records = RECORDS) {
  const tab = await begun(browser, base);
  await act(tab, '[data-action="finish"]');
  await act(tab, '[data-to="join"]');
  await tab.locator('#import').waitFor();
  return own(tab, async count => {
    const keys = (names, at) => Object.fromEntries(names.split(' ').map((name, place) => [name, 1 + ((at + place) % 9)]));
    const record = at => ({
      batch: `bench${String(at).padStart(9, '0')}`, revision: 1 + (at % 60), session_date: `2026-1${at % 3}-1${at % 9}`, province_code: '40', commune_text: `Xã ${at % 130}`,
      village_text: `Thôn ${at}`, host: 'Tổ công nghệ số cộng đồng', updated: '2026-11-21T15:20', ended: true, contacts_total: 50,
      by_audience: keys('citizen farm-household household-business', at), by_age_band: keys('under-18 18-35 36-60 over-60', at),
      by_area_started: keys('identity-services payment health-insurance ecommerce safety learning', at), by_skill: keys('online-services online-payment self-protection', at),
      blocked_reasons: keys('no-device sim-not-own no-vneid-2 no-account', at), by_status: keys('ready after maybe not-now', at), by_duty: keys('hkd-accounts hkd-books hkd-register', at),
    });
    const text = JSON.stringify({ format: 'buoc-so-tally/1', records: Array.from({ length: count }, (_, at) => record(at)) });
    const root = document.querySelector('buoc-so').shadowRoot;
    const seen = selector => new Promise(done => {
      const look = () => root.querySelector(selector) && (watch.disconnect(), done(performance.now()));
      const watch = new MutationObserver(look);
      watch.observe(root, { subtree: true, childList: true, attributes: true });
    });
    const field = root.querySelector('#import'), list = new DataTransfer();
    list.items.add(new File([text], 'all.json', { type: 'application/json' }));
    field.files = list.files;
    let from = performance.now();
    let there = seen('[data-read]');
    field.dispatchEvent(new Event('change', { bubbles: true }));
    const read = await there - from;
    from = performance.now();
    there = seen('[data-merged]');
    root.querySelector('[data-action="merge"]').click();
    return { bytes: text.length, read, merged: await there - from };
  }, records);
}
