import type { StructuralNumber } from 'huibao'

/** Numbers that the deck states of itself. */
export const structural = [
  { text: '四章', counts: 'chapters', reason: '全文分四章' },
  { text: '四个“高”', counts: 'chapters', reason: '主题名“四高”拆开来说，一章一个“高”' },
] as const satisfies readonly StructuralNumber[]
