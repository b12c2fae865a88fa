import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import * as v from 'valibot'
import { isReachable, SLIDE_FILES, type SlideFiles } from '../../../components/present/reachable.ts'
import { HuibaoError, messageOf } from '../../../model/errors.ts'
import { answerCrowded, answerText } from './answer.ts'
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
 * @throws HuibaoError where the site does not say which files are of which slides
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

const Files = v.record(v.string(), v.array(v.number()))

/**
 * Which files of a built site belong to which slides.
 * @throws HuibaoError where it does not say: nothing could be kept back then
 */
export async function readSlideFiles(site: string): Promise<SlideFiles> {
  const file = path.join(site, SLIDE_FILES)
  try {
    return v.parse(Files, JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    throw new HuibaoError(
      `观众的网站没有说明哪些文件属于哪些页，没法拦住还没讲到的页：${file}（${messageOf(error)}）`,
      {
        hint: '请加上 --rebuild 再启动一次，重建网站。',
        cause: error,
      },
    )
  }
}

/**
 * Keeps back what only slides need that may not be looked at: their parts of the site, their pictures, their own
 * addresses, and the page to read, which has all of them.
 * @param path the address that was asked for, without slash in front
 * @param name the file that it means
 * @returns whether it is to be sent; where it is not, it has been answered
 */
function mayLookAt(
  { response, name, path }: { response: ServerResponse; name: string; path: string },
  files: SlideFiles,
  reachable: string | null,
): boolean {
  if (reachable === null) return true
  // What is laid beside a file in packed form is the same file.
  const pages = name === 'index.html' ? pagesAt(path) : files[name.replace(/\.gz$/, '')]
  if (!pages || pages.some(page => isReachable(reachable, page))) return true
  answerText(response, 404, '汇报人没有开放自由浏览：还没有讲到的页面看不了，请跟着汇报看。')
  return false
}

/** The slides at an address of the site; undefined for its start. */
function pagesAt(path: string): number[] | undefined {
  const [, page, read] = /^(?:(\d+)|(read))\/?$/.exec(path) ?? []
  if (read) return []
  return page === undefined ? undefined : [Number(page)]
}
