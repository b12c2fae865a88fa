import mp4 from './awake/awake.mp4?no-inline'
import webm from './awake/awake.webm?no-inline'

/** How a screen is kept from going dark. */
export type Awake =
  /** The browser sees to it. */
  | 'lock'
  /** A film without picture or sound runs, which browsers do not interrupt. */
  | 'film'
  /** Nothing helps; somebody has to be told. */
  | 'none'

/** Signs of a hand, of which browsers accept some as leave to play a film with sound. */
const HAND = ['pointerup', 'click', 'keydown', 'touchend'] as const

/**
 * Keeps the screen from going dark for as long as the page is shown. Where the browser has no lock, which it has over
 * TLS only, a film runs in its place, from the first touch on.
 * @param told called with how it is done, whenever that changes
 */
export function keepAwake(told: (how: Awake) => void): void {
  let held = false

  async function lock(): Promise<boolean> {
    if (!('wakeLock' in navigator)) return false
    try {
      const lock = await navigator.wakeLock.request('screen')
      held = true
      lock.addEventListener('release', () => (held = false))
      told('lock')
      return true
    } catch {
      return false
    }
  }

  let film: HTMLVideoElement | undefined
  async function play(): Promise<void> {
    film ??= createFilm()
    try {
      await film.play()
      told('film')
      for (const sign of HAND) removeEventListener(sign, play, true)
    } catch {
      told('none')
    }
  }

  async function begin(): Promise<void> {
    if (document.visibilityState !== 'visible' || held || (await lock())) return
    if (film) return void play()
    // A screen without hands may yet allow it.
    await play()
    for (const sign of HAND) addEventListener(sign, play, true)
  }

  // A lock ends when the page is hidden, and a film may be stopped.
  document.addEventListener('visibilitychange', () => void begin())
  void begin()
}

function createFilm(): HTMLVideoElement {
  const film = document.createElement('video')
  film.setAttribute('playsinline', '')
  film.setAttribute('aria-hidden', 'true')
  film.loop = true
  film.className = 'hb-awake'
  for (const [src, type] of [
    [webm, 'video/webm'],
    [mp4, 'video/mp4'],
  ] as const) {
    const source = document.createElement('source')
    source.src = src
    source.type = type
    film.append(source)
  }
  document.body.append(film)
  return film
}
