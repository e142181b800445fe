// Runs before anything is drawn, so that no page flashes in the wrong theme. A file of its own, because the
// Content-Security-Policy allows no inline script. src/ui/theme.ts and src/i18n/i18n.ts take over from here.
(function () {
  var root = document.documentElement;
  var saved = function (key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage may be forbidden
    }
  };
  var theme = saved('theme');
  var dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  var language = saved('language') || navigator.language;
  root.lang = /^zh/i.test(language) ? 'zh-CN' : 'en';
})();
