import type { FigureInput } from '../model/figure.ts'

/** Figures of 社会民生有了高保障. */
export const livelihood = [
  { id: 'livelihood-investment', label: '民生实事投入', value: 5, unit: '亿元', kind: 'amount', period: 'year', evidence: { column: '评说', clause: '沙坪坝区投入5亿元' } },
  { id: 'livelihood-projects', label: '民生实事', value: 10, unit: '件', kind: 'count', period: 'year', evidence: { column: '评说', clause: '基层社会治理等10件民生实事' } },
  { id: 'livelihood-satisfaction', label: '民生实事评议满意率', value: 100, unit: '%', kind: 'share', period: 'year', note: '由区人大常委会评议', evidence: { column: '评说', clause: '满意率达100%' } },
  { id: 'public-kindergartens-share', label: '幼儿园公办率', value: 52.05, unit: '%', kind: 'share', whole: '全区幼儿园', period: 'year', evidence: { column: '评说', clause: '公办率、普惠率分别达到52.05%、80.43%' } },
  { id: 'affordable-kindergartens-share', label: '幼儿园普惠率', value: 80.43, unit: '%', kind: 'share', whole: '全区幼儿园', overlap: '公办幼儿园也计入普惠', period: 'year', evidence: { column: '评说', clause: '公办率、普惠率分别达到52.05%、80.43%' } },
  { id: 'hospital-investment', label: '区人民医院新院区投入', value: 22, unit: '亿元', kind: 'amount', period: 'year', evidence: { column: '评说', clause: '投入22亿元的区人民医院新院区' } },
  { id: 'health-centres-rank', label: '甲级社区卫生服务机构数量全市排位', value: 1, unit: '位', kind: 'rank', period: 'year', evidence: { column: '评说', clause: '甲级社区卫生服务机构数量在全市居第一' } },
  { id: 'cases-filed-drop', label: '立案率', value: 55.3, unit: '%', kind: 'reduction', change: '同比下降', comparedWith: '上年', period: 'year', evidence: { column: '评说', clause: '立案率同比下降55.3%' } },
  { id: 'old-estates', label: '完成改造的老旧小区', value: 9, unit: '个', kind: 'count', period: 'year', evidence: { column: '数说', clause: '完成9个老旧小区' } },
  { id: 'old-estates-area', label: '老旧小区改造面积', value: 7.81, unit: '万平方米', kind: 'area', period: 'year', evidence: { column: '数说', clause: '老旧小区7.81万平方米改造' } },
  { id: 'old-estates-households', label: '老旧小区改造惠及居民', value: 1500, unit: '户', kind: 'count', period: 'year', evidence: { column: '数说', clause: '惠及居民1500户' } },
  { id: 'shanty-households', label: '改造城市棚户区', value: 1400, unit: '户', kind: 'count', period: 'year', evidence: { column: '数说', clause: '改造城市棚户区1400户' } },
  { id: 'schools-new', label: '建成投用中小学', value: 5, unit: '所', kind: 'count', period: 'year', evidence: { column: '数说', clause: '建成投用中小学5所' } },
  { id: 'school-places', label: '中小学增加学位', short: '中小学学位', value: 7500, unit: '个', kind: 'count', period: 'year', evidence: { column: '数说', clause: '中小学5所，增加学位7500个' } },
  { id: 'kindergartens-new', label: '新投用公办幼儿园', value: 9, unit: '所', kind: 'count', period: 'year', evidence: { column: '数说', clause: '新投用公办幼儿园9所' } },
  { id: 'kindergarten-places', label: '公办幼儿园增加学位', short: '公办幼儿园学位', value: 2520, unit: '个', kind: 'count', period: 'year', evidence: { column: '数说', clause: '公办幼儿园9所，增加学位2520个' } },
  { id: 'health-centres', label: '建成甲级社区卫生服务机构', short: '甲级社区卫生服务机构', value: 7, unit: '家', kind: 'count', period: 'year', evidence: { column: '数说', clause: '建成7家甲级社区卫生服务机构' } },
  { id: 'beautiful-hospitals', label: '创建重庆市“美丽医院”', short: '“美丽医院”', value: 2, unit: '家', kind: 'count', period: 'year', evidence: { column: '数说', clause: '创建重庆市“美丽医院”2家' } },
  { id: 'smart-hospitals', label: '创建重庆市“智慧医院”', short: '“智慧医院”', value: 4, unit: '家', kind: 'count', period: 'year', evidence: { column: '数说', clause: '“智慧医院”4家' } },
  { id: 'nursing-rooms', label: '设置母婴室', value: 58, unit: '处', kind: 'count', period: 'year', evidence: { column: '数说', clause: '在车站、商场等设置母婴室58处' } },
  { id: 'culture-centres', label: '新改建基层综合文化服务中心', short: '基层综合文化服务中心', value: 18, unit: '个', kind: 'count', period: 'year', evidence: { column: '数说', clause: '新改建18个基层综合文化服务中心' } },
  { id: 'city-libraries', label: '新建24小时城市书房', short: '24小时城市书房', value: 2, unit: '个', kind: 'count', period: 'year', evidence: { column: '数说', clause: '新建24小时城市书房2个' } },
] as const satisfies readonly FigureInput[]
