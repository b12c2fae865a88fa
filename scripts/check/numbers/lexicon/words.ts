import { UNITS } from '../../../../model/vocabulary.ts'

/** Numerals that count; 二 counts only within larger ones, for one counts with 两. */
export const ANY = '〇零一二两三四五六七八九十百千万亿'
const FEW = '两三四五六七八九十'

/** What is counted besides the units of figures. */
const MEASURES = [
  '个月',
  '个小时',
  '小时',
  '年',
  '岁',
  '周',
  '倍',
  '批',
  '类',
  '种',
  '篇',
  '只',
  '棵',
  '艘',
  '架',
  '趟',
  '轮',
  '株',
  '盏',
  '部',
  '册',
  '枚',
  '吨',
  '户',
  '口井',
  '章',
  '亿',
  '万',
  '人次',
  '平方',
  '千米',
  '厘米',
  '毫米',
  '公斤',
  '千克',
  '秒',
]
/**
 * Behind digits, more is a unit than behind a numeral: 三级 is a grade and 三号 a name, 3级 and 3号 say a number all the
 * same.
 */
const BEHIND_DIGITS = [
  '年',
  '月',
  '日',
  '号',
  '时',
  '分',
  '点',
  '季度',
  '期',
  '级',
  '层',
  '度',
  '℃',
  '代',
  '片',
  '支',
  '名',
  '位',
  '折',
  '成',
  '亿',
  '万',
  '千',
  '百',
  '元',
  '％',
  'km',
  'm²',
]

/** Longest first; what must not follow, or the unit is the beginning of another word. */
const NOT_BEFORE: Readonly<Record<string, string>> = {
  个: '(?!性|体|人[^口])',
  天: '(?!然|气|空|下|府|生|山)',
  项: '(?!目|羽)',
  场: '(?!所|馆|景|面)',
  年: '(?!级|代|制|糕|味|货)',
  家: '(?!庭|园|乡|长|政|居|具|电|常|门|风)',
  条: '(?!件|例|约|款)',
  件: '(?!套)',
  次: '(?!产业|序|要|元)',
  名: '(?!称|城|片|牌|单|额)',
  人: '(?!民|大|才|员|均|居|文|生|工|心|气|间|士|为|物|类|称|次)',
  户: '(?!外|籍|型|口)',
  处: '(?!理|处|在|于|方|罚|置)',
  所: '(?!有|在|以|需|属|谓)',
  台: '(?!阶|风|湾|账|词)',
  座: '(?!谈|位|右|椅)',
  间: '(?!隔|接|距)',
  张: '(?!力|扬|贴)',
  套: '(?!餐|路|房价)',
  栋: '(?!梁)',
  位: '(?!置|于|列|居|次|一体)',
  米: '(?!饭|粮|面)',
  元: '(?!旦|素|宵|首|宇|件)',
  周: '(?!边|围|年|到)',
  部: '(?!门|分|署|队|委|长|级)',
  只: '(?!有|要|能|是|为|争|用)',
  种: '(?!植|子|粮|田)',
  类: '(?!似|型|别)',
  批: '(?!发|评|准|示)',
  章: '(?!程|节|法|鱼)',
  轮: '(?!廓|流|椅|胎|换|渡)',
  亿: '',
  万: '(?!物|众|象|能|达|州|盛|科|家灯火)',
}

function alternatives(words: readonly string[]): string {
  return [...new Set(words)]
    .sort((a, b) => b.length - a.length)
    .map(word => `${word}${NOT_BEFORE[word] ?? ''}`)
    .join('|')
}

export const UNIT = alternatives([...UNITS, ...MEASURES])
export const UNIT_OF_DIGITS = alternatives([...UNITS, ...MEASURES, ...BEHIND_DIGITS])

/** A kind of Chinese words that say a number, and what tells them from words that only look so. */
export interface WordPattern {
  reason: string
  pattern: string
}

const NOT_INSIDE = `(?<![第几数零〇${ANY}])`
const TIMES = '[十百千万亿]'
/** 百姓, 百货, 万物, 万难, 十分 are words. */
const NO_WORD = '(?!姓|山|方|货|花|业|科|物|众|难|象|分(?!之)|足|字|里|般|岁|全|古)'

/** What hundreds and thousands of may be told: 百家企业. Not 千米 and 百分点, which are units. */
const COUNTED = alternatives([...UNITS.filter(unit => !/^[%‰万亿米]|百分点|倍|省市区|位/.test(unit)), '户', '亩'])

/** A place in a ranking stands behind a verb: 第一时间 and 放在首位 are none. */
const RANKED = '(?<=(?:居|列|排|名)(?:于|在|名)?(?:全[国省市区县州盟旗]|世界|全球|中西部|西部)?)'

