import { createHash, timingSafeEqual } from 'node:crypto'

/** Digits and letters that nobody takes for another (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const TYPED = 8
/**
 * Wrong codes after which those that can be typed are void: guessing 40 bits is then hopeless from however many
 * addresses.
 */
const GUESSES = 60
/** How many codes are out at once; another one voids the oldest. */
const OUT = 16

/** A pairing code in its two forms: either opens one pairing, and both are void then. */
export interface PairingCode {
  /** 128 random bits as 22 characters, for a QR code. */
  long: string
  /** 8 characters, for typing. */
  typed: string
  /** Milliseconds for which it holds. */
  ttl: number
}

export interface CodesOptions {
  /** Random bytes. */
  random: (count: number) => Buffer
  /** Milliseconds since some fixed moment. */
  now: () => number
  /** Milliseconds for which a code holds. */
  ttl: number
}

export interface CodePurpose {
  /** Whether the device that it pairs owns the meeting. */
  owner?: boolean
  /** The paired device, by id, that invites with it. */
  by?: string
  /** Called once where guessing has made the typed form void, and only the long one still opens a pairing. */
  onVoid?: () => void
}

interface Issued extends CodePurpose {
  long: Buffer
  typed: Buffer
  until: number
  guesses: number
}

/** The codes that are out at present. None is kept in readable form. */
export class PairingCodes {
  readonly #options: CodesOptions
  readonly #issued = new Set<Issued>()

  constructor(options: CodesOptions) {
    this.#options = options
  }

  issue(purpose: CodePurpose = {}): PairingCode {
    const { random, now, ttl } = this.#options
    const long = random(16).toString('base64url')
    const typed = [...random(TYPED)].map(byte => ALPHABET[byte % ALPHABET.length]).join('')
    this.#issued.add({ long: digest(long), typed: digest(typed), until: now() + ttl, guesses: 0, ...purpose })
    if (this.#issued.size > OUT) this.#issued.delete(this.#issued.values().next().value!)
    return { long, typed, ttl }
  }

  /**
   * Opens a pairing with a code of either form; a code does so once. Takes the same time for every wrong code.
   * @returns whether the device is the owner's; undefined where nothing is opened
   */
  redeem(text: string): { owner: boolean } | undefined {
    const now = this.#options.now()
    const code = isTyped(text) ? digest(normalize(text)) : digest(text)
    let found: Issued | undefined
    for (const issued of this.#issued) {
      if (issued.until <= now) {
        this.#issued.delete(issued)
        continue
      }
      const long = timingSafeEqual(issued.long, code)
      const typed = timingSafeEqual(issued.typed, code) && issued.guesses < GUESSES
      if (long || typed) found = issued
    }
    if (found) {
      this.#issued.delete(found)
      return { owner: found.owner ?? false }
    }
    if (isTyped(text)) this.#count()
    return undefined
  }

  /** A device is no longer paired: what it has been given to invite others opens nothing, itself least of all. */
  forget(device: string): void {
    for (const issued of [...this.#issued]) if (issued.by === device) this.#issued.delete(issued)
  }

  /** Counts a wrong guess against every code that is out. */
  #count(): void {
    for (const issued of [...this.#issued]) {
      issued.guesses += 1
      if (issued.guesses === GUESSES) issued.onVoid?.()
    }
  }
}

/** Whether a code is one that people type; the long one cannot be guessed, and needs no limit. */
export function isTyped(text: string): boolean {
  return normalize(text).length === TYPED
}

/**
 * As it was issued: capitals, without spaces and dashes, with digits where letters look like them; full width is a
 * habit of input methods.
 */
function normalize(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-—–]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
