import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-chromium'
import type { Context } from '../lib/command.ts'
import { readDeck, type Deck } from '../lib/deck.ts'
import { keepExport } from './kept.ts'
import { step, stepsSince } from '../lib/steps.ts'
import { ensureSite, type Site } from '../site/ensure.ts'
import { useSite } from '../site/in-use.ts'
import { serveSite } from '../site/serve.ts'
import { readFacts } from './facts-file.ts'
import type { ExportArgs } from './options.ts'
import { addOthers, closeDrawings, drawFor, faultsIn, isFaultless, mainOf, othersOf } from './drawings.ts'
import { forms as allForms, isExported } from './forms/index.ts'
import type { ExportForm, FormJob, Written } from './forms/form.ts'
import type { SlideSnapshot } from './inspect.ts'
import { describeProblems } from './problems.ts'
import { parseRange } from './range.ts'
import { findUnshown } from './unshown.ts'
import { isStaged, openStage, rejectUnwritable, removeStaleStages } from './stage.ts'

/** What an export came to. */
export interface ExportReport {
  ok: boolean
  /** Absolute paths; none where `ok` is false. */
  files: string[]
  /** Slides that were looked at, or their click states. */
  pages: number
  /** What each form came to: its absolute paths, and how many pages, slides or pictures. None where `ok` is false. */
  forms: Record<string, { files: string[]; count: number }>
  /** The slides exported, by their number in the deck. */
  slides: number[]
  /** Whether the files of an earlier export were handed over, because nothing that they were made from has changed. */
  kept?: boolean
  /** Whether the site was kept from an earlier run. */
  cached: boolean
  /** Milliseconds: until site and browser stood ready, until the page was checked, until the files were written. */
  durations: { prepare: number; render: number; write: number; total: number }
  /** Milliseconds of single steps, of which some run side by side; `start` is what came before, from the process on. */
  steps: Record<string, number>
  /** Why nothing was exported: a sentence each, which begins with the slide. */
  problems: string[]
  /** What is written on slides and seen at an earlier click alone; what the page wrote to its console as a warning. */
  warnings: string[]
  /** Ids of the photo slots that show their drawn scene, each with the first slide where it does. */
  waiting: { id: string; slide: number }[]
}

/**
 * Exports the deck in the working folder, once.
 * @param browser that it is drawn in, and what to call once the deck is not refused
 * @param start when the export began, on the clock of the context
 */
export async function makeExport(
  args: ExportArgs,
  context: Context,
  { launching, accept }: { launching: Promise<Browser>; accept: () => void },
  start: number,
): Promise<ExportReport> {
  const { root, host, life, log, now } = context
  const began = performance.timeOrigin + start
  const out = path.resolve(root, args.out)
  const deck = await step('deck', () => readDeck(root))
  const numbers = parseRange(args.range, deck.total)
  const forms = allForms.filter(({ name }) => args.forms.includes(name))
  const sites = new Map<string, Promise<Site>>()
  const siteFor: FormJob['siteFor'] = options => {
    const key = JSON.stringify(options)
    const site = sites.get(key) ?? buildFor(options)
    sites.set(key, site)
    return site
  }
  const buildFor: FormJob['siteFor'] = options =>
    ensureSite({
      root,
      deck,
      host,
      life,
      log,
      rebuild: args.rebuild,
      isOutput(file) {
        const name = path.relative(out, file).split(path.sep).join('/')
        return isExported(name, deck) || isStaged(name)
      },
      ...options,
    })
  rejectUnwritable(out, foldersOf(forms))
  for (const form of forms) await form.reject?.(args, context)
  accept()
  await removeStaleStages(out)
  const stage = openStage(out, life)
  const [[site, origin], browser] = await Promise.all([
    siteFor({}).then(async site => [site, await serveSite(site.folder, life)] as const),
    launching,
  ])
  const { during, rejectReplaced } = useSite(site.folder)
  const prepared = now()
  for (const { load } of forms) load?.({ args, siteFor }).catch(() => {})
  const store = args.rebuild ? undefined : { root, site: site.folder }
  const drawings = await during(drawFor(forms, args, { browser, deck, origin, numbers, store }))
  const main = mainOf(drawings)
  const { snapshots } = main
  const clicks = args.clicks && main === drawings.slides
  const unshown = await step('unshown', () => findUnshown(root, main, { origin, clicks, timeout: args.timeout }))
  const problems = [...main.problems, ...unshown.never]
  addOthers(
    problems,
    othersOf(drawings).map(([place, drawn]) => [place, drawn.problems]),
  )
  const inspected = now()
  const sound = (): boolean => problems.length === 0 && isFaultless(drawings)

  let files: string[] = []
  const written = new Map<ExportForm, Written>()
  if (sound()) {
    const facts = await readFacts(site.folder)
    for (const form of forms) {
      const job = { args, context, deck, site, siteFor, origin, drawings, stage, facts }
      const made = await during(step(form.name, () => form.write(job)))
      written.set(form, made)
      problems.push(...made.problems)
    }
  }
  rejectReplaced()
  // Printing may still bring an error to light.
  if (sound())
    files = stage.commit(
      [...written.values()].flatMap(made => made.files),
      forms.flatMap(form => earlierFiles(out, form, deck)),
    )
  if (files.length === 0) problems.push(...(await faultsIn(drawings, origin, args.clicks)))
  const warnings = [main, ...othersOf(drawings).map(([, drawn]) => drawn)].flatMap(({ print }) => [
    ...print.watch.warnings,
  ])
  await closeDrawings(drawings)
  const end = now()
  const report: ExportReport = {
    ok: problems.length === 0,
    files,
    pages: snapshots.length,
    forms: files.length === 0 ? {} : describeWritten(written, out),
    slides: numbers,
    cached: site.cached,
    durations: {
      prepare: Math.round(prepared - start),
      render: Math.round(inspected - prepared),
      write: Math.round(end - inspected),
      total: Math.round(end - start),
    },
    steps: { start: Math.round(start), ...stepsSince(start) },
    problems: describeProblems(problems, snapshots),
    warnings: [...describeProblems(unshown.earlier, snapshots), ...new Set(warnings)],
    waiting: listWaiting(snapshots),
  }
  if (report.ok) await keepExport(args, context, { report, inputs: [...site.inputs, ...namedBy(args, root)], began })
  return report
}

/** Files that the arguments name, and that are read. */
function namedBy({ template }: ExportArgs, root: string): string[] {
  return template === undefined ? [] : [path.resolve(root, template)]
}

function foldersOf(forms: readonly ExportForm[]): string[] {
  return forms.flatMap(({ folder }) => folder ?? [])
}

/** Files that an earlier export made in this form, named as below `out`. */
function earlierFiles(out: string, { folder, makes }: ExportForm, deck: Deck): string[] {
  const found = listFolder(path.join(out, folder ?? '')).filter(name => makes(name, deck))
  return found.map(name => (folder === undefined ? name : `${folder}/${name}`))
}

function listFolder(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : []
}

function describeWritten(written: ReadonlyMap<ExportForm, Written>, out: string): ExportReport['forms'] {
  return Object.fromEntries(
    [...written].map(([{ name }, { files, count }]) => [
      name,
      { files: files.map(file => path.join(out, file)), count },
    ]),
  )
}

function listWaiting(snapshots: readonly SlideSnapshot[]): ExportReport['waiting'] {
  const all = snapshots.flatMap(({ no, waiting }) => waiting.map(id => ({ id, slide: no })))
  return all.filter(({ id }, index) => all.findIndex(each => each.id === id) === index)
}
