import * as codec from '../codec.ts'
import { chapter, id, reason, source, type EntrySheet } from './column.ts'

export const QUOTES: EntrySheet = {
  name: '摘录',
  named: '讲话人',
  columns: [
    id('例：qi-ye-jia'),
    {
      head: '章节',
      path: 'chapter',
      codec: chapter,
      note: '从清单里选。',
      width: 20,
      required: true,
      example: '产业更有底气',
    },
    { head: '栏目', path: 'column', codec: codec.text, note: '在原文的哪一栏；原文不分栏的空着。', example: '访谈' },
    {
      head: '原话',
      path: 'text',
      codec: codec.text,
      note: '一字不差，不超过 30 字。',
      width: 44,
      required: true,
      example: '审批快了，我们开工也就快了。',
    },
    { head: '讲话人', path: 'speaker', codec: codec.text, note: '谁说的。', required: true, example: '某企业负责人' },
    {
      head: '身份',
      path: 'role',
      codec: codec.text,
      note: '单位、职务。',
      width: 24,
      required: true,
      example: '青禾产业园',
    },
    source,
  ],
  order: ['id', 'source', 'chapter', 'column', 'text', 'speaker', 'role'],
}

export const PHOTOS: EntrySheet = {
  name: '图片',
  named: '图注',
  columns: [
    id('例：chang-fang'),
    {
      head: '图注',
      path: 'caption',
      codec: codec.text,
      note: '原文的图注，一字不差。照片存为 public/photos/编号.jpg。',
      width: 30,
      required: true,
      example: '青禾产业园的厂房',
    },
    { head: '自拟', path: 'ownCaption', codec: codec.flag, note: '图注不是原文的，写“是”；这样的图注里不能有数。' },
    {
      head: '画面',
      path: 'alt',
      codec: codec.text,
      note: '照片上有什么，给看不见的人听。',
      width: 34,
      required: true,
      example: '厂房与烟囱',
    },
    {
      head: '示意图',
      path: 'scene',
      codec: codec.text,
      note: '没有照片时用的图，public/ 下的文件。',
      width: 24,
      required: true,
      example: 'scenes/works.svg',
    },
    { head: '署名', path: 'credit', codec: codec.text, note: '照片要署谁的名；有照片就必写。', width: 24 },
    { head: '焦点', path: 'focus', codec: codec.point, note: '裁切时保住的点：离左边、离上边各占几成，如 0.5，0.3。' },
  ],
}

export const ERRATA: EntrySheet = {
  name: '勘误',
  columns: [
    {
      head: '原文印作',
      path: 'printed',
      codec: codec.text,
      note: '原文印错的字句。',
      width: 30,
      required: true,
      example: '例：教说',
    },
    {
      head: '应读作',
      path: 'read',
      codec: codec.text,
      note: '应该是什么。',
      width: 30,
      required: true,
      example: '要闻',
    },
    {
      head: '章节',
      path: 'chapters',
      codec: codec.chapters,
      note: '错在哪几章，用；隔开。',
      width: 24,
      required: true,
      example: '产业更有底气',
    },
    reason('为什么是印错了。', '栏目名误排'),
    source,
  ],
}

export const NAMES: EntrySheet = {
  name: '名称',
  columns: [
    {
      head: '文字',
      path: 'text',
      codec: codec.text,
      note: '原文里带数字、但不是数据的词句，如 5G、24小时城市书房。',
      width: 30,
      required: true,
      example: '例：5G',
    },
    reason('为什么不是数据。', '术语'),
    {
      head: '数的是',
      path: 'counts',
      codec: codec.option({ chapters: '章数' }),
      note: '文稿说自己的数，如“四章”：选“章数”，系统会核对。',
    },
  ],
}

const UNUSED_SORTS = { figure: '数据', table: '表', quote: '摘录', photo: '图片', source: '原表' } as const

export const UNUSED: EntrySheet = {
  name: '不用',
  columns: [
    {
      head: '编号',
      path: 'id',
      codec: codec.figureRef,
      note: '哪一条不上页：数据的名称或编号，表、摘录、图片的编号；原文里不取数的表写表题。',
      width: 30,
      required: true,
      example: '例：chan-zhi',
    },
    {
      head: '种类',
      path: 'sort',
      codec: codec.option(UNUSED_SORTS),
      note: '空着就是数据。“原表”是原文里整张不取的表。',
    },
    reason('为什么不用。', '只在备注里口述'),
  ],
  order: ['id', 'sort', 'reason'],
}
