import pMap from 'p-map'
import type { Finding } from '../../../scripts/check/finding.ts'
import { applyEdits, ARTICLE, copyProject, giveArticle, type Original } from './copy.ts'
import { askGate, type Answer, type GateOptions } from './gate.ts'
import { batchesOf, placeChanges } from './batches.ts'
import { expectedPlace, killer, type ExpectedPlace } from './judge.ts'
import { isRendered, type EquivalentMutant, type Mutant } from './mutant.ts'

/** What became of a mutant. */
export interface Outcome {
  mutant: Mutant
  /** The finding that found it; undefined where none did. */
  by: Finding | undefined
  /** What else was found, and where it should have been found: for whoever looks into a survivor. */
  place: ExpectedPlace
  others: Finding[]
  refused?: string
}

/** What became of an equivalent mutant. */
export interface EquivalentOutcome {
  equivalent: EquivalentMutant
  flagged: Finding[]
  refused?: string
}

export interface RunOptions extends GateOptions {
  original: Original
  /** Tries each alone, in a build of its own. */
  alone: boolean
  /** Copies that are checked side by side. */
  atOnce?: number
  tick?: (name: string) => void
}

/** Numbers of the copies that there are; jiti keeps what it has made of a file by its path, for the next copy there. */
const taken = new Set<number>()

function freeNumber(): number {
  for (let number = 0; ; number += 1) if (!taken.has(number)) return number
}

async function inCopy<T>(
  { original, context }: RunOptions,
  site: boolean,
  act: (folder: string) => Promise<T>,
): Promise<T> {
  const number = freeNumber()
  taken.add(number)
  try {
    await using part = context.life.part()
    return await act(await copyProject(original.root, `${process.pid}-${number}`, part, site))
  } finally {
    taken.delete(number)
  }
}

function outcome(mutant: Mutant, place: ExpectedPlace, { findings, refused }: Answer): Outcome {
  const by = killer(findings, mutant, place)
  return {
    mutant,
    by,
    place,
    others: findings.filter(finding => finding !== by),
    ...(refused !== undefined && { refused }),
  }
}

/** A mutant of the data needs no site. */
function tryFacts(mutant: Mutant, options: RunOptions): Promise<Outcome> {
  return inCopy(options, false, async folder => {
    if (mutant.article) await giveArticle(folder, options.original)
    await applyEdits(folder, mutant)
    const answer = await askGate(folder, [mutant.rule, ...(mutant.article ? ['--source', ARTICLE] : [])], options)
    options.tick?.(mutant.name)
    return outcome(mutant, await expectedPlace(folder, mutant), answer)
  })
}

function tryRendered(batch: readonly Mutant[], options: RunOptions): Promise<Outcome[]> {
  return inCopy(options, true, async folder => {
    for (const mutant of batch) await applyEdits(folder, mutant)
    const places = await Promise.all(batch.map(mutant => expectedPlace(folder, mutant)))
    const range = options.alone ? ['--range', String(places[0]!.slide || 1)] : []
    const answer = await askGate(folder, ['numbers', ...range], options)
    batch.forEach(({ name }) => options.tick?.(name))
    return batch.map((mutant, index) => outcome(mutant, places[index]!, answer))
  })
}

/** Tries every mutant on a copy of the deck. */
export async function runMutants(mutants: readonly Mutant[], options: RunOptions): Promise<Outcome[]> {
  const { alone, atOnce = 2 } = options
  const rendered = mutants.filter(isRendered)
  const batches = alone
    ? rendered.map(mutant => [mutant])
    : batchesOf(await placeChanges(options.original.root, rendered))
  const tasks = [
    ...batches.map(batch => () => tryRendered(batch, options)),
    ...mutants.filter(mutant => !isRendered(mutant)).map(mutant => async () => [await tryFacts(mutant, options)]),
  ]
  const results = await pMap(tasks, task => task(), { concurrency: atOnce })
  const found = new Map(results.flat().map(each => [each.mutant, each]))
  return mutants.map(mutant => found.get(mutant)!)
}

/** All that the gate has against some equivalent mutants at once. */
function askEquivalents(equivalents: readonly EquivalentMutant[], options: RunOptions): Promise<Answer> {
  return inCopy(options, true, async folder => {
    const article = equivalents.some(({ accepts }) => accepts)
    if (article) await giveArticle(folder, options.original)
    for (const equivalent of equivalents) await applyEdits(folder, equivalent)
    if (article) await askGate(folder, ['evidence', '--source', ARTICLE, '--accept-source'], options)
    return askGate(folder, ['facts', 'numbers', ...(article ? ['--source', ARTICLE] : [])], options)
  })
}

/**
 * Tries equivalent mutants: together, and one by one only where something is held against them, or where that is asked
 * for.
 */
export async function runEquivalents(
  equivalents: readonly EquivalentMutant[],
  options: RunOptions,
): Promise<EquivalentOutcome[]> {
  const { alone, atOnce = 2, tick } = options
  if (!alone) {
    const { findings, refused } = await askEquivalents(equivalents, options)
    if (findings.length === 0 && refused === undefined) {
      equivalents.forEach(({ name }) => tick?.(name))
      return equivalents.map(equivalent => ({ equivalent, flagged: [] }))
    }
  }
  return pMap(
    equivalents,
    async equivalent => {
      const { findings, refused } = await askEquivalents([equivalent], options)
      tick?.(equivalent.name)
      return { equivalent, flagged: findings, ...(refused !== undefined && { refused }) }
    },
    { concurrency: atOnce },
  )
}
