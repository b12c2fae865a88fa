import { HuibaoError, messageOf } from '../../../../model/errors.ts'
import type { NumberSnapshot } from '../../numbers/facts.ts'
import type { ExportedFile, ExportedPage } from '../facts.ts'
import { textsOf } from '../known.ts'
import type { ReadingTools } from '../tools.ts'
import { unreadableExport } from '../unreadable.ts'

/** Where the file carries the figures as data. */
const FACTS = /<script type="application\/json" id="huibao-facts">([^]*?)<\/script>/

/**
 * What a site that is one HTML file says, in a browser: the same as is read of the deck's own site.
 * @param file for messages
 * @throws HuibaoError where it is none
 */
export async function readHtml(
  file: string,
  content: Uint8Array,
  { render }: Pick<ReadingTools, 'render'>,
): Promise<ExportedFile> {
  const [, facts] = FACTS.exec(new TextDecoder().decode(content)) ?? []
  if (facts === undefined) throw unreadableExport(file, '它不是 npm run export -- html 导出的')
  const { slides, reading, notes } = await render(content).catch((error: unknown) => {
    throw error instanceof HuibaoError ? unreadableExport(file, `打不开：${messageOf(error)}`, error) : error
  })
  const snapshots = [...slides, ...reading, ...notes.map(({ snapshot }) => snapshot)]
  const pageOf = (snapshot: NumberSnapshot): ExportedPage => ({
    ...{ no: snapshot.no, slide: snapshot.no, charts: [] },
    isSlide: !reading.includes(snapshot),
    texts: textsOf(snapshot),
  })
  return {
    pages: snapshots.filter(({ no }) => no > 0).map(pageOf),
    document: snapshots.filter(({ no }) => no === 0).flatMap(textsOf),
    facts,
    pictures: new Set(slides.flatMap(({ pixels }) => pixels)).size,
  }
}