/** Chinese words that say a number. Each is matched on its own; of those that overlap the longest counts. */
export const WORDS: readonly WordPattern[] = [
  { reason: '分数', pattern: `[${ANY}]+分之[${ANY}]+(?:点[${ANY}]+)?|百分百` },
  { reason: '几成', pattern: '[一二两三四五六七八九几]成(?![为立就功员长交本品效绩语型形果套熟因不])' },
  {
    reason: '倍数',
    pattern: `翻了?[一两二三四几]?番|翻了?[一两三四几]?倍|(?<!信心|勇气|干劲|活力|动力|喜悦)倍增|成倍|双倍|减半|折半|${NOT_INSIDE}[${ANY}几数]*[一两三四五六七八九十几数]倍`,
  },
  {
    reason: '一半',
    pattern:
      '一半|半壁江山|(?:过|超|逾|(?<![附最邻靠临就亲])近|将近|接近|大|小)半(?![年月天日夜途径岛导场决个截])|超半数|半数(?:以上)?|半(?:个?小时|个?月|年)(?<![上下]半年)',
  },
  {
    reason: '概数',
    pattern: `成百上千|成千上万|(?:(?<![人户次个总指倍系函参分回无整多少件岁])数|(?<![以网线海路])上|(?<![附最邻靠临就亲接])近|好?几|逾|(?<![赶反])超|(?<![经通越不])过|(?<![打侦])破|成)${TIMES}+${NO_WORD}[余多]?`,
  },
  { reason: '概数', pattern: `(?<![${ANY}几数第])[百千](?:${COUNTED})|[十百千]几(?:${UNIT})` },
  { reason: '几十余', pattern: `${NOT_INSIDE}[${ANY}]*${TIMES}余|${NOT_INSIDE}[${ANY}]*${TIMES}多(?=${UNIT})` },
  { reason: '两个数连用', pattern: `(?:一两|两三|三四|三五|四五|五六|六七|七八|八九)(?:${TIMES}+|${UNIT}|成(?!群))` },
  { reason: '数量', pattern: `(?<![第几数零〇点每逐${ANY}])[${FEW}][多余来]?(?:${UNIT})` },
  { reason: '百万、千亿等', pattern: `${NOT_INSIDE}[十百千万][万亿][余多]?(?:${UNIT}|级|规模|以上)` },
  {
    reason: '位次',
    pattern: `第[${ANY}]+[位名](?!称|单)|${RANKED}(?:第[一二三四五六七八九十]+(?![${ANY}方梯])|首位|榜首)`,
  },
  // Without a verb only where nothing is numbered: 全市第一批, 全国第七次.
  {
    reason: '位次',
    pattern: `(?<=全[国省市区县州盟旗]|世界|全球|西部)第[一二三四五六七八九十]+(?![${ANY}方梯批次届个家条座期类产时书])`,
  },
  { reason: '几连冠', pattern: '[二两三四五六七八九十]连[冠胜增降升跌涨丰]' },
  { reason: '几折', pattern: '(?<=[打至到为])[一二三四五六七八九]折(?![腾叠磨扣返断旧合中])' },
  { reason: '小数', pattern: `[${ANY}]+点[零〇一二三四五六七八九]+(?:个?百分点|${UNIT})` },
  { reason: '章的序号', pattern: `第[${ANY}]+章(?!程|节|法)` },
  { reason: '前几', pattern: `(?<=全[国省市区县]|世界|全球|排名|进入|跻身|挺进|居|列)前[${ANY}]+(?:强|名|位|甲)?` },
  { reason: '几位数', pattern: `[个双两三四五六七八九]位数` },
  {
    reason: '没有一个',
    pattern:
      '零(?:事故|投诉|差错|延误|超期|逾期|跑动|材料|收费|感染|失误|伤亡|死亡|上访|增长|报告|发生|违规|积压)|(?<!独)无一(?!不|是处|例外|遗漏)|(?<!动态)[清归]零|(?:(?:降|减)[为至到]|[为是])零(?=$|[\\s，。；、！？）”])|(?:没有|未有|没|未发生|未出现)一[件个家户起例人名处宗](?!不)',
  },
  { reason: '大写', pattern: '[壹贰叁肆伍陆柒捌玖][拾佰仟萬万億亿零壹贰叁肆伍陆柒捌玖]+' },
  { reason: '年份', pattern: `(?<![${ANY}])[一二][〇零一二三四五六七八九]{3}(?![${ANY}])年?` },
  {
    reason: '月份、季度',
    pattern: `(?<![${ANY}个几每第])(?:十[一二]|[一二三四五六七八九十])月(?:份|底|初|末)?(?!刊|球|季|亮|牌)|前?[一二三四两]个?季度|[上下]半年|前[${ANY}]+个?月`,
  },
]

/** Set phrases that hold a numeral and count nothing anybody could look up in a deck's data. */
export const PHRASES: readonly WordPattern[] = [
  { reason: '会议', pattern: '(?:党的)?(?:十|二十)[一二三四五六七八九]?(?:大|届)(?:[一二三四五六七]中全会)?' },
  { reason: '规划', pattern: '“?十[一二三四五六]五”?' },
  {
    reason: '提法',
    pattern:
      '四个(?:意识|自信|全面)|两个(?:维护|确立|结合|一百年|大局|健康)|三个代表|三个一批|三个务必|四个最严|四个从严|两个毫不动摇|四套班子|五个一|八项规定|[一二三四五六七八九]位一体|三会一课|三重一大|六稳六保|放管服',
  },
  { reason: '日子', pattern: '双十[一二]|“?(?:五一|十一)”?(?:期间|假期|黄金周|长假)|国庆' },
  { reason: '年代', pattern: '[一二]?十[一二三四五六七八九]?世纪|[二三四五六七八九]十年代' },
  {
    reason: '成语',
    pattern:
      '三百六十[行度]|十年[磨树]|[百千万]人计划|万人空巷|千人千面|百家(?:争鸣|姓|讲坛)|八小时[之以]外|三番五次|三天两头|一成不变|千家万户|万家灯火|万无一失|千方百计|百花齐放|百年大计|千千万万|一年四季|一举两得|两全其美|三三两两|五湖四海|四面八方|数一数二|有朝一日|百年|千万(?![元家户人吨件级亩美余多])',
  },
]
