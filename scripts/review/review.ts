import type { Context } from '../lib/command.ts'
import { readDeck } from '../lib/deck.ts'
import { requireFreePort } from '../present/http/listen.ts'
import { ensureSite } from '../site/ensure.ts'
import type { ReviewArgs } from './args.ts'
import { Desk } from './desk.ts'
import { buildPage } from './page.ts'
import { LOCAL, startReviewServer } from './server.ts'
import { Slides } from './slides.ts'

/**
 * Builds the site of the deck in the working folder where it is not there, and serves the page on which it is reviewed
 * until the lifecycle ends.
 * @returns the address that opens it
 * @throws HuibaoError where the deck or a source cannot be read, the deck does not build, or the port is taken
 */
export async function review({ source, port, by }: ReviewArgs, context: Context): Promise<string> {
  const { root, host, life, log, date } = context
  await requireFreePort({ host: LOCAL, port })
  const desk = await Desk.open({ root, source, by, date })
  const build = async (): Promise<string> =>
    (await ensureSite({ root, deck: await readDeck(root), host, life, log })).folder
  const slides = await Slides.open({ build, log }, (await desk.stamps()).deckStamp)
  return startReviewServer({ desk, slides, page: await buildPage(), port, life, log })
}
