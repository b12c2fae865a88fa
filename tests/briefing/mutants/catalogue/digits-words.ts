import type { Mutant } from '../mutant.ts'

/** Words that say a number without digits, and words around a number that make it another one. */
export const digitsWords: readonly Mutant[] = [
  {
    name: '全市第一没有动词',
    rule: 'digits',
    slide: 'before="trade-last-year"',
    edits: [
      {
        find: '总额<Fig id="trade-growth" />，都',
        put: '总量全市第一，总额<Fig id="trade-growth" />，都',
      },
    ],
    tells: /第一/,
  },
  {
    name: '半壁江山',
    rule: 'digits',
    slide: '开放平台、外资、社会资本一起上',
    edits: [{ find: '签约与合同<Fig', put: '占全区半壁江山；签约与合同<Fig' }],
    tells: /半壁/,
  },
  {
    name: '百家单位',
    rule: 'digits',
    slide: '都经人大常委会评议',
    edits: [{ find: '由区人大常委会评议，满意率', put: '百家单位参与，由区人大常委会评议，满意率' }],
    tells: /百家/,
  },
  {
    name: '没有一家',
    rule: 'digits',
    slide: 'quote: zhang-xinghai',
    edits: [{ find: '根要扎在沙坪坝。', put: '根要扎在沙坪坝，没有一家企业外迁。' }],
    tells: /没有一家/,
  },
  {
    name: '六连冠',
    rule: 'digits',
    slide: 'quote: ding-derui',
    edits: [{ find: '电线规整了，', put: '连夺六连冠，电线规整了，' }],
    tells: /六连冠/,
  },
  {
    name: '六折',
    rule: 'digits',
    slide: 'quote: li-guanghua',
    edits: [{ find: '隧道通了，', put: '隧道通了，路程打六折，' }],
    tells: /六折/,
  },
  {
    name: '负增长',
    rule: 'digits',
    slide: '<GrowthBars :ids',
    edits: [
      {
        find: '## <Fig id="investment-growth" as="period" />工业投资<Fig',
        put: '## <Fig id="investment-growth" as="period" />工业投资负增长<Fig',
      },
    ],
    tells: /相反/,
  },
  {
    name: '增速放缓',
    rule: 'digits',
    slide: '<GrowthBars :ids',
    edits: [
      {
        find: '，工业投资<Fig id="investment-growth" />',
        put: '，工业投资增速放缓<Fig id="investment-growth" />',
      },
    ],
    tells: /相反/,
  },
  {
    name: '增幅写成降幅达',
    rule: 'digits',
    slide: 'before="trade-last-year"',
    edits: [{ find: '总额<Fig id="trade-growth" />，都', put: '总额降幅达<Fig id="trade-growth" />，都' }],
    tells: /相反/,
  },
  {
    name: '单位说明写错',
    rule: 'digits',
    slide: '办在家门口的实事',
    edits: [{ find: '办在家门口的实事，住得安心。', put: '办在家门口的实事，住得安心（单位：万户）。' }],
    tells: /万户/,
  },
  {
    name: '大字下面另写单位',
    rule: 'digits',
    slide: '开放平台、外资、社会资本一起上',
    edits: [
      {
        find: '<BigNumber id="contract-amount" size="l" highlight />',
        put: '<BigNumber id="contract-amount" size="l" highlight />\n<p>万元</p>',
      },
    ],
    tells: /万元/,
  },
  {
    name: '约占',
    rule: 'digits',
    slide: 'before="trade-last-year"',
    edits: [
      { find: '，占全市<Fig id="trade-share" highlight />', put: '，约占全市<Fig id="trade-share" highlight />' },
    ],
    tells: /约/,
  },
  {
    name: '不少于',
    rule: 'digits',
    slide: '高楼住得安：电梯换新',
    edits: [
      {
        find: '<Fig id="fire-safety-buildings" />高层建筑完成消防隐患',
        put: '不少于<Fig id="fire-safety-buildings" />高层建筑完成消防隐患',
      },
    ],
    tells: /不少于/,
  },
  {
    name: '出头',
    rule: 'digits',
    slide: '办在家门口的实事',
    edits: [
      { find: '，棚户区改造<Fig id="shanty-households" />\n', put: '，棚户区改造<Fig id="shanty-households" />出头\n' },
    ],
    tells: /出头/,
  },
  {
    name: '全年与1—11月',
    rule: 'digits',
    slide: 'before="trade-last-year"',
    edits: [{ find: '<Fig id="trade-total" as="period" />进出口总额', put: '全年进出口总额' }],
    tells: /全年/,
  },
  {
    name: '去年',
    rule: 'digits',
    slide: '开放平台、外资、社会资本一起上',
    edits: [{ find: '<Fig id="signed-projects" as="period" />，签约', put: '去年签约' }],
    tells: /去年/,
  },
  {
    name: '投诉清零',
    rule: 'digits',
    slide: '都经人大常委会评议',
    edits: [{ find: '都经人大常委会评议。', put: '都经人大常委会评议，投诉清零。' }],
    tells: /清零/,
  },
  {
    name: '讲稿里换成单位相同的另一条',
    rule: 'digits',
    slide: '网络底座同步铺开',
    edits: [{ find: '建成基站<Fig id="base-stations-5g" />', put: '建成基站<Fig id="overseas-hubs" />' }],
    tells: /base-stations-5g/,
  },
]
