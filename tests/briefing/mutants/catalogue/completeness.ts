import { ARTICLE } from '../copy.ts'
import type { Mutant } from '../mutant.ts'

const figure = (file: string, id: string): string => `data/figures/${file}.ts#id: '${id}'`

/** Faults of what is left out, or listed for nothing. */
export const completeness: readonly Mutant[] = [
  {
    name: '一条数据哪一页都没有',
    rule: 'completeness',
    edits: [
      {
        find: "<Isotype :ids=\"['health-centres', 'smart-hospitals', 'beautiful-hospitals']\"",
        put: "<Isotype :ids=\"['health-centres', 'smart-hospitals']\"",
      },
      { find: '、美丽医院<Fig id="beautiful-hospitals" />', put: '、美丽医院' },
    ],
    at: figure('livelihood', 'beautiful-hospitals'),
    tells: /没有一页展示它/,
  },
  {
    name: '一条数据只在备注里',
    rule: 'completeness',
    edits: [{ find: `<FigureGrid :cols="1" :ids="['research-institutes-new']" />`, put: '' }],
    at: figure('economy', 'research-institutes-new'),
    tells: /只出现在备注/,
  },
  {
    name: '一条数据只剩时段',
    rule: 'completeness',
    edits: [
      { find: `'foreign-capital', 'streams`, put: `'streams` },
      {
        find: '签约与合同<Fig id="signed-projects" as="period" />',
        put: '签约与合同<Fig id="foreign-capital" as="period" />',
      },
    ],
    at: figure('reform', 'foreign-capital'),
    tells: /时段/,
  },
  {
    name: '一句引语没有用上',
    rule: 'completeness',
    edits: [{ find: 'quote: li-guanghua', put: 'quote: ding-derui' }],
    at: `data/quotes.ts#id: 'li-guanghua'`,
    tells: /没有一页展示它/,
  },
  {
    name: '一张图没有用上',
    rule: 'completeness',
    edits: [{ find: 'photo: tod-complex', put: 'photo: park' }],
    at: `data/photos.ts#id: 'tod-complex'`,
    tells: /没有一页展示它/,
  },
  {
    name: '写明不用的却用了',
    rule: 'completeness',
    edits: [
      { file: 'data/unused.ts', find: '] as const', put: `  { id: 'nursing-rooms', reason: '篇幅有限' },\n] as const` },
    ],
    tells: /写明不用，却出现在/,
  },
  {
    name: '原文里的数没有着落',
    rule: 'completeness',
    article: true,
    edits: [{ file: ARTICLE, find: '建成城市道路36条', put: '新增公交线路12条；建成城市道路36条' }],
    at: `${ARTICLE}#新增公交线路12条`,
    tells: /公交线路12/,
  },
  {
    name: '原文里的中文数没有着落',
    rule: 'completeness',
    article: true,
    edits: [{ file: ARTICLE, find: '新投用公办幼儿园9所', put: '改扩建学校三所；新投用公办幼儿园9所' }],
    at: `${ARTICLE}#改扩建学校三所`,
    tells: /学校三/,
  },
  {
    name: '删去一条数据，原文还在',
    rule: 'completeness',
    article: true,
    edits: [
      {
        file: 'data/figures/livelihood.ts',
        entry: `id: 'nursing-rooms'`,
        find: `{ id: 'nursing-rooms', label: '设置母婴室', value: 58, unit: '处', kind: 'count', period: 'year', evidence: { column: '数说', clause: '在车站、商场等设置母婴室58处' }, },`,
        put: '',
      },
    ],
    at: `${ARTICLE}#母婴室58处`,
    tells: /母婴室58/,
  },
  {
    name: '名目过时',
    rule: 'completeness',
    article: true,
    edits: [
      { file: 'data/names.ts', find: '] as const', put: `  { text: '一网通办', reason: '服务名' },\n] as const` },
    ],
    at: `data/names.ts#text: '一网通办'`,
    tells: /原文里没有这个说法/,
  },
  {
    name: '名目漏列',
    rule: 'completeness',
    article: true,
    edits: [{ file: 'data/names.ts', find: `  { text: '212国道', reason: '道路名' },\n`, put: '' }],
    at: `${ARTICLE}#212国道`,
    tells: /212/,
  },
  {
    name: '数据顶着名目',
    rule: 'completeness',
    article: true,
    edits: [{ file: ARTICLE, find: '连续6届', put: '5G基站6个；连续6届' }],
    at: `${ARTICLE}#5G基站6个`,
    tells: /基站6/,
  },
]
