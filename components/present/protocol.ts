/**
 * What the presenting server and its pages say to each other. Server-Sent Events come down, small JSON requests go up;
 * only the server assigns revisions.
 */

/** What the screens show in the place of the deck; `slides` for the deck itself. */
export const SCREENS = ['slides', 'black', 'qr', 'break', 'end'] as const
/**
 * `qr`: the audience's address, large, on the hall's screens; followers' own devices go on showing the slide. `break`
 * and `end`: a full picture for everybody.
 */
export type Screen = (typeof SCREENS)[number]

/** Where the deck stands, as everybody may know it. */
export interface PublicState {
  /**
   * Stamp of the site that the receiver's page belongs to: any changed slide, picture, look or engine changes it. A
   * page finds its own in its `<meta name="huibao-site">`; where the two differ, the page is an old one.
   */
  site: string
  /** When this run of the state began, in milliseconds: later runs have larger ones. */
  epoch: number
  /**
   * Counts accepted changes; it never goes back, not even with a new epoch. The audience is sent only those of what it
   * is told.
   */
  rev: number
  /** Slide number, from 1. */
  page: number
  /** How many clicks of that slide are done. */
  clicks: number
  screen: Screen
  /** What the audience opens, while `screen` is `qr`. */
  url: string | null
  /**
   * The slides that the audience may look at, as ranges, e.g. `1-12,40`; null where it may look at all. `page` is not
   * among them where the deck has been moved to it under another screen than `slides`. See `reachable.ts`.
   */
  reachable: string | null
  /** Whether questions are taken. */
  asking: boolean
  /** The question that is shown to everybody. */
  question: string | null
}

/** A question that somebody in the audience has asked. */
export interface Question {
  id: string
  text: string
  /** When it was asked, in milliseconds since 1970. */
  at: number
  /** At most one is `shown`. */
  status: 'new' | 'shown' | 'done'
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
  /** Milliseconds since it was heard of last, or since the server began. */
  seen: number
  /**
   * Whether it is the meeting's owner: it was paired with the code that opened the browser of the serving machine.
   * Nobody else ends its pairing or those of others, nor invites a device without its leave.
   */
  owner: boolean
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
  /** How many screens and phones follow this server. */
  followers: number
  /** Questions of the audience, oldest first. */
  questions: Question[]
  /** Devices, by id, that ask the owner for leave to invite another one. */
  requests: string[]
  /**
   * Grows when typed codes that this server gave out have been made void by guessing: whoever shows one asks for
   * another.
   */
  invites: number
}

/** A point on the slide, in percent of its width and height; null where it is away. */
export type Pointer = { x: number; y: number; style: 'laser' | 'spotlight' } | null

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
  | ({ type: 'screen'; screen: Screen } & Conditional)
  /** Whether the audience may look at slides that have not been shown yet. */
  | { type: 'browse'; on: boolean }
  /** Whether questions are taken. */
  | { type: 'asking'; on: boolean }
  /** Any paired device sorts questions, whoever drives. */
  | { type: 'question'; question: string; status: Question['status'] | 'removed' }
  /** Drive from here on. */
  | { type: 'take' }
  /** Drive no longer. */
  | { type: 'release' }
  | { type: 'pointer'; pointer: Pointer }
  | { type: 'draw'; page: number; svg: string }
  /** The server alone reckons the time; `stopped` puts it back to 0, and the next turn starts it anew. */
  | { type: 'timer'; status: Timer['status'] }
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

/** The body of `POST /ask`. */
export interface AskRequest {
  /** 1 to 200 characters, without what is around them and control characters. */
  text: string
}

/** What `POST /ask` answers: 409, 400, 429 (503 where it could not be kept) with `retryAfter` in seconds. */
export type AskAnswer = { ok: true } | { ok: false; error: 'closed' | 'malformed' | 'slow-down'; retryAfter?: number }

/**
 * What other requests of paired devices are refused with: `owner`, where only the owner may (403); `refused`, where the
 * owner has said no (403); `stale`, where what is meant is not there any more (409).
 */
export type Refusal = 'unpaired' | 'owner' | 'refused' | 'stale' | 'malformed'

/** The body of `POST /presenter/unpair`: the sender itself where no device is named. */
export interface UnpairRequest {
  device?: string
}

/** The body of `POST /presenter/rename`: the sender itself where no device is named; others are the owner's. */
export interface RenameRequest {
  device?: string
  name: string
}

/** The body of `POST /presenter/allow`, by which the owner lets a device invite another one. */
export interface AllowRequest {
  device: string
  allow: boolean
}

/**
 * What `POST /presenter/invite` answers (200): a code for one more device. Where the owner has to agree first, the
 * answer is `{ pending: true }` (202), and the same request, every other second, tells what the owner says.
 */
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
  /** Characters of a question, and how many are kept. */
  question: 200,
  questions: 200,
} as const

/** Whether `next` comes after `last`: of two states the one that counts is the later. */
export function isLater(next: Beat, last: Beat | undefined): boolean {
  return !last || next.epoch > last.epoch || (next.epoch === last.epoch && next.rev > last.rev)
}

/** Whether a device may move the deck: it drives, or nobody does. */
export function mayDrive({ driver }: { driver: Pick<Device, 'id'> | null }, device: string | undefined): boolean {
  return driver === null || driver.id === device
}
