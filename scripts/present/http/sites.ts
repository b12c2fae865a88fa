import type { IncomingMessage } from 'node:http'
import { answerCrowded } from './answer.ts'
import { mayLookAt, readSlideFiles } from './held-back.ts'
import { pairedDevice, rejectUnpaired, type Access } from './paired.ts'
import { Shares } from './shares.ts'
import { isAudiencePage, isPresenterPage, siteHandler, type SiteHandler, type SiteOptions } from './static.ts'

/** The presenter's site, for paired devices alone: to others it does not exist, but a page leads them to pairing. */
export function presenterSite(
  folder: string,
  { access, pace }: Pick<SiteOptions, 'pace'> & { access: Access },
): SiteHandler {
  const serve = siteHandler(folder, { base: '/presenter/', isPage: isPresenterPage, secret: true, pace })
  return (request, response, path) => {
    if (!path.startsWith('/presenter/')) return false
    if (pairedDevice(request, access)) return serve(request, response, path)
    rejectUnpaired(request, response)
    return true
  }
}

export interface AudienceSiteOptions extends Pick<SiteOptions, 'pace'> {
  isPaired: (request: IncomingMessage) => boolean
  /** The network that a request comes from. */
  networkAt: (request: IncomingMessage) => string
  /** Files that are sent at once. */
  sending: number
  /** The slides that the audience may look at; null for all. */
  reachable: () => string | null
}

/**
 * The audience's site, for everybody, but for slides that it may not look at yet. Those who do not read what they have
 * asked for leave files to others to be opened; paired devices get all.
 */
export async function audienceSite(folder: string, options: AudienceSiteOptions): Promise<SiteHandler> {
  const { pace, isPaired, networkAt, sending, reachable } = options
  const files = await readSlideFiles(folder)
  const shares = new Shares(sending)
  const admit: SiteOptions['admit'] = ({ request, response, ...file }) => {
    if (isPaired(request)) return true
    if (!mayLookAt({ response, ...file }, files, reachable())) return false
    const release = shares.take(networkAt(request))
    if (release) response.once('close', release)
    else answerCrowded(response)
    return release !== undefined
  }
  return siteHandler(folder, { isPage: isAudiencePage, pace, admit })
}
