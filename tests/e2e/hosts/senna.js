// Senna (Liferay): a click on a link changes the content and the address without loading a page; scripts marked temporary run again.
(function () {
  var home = document.getElementById('content').innerHTML, script = document.querySelector('[data-senna-track]').src;
  window.Liferay = {
    visit: function (path, text) {
      history.pushState({ senna: true, path: path }, 'Trang', path);
      show(text);
    },
  };
  function show(text) {
    document.getElementById('content').innerHTML = text || home;
    document.querySelectorAll('[data-senna-track]').forEach(function (el) { el.remove(); });
    var again = document.createElement('script');
    again.type = 'module';
    again.src = script;
    again.setAttribute('data-senna-track', 'temporary');
    document.head.appendChild(again);
  }
  addEventListener('popstate', function (event) { show(event.state && event.state.senna ? '<p>Trang khác</p>' : ''); });
})();
