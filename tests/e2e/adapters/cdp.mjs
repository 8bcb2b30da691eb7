// Old headless shells of Chromium (64 to 92), driven by the raw DevTools protocol.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Failure, Page, pause } from './page.mjs';
import { freePort, start, untilAnswers } from './process.mjs';

const KEYS = { Enter: { windowsVirtualKeyCode: 13, text: '\r' }, Tab: { windowsVirtualKeyCode: 9 }, '/': { windowsVirtualKeyCode: 191, text: '/' } };

export class CdpPage extends Page {
  patience = 20000;
  contexts = [];
  inside = {};

  /** Old shells run in one process. `folder`: a profile that stays. */
  static async launch({ modules, binary, folder = null, args = ['--headless', '--single-process', '--no-zygote'] }) {
    const page = new CdpPage();
    const port = await freePort();
    page.program = start(binary, [...args, `--remote-debugging-port=${port}`, '--no-sandbox',
      '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage', '--hide-scrollbars', '--lang=vi', '--window-size=360,740',
      '--user-data-dir={folder}', 'about:blank'], { env: { TZ: 'Asia/Ho_Chi_Minh' }, folder });
    try {
      // The program answers before its first page is there.
      let target;
      for (const end = Date.now() + 15000; !target && Date.now() < end; await pause(40))
        target = (await untilAnswers(`http://127.0.0.1:${port}/json/list`, page.program)).find(({ type }) => type === 'page');
      if (!target) throw new Failure('the browser opened no page');
      page.socketOf = createRequire(join(modules, 'x.js'))('ws');
      page.port = port;
      await page.attach(target.webSocketDebuggerUrl);
      const about = await (await fetch(`http://127.0.0.1:${port}/json/version`)).json();
      page.version = about.Browser.split('/')[1];
    } catch (error) { await page.program.stop(); throw error; }
    return page;
  }
  async attach(url) {
    await this.connect(url);
    for (const domain of ['Page', 'Runtime', 'Log']) await this.send(`${domain}.enable`);
    await this.viewport(360, 740);
  }
  /** Another tab of the same browser. */
  async second() {
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    const all = await (await fetch(`http://127.0.0.1:${this.port}/json/list`)).json();
    const other = Object.assign(new CdpPage(), { program: this.program, port: this.port, socketOf: this.socketOf, contexts: [], inside: {} });
    other.note = message => this.note(message);
    await other.attach(all.find(({ id }) => id === targetId).webSocketDebuggerUrl);
    other.close = async () => { await this.send('Target.closeTarget', { targetId }); other.socket.terminate(); };
    return other;
  }
  connect(url) {
    this.waiting = new Map();
    this.last = 0;
    this.socket = new this.socketOf(url, { perMessageDeflate: false, maxPayload: 256 * 1024 * 1024 });
    this.socket.on('message', data => this.received(JSON.parse(data)));
    this.socket.on('close', () => { for (const { fail } of this.waiting.values()) fail(new Failure('the browser closed the connection')); });
    return new Promise((done, fail) => { this.socket.once('open', done); this.socket.once('error', fail); });
  }
  received({ id, result, error, method, params }) {
    if (id) {
      const { done, fail, timer } = this.waiting.get(id) || {};
      this.waiting.delete(id);
      clearTimeout(timer);
      if (error) { if (fail) fail(new Failure(error.message)); } else if (done) done(result);
    } else if (method === 'Page.loadEventFired') { if (this.loaded) this.loaded(); }
    // A page that asks whether it may be left is left.
    else if (method === 'Page.javascriptDialogOpening') this.send('Page.handleJavaScriptDialog', { accept: true }).catch(() => {});
    else if (method === 'Runtime.executionContextCreated') this.contexts.push(params.context);
    else if (method === 'Runtime.executionContextsCleared') this.contexts = [];
    else if (method === 'Runtime.executionContextDestroyed') this.contexts = this.contexts.filter(({ id }) => id !== params.executionContextId);
    else if (method === 'Runtime.exceptionThrown') {
      const { text, exception } = params.exceptionDetails;
      this.note(`${text} ${exception && exception.description || ''}`);
    } else if (method === 'Log.entryAdded' && params.entry.level === 'error') this.note(`${params.entry.text} ${params.entry.url || ''}`);
  }
  send(method, params = {}, ms = 30000) {
    const id = ++this.last;
    return new Promise((done, fail) => {
      const timer = setTimeout(() => { this.waiting.delete(id); fail(new Failure(`no answer to ${method} in ${ms / 1000} s`)); }, ms);
      this.waiting.set(id, { done, fail, timer });
      this.socket.send(JSON.stringify({ id, method, params }));
    });
  }
  async navigate(method, params) {
    const loaded = new Promise(done => { this.loaded = done; });
    await this.send(method, params);
    await Promise.race([loaded, new Promise(done => setTimeout(done, 15000).unref())]);
  }
  async goto(url) { await this.navigate('Page.navigate', { url }); }
  async refresh() { await this.navigate('Page.reload', {}); }
  async evaluate(source) {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', { ...this.inside, expression: source, awaitPromise: true, returnByValue: true, userGesture: true });
    if (exceptionDetails) throw new Failure(`${exceptionDetails.text} ${exceptionDetails.exception && exceptionDetails.exception.description || ''}`);
    return result.value;
  }
  /** The frame is the second of the page's contexts. */
  async enter() { this.inside = { contextId: this.contexts.filter(({ auxData }) => auxData && auxData.isDefault)[1].id }; }
  async leave() { this.inside = {}; }
  async press(key) {
    const about = { key, code: key === '/' ? 'Slash' : key, ...KEYS[key] };
    await this.send('Input.dispatchKeyEvent', { type: about.text ? 'keyDown' : 'rawKeyDown', ...about });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', ...about, text: undefined });
  }
  async screenshot(path) { writeFileSync(path, Buffer.from((await this.send('Page.captureScreenshot', { format: 'png' })).data, 'base64')); }
  async viewport(width, height) { await this.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false }); }
  async printView() { await this.send('Emulation.setEmulatedMedia', { media: 'print' }); }
  async fresh() {
    await this.leave();
    await this.send('Emulation.setEmulatedMedia', { media: '' });
    await this.goto('about:blank');
  }
  async stop() {
    if (this.socket) this.socket.terminate();
    await this.program.stop();
  }
}
