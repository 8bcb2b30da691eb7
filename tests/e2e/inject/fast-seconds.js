// A second of the page's clocks takes a fiftieth of one once the test says so.
(function () {
  var real = window.setInterval, now = Date.now, skipped = 0;
  Date.now = function () { return now() + skipped; };
  window.setInterval = function (call, ms) {
    if (ms !== 1000 || typeof call !== 'function') return real.apply(window, arguments);
    var passed = 0;
    return real.call(window, function () {
      passed += 20;
      if (!window.__fast && passed < 1000) return;
      if (!window.__still) skipped += 1000 - passed;
      passed = 0;
      if (!window.__still) call();
    }, 20);
  };
})();
