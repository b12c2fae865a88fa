import type { FigureInput } from '../../../model/figure.ts'
import type { Dataset } from '../../../model/lookup.ts'
import { loadDataset } from '../../support/load-dataset.ts'
import { figure, minus } from '../../../model/expression.ts'

const year = (input: Omit<FigureInput, 'period' | 'evidence'>, clause: string, column = '数据'): FigureInput => ({
  ...input,
  period: 'year',
  evidence: { column, clause },
})

/** The figures of an invented district, so that a change of the real deck's data never breaks these tests. */
export function harbourFigures(): Dataset<string> {
  return loadDataset<string>({
    columns: ['综述', '数据'],
    chapters: [
      { id: 'harbour', title: '港口走向深蓝', short: '深蓝', topic: '港口贸易' },
      { id: 'homes', title: '家园更加宜居', short: '宜居', topic: '家园建设' },
    ],
    periods: [{ id: 'year', text: '2031年', stated: ['2031年'], implied: true }],
    figures: [
      {
        file: 'data/harbour.ts',
        chapter: 'harbour',
        figures: [
          year(
            { id: 'cargo', label: '进出港货值', value: 840, unit: '亿元', qualifier: '突破', kind: 'amount' },
            '进出港货值突破840亿元',
          ),
          year(
            {
              id: 'cargo-growth',
              label: '货值增速',
              value: 12.5,
              unit: '%',
              kind: 'growth',
              change: '同比增长',
              comparedWith: '上年',
              of: 'cargo',
            },
            '货值同比增长12.5%',
          ),
          year(
            { id: 'container-share', label: '集装箱占比', value: 63.4, unit: '%', kind: 'share', whole: '全部货物' },
            '集装箱占比63.4%',
            '综述',
          ),
          year({ id: 'berth-rank', label: '泊位数排位', value: 2, unit: '位', kind: 'rank' }, '泊位数居全省第二位'),
          year({ id: 'carriers', label: '航运企业累计', value: 220, unit: '家', kind: 'count' }, '航运企业累计220家'),
          year(
            {
              id: 'carriers-new',
              label: '新引进航运企业',
              value: 80,
              unit: '家',
              qualifier: '余',
              kind: 'count',
              of: 'carriers',
            },
            '新引进航运企业80余家',
          ),
        ],
      },
      {
        file: 'data/homes.ts',
        chapter: 'homes',
        figures: [
          year(
            { id: 'flats', label: '新建保障房', value: 3200, unit: '户', qualifier: '以上', kind: 'count' },
            '新建保障房3200户以上',
          ),
        ],
      },
    ],
    derived: {
      file: 'data/derived.ts',
      figures: [
        {
          id: 'carriers-base',
          label: '原有航运企业',
          unit: '家',
          kind: 'count',
          decimals: 0,
          expression: minus(figure('carriers'), figure('carriers-new')),
        },
      ],
    },
    quotes: { file: 'data/quotes.ts', quotes: [] },
    photos: { file: 'data/photos.ts', photos: [] },
    errata: { file: 'data/errata.ts', errata: [] },
  })
}
