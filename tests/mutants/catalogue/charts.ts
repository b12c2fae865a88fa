import type { Edit, Mutant } from '../mutant.ts'

const bars = (find: string, put: string): Edit => ({ file: 'components/charts/bar-chart-option.ts', find, put })
const END = 'const end = zero + value * scale\n    const bar'
const VALUE = 'value: figure.value,\n    edge'
const isotype = (find: string, put: string): Edit => ({ file: 'components/charts/isotype-option.ts', find, put })
const waffle = (find: string, put: string): Edit => ({ file: 'components/charts/share-waffle-option.ts', find, put })
const donut = (find: string, put: string): Edit => ({ file: 'components/charts/share-donut-option.ts', find, put })
const stacked = (find: string, put: string): Edit => ({ file: 'components/charts/stacked-bars-option.ts', find, put })
const css = (put: string): Edit => ({ file: 'styles/charts.css', find: '/* Charts fill', put: `${put}\n/* Charts fill` })

const GREEN = '治理清水溪、凤凰溪\n'
const ROADS = '地下改管网，地上修路，路口添'
const PARKING = '停车位完成智能化改造，新增公共停车位'
const HOUSES = '办在家门口的实事'
const SCHOOLS = '新建学校，增办公办园'
const HOSPITALS = '家门口看病，智慧医院、美丽医院同步创建。'
const FACTORIES = '同步推进，均为'
const FIRMS = '创新主体成批长大，新培育的接'
const TRADE = '与全市相比, 与上年同期相比'
const PERMITS = `<ShareDonut :ids="['online-permits'`
const APPROVAL = '少等少跑：开办企业'
const GROWTHS = '<GrowthBars :ids'
const CASES = '<ReductionPair id="cases-filed-drop"'

