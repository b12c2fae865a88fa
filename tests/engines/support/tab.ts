/** A finder of an element that runs in the page, and uses nothing from outside of itself. */
export type Find = (wanted: string) => Element | null | undefined

/** A browser's window with one page, of somebody who shares no cookies with any other. Lengths are px of the page. */
export interface Tab {
  open: (url: string) => Promise<void>
  /** Runs a function in the page. It uses nothing from outside of itself, and takes and returns what JSON can say. */
  evaluate: <Args extends unknown[], Result>(run: (...args: Args) => Result, ...args: Args) => Promise<Awaited<Result>>
  /** Brings the page before all others; one behind them is drawn seldom, and what is done to it takes as long. */
  front: () => Promise<void>
  /** Clicks the element that is found. @returns whether there is one */
  click: (find: Find, wanted: string) => Promise<boolean>
  /** Presses a key by its name in WebDriver, or a character. */
  press: (key: keyof typeof KEYS | (string & {})) => Promise<void>
  /** Moves the mouse through points; with its button down where `pressed`, which it then lets go after `before`. */
  move: (points: readonly (readonly [x: number, y: number])[], options?: Drag) => Promise<void>
  /** The window as a PNG. */
  screenshot: () => Promise<Buffer>
  close: () => Promise<void>
}

export interface Drag {
  pressed?: boolean
  /** Called before the button is let go. */
  before?: () => Promise<void>
}

/** A browser engine that is installed. */
export interface Engine {
  name: 'Chromium' | 'Firefox' | 'WebKit'
  /** A window whose page is 1280×720, or of another size. */
  tab: (size?: readonly [width: number, height: number]) => Promise<Tab>
  close: () => Promise<void>
}

/** Keys by their names in the DOM, and how WebDriver spells them. */
export const KEYS = {
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  Enter: '\uE007',
  Escape: '\uE00C',
  Tab: '\uE004',
} as const

export const WINDOW: readonly [number, number] = [1280, 720]
/** A phone held upright. WebKit shows it enlarged, and its driver then misses what it is to click. */
export const PHONE: readonly [number, number] = [390, 844]
/** A large one, which every engine shows as it is. */
export const LARGE_PHONE: readonly [number, number] = [450, 844]
