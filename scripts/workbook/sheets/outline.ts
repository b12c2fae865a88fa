import * as codec from '../codec.ts'
import { id, type EntrySheet } from './column.ts'

export const CHAPTERS: EntrySheet = {
  name: '章节',
  named: '简称',
  columns: [
    id('例：chan-ye'),
    {
      head: '标题',
      path: 'title',
      codec: codec.text,
      note: '原文这一章的标题，一字不差。',
      width: 28,
      required: true,
      example: '产业更有底气',
    },
    {
      head: '简称',
      path: 'short',
      codec: codec.text,
      note: '两三个字，图表的栏头用。',
      required: true,
      example: '底气',
    },
    {
      head: '领域',
      path: 'topic',
      codec: codec.text,
      note: '这一章讲哪方面的工作。',
      width: 16,
      required: true,
      example: '产业发展',
    },
  ],
}

export const PERIODS: EntrySheet = {
  name: '时段',
  named: '显示',
  columns: [
    id('例：year'),
    {
      head: '显示',
      path: 'text',
      codec: codec.text,
      note: '幻灯片上怎么写这个时段。',
      width: 18,
      required: true,
      example: '2030年',
    },
    {
      head: '起止',
      path: 'span',
      codec: codec.text,
      note: '读不出起止时写：2030、2030-Q1、2030-01/2030-11、../2030-11（截至）、@2030-12-31（年末）。',
      width: 18,
    },
    {
      head: '原文写法',
      path: 'stated',
      codec: codec.list,
      note: '原文用哪些词语说这个时段，几种写法之间用；。能读出起止的不必写。',
      width: 30,
      example: '2030年；全年',
    },
    { head: '默认', path: 'implied', codec: codec.flag, note: '原文不写时段时就是它；只能有一个“是”。', example: '是' },
  ],
  settle: fields => ({ stated: [], ...fields }),
  order: ['id', 'text', 'span', 'stated', 'implied'],
}

export const SOURCES: EntrySheet = {
  name: '来源',
  named: '名称',
  columns: [
    id('例：gong-bao'),
    {
      head: '名称',
      path: 'title',
      codec: codec.text,
      note: '公报、报告、报表的全名。只有一个来源时这张表可以空着。',
      width: 34,
      required: true,
      example: '云溪区2030年统计公报',
    },
    { head: '发布单位', path: 'publisher', codec: codec.text, note: '谁发布的。', width: 18, example: '云溪区统计局' },
    { head: '日期', path: 'date', codec: codec.text, note: '什么时候发布的，照写。', width: 16, example: '2031年3月' },
    {
      head: '文件',
      path: 'file',
      codec: codec.text,
      note: '文件名，检查时 --source 认它。',
      width: 20,
      example: '公报.docx',
    },
    { head: '不分章', path: 'undivided', codec: codec.flag, note: '这个来源没有“章节”表里的标题，写“是”。' },
    {
      head: '只取部分的原因',
      path: 'partial',
      codec: codec.text,
      note: '只用其中一部分数时写原因，其余的数就不必都列出。',
      width: 24,
    },
    {
      head: '时段',
      path: 'period',
      codec: codec.reference('periods', '“时段”表里的一个时段', { sheet: '时段', head: '显示' }),
      note: '它说的是哪个时段，和“时段”表里默认的不同时才写。',
      width: 18,
    },
    {
      head: '章标题',
      path: 'headings',
      codec: codec.headings,
      note: '各章在这个来源里的标题和“章节”表里的不同时，写 章=标题，几章之间用；。',
      width: 24,
    },
  ],
  order: ['id', 'title', 'publisher', 'date', 'file', 'period', 'headings', 'undivided', 'partial'],
}
