// The device's clock a year after the catalogue.
(function () {
  var now = Date.now;
  Date.now = function () { return now.call(Date) + 400 * 86400000; };
})();
