// What such a page runs besides: a clock, no copying, no context menu, letters of another size, links that open elsewhere.
/* eslint-disable no-unused-vars */
function startClock() { var t = new Date(); document.getElementById('clock').innerHTML = t.getHours() + ':' + t.getMinutes(); setTimeout(startClock, 1000); }
function nothing() { return false; }
document.oncontextmenu = nothing;
document.onselectstart = nothing;
document.oncopy = nothing;
document.ondragstart = nothing;
document.onkeydown = function (e) { return !(e.ctrlKey && /[acup]/i.test(e.key)) && e.keyCode !== 123; };
window.onerror = function () { return true; };
Array.prototype.remove = function (what) { var at = this.indexOf(what); if (at >= 0) this.splice(at, 1); };
String.prototype.trim = function () { return this.replace(/^\s+|\s+$/g, ''); };
window.name = 'cong';
var $j = jQuery.noConflict();
$j(document).ready(function () {
  $j('a').attr('target', '_blank');
  $j('.giua *').css('font-size', '13px');
  $j('ul.sf-menu li').hover(function () { $j(this).find('ul').show(); }, function () { $j(this).find('ul').hide(); });
  $j(window).scroll(function () { $j('#top-link').toggle($j(window).scrollTop() > 100); });
  // The panel that a timer of the server fills again.
  window.__doPostBack = function () { var panel = $j('#UpdatePanel1'); panel.html(panel.html()); };
});
