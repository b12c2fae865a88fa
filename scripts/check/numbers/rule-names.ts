/**
 * The rules on the numbers of the rendered deck, in the order in which they are reported, and what people call them.
 */
export const numberRules = {
  digits: '数字没有来历，或与数据不符',
  charts: '图形与数据不符',
} as const

export type NumberRuleId = keyof typeof numberRules
