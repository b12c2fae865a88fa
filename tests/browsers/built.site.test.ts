import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { beyondEs5, lackingIn } from './support/scan.ts'

const { plain, audience, presenter } = inject('district')
const sites = { deck: inject('deck'), plain, audience, presenter }

/** The sites' scripts, each once: two of one name, which carries a digest, are the same. */
const scripts = new Map(
  Object.values(sites).flatMap(site =>
    readdirSync(site, { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.js'))
      .map(file => [path.basename(file), path.join(site, file)]),
  ),
)

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'huibao-scan-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text)
  return folder
}

describe('the scripts of the built sites', () => {
  it('hold no look-behind, in a text that becomes a regular expression neither', () => {
    const found = [...scripts].filter(([, file]) => /\(\?<[=!]/.test(readFileSync(file, 'utf8')))
    expect(found.map(([name]) => name)).toEqual([])
  })

  it.each([
    ['const a = /(?<=年)月/'],
    ['new Intl.Segmenter("zh")'],
    ['structuredClone({})'],
    ['Object.groupBy([], String)'],
    ['Promise.withResolvers()'],
    ['[3, 1].toSorted()'],
    ['[3, 1].findLast(Boolean)'],
    ['const a = /[a&&b]/v'],
    ['class A { static { A.a = 1 } }'],
    ['AbortSignal.timeout(1)'],
    ['document.body.checkVisibility()'],
    ['await 1'],
  ])('would be found out by %s', async text => {
    expect(await lackingIn(folderOf({ 'a.js': text }))).not.toEqual([])
  })
})

describe('the script before all others', () => {
  it.each(Object.entries(sites))('%s: stands in the page, and is ECMAScript 5', async (_, site) => {
    const html = readFileSync(path.join(site, 'index.html'), 'utf8')
    const [, file] = /<script src="(?:\/presenter)?\/(assets\/early-[\w-]+\.js)" charset="utf-8"><\/script>/.exec(html)!
    expect(await beyondEs5(site, file!)).toEqual([])
    // The policy of the presenting server lets no script stand in a page.
    expect(html.match(/<script(?![^>]* src=)/g)).toBeNull()
    expect(html).toMatch(/<noscript>[^<]*JavaScript[^<]*<\/noscript>/)
  })

  it('would be found out by newer grammar', async () => {
    expect(await beyondEs5(folderOf({ 'a.js': 'const a = 1' }), 'a.js')).not.toEqual([])
  })
})

describe('the style sheets of the built sites', () => {
  const sheets = Object.values(sites).flatMap(site =>
    readdirSync(site, { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.css'))
      .map(file => readFileSync(path.join(site, file), 'utf8')),
  )

  it.each([
    ['ranges of media, which no browser of the list knows', /@media[^{]*[<>]/],
    ['nesting, layers and containers', /@layer|@container|@scope|@starting-style|[{;]\s*&/],
  ])('hold no %s', (_, pattern) => {
    expect(sheets.flatMap(text => pattern.exec(text)?.[0].slice(-200) ?? [])).toEqual([])
  })

  it('hold no :has() in a list of selectors, which a browser that does not know it drops as a whole', () => {
    const lists = sheets
      .flatMap(text => [...text.matchAll(/(?:^|[{}])([^{}@]*:has\([^{}]*)\{/g)].map(([, selector]) => selector!))
      .filter(selector => selector.replace(/\((?:[^()]|\([^()]*\))*\)/g, '').includes(','))
    expect(lists).toEqual([])
  })

  it('say something older first where they use newer colours and units', () => {
    const newer = /(?:[{;])([a-z-]+):[^;{}]*(?:color-mix\(|oklch\(|light-dark\(|\d[dsl]v[hw]\b)[^;{}]*/g
    const alone = sheets.flatMap(text =>
      [...text.matchAll(newer)]
        .filter(({ index, 1: property }) => !text.slice(text.lastIndexOf('{', index), index).includes(`${property}:`))
        .map(([declaration]) => declaration),
    )
    expect(alone).toEqual([])
  })
})
