import * as codec from '../codec.ts'
import { id, kinds, type EntrySheet } from './column.ts'

export const DERIVED: EntrySheet = {
  name: '推算',
  named: '名称',
  columns: [
    id('例：qi-ta-qi-ye'),
    {
      head: '名称',
      path: 'label',
      codec: codec.text,
      note: '算出来的是什么，不带数字；全片不能重名。',
      width: 30,
      required: true,
      example: '原有企业',
    },
    { head: '简称', path: 'short', codec: codec.text, note: '图里用的短名，可以空着。', width: 16 },
    {
      head: '算式',
      path: 'expression',
      codec: codec.formula,
      note: '用指标的编号或名称写，+、-、÷ 两边留空格，整体写 100%：high-tech-total - high-tech-new；100% - jian-fu；zong-e ÷ (100% + zeng-su)。',
      width: 44,
      required: true,
      example: 'qi-ye-zong-shu - xin-zeng-qi-ye',
    },
    { head: '单位', path: 'unit', codec: codec.unit, note: '结果的单位。', required: true, example: '家' },
    { head: '类别', path: 'kind', codec: kinds, note: '从清单里选。', width: 14, required: true, example: '数量' },
    {
      head: '小数位',
      path: 'decimals',
      codec: codec.number,
      note: '结果四舍五入到几位小数。',
      required: true,
      example: '0',
    },
    { head: '时段', path: 'period', codec: codec.period, note: '结果与算式里的数不是一个时段时才写。', width: 18 },
    { head: '属于', path: 'of', codec: codec.figureRef, note: '它是哪个指标的一部分。', width: 20 },
    { head: '整体', path: 'whole', codec: codec.text, note: '占比的整体没有单独成为指标时，用话写明。', width: 16 },
  ],
  order: ['id', 'label', 'short', 'unit', 'kind', 'decimals', 'period', 'of', 'whole', 'expression'],
}
