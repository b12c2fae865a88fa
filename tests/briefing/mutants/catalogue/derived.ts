import type { Mutant } from '../mutant.ts'
import { figure } from './figure.ts'

/** Faults of what is computed from figures. */
export const derived: readonly Mutant[] = [
  {
    name: '减写成加',
    rule: 'derived',
    ...figure('derived', 'high-tech-base', ['minus(', 'plus(']),
    tells: /high-tech|高新技术/,
  },
  {
    name: '加写成减',
    rule: 'derived',
    ...figure('derived', 'places-total', ['plus(', 'minus(']),
    tells: /不是|没有写明/,
  },
  {
    name: '减数换成另一条',
    rule: 'derived',
    ...figure('derived', 'sci-tech-base', [`figure('sci-tech-new')`, `figure('high-tech-new')`]),
    tells: /high-tech-new/,
  },
  {
    name: '除数换成另一条占比',
    rule: 'derived',
    ...figure('derived', 'trade-city-total', [`figure('trade-share')`, `figure('instant-permits')`]),
    tells: /instant-permits/,
  },
  {
    name: '基数不是百分之百',
    rule: 'derived',
    ...figure('derived', 'approval-time-rest', ['percent(100)', 'percent(90)']),
    tells: /90%/,
  },
  {
    name: '百分之百减去增幅',
    rule: 'derived',
    ...figure('derived', 'cases-filed-rest', [`figure('cases-filed-drop')`, `figure('trade-growth')`]),
    tells: /trade-growth/,
  },
  {
    name: '除写成减',
    rule: 'derived',
    ...figure('derived', 'contract-average', ['over(', 'minus(']),
    tells: /单位|亿元/,
  },
  {
    name: '推算的单位写错',
    rule: 'derived',
    ...figure('derived', 'contract-average', [`unit: '亿元'`, `unit: '万元'`]),
    tells: /亿元|万元/,
  },
  {
    name: '学位与学校相加',
    rule: 'derived',
    ...figure('derived', 'places-total', [`figure('kindergarten-places')`, `figure('kindergartens-new')`]),
    tells: /单位|所/,
  },
  {
    name: '上年的数写成今年的时段',
    rule: 'derived',
    ...figure('derived', 'trade-last-year', [`period: 'last-jan-nov', `, '']),
    tells: /时段/,
  },
  {
    name: '年初的数写成今年的时段',
    rule: 'derived',
    ...figure('derived', 'high-tech-base', [`period: 'year-start', `, '']),
    tells: /时段/,
  },
  {
    name: '推算的占比没有整体',
    rule: 'derived',
    ...figure('derived', 'approval-time-rest', [`whole: '原时限', `, '']),
    tells: /whole/,
  },
  {
    name: '平均数除以另一条',
    rule: 'derived',
    ...figure('derived', 'contract-average', [`figure('signed-projects')`, `figure('research-teams')`]),
    tells: /research-teams/,
  },
  {
    name: '两条推算的名称对调',
    rule: 'derived',
    edits: [
      { file: 'data/derived.ts', find: '高新技术企业年初基数', put: '暂名' },
      { file: 'data/derived.ts', find: '科技型企业年初基数', put: '高新技术企业年初基数' },
      { file: 'data/derived.ts', find: '暂名', put: '科技型企业年初基数' },
    ],
    at: `data/derived.ts#id: 'sci-tech-base'`,
    tells: /high-tech-total/,
  },
]
