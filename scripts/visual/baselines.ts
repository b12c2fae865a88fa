import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { replaceFiles } from '../export/replace.ts'
import type { Lifecycle } from '../lib/lifecycle.ts'
import { removeStale } from '../lib/remove-stale.ts'
import { replaceDirectory } from '../lib/replace-directory.ts'
import { isShotName } from './plan.ts'

/** Tells with what the baselines were drawn. */
const RECORD = 'baselines.json'

/** Work in progress: in the project, for a rename to reach its place. */
const WORKSHOP = '.huibao'

/** The pictures that slides are compared with. */
export interface Baselines {
  folder: string
  /** Names of the pictures. */
  names: string[]
  /** Major version of the Chromium that drew them; undefined where there are none. */
  chromium: string | undefined
}

export function readBaselines(root: string): Baselines {
  const folder = path.join(root, 'tests', 'briefing', 'baselines')
  const record = path.join(folder, RECORD)
  return {
    folder,
    names: existsSync(folder) ? readdirSync(folder).filter(isShotName).sort() : [],
    chromium: existsSync(record)
      ? String((JSON.parse(readFileSync(record, 'utf8')) as { chromium: unknown }).chromium)
      : undefined,
  }
}

export interface Acceptance {
  pictures: readonly { name: string; png: Uint8Array }[]
  /** Names of baselines that go, for their slides are no more. */
  stale: readonly string[]
  /** Major version of the Chromium that drew them. */
  chromium: string
}

/** Puts pictures in the place of the baselines, all or none. */
export async function acceptPictures(
  root: string,
  { folder }: Baselines,
  { pictures, stale, chromium }: Acceptance,
  life: Lifecycle,
): Promise<void> {
  await using part = life.part()
  const stage = await openWorkshop(root, part)
  const files = [
    ...pictures,
    { name: RECORD, png: new TextEncoder().encode(`${JSON.stringify({ chromium }, null, 2)}\n`) },
  ]
  for (const { name, png } of files) writeFileSync(path.join(stage, name), png)
  replaceFiles({
    files: files.map(({ name }) => ({ from: path.join(stage, name), to: path.join(folder, name) })),
    stale: stale.map(name => path.join(folder, name)),
    aside: path.join(stage, 'old'),
  })
}

/**
 * Leaves pictures to look at in `.huibao/visual/`, in place of those of the last time.
 * @returns that folder, relative to the root, with forward slashes
 */
export async function leavePictures(
  root: string,
  pictures: readonly { name: string; png: Uint8Array }[],
  life: Lifecycle,
): Promise<string> {
  await using part = life.part()
  const stage = await openWorkshop(root, part)
  for (const { name, png } of pictures) writeFileSync(path.join(stage, name), png)
  const place = path.join(root, WORKSHOP, 'visual')
  if (pictures.length > 0) await replaceDirectory(stage, place)
  else rmSync(place, { recursive: true, force: true, maxRetries: 5 })
  return `${WORKSHOP}/visual`
}

/** A folder for work in progress, which goes with the lifecycle. */
async function openWorkshop(root: string, life: Lifecycle): Promise<string> {
  const workshop = path.join(root, WORKSHOP)
  await removeStale(workshop, /^visual-(\d+)(?:-old)?$/)
  const stage = path.join(workshop, `visual-${process.pid}`)
  rmSync(stage, { recursive: true, force: true, maxRetries: 5 })
  mkdirSync(stage, { recursive: true })
  life.defer(() => rmSync(stage, { recursive: true, force: true, maxRetries: 5 }))
  return stage
}
