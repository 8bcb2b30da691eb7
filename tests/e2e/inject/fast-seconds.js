// A second of the page's clocks takes a fiftieth of one once the test says so.
(function () {
  var real = window.setInterval;
  window.setInterval = function (call, ms) {
    if (ms !== 1000 || typeof call !== 'function') return real.apply(window, arguments);
    var passed = 0;
    return real.call(window, function () {
      passed += 20;
      if (!window.__fast && passed < 1000) return;
      passed = 0;
      if (!window.__still) call();
    }, 20);
  };
})();
