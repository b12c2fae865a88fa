import { HuibaoError, messageOf } from '../../model/errors.ts'
import type { Log } from '../lib/log.ts'
import { PATIENCE } from '../present/http/listen.ts'
import { isAudiencePage, siteHandler, type SiteHandler } from '../present/http/static.ts'
import type { SlidesView } from './view.ts'

export interface SlidesOptions {
  /** Builds the site of the deck where it is not built, and gives its folder. */
  build: () => Promise<string>
  log: Pick<Log, 'warn'>
}

/**
 * The slides beside the figures: the deck's built site. It is built when somebody asks for it, and not at each change:
 * a build takes a small machine for a while, and who edits a file is not done with the first word.
 */
export class Slides {
  readonly #options: SlidesOptions
  #handler: SiteHandler
  /** What the deck was when the build of what is shown began. */
  #stamp: string
  #build = 1
  #problem: string | null = null
  #building: Promise<void> | undefined

  private constructor(options: SlidesOptions, folder: string, stamp: string) {
    this.#options = options
    this.#handler = handlerOf(folder)
    this.#stamp = stamp
  }

  /**
   * @param stamp of the deck as it is now
   * @throws HuibaoError where it does not build
   */
  static async open(options: SlidesOptions, stamp: string): Promise<Slides> {
    return new Slides(options, await options.build(), stamp)
  }

  /** What to tell of them. @param stamp of the deck as it is now */
  view(stamp: string): SlidesView {
    const state = this.#building ? 'building' : this.#stamp === stamp ? 'current' : 'older'
    return { build: this.#build, state, problem: this.#problem }
  }

  readonly serve: SiteHandler = (request, response, path) => this.#handler(request, response, path)

  /**
   * Begins to build them anew, where nobody has yet; until that is done, the earlier ones are served.
   * @param stamp of the deck as it is now
   * @returns resolves when it is done, however it went
   */
  rebuild(stamp: string): Promise<void> {
    return (this.#building ??= this.#rebuild(stamp).finally(() => (this.#building = undefined)))
  }

  async #rebuild(stamp: string): Promise<void> {
    const { build, log } = this.#options
    this.#problem = null
    try {
      this.#handler = handlerOf(await build())
      this.#stamp = stamp
      this.#build += 1
    } catch (error) {
      const known = error instanceof HuibaoError
      this.#problem = [messageOf(error), known && error.hint].filter(Boolean).join('\n')
      if (!known) log.warn(`重建幻灯片时出错：${messageOf(error)}`)
    }
  }
}

function handlerOf(folder: string): SiteHandler {
  return siteHandler(folder, {
    isPage: path => path === 'print' || isAudiencePage(path),
    pace: { start: PATIENCE.stalled / 3, rate: PATIENCE.rate },
  })
}
