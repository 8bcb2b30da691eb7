// Firefox (geckodriver) and WebKitGTK (WebKitWebDriver) through the WebDriver protocol.
import { existsSync, writeFileSync } from 'node:fs';
import { Failure, Page } from './page.mjs';
import { freePort, start, untilAnswers } from './process.mjs';

const MINIBROWSER = ['/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser', '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/libexec/webkit2gtk-4.1/MiniBrowser'];
const QUIET_FIREFOX = {
  'app.update.auto': false, 'datareporting.healthreport.uploadEnabled': false, 'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false, 'network.connectivity-service.enabled': false, 'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false, 'extensions.update.enabled': false, 'intl.accept_languages': 'vi', 'network.prefetch-next': false,
};

export class WebDriverPage extends Page {
  patience = 20000;

  static async launch({ kind, binary, driver, folder = null }) {
    const page = new WebDriverPage();
    const port = await freePort();
    try {
      if (kind === 'webkit') {
        page.screen = start('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
        const display = await new Promise((done, fail) => {
          page.screen.child.stdio[3].once('data', data => done(String(data).trim()));
          page.screen.child.once('error', fail);
          setTimeout(() => fail(new Failure('Xvfb did not start')), 15000).unref();
        });
        page.program = start(driver, [`--port=${port}`, '--host=127.0.0.1'],
          { env: { DISPLAY: `:${display}`, TZ: 'Asia/Ho_Chi_Minh', LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_COMPOSITING_MODE: '1' } });
      } else {
        page.program = start(driver, ['--port', String(port), '--host', '127.0.0.1', '--log', 'error'], { env: { TZ: 'Asia/Ho_Chi_Minh', MOZ_HEADLESS: '1' }, folder });
      }
      page.base = `http://127.0.0.1:${port}`;
      await untilAnswers(`${page.base}/status`, page.program);
      const capabilities = kind === 'webkit'
        ? { 'webkitgtk:browserOptions': { binary: binary || MINIBROWSER.find(existsSync), args: ['--automation'] } }
        : { 'moz:firefoxOptions': { binary, args: ['-headless', '--width=480', '--height=900', ...(folder ? ['-profile', folder] : [])], prefs: QUIET_FIREFOX } };
      const { sessionId, capabilities: found } = await page.call('POST', '/session', { capabilities: { alwaysMatch: capabilities } }, 60000);
      page.version = found.browserVersion;
      page.session = `/session/${sessionId}`;
      await page.call('POST', `${page.session}/timeouts`, { script: 30000, pageLoad: 30000 });
      await page.viewport(360, 740);
    } catch (error) { error.message += `\n${page.program ? page.program.said() : ''}`; await page.stop(); throw error; }
    return page;
  }
  call(method, path, body, ms = 40000) {
    const { driver } = this;
    if (!driver) return this.ask(method, path, body, ms);
    const turn = driver.last.then(async () => {
      if (driver.at !== this.handle) await this.ask('POST', `${this.session}/window`, { handle: this.handle }, ms);
      driver.at = this.handle;
      return this.ask(method, path, body, ms);
    });
    driver.last = turn.catch(() => {});
    return turn;
  }
  async ask(method, path, body, ms) {
    const response = await fetch(this.base + path, {
      method, body: method === 'POST' ? JSON.stringify(body || {}) : undefined,
      headers: { 'Content-Type': 'application/json' }, signal: AbortSignal.timeout(ms),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Failure(`${value.error}: ${String(value.message).split('\n')[0]}`);
    return value;
  }
  /** Another tab of the same window: one driver, which is told before each command whose tab is meant. */
  async second() {
    this.handle = await this.call('GET', `${this.session}/window`);
    const driver = this.driver = { at: this.handle, last: Promise.resolve() };
    const other = Object.assign(new WebDriverPage(), { base: this.base, session: this.session, program: this.program, driver });
    other.handle = (await this.call('POST', `${this.session}/window/new`, { type: 'tab' })).handle;
    other.close = async () => { await other.call('DELETE', `${this.session}/window`); driver.at = null; await this.call('GET', `${this.session}/title`); this.driver = null; };
    return other;
  }
  async goto(url) { await this.call('POST', `${this.session}/url`, { url }); }
  async refresh() { await this.call('POST', `${this.session}/refresh`); }
  evaluate(source) {
    const script = `var done = arguments[arguments.length - 1]; (${source}).then(done);`;
    return this.call('POST', `${this.session}/execute/async`, { script, args: [] });
  }
  async enter() { await this.call('POST', `${this.session}/frame`, { id: 0 }); }
  async leave() { await this.call('POST', `${this.session}/frame`, { id: null }); }
  async press(key) {
    const value = { Enter: '\uE007', Escape: '\uE00C', Tab: '\uE004' }[key] || key;
    await this.call('POST', `${this.session}/actions`, { actions: [{ type: 'key', id: 'keys', actions: [{ type: 'keyDown', value }, { type: 'keyUp', value }] }] });
  }
  async screenshot(path) { writeFileSync(path, Buffer.from(await this.call('GET', `${this.session}/screenshot`), 'base64')); }
  /** Window size first, then corrected by what the frame of the window takes; narrow windows may not be possible. */
  async viewport(width, height) {
    await this.call('POST', `${this.session}/window/rect`, { width, height });
    const inner = await this.eval(() => [innerWidth, innerHeight]);
    if (inner[0] !== width || inner[1] !== height)
      await this.call('POST', `${this.session}/window/rect`, { width: 2 * width - inner[0], height: 2 * height - inner[1] });
  }
  async fresh() { await this.goto('about:blank'); }
  async stop() {
    if (this.session) await this.call('DELETE', this.session, undefined, 10000).catch(() => {});
    if (this.program) await this.program.stop();
    if (this.screen) await this.screen.stop();
  }
}
