import { strToU8, unzipSync, zipSync } from 'fflate'
import { formatFigure } from '../../../model/format.ts'
import { joinSaid, saidIn } from '../../../scripts/check/exported/compare.ts'
import { judgeExport } from '../../../scripts/check/exported/judge.ts'
import type { KnownDeck, KnownSlide } from '../../../scripts/check/exported/known.ts'
import type { ExportedFile } from '../../../scripts/check/exported/facts.ts'
import { readPptx } from '../../../scripts/check/exported/pptx/read.ts'
import type { NativeChart, NativePoint } from '../../../scripts/export/pptx/charts/native-chart.ts'
import { describeWithEvidence, evidenceLines } from '../../../scripts/export/pptx/charts/evidence.ts'
import { partsOf } from '../../pptx/support/chart-file.ts'
import { data, figure } from './numbers.ts'

/** What an invented deck shows of its figures, and says: on its slides, and in the notes of the first. */
const SLIDES: readonly { title: string; ids: string[]; said: string[]; note?: string[] }[] = [
  {
    title: '商铺累计300家，新开40余家',
    ids: ['shops', 'shops-new', 'shops-base'],
    said: [
      ...['商铺累计300家，\n新开40余家', '第一章', '推算：原有商铺＝300家 − 40余家', '不足260家', '3D打印'],
      ...['[1]', '2031年', '每格为1%', '1', '商铺累计', '新开商铺', '300家', '40余家'],
      '商铺累计300家，新开商铺40余家（条形图）。',
    ],
    note: ['计划 20 秒', '今年新开商铺40余家。'],
  },
  { title: '销售额同比增长6.5%', ids: ['sales-growth'], said: ['销售额同比增长6.5%', '2'] },
  {
    title: '附录',
    ids: ['shops', 'shops-new', 'sales-growth'],
    said: [
      ...['1', '商铺累计', '300家', '商铺累计300家', '1'],
      ...['3', '销售额', '同比增长6.5%', '销售额同比增长6.5%', '2'],
    ],
  },
]

const slideOf = ({ title, ids, said, note = [] }: (typeof SLIDES)[number], index: number): KnownSlide => ({
  ...{ no: index + 1, title, chapter: 1, figures: ids.map(figure) },
  clicks: [saidIn(said)],
  paper: saidIn(said.map(text => text.replace(/^(?=\d$)/, '第'))),
  beside: joinSaid(saidIn(note), saidIn([title, ...evidenceLines(ids.map(figure))], Infinity)),
})

/** An invented deck of three slides. */
export const deck: KnownDeck = {
  data,
  slides: SLIDES.map(slideOf),
  said: saidIn(['商铺累计300家']),
  partsOf: text => (text === '不足260家' ? ['不足', '260家'] : []),
  margins: made => ['一年', made.toISOString().slice(0, 10)],
}

/** What is told of a file: the slide, the place, what it is like and what it should be, a line each. */
export function told(file: ExportedFile, known = deck): string[] {
  return judgeExport('x.pptx', file, known).map(
    ({ slide: no, element, measured, expected, severity }) =>
      `${no}${severity === 'notice' ? ' 提示' : ''} ${element} ${measured}；${expected}`,
  )
}

function point(id: string, text: string, format: string): NativePoint {
  const look = { size: 20, bold: false, color: '#000000' }
  return {
    ...{ value: figure(id).value, figure: id, paint: {} },
    label: { runs: [{ text, format, ...look }], at: 'outEnd', moved: [0, 0] },
  }
}

const area = { left: 0, top: 0, width: 400, height: 300 }
const chart: NativeChart = {
  ...{ rect: area, plot: area, categories: ['商铺累计', '新开商铺'], unit: '家' },
  groups: [
    {
      ...{ sort: 'bars', stacked: false, gap: 50, overlap: 0 },
      series: [{ name: '数量', points: [point('shops', '300家', '0"家"'), point('shops-new', '40余家', '0"余家"')] }],
    },
  ],
  figures: [figure('shops'), figure('shops-new')],
}

const NAMESPACES = 'xmlns:a="a" xmlns:p="p" xmlns:r="r" xmlns:c="c"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const runs = (text: string): string =>
  text
    .split('|')
    .map(run => (run === '/' ? '<a:br/>' : `<a:r><a:t>${run}</a:t></a:r>`))
    .join('')
