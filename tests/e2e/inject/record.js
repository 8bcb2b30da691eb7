// First script of every tested page: keeps what the page says and what goes wrong. Must parse in Chromium 64.
(function () {
  var kept = window.__bs = { events: [], errors: [], violations: [] };
  ['ready', 'screen', 'result', 'error'].forEach(function (name) {
    document.addEventListener('buoc-so:' + name, function (event) {
      kept.events.push({ name: name, detail: event.detail === undefined ? null : event.detail, bubbles: event.bubbles, composed: event.composed, wall: Date.now() });
    });
  });
  window.addEventListener('error', function (event) {
    if (event.message) kept.errors.push(event.message + ' (' + event.filename + ':' + event.lineno + ')');
  });
  window.addEventListener('unhandledrejection', function (event) {
    kept.errors.push('unhandled: ' + (event.reason && event.reason.stack || event.reason));
  });
  document.addEventListener('securitypolicyviolation', function (event) {
    kept.violations.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + (event.sample || '') + ' (' + event.sourceFile + ':' + event.lineNumber + ')');
  });
  // When the content of the guide is there; there is nothing to observe before a shadow root is.
  var looks = setInterval(function () {
    var tool = document.querySelector('buoc-so');
    if (!tool || !tool.shadowRoot || !tool.shadowRoot.querySelector('.guide')) return;
    window.__guide = Date.now();
    clearInterval(looks);
  }, 20);
  var say = console.error;
  console.error = function () {
    kept.errors.push('console: ' + Array.prototype.map.call(arguments, String).join(' '));
    return say.apply(console, arguments);
  };
})();
