import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { HuibaoError } from '../../../model/errors.ts'
import { loadDeck } from '../../../model/load.ts'
import { writeArticle } from './article.ts'
import { ARTICLE, copyProject, type Original } from './copy.ts'
import { askGate, type GateOptions } from './gate.ts'

const LOCK = path.join('data', 'source.lock.json')

/**
 * The deck in a folder, with the article that its copies are checked against: its own where that is at hand, else one
 * that is written from its data and accepted.
 * @param source path of the deck's own article
 * @throws HuibaoError where the deck itself does not pass
 */
export async function readOriginal(root: string, source: string | undefined, gate: GateOptions): Promise<Original> {
  if (source !== undefined) {
    const [article, lock] = await Promise.all([
      readFile(path.resolve(root, source), 'utf8'),
      readFile(path.join(root, LOCK), 'utf8'),
    ])
    return { root, article, lock }
  }
  const { source: data } = await loadDeck(root)
  const article = writeArticle(data)
  await using part = gate.context.life.part()
  const folder = await copyProject(root, 'article', part, false)
  await writeFile(path.join(folder, ARTICLE), article)
  const { findings, refused } = await askGate(folder, ['facts', '--source', ARTICLE, '--accept-source'], gate)
  if (refused !== undefined || findings.length > 0) {
    throw new HuibaoError(
      `没有改动的文稿就过不了核对：${refused ?? findings.map(({ where, measured }) => `${where ?? ''} ${measured}`).join('；')}`,
      { hint: '请先运行 npm run check -- facts。' },
    )
  }
  const lock = await readFile(path.join(folder, LOCK), 'utf8')
  return { root, article, lock }
}
