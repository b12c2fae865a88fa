/** A component or layout in the guide. */
export interface Entry {
  name: string
  /** What it is for, in one sentence. */
  about: Words
}

/** A text in both languages of the guide. */
export interface Words {
  en: string
  zh: string
}

/** A chapter of the guide's reference. */
export interface Group {
  title: Words
  /** What holds for all of it. */
  intro: Words
  entries: readonly Entry[]
}

const about = (name: string, en: string, zh: string): Entry => ({ name, about: { en, zh } })

/** Everything that slides may say, in the order of the guide. */
export const groups: readonly Group[] = [
  {
    title: { en: 'Layouts', zh: '版式' },
    intro: {
      en: 'A slide names its layout in its front matter; the props below stand there too.',
      zh: '每一页在页首的 `layout:` 写明版式；下面的属性也写在页首。',
    },
    entries: [
      about('cover', 'The first slide.', '封面。'),
      about('chapter', 'Opens a chapter: its number, its title, its picture.', '开一章：序号、标题和图片。'),
      about('numbers', 'Large numbers under a title.', '标题下面几个大数。'),
      about('chart', 'One chart that takes the slide.', '一张图占满一页。'),
      about('compare', 'Two halves side by side.', '左右两半相对照。'),
      about(
        'picture',
        'A picture that fills the slide, with a card for title and numbers.',
        '整页图片，卡片上写标题和数。',
      ),
      about('quote', 'A pull quote.', '引语。'),
      about('default', 'A title and whatever stands below it.', '标题加正文。'),
      about('appendix', 'The figures of a chapter with the clauses that state them.', '一章的全部数据和原句。'),
      about('end', 'The last slide.', '封底。'),
    ],
  },
  {
    title: { en: 'Numbers', zh: '数' },
    intro: {
      en: 'No number is typed on a slide: it is named by its id, and printed as the source has it.',
      zh: '幻灯片上不手写数：写数据的编号，印出来就是原文的样子。',
    },
    entries: [
      about('Fig', 'A number in a sentence.', '句子里的一个数。'),
      about('BigNumber', 'One number, large, with its label.', '一个大数和它的名称。'),
      about('FigureGrid', 'Several large numbers.', '几个大数排成格。'),
      about('Compare', 'From … to …: two numbers with their periods.', '从多少到多少：两个数各带时段。'),
      about('Scoreboard', 'The numbers of a year, a column for each chapter.', '一年的数，每章一栏。'),
    ],
  },
  {
    title: { en: 'Charts', zh: '图' },
    intro: {
      en: 'A chart takes ids of figures or a table. `npx huibao advise ID…` says which one fits. What it cannot show honestly it refuses, and says why.',
      zh: '图只认数据的编号或表。哪种图合适，`npx huibao advise 编号…` 会说。画出来会误导人的，图会拒绝并说明原因。',
    },
    entries: [
      about('BarChart', 'Compares amounts, counts or shares of one unit.', '同一单位的数比大小。'),
      about('GrowthBars', 'Compares rises and falls, to either side of zero.', '增减幅度相比，从零向两边。'),
      about('RankBars', 'Ranks peers, ours in red.', '同类排名，我方标红。'),
      about('BeforeAfter', 'One measure in two periods.', '同一指标前后两期。'),
      about('ReductionPair', 'How much was cut, and what is left.', '降了多少，还剩多少。'),
      about('StackedBars', 'How much of a total is new.', '累计里有多少是新增。'),
      about('Bullet', 'What was done beside what was planned, as bars.', '完成与目标相比，用条形。'),
      about(
        'Contribution',
        'Parts one behind the other, and the total that they make.',
        '各部分接起来成总数：谁拉动了多少。',
      ),
      about('Slope', 'From one time to another, several rows.', '从一个时间到另一个时间，几行一起比。'),
      about('DistrictMap', 'A map of districts in at most five shades.', '分档设色的区划图，最多五档。'),
      about(
        'ShareDonut',
        'A share of a whole, or up to five parts of it and the rest.',
        '占整体的多少；或一个整体的几个部分和其余。',
      ),
      about('ShareWaffle', 'A share in a hundred cells.', '百格图里的占比。'),
      about('Isotype', 'Small counts, an icon each.', '小数目，一个图标算一个。'),
      about('TrendChart', 'A course over time, as lines or columns.', '走势：线或柱。'),
      about('TotalAndGrowth', 'Totals above their growth, on one time axis.', '总量和增速，上下两格一条时间轴。'),
      about('SmallMultiples', 'Panels of one chart each, on one scale.', '一格一图，同一比例，互相比。'),
      about('StackedColumns', 'How the parts of a whole change over time.', '结构随时间的变化。'),
      about(
        'FigureChart',
        'Any option of ECharts whose numbers are ids of figures.',
        '任意 ECharts 图，里面的数都写数据的编号。',
      ),
    ],
  },
  {
    title: { en: 'Tables, pictures and words', zh: '表、图片和话' },
    intro: { en: '', zh: '' },
    entries: [
      about('DataTable', 'Rows and measures, with bars or arrows in the cells.', '逐行列数，格里带条或箭头。'),
      about(
        'TargetTable',
        'What was planned, what was done, and whether it was met.',
        '目标、完成、是否达到，逐行列出。',
      ),
      about('Checklist', 'Items of work with their state.', '逐项办理的情况，如民生实事。'),
      about('CheckItem', 'One of them.', '其中一项。'),
      about('Timeline', 'Milestones by their dates.', '按时间排列的大事。'),
      about('Milestone', 'One of them.', '其中一件。'),
      about('PhotoSlot', 'A photo, or the drawn scene until it is there.', '照片；还没有照片时是示意图。'),
      about('PullQuote', 'A quote with its speaker.', '引语和说话人。'),
      about('SourceLine', 'What the numbers measure, when, and where they stand in the source.', '口径、时段和出处。'),
      about('AppendixTable', 'The table of the layout `appendix`.', '`appendix` 版式里的表。'),
    ],
  },
]
