import type { Mutant } from '../mutant.ts'

/** Numbers that another look, medium, screen or condition shows, and what style sheets make of those that are shown. */
export const digitsElsewhere: readonly Mutant[] = [
  {
    name: '只在夜间皮肤显示',
    rule: 'digits',
    slide: '# 四个“高”，交出的答卷',
    edits: [
      {
        find: '\n<Scoreboard',
        put: '\n<p class="only-night">共12项指标</p>\n\n<style>\n.only-night { display: none; }\n:root[data-skin="night"] .only-night { display: block; }\n</style>\n\n<Scoreboard',
      },
    ],
    tells: /12项/,
  },
  {
    name: '只在打印样式里',
    rule: 'digits',
    slide: '都经人大常委会评议',
    edits: [
      {
        find: '都经人大常委会评议。\n',
        put: '都经人大常委会评议。\n\n<style>\n@media print { p::after { content: "另有12项"; } }\n</style>\n',
      },
    ],
    tells: /12项/,
  },
  {
    name: '只在窄屏显示的 content',
    rule: 'digits',
    slide: '网络底座同步铺开',
    edits: [
      {
        find: '网络底座同步铺开，无人车间已经投产。\n',
        put: '网络底座同步铺开，无人车间已经投产。\n\n<style>\n@media (max-width: 500px) { p::after { content: "36条"; } }\n</style>\n',
      },
    ],
    tells: /36条/,
  },
  {
    name: '只给演讲者看的',
    rule: 'digits',
    slide: '# 改革开放<br>获得高效益',
    edits: [{ find: '审批做减法，', put: '<RenderWhen context="presenter">省时87.8%，</RenderWhen>审批做减法，' }],
    tells: /87\.8%/,
  },
  {
    name: 'v-if 藏起的数',
    rule: 'digits',
    slide: '# 谢谢',
    edits: [{ find: '数据出自', put: '<span v-if="$renderContext === \'overview\'">39页，</span>数据出自' }],
    tells: /39页/,
  },
  {
    name: '伪元素背景图里的字',
    rule: 'digits',
    slide: '## 物流和商贸<br>',
    edits: [
      {
        find: '\n<FigureGrid',
        put: `\n<i class="tagged"></i>\n\n<style>\n.tagged::before { content: ""; background-image: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Ctext%3E1000余家%3C/text%3E%3C/svg%3E"); }\n</style>\n\n<FigureGrid`,
      },
    ],
    tells: /1000余家/,
  },
  {
    name: '插图里的 foreignObject',
    rule: 'digits',
    slide: 'quote: ding-derui',
    edits: [
      {
        file: 'public/sign.svg',
        put: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><foreignObject width="90" height="30"><div xmlns="http://www.w3.org/1999/xhtml">16台</div></foreignObject></svg>\n',
      },
      { find: '<!--\n', put: '<img src="/sign.svg" alt="">\n\n<!--\n' },
    ],
    tells: /16台/,
  },
  {
    name: '网站图标里的字',
    rule: 'digits',
    at: '',
    edits: [
      {
        file: 'public/icon.svg',
        put: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><text y="9">1009家</text></svg>\n',
      },
      { find: 'duration: 26min', put: 'duration: 26min\nfavicon: /icon.svg' },
    ],
    tells: /1009家/,
  },
  {
    name: 'index.html 里的字',
    rule: 'digits',
    at: '',
    edits: [{ file: 'index.html', put: '<head></head>\n<body>\n<div class="ribbon">满意率98.7%</div>\n</body>\n' }],
    tells: /98\.7%/,
  },
  {
    name: 'og 标题',
    rule: 'digits',
    at: '',
    edits: [
      {
        find: 'duration: 26min\n',
        put: 'duration: 26min\nseoMeta:\n  ogTitle: 进出口3757.4亿元\n  ogImage: /cover.png\n',
      },
    ],
    tells: /3757\.4亿元/,
  },
  {
    name: '外部 use 的字',
    rule: 'digits',
    slide: 'quote: chen-chuanhui',
    edits: [
      {
        file: 'public/badge.svg',
        put: '<svg xmlns="http://www.w3.org/2000/svg"><text id="t" y="20">7个大单</text></svg>\n',
      },
      { find: '<!--\n', put: '<svg viewBox="0 0 100 30" width="100"><use href="/badge.svg#t"/></svg>\n\n<!--\n' },
    ],
    tells: /7个/,
  },
  {
    name: 'counter-style 的记号',
    rule: 'digits',
    at: '',
    also: ['各有一个最有分量的数'],
    edits: [
      {
        find: '经济看质量，改革看效益，城市看品质，民生看保障。',
        put: '<ul class="marks"><li>经济看质量</li></ul>\n\n<style>\n@counter-style hb-marks { system: cyclic; symbols: "150万"; suffix: " "; }\n.marks { list-style: hb-marks; }\n</style>',
      },
    ],
    tells: /150万/,
  },
  {
    name: '样式藏起限定词',
    rule: 'digits',
    slide: '网络底座同步铺开',
    edits: [
      {
        find: '\n<!--\n',
        put: '\n<style>\n.hb-number :deep(.hb-qualifier) { display: none !important; }\n</style>\n\n<!--\n',
      },
    ],
    tells: /显示的却是/,
  },
  {
    name: '样式给数添了字',
    rule: 'digits',
    slide: '项目背后是人，均为',
    edits: [
      {
        find: '\n<!--\n',
        put: '\n<style>\n.hb-number-xl :deep(.hb-unit)::before { content: "万"; }\n</style>\n\n<!--\n',
      },
    ],
    tells: /写出了“万”/,
  },
  {
    name: '样式把数反过来排',
    rule: 'digits',
    slide: '高楼住得安：电梯换新',
    edits: [
      {
        find: '改造更新<Fig id="lifts-renewed" highlight />',
        put: '改造更新<bdo dir="rtl"><Fig id="lifts-renewed" highlight /></bdo>',
      },
    ],
    tells: /从后往前/,
  },
  {
    name: 'details 折叠',
    rule: 'digits',
    slide: `<ShareDonut :ids="['online-permits'`,
    edits: [
      {
        find: '“一件事一次办”，一窗受理、一次办成。',
        put: '“一件事一次办”。\n\n<details><summary>说明</summary>即办54.8%</details>',
      },
    ],
    tells: /54\.8%/,
  },
  {
    name: '下拉选项',
    rule: 'digits',
    slide: '地下改管网，地上修路，路口添',
    edits: [{ find: '路口添过街设施。', put: '路口添过街设施。<select><option>36条</option></select>' }],
    tells: /36条/,
  },
  {
    name: '样式颠倒占比',
    rule: 'digits',
    slide: '办在家门口的实事',
    edits: [
      {
        find: '老旧小区改造惠及<Fig id="old-estates-households" highlight />',
        put: '老旧小区改造惠及<span style="unicode-bidi: bidi-override; direction: rtl"><Fig id="old-estates-households" highlight /></span>',
      },
    ],
    tells: /从后往前/,
  },
  {
    name: '字号为零的单位',
    rule: 'digits',
    slide: '都经人大常委会评议',
    edits: [
      { find: '\n<!--\n', put: '\n<style>\n.hb-number-xl :deep(.hb-unit) { font-size: 0; }\n</style>\n\n<!--\n' },
    ],
    tells: /显示的却是/,
  },
]
