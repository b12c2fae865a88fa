import type { FigureInput } from '../model/figure.ts'

/** Figures of 经济发展实现高质量. */
export const economy = [
  { id: 'printers-3d', label: '无人工厂自研3D打印机', value: 16, unit: '台', kind: 'count', period: 'year', evidence: { column: '评说', clause: '16台由该公司自主研发的3D打印机' } },
  { id: 'industry-growth-rank', label: '规模工业增加值增速全市排位', value: 2, unit: '位', kind: 'rank', period: 'jan-nov', evidence: { column: '评说', clause: '规模工业增加值的增速排全市第二位', period: '今年1-11月' } },
  { id: 'partner-provinces', label: '合作设立沿线子公司', value: 6, unit: '省市区', kind: 'count', period: 'year', evidence: { column: '评说', clause: '与陕、黔、桂等6省市区合作设立沿线子公司' } },
  { id: 'overseas-hubs', label: '新设海外分拨中心', value: 3, unit: '个', kind: 'count', period: 'year', evidence: { column: '评说', clause: '新设海外分拨中心3个' } },
  { id: 'smart-industry-output', label: '智能产业产值', value: 1600, unit: '亿元', qualifier: '突破', kind: 'amount', period: 'year', evidence: { column: '数说', clause: '智能产业产值突破1600亿元' } },
  { id: 'industry-growth', label: '规模工业增加值', value: 8.9, unit: '%', kind: 'growth', change: '同比增长', comparedWith: '上年同期', period: 'jan-nov', evidence: { column: '数说', clause: '规模工业增加值同比增长8.9%', period: '今年前11个月' } },
  { id: 'investment-growth', label: '工业投资', value: 81.4, unit: '%', kind: 'growth', change: '同比增长', comparedWith: '上年同期', period: 'jan-nov', evidence: { column: '数说', clause: '工业投资同比增长81.4%', period: '今年前11个月' } },
  { id: 'smart-factories', label: '新建智能工厂', short: '智能工厂', value: 4, unit: '个', kind: 'count', period: 'jan-nov', evidence: { column: '数说', clause: '新建智能工厂4个', period: '今年前11个月' } },
  { id: 'digital-workshops', label: '新建数字化车间', short: '数字化车间', value: 8, unit: '个', kind: 'count', period: 'jan-nov', evidence: { column: '数说', clause: '数字化车间8个', period: '今年前11个月' } },
  { id: 'upgrade-projects', label: '实施技改项目', short: '技改项目', value: 52, unit: '个', kind: 'count', period: 'jan-nov', evidence: { column: '数说', clause: '实施技改项目52个', period: '今年前11个月' } },
  { id: 'smart-upgrade-projects', label: '智能化改造项目', value: 46, unit: '个', kind: 'count', period: 'jan-nov', evidence: { column: '数说', clause: '智能化改造项目46个', period: '今年前11个月' } },
  { id: 'base-stations-5g', label: '建成5G基站', value: 2541, unit: '个', kind: 'count', period: 'jan-nov', evidence: { column: '数说', clause: '建成5G基站2541个', period: '今年前11个月' } },
  { id: 'logistics-firms-new', label: '各类物流和商贸市场主体新增', short: '新增市场主体', value: 1000, unit: '家', qualifier: '余', kind: 'count', period: 'jan-nov', evidence: { column: '数说', clause: '各类物流和商贸市场主体新增1000余家', period: '今年前11个月' } },
  { id: 'high-tech-new', label: '新培育高新技术企业', value: 60, unit: '家', qualifier: '余', kind: 'count', period: 'jan-nov', of: 'high-tech-total', evidence: { column: '数说', clause: '培育高新技术企业60余家', period: '今年前11个月' } },
  { id: 'high-tech-total', label: '高新技术企业累计', short: '高新技术企业', value: 130, unit: '家', kind: 'count', period: 'jan-nov', evidence: { column: '数说', clause: '培育高新技术企业60余家，累计达到130家', period: '今年前11个月' } },
  { id: 'sci-tech-new', label: '新培育科技型企业', value: 470, unit: '家', qualifier: '余', kind: 'count', period: 'jan-nov', of: 'sci-tech-total', evidence: { column: '数说', clause: '培育科技型企470余家', period: '今年前11个月' } },
  { id: 'sci-tech-total', label: '科技型企业累计', short: '科技型企业', value: 1050, unit: '家', kind: 'count', period: 'jan-nov', evidence: { column: '数说', clause: '培育科技型企470余家，累计达到1050家', period: '今年前11个月' } },
  { id: 'research-institutes-new', label: '新增市级高端研发机构', value: 2, unit: '家', kind: 'count', period: 'jan-nov', evidence: { column: '数说', clause: '新增市级高端研发机构2家', period: '今年前11个月' } },
] as const satisfies readonly FigureInput[]
