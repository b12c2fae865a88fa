import { describe, expect, it } from 'vitest'
import type { Table } from '../../model/table.ts'
import { decodeEntities, idsOfTag } from '../../model/slides/ids.ts'
import { figuresOfTag } from '../../model/slides/table-figures.ts'
import { scanTags } from '../../model/slides/scan.ts'
import { data } from './deck-data.ts'

/** Ids of a text, each with the text at its offset, which must be the id as written. */
function ids(text: string): string[] {
  return scanTags(text)
    .flatMap(tag => idsOfTag(tag, data.figureProps))
    .map(({ id, at }) => {
      expect(text.slice(at)).toMatch(new RegExp(`^\\s*${id.slice(0, 1)}`))
      return id
    })
}

describe('figure ids of a text', () => {
  it.each<[string, string, string[]]>([
    ['static prop', '<Fig id="gdp" />', ['gdp']],
    ['single quotes', "<Fig id='gdp'/>", ['gdp']],
    ['no quotes', '<Fig id=gdp>', ['gdp']],
    ['no quotes, self-closing', '<Fig id=gdp/>', ['gdp']],
    ['spaces around the sign', '<Fig id = "gdp" />', ['gdp']],
    ['amid a sentence, twice', '达<Fig id="gdp"/>，比<Fig id="roads"/>多', ['gdp', 'roads']],
    ['kebab-case component', '<big-number id="gdp" />', ['gdp']],
    ['bound string', '<Fig :id="\'gdp\'" />', ['gdp']],
    ['v-bind and a modifier', '<Fig v-bind:id.camel="\'gdp\'" />', ['gdp']],
    ['list', "<FigureGrid :ids=\"['gdp', 'roads']\" />", ['gdp', 'roads']],
    ['list in double quotes within single', '<FigureGrid :ids=\'["gdp", "roads"]\' />', ['gdp', 'roads']],
    ['template literal', '<FigureGrid :ids="[`gdp`]" />', ['gdp']],
    ['template with a hole is dynamic', '<FigureGrid :ids="[`${a}-gdp`]" />', []],
    ['entities for quotes', '<FigureGrid :ids="[&quot;gdp&quot;, &#39;roads&#39;]" />', ['gdp', 'roads']],
    ['objects', "<StackedBars :pairs=\"[{ total: 'gdp', part: 'roads' }]\" />", ['gdp', 'roads']],
    ['quoted keys are no ids', "<StackedBars :pairs=\"[{ 'total': 'gdp', 'part': 'roads' }]\" />", ['gdp', 'roads']],
    ['both sides of a condition', "<Fig :id=\"late ? 'gdp' : 'roads'\" />", ['gdp', 'roads']],
    [
      'over several lines',
      '<FigureGrid\n  class="a > b"\n  :ids="[\n    \'gdp\',\n    \'roads\',\n  ]"\n/>',
      ['gdp', 'roads'],
    ],
    ['over several lines with CRLF', '<FigureGrid\r\n  :ids="[\r\n    \'gdp\' ]"\r\n/>', ['gdp']],
    ['nested components', '<div><BigNumber id="gdp"><Fig id="roads" /></BigNumber></div>', ['gdp', 'roads']],
    ['other props and components', '<Fig id="gdp" as="worded" /><Photo id="x" />', ['gdp']],
    ['identifiers are no literals', '<Fig :id="which" />', []],
    ['fenced code', '```vue\n<Fig id="no" />\n```\n<Fig id="gdp" />', ['gdp']],
    ['fenced code with CRLF', '```vue\r\n<Fig id="no" />\r\n```\r\n<Fig id="gdp" />', ['gdp']],
    ['longer fence', '````md\n```\n<Fig id="no" />\n```\n````\n<Fig id="gdp" />', ['gdp']],
    ['tilde fence', '~~~\n<Fig id="no" />\n~~~\n<Fig id="gdp" />', ['gdp']],
    ['fence without an end', '```\n<Fig id="no" />', []],
    ['code span', '写 `<Fig id="no" />` 得 <Fig id="gdp" />', ['gdp']],
    ['double code span', '``<Fig id="no" /> ` ``<Fig id="gdp" />', ['gdp']],
    ['backtick without a partner', '一个 ` 号 <Fig id="gdp" />\n\n另 ` 段', ['gdp']],
    ['comment', '<!-- <Fig id="no" /> --><Fig id="gdp" />', ['gdp']],
    ['escaped', '\\<Fig id="no" /> <Fig id="gdp" />', ['gdp']],
    ['less-than', '3 < 4 而 a<b <Fig id="gdp" />', ['gdp']],
    ['script', '<script setup>\nconst a = \'<Fig id="no" />\'\n</script>\n<Fig id="gdp" />', ['gdp']],
    ['half-typed tag', '<Fig id="gdp" /> <Fig id="ro', ['gdp']],
  ])('%s', (_, text, expected) => {
    expect(ids(text)).toEqual(expected)
  })

  it('reports an empty id', () => {
    const [tag] = scanTags('<Fig id="" />')
    expect(idsOfTag(tag!, data.figureProps)).toEqual([{ sort: 'figure', id: '', at: 9 }])
  })
})

describe('decodeEntities', () => {
  it.each([
    ['a&amp;b&lt;', 'a&b<'],
    ['&#20013;&#x56FD;', '中国'],
    ['&unknown; &#x110000;', '&unknown; &#x110000;'],
  ])('%s', (text, expected) => {
    expect(decodeEntities(text)).toBe(expected)
  })
})

describe('the figures of a tag that takes a table', () => {
  const gdp = {
    by: 'periods',
    rows: ['2020', '2021'].map(id => ({ id })),
    measures: ['total', 'growth'].map(id => ({ id })),
    cell: (row: string, measure?: string) =>
      row === '2020' && measure === 'growth' ? { gap: '…' } : { id: `gdp@${row}/${measure}` },
  } as unknown as Table
  const tagData = {
    figureProps: { TrendChart: ['ids'], Slope: ['pairs'], Contribution: ['parts', 'total'] },
    findTable: (id: string) => (id === 'gdp' ? gdp : undefined),
  }

  it.each([
    ['<TrendChart of="gdp" measure="total" />', ['gdp@2020/total', 'gdp@2021/total']],
    ['<TrendChart :of="[\'gdp\']" :measure="[\'growth\']" />', ['gdp@2021/growth']],
    [
      '<TotalAndGrowth of="gdp" total="total" growth="growth" />',
      ['gdp@2020/total', 'gdp@2021/total', 'gdp@2021/growth'],
    ],
    ['<StackedColumns of="gdp" />', ['gdp@2020/total', 'gdp@2021/total', 'gdp@2021/growth']],
    ['<TrendChart :ids="[\'a\', \'b\']" measure="total" />', ['a', 'b']],
    ['<Slope of="gdp" measure="total" />', ['gdp@2020/total', 'gdp@2021/total']],
    ['<Contribution :parts="[\'a\', \'b\']" total="c" rest />', ['a', 'b', 'c']],
    ['<Slope of="gdp" />', ['gdp@2020/total', 'gdp@2021/total']],
    ["<Slope :pairs=\"[['a', 'b']]\" />", ['a', 'b']],
    ['<TrendChart of="nope" />', []],
    ['<BarChart of="gdp" />', []],
  ])('%s', (text, expected) => {
    expect(
      scanTags(text)
        .flatMap(tag => figuresOfTag(tag, tagData).map(({ id }) => id))
        .sort(),
    ).toEqual([...expected].sort())
  })
})
