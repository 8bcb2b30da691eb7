// Takes capabilities of the browser away, as in-app browsers, old WebViews and locked-down phones do: `poor.js?NAME,NAME`,
// or `__poor([NAME])` at any time. Names are the keys below; `absent` and `throws` are all of a kind. Must parse in Chromium 64.
(function () {
  var undo = [];
  function define(object, name, how) {
    if (!object) return;
    var own = Object.getOwnPropertyDescriptor(object, name);
    try {
      Object.defineProperty(object, name, how);
      undo.push(function () { if (own) Object.defineProperty(object, name, own); else delete object[name]; });
    } catch (error) { /* not in this engine */ }
  }
  function put(object, name, value) { define(object, name, { configurable: true, writable: true, value: value }); }
  function guard(object, name) { define(object, name, { configurable: true, get: refuse }); }
  function refuse() { throw new DOMException('refused (test)', 'NotAllowedError'); }
  function never() { return new Promise(function () {}); }
  function reject() { return Promise.reject(new DOMException('refused (test)', 'NotAllowedError')); }
  function gone() { return undefined; }
  var canvas = HTMLCanvasElement.prototype, listen = EventTarget.prototype.addEventListener;

  var absent = {
    share: function () { put(navigator, 'share', undefined); },
    clipboard: function () { put(navigator, 'clipboard', undefined); put(document, 'execCommand', undefined); },
    print: function () { put(window, 'print', undefined); },
    speech: function () { put(window, 'speechSynthesis', undefined); put(window, 'SpeechSynthesisUtterance', undefined); },
    storage: function () { ['localStorage', 'sessionStorage', 'indexedDB', 'caches'].forEach(function (name) { put(window, name, undefined); }); },
    worker: function () { put(navigator, 'serviceWorker', undefined); },
    history: function () { put(history, 'pushState', undefined); put(history, 'replaceState', undefined); },
    media: function () { put(window, 'matchMedia', undefined); },
    observers: function () { ['IntersectionObserver', 'ResizeObserver', 'PerformanceObserver'].forEach(function (name) { put(window, name, undefined); }); },
    frames: function () { put(window, 'requestAnimationFrame', undefined); put(window, 'requestIdleCallback', undefined); },
    dialogs: function () { ['alert', 'confirm', 'prompt'].forEach(function (name) { put(window, name, gone); }); },
    crypto: function () { put(window, 'crypto', undefined); },
    canvas: function () { put(canvas, 'getContext', function () { return null; }); },
    picture: function () { put(canvas, 'toBlob', undefined); put(canvas, 'toDataURL', function () { return 'data:,'; }); },
    intl: function () { put(window, 'Intl', undefined); },
    windows: function () { put(window, 'open', function () { return null; }); },
    clock: function () { put(window, 'performance', undefined); },
    language: function () { put(navigator, 'language', ''); put(navigator, 'languages', []); },
    // Back closes such a browser: the page never hears of it.
    popstate: function () { put(EventTarget.prototype, 'addEventListener', function (name) { if (name !== 'popstate') return listen.apply(this, arguments); }); }
  };
  var throws = {
    'share-throws': function () { put(navigator, 'share', refuse); },
    'share-rejects': function () { put(navigator, 'share', reject); },
    'share-silent': function () { put(navigator, 'share', gone); },
    'clipboard-throws': function () { guard(navigator, 'clipboard'); put(document, 'execCommand', refuse); },
    'clipboard-rejects': function () { put(navigator, 'clipboard', { writeText: reject }); put(document, 'execCommand', function () { return false; }); },
    'clipboard-never': function () { put(navigator, 'clipboard', { writeText: never }); },
    'print-throws': function () { put(window, 'print', refuse); },
    'speech-throws': function () { guard(window, 'speechSynthesis'); },
    'speech-empty': function () { put(window, 'speechSynthesis', { getVoices: function () { return []; }, cancel: gone, speak: gone, speaking: false }); },
    'speech-half': function () { put(window, 'speechSynthesis', {}); },
    'storage-throws': function () { ['localStorage', 'sessionStorage', 'indexedDB', 'caches'].forEach(function (name) { guard(window, name); }); },
    'worker-throws': function () { guard(navigator, 'serviceWorker'); },
    'history-throws': function () { put(history, 'pushState', refuse); put(history, 'replaceState', refuse); },
    'media-throws': function () { put(window, 'matchMedia', refuse); },
    'frames-slow': function () { put(window, 'requestAnimationFrame', function (act) { return setTimeout(function () { act(Date.now()); }, 1000); }); },
    'dialogs-throw': function () { ['alert', 'confirm', 'prompt'].forEach(function (name) { put(window, name, refuse); }); },
    'crypto-throws': function () { guard(window, 'crypto'); },
    'canvas-throws': function () { put(canvas, 'getContext', refuse); },
    'picture-throws': function () { put(canvas, 'toBlob', refuse); put(canvas, 'toDataURL', refuse); },
    'windows-throw': function () { put(window, 'open', refuse); }
  };
  /** Takes these away now; called with nothing, all is as it was. */
  window.__poor = function (wanted) {
    while (undo.length) undo.pop()();
    [absent, throws].forEach(function (kind, at) {
      Object.keys(kind).forEach(function (name) {
        // Of several ways in which one thing fails, the last one counts.
        if (wanted.indexOf(name) >= 0 || wanted.indexOf(at ? 'throws' : 'absent') >= 0) kind[name]();
      });
    });
  };
  window.__poor((/poor\.js\?([\w,-]+)/.exec(document.currentScript.src) || ['', ''])[1].split(','));
})();
