import type { Mutant } from '../mutant.ts'
import { figure } from './figure.ts'

/** Faults between figures, and between the places that print them. */
export const consistency: readonly Mutant[] = [
  {
    name: '占比 146.8%',
    rule: 'consistency',
    ...figure('reform', 'trade-share', ['value: 46.8', 'value: 146.8'], ['占全市46.8%', '占全市146.8%']),
    tells: /146\.8%/,
  },
  {
    name: '降幅超过整体',
    rule: 'consistency',
    ...figure('reform', 'approval-time-cut', ['value: -87.8', 'value: -187.8'], ['压缩了87.8%', '压缩了187.8%']),
    tells: /187\.8%/,
  },
  {
    name: '部分大于整体',
    rule: 'consistency',
    ...figure('economy', 'high-tech-new', ['value: 60', 'value: 160'], ['高新技术企业60余家', '高新技术企业160余家']),
    tells: /160|部分/,
  },
  {
    name: '部分的“余”让它大于整体',
    rule: 'consistency',
    ...figure('economy', 'sci-tech-total', ['value: 1050', 'value: 470'], ['达到1050家', '达到470家']),
    at: `data/figures/economy.ts#id: 'sci-tech-new'`,
    tells: /部分（470余家）大于整体/,
  },
  {
    name: '同一整体的占比相加超过一百',
    rule: 'consistency',
    ...figure('reform', 'online-permits', [`overlap: '即办的许可也可以全程网办', `, '']),
    tells: /相加是 137\.98%/,
  },
  {
    name: '两条数据同一个编号',
    rule: 'consistency',
    ...figure('economy', 'smart-upgrade-projects', [`id: 'smart-upgrade-projects'`, `id: 'upgrade-projects'`]),
    at: 'data/figures/economy.ts',
    tells: /编号/,
  },
  {
    name: '两条数据同一个名称',
    rule: 'consistency',
    ...figure('livelihood', 'smart-hospitals', [`label: '创建重庆市“智慧医院”'`, `label: '创建重庆市“美丽医院”'`]),
    tells: /名称|美丽医院/,
  },
  {
    name: '两条数据同一个简称',
    rule: 'consistency',
    ...figure('economy', 'digital-workshops', [`short: '数字化车间'`, `short: '智能工厂'`]),
    tells: /同一个名称/,
  },
  {
    name: '一个数写成两条',
    rule: 'consistency',
    edits: [
      {
        file: 'data/figures/city.ts',
        find: '] as const',
        put: `  { id: 'lifts', label: '更新的电梯', value: 61, unit: '台', kind: 'count', period: 'year', evidence: { column: '数说', clause: '改造更新14个小区的61台电梯' } },\n] as const`,
      },
    ],
    at: `data/figures/city.ts#id: 'lifts'`,
    tells: /同一个数/,
  },
  {
    name: '所属的整体是另一时段的',
    rule: 'consistency',
    ...figure('reform', 'trade-growth', [`of: 'trade-total'`, `of: 'contract-amount'`]),
    tells: /时段|contract-amount/,
  },
  {
    name: '大字旁写着别的数据的名称',
    rule: 'consistency',
    slide: '项目背后是人，均为',
    edits: [
      {
        find: '<BigNumber id="talent-programme"',
        put: '<BigNumber id="talent-programme" label="获评首届“重庆市杰出英才奖”"',
      },
    ],
    tells: /talent-award/,
  },
  {
    name: '一张图比较两个时段',
    rule: 'consistency',
    slide: '同步推进，均为',
    edits: [
      {
        find: `<Isotype :ids="['smart-factories', 'digital-workshops']"`,
        put: `<Isotype :ids="['smart-factories', 'digital-workshops', 'lift-estates']"`,
      },
    ],
    tells: /时段不同/,
  },
  {
    name: '图里突出的不是标题所说的',
    rule: 'consistency',
    slide: '同步推进，均为',
    edits: [
      { find: '，数字化车间添<Fig id="digital-workshops" />', put: '' },
      { find: 'icon="factory" highlight="smart-factories"', put: 'icon="factory" highlight="digital-workshops"' },
    ],
    tells: /标题说的是“smart-factories”，图里突出的是“digital-workshops”/,
  },
  {
    name: '没有出处行的页上两个时段',
    rule: 'consistency',
    slide: '# 城市建设<br>呈现高品质',
    edits: [
      {
        find: '停得下、住得安。\n\n',
        put: '停得下、住得安。\n\n道路<Fig id="roads-count" />，基站<Fig id="base-stations-5g" />\n\n',
      },
    ],
    tells: /不同时段/,
  },
  {
    name: '数前手写“超”',
    rule: 'digits',
    slide: '开放平台、外资、社会资本一起上',
    edits: [{ find: '合同金额<Fig', put: '合同金额超<Fig' }],
    tells: /旁边却写着“超”/,
  },
  {
    name: '数后手写“以上”',
    rule: 'digits',
    slide: '高楼住得安：电梯换新',
    edits: [
      {
        find: '<Fig id="fire-safety-buildings" />高层建筑完成消防隐患',
        put: '<Fig id="fire-safety-buildings" />以上高层建筑完成消防隐患',
      },
    ],
    tells: /旁边却写着“以上”/,
  },
  {
    name: '数后手写“万”',
    rule: 'digits',
    slide: '办在家门口的实事',
    edits: [
      { find: '棚户区改造<Fig id="shanty-households" />\n', put: '棚户区改造<Fig id="shanty-households" />万\n' },
    ],
    tells: /单位“万”/,
  },
  {
    name: '增幅前写“下降”',
    rule: 'digits',
    slide: '<GrowthBars :ids',
    edits: [
      {
        find: '## <Fig id="investment-growth" as="period" />工业投资<Fig',
        put: '## <Fig id="investment-growth" as="period" />工业投资下降<Fig',
      },
    ],
    tells: /相反的“下降”/,
  },
  {
    name: '降幅没有增减词',
    rule: 'digits',
    slide: '治安重点地区挂牌整治，',
    edits: [{ find: '## 立案率<Fig', put: '## 立案率<Fig as="plain"' }],
    tells: /没有增减词/,
  },
  {
    name: '增减词写两遍',
    rule: 'digits',
    slide: '与全市相比, 与上年同期相比',
    edits: [{ find: '总额<Fig id="trade-growth" />，都', put: '总额增长<Fig id="trade-growth" as="worded" />，都' }],
    tells: /写了两遍/,
  },
  {
    name: '占比说成增长',
    rule: 'digits',
    slide: '新建学校，增办公办园',
    edits: [{ find: '幼儿园普惠率达<Fig', put: '幼儿园普惠率提高<Fig' }],
    tells: /不是增幅也不是降幅/,
  },
  {
    name: '编号写错一个字母',
    rule: 'consistency',
    slide: '网络底座同步铺开',
    edits: [{ find: `'printers-3d']`, put: `'printer-3d']` }],
    tells: /printer-3d/,
  },
  {
    name: '部分配错整体',
    rule: 'consistency',
    slide: '创新主体成批长大，新培育的接',
    edits: [
      { find: `part: 'sci-tech-new', rest: 'sci-tech-base'`, put: `part: 'high-tech-new', rest: 'sci-tech-base'` },
    ],
    tells: /不是.*一部分/,
  },
  {
    name: '变化配错对象',
    rule: 'consistency',
    slide: '与全市相比, 与上年同期相比',
    edits: [{ find: `change="trade-growth"`, put: `change="investment-growth"` }],
    tells: /不是.*变化/,
  },
  {
    name: '总数取了同一句里的新增数',
    rule: 'consistency',
    ...figure('economy', 'high-tech-total', ['value: 130', `value: 60, qualifier: '余'`]),
    tells: /同一个数/,
  },
  {
    name: '一个数换一句长的写成两条',
    rule: 'consistency',
    edits: [
      {
        file: 'data/figures/city.ts',
        find: '] as const',
        put: `  { id: 'roads-again', label: '城市道路建成条数', value: 36, unit: '条', kind: 'count', period: 'year', evidence: { column: '数说', clause: '建成城市道路36条共47公里' } },\n] as const`,
      },
    ],
    at: `data/figures/city.ts#id: 'roads-again'`,
    tells: /同一个数/,
  },
  {
    name: '名称里写着数',
    rule: 'consistency',
    ...figure('city', 'roads-count', [`label: '建成城市道路'`, `label: '建成城市道路36条'`]),
    tells: /label 里写着“36条”/,
  },
  {
    name: '附注里写着数',
    rule: 'consistency',
    ...figure('reform', 'foreign-capital', [`note: '居全市前列'`, `note: '居全市第3'`]),
    tells: /note 里写着“第3”/,
  },
  {
    name: '整体里写着数',
    rule: 'consistency',
    ...figure('reform', 'instant-permits', [`whole: '行政许可'`, `whole: '812项行政许可'`]),
    tells: /812项/,
  },
  {
    name: '时段的印法错一个月',
    rule: 'consistency',
    edits: [{ file: 'data/periods.ts', find: `text: '2020年1—11月'`, put: `text: '2020年1—10月'` }],
    at: `data/periods.ts#id: 'jan-nov'`,
    tells: /1—10月/,
  },
  {
    name: '时段的印法错一年',
    rule: 'consistency',
    edits: [{ file: 'data/periods.ts', find: `text: '2020年1—11月'`, put: `text: '2019年1—11月'` }],
    at: `data/periods.ts#id: 'jan-nov'`,
    tells: /2019年/,
  },
  {
    name: '时段的印法丢了“截至”',
    rule: 'consistency',
    edits: [{ file: 'data/periods.ts', find: `text: '截至2020年11月'`, put: `text: '2020年11月'` }],
    at: `data/periods.ts#id: 'by-nov'`,
    tells: /截至11月/,
  },
  {
    name: '数据的数列成名目',
    rule: 'consistency',
    edits: [
      { file: 'data/names.ts', find: '] as const', put: `  { text: '城市道路36条', reason: '道路统计' },\n] as const` },
    ],
    at: `data/names.ts#text: '城市道路36条'`,
    tells: /roads-count/,
  },
]
