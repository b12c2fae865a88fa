import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDeck } from '../../scripts/lib/deck.ts'
import { oneLine } from '../../scripts/lib/text.ts'
import { deckFolder, temporaryFolder } from './support/context.ts'

async function deck(slides: string) {
  const root = temporaryFolder()
  writeFileSync(path.join(root, 'slides.md'), slides)
  return readDeck(root)
}

describe('a deck', () => {
  it('tells its facts in the front matter', async () => {
    expect(await readDeck(deckFolder('good'))).toMatchObject({
      title: '样例汇报',
      author: '样例单位',
      subject: '样例汇报的说明，共四页。',
      keywords: ['样例', '汇报'],
      lang: 'zh-CN',
      fileName: '样例',
      canvas: { width: 1280, height: 720 },
      total: 4,
    })
  })

  it.each([
    ['title: 甲/乙: 丙', '甲/乙: 丙'],
    ['title: "甲?"', '甲?'],
  ])(
    'is named by its title where nothing else names it, with what Windows forbids replaced: %s',
    async (line, title) => {
      const result = await deck(`---\n${line.includes('"') ? line : `title: "${title}"`}\n---\n\n# 一\n`)
      expect(result.title).toBe(title)
      expect(result.fileName).toBe(title.replace(/[/:?]/g, '-'))
    },
  )

  it('has defaults for what it does not tell', async () => {
    expect(await deck('# 只有一页\n')).toMatchObject({
      title: '只有一页',
      lang: 'zh-CN',
      keywords: [],
      subject: '',
      total: 1,
    })
  })

  it('takes its language from the page where it has none itself', async () => {
    expect(await deck('---\nhtmlAttrs:\n  lang: en\nkeywords: 甲，乙\n---\n\n# a\n')).toMatchObject({
      lang: 'en',
      keywords: ['甲', '乙'],
    })
  })

  it.each([
    ['is missing', undefined, /没有找到 slides\.md/],
    [
      'has a broken front matter',
      '---\ntitle: a\n---\n\n# a\n\n---\nnote: "没有写完\n---\n\n# b\n',
      /slides\.md:8 {2}页首信息读不懂，引号或括号没有写完，请补上（Missing closing/,
    ],
    [
      'includes what does not exist',
      '---\ntitle: a\n---\n\n# a\n\n---\nsrc: ./nope.md\n---\n',
      /slides\.md:7 .*nope\.md/,
    ],
  ])('that %s is refused', async (_, slides, message) => {
    const root = temporaryFolder()
    if (slides !== undefined) writeFileSync(path.join(root, 'slides.md'), slides)
    await expect(readDeck(root)).rejects.toMatchObject({ name: 'HuibaoError', message: expect.stringMatching(message) })
  })
})

describe('one line', () => {
  it.each([
    ['四高\n走向', '四高走向'],
    ['a\n  b', 'a b'],
    ['到 2020\n年', '到 2020年'],
    ['  甲，\r\n\r\n乙 ', '甲，乙'],
    ['', ''],
  ])('%j', (text, line) => {
    expect(oneLine(text)).toBe(line)
  })
})
