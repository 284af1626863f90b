/*
 * Sets theme and language on <html> before the first paint, so that nothing flashes.
 * A file of its own because the policy forbids inline scripts; plain old syntax because no build touches it.
 * Keys are shared with the preferences of the app:
 *   portal.theme     system | light | dark | high-contrast
 *   portal.language  en | zh
 */
;(function () {
  var root = document.documentElement
  var read = function (key) {
    try {
      return localStorage.getItem(key)
    } catch {
      return null // storage is refused in some private windows
    }
  }
  var wants = function (query) {
    return window.matchMedia(query).matches
  }
  var theme = read('portal.theme') || 'system'
  var follows = theme === 'system' || theme === 'high-contrast'
  var dark = theme === 'dark' || (follows && wants('(prefers-color-scheme: dark)'))
  var contrast = theme === 'high-contrast' || (theme === 'system' && wants('(prefers-contrast: more)'))
  root.classList.toggle('pf-v6-theme-dark', dark)
  root.classList.toggle('pf-v6-theme-high-contrast', contrast)
  var spoken = [read('portal.language')].concat(navigator.languages).filter(function (wish) {
    return /^(en|zh)\b/i.test(wish)
  })
  root.lang = /^zh/i.test(spoken[0]) ? 'zh-CN' : 'en'
})()
