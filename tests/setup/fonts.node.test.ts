import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import subsetFont from 'subset-font'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALWAYS, collectCharacters, missingCharacters, shownText } from '../../setup/vite/fonts/characters.ts'
import { lazyCoverage, readCoverage } from '../../setup/vite/fonts/coverage.ts'
import { faces, fullFont } from '../../setup/vite/fonts/faces.ts'
import { shownIn } from '../../setup/vite/fonts/shown.ts'
import { fontStylesheet } from '../../setup/vite/fonts/stylesheet.ts'
import { cachedSubset } from '../../setup/vite/fonts/subset.ts'

const root = resolve(import.meta.dirname, '../..')
const regular = fullFont(faces[0]!, root)
const sans = regular.read()

describe('coverage', () => {
  it('has the characters that a font has, below and above U+FFFF, and no other', async () => {
    const has = readCoverage(await subsetFont(sans, 'AC甲𠮷🄀', { targetFormat: 'truetype' }))
    expect([...'@ABCD`甲乙🄀🄁𠮷😀'].filter(c => has(c.codePointAt(0)!)).join('')).toBe('AC甲🄀')
  })

  it.each([
    ['an empty file', () => Buffer.alloc(0)],
    ['a text', () => Buffer.from('甲'.repeat(1000))],
    ['a compressed font', () => subsetFont(sans, 'A', { targetFormat: 'woff2' })],
    ['a font without characters', () => subsetFont(sans, '', { targetFormat: 'truetype' })],
  ])('refuses %s', async (_, make) => {
    const font = await make()
    expect(() => readCoverage(font)).toThrow('字体文件没有可用的 Unicode 字符表')
  })

  it('has what the installed fonts have', async () => {
    for (const face of faces) {
      const has = readCoverage(fullFont(face, root).read())
      expect(
        [...ALWAYS].filter(c => !has(c.codePointAt(0)!)),
        face.name,
      ).toEqual([])
      expect([0x1f600, 0x2a6a5].map(has)).toEqual([false, false])
    }
  })

  it('is read when it is first asked, and once', async () => {
    const font = await subsetFont(sans, 'A', { targetFormat: 'truetype' })
    let read = 0
    const has = lazyCoverage(() => (read++, font))
    expect(read).toBe(0)
    expect([has(0x41), has(0x42), read]).toEqual([true, false, 1])
  })
})

describe('characters', () => {
  it('collects each visible character once, beside those always there', () => {
    const characters = collectCharacters([{ file: 'a.md', text: '龘龘\r\n\t\u200B𠮷' }])
    expect([...characters].filter(c => !ALWAYS.includes(c))).toEqual(['龘', '𠮷'])
    expect(new Set(characters).size).toBe([...characters].length)
  })

  it('does not depend on the order of files', () => {
    const files = ['龘', '靐', '齉'].map(text => ({ file: 'a.md', text }))
    expect(collectCharacters(files)).toBe(collectCharacters(files.toReversed()))
  })

  it.each([
    ['a.ts', "const a = '甲' // 乙\n// 乙\n/* 乙\n乙 */ const b = 'https://甲'", '乙'],
    ['a.vue', '<p>甲</p> <!-- 乙 --> /** 乙 */', '乙'],
  ])('comments of %s are not shown', (file, text, hidden) => {
    const shown = shownText({ file, text })
    expect(shown).not.toContain(hidden)
    expect(shown.match(/甲/g)).toEqual(text.match(/甲/g))
    expect(shown.split('\n')).toHaveLength(text.split('\n').length)
  })

  it('notes of Markdown are', () => {
    expect(shownText({ file: 'a.md', text: '<!-- 乙 -->' })).toContain('乙')
  })

  it('names each missing character once for each line where it stands', () => {
    const files = [
      { file: 'slides.md', text: '甲\r\n乙\u{1F600}甲\u{1F600}\uFE0F\n\u{2A6A5}\n\u{1F600}' },
      { file: 'data/a.ts', text: "// \u{1F600}\n'\u{1F600}'" },
    ]
    expect(missingCharacters(files, [code => code === 0x7532, code => code === 0x4e59 || code < 0x80])).toEqual([
      { file: 'slides.md', line: 2, message: '字体里没有“\u{1F600}”（U+1F600），请换一个字或符号' },
      { file: 'slides.md', line: 3, message: '字体里没有“\u{2A6A5}”（U+2A6A5），请换一个字或符号' },
      { file: 'slides.md', line: 4, message: '字体里没有“\u{1F600}”（U+1F600），请换一个字或符号' },
      { file: 'data/a.ts', line: 2, message: '字体里没有“\u{1F600}”（U+1F600），请换一个字或符号' },
    ])
  })
})

