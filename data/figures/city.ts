import type { FigureInput } from '../model/figure.ts'

/** Figures of 城市建设呈现高品质. */
export const city = [
  { id: 'model-city-terms', label: '连续荣膺“全国双拥模范城”', value: 6, unit: '届', kind: 'count', period: 'year', evidence: { column: '导语', clause: '连续6届荣膺“全国双拥模范城”称号' } },
  { id: 'clear-water-investment', label: '“清水绿岸”治理提升工程总投资', value: 15.7, unit: '亿元', kind: 'amount', period: 'year', evidence: { column: '评说', clause: '总投资15.7亿元的清水溪、凤凰溪“清水绿岸”治理提升工程' } },
  { id: 'wuyun-wetland-area', label: '五云湖湿地公园', value: 26, unit: '万平方米', kind: 'area', period: 'year', evidence: { column: '评说', clause: '26万平方米的五云湖湿地公园' } },
  { id: 'jingyun-forest-area', label: '菁云湖原乡山林景观', value: 47, unit: '万平方米', kind: 'area', period: 'year', evidence: { column: '评说', clause: '47万平方米的菁云湖原乡山林景观' } },
  { id: 'roads-count', label: '建成城市道路', value: 36, unit: '条', kind: 'count', period: 'year', evidence: { column: '数说', clause: '建成城市道路36条' } },
  { id: 'roads-length', label: '建成城市道路总长', value: 47, unit: '公里', kind: 'length', period: 'year', evidence: { column: '数说', clause: '建成城市道路36条共47公里' } },
  { id: 'green-area-new', label: '新增城市绿化面积', value: 150, unit: '万平方米', qualifier: '以上', kind: 'area', period: 'year', evidence: { column: '数说', clause: '新增城市绿化面积150万平方米以上' } },
  { id: 'lift-estates', label: '改造更新电梯的小区', value: 14, unit: '个', kind: 'count', period: 'year', evidence: { column: '数说', clause: '改造更新14个小区的61台电梯' } },
  { id: 'lifts-renewed', label: '改造更新电梯', value: 61, unit: '台', kind: 'count', period: 'year', evidence: { column: '数说', clause: '改造更新14个小区的61台电梯' } },
  { id: 'fire-safety-buildings', label: '完成消防隐患整治的高层建筑', value: 200, unit: '栋', kind: 'count', period: 'year', evidence: { column: '数说', clause: '完成200栋高层建筑消防隐患整治' } },
  { id: 'parking-new', label: '新增公共停车位', value: 4700, unit: '个', kind: 'count', period: 'year', evidence: { column: '数说', clause: '新增公共停车位4700个' } },
  { id: 'parking-upgraded', label: '完成智能化改造的停车位', value: 10000, unit: '个', qualifier: '约', kind: 'count', period: 'year', evidence: { column: '数说', clause: '完成约10000个停车位智能化改造' } },
  { id: 'crossings-new', label: '新建人行过街设施', value: 3, unit: '座', kind: 'count', period: 'year', evidence: { column: '数说', clause: '新建3座人行过街设施' } },
  { id: 'pipelines-length', label: '新改建管网', value: 95.5, unit: '公里', kind: 'length', period: 'year', evidence: { column: '数说', clause: '新改建管网95.5公里' } },
] as const satisfies readonly FigureInput[]
