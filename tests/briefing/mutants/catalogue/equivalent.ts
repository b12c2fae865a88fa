import { ARTICLE } from '../copy.ts'
import type { EquivalentMutant } from '../mutant.ts'

/** What may be changed without anybody being told anything wrong. */
export const equivalents: readonly EquivalentMutant[] = [
  {
    name: '改一句话',
    slide: '网络底座同步铺开',
    edits: [{ find: '无人车间已经投产。', put: '无人车间也已投产，一线工人转岗做了运维。' }],
  },
  {
    name: '改一个标题',
    slide: '# 四个“高”，交出的答卷',
    edits: [{ find: '# 四个“高”，交出的答卷', put: '# 四个“高”，交出的答卷与下一步' }],
  },
  {
    name: '两页换次序',
    edits: [
      { find: 'quote: li-guanghua', put: 'quote: SWAP' },
      { find: 'quote: ding-derui', put: 'quote: li-guanghua' },
      { find: 'quote: SWAP', put: 'quote: ding-derui' },
    ],
  },
  { name: '换皮肤', edits: [{ find: 'skin: 红', put: 'skin: 夜' }] },
  {
    name: '添一页没有数的话',
    edits: [
      {
        find: '---\nlayout: numbers\ntag: 记分牌',
        put: '---\nlayout: numbers\ntag: 下一步\ntime: 20\n---\n\n# 下一步怎么走\n\n一是稳增长，二是促改革，三是惠民生；一件接着一件办，进一步把好事办实。\n\n<!--\n下一步还是围绕主题主线，一张蓝图绘到底，请各部门统一思想，第一时间抓落实，万众一心往前走。\n-->\n\n---\nlayout: numbers\ntag: 记分牌',
      },
    ],
  },
  {
    name: '添一页用数据的话',
    edits: [
      {
        find: '---\nlayout: end\n',
        put: '---\nlayout: chart\nchapter: city\ntime: 30\n---\n\n## 新建人行过街设施<Fig id="crossings-new" />，新改建管网<Fig id="pipelines-length" />\n\n<BarChart :ids="[\'pipelines-length\', \'roads-length\']" />\n\n<!--\n再看一眼城市建设：建成城市道路<Fig id="roads-count" />，总长<Fig id="roads-length" />，新改建管网<Fig id="pipelines-length" />。\n-->\n\n---\nlayout: end\n',
      },
    ],
  },
  {
    name: '添一个图片位置',
    edits: [
      {
        file: 'data/photos.ts',
        find: '] as const',
        put: `  { id: 'library', caption: '沙坪公园的早晨', alt: '晨光里的湖面与步道', scene: 'scenes/park.svg', credit },\n] as const`,
      },
      { file: ARTICLE, find: '\n经济发展实现高质量\n', put: '\n沙坪公园的早晨\n经济发展实现高质量\n' },
      { find: 'chapter: livelihood\nphoto: park', put: 'chapter: livelihood\nphoto: library' },
      {
        file: 'data/unused.ts',
        find: '] as const',
        put: `  { id: 'park', sort: 'photo', reason: '换成了晨景' },\n] as const`,
      },
    ],
    accepts: true,
  },
  {
    name: '添一条有出处的数据并展示',
    edits: [
      {
        file: 'data/figures/city.ts',
        find: '] as const',
        put: `  { id: 'bus-lanes', label: '新增公交专用道', value: 12, unit: '公里', kind: 'length', period: 'year', evidence: { column: '数说', clause: '新增公交专用道12公里' } },\n] as const`,
      },
      { file: ARTICLE, find: '建成城市道路36条', put: '新增公交专用道12公里；建成城市道路36条' },
      { find: `:ids="['clear-water-investment']"`, put: `:ids="['clear-water-investment', 'bus-lanes']"` },
    ],
    accepts: true,
  },
  {
    name: '数据在文件里换次序',
    edits: [
      {
        file: 'data/figures/livelihood.ts',
        find: ` { id: 'nursing-rooms', label: '设置母婴室', value: 58, unit: '处', kind: 'count', period: 'year', evidence: { column: '数说', clause: '在车站、商场等设置母婴室58处' }, }, `,
        put: '\n',
      },
      {
        file: 'data/figures/livelihood.ts',
        find: 'export const livelihood = [\n',
        put: `export const livelihood = [\n  { id: 'nursing-rooms', label: '设置母婴室', value: 58, unit: '处', kind: 'count', period: 'year', evidence: { column: '数说', clause: '在车站、商场等设置母婴室58处' }, },\n`,
      },
    ],
  },
  {
    name: '有数的名目登记后写进讲稿',
    slide: 'quote: zhang-xinghai',
    edits: [
      { file: 'data/names.ts', find: '] as const', put: `  { text: 'G60科创走廊', reason: '区域名' },\n] as const` },
      { file: ARTICLE, find: '工业4.0。', put: '工业4.0。G60科创走廊。' },
      { find: '根要扎在沙坪坝。', put: '根要扎在沙坪坝，眼光放到G60科创走廊。' },
    ],
    accepts: true,
  },
  {
    name: '加注释',
    edits: [
      {
        file: 'data/derived.ts',
        find: '/** Figures computed',
        put: '// Checked against 12 reports.\n/** Figures computed',
      },
    ],
  },
  {
    name: '讲稿写长',
    slide: '都经人大常委会评议',
    edits: [
      { find: '由区人大常委会评议，满意率', put: '由区人大常委会评议，代表们逐项现场查看、当场打分，最后汇总，满意率' },
    ],
  },
  {
    name: '去掉一处高亮',
    slide: '同步推进，均为',
    edits: [{ find: '<Fig id="smart-factories" highlight />', put: '<Fig id="smart-factories" />' }],
  },
  {
    name: '图表换一个高亮',
    slide: '治理清水溪、凤凰溪\n',
    edits: [{ find: `:steps="['green-area-new']" />`, put: `:steps="['green-area-new', 'jingyun-forest-area']" />` }],
  },
  {
    name: '图表拆成两张',
    slide: '新建学校，增办公办园',
    edits: [
      {
        find: `<BarChart :ids="['school-places', 'kindergarten-places']" :steps="[]" />`,
        put: `<BarChart :ids="['school-places']" />\n<BarChart :ids="['kindergarten-places']" />`,
      },
    ],
  },
  {
    name: '百格图换成环形图',
    slide: '与全市相比, 与上年同期相比',
    edits: [{ find: '<ShareWaffle id="trade-share" />', put: '<ShareDonut id="trade-share" />' }],
  },
  {
    name: '大字改用自己的短名称',
    slide: '开放平台、外资、社会资本一起上',
    edits: [
      {
        find: '<BigNumber id="contract-amount" size="l" highlight />',
        put: '<BigNumber id="contract-amount" size="l" highlight label="合同金额" />',
      },
    ],
  },
  {
    name: '时段写进句子',
    slide: '高楼住得安：电梯换新',
    edits: [{ find: '住得安，看高楼。', put: '住得安，看高楼。<Fig id="lifts-renewed" as="period" />，' }],
  },
  {
    name: '看着像数的词',
    slide: 'quote: chen-chuanhui',
    edits: [
      {
        find: '陈传辉是汽车零部件企业的总经理。',
        put: '陈传辉是汽车零部件企业的总经理，一心扑在车间，十分看重口碑，四方客户都信他，万事不求人。',
      },
    ],
  },
  {
    name: '表格里没有数',
    slide: '办在家门口的实事',
    edits: [{ find: '住得安心。\n', put: '住得安心。\n\n<!-- 改造顺序由街道排定 -->\n' }],
  },
  {
    name: '点击次序改变',
    slide: '停车位完成智能化改造，新增公共停车位',
    edits: [
      { find: `:steps="['parking-new', 'parking-upgraded']"`, put: `:steps="['parking-upgraded', 'parking-new']"` },
    ],
  },
  {
    name: '图里的条换次序',
    slide: '地下改管网，地上修路，路口添',
    edits: [
      {
        find: `<BarChart :ids="['pipelines-length', 'roads-length']" />`,
        put: `<BarChart :ids="['roads-length', 'pipelines-length']" />`,
      },
    ],
  },
  {
    name: '列出要点',
    slide: 'quote: ding-derui',
    edits: [{ find: '<!--\n', put: '<ol><li>先改管线</li><li>再改路面</li><li>后添绿化</li></ol>\n\n<!--\n' }],
  },
  { name: '版式的栏宽改变', slide: '创新主体成批长大，新培育的接', edits: [{ find: 'main: 9', put: 'main: 8' }] },
  {
    name: '讲稿里的成语和地名',
    slide: 'quote: zhang-xinghai',
    edits: [
      {
        find: '企业怎么看？',
        put: '企业怎么看？千年古镇磁器口，三峡广场，四面八方的客商；十年磨一剑，百尺竿头再进一步。',
      },
    ],
  },
  {
    name: '全年的数写“全年”',
    slide: '治理清水溪、凤凰溪\n',
    edits: [{ find: '新增绿化<Fig id="green-area-new" />。', put: '全年新增绿化<Fig id="green-area-new" />。' }],
  },
  {
    name: '与去年同期相比',
    slide: '<GrowthBars :ids',
    edits: [
      {
        find: '，工业投资<Fig id="investment-growth" />',
        put: '，与去年同期相比，工业投资<Fig id="investment-growth" />',
      },
    ],
  },
  {
    name: '比去年增长',
    slide: '与全市相比, 与上年同期相比',
    edits: [
      {
        find: '进出口总额<Fig id="trade-total" />，<Fig id="trade-growth" />。左图',
        put: '进出口总额<Fig id="trade-total" />，比去年同期增长<Fig id="trade-growth" />。左图',
      },
    ],
  },
  {
    name: '正确的单位说明',
    slide: '办在家门口的实事',
    edits: [{ find: '住得安心。\n', put: '住得安心（单位：户）。\n' }],
  },
  {
    name: '增幅达',
    slide: '<GrowthBars :ids',
    edits: [
      {
        find: '## <Fig id="investment-growth" as="period" />工业投资<Fig',
        put: '## <Fig id="investment-growth" as="period" />工业投资增幅达<Fig',
      },
    ],
  },
  {
    name: '只在夜间皮肤显示的话',
    slide: '# 四个“高”，交出的答卷',
    edits: [
      {
        find: '\n<Scoreboard',
        put: '\n<p class="only-night">灯光调暗</p>\n\n<style>\n.only-night { display: none; }\n</style>\n\n<Scoreboard',
      },
    ],
  },
  {
    name: '样式里的引号和箭头',
    slide: '项目背后是人，均为',
    edits: [{ find: '\n<!--\n', put: '\n<style>\n@media print { p::after { content: "……→"; } }\n</style>\n\n<!--\n' }],
  },
  {
    name: '表格里用数据',
    slide: 'quote: li-guanghua',
    edits: [
      {
        find: '<!--\n',
        put: '| 公园 | 面积 |\n| --- | --- |\n| 五云湖湿地公园 | <Fig id="wuyun-wetland-area" /> |\n\n<!--\n',
      },
    ],
  },
  {
    name: '强调、链接和列表里用数据',
    slide: 'quote: ding-derui',
    edits: [
      {
        find: '<!--\n',
        put: '1. **老旧小区**改造完成<Fig id="old-estates" />\n2. [棚户区](/27)改造<Fig id="shanty-households" />\n\n<!--\n',
      },
    ],
  },
  {
    name: '百格图和环形图并列',
    slide: '“一件事一次办”，一窗受理',
    edits: [{ find: `:steps="['instant-permits', 'online-permits']"`, put: `:steps="['online-permits']"` }],
  },
  {
    name: '柱形图换名称',
    slide: '家门口看病，智慧医院、美丽医院同步创建。',
    edits: [
      {
        find: `:ids="['health-centres', 'smart-hospitals', 'beautiful-hospitals']"`,
        put: `:ids="['smart-hospitals', 'health-centres', 'beautiful-hospitals']"`,
      },
    ],
  },
  {
    name: '降幅图的先后用别的词',
    slide: '少等少跑：开办企业',
    edits: [{ find: 'before="原来" after="现在"', put: 'before="改革前" after="改革后"' }],
  },
  { name: '换行符是 CRLF', edits: [{ file: 'data/periods.ts', find: '\n', put: '\r\n', all: true }] },
  {
    name: '分清清零的说法',
    slide: '都经人大常委会评议',
    edits: [
      {
        find: '满意率<Fig id="livelihood-satisfaction" />。\n-->',
        put: '满意率<Fig id="livelihood-satisfaction" />。没有一点水分，件件从零做起，逐一销号。\n-->',
      },
    ],
  },
  {
    name: '签约二字在数前',
    slide: '开放平台、外资、社会资本一起上',
    edits: [{ find: '## 签约<Fig id="signed-projects" />项目', put: '## 集中签约<Fig id="signed-projects" />项目' }],
  },
]
