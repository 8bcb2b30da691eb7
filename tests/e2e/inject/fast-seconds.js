// Once the test says so (`window.__fast`), a second of the page's timers and of its clock takes a fiftieth of one; `window.__still` stops both.
(function () {
  var timer = window.setInterval, now = Date.now, ahead = 0;
  Date.now = function () { return now.call(Date) + ahead; };
  window.setInterval = function (call, ms) {
    if (ms !== 1000 || typeof call !== 'function') return timer.apply(window, arguments);
    var passed = 0;
    return timer.call(window, function () {
      passed += 20;
      if (window.__still || (!window.__fast && passed < 1000)) return;
      if (window.__fast) ahead += 980;
      passed = 0;
      call();
    }, 20);
  };
})();
