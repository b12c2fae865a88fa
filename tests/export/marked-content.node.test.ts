import { expect, it } from 'vitest'
import { parseContent, writeContent } from '../../scripts/export/content/operations.ts'
import { markArtifacts, type Surroundings } from '../../scripts/export/marked-content.ts'

const AREA = '0 0 1280 720 re\nf\n'
const TEXT = 'BT\n/F1 20 Tf\n<0001> Tj\nET\n'

/** A tag around content, as Chromium writes it. */
function tagged(tag: string, id: number, content: string): string {
  return `/${tag} <</MCID ${id} >> BDC\n${content}EMC\n`
}

function artifact(content: string): string {
  return `/Artifact BMC\n${content}EMC\n`
}

function mark(content: string, around: Partial<Surroundings> = {}) {
  const marked = markArtifacts(parseContent(content)!, { isMarked: () => false, isReleasable: () => true, ...around })
  return marked && { content: writeContent(marked.operations), released: marked.released }
}

it.each<[what: string, content: string, expected: string, released: number[]]>([
  ['an area without a tag', `q\n${AREA}Q\n`, artifact(`q\n${AREA}Q\n`), []],
  ['text without a tag', TEXT, artifact(TEXT), []],
  ['a picture without a tag', '/X1 Do\n', artifact('/X1 Do\n'), []],
  ['a stream that ends within its last line', 'q\n0 0 1 1 re\nf', artifact('q\n0 0 1 1 re\nf\n'), []],
  ['several operations on a line', 'q 0 0 1 1 re f Q', artifact('q\n0 0 1 1 re\nf\nQ\n'), []],
  ['an area under a tag without a meaning', tagged('NonStruct', 3, AREA), artifact(AREA), [3]],
  ['an area under one with a meaning', tagged('Figure', 3, AREA), tagged('Figure', 3, AREA), []],
  ['text under a tag', tagged('NonStruct', 3, TEXT), tagged('NonStruct', 3, TEXT), []],
  ['text on an area', tagged('NonStruct', 3, AREA + TEXT), tagged('NonStruct', 3, AREA + TEXT), []],
  ['a picture under a tag', tagged('NonStruct', 3, '/X1 Do\n'), tagged('NonStruct', 3, '/X1 Do\n'), []],
  ['what paints nothing', 'q\n0 0 4000 2250 re\nW*\nn\nQ\n', 'q\n0 0 4000 2250 re\nW*\nn\nQ\n', []],
  ['what is an artifact already', artifact(AREA), artifact(AREA), []],
  ['text that looks like operators', 'BT\n(a\nf\nEMC) Tj\nET\n', artifact('BT\n(a\nf\nEMC) Tj\nET\n'), []],
  [
    'one behind the other',
    AREA + tagged('NonStruct', 0, AREA) + tagged('P', 1, TEXT) + 'Q\n' + AREA,
    artifact(AREA) + artifact(AREA) + tagged('P', 1, TEXT) + artifact(`Q\n${AREA}`),
    [0],
  ],
])('%s', (_, content, expected, released) => {
  expect(mark(content)).toEqual({ content: expected, released })
})

it('leaves what is tagged within, and tags that cannot be found', () => {
  const content = `/X1 Do\n${tagged('NonStruct', 3, AREA)}`
  const around = { isMarked: (name: string) => name === 'X1', isReleasable: () => false }
  expect(mark(content, around)).toEqual({ content, released: [] })
})

it.each([
  ['marks within marks', tagged('P', 1, tagged('Span', 2, TEXT))],
  ['a mark that does not end', `/P <</MCID 1 >> BDC\n${TEXT}`],
  ['a mark that ends only', `${TEXT}EMC\n`],
  ['a mark within a text', `BT\n/P <</MCID 1 >> BDC\n<0001> Tj\nEMC\nET\n`],
])('touches nothing where it meets %s', (_, content) => {
  expect(mark(content)).toBe(undefined)
})
