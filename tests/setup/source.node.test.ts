import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { globSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadSlides } from '../../model/slides/load.ts'
import { readDeck } from '../../scripts/lib/deck.ts'
import { sourceProblems } from '../../model/slides/source-problems.ts'
import { composeDeck, ROOT } from '../support/project.ts'

const HEAD = '---\ntheme: none\n---\n\n# 一\n\n'
const NEXT = '\n---\nlayout: numbers\n---\n\n# 末页\n\n<!-- 讲稿 -->\n'

/** Line, from 1, and message of everything that is wrong with a deck that has this between its first and last slide. */
function found(between: string): string[] {
  return sourceProblems(HEAD + between + NEXT).map(({ line, message }) => `${line + 1} ${message}`)
}

describe('what is refused', () => {
  it.each<[string, string, (string | RegExp)[]]>([
    ['text below a separator', '---\n第二页的正文\n', [/^8 .*“第二页的正文”，会被当成页首信息；请在 --- 下面空一行/]],
    ['a heading below a separator', '---\n# 小结\n\n按计划推进。\n', [/^8 .*“# 小结”/]],
    ['a heading with text below a separator', '---\n# 小结\n按计划推进。\n', [/^8 .*“# 小结”/]],
    ['text that looks like a key', '---\n主题: 开放\n\n# 开放\n', [/^8 .*“主题: 开放”/]],
    ['a list below a separator', '---\n- 第一项\n- 另一项\n', [/^8 .*“- 第一项”/]],
    ['a component below a separator', '---\n<FigureGrid :cols="1" />\n', [/^8 .*“<FigureGrid :cols="1……”/]],
    [
      'a front matter that is never closed',
      '---\nlayout: chart\n\n## 题目\n',
      [/^10 “## 题目”会被当成页首信息；页首信息没有收尾.*加一行 ---/],
    ],
    [
      'text in a front matter',
      '---\nlayout: chart\n正文一句\n---\n',
      [/^9 “正文一句”会被当成页首信息；.*挪到收尾的 --- 下面/],
    ],
    [
      'a colon of full width, or without a space',
      '---\nlayout：chart\n---\n\n甲\n\n---\nlayout: chart\ntime:30\n---\n',
      [/^8 .*冒号要用半角，后面空一格：“layout：chart”请写成“layout: chart”/, /^15 .*“time:30”请写成“time: 30”$/],
    ],
    [
      'a blank line above a front matter',
      '---\n\nlayout: chart\n---\n\n甲\n',
      [/^10 .*“layout: chart”的下面：如果是页首信息，请删去它上面的空行/],
    ],
    ['a name in Chinese', '---\nlayout: chart\n标题: 甲\n---\n', [/^9 “标题: 甲”.*名称用英文字母/]],
    ['a value that begins with a sign', '---\nlayout: @甲\n---\n\n甲\n', [/^8 .*放进引号/]],
    ['a value in bold', '---\nlayout: **甲**\n---\n\n甲\n', [/^8 页首信息的内容不能以 \* 开头：“layout: \*\*甲\*\*”/]],
    ['a heading underlined by dashes', '---\n\n推进情况\n---\n\n道路\n', [/^10 .*“推进情况”.*“## 推进情况”/]],
    [
      'a heading that begins with a figure',
      '---\n\n<Fig id="cargo" />大增\n---\n\n道路\n',
      [/^10 .*“<Fig id="cargo" \/>大增”/],
    ],
    ['four dashes', '---\n\n上\n\n----\n\n下\n', [/^11 “----”以三个短横开头.*横线请写 \*\*\*/]],
    ['dashes with text', '---\n\n上\n\n--- 完\n', [/^11 “--- 完”/]],
    [
      'dashes in a value',
      '---\nlayout: chapter\nkicker: 一---三季度\ntime: 30\n---\n\n甲\n',
      [/^9 .*“kicker: 一---三季度”.*请改用破折号/],
    ],
    ['dashes in comments', '---\n# --- 工业 ---\nlayout: end # --- 末\n---\n\n甲\n', [/^8 /, /^9 /]],
    ['an empty slide', '---\n\n', [/^7 .*一页空白；请删去这一行/]],
    ['a comment that is never closed', '---\n\n甲 <!-- 待办\n', [/^9 注释从这里开始/]],
    ['a code block that is never closed', '---\n\n```ts\n甲\n', [/^9 代码块从这里开始.*```/]],
    ['text that is no UTF-8', '---\n\n\uFFFD\uFFFD\n', [/^9 .*UTF-8/]],
    ['a code block that is taken for a front matter', '---\n\n```yaml\na: 1\n```\n', [/^8 .*```yaml/]],
    ['the mark of a comment in a code span', '---\n\n写法 `<!--` 是注释\n', [/^8 这一页 Slidev 读到的和写的不一样/]],
    [
      'a key that stands twice',
      '---\nlayout: end\nlayout: chart\n---\n\n甲\n',
      [/^9 页首信息读不懂，同一个名称写了两次，请删去一个/],
    ],
    [
      'a note followed by a style',
      '---\n\n甲\n\n<!-- 讲稿 -->\n\n<style>\n</style>\n',
      [/^11 .*（第 13 行）还写了“<style>”/],
    ],
    ['a note followed by an element', '---\n\n甲\n\n<!-- 讲稿 --> <div></div>\n', [/^11 .*还写了“<div><\/div>”/]],
    [
      'a note followed by a remark',
      '---\n\n甲\n\n<!-- 长长的一段讲稿 -->\n\n<!-- 待办 -->\n',
      [/^13 .*“待办”会成为讲稿，前一段“长长的一段讲稿”不会/],
    ],
  ])('%s', (_, between, expected) => {
    expect(found(between)).toEqual(expected.map(each => expect.stringMatching(each)))
  })

  it.each([
    ['a blank line above the headmatter', `\n${HEAD}`, 1],
    ['a separator at the end', `${HEAD}---\n`, 7],
    ['a last slide that never closes its front matter', `${HEAD}---\nlayout: end\n`, 7],
  ])('%s', (_, text, line) => {
    expect(sourceProblems(text).map(problem => problem.line + 1)).toEqual([line])
  })
})

describe('what is read as it was written', () => {
  it.each([
    ['an empty slide that names its layout', '---\nlayout: end\n---\n'],
    ['an empty front matter', '---\n---\n\n甲\n'],
    [
      'a list, a comment and a blank line in a front matter',
      '---\nlayout: x\n# 说明\n\nheads:\n- 甲\n- 乙\n---\n\n甲\n',
    ],
    ['text of several lines in a front matter', '---\ninfo: |\n  甲\n\n  乙\nmap: {\n  a: 1\n}\n---\n\n甲\n'],
    ['a separator below a heading', '---\n\n# 题目\n'],
    ['a separator below a component of several lines', '---\n\n<FigureGrid\n  :cols="1"\n/>\n---\n\n甲\n'],
    ['a separator below a note', '---\n\n甲\n\n<!-- 讲稿 -->'],
    ['dashes in a comment', '---\n\n甲\n\n<!--\n---\n讲稿\n----\n-->\n'],
    ['dashes in code', '---\n\n```yaml\n---\na: 甲\n---\n```\n\n甲\n'.replace('```yaml', '甲\n\n```yaml')],
    ['the mark of a comment in code', '---\n\n甲\n\n```html\n<!--\n```\n'],
    ['a remark before the note', '---\n\n甲\n\n<!-- 待办 -->\n\n<!-- 长长的一段讲稿 -->\n'],
    ['a remark in the middle', '---\n\n甲\n\n<!-- 从前长长的一段，现在不要了 -->\n\n乙\n\n<!-- 讲稿 -->\n'],
  ])('%s', (_, between) => {
    expect(found(between)).toEqual([])
  })

  it.each([
    'slides.md',
    ...globSync('tests/fixtures/{other-district,check,numbers,gate,holdout}/slides.md', { cwd: ROOT }),
    'scripts/new/deck/slides.md',
  ])('%s', file => {
    expect(sourceProblems(readFileSync(join(ROOT, file), 'utf8'))).toEqual([])
  })

  const read = async (files: Record<string, string>) => {
    const root = await composeDeck('setup-source', 'other-district')
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, name)), { recursive: true })
      await writeFile(join(root, name), text)
    }
    const { slides, headmatter } = await loadSlides(root)
    return { theme: headmatter.theme, slides: slides.map(({ source }) => source.contentRaw) }
  }

  it('a deck and a page that begin with a byte order mark', async () => {
    const page = '\uFEFF---\nlayout: chart\n---\n\n## 二\n'
    expect(await read({ 'slides.md': `\uFEFF${HEAD}---\nsrc: ./pages/bom.md\n---\n`, 'pages/bom.md': page })).toEqual({
      theme: 'none',
      slides: ['# 一', '## 二'],
    })
  })

  it('fences of tildes, and the rule of a table without bars at its ends', async () => {
    const { slides } = await read({
      'slides.md': `${HEAD}---\n\n甲\n\n~~~md\n---\n\`\`\`\n~~~\n\n---\n\n项 | 数\n--- | ---\n甲 | 乙\n`,
    })
    expect(slides.slice(1)).toEqual(['甲\n\n````md\n---\n```\n````', '项 | 数\n| --- | ---\n甲 | 乙'])
  })

  it('a plain Slidev deck, as Slidev reads it', async () => {
    const root = await mkdtemp(join(tmpdir(), 'huibao-plain-'))
    await writeFile(join(root, 'slides.md'), '# 一\n\n----\n\n# 二\n')
    expect((await loadSlides(root)).slides).toHaveLength(2)
  })

  it('a deck without a headmatter is told where to write one', async () => {
    const root = await composeDeck('setup-source', 'other-district')
    await writeFile(join(root, 'slides.md'), '# 一\n')
    await expect(readDeck(root)).rejects.toMatchObject({ message: 'slides.md:1  页首没有写 theme' })
  })

  it('nor at all, where Slidev gives up, in an included page either', async () => {
    const files = {
      'slides.md': `${HEAD}---\nsrc: ./pages/a.md\n---\n`,
      'pages/a.md': '---\nheads:\n  - **甲**\n---\n\n# 二\n',
    }
    await expect(read(files)).rejects.toMatchObject({
      name: 'HuibaoError',
      message: expect.stringMatching(/\n {2}pages\/a\.md:3 .*不能以 \* 开头/),
    })
  })

  it('with file and line in the message, of an included page too', async () => {
    const files = { 'slides.md': `${HEAD}---\nsrc: ./pages/a.md\n---\n\n---\n甲\n`, 'pages/a.md': '# 二\n\n----\n' }
    await expect(read(files)).rejects.toMatchObject({
      name: 'HuibaoError',
      message: expect.stringMatching(
        /^文稿有 2 处问题，改好后再生成：\n {2}slides\.md:12 .*“甲”.*\n {2}pages\/a\.md:3 .*“----”/,
      ),
    })
  })
})
