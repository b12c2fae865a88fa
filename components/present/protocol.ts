/**
 * What the presenting server and its pages say to each other. Server-Sent Events come down, small JSON requests go up;
 * only the server assigns revisions.
 */

/** Where the deck stands, as everybody may know it. */
export interface PublicState {
  /** When this run of the state began, in milliseconds: later runs have larger ones. */
  epoch: number
  /** Counts accepted changes; it never goes back, not even with a new epoch. */
  rev: number
  /** Slide number, from 1. */
  page: number
  /** How many clicks of that slide are done. */
  clicks: number
  /** Whether screens are dark. */
  blank: boolean
}

/** The presenter's clock. */
export interface Timer {
  status: 'stopped' | 'running' | 'paused'
  /** Milliseconds that had passed when this was sent. */
  elapsed: number
}

/** A paired device. */
export interface Device {
  /** Public name of the pairing; it opens nothing. */
  id: string
  /** What its owner calls it, e.g. 手机. */
  name: string
  /** Whether it has been heard of in the last few seconds. */
  online: boolean
}

/** What paired devices know beyond that. */
export interface PresenterState extends PublicState {
  /** Who drives; null where nobody does, and whoever acts first will. */
  driver: Device | null
  /** All that are paired with this server. */
  devices: Device[]
  timer: Timer
  /** Number of slides. */
  pages: number
  /** Addresses to show to the audience; the first is what the QR code says. */
  urls: string[]
}

/** A point on the slide, in percent of its width and height; null where it is away. */
export type Pointer = { x: number; y: number; style: 'cursor' | 'laser' } | null

/** What is drawn over a slide: the inside of an SVG whose units are pixels of the canvas; empty where nothing is. */
export interface Drawing {
  page: number
  svg: string
}

/** Sent every few seconds, so that a silent line is noticed, and a lost event. */
export interface Beat {
  epoch: number
  rev: number
  /** The server's time in milliseconds, for paired devices. */
  at?: number
}

/**
 * Events of `GET /events` by name. The first is always `state`; a `draw` of that page follows where something is drawn
 * on it. `GET /presenter/events` has the same names, with a `PresenterState` as `state`.
 */
export interface Events {
  state: PublicState
  pointer: Pointer
  draw: Drawing
  beat: Beat
}

/** What `GET /state` answers, for those that cannot keep a stream open. */
export interface Snapshot {
  state: PublicState
  pointer: Pointer
  draw: Drawing | null
}

interface Conditional {
  /** Rejected where the deck stands at another revision. */
  expectRev?: number
}

/** The body of `POST /command`. */
export type Command = {
  /** Chosen by the sender: the same once more, after a lost answer, is not done twice. */
  id?: string
  /** The server's time after which it is not done: networks deliver what a hand has given up long ago. */
  until?: number
} & (
  | ({ type: 'next' | 'prev' } & Conditional)
  | ({ type: 'goto'; page: number; clicks?: number } & Conditional)
  | ({ type: 'blank'; on: boolean } & Conditional)
  /** Drive from here on. */
  | { type: 'take' }
  /** Drive no longer. */
  | { type: 'release' }
  | { type: 'pointer'; pointer: Pointer }
  | { type: 'draw'; page: number; svg: string }
  | { type: 'timer'; status: Timer['status']; elapsed: number }
  /**
   * How many clicks slides have, by page from 0, as far as a presenter's page has drawn them, else null: `next` and
   * `prev` go by it.
   */
  | { type: 'totals'; totals: (number | null)[] }
)

export type CommandType = Command['type']

/** Why a command was rejected. */
export type Rejection =
  /** The deck stands at another revision than `expectRev`, or `until` is past: 409. */
  | 'stale'
  /** Another device drives: 409. */
  | 'not-driver'
  /** 400. */
  | 'malformed'
  /** The state could not be kept: 503. */
  | 'unavailable'
  /** Hundreds of commands in a second: 429. */
  | 'slow-down'

/** What `POST /command` answers; a rejection says where the deck stands all the same. */
export type CommandAnswer =
  { ok: true; state: PresenterState } | { ok: false; error: Rejection; state?: PresenterState }

/** The body of `POST /pair`. */
export interface PairRequest {
  /** 22 characters of the QR code's fragment, or 8 that were typed. */
  code: string
  /** What the device is called on the others. */
  name?: string
}

/** What `POST /pair` answers; the credential itself travels in a cookie that scripts cannot read. */
export type PairAnswer = { ok: true; device: Device } | { ok: false; error: 'wrong' | 'slow-down'; retryAfter?: number }

/** What `POST /presenter/invite` answers: a code for one more device. */
export interface Invitation {
  /** Where the code is typed: an address ending in `/pair`. */
  url: string
  /** The same with the long code in its fragment, for a QR code. */
  link: string
  /** 8 characters, for typing. */
  typed: string
  /** Milliseconds for which it holds. */
  ttl: number
}

export const LIMITS = {
  /** Bytes of a command's body. */
  body: 64 * 1024,
  /** Characters drawn on one slide. */
  drawing: 32 * 1024,
  /** Milliseconds between two beats. */
  beat: 4_000,
  /** Milliseconds between two signs of life of a paired device (`POST /presenter/pulse`). */
  pulse: 3_000,
  /** Milliseconds without one after which it counts as gone. */
  gone: 8_000,
  /** Milliseconds after which a screen that hears nothing says so. */
  sign: 10_000,
  clicks: 1_000,
} as const

/** Whether `next` comes after `last`: of two states the one that counts is the later. */
export function isLater(next: Beat, last: Beat | undefined): boolean {
  return !last || next.epoch > last.epoch || (next.epoch === last.epoch && next.rev > last.rev)
}

/** Whether a device may move the deck: it drives, or nobody does. */
export function mayDrive({ driver }: { driver: Pick<Device, 'id'> | null }, device: string | undefined): boolean {
  return driver === null || driver.id === device
}
