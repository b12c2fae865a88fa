/** What a key does on the presenter's page. */
export type Action =
  | 'next'
  | 'prev'
  | 'first'
  | 'last'
  | 'black'
  | 'pages'
  | 'laser'
  | 'spotlight'
  | 'pen'
  | 'away'
  | 'larger'
  | 'smaller'
  | 'enter'
  | { digit: number }

/** As PowerPoint, Keynote and remote controls have them. */
const KEYS: Readonly<Record<string, Action>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  n: 'next',
  ArrowLeft: 'prev',
  ArrowUp: 'prev',
  PageUp: 'prev',
  Backspace: 'prev',
  p: 'prev',
  Home: 'first',
  End: 'last',
  b: 'black',
  '.': 'black',
  g: 'pages',
  o: 'pages',
  l: 'laser',
  s: 'spotlight',
  d: 'pen',
  Escape: 'away',
  '+': 'larger',
  '=': 'larger',
  '-': 'smaller',
  Enter: 'enter',
}

/** What has the keys to itself. */
const TYPING = 'input, textarea, select, [contenteditable]'
/** What is pressed by keys, and what is scrolled by them. */
const PRESSED = 'button, a, summary'

/**
 * What a key is to do; undefined where it belongs to somebody else: to a field, to the browser, to a button that it
 * presses.
 */
export function actionOf(event: KeyboardEvent): Action | undefined {
  const target = event.target as Element | null
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || target?.closest?.(TYPING)) return undefined
  if ((event.key === ' ' || event.key === 'Enter') && target?.closest?.(PRESSED)) return undefined
  if (/^\d$/.test(event.key)) return { digit: Number(event.key) }
  const action = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key]
  return event.repeat && action !== 'next' && action !== 'prev' ? undefined : action
}
