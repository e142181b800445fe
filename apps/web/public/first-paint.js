// Runs before anything is drawn, so that no page flashes in the wrong theme, and says so where the browser is too old for the
// rest. A file of its own, because the Content-Security-Policy allows no inline script, and in words that any browser reads.
// src/ui/theme.ts and src/i18n/i18n.ts take over from here.
(function () {
  var root = document.documentElement;
  var saved = function (key) {
    try {
      return localStorage.getItem(key);
    } catch (forbidden) /* eslint-disable-line no-unused-vars -- old browsers want a name */ {
      return null; // storage may be forbidden
    }
  };
  var theme = saved('theme');
  var dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-theme', dark ? 'dark' : 'light');
  var language = saved('language') || navigator.language;
  root.lang = /^zh/i.test(language) ? 'zh-CN' : 'en';

  // What the page cannot do without, as the oldest browsers have it that README.md names. The syntax is theirs, too.
  var hasAll =
    'noModule' in document.createElement('script') &&
    typeof structuredClone === 'function' &&
    typeof Intl === 'object' &&
    'Segmenter' in Intl &&
    'toSorted' in Array.prototype &&
    typeof ResizeObserver === 'function' &&
    typeof BroadcastChannel === 'function';
  if (hasAll) return;
  root.setAttribute('data-too-old', ''); // src/main.ts then draws nothing
  document.addEventListener('DOMContentLoaded', function () {
    document.getElementById('root').style.display = 'none';
    document.getElementById('too-old').removeAttribute('hidden');
  });
})();
