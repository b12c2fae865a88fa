import type { Erratum } from 'huibao'

/** Errata of the source. Clauses are kept as printed; what is shown follows `read`. */
export const errata = [
  {
    printed: '教说',
    read: '数说',
    chapters: ['economy', 'reform', 'city', 'livelihood'],
    reason: '栏目名“话说、评说、数说”中“数”误排为“教”，四章皆误',
  },
  {
    printed: '培育科技型企470余家',
    read: '培育科技型企业470余家',
    chapters: ['economy'],
    reason: '漏排“业”字，前一分句为“培育高新技术企业”',
  },
] as const satisfies readonly Erratum[]
