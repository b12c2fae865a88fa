import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import { LIMITS, type Device } from '../../../components/present/protocol.ts'
import { messageOf } from '../../../model/errors.ts'
import type { Log } from '../../lib/log.ts'
import { writeFileAtomic } from '../../../setup/vite/write-file-atomic.ts'

/** Milliseconds for which a pairing holds: a day of meetings. */
export const PAIRING_TTL = 16 * 3_600_000

/** How many devices are paired at once; one more ends the pairing of the one that was not heard of for longest. */
const MOST = 64

/** Milliseconds that a page takes to load anew. */
const RELOAD = 3_000

const Pairings = v.array(
  v.object({
    hash: v.string(),
    id: v.string(),
    name: v.string(),
    until: v.number(),
    owner: v.optional(v.boolean(), false),
  }),
)
type Pairing = v.InferOutput<typeof Pairings>[number]

export interface SessionsOptions {
  /**
   * Where pairings are kept, so that a restart asks nobody to pair again: hashes, from which no credential can be
   * made.
   */
  folder: string
  random: (count: number) => Buffer
  /** Milliseconds since 1970. */
  now: () => number
  log: Pick<Log, 'warn'>
}

/** The devices that are paired with this server. */
export class Sessions {
  readonly #options: SessionsOptions
  readonly #pairings = new Map<string, Pairing>()
  readonly #heard = new Map<string, number>()
  readonly #since: number
  #saving: Promise<void> = Promise.resolve()

  private constructor(options: SessionsOptions, pairings: readonly Pairing[]) {
    this.#options = options
    this.#since = options.now()
    for (const pairing of pairings) this.#pairings.set(pairing.hash, pairing)
  }

  static async open(options: SessionsOptions): Promise<Sessions> {
    try {
      return new Sessions(options, v.parse(Pairings, JSON.parse(await readFile(fileIn(options.folder), 'utf8'))))
    } catch {
      // Whoever was paired pairs again.
      return new Sessions(options, [])
    }
  }

  /**
   * Pairs a device; one that was paired already stays itself, with a new credential in the place of the earlier one.
   * @param earlier what it was paired as
   * @returns the credential, which is kept nowhere, and the device
   */
  async pair(
    name: string,
    { earlier, owner = false }: { earlier?: Device | undefined; owner?: boolean } = {},
  ): Promise<{ credential: string; device: Device }> {
    const { random, now } = this.#options
    if (earlier) this.#remove(earlier.id)
    else this.#makeRoom()
    const credential = random(32).toString('base64url')
    const pairing = {
      hash: hashOf(credential),
      ...(earlier
        ? { id: earlier.id, name: earlier.name }
        : { id: random(6).toString('base64url'), name: this.#unlike(name) }),
      until: now() + PAIRING_TTL,
      owner: owner || (earlier?.owner ?? false),
    }
    this.#pairings.set(pairing.hash, pairing)
    this.#heard.set(pairing.id, now())
    await this.#save()
    return { credential, device: this.#device(pairing) }
  }

  /** The device that a credential belongs to. */
  find(credential: string | undefined): Device | undefined {
    if (credential === undefined) return undefined
    const pairing = this.#pairings.get(hashOf(credential))
    return pairing && pairing.until > this.#options.now() ? this.#device(pairing) : undefined
  }

  /** Gives a device another name. @returns the device; undefined where there is none */
  async rename(id: string, name: string): Promise<Device | undefined> {
    const pairing = this.#pairing(id)
    if (!pairing) return undefined
    // Its own present name is not in its way.
    pairing.name = ''
    pairing.name = this.#unlike(name)
    await this.#save()
    return this.#device(pairing)
  }

  /** Whether a device may do what is the owner's: it is the owner, or nobody is. */
  owns(device: Device): boolean {
    return device.owner || !this.devices().some(({ owner }) => owner)
  }

  /** Ends a pairing. @returns whether there was one */
  async revoke(id: string): Promise<boolean> {
    if (!this.#remove(id)) return false
    await this.#save()
    return true
  }

  /** Notes a sign of life. @returns whether the device had been gone */
  hear(id: string): boolean {
    const gone = !this.isOnline(id)
    this.#heard.set(id, this.#options.now())
    return gone
  }

  /** The device has closed its page; one that only loads it anew is back before it counts as gone. */
  lose(id: string): void {
    if (this.#heard.has(id))
      this.#heard.set(id, Math.min(this.#heard.get(id)!, this.#options.now() - LIMITS.gone + RELOAD))
  }

  isOnline(id: string): boolean {
    return this.#options.now() - (this.#heard.get(id) ?? -Infinity) < LIMITS.gone
  }

  /** Tells the pairings of this deck apart from those of others on this machine; the same after a restart. */
  get id(): string {
    return createHash('sha256').update(path.resolve(this.#options.folder)).digest('hex').slice(0, 8)
  }

  /** A paired device by its name. */
  get(id: string): Device | undefined {
    return this.devices().find(device => device.id === id)
  }

  devices(): Device[] {
    const now = this.#options.now()
    return [...this.#pairings.values()].filter(({ until }) => until > now).map(pairing => this.#device(pairing))
  }

  close(): Promise<void> {
    return this.#saving
  }

  #device({ id, name, owner }: Pairing): Device {
    const seen = this.#options.now() - (this.#heard.get(id) ?? this.#since)
    return { id, name, online: this.isOnline(id), seen: Math.max(0, seen), owner }
  }

  #pairing(id: string): Pairing | undefined {
    return [...this.#pairings.values()].find(each => each.id === id)
  }

  #remove(id: string): boolean {
    const pairing = this.#pairing(id)
    this.#heard.delete(id)
    return pairing !== undefined && this.#pairings.delete(pairing.hash)
  }

  #makeRoom(): void {
    const now = this.#options.now()
    for (const { id, until } of [...this.#pairings.values()]) {
      if (until <= now) this.#remove(id)
    }
    if (this.#pairings.size < MOST) return
    // Of the owner's no phone may rid itself by pairing others.
    const rank = ({ id, owner }: Pairing): number => (owner ? Infinity : (this.#heard.get(id) ?? -Infinity))
    this.#remove(
      [...this.#pairings.values()].reduce((longest, each) => (rank(each) < rank(longest) ? each : longest)).id,
    )
  }

  /** A second 手机 is called 手机 2. */
  #unlike(name: string): string {
    const names = new Set(this.devices().map(device => device.name))
    if (!names.has(name)) return name
    let number = 2
    while (names.has(`${name} ${number}`)) number += 1
    return `${name} ${number}`
  }

  #save(): Promise<void> {
    const { folder, log, now } = this.#options
    this.#saving = this.#saving.then(async () => {
      const file = fileIn(folder)
      const pairings = [...this.#pairings.values()].filter(({ until }) => until > now())
      try {
        await writeFileAtomic(file, JSON.stringify(pairings), { ownerOnly: true })
      } catch (error) {
        log.warn(`配对没能写入 ${file}：${messageOf(error)}；重启后要重新配对`)
      }
    })
    return this.#saving
  }
}

function fileIn(folder: string): string {
  return path.join(folder, 'pairings.json')
}

function hashOf(credential: string): string {
  return createHash('sha256').update(credential).digest('base64url')
}
