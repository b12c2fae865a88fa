/** What of an `EventSource` is used. */
export interface Source {
  readonly readyState: number
  addEventListener: (type: string, listener: (event: { data?: string }) => void) => void
  close: () => void
}

interface EventTargetLike {
  addEventListener: (type: string, listener: () => void) => void
  removeEventListener: (type: string, listener: () => void) => void
}

/** The browser, or what stands for it. */
export interface StreamEffects {
  /** Opens a stream of events; undefined where the browser has none. */
  open: ((url: string) => Source) | undefined
  fetch: (url: string, init: { signal?: AbortSignal }) => Promise<Pick<Response, 'ok' | 'status' | 'json'>>
  setTimeout: (run: () => void, ms: number) => unknown
  clearTimeout: (timer: never) => void
  now: () => number
  /** From 0 to 1. */
  random: () => number
  window: EventTargetLike
  document: EventTargetLike & { readonly visibilityState: string }
}

/** The browser that this page is shown in. */
export function browserEffects(): StreamEffects {
  return {
    open: typeof EventSource === 'undefined' ? undefined : url => new EventSource(url) as unknown as Source,
    fetch: (url, init) => fetch(url, { ...init, credentials: 'same-origin' }),
    setTimeout: (run, ms) => window.setTimeout(run, ms),
    clearTimeout: timer => window.clearTimeout(timer),
    now: () => Date.now(),
    random: Math.random,
    window,
    document,
  }
}
