import type { CategoryResult } from './finding.ts'
import type { CheckContext } from './context.ts'
import { factsRules, factsRulesAsked } from './facts/rule-names.ts'
import { layoutRules } from './layout/rule-names.ts'
import { numberRules } from './numbers/rule-names.ts'

/** Rules that look at the same thing. */
export interface Category {
  /** As the command line names it. */
  id: string
  /** What it is about, in a few Chinese words. */
  name: string
  rules: readonly {
    id: string
    name: string
    /** Whether it is applied only where it is asked for by name. */
    asked?: true
  }[]
  /** Loads what applies the rules, which may be large. */
  load: () => Promise<{ check: (rules: ReadonlySet<string>, checkContext: CheckContext) => Promise<CategoryResult> }>
}

/** All categories, in the order in which they are checked. */
export const categories: readonly Category[] = [
  {
    id: 'facts',
    name: '数据与依据',
    rules: [
      ...Object.entries(factsRules).map(([id, name]) => ({ id, name })),
      ...Object.entries(factsRulesAsked).map(([id, name]) => ({ id, name, asked: true as const })),
    ],
    load: () => import('./facts/check.ts'),
  },
  {
    id: 'layout',
    name: '版面',
    rules: Object.entries(layoutRules).map(([id, name]) => ({ id, name })),
    load: () => import('./layout/check.ts'),
  },
  {
    id: 'numbers',
    name: '页面上的数字',
    rules: Object.entries(numberRules).map(([id, name]) => ({ id, name })),
    load: () => import('./numbers/check.ts'),
  },
  {
    id: 'exports',
    name: '导出的文件',
    rules: [{ id: 'exports', name: '文件里的数不是数据的', asked: true }],
    load: () => import('./exported/check.ts'),
  },
]

/** What people call a rule. */
export function ruleName(id: string): string {
  return categories.flatMap(({ rules }) => rules).find(rule => rule.id === id)?.name ?? id
}
