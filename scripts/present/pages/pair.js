// The pairing page: a script of its own, for the server allows none inside of a page. Plain JavaScript as old phones
// know it.
;(() => {
  const DEVICE = 'huibao:device'
  const PATIENCE = 10_000
  const TYPED = 8

  /** The code in the address. It is taken out at once: it is not to stay there, nor in the history. */
  function takeScanned() {
    const code = location.hash.slice(1)
    history.replaceState(null, '', location.pathname)
    return code
  }
  const scanned = takeScanned()

  const form = document.getElementById('form')
  const input = document.getElementById('code')
  const button = document.getElementById('submit')
  const status = document.getElementById('status')
  /** The code of a scan that did not reach the server, for another try. */
  let kept = ''

  const isPhone = Math.min(screen.width, screen.height) < 600 && navigator.maxTouchPoints > 0
  const name = isPhone
    ? '手机'
    : navigator.maxTouchPoints > 1 && /iPad|Macintosh|Android|Tablet/.test(navigator.userAgent)
      ? '平板'
      : '笔记本'

  function say(text, isError) {
    status.textContent = text
    status.className = isError ? 'error' : ''
  }

  function work(isWorking) {
    input.disabled = isWorking
    button.disabled = isWorking
  }

  async function send(code) {
    const abort = typeof AbortController === 'undefined' ? undefined : new AbortController()
    const timer = setTimeout(() => abort && abort.abort(), PATIENCE)
    try {
      const response = await fetch('/pair', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ code, name }),
        credentials: 'same-origin',
        signal: abort && abort.signal,
      })
      const text = await response.text()
      try {
        return JSON.parse(text)
      } catch {
        return { ok: false, error: 'told', text }
      }
    } finally {
      clearTimeout(timer)
    }
  }

  function wait(seconds) {
    if (seconds <= 0) {
      work(false)
      return say('可以再试了。请看清电脑上的配对码。')
    }
    say(`试得太多了，请等 ${seconds} 秒再试。`, true)
    setTimeout(wait, 1_000, seconds - 1)
  }

  async function pair(code, isScanned) {
    work(true)
    say('正在配对……')
    let answer
    try {
      answer = await send(code)
    } catch {
      work(false)
      kept = isScanned ? code : ''
      button.textContent = '重试'
      return say('连不上汇报的电脑。请确认连的是会场的同一个网络，然后重试。', true)
    }
    kept = ''
    button.textContent = '配对'
    if (answer.ok) {
      try {
        localStorage.setItem(DEVICE, answer.device.id)
      } catch {
        // The name is known again after the first page turn.
      }
      say('配对好了。')
      return location.replace(isPhone ? '/phone' : '/presenter/')
    }
    if (answer.error === 'told') {
      work(false)
      return say(answer.text, true)
    }
    if (answer.error === 'slow-down') return wait(answer.retryAfter || 60)
    work(false)
    input.value = ''
    input.focus()
    say(
      isScanned
        ? '这个二维码已经用过，或者过期了。请在汇报人的电脑上点“设备”换一个再扫，或者输入 8 位配对码。'
        : '配对码不对，或者已经用过、过期了。请看清后重新输入，或者在汇报人的电脑上点“设备”换一个。',
      true,
    )
  }

  form.addEventListener('submit', event => {
    event.preventDefault()
    const typed = input.value.replace(/[\s\-—–]/g, '')
    if (!typed && kept) return void pair(kept, true)
    if (typed.length !== TYPED) return say(`配对码是 ${TYPED} 位，现在是 ${typed.length} 位。`, true)
    void pair(typed, false)
  })

  // Another code for a page that is open already: the browser does not load it anew.
  addEventListener('hashchange', () => {
    const code = takeScanned()
    if (code && !button.disabled) void pair(code, true)
  })
  if (scanned) void pair(scanned, true)
  else input.focus()
})()