describe('what is set in a face', () => {
  const files = [
    { file: 'slides.md', text: '---\ntitle: 甲\n---\n# 乙\n丙\n<!--\n丁\n-->' },
    { file: 'data/deck.ts', text: "label: '戊', evidence: { clause: '己\\'庚', period: '辛' } // 壬" },
    { file: '../shared/components/A.vue', text: '<p>癸</p><!-- 壬 -->' },
    { file: 'model/slides/check.ts', text: "'子'" },
    { file: 'model/vocabulary.ts', text: "'丑'" },
    { file: 'model/schema.ts', text: "'寅'" },
    { file: 'layouts/b.ts', text: "'卯'" },
  ]
  const used = (use: Parameters<typeof shownIn>[0]): string =>
    shownIn(use, files, '辰')
      .map(({ text }) => text)
      .join('')
      .replace(/\P{Script=Han}/gu, '')

  it('is everything, notes and messages too', () => {
    expect(used('everything')).toBe('甲乙丙丁戊己庚辛壬癸壬子丑寅卯')
  })

  it('is what stands on slides, without notes, clauses, messages and comments', () => {
    expect(used('slides')).toBe('甲乙丙戊辛癸丑卯')
  })

  it('is what is displayed', () => {
    expect(used('display')).toBe('辰')
  })
})

it('full fonts are told apart by package, version, path and size', () => {
  const identities = faces.map(face => fullFont(face, root).identity)
  expect(identities[0]).toMatch(/^@expo-google-fonts\/noto-sans-sc\/400Regular\/\S+\.ttf \d+\.\d+\.\d+ \d{8}$/)
  expect(new Set(identities).size).toBe(faces.length)
})

describe('subsets', () => {
  let directory: string
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'huibao-fonts-'))
  })
  afterAll(() => rm(directory, { recursive: true, force: true }))

  it('hold the characters, no others, as TrueType with contextual features', async () => {
    const woff2 = await readFile(await cachedSubset(regular, 'sans', '沙坪坝，2020', directory))
    const ttf = await subsetFont(woff2, '', { targetFormat: 'truetype', keepAllGlyphs: true })
    const has = readCoverage(ttf)
    expect([...'沙坪坝，20'].every(c => has(c.codePointAt(0)!))).toBe(true)
    expect([...'汇1a'].some(c => has(c.codePointAt(0)!))).toBe(false)
    const latin = ttf.toString('latin1')
    expect(['glyf', 'halt', 'palt', 'vhal', 'CFF ', 'fvar'].filter(tag => latin.includes(tag))).toEqual([
      'glyf',
      'halt',
      'palt',
      'vhal',
    ])
  })

  it('are made once for the same characters and font', async () => {
    let made = 0
    const subset = async (_: Buffer, characters: string): Promise<Buffer> => {
      made++
      return Buffer.from(characters)
    }
    const font = { identity: 'font', read: () => Buffer.from('font') }
    const first = await cachedSubset(font, 'a', '甲', directory, subset)
    expect(await cachedSubset(font, 'a', '甲', directory, subset)).toBe(first)
    expect(made).toBe(1)
    expect(await cachedSubset(font, 'a', '甲乙', directory, subset)).not.toBe(first)
    expect(await cachedSubset({ ...font, identity: 'other' }, 'a', '甲', directory, subset)).not.toBe(first)
    expect(made).toBe(3)
  })
})

it('the style sheet blocks until the face is there', () => {
  expect(
    fontStylesheet([
      { face: { family: 'F', weight: 700, use: 'slides', file: '', name: '' }, url: './a.woff2', format: 'woff2' },
    ]),
  ).toBe(`@font-face {
  font-family: 'F';
  font-style: normal;
  font-weight: 700;
  font-display: block;
  src: url('./a.woff2') format('woff2');
}
`)
})
