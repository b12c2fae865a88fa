import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { hostname, networkInterfaces } from 'node:os'
import path from 'node:path'
import type { Context } from '../lib/command.ts'
import { readDeck, type Deck } from '../lib/deck.ts'
import { audienceUrls, localUrl, serverNames, type AddressOptions } from './addresses.ts'
import type { PresentArgs } from './args.ts'
import { readTls } from './http/certificate.ts'
import { requireFreePort } from './http/listen.ts'
import { lockFolder } from './lock.ts'
import { readSiteStamp } from '../site/site-stamp.ts'
import { PairingCodes } from './pairing/codes.ts'
import { Sessions } from './pairing/sessions.ts'
import { startServer } from './server.ts'
import { prepareSites } from './sites.ts'
import { Meeting } from './state/meeting.ts'
import { beginAnew, openStore } from './state/open.ts'

/** Milliseconds for which a pairing code holds. */
const CODE_TTL = 10 * 60_000

/** What a server works with, if not with the deck's own sites and the meeting that was kept last. */
export interface Setting {
  /** Where meeting and pairings are kept. */
  folder?: string
  prepare?: typeof prepareSites
}

/** A meeting that is being presented. */
export interface Presentation {
  /** Addresses for the audience, the first the one to show. */
  urls: () => string[]
  /** Where the presenter's page on this machine pairs by itself. */
  localUrl: string
  codes: PairingCodes
  meeting: Meeting
}

/**
 * Builds the sites of the deck in the working folder where they are not there, and serves them until the lifecycle
 * ends.
 * @throws HuibaoError where the deck does not build, the port is taken, or a certificate cannot be used
 */
export async function present(args: PresentArgs, context: Context, setting: Setting = {}): Promise<Presentation> {
  const { root, life, log, date } = context
  const { folder = path.join(root, '.huibao', 'present', 'state'), prepare = prepareSites } = setting
  const deck = await readDeck(root)
  await lockFolder(folder, life)
  await requireFreePort(args)
  const [tls, [audience, site]] = [
    args.tls && (await readTls(args.tls)),
    await prepare(['audience', 'presenter'], context, { deck, rebuild: args.rebuild }),
  ]
  if (args.fresh) await rm(path.join(folder, 'pairings.json'), { force: true })
  const now = (): number => date().getTime()
  const sessions = await Sessions.open({ folder, random: randomBytes, now, log })
  life.defer(() => sessions.close())
  const meeting = await openMeeting(args, context, { deck, folder, site: await readSiteStamp(audience) })
  const { driver } = meeting.state
  // Nobody else could let go of what a device holds whose pairing has run out meanwhile.
  if (args.backplane === undefined && driver && !sessions.get(driver.id)) await meeting.forget(driver.id)
  const codes = new PairingCodes({ random: randomBytes, now: context.now, ttl: CODE_TTL })
  const addresses = addressOptions(args)
  // Asked anew each time: a laptop changes from one network to another.
  const urls = (port: number): string[] => audienceUrls({ ...addressOptions(args), port })
  const server = await startServer({
    meeting,
    audience,
    tls,
    life,
    log,
    now,
    control: { sessions, codes, site },
    urls,
    names: serverNames(addresses),
    host: args.host,
    port: args.port,
    secure: isSecure(args),
    trustProxy: args.trustProxy,
  })
  return {
    urls: () => urls(server.port),
    // Where browsers are to come encrypted, no other address lets them pair.
    localUrl: isSecure(args) && !tls?.local ? urls(server.port)[0]! : localUrl({ ...addresses, port: server.port }),
    codes,
    meeting,
  }
}

/** Whether browsers reach the server over TLS, be it a proxy's in front. */
export function isSecure({ tls, publicUrl }: PresentArgs): boolean {
  return tls !== undefined || publicUrl?.startsWith('https:') === true
}

export function addressOptions(args: PresentArgs): AddressOptions {
  return {
    interfaces: networkInterfaces(),
    hostname: hostname(),
    host: args.host,
    port: args.port,
    secure: isSecure(args),
    ...(args.publicUrl === undefined ? {} : { publicUrl: args.publicUrl }),
  }
}

async function openMeeting(
  args: PresentArgs,
  { life, log, date, host: { env } }: Context,
  { deck, folder, site }: { deck: Deck; folder: string; site: string },
): Promise<Meeting> {
  const { backplane, creds, backplaneCa, fresh } = args
  const now = (): number => date().getTime()
  const store = await openStore({
    backplane,
    creds,
    backplaneCa,
    meeting: args.meeting ?? deck.fileName,
    folder,
    log,
    env,
  })
  if (fresh) await beginAnew(store, now())
  const meeting = await Meeting.open({
    backplane: store,
    pages: deck.total,
    site,
    now,
    alone: backplane === undefined,
  })
  life.defer(() => meeting.close())
  return meeting
}
