/*
 * Runs before all other scripts of a site, in whatever browser: ECMAScript 5, and sent as it is. It says what is needed
 * where the browser is too old, and evens out what the supported ones lack or refuse.
 */
;(function () {
  'use strict'

  var TOO_OLD =
    '这台设备的浏览器太旧，打不开这份汇报。请升级系统或浏览器：' +
    'iPhone、iPad 需要 iOS 15 以上，电脑需要 Chrome（或 Edge）90、Safari 15、Firefox 115 以上；' +
    '安卓手机和微信请升级到最新版本。'
  var BROKEN = '这份汇报没有加载完整。请检查网络，然后刷新页面；还是这样，请换一个新一些的浏览器。'

  var said = false

  function say(text) {
    if (said) return
    said = true
    function show() {
      var sign = document.createElement('div')
      sign.id = 'huibao-sign'
      sign.setAttribute('role', 'alert')
      sign.style.cssText =
        'position:fixed;z-index:9999;top:0;right:0;bottom:0;left:0;padding:15vh 8vw;overflow:auto;' +
        'color:#222;background:#fff;font:20px/1.8 sans-serif'
      sign.appendChild(document.createTextNode(text))
      document.body.appendChild(sign)
    }
    if (document.body) show()
    else document.addEventListener('DOMContentLoaded', show)
  }

  function isSupported() {
    return (
      'noModule' in document.createElement('script') &&
      typeof ResizeObserver === 'function' &&
      typeof Promise.allSettled === 'function' &&
      typeof ''.replaceAll === 'function' &&
      CSS.supports('aspect-ratio', '1')
    )
  }

  function isEmpty() {
    var app = document.getElementById('app')
    return !app || app.childNodes.length === 0
  }

  // A script that this browser cannot read, or that never came: nothing else would be seen of it.
  window.addEventListener(
    'error',
    function (event) {
      if (!isEmpty()) return
      if (event.error instanceof SyntaxError) say(TOO_OLD)
      else if (event.target instanceof HTMLScriptElement) say(BROKEN)
    },
    true
  )

  /** A storage that forgets with the page. */
  function memoryStorage() {
    var items = Object.create(null)
    return {
      forgets: true,
      getItem: function (key) {
        return key in items ? items[key] : null
      },
      setItem: function (key, value) {
        items[key] = String(value)
      },
      removeItem: function (key) {
        delete items[key]
      },
      clear: function () {
        items = Object.create(null)
      },
      key: function (index) {
        return Object.keys(items)[index] || null
      },
      get length() {
        return Object.keys(items).length
      }
    }
  }

  // Slidev, VueUse and we ask for them at many places; browsers that keep nothing throw at the name, or when asked.
  ;['localStorage', 'sessionStorage'].forEach(function (name) {
    try {
      window[name].setItem('huibao:try', '1')
      window[name].removeItem('huibao:try')
    } catch (refused) {
      void refused
      Object.defineProperty(window, name, { configurable: true, value: memoryStorage() })
    }
  })

  function fill(owner, name, value) {
    if (!(name in owner)) Object.defineProperty(owner, name, { configurable: true, writable: true, value: value })
  }

  function at(index) {
    var from = index | 0
    return this[from < 0 ? this.length + from : from]
  }

  // Safari before 15.4, Chrome before 97. `tests/browsers/built.site.test.ts` finds what else a site would need.
  fill(Array.prototype, 'at', at)
  fill(String.prototype, 'at', at)
  fill(Array.prototype, 'findLast', function (test, self) {
    for (var index = this.length - 1; index >= 0; index -= 1)
      if (test.call(self, this[index], index, this)) return this[index]
  })
  fill(Object, 'hasOwn', function (object, key) {
    return Object.prototype.hasOwnProperty.call(object, key)
  })

  // Tabs of one browser that know nothing of each other still follow the server.
  function LonelyChannel() {}
  LonelyChannel.prototype.postMessage = LonelyChannel.prototype.close = function () {}
  LonelyChannel.prototype.addEventListener = LonelyChannel.prototype.removeEventListener = function () {}
  fill(window, 'BroadcastChannel', LonelyChannel)

  if (!isSupported()) say(TOO_OLD)
})()
