import { appearancesOf } from '../../lib/facts/appearances.ts'
import { hasSource } from '../../lib/facts/article.ts'
import { loadDeckFacts, type DeckFacts } from '../../lib/facts/deck.ts'
import { readArticles } from '../../lib/facts/read-article.ts'
import { readReview } from '../../review/store.ts'
import { isNotice, type CategoryResult, type Finding } from '../finding.ts'
import type { CheckContext } from '../context.ts'
import { completeness } from './completeness.ts'
import { consistency } from './consistency.ts'
import { derived } from './derived.ts'
import { doubt } from './doubt.ts'
import { evidence } from './evidence.ts'
import { entriesOf, keptOf } from './accepted.ts'
import { foundClauses } from './claims.ts'
import { missingSources } from './missing.ts'
import type { Facts } from './facts.ts'
import { signed } from './signed.ts'
import { LOCK_FILE, lockOf, readLock, writeLock, type SourceLock } from './lock.ts'

/** Applies the rules on what the data says, and accepts the source where that is asked for. */
export async function check(
  rules: ReadonlySet<string>,
  { args, context, numbers, deck }: CheckContext,
): Promise<CategoryResult> {
  const { root } = context
  const loaded = await loadDeckFacts(root)
  const facts = factsOf(loaded, {
    article: args.source.length > 0 ? await readArticles(root, args.source, loaded.source) : undefined,
    articleFile: args.source.join('、'),
    lock: await readLock(root),
  })
  const stated = rules.has('evidence') ? await stateEvidence(facts, args.acceptSource, context) : []
  const findings = [
    ...stated,
    ...(rules.has('completeness') ? completeness(facts) : []),
    ...(rules.has('derived') ? derived(facts) : []),
    ...(rules.has('consistency') ? consistency(facts) : []),
    ...(rules.has('doubt') ? doubt(facts) : []),
    ...(rules.has('signed') ? signed(facts, await readReview(root)) : []),
  ]
  const all = deck.total === numbers.length
  return {
    findings: findings.filter(({ slide }) => all || slide === 0 || numbers.includes(slide)),
    scope: `数据 ${loaded.source.figures.reduce((sum, { figures }) => sum + figures.length, 0)} 条${tablesOf(loaded)}、推算 ${loaded.source.derived.figures.length} 条${comparedWith(args.source, facts)}`,
  }
}

function tablesOf({ deck }: DeckFacts): string {
  return deck.tables.length > 0 ? `、表 ${deck.tables.length} 张` : ''
}

/**
 * What clauses have been compared with: without a source, a deck whose source was never accepted is only known to
 * agree with itself.
 */
function comparedWith(source: readonly string[], facts: Facts): string {
  const { article, lock } = facts
  if (article) {
    const away = missingSources(facts, article).map(({ title }) => `《${title}》`)
    return `，对照原文 ${source.join('、')}${away.length > 0 ? `（没有对照${away.join('')}，它们只与上次登记的核对）` : ''}`
  }
  return lock ? '' : `，没有登记过原文，原句只与数据核对（登记用 --source 原文.txt --accept-source）`
}

/** Everything that the rules look at, put together. */
export function factsOf(loaded: DeckFacts, source: Pick<Facts, 'article' | 'articleFile' | 'lock'>): Facts {
  return { ...loaded, ...source, appearances: appearancesOf(loaded.slides, loaded.data, loaded.deck.figures) }
}

function numbersIn({ numbers, sources = {} }: SourceLock): number {
  return Object.values(sources).reduce((sum, each) => sum + each.numbers.length, numbers.length)
}

/** The findings of the rule; where the source is to be accepted and nothing else is wrong, what has changed is none. */
async function stateEvidence(
  facts: Facts,
  accept: boolean,
  { root, log }: CheckContext['context'],
): Promise<Finding[]> {
  const { faults, changes } = evidence(facts)
  if (!accept || !facts.article) return [...faults, ...changes]
  const wrong = faults.filter(finding => !isNotice(finding))
  if (wrong.length > 0) {
    log.error(`没有登记原文：依据还有 ${wrong.length} 处不符，改好后再登记。`)
    return [...faults, ...changes]
  }
  const { article } = facts
  const lock = lockOf(
    article,
    foundClauses(facts, article),
    entriesOf(facts).flatMap(({ key, hash, source }) => (hasSource(article, source) ? [[key, hash] as const] : [])),
    keptOf(facts, article),
  )
  await writeLock(root, lock)
  log.info(
    `原文已登记在 ${LOCK_FILE}：${Object.keys(lock.clauses).length} 条原句、${numbersIn(lock)} 个数${lock.tables ? `、${Object.keys(lock.tables).length} 张表` : ''}。`,
  )
  return faults
}
