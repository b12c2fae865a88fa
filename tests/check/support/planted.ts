import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadSlides } from '../../../model/slides/load.ts'
import type { Finding } from '../../../scripts/check/finding.ts'
import type { PlantedError } from '../../fixtures/gate/planted.ts'
import { composeDeck } from '../../support/project.ts'

/** What the gate says of a deck: its findings, or why there was nothing to check. */
export type Ask = (folder: string, args: string[]) => Promise<{ findings: Finding[]; refused?: string }>

/** What became of a planted error. */
export interface PlantedOutcome {
  error: PlantedError
  found: 'fault' | 'notice' | 'silent'
  /** The finding that tells of it, faults before notices. */
  by?: Finding
  refused?: string
}

const SOURCE = ['--source', 'source.txt']
const isOnSlide = ({ kind }: PlantedError): boolean => kind === 'slide' || kind === 'note' || kind === 'chart'
const keyOf = ({ rule, element, text, measured }: Finding): string => JSON.stringify([rule, element, text, measured])

async function plant(name: string, fixture: string, errors: readonly PlantedError[]): Promise<string> {
  const folder = await composeDeck(name, fixture)
  for (const { name: what, edits } of errors) {
    for (const { file, find, put } of edits) {
      const text = await readFile(join(folder, file), 'utf8')
      if (text.split(find).length !== 2) throw new Error(`“${what}”：${file} 里“${find}”不止一处，或一处也没有`)
      await writeFile(
        join(folder, file),
        text.replace(find, () => put),
      )
    }
  }
  return folder
}

/** Numbers of the slides on which some words stand, as written or in what the edits put there. */
async function slidesWith(folder: string, { slide = '', edits }: PlantedError): Promise<number[]> {
  const { slides } = await loadSlides(folder)
  const put = edits.filter(({ file }) => file === 'slides.md').map(each => each.put)
  return slides.flatMap(({ source: { raw } }, index) =>
    [slide, ...put].some(words => words !== '' && raw.includes(words)) ? [index + 1] : [],
  )
}

function outcome(error: PlantedError, found: readonly Finding[], refused: string | undefined): PlantedOutcome {
  const fault = found.find(({ severity }) => severity !== 'notice')
  const by = fault ?? found[0]
  return {
    error,
    found: fault || (refused !== undefined && found.length === 0) ? 'fault' : by ? 'notice' : 'silent',
    ...(by && { by }),
    ...(refused !== undefined && { refused }),
  }
}

/** Errors that are made in one copy of the deck: each on slides of its own. */
function batchesOf(errors: readonly { error: PlantedError; pages: readonly number[] }[]): PlantedError[][] {
  const batches: { errors: PlantedError[]; pages: Set<number> }[] = []
  for (const { error, pages } of errors) {
    const free = batches.find(batch => pages.length > 0 && !pages.some(page => batch.pages.has(page)))
    const batch = free ?? { errors: [], pages: new Set<number>() }
    if (!free) batches.push(batch)
    batch.errors.push(error)
    pages.forEach(page => batch.pages.add(page))
  }
  return batches.map(batch => batch.errors)
}

/**
 * Makes each error in a copy of an honest deck, and asks what the gate says that it does not say of that deck. Errors
 * of slides share copies, as each copy is built.
 */
export async function tryPlanted(
  errors: readonly PlantedError[],
  fixture: string,
  ask: Ask,
): Promise<{ honest: Finding[]; outcomes: PlantedOutcome[] }> {
  const base = await plant('planted', fixture, [])
  const { findings: honest, refused } = await ask(base, ['facts', 'numbers', ...SOURCE])
  if (refused !== undefined) throw new Error(refused)
  const known = new Set(honest.map(keyOf))
  const isNew = (finding: Finding): boolean => !known.has(keyOf(finding))
  const outcomes: PlantedOutcome[] = []
  const placed = await Promise.all(
    errors.filter(isOnSlide).map(async error => ({ error, pages: await slidesWith(base, { ...error, edits: [] }) })),
  )
  for (const batch of batchesOf(placed)) {
    const folder = await plant('planted', fixture, batch)
    const answer = await ask(folder, ['facts', 'numbers', ...SOURCE])
    for (const error of batch) {
      const pages = await slidesWith(folder, error)
      const own = answer.findings.filter(isNew).filter(({ slide }) => pages.includes(slide))
      outcomes.push(outcome(error, own, answer.refused))
    }
  }
  for (const error of errors.filter(each => !isOnSlide(each))) {
    const answer = await ask(await plant('planted', fixture, [error]), ['facts', ...SOURCE])
    outcomes.push(outcome(error, answer.findings.filter(isNew), answer.refused))
  }
  return { honest, outcomes }
}

/** The outcomes as lines of a table in Markdown. */
export function plantedTable(outcomes: readonly PlantedOutcome[]): string[] {
  const words = { fault: '问题', notice: '提示', silent: '没有发现' }
  return [
    '| 处 | 故意写错的 | 发现 | 怎么说的 |',
    '|---|---|---|---|',
    ...outcomes.map(
      ({ error, found, by, refused }) =>
        `| ${error.kind} | ${error.name} | ${words[found]} | ${by ? `${by.rule}：${by.measured}` : (refused ?? '')} |`,
    ),
  ]
}
