import type { DeckSource, DerivedInput } from 'huibao'
import { figure, minus, percent } from 'huibao'
import { industry, living } from './figures.ts'

const chapters = [
  { id: 'industry', title: '产业更有底气', short: '底气', topic: '产业发展' },
  { id: 'living', title: '民生更有温度', short: '温度', topic: '民生保障' },
] as const

/** 由别的数据算出来的，印出来都带“推算”二字 */
const derived = [
  {
    id: 'companies-other',
    label: '新引进的其他企业',
    short: '其他企业',
    unit: '家',
    kind: 'count',
    decimals: 0,
    expression: minus(figure('companies-new'), figure('companies-tech')),
  },
  {
    id: 'approval-rest',
    label: '城乡低保审批时限相当于原来',
    unit: '%',
    kind: 'share',
    decimals: 0,
    whole: '原时限',
    expression: minus(percent(100), figure('approval-cut')),
  },
] as const satisfies readonly DerivedInput[]

const quotes = [
  {
    id: 'owner',
    chapter: 'industry',
    column: '访谈',
    text: '审批快了，我们开工也就快了。',
    speaker: '某企业负责人',
    role: '青禾产业园',
  },
] as const

/** 图位：把照片放进 public/photos/，文件名就是编号，例如 works.jpg；没有照片时画的是 scene */
const photos = [
  { id: 'works', caption: '青禾产业园的厂房', alt: '厂房与烟囱', scene: 'scenes/works.svg' },
  { id: 'school', caption: '新建的学校', alt: '教学楼', scene: 'scenes/school.svg' },
] as const

declare module 'huibao' {
  interface Register {
    figure: (typeof industry | typeof living | typeof derived)[number]['id']
    chapter: (typeof chapters)[number]['id']
    quote: (typeof quotes)[number]['id']
    photo: (typeof photos)[number]['id']
  }
}

/** 这份文稿的全部数据；有一条写错，每条命令都会停下来说明 */
export const source: DeckSource = {
  columns: ['数据', '访谈'],
  chapters,
  periods: [{ id: 'year', text: '2030年', stated: ['2030年'], implied: true }],
  figures: [
    { file: 'data/figures.ts', chapter: 'industry', figures: industry },
    { file: 'data/figures.ts', chapter: 'living', figures: living },
  ],
  derived: { file: 'data/deck.ts', figures: derived },
  quotes: { file: 'data/deck.ts', quotes },
  photos: { file: 'data/deck.ts', photos },
  errata: { file: 'data/deck.ts', errata: [] },
  names: { file: 'data/deck.ts', names: [{ text: '2030', reason: '本期汇报的年份' }] },
}
