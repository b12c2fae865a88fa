import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** What every deck shares; none of it may know a particular deck. */
export const SHARED = ['components', 'layouts', 'setup', 'styles', 'data/model', 'data/format.ts', 'data/index.ts', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'] as const

const composed: string[] = []

// Of the whole file: it comes after the hooks that end servers in these folders.
afterAll(() => Promise.all(composed.map(folder => rm(folder, { recursive: true, force: true, maxRetries: 5 }))))

/**
 * Lays out a project of its own below `.huibao/tests/`: the shared folders with the data, slides and public files of
 * `tests/fixtures/<fixture>`. It stays inside this project, so that it finds `node_modules`, and goes
 * when the test file ends.
 * @param slides what stands in `slides.md` instead of the fixture's
 * @returns its folder
 */
export async function composeProject(name: string, fixture: string, slides?: string): Promise<string> {
  const folder = join(ROOT, '.huibao', 'tests', name)
  composed.push(folder)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  for (const path of SHARED)
    await cp(join(ROOT, path), join(folder, path), { recursive: true })
  await cp(join(ROOT, 'tests', 'fixtures', fixture), folder, { recursive: true })
  if (slides !== undefined)
    await writeFile(join(folder, 'slides.md'), slides)
  return folder
}
