import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { codeOf, HuibaoError } from '../../../model/errors.ts'
import { appearancesOf } from '../../lib/facts/appearances.ts'
import { parseArticle, type Article } from '../../lib/facts/article.ts'
import { readCsv } from '../../lib/facts/csv.ts'
import { loadDeckFacts, type DeckFacts } from '../../lib/facts/deck.ts'
import { isNotice, type CategoryResult, type Finding } from '../finding.ts'
import type { CheckContext } from '../context.ts'
import { completeness } from './completeness.ts'
import { consistency } from './consistency.ts'
import { derived } from './derived.ts'
import { evidence } from './evidence.ts'
import { foundClauses } from './evidence-source.ts'
import { statedTables, type Facts } from './facts.ts'
import { LOCK_FILE, lockOf, readLock, writeLock } from './lock.ts'

/** Applies the rules on what the data says, and accepts the source where that is asked for. */
export async function check(
  rules: ReadonlySet<string>,
  { args, context, numbers, deck }: CheckContext,
): Promise<CategoryResult> {
  const { root } = context
  const loaded = await loadDeckFacts(root)
  const facts = factsOf(loaded, {
    article: args.source.length > 0 ? await readArticles(root, args.source, loaded) : undefined,
    articleFile: args.source.join('、'),
    lock: await readLock(root),
  })
  const stated = rules.has('evidence') ? await stateEvidence(facts, args.acceptSource, context) : []
  const findings = [
    ...stated,
    ...(rules.has('completeness') ? completeness(facts) : []),
    ...(rules.has('derived') ? derived(facts) : []),
    ...(rules.has('consistency') ? consistency(facts) : []),
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
function comparedWith(source: readonly string[], { lock }: Facts): string {
  if (source.length > 0) return `，对照原文 ${source.join('、')}`
  return lock ? '' : `，没有登记过原文，原句只与数据核对（登记用 --source 原文.txt --accept-source）`
}

/** Everything that the rules look at, put together. */
export function factsOf(loaded: DeckFacts, source: Pick<Facts, 'article' | 'articleFile' | 'lock'>): Facts {
  return { ...loaded, ...source, appearances: appearancesOf(loaded.slides, loaded.data, loaded.deck.figures) }
}

/**
 * The sections of several files as those of one article.
 * @throws HuibaoError where a file is not there, or is no text, or none has a chapter of this deck
 */
export async function readArticles(
  root: string,
  files: readonly string[],
  loaded: Pick<DeckFacts, 'source'>,
): Promise<Article> {
  const articles = await Promise.all(files.map(file => readArticle(root, file, loaded)))
  const sections = articles.flatMap(article => article.sections)
  const tables = articles.flatMap(article => article.tables)
  if (sections.some(({ chapter }) => chapter !== null)) return { sections, tables }
  throw new HuibaoError(`原文里没有找到任何一章的标题：${files.join('、')}`, {
    hint: `各章标题要单独成行：${loaded.source.chapters.map(({ title }) => title).join('、')}。`,
    exitCode: 2,
  })
}

/** @throws HuibaoError where the file is not there, or is no text */
async function readArticle(root: string, file: string, { source }: Pick<DeckFacts, 'source'>): Promise<Article> {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path.resolve(root, file)))
  } catch (error) {
    if (error instanceof TypeError)
      throw new HuibaoError(`原文不是 UTF-8 编码的文本：${file}`, {
        hint: '请另存为 UTF-8 编码的 txt 或 csv 文件。',
        exitCode: 2,
        cause: error,
      })
    const reason = codeOf(error) === 'ENOENT' ? '没有这个文件' : '读不了这个文件'
    throw new HuibaoError(`${reason}：${file}`, {
      hint: '--source 后面写原文的路径，例如 --source ../原文.txt。',
      exitCode: 2,
      cause: error,
    })
  }
  return /\.csv$/i.test(file) ? { sections: [], tables: [readCsv(text, file)] } : parseArticle(text, source, file)
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
  const lock = lockOf(
    facts.article,
    foundClauses(facts, facts.article),
    statedTables(facts).map(({ table }) => table),
  )
  await writeLock(root, lock)
  log.info(
    `原文已登记在 ${LOCK_FILE}：${Object.keys(lock.clauses).length} 条原句、${lock.numbers.length} 个数${lock.tables ? `、${Object.keys(lock.tables).length} 张表` : ''}。`,
  )
  return faults
}
