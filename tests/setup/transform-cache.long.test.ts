import { createHash } from 'node:crypto'
import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ENGINE_ROOT } from '../../model/engine.ts'
import { readDeck } from '../../scripts/lib/deck.ts'
import { silentLog } from '../../scripts/lib/log.ts'
import { currentHost } from '../../scripts/lib/platform.ts'
import { ensureSite } from '../../scripts/site/ensure.ts'
import { cacheFolder } from '../../setup/vite/cache.ts'
import { testLifecycle } from '../scripts/support/context.ts'
import { composeDeck } from '../support/project.ts'

/** Digests of the files of a site, by their names. */
function digests(site: string): Record<string, string> {
  const files = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !entry.name.startsWith('.huibao'))
    .map(entry => path.relative(site, path.join(entry.parentPath, entry.name)))
    .sort()
  return Object.fromEntries(
    files.map(file => [
      file,
      createHash('sha256')
        .update(readFileSync(path.join(site, file)))
        .digest('hex'),
    ]),
  )
}

// Builds of its own: what is asked is whether two ways to build come to the same.
describe('a site that is built from what was kept', () => {
  it('is the one that is built from nothing, whatever has changed', { timeout: 900_000 }, async () => {
    const root = await composeDeck('transforms', 'other-district')
    const build = async (rebuild: boolean): Promise<Record<string, string>> => {
      const options = { root, host: currentHost(), life: testLifecycle(), log: silentLog, rebuild }
      const { folder, cached } = await ensureSite({ ...options, deck: await readDeck(root) })
      expect(cached).toBe(false)
      const found = digests(folder)
      rmSync(folder, { recursive: true })
      return found
    }
    const slides = path.join(root, 'slides.md')
    const edit = (from: RegExp, to: string): void => {
      const text = readFileSync(slides, 'utf8')
      expect(text).toMatch(from)
      writeFileSync(slides, text.replace(from, to))
    }
    const component = path.join(root, 'components', 'Kept.vue')
    const changes: Record<string, () => void> = {
      nothing: () => {},
      'a slide': () => edit(/^## (.*)$/m, '## $1<b></b>'),
      'a component of the deck': () => {
        cpSync(path.join(ENGINE_ROOT, 'tests/fixtures/transforms'), path.join(root, 'components'), { recursive: true })
        edit(/^## (.*)$/m, '## $1<Kept />')
      },
      'a type that it names': () => {
        writeFileSync(path.join(root, 'components', 'size.ts'), 'export type Size = boolean\n')
      },
      'its style': () => writeFileSync(component, readFileSync(component, 'utf8').replace('inline', 'inline-block')),
      'a class of UnoCSS': () => edit(/^## (.*)$/m, '## $1<i class="pt-[17px] not-a-class"></i>'),
      'the classes of the deck': () => {
        writeFileSync(path.join(root, 'uno.config.ts'), "export default { rules: [['not-a-class', { top: '1px' }]] }")
      },
      'a style sheet': () => appendFileSync(path.join(root, 'style.css'), '.kept { color: currentcolor }\n'),
    }
    const before = new Set<string>()
    for (const [name, change] of Object.entries(changes)) {
      change()
      const [kept, anew] = [await build(false), await build(true)]
      expect(kept, name).toEqual(anew)
      // Each change is one that a site shows.
      before.add(JSON.stringify(anew))
    }
    expect(before.size).toBe(Object.keys(changes).length)
    expect(existsSync(cacheFolder('transforms', ENGINE_ROOT))).toBe(true)
  })
})
