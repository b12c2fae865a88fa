import { sourceName, findSource, sourcesOf } from '../../model/sources.ts'
import type { Facts } from '../check/facts/facts.ts'
import { hasSource, ofSource } from '../lib/facts/article.ts'
import { ownTableBlocks, tableBlocks } from './tables.ts'
import { articleOfClauses, textBlocks, type Placed } from './texts.ts'
import type { SourceBlock, SourceView } from './view.ts'

/**
 * The sources of a deck as they are shown beside its figures: each as it stands in its files where these are at hand,
 * else what the data has of it.
 */
export function sourceViews(facts: Facts): SourceView[] {
  const ids = sourcesOf(facts.source).map(({ id }) => id)
  return (ids.length > 0 ? ids : [null]).map(id => {
    const source = findSource(facts.source, id)
    const title = source ? sourceName(source) : ''
    if (!facts.article || !hasSource(facts.article, id))
      return {
        title,
        file: null,
        blocks: [
          ...textBlocks(facts, articleOfClauses(facts, id)).map(({ block }) => block),
          ...ownTableBlocks(facts, id),
        ],
      }
    const own = ofSource(facts.article, id)
    const placed: Placed<SourceBlock>[] = [...textBlocks(facts, own), ...tableBlocks(facts, own)]
    const files = [...new Set(placed.map(({ file }) => file))]
    return {
      title,
      file: files.join('、'),
      blocks: files.flatMap(file =>
        placed
          .filter(each => each.file === file)
          .sort((a, b) => a.line - b.line)
          .map(({ block }) => block),
      ),
    }
  })
}
