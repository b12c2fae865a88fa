import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { printCellMaps } from '../../../scripts/lib/cells/cell-map.ts'
import { draftFromWorkbook } from '../../../scripts/lib/cells/draft.ts'
import { printDataFiles } from '../../../scripts/lib/data-files/index.ts'
import { ROOT } from '../../support/project.ts'

const folders: string[] = []

/** A folder of its own in which decks are made; in the engine's, so that what they import is found. */
export async function scratch(): Promise<string> {
  await mkdir(path.join(ROOT, '.huibao'), { recursive: true })
  const folder = await mkdtemp(path.join(ROOT, '.huibao/cells-'))
  folders.push(folder)
  return folder
}

export async function removeScratch(): Promise<void> {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
}

/** A deck that is drafted from a workbook, with the map of its cells. */
export async function draftedDeck(bytes: Uint8Array, name: string): Promise<string> {
  const root = await scratch()
  const { draft, cells, problems } = draftFromWorkbook([{ name, bytes }])
  if (!draft) throw new Error(JSON.stringify(problems))
  const files = new Map([...printDataFiles(draft), ['data/cells.ts', printCellMaps(cells!)] as const])
  for (const [file, text] of files) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true })
    await writeFile(path.join(root, file), text)
  }
  return root
}
