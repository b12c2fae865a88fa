import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Classes, haveOwnClasses, skipMisses } from '../../setup/vite/transform-cache/misses.ts'
import { openStore } from '../../setup/vite/transform-cache/store.ts'
import { temporaryFolder } from '../scripts/support/context.ts'

/** A build with a stand-in for UnoCSS; returns the words that it was asked to try. */
async function build(folder: string, words: string[], theme: object = {}, rules = ['flex', 'i-own:there']) {
  const blocked = new Set<string>()
  const tried: string[] = []
  const classes: Classes = {
    ready: Promise.resolve(),
    tokens: new Set(words),
    uno: {
      config: { theme },
      blockTokens: tokens => [...tokens].forEach(token => blocked.add(token)),
      async parseToken(token) {
        if (blocked.has(token)) return undefined
        tried.push(token)
        return rules.includes(token) ? [{}] : null
      },
    },
  }
  const store = await openStore(folder, 'engine')
  const keep = await skipMisses(classes, store)
  const found = []
  for (const word of words) if (await classes.uno.parseToken(word)) found.push(word)
  const asked = [...tried]
  await keep()
  await store.save()
  return { asked, found }
}

describe('words that are no classes', () => {
  const words = ['flex', '增长', 'const']

  it('are tried once for all builds, new ones among them', async () => {
    const folder = temporaryFolder()
    expect(await build(folder, words)).toEqual({ asked: words, found: ['flex'] })
    expect(await build(folder, [...words, 'new'])).toEqual({ asked: ['flex', 'new'], found: ['flex'] })
    expect(await build(folder, [...words, 'new'])).toEqual({ asked: ['flex'], found: ['flex'] })
  })

  it('are tried again with another theme, which may make classes of them', async () => {
    const folder = temporaryFolder()
    await build(folder, words)
    expect((await build(folder, words, { colors: { const: 'red' } })).asked).toEqual(words)
  })

  it('are tried again where they name icons, which may have been installed since', async () => {
    const folder = temporaryFolder()
    const icons = ['i-own:there', 'i-own:missing', 'hover:i-own:missing']
    await build(folder, icons)
    expect(await build(folder, icons, {}, ['i-own:missing'])).toEqual({ asked: icons, found: ['i-own:missing'] })
  })
})

it.each(['setup/unocss.ts', 'uno.config.ts', 'unocss.config.ts', 'vite.config.mjs'])(
  'a deck with %s has classes of its own',
  name => {
    const [deck, engine] = [temporaryFolder(), temporaryFolder()]
    const link = path.join(deck, 'engine')
    symlinkSync(engine, link, 'junction')
    const add = (folder: string): void => {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
      writeFileSync(path.join(folder, name), '')
    }
    add(engine)
    expect(haveOwnClasses([deck, link], [engine])).toBe(false)
    add(deck)
    expect(haveOwnClasses([deck, link], [engine])).toBe(true)
  },
)
