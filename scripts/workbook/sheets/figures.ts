import * as codec from '../codec.ts'
import { chapter, id, kinds, source, type EntrySheet } from './column.ts'
import { QUALIFIERS } from '../../../model/qualifiers.ts'
import type { Fields } from '../fields.ts'
import { value, withValue } from '../value-codec.ts'

const ORDERS = codec.option({ descending: '从大到小', ascending: '从小到大' })

const qualifiers = codec.option(
  Object.fromEntries(QUALIFIERS.filter(word => word !== 'none').map(word => [word, word])),
)

export const FIGURES: EntrySheet = {
  name: '指标',
  named: '名称',
  columns: [
    id('例：chan-zhi'),
    {
      head: '章节',
      path: 'chapter',
      codec: chapter,
      note: '从清单里选。',
      width: 20,
      required: true,
      example: '产业更有底气',
    },
    {
      head: '名称',
      path: 'label',
      codec: codec.text,
      note: '数的是什么，不带数字；全片不能重名。',
      width: 26,
      required: true,
      example: '规上工业总产值',
    },
    { head: '简称', path: 'short', codec: codec.text, note: '图里用的短名，可以空着。', width: 16 },
    {
      head: '数值',
      path: 'value',
      codec: value,
      note: '只写数，不四舍五入；下降的写负数，或在“增减词”里写“下降”。也可以照抄 8.9%、60余家、下降4.2%。比例写 22.8:34.5:42.7。',
      required: true,
      example: '860.5',
    },
    {
      head: '单位',
      path: 'unit',
      codec: codec.unit,
      note: '亿元、家、%、个百分点……照原文；没有单位的比例写“无”。',
      required: true,
      example: '亿元',
    },
    { head: '限定词', path: 'qualifier', codec: qualifiers, note: '余、突破、近、以上……照原文；没有就空着。' },
    { head: '增减词', path: 'change', codec: codec.text, note: '增长、同比增长、下降……照原文；不是增减的空着。' },
    { head: '比较对象', path: 'comparedWith', codec: codec.text, note: '与什么相比：上年、上年同期。' },
    {
      head: '时段',
      path: 'period',
      codec: codec.period,
      note: '“时段”表里的一个，也可以直接写 2030年一季度、2030-01/2030-11。',
      width: 18,
      required: true,
      example: '2030年',
    },
    {
      head: '原文分句',
      path: 'evidence.clause',
      codec: codec.text,
      note: '原文里写有这个数的最短的一句，一字不差，不超过 60 字。',
      width: 44,
      example: '全区规上工业总产值860.5亿元',
    },
    {
      head: '栏目',
      path: 'evidence.column',
      codec: codec.text,
      note: '在原文的哪一栏（见“会议”表）；原文不分栏的空着。',
      example: '数据',
    },
    {
      head: '时段原话',
      path: 'evidence.period',
      codec: codec.text,
      note: '分句里没有时段时，原文别处说时段的话，如“今年前11个月”。',
      width: 16,
    },
    {
      head: '待核',
      path: 'doubt',
      codec: codec.text,
      note: '还拿不准的，写明要核什么；核好了删去。检查会逐条提示。',
      width: 24,
    },
    {
      head: '类别',
      path: 'kind',
      codec: kinds,
      note: '单位说不清时才要选，%和倍数必选：增减幅度、占比、比率、完成率……',
      width: 14,
    },
    {
      head: '属于',
      path: 'of',
      codec: codec.figureRef,
      note: '它是哪个指标的一部分，或说的是哪个指标的增减：写那个指标的名称或编号。',
      width: 20,
    },
    { head: '整体', path: 'whole', codec: codec.text, note: '占比的整体没有单独成为指标时，用话写明。', width: 16 },
    { head: '上限', path: 'to', codec: codec.number, note: '6%—6.5% 这样的范围：数值写 6，这里写 6.5。' },
    { head: '小数位', path: 'decimals', codec: codec.number, note: '要印出末尾的 0 时写几位，如 8.0 写 1。' },
    { head: '原文数字', path: 'as', codec: codec.text, note: '原文不用数字加单位时照抄，如“四成”“百家”。' },
    { head: '换算单位', path: 'printAs', codec: codec.unit, note: '换成另一个单位印，如 719183万元 印成 亿元。' },
    {
      head: '可重叠',
      path: 'overlap',
      codec: codec.text,
      note: '占比可以和同一整体的别的占比重叠时，写原因。',
      width: 16,
    },
    {
      head: '各部分',
      path: 'shares',
      codec: codec.shares,
      note: '比例的各个数各成一个指标时，依次写它们的名称，用；隔开；要定编号和简称的写 名称=编号=简称。',
      width: 24,
    },
    {
      head: '又见',
      path: 'evidence.also',
      codec: codec.places,
      note:
        '原文别处又写了这个数的分句，几句之间用；。别的来源里的写 〔来源〕分句，' +
        '或 〔来源〕工作表!C7，行“行头”，列“列头”。',
      width: 24,
    },
    {
      head: '排名的表',
      path: 'rankIn.table',
      codec: codec.text,
      note: '位次能从哪张表里排出来：那张表的编号。',
      width: 16,
    },
    { head: '排名的列', path: 'rankIn.measure', codec: codec.text, note: '按哪一列排：列编号；只有一列的空着。' },
    { head: '排名的行', path: 'rankIn.row', codec: codec.text, note: '排的是哪一行；是“本地”那一行的空着。' },
    { head: '排名的次序', path: 'rankIn.order', codec: ORDERS, note: '越小越靠前的选“从小到大”；空着就是从大到小。' },
    { head: '补充', path: 'note', codec: codec.text, note: '原文对这个数的补充，如“居全市前列”。', width: 18 },
    { ...source, path: 'evidence.source' },
    { head: '工作表', path: 'evidence.sheet', codec: codec.text, note: '数来自报表时：工作表名。此时“原文分句”空着。' },
    { head: '单元格', path: 'evidence.cell', codec: codec.text, note: '数来自报表时：单元格，如 C7。' },
    { head: '行头', path: 'evidence.row', codec: codec.text, note: '数来自报表时：这一行开头印的字。', width: 16 },
    { head: '列头', path: 'evidence.head', codec: codec.text, note: '数来自报表时：这一列上头印的字。', width: 16 },
  ],
  order: [
    ...[
      'id',
      'chapter',
      'label',
      'short',
      'value',
      'shares',
      'to',
      'as',
      'decimals',
      'unit',
      'printAs',
      'qualifier',
      'kind',
    ],
    ...['change', 'comparedWith', 'period', 'of', 'whole', 'overlap'],
    ...['rankIn.table', 'rankIn.measure', 'rankIn.row', 'rankIn.order', 'note', 'doubt', 'evidence.source'],
    ...['evidence.column', 'evidence.clause', 'evidence.also', 'evidence.period', 'evidence.sheet', 'evidence.cell'],
    ...['evidence.row', 'evidence.head'],
  ],
  settle: fields => ({ ...withPlace(withValue(fields)) }),
}

/** Evidence in a workbook has a head of its column, that in a text the column of an article. */
function withPlace(fields: Fields): Fields {
  const { source, column, clause, also, period, sheet, cell, row, head } = (fields.evidence ?? {}) as Fields
  const given = (evidence: Fields): Fields =>
    Object.fromEntries(Object.entries(evidence).filter(([, each]) => each !== undefined))
  const { evidence: _, ...rest } = fields
  return [sheet, cell, row, head].some(each => each !== undefined)
    ? { ...rest, evidence: given({ source, sheet, cell, row, column: head, also, clause, period }) }
    : { ...rest, evidence: given({ source, column, clause, also, period }) }
}
