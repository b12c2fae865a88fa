import { findSource, sourceIdOf, sourcesOf } from '../../../model/sources.ts'
import { writtenTables } from '../../../model/tables.ts'
import {
  fileLineOf,
  hasSource,
  ofSource,
  sectionName,
  sentenceOf,
  spotName,
  type Article,
  type SourcePlace,
  type Spot,
} from '../../lib/facts/article.ts'
import type { Finding } from '../finding.ts'
import { claimsOf, placeOf, type Claim } from './claims.ts'
import { inFile, inSource, statedCells, statedTables, type Facts } from './facts.ts'
import {
  acceptedSource,
  clauseHash,
  entryHash,
  LOCK_FILE,
  numberHashes,
  sourceHash,
  type LockedClause,
  type SourceLock,
} from './lock.ts'
import { missingSources } from './missing.ts'

const ACCEPT = '核对无误后，运行 npm run check -- evidence --source 原文 --accept-source 登记'

export function lockedName({ chapter, column, sentence, source: own }: LockedClause, { source }: Facts): string {
  const known = source.chapters.find(({ id }) => id === chapter) ?? null
  const sourceTitle = (own !== undefined && sourcesOf(source).length > 1 && findSource(source, own)?.title) || ''
  return `${sectionName({ sourceTitle, chapter: known, column: column || null })}第 ${sentence} 句`
}

export function changesOf(
  facts: Facts,
  article: Article,
  claims: readonly { claim: Claim; spots: readonly Spot[] }[],
): Finding[] {
  const lock = facts.lock!
  const first = firstSource(facts)
  const ids = first === null ? [null] : sourcesOf(facts.source).map(({ id }) => id)
  const changed = ids
    .filter(id => hasSource(article, id))
    .map(id => ({ id, own: ofSource(article, id), before: acceptedSource(lock, id, first) }))
    .filter(({ own, before }) => sourceHash(own) !== before?.source)
  const found = claims.filter(({ spots }) => spots.length > 0)
  const keys = new Set(claimsOf(facts).map(({ key }) => key))
  return [
    ...changed.map(({ id, before }) =>
      inFile('evidence', LOCK_FILE, {
        element: '原文',
        text: inSource(facts, id).trim(),
        measured: before ? '原文与上次登记时不同' : '这个来源还没有登记过',
        expected: '原文没有变动',
        advice: ACCEPT,
      }),
    ),
    ...found.flatMap(({ claim, spots }) => {
      const before = lock.clauses[claim.key]
      if (!before || !isAsAccepted(claim, before, first)) return [notAccepted(claim, before !== undefined)]
      const spot = placeOf(claim, spots, facts)!
      const same = spots.some(
        ({ section, at }) =>
          section.chapter?.id === (before.chapter || undefined) &&
          (section.column ?? '') === before.column &&
          sentenceOf({ section, at }) === before.sentence,
      )
      return same
        ? []
        : [
            inFile('evidence', claim.where, {
              element: claim.element,
              text: claim.clause,
              measured: `原句从${lockedName(before, facts)}移到了${spotName(spot)}`,
              expected: '原句还在原处',
              advice: ACCEPT,
            }),
          ]
    }),
    ...Object.keys(lock.clauses)
      .filter(key => !keys.has(key))
      .map(goneFromData),
    ...(lock.version === 2
      ? changed.flatMap(({ own, before }) => (before ? newNumbers(before.numbers, own) : []))
      : []),
    ...acceptedOnly(facts, ({ source }) => source !== undefined && !hasSource(article, source)),
    ...entriesNotAccepted(facts),
  ]
}

function newNumbers(accepted: readonly string[], article: Article): Finding[] {
  const left = new Map<string, number>()
  for (const hash of accepted) left.set(hash, (left.get(hash) ?? 0) + 1)
  return numberHashes(article)
    .filter(({ hash }) => {
      const count = left.get(hash) ?? 0
      left.set(hash, count - 1)
      return count <= 0
    })
    .map(({ spot, text }) =>
      inFile('evidence', fileLineOf(spot), {
        element: sectionName(spot.section),
        text: `${text}（${spot.section.text.slice(Math.max(0, spot.at - 10), spot.at + text.length + 10).replaceAll('\n', ' ')}）`,
        measured: '原文里新出现的数',
        expected: '与上次登记的原文一样',
        advice: ACCEPT,
      }),
    )
}

/** A table of the data, or a figure in a cell of a workbook, as it is accepted. */
interface AcceptedEntry {
  key: string
  hash: string
  element: string
  clause: string
  where: string
  source: string | null
}