const shape = (name: string, ...paragraphs: string[]): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="2" name="${name}"/></p:nvSpPr><p:txBody>${paragraphs
    .map(text => `<a:p>${runs(text)}</a:p>`)
    .join('')}</p:txBody></p:sp>`
const row = (...cells: string[]): string =>
  `<a:tr>${cells.map(text => `<a:tc><a:txBody><a:p>${runs(text)}</a:p></a:txBody></a:tc>`).join('')}</a:tr>`
const part = (no: number, content: string): string =>
  `<p:sld ${NAMESPACES}><p:cSld name="第 ${no} 页"><p:spTree>${content}</p:spTree></p:cSld></p:sld>`
const relations = (...all: [id: string, type: string, target: string][]): string =>
  `<Relationships>${all
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const alternative = describeWithEvidence('商铺累计300家，新开商铺40余家（条形图）。', chart.figures).replaceAll(
  '\n',
  '&#10;',
)

/** The parts of a presentation of that deck, as text; a chart with its workbook. */
function presentation(): Record<string, Uint8Array> {
  const charted = partsOf(chart)
  const texts: Record<string, string> = {
    '_rels/.rels': relations(
      ['r1', 'officeDocument', 'ppt/presentation.xml'],
      ['r2', 'core-properties', 'docProps/core.xml'],
    ),
    'docProps/core.xml':
      '<cp:coreProperties xmlns:cp="cp" xmlns:dc="dc"><dc:title>商铺累计300家</dc:title></cp:coreProperties>',
    'ppt/presentation.xml': `<p:presentation ${NAMESPACES}><p:sldIdLst><p:sldId id="256" r:id="r1"/><p:sldId id="257" r:id="r2"/><p:sldId id="258" r:id="r3"/></p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relations(
      ['r1', 'slide', 'slides/slide1.xml'],
      ['r2', 'slide', 'slides/slide2.xml'],
      ['r3', 'slide', 'slides/slide3.xml'],
    ),
    'ppt/slides/slide1.xml': part(
      1,
      shape('标题 1', '商铺累计|300家|，|/|新开|40余家') +
        shape('文字 2', '第一章', '推算：原有商铺＝300家 − 40余家') +
        shape('文字 3', '不足', '260家') +
        shape('文字 4', '3D打印', '[1]', '2031年', '每格为1%') +
        shape('页码 5', '1') +
        `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="9" name="图表 6" descr="${alternative}"/></p:nvGraphicFramePr><a:graphic><a:graphicData><c:chart r:id="rc"/></a:graphicData></a:graphic></p:graphicFrame>`,
    ),
    'ppt/slides/_rels/slide1.xml.rels': relations(
      ['rc', 'chart', `../../${charted.name}`],
      ['rn', 'notesSlide', '../notesSlides/notesSlide1.xml'],
    ),
    'ppt/notesSlides/notesSlide1.xml': `<p:notes ${NAMESPACES}>${shape('备注 1', '计划 20 秒', '今年新开商铺40余家。', ...evidenceLines(chart.figures))}</p:notes>`,
    'ppt/slides/slide2.xml': part(2, shape('标题 1', '销售额同比增长6.5%') + shape('页码 2', '2')),
    'ppt/slides/slide3.xml': part(
      3,
      `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="3" name="表格 1"/></p:nvGraphicFramePr><a:tbl>${row('号', '名称', '数据', '原句', '见页')}${row('1', '商铺累计', '300家', '商铺累计300家', '1')}${row('3', '销售额', '同比增长6.5%', '销售额同比增长6.5%', '2')}</a:tbl></p:graphicFrame>`,
    ),
  }
  return {
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)])),
    ...Object.fromEntries(
      [...charted.parts].map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
  }
}

type Edit = (text: string) => string

/** An edit of the sheet within the workbook of the chart. */
function inWorkbook(bytes: Uint8Array, edit: Edit): Uint8Array {
  const parts = unzipSync(bytes)
  const sheet = 'xl/worksheets/sheet1.xml'
  return zipSync({ ...parts, [sheet]: strToU8(edited(new TextDecoder().decode(parts[sheet]), edit)) })
}

function edited(text: string, edit: Edit): string {
  const changed = edit(text)
  if (changed === text) throw new Error('the edit has changed nothing')
  return changed
}

/** The presentation in which one part has been edited by hand, as a file. @param name that it ends in */
export function editedPptx(name = '', edit: Edit = text => text): Uint8Array {
  const parts = presentation()
  if (name === '') return zipSync(parts)
  const part = Object.keys(parts).find(each => each.endsWith(name))!
  const content = name.endsWith('.xlsx')
    ? inWorkbook(parts[part]!, edit)
    : strToU8(edited(new TextDecoder().decode(parts[part]), edit))
  return zipSync({ ...parts, [part]: content })
}

/** What is told of the presentation in which one part has been edited by hand. */
export function toldOfEdit(name?: string, edit?: Edit): string[] {
  return told(readPptx('x.pptx', editedPptx(name, edit)))
}

/** A figure as it is printed. */
export const printed = (id: string): string => formatFigure(figure(id), 'worded')
