/** The rules on how slides look, in the order in which they are reported, and what people call them. */
export const layoutRules = {
  ready: '页面没有就绪',
  outside: '超出页面或所在的框',
  overlap: '文字重叠',
  small: '字太小',
  title: '标题行数太多',
  clipped: '文字被截断',
  unseen: '看不见的文字',
  empty: '大片空白',
  orphan: '末行只有一个字',
  unit: '数字与单位分开',
  punctuation: '标点在行首或行尾',
  narrow: '手机阅读页',
} as const

export type LayoutRuleId = keyof typeof layoutRules