/** The tables and cells of the data that are in order, as they are accepted. */
export function entriesOf(facts: Facts): AcceptedEntry[] {
  return [
    ...statedTables(facts).map(({ table, file, source }) => ({
      key: table.id,
      hash: entryHash(table, source),
      element: table.id,
      clause: table.label,
      where: facts.where(file, table.id),
      source,
    })),
    ...statedCells(facts).map(({ key, figure, file, source }) => ({
      key: `cell:${key}`,
      hash: entryHash(figure, source),
      element: figure.id,
      clause: figure.label,
      where: facts.where(file, figure.id),
      source,
    })),
  ]
}

/** The tables and cells of the data that are not as they were accepted, and those that were and are gone. */
function entriesNotAccepted(facts: Facts): Finding[] {
  const accepted = facts.lock?.tables ?? {}
  const written = [
    ...writtenTables(facts.source).map(({ table }) => table?.id),
    ...facts.source.figures.flatMap(({ figures }) => figures.map(figure => `cell:${figure?.id}`)),
    ...entriesOf(facts).map(({ key }) => key),
  ]
  return [
    ...entriesOf(facts)
      .filter(({ key, hash }) => accepted[key] !== hash)
      .map(entry => notAccepted(entry, entry.key in accepted)),
    ...Object.keys(accepted)
      .filter(key => !written.includes(key))
      .map(goneFromData),
  ]
}

function goneFromData(key: string): Finding {
  return inFile('evidence', LOCK_FILE, {
    element: key,
    text: '',
    measured: '登记过的这一条已经不在数据里',
    expected: '登记的与数据一致',
    advice: ACCEPT,
  })
}

function notAccepted({ element, clause, where }: Pick<Claim, 'element' | 'clause' | 'where'>, known: boolean): Finding {
  return inFile('evidence', where, {
    element,
    text: clause,
    measured: known ? '这一条在上次对照原文之后改过' : '这一条还没有对照过原文',
    expected: '每条原句都对照过原文',
    advice: ACCEPT,
  })
}

/** Without the source: the clauses that are not as they were when they were last found in it. */
function acceptedOnly(facts: Facts, isMeant: (place: Partial<SourcePlace>) => boolean): Finding[] {
  const { lock } = facts
  if (!lock) return []
  const claims = claimsOf(facts).filter(({ place }) => isMeant(place ?? {}))
  return claims.flatMap(claim => {
    const before = lock.clauses[claim.key]
    const same =
      before &&
      isAsAccepted(claim, before, firstSource(facts)) &&
      (!claim.place ||
        claim.place.anywhere ||
        (before.chapter === (claim.place.chapter ?? '') && before.column === (claim.place.column ?? '')))
    return same ? [] : [notAccepted(claim, before !== undefined)]
  })
}

/** Without any source: what is not as it was accepted. */
export function changesSinceAccepted(facts: Facts): Finding[] {
  return facts.lock ? [...acceptedOnly(facts, () => true), ...entriesNotAccepted(facts)] : []
}

/** The source of what was accepted without the name of one. */
function firstSource({ source }: Facts): string | null {
  return sourceIdOf(source)
}

function isAsAccepted({ clause, figure, place }: Claim, before: LockedClause, first: string | null): boolean {
  return (
    before.hash === clauseHash(clause) &&
    before.period === figure?.period &&
    (!place || (before.source ?? first) === place.source)
  )
}

/** What was accepted and stays so while sources are accepted that are not all: that of the others. */
export function keptOf(facts: Facts, article: Article): Pick<SourceLock, 'clauses' | 'sources' | 'tables'> {
  const { lock } = facts
  const away = new Set(missingSources(facts, article).map(({ id }) => id))
  if (!lock || away.size === 0) return { clauses: {} }
  const first = firstSource(facts)
  const clauses = claimsOf(facts).flatMap(({ key, place }) => {
    const before = lock.clauses[key]
    return before && (place ? away.has(place.source ?? '') : true) ? [[key, before] as const] : []
  })
  const tables = entriesOf(facts).flatMap(({ key, source }) => {
    const before = lock.tables?.[key]
    return before !== undefined && away.has(source ?? '') ? [[key, before] as const] : []
  })
  const sources = [...away].flatMap(id => {
    const before = acceptedSource(lock, id, first)
    return before ? [[id, before] as const] : []
  })
  return {
    clauses: Object.fromEntries(clauses),
    sources: Object.fromEntries(sources),
    tables: Object.fromEntries(tables),
  }
}
