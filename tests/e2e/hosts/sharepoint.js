// As ASP.NET writes it: one form around everything, a default button that any Enter presses, a post-back by script.
window.__doPostBack = function (target) { document.getElementById('__EVENTTARGET').value = target; document.getElementById('aspnetForm').submit(); };
window.__submitted = 0;
window.__pressed = [];
document.addEventListener('DOMContentLoaded', function () {
  var form = document.getElementById('aspnetForm');
  form.addEventListener('submit', function (event) { event.preventDefault(); window.__submitted += 1; });
  form.submit = function () { window.__submitted += 1; };
  document.getElementById('go').addEventListener('click', function () { window.__pressed.push('go'); });
  // WebForm_FireDefaultButton: only a textarea may have an Enter of its own.
  form.addEventListener('keypress', function (event) {
    if (event.keyCode !== 13 || event.target.tagName.toLowerCase() === 'textarea') return;
    document.getElementById('go').click();
    event.preventDefault();
  });
  // Keys of the page's own: `/` goes to the search field, unless somebody is typing.
  document.addEventListener('keydown', function (event) {
    if (/^(input|textarea|select)$/i.test(event.target.tagName)) return;
    if (event.key === '/' || event.key === 's') { document.getElementById('search').focus(); event.preventDefault(); }
  });
});
