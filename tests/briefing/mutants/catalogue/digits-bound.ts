import type { Mutant } from '../mutant.ts'

/**
 * Numbers that come from the data, with a wrong label, unit, sign word, qualifier or period, or altered on their way.
 */
export const digitsBound: readonly Mutant[] = [
  {
    name: '数后手写单位',
    rule: 'digits',
    slide: '创新主体成批长大，新培育的接',
    edits: [
      {
        find: '科技型企业累计<Fig id="sci-tech-total" />，新培育<Fig id="sci-tech-new" />；',
        put: '科技型企业累计<Fig id="sci-tech-total" />家，新培育<Fig id="sci-tech-new" />；',
      },
    ],
    tells: /1050家家/,
  },
  {
    name: '数后手写“万”字',
    rule: 'digits',
    slide: '办在家门口的实事',
    edits: [
      {
        find: '惠及<Fig id="old-estates-households" highlight />',
        put: '惠及<Fig id="old-estates-households" highlight />万',
      },
    ],
    tells: /单位“万”/,
  },
  {
    name: '限定词写两遍',
    rule: 'digits',
    slide: '网络底座同步铺开',
    edits: [{ find: '## 智能产业唱主角，产值<Fig', put: '## 智能产业唱主角，产值突破<Fig' }],
    tells: /“突破”/,
  },
  {
    name: '确数前写“约”',
    rule: 'digits',
    slide: '都经人大常委会评议',
    edits: [{ find: '## 投入<Fig', put: '## 投入约<Fig' }],
    tells: /“约”/,
  },
  {
    name: '标题里增长写成下降',
    rule: 'digits',
    slide: '<GrowthBars :ids',
    edits: [
      {
        find: '工业投资<Fig id="investment-growth" highlight',
        put: '工业投资同比下降<Fig id="investment-growth" highlight',
      },
    ],
    tells: /相反/,
  },
  {
    name: '标题里下降写成上升',
    rule: 'digits',
    slide: '<ReductionPair id="cases-filed-drop"',
    edits: [{ find: '## 立案率<Fig', put: '## 立案率同比上升<Fig' }],
    tells: /相反/,
  },
  {
    name: '大字的降幅没有增减词',
    rule: 'digits',
    slide: '<ReductionPair id="cases-filed-drop"',
    edits: [
      {
        find: `<FigureGrid :cols="1" :ids="['culture-centres', 'city-libraries']" />`,
        put: `<FigureGrid :cols="1" :ids="['culture-centres', 'city-libraries']" />\n\n<BigNumber id="cases-filed-drop" as="plain" size="s" />`,
      },
    ],
    tells: /没有增减词/,
  },
  {
    name: '占比说成增长了',
    rule: 'digits',
    slide: '新建学校，增办公办园',
    edits: [
      {
        find: '公办率<Fig id="public-kindergartens-share" />',
        put: '公办率增长<Fig id="public-kindergartens-share" />',
      },
    ],
    tells: /不是增幅/,
  },
  {
    name: '外资旁印合同金额',
    rule: 'digits',
    slide: '开放平台、外资、社会资本一起上',
    edits: [{ find: '实际利用外资<Fig id="foreign-capital" />', put: '实际利用外资<Fig id="contract-amount" />' }],
    tells: /实际利用外资.*合同金额/,
  },
  {
    name: '大字旁写院士',
    rule: 'digits',
    slide: '项目背后是人，均为',
    edits: [{ find: '<BigNumber id="talent-programme"', put: '<BigNumber id="talent-programme" label="区域内院士"' }],
    tells: /academicians/,
  },
  {
    name: '大字的编号对调',
    rule: 'digits',
    slide: '高楼住得安：电梯换新',
    edits: [
      {
        find: `<FigureGrid size="l" :cols="2" :ids="['lifts-renewed', 'fire-safety-buildings', 'lift-estates', 'model-city-terms']" highlight="lifts-renewed" />`,
        put: `<BigNumber id="fire-safety-buildings" label="改造更新电梯" />\n<BigNumber id="lifts-renewed" label="完成消防隐患整治的高层建筑" />`,
      },
    ],
    tells: /lifts-renewed|fire-safety-buildings/,
  },
  {
    name: '标题里编号对调',
    rule: 'digits',
    slide: '同步推进，均为',
    edits: [
      {
        find: '## 智能工厂添<Fig id="smart-factories" highlight />，数字化车间添<Fig id="digital-workshops" />',
        put: '## 智能工厂添<Fig id="digital-workshops" highlight />，数字化车间添<Fig id="smart-factories" />',
      },
    ],
    tells: /智能工厂|数字化车间/,
  },
  {
    name: '标题里相近的编号对调',
    rule: 'digits',
    slide: '停车位完成智能化改造，新增公共停车位',
    edits: [
      {
        find: '## <Fig id="parking-upgraded" highlight />停车位完成智能化改造，新增公共停车位<Fig id="parking-new" />',
        put: '## <Fig id="parking-new" highlight />停车位完成智能化改造，新增公共停车位<Fig id="parking-upgraded" />',
      },
    ],
    tells: /parking-new|parking-upgraded/,
  },
  {
    name: '讲稿里编号对调',
    rule: 'digits',
    slide: '新建学校，增办公办园',
    edits: [
      { find: '中小学<Fig id="schools-new" />', put: '中小学<Fig id="kindergartens-new" />' },
      { find: '公办幼儿园<Fig id="kindergartens-new" />', put: '公办幼儿园<Fig id="schools-new" />' },
    ],
    tells: /kindergartens-new|schools-new/,
  },
  {
    name: '图里名称对调',
    rule: 'digits',
    slide: '创新主体成批长大，新培育的接',
    edits: [{ find: '<StackedBars build', put: `<StackedBars build :names="['高新技术企业', '科技型企业']"` }],
    tells: /high-tech-total|sci-tech-total/,
  },
  {
    name: '数字相同、单位不同的另一条',
    rule: 'digits',
    slide: '地下改管网，地上修路，路口添',
    edits: [
      {
        find: '城市道路<Fig id="roads-count" />、<Fig id="roads-length" />',
        put: '城市道路<Fig id="roads-count" />、<Fig id="jingyun-forest-area" />',
      },
    ],
    tells: /jingyun-forest-area|菁云湖/,
  },
  {
    name: '公办率旁印普惠率',
    rule: 'digits',
    slide: '新建学校，增办公办园',
    edits: [
      {
        find: '幼儿园普惠率达<Fig id="affordable-kindergartens-share" highlight />',
        put: '幼儿园普惠率达<Fig id="public-kindergartens-share" highlight />',
      },
    ],
    tells: /普惠率/,
  },
  {
    name: '时段换成另一条的',
    rule: 'digits',
    slide: '同步推进，均为',
    edits: [
      { find: '均为<Fig id="smart-factories" as="period" />', put: '均为<Fig id="signed-projects" as="period" />' },
    ],
    tells: /时段/,
  },
  {
    name: '标题里时段手写错',
    rule: 'digits',
    slide: '<GrowthBars :ids',
    edits: [{ find: '## <Fig id="investment-growth" as="period" />工业', put: '## 2020年上半年工业' }],
    tells: /上半年/,
  },
  {
    name: '讲稿里时段张冠李戴',
    rule: 'digits',
    slide: '开放平台、外资、社会资本一起上',
    edits: [
      { find: '<Fig id="signed-projects" as="period" />，签约', put: '<Fig id="foreign-capital" as="period" />，签约' },
    ],
    tells: /时段/,
  },
  {
    name: '绑着一条的编号，印着另一条的数',
    rule: 'digits',
    slide: '各有一个最有分量的数',
    edits: [{ find: '经济看质量，', put: '经济看<span data-figure="smart-industry-output">2541个</span>，' }],
    tells: /绑定的是 smart-industry-output/,
  },
  {
    name: '绑着不存在的编号',
    rule: 'digits',
    slide: '# 四个“高”，交出的答卷',
    edits: [{ find: '\n<Scoreboard', put: '\n<span data-figure="smart-output">1600亿元</span>\n\n<Scoreboard' }],
    tells: /smart-output/,
  },
]
