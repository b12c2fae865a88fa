import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { ENGINE_ROOT } from '../../model/engine.ts'
import { openOther } from '../../scripts/diff/other.ts'
import { requireEngine } from '../../scripts/site/engine.ts'
import { temporaryFolder, testContext } from '../scripts/support/context.ts'

const execute = promisify(execFile)

/** A deck with what may stand beside it. @param manifest what its package.json says */
async function deckFolder(manifest: object): Promise<string> {
  const folder = temporaryFolder()
  await cp(path.join(ENGINE_ROOT, 'scripts/new/deck'), folder, { recursive: true })
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest))
  for (const name of ['layouts', 'model', 'node_modules', 'dist', '.huibao/old']) {
    mkdirSync(path.join(folder, name), { recursive: true })
    writeFileSync(path.join(folder, name, 'a.vue'), '')
  }
  return folder
}

const THIN = { type: 'module', slidev: { addons: ['huibao'] } }

describe('a deck that is laid out to be built', () => {
  it('is a copy without what commands wrote, uses the engine that runs, and goes in the end', async () => {
    const [other, root] = [await deckFolder(THIN), await deckFolder(THIN)]
    const context = testContext(root)
    const { root: aside } = await openOther(other, true, context)
    expect(aside.startsWith(path.join(root, '.huibao'))).toBe(true)
    expect(readdirSync(aside)).toEqual(expect.arrayContaining(['slides.md', 'data', 'public', 'layouts']))
    for (const name of ['dist', '.huibao', 'node_modules/a.vue']) expect(existsSync(path.join(aside, name))).toBe(false)
    expect(realpathSync(path.join(aside, 'node_modules/huibao'))).toBe(ENGINE_ROOT)
    await expect(requireEngine(aside)).resolves.toBeUndefined()
    await context.life.disposeAsync()
    expect(existsSync(aside)).toBe(false)
    // The link goes, and not what it leads to.
    expect(existsSync(path.join(ENGINE_ROOT, 'package.json'))).toBe(true)
    expect(readdirSync(path.join(root, '.huibao'))).toEqual(['old'])
  })

  it('has none of the parts of an earlier engine, where it stands among these', async () => {
    const root = await deckFolder({ name: 'huibao', version: '0.0.1' })
    const git = (...args: string[]) =>
      execute('git', ['-c', 'user.name=甲', '-c', 'user.email=a@example.org', ...args], { cwd: root })
    await git('init', '--quiet')
    await git('add', '--all', '--force')
    await git('commit', '--quiet', '--message', '初稿')
    const { root: aside } = await openOther('HEAD', true, testContext(root))
    expect(existsSync(path.join(aside, 'slides.md'))).toBe(true)
    for (const name of ['layouts', 'model', 'node_modules/a.vue'])
      expect(existsSync(path.join(aside, name))).toBe(false)
    expect(JSON.parse(readFileSync(path.join(aside, 'package.json'), 'utf8'))).toMatchObject(THIN)
    await expect(requireEngine(aside)).resolves.toBeUndefined()
  })
})
