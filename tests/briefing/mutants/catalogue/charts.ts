import type { Edit, Mutant } from '../mutant.ts'

/** A style sheet of the slide's own. */
const style = (css: string): Edit => ({ find: '\n<!--\n', put: `\n<style>\n${css}\n</style>\n\n<!--\n` })
const bar = (id: string, css: string): Edit => style(`:deep([data-mark="bar"][data-figure="${id}"]) { ${css}; }`)

/** Drawings that are not as large as their numbers; what components could draw wrong is told in \`tests/check\`. */
export const charts: readonly Mutant[] = [
  {
    name: '样式把条形拉长',
    rule: 'charts',
    slide: '地下改管网，地上修路，路口添',
    edits: [bar('roads-length', 'transform: scaleX(1.06)')],
    tells: /道路/,
  },
  {
    name: '样式把条形裁短',
    rule: 'charts',
    slide: '<ReductionPair id="cases-filed-drop"',
    edits: [bar('cases-filed-rest', 'clip-path: inset(0 30% 0 0)')],
    tells: /立案率/,
  },
  {
    name: '样式藏起一条',
    rule: 'charts',
    slide: '治理清水溪、凤凰溪\n',
    edits: [bar('jingyun-forest-area', 'opacity: 0')],
    tells: /没有画出来/,
  },
  {
    name: '几乎透明的条',
    rule: 'charts',
    slide: '停车位完成智能化改造，新增公共停车位',
    edits: [bar('parking-new', 'opacity: 0.03')],
    tells: /没有画/,
  },
  {
    name: '样式藏起图标',
    rule: 'charts',
    slide: '家门口看病，智慧医院、美丽医院同步创建。',
    edits: [style(':deep([data-mark="icon"][data-figure="health-centres"]) { visibility: hidden; }')],
    tells: /没有画出来/,
  },
  {
    name: '零线不见',
    rule: 'charts',
    slide: '办在家门口的实事',
    edits: [style(':deep([data-mark="zero"]) { visibility: hidden; }')],
    tells: /零线/,
  },
  {
    name: '整图裁去一角',
    rule: 'charts',
    slide: '<GrowthBars :ids',
    edits: [style('.hb-chart { clip-path: inset(0 12% 0 0); }')],
    tells: /裁/,
  },
  {
    name: '百格图的格同色',
    rule: 'charts',
    slide: '与全市相比, 与上年同期相比',
    edits: [style(':deep([data-mark="fill"]) { fill: var(--hb-paper, #fff) !important; }')],
    tells: /涂满 0 格/,
  },
]
