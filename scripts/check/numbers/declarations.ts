import type { RuleFinding } from '../finding.ts'
import type { Declaration } from './facts.ts'

/** What says something: letters, Han characters, numerals; not punctuation, arrows, the signs of icon fonts. */
const WORDS = /[\p{L}\p{N}]/u
const STRING = /"((?:[^"\\]|\\.)*)"/g
const PICTURE = /url\((?:"(?:[^"\\]|\\.)*"|[^)]*)\)/g
/** Texts taken from elsewhere, but for what paper says in its margins: pages counted, and the deck's title. */
const TAKEN = /attr\(|var\((?!--hb-)|counters?\((?!\s*pages?\s*[,)])/

type Fault = Pick<RuleFinding, 'measured' | 'expected' | 'advice'>

const FROM_ONE = { expected: '序号从 1 数起', advice: '请去掉它；不是序号的数请用数据' }
const IN_ORDER = { expected: '字从前往后排', advice: '请去掉它；数怎么印只由数据和组件决定' }

function written(value: string): Fault[] {
  const own = value.replace(PICTURE, '')
  const said = [...own.matchAll(STRING)].map(([, text = '']) => text).filter(text => WORDS.test(text))
  if (said.length === 0 && !TAKEN.test(own)) return []
  return [
    {
      measured: `样式写出了“${TAKEN.test(own) ? own : said.join('')}”`,
      expected: '样式只添标点和记号',
      advice: '请把字写进幻灯片，数用 <Fig>',
    },
  ]
}

function counted(value: string): Fault[] {
  return /(?:^|\s)list-item(?:\s|$)/.test(value) ? [{ measured: `样式把序号改成“${value}”`, ...FROM_ONE }] : []
}

function reversed(value: string): Fault[] {
  return value === 'rtl' || value.endsWith('override') ? [{ measured: '样式把字从后往前排', ...IN_ORDER }] : []
}

function renumbered(value: string): Fault[] {
  return value === '1' ? [] : [{ measured: `列表改了序号${value && `，写着“${value}”`}`, ...FROM_ONE }]
}

const JUDGES: Readonly<Record<string, (value: string) => Fault[]>> = {
  content: written,
  'list-style-type': written,
  symbols: written,
  additiveSymbols: written,
  prefix: written,
  suffix: written,
  'counter-reset': counted,
  'counter-set': counted,
  'counter-increment': counted,
  direction: reversed,
  'unicode-bidi': reversed,
  dir: reversed,
  start: renumbered,
  value: renumbered,
  reversed: renumbered,
}

/** Judges what style sheets and attributes make of texts: they neither write words nor count, hide or turn around. */
export function declarationFindings({ selector, property, value }: Declaration): RuleFinding[] {
  return (JUDGES[property]?.(value) ?? []).map(fault => ({
    element: selector.replace(/\[data-v-\w+\]/g, ''),
    text: `${property}: ${value}`,
    ...fault,
    excess: 1,
  }))
}
