import type { DerivedInput } from './model/source.ts'
import { figure, minus, over, percent, plus } from './model/expression.ts'

/** Figures computed from those of the source; each is shown with 推算 beside it. */
export const derived = [
  { id: 'high-tech-base', label: '高新技术企业年初基数', unit: '家', kind: 'count', decimals: 0, period: 'year-start', expression: minus(figure('high-tech-total'), figure('high-tech-new')) },
  { id: 'sci-tech-base', label: '科技型企业年初基数', unit: '家', kind: 'count', decimals: 0, period: 'year-start', expression: minus(figure('sci-tech-total'), figure('sci-tech-new')) },
  { id: 'supplier-sales-rest', label: '受访企业一季度销售收入相当于往年同期', unit: '%', kind: 'share', decimals: 0, whole: '往年同期', expression: minus(percent(100), figure('supplier-sales-drop')) },
  { id: 'approval-time-rest', label: '行政审批时限相当于原来', unit: '%', kind: 'share', decimals: 1, whole: '原时限', expression: minus(percent(100), figure('approval-time-cut')) },
  { id: 'trade-city-total', label: '全市进出口总额', unit: '亿元', kind: 'amount', decimals: 0, expression: over(figure('trade-total'), figure('trade-share')) },
  { id: 'trade-last-year', label: '上年同期进出口总额', unit: '亿元', kind: 'amount', decimals: 0, period: 'last-jan-nov', expression: over(figure('trade-total'), plus(percent(100), figure('trade-growth'))) },
  { id: 'contract-average', label: '每个签约项目平均金额', unit: '亿元', kind: 'amount', decimals: 1, expression: over(figure('contract-amount'), figure('signed-projects')) },
  { id: 'cases-filed-rest', label: '立案率相当于上年', unit: '%', kind: 'share', decimals: 1, whole: '上年', expression: minus(percent(100), figure('cases-filed-drop')) },
  { id: 'places-total', label: '中小学幼儿园新增学位', unit: '个', kind: 'count', decimals: 0, expression: plus(figure('school-places'), figure('kindergarten-places')) },
] as const satisfies readonly DerivedInput[]
