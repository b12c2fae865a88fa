/** The rules on what the data says, in the order in which they are applied, and what people call them. */
export const factsRules = {
  evidence: '数据与原句不符',
  completeness: '数据有遗漏',
  derived: '推算不成立',
  consistency: '前后不一致',
  doubt: '数据待核',
} as const

/** Rules that are applied only where they are asked for. */
export const factsRulesAsked = {
  signed: '没有两个人确认',
} as const

export type FactsRuleId = keyof typeof factsRules | keyof typeof factsRulesAsked
