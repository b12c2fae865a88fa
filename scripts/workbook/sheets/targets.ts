import * as codec from '../codec.ts'
import { id, type EntrySheet } from './column.ts'

const DIRECTIONS = codec.option({ least: '至少', most: '至多', about: '左右', exact: '正好' })

export const TARGETS: EntrySheet = {
  name: '目标',
  named: '计划',
  columns: [
    id('例：jiu-ye'),
    { head: '名称', path: 'label', codec: codec.text, note: '目标是什么；空着就用指标的名称。', width: 22 },
    {
      head: '计划',
      path: 'plan',
      codec: codec.figureRef,
      note: '“指标”表里计划数的名称或编号。',
      width: 26,
      required: true,
      example: '城镇新增就业目标',
    },
    {
      head: '完成',
      path: 'done',
      codec: codec.figureRef,
      note: '“指标”表里完成数的名称或编号；还没有就空着。',
      width: 26,
      example: '城镇新增就业',
    },
    { head: '基期', path: 'before', codec: codec.figureRef, note: '计划从哪个数出发；可以空着。', width: 22 },
    { head: '方向', path: 'direction', codec: DIRECTIONS, note: '计划数没有“以上”“以内”这样的限定词时要选。' },
    {
      head: '完成率编号',
      path: 'rate',
      codec: codec.text,
      note: '要算完成率时，给它起一个编号，如 jiu-ye-lv；不要就空着。',
      width: 16,
    },
  ],
}
