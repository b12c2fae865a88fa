import type { Context } from '../lib/command.ts'
import { readDeck } from '../lib/deck.ts'
import { readSiteStamp } from '../site/site-stamp.ts'
import { audienceUrls, serverNames } from './addresses.ts'
import type { PresentArgs } from './args.ts'
import { readTls } from './http/certificate.ts'
import { addressOptions, isSecure, type Setting } from './present.ts'
import { startServer, type RunningServer } from './server.ts'
import { prepareSites } from './sites.ts'
import { Meeting } from './state/meeting.ts'
import { openStore } from './state/open.ts'

export interface Edge extends RunningServer {
  urls: string[]
  meeting: Meeting
}

/** What an edge works with, if not with the deck's own site and the store that its arguments name. */
export interface EdgeSetting extends Pick<Setting, 'prepare'> {
  open?: typeof openStore
}

/**
 * Serves the audience of one venue, until the lifecycle ends: the site, the stream of changes, and what watches the
 * server. But for questions of the audience nothing that is sent to it changes anything. Without its backplane it stays
 * at its slide, says so, and catches up later.
 * @throws HuibaoError where the backplane is not to be reached, the deck does not build, or the port is taken
 */
export async function serveEdge(args: PresentArgs, context: Context, setting: EdgeSetting = {}): Promise<Edge> {
  const { prepare = prepareSites, open = openStore } = setting
  const {
    root,
    life,
    log,
    date,
    host: { env },
  } = context
  const deck = await readDeck(root)
  const tls = args.tls && (await readTls(args.tls))
  const [audience] = await prepare(['audience'], context, { deck, rebuild: args.rebuild })
  const now = (): number => date().getTime()
  const { backplane, creds, backplaneCa } = args
  const store = await open({
    backplane,
    creds,
    backplaneCa,
    meeting: args.meeting ?? deck.fileName,
    folder: '',
    log,
    env,
  })
  const site = await readSiteStamp(audience)
  const meeting = await Meeting.open({ backplane: store, pages: deck.total, site, now, alone: false })
  life.defer(() => meeting.close())
  const addresses = addressOptions(args)
  const urls = (port: number): string[] => audienceUrls({ ...addresses, port })
  const server = await startServer({
    meeting,
    audience,
    tls,
    urls,
    life,
    log,
    now,
    names: serverNames(addresses),
    host: args.host,
    port: args.port,
    secure: isSecure(args),
    trustProxy: args.trustProxy,
  })
  return { ...server, urls: urls(server.port), meeting }
}
