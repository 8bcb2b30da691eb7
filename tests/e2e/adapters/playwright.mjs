// Current Chromium through playwright-core, with real input events.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Page } from './page.mjs';

export class PlaywrightPage extends Page {
  patience = 15000;

  static async launch({ modules, binary, args = [], context = {} }) {
    const { chromium } = createRequire(join(modules, 'x.js'))('playwright-core');
    const page = new PlaywrightPage();
    page.browser = await chromium.launch({
      executablePath: binary, headless: true, timeout: 60000,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run', ...args],
    });
    page.version = page.browser.version();
    page.options = { viewport: { width: 360, height: 740 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...context };
    await page.fresh();
    return page;
  }
  /** A new window with nothing stored and nothing cached. */
  async fresh() {
    if (this.context) await this.context.close();
    this.context = await this.browser.newContext(this.options);
    this.tab = await this.context.newPage();
    this.inside = null;
    this.tab.setDefaultTimeout(this.patience);
    this.tab.on('pageerror', error => this.note(String(error.message)));
    this.tab.on('console', message => { if (message.type() === 'error') this.note(`console: ${message.text()} ${message.location().url}`); });
  }
  /** Another tab of the same window. */
  async second() {
    const other = Object.assign(new PlaywrightPage(), { browser: this.browser, context: this.context, tab: await this.context.newPage(), inside: null });
    other.tab.setDefaultTimeout(other.patience);
    other.tab.on('pageerror', error => this.note(String(error.message)));
    other.close = () => other.tab.close();
    return other;
  }
  async cdp() { return this.context.newCDPSession(this.tab); }
  async goto(url) { await this.tab.goto(url, { waitUntil: 'commit' }); }
  async refresh() { await this.tab.reload({ waitUntil: 'commit' }); }
  evaluate(source) { return (this.inside || this.tab).evaluate(source); }
  /** From here on inside the page's frame, until `leave`. */
  async enter() { this.inside = this.tab.frames()[1]; }
  async leave() { this.inside = null; }
  /** A finger hits what lies on top: of a radio or a check box that is its label. */
  async tap(locator) {
    await locator.waitFor({ state: 'attached' });
    const hit = await locator.evaluateHandle(el => (el.tagName === 'INPUT' && el.labels && el.labels[0]) || el);
    await hit.asElement().click();
  }
  async click(selector) { await this.tap((this.inside || this.tab).locator(selector).filter({ visible: true }).first()); }
  /** The tool may refuse a choice (too many): the state afterwards is the test's business. */
  async check(name, value, on = true) {
    const input = (this.inside || this.tab).locator(`input[name="${name}"][value="${value}"]`).first();
    if (await input.isChecked() !== on) await this.tap(input);
  }
  async press(key) { await this.tab.keyboard.press(key); }
  async screenshot(path, { fullPage = false } = {}) { await this.tab.screenshot({ path, fullPage, animations: 'disabled' }); }
  async printView() { await this.tab.emulateMedia({ media: 'print' }); }
  /** The bytes of what the printer gets, on the paper that the page asks for. */
  async pdf() { return this.tab.pdf({ preferCSSPageSize: true }); }
  async viewport(width, height) { await this.tab.setViewportSize({ width, height }); }
  async stop() { await this.browser.close(); }
}
