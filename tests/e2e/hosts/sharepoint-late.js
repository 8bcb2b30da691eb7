// A script loader: what it is asked for comes later, as an element that it makes.
setTimeout(function () {
  var script = document.createElement('script');
  script.type = 'module';
  script.src = document.querySelector('[data-tool]').getAttribute('data-tool');
  document.getElementsByTagName('head')[0].appendChild(script);
}, 50);