/** Drawings that are not as large as their numbers. */
export const charts: readonly Mutant[] = [
  { name: '条形不从零起', rule: 'charts', slide: PARKING, edits: [bars('const bar = { from: zero,', `const bar = { from: zero + (id === 'parking-new' ? 12 : 0),`)], tells: /不从零线起/ },
  { name: '一条长了百分之三', rule: 'charts', slide: GREEN, edits: [bars(END, `const end = zero + value * scale * (id === 'wuyun-wetland-area' ? 1.03 : 1)\n    const bar`)], tells: /五云湖湿地公园.*相差 3%/ },
  { name: '一条短了百分之二', rule: 'charts', slide: ROADS, edits: [bars('...bar, to: end,', `...bar, to: id === 'roads-length' ? zero + (end - zero) * 0.98 : end,`)], tells: /相差 2%/ },
  { name: '截断的坐标轴', rule: 'charts', slide: HOUSES, edits: [bars(VALUE, `${VALUE.replace('figure.value', `figures[0]!.id === 'old-estates-households' ? (figure.value - 1300) * 7 : figure.value`)}`)], tells: /相差/ },
  { name: '两条的长度对调', rule: 'charts', slide: HOUSES, edits: [bars(VALUE, `${VALUE.replace('figure.value', `figures[0]!.id === 'old-estates-households' ? 2900 - figure.value : figure.value`)}`)], tells: /相差/ },
  { name: '最短的一条放大到看得清', rule: 'charts', slide: SCHOOLS, edits: [bars('bars.map(({ id, value, edge, label, tone }, index) => {', `bars.map(({ id, value: own, edge, label, tone }, index) => {\n    const value = Math.max(own, max === 7500 ? 3500 : 0)`)], tells: /公办幼儿园学位.*相差/ },
  { name: '约数的末端画成平的', rule: 'charts', slide: PARKING, edits: [bars('edge: edgeOf(figure),', `edge: figure.id === 'parking-upgraded' ? 'flat' as const : edgeOf(figure),`)], tells: /末端没有画出“约”/ },
  { name: '确数的末端画成锯齿', rule: 'charts', slide: ROADS, edits: [bars('edge: edgeOf(figure),', `edge: figure.id === 'roads-length' ? 'saw' as const : edgeOf(figure),`)], tells: /末端画成了约数/ },
  { name: '样式把条形拉长', rule: 'charts', slide: ROADS, edits: [css('.hb-chart [data-mark="bar"][data-figure="roads-length"] { transform: scaleX(1.06); }')], tells: /道路/ },
  { name: '样式把条形裁短', rule: 'charts', slide: CASES, edits: [css('.hb-chart [data-mark="bar"][data-figure="cases-filed-rest"] { clip-path: inset(0 30% 0 0); }')], tells: /立案率/ },
  { name: '样式藏起一条', rule: 'charts', slide: GREEN, edits: [{ file: 'styles/page.css', find: '.hb-page {', put: '.hb-chart [data-mark="bar"][data-figure="jingyun-forest-area"] { opacity: 0; }\n.hb-page {' }], tells: /没有画出来/ },
  { name: '样式藏起图标', rule: 'charts', slide: HOSPITALS, edits: [css('.hb-chart [data-mark="icon"][data-figure="health-centres"] { visibility: hidden; }')], tells: /没有画出来/ },
  { name: '两图各用各的比例尺', rule: 'charts', slide: SCHOOLS, edits: [{ find: `<BarChart :ids="['school-places', 'kindergarten-places']" :steps="[]" />`, put: `<BarChart :ids="['school-places']" />\n<BarChart :ids="['kindergarten-places']" />` }, { file: 'components/charts/shared-scale.ts', find: 'return fits.length ? Math.min(...fits) : undefined', put: 'return fits.length > 99 ? 1 : undefined' }], tells: /同一比例尺/ },
  { name: '堆叠的一段短了一成', rule: 'charts', slide: FIRMS, edits: [stacked('const [border, end] = [zero + (total - part) * scale', `const [border, end] = [zero + (total - part * (ids.part === 'high-tech-new' ? 0.9 : 1)) * scale`)], tells: /新培育高新技术企业.*相差 10%/ },
  { name: '堆叠的一段不在末端', rule: 'charts', slide: FIRMS, edits: [stacked(`...barElements({ from: end, to: border, y, thickness, edge: partEdge, fill: theme.color.highlight }`, `...barElements({ from: end - 30, to: border - 30, y, thickness, edge: partEdge, fill: theme.color.highlight }`)], tells: /不在总数的末端/ },
  { name: '环形少画百分之三', rule: 'charts', slide: PERMITS, edits: [donut('const end = round * value / WHOLE', `const end = round * value / WHOLE * (id === 'instant-permits' ? 0.97 : 1)`)], tells: /即办.*环形/ },
  { name: '环形不从正上方起', rule: 'charts', slide: PERMITS, edits: [donut(`marked('arc', id, shapeAt(ringPoints(center, diameter, 0,`, `marked('arc', id, shapeAt(ringPoints(center, diameter, id === 'online-permits' ? round * 0.05 : 0,`)], tells: /全程网办.*环形/ },
  { name: '百格图多涂一格', rule: 'charts', slide: TRADE, edits: [waffle('const fill = cellFill(value, index)', 'const fill = cellFill(value + 1, index)')], tells: /47\.8 格/ },
  { name: '百格图丢了零头', rule: 'charts', slide: TRADE, edits: [waffle('const fill = cellFill(value, index)', 'const fill = cellFill(Math.floor(value), index)')], tells: /涂满 46 格/ },
  { name: '百格图少一行', rule: 'charts', slide: TRADE, edits: [waffle('Array.from({ length: WAFFLE_SIDE ** 2 }, (_, index): Element[]', 'Array.from({ length: WAFFLE_SIDE ** 2 - WAFFLE_SIDE }, (_, index): Element[]')], tells: /90 格/ },
  { name: '图标多一个', rule: 'charts', slide: HOSPITALS, edits: [isotype('count: figure.value / (per ?? 1),', `count: figure.value / (per ?? 1) + (figure.id === 'smart-hospitals' ? 1 : 0),`)], tells: /画了 5 个图标/ },
  { name: '图标少半个', rule: 'charts', slide: FACTORIES, edits: [isotype('const whole = Math.ceil(count)', `count -= id === 'digital-workshops' ? 0.5 : 0\n  const whole = Math.ceil(count)`)], tells: /画了 7\.5 个图标/ },
  { name: '图标一排大一排小', rule: 'charts', slide: HOSPITALS, edits: [isotype('const scale = pitch * FILLED / ICON_GRID', `const scale = pitch * FILLED / ICON_GRID * (id === 'health-centres' ? 0.85 : 1)`)], tells: /图标宽/ },
  { name: '少画一排图标', rule: 'charts', slide: HOSPITALS, edits: [isotype('...iconElements(row,', `...row.id === 'beautiful-hospitals' ? [] : iconElements(row,`)], tells: /没有画这条数据/ },
  { name: '降幅剩下的一段长了', rule: 'charts', slide: APPROVAL, edits: [{ file: 'components/charts/reduction-pair-option.ts', find: 'zero + rest * scale]', put: 'zero + rest * scale * (rest < 20 ? 1.1 : 1)]' }], tells: /相差/ },
  { name: '降幅前后两条不同比例', rule: 'charts', slide: CASES, edits: [{ file: 'components/charts/reduction-pair-option.ts', find: 'zero + WHOLE * scale, zero', put: 'zero + WHOLE * scale * (rest > 20 ? 0.9 : 1), zero' }], tells: /相差/ },
  { name: '柱子夸大了变化', rule: 'charts', slide: TRADE, edits: [{ file: 'components/charts/before-after-option.ts', find: '[middle(index), value * scale]', put: '[middle(index), index === 0 ? value * scale * 0.8 : value * scale]' }], tells: /上年同期进出口总额.*相差/ },
  { name: '增幅画到减少一侧', rule: 'charts', slide: GROWTHS, edits: [{ file: 'components/charts/growth-bars-option.ts', find: 'const end = zero + change * scale', put: `const end = zero + change * scale * (id === 'trade-growth' ? -1 : 1)` }], tells: /减少一侧/ },
  { name: '增幅按平方画', rule: 'charts', slide: GROWTHS, edits: [{ file: 'components/charts/growth-bars-option.ts', find: 'const end = zero + change * scale', put: 'const end = zero + change * change / 81.4 * scale' }], tells: /相差/ },
  { name: '图形绑错编号', rule: 'charts', slide: GREEN, edits: [bars(`fill: theme.color[tone] }, ['bar', id]),`, `fill: theme.color[tone] }, ['bar', id === 'jingyun-forest-area' ? 'green-area-new' : id]),`)], tells: /菁云湖|新增城市绿化/ },
  { name: '零线不见，轴截断', rule: 'charts', slide: HOUSES, edits: [css('.hb-chart:has([data-figure="shanty-households"]) [data-mark="zero"] { visibility: hidden; }'), bars(VALUE, `${VALUE.replace('figure.value', `figures[0]!.id === 'old-estates-households' ? (figure.value - 1300) * 7 : figure.value`)}`)], tells: /零线/ },
  { name: '条和名称错行', rule: 'charts', slide: ROADS, edits: [bars('const y = layout.rows[index]!.y', `const y = layout.rows[bars[0]!.id === 'pipelines-length' ? bars.length - 1 - index : index]!.y`)], tells: /次序与图形相反/ },
  { name: '一条粗一条细', rule: 'charts', slide: PARKING, edits: [bars('const bar = { from: zero, y, thickness, edge }', `const bar = { from: zero, y, thickness: thickness * (id === 'parking-upgraded' ? 1.7 : 1), edge }`)], tells: /粗|厚|高/ },
  { name: '条与底同色', rule: 'charts', slide: GREEN, edits: [bars('...barElements({ ...bar, to: end, fill: theme.color[tone] }', `...barElements({ ...bar, to: end, fill: id === 'jingyun-forest-area' ? theme.color.paper : theme.color[tone] }`)], tells: /没有画|底色/ },
  { name: '整图裁去一角', rule: 'charts', slide: GROWTHS, edits: [css('.hb-chart:has([data-figure="investment-growth"]) { clip-path: inset(0 12% 0 0); }')], tells: /裁/ },
  { name: '图内 clipPath 裁短', rule: 'charts', slide: SCHOOLS, edits: [bars(`...barElements({ ...bar, to: end, fill: theme.color[tone] }, ['bar', id]),`, `...(id === 'school-places' ? [{ type: 'group' as const, clipPath: { type: 'rect' as const, shape: { x: 0, y: 0, width: zero + (end - zero) * 0.7, height: 2000 } }, children: barElements({ ...bar, to: end, fill: theme.color[tone] }, ['bar', id]) } as never] : barElements({ ...bar, to: end, fill: theme.color[tone] }, ['bar', id])),`)], tells: /裁/ },
  { name: '图形种类写错', rule: 'charts', slide: GREEN, edits: [bars(`fill: theme.color[tone] }, ['bar', id]),`, `fill: theme.color[tone] }, [(id === 'wuyun-wetland-area' ? 'column' : 'bar') as 'bar', id]),`), bars(END, `const end = zero + value * scale * (id === 'wuyun-wetland-area' ? 1.4 : 1)\n    const bar`)], tells: /种类|column|没有画/ },
  { name: '几乎透明的条', rule: 'charts', slide: PARKING, edits: [css('.hb-chart [data-mark="bar"][data-figure="parking-new"] { opacity: 0.03; }')], tells: /没有画/ },
  { name: '环形逆时针画', rule: 'charts', slide: PERMITS, edits: [{ file: 'components/charts/share-donut-option.ts', find: 'return [x + radius * Math.sin(angle), y - radius * Math.cos(angle)]', put: 'return [x - radius * Math.sin(angle), y - radius * Math.cos(angle)]' }], tells: /环形画成整圈/, also: [SCHOOLS] },
  { name: '百格图的格同色', rule: 'charts', slide: TRADE, edits: [css('.hb-chart [data-mark="fill"] { fill: var(--hb-paper, #fff) !important; }')], tells: /涂满 0 格/ },
  { name: '柱的名称对调', rule: 'charts', slide: TRADE, edits: [{ file: 'components/charts/before-after-option.ts', find: 'y: x, thickness, edge, fill }', put: 'y: middle(1 - index), thickness, edge, fill }' }], tells: /次序与图形相反/ },
]
