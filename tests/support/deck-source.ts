import type { FigureInput } from '../../model/figure.ts'
import type { DeckSource } from '../../model/source.ts'
import type { SourceDocument } from '../../model/source-document.ts'
import { figure, minus } from '../../model/expression.ts'

/** A small invented deck whose data is in order; tests break it one place at a time. */
export function soundSource(): Omit<DeckSource, 'sources'> & {
  sources?: SourceDocument[]
  figures: { file: string; chapter: string; source?: string; figures: FigureInput[] }[]
} {
  return {
    columns: ['评说', '数说', '话说'],
    chapters: [
      { id: 'trade', title: '商贸', short: '商贸', topic: '商贸' },
      { id: 'parks', title: '园林', short: '园林', topic: '园林' },
    ],
    periods: [
      { id: 'year', text: '2031年', stated: ['2031年'], implied: true },
      { id: 'spring', text: '2031年一季度', stated: ['一季度'] },
    ],
    figures: [
      {
        file: 'data/figures/trade.ts',
        chapter: 'trade',
        figures: [
          {
            id: 'shops',
            label: '商铺累计',
            value: 300,
            unit: '家',
            kind: 'count',
            period: 'year',
            evidence: { column: '数说', clause: '商铺累计300家' },
          },
          {
            id: 'shops-new',
            label: '新开商铺',
            value: 40,
            unit: '家',
            qualifier: '余',
            kind: 'count',
            period: 'year',
            of: 'shops',
            evidence: { column: '数说', clause: '新开商铺40余家' },
          },
          {
            id: 'sales-growth',
            label: '销售额',
            value: 6.5,
            unit: '%',
            kind: 'growth',
            change: '同比增长',
            period: 'spring',
            evidence: { column: '评说', clause: '销售额同比增长6.5%', period: '一季度' },
          },
        ],
      },
      {
        file: 'data/figures/parks.ts',
        chapter: 'parks',
        figures: [
          {
            id: 'parks-new',
            label: '新建公园',
            value: 3,
            unit: '个',
            kind: 'count',
            period: 'year',
            evidence: { column: '数说', clause: '新建公园3个' },
          },
        ],
      },
    ],
    derived: {
      file: 'data/derived.ts',
      figures: [
        {
          id: 'shops-base',
          label: '原有商铺',
          unit: '家',
          kind: 'count',
          decimals: 0,
          expression: minus(figure('shops'), figure('shops-new')),
        },
      ],
    },
    quotes: {
      file: 'data/quotes.ts',
      quotes: [
        { id: 'keeper', chapter: 'trade', column: '话说', text: '生意好做了。', speaker: '某店主', role: '商户' },
      ],
    },
    photos: {
      file: 'data/photos.ts',
      photos: [{ id: 'street', caption: '商业街', alt: '一条街', scene: 'scenes/street.svg' }],
    },
    errata: {
      file: 'data/errata.ts',
      errata: [{ printed: '商埔', read: '商铺', chapters: ['trade'], reason: '错字' }],
    },
  }
}
