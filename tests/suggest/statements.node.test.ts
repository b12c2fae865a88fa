import { describe, expect, it } from 'vitest'
import { emptySource } from '../../scripts/lib/data-files/canonical.ts'
import { parseArticle } from '../../scripts/lib/facts/article.ts'
import { statementsOf } from '../../scripts/suggest/statements.ts'

const statedIn = (text: string): string[] =>
  parseArticle(text, emptySource()).sections.flatMap(section =>
    statementsOf(section).map(({ sentence, found }) => sentence.slice(found.number.start, found.number.end)),
  )

describe('numbers that state something', () => {
  it.each([
    ['the bound of a group', '其中10亿元以上项目4个，年收入20万元以下的薄弱村7个。', ['4个', '7个']],
    ['the bound of what is counted', '50人以上的企业5家。', ['5家']],
    [
      'the bound of what another number counts',
      '撤并30人以下小规模学校9所，上线701人，600分以上94人。',
      ['9所', '701人', '94人'],
    ],
    [
      'the bound in front of a group',
      '产值过亿元企业5家，超亿元项目6个，投入超3亿元建成学校2所。',
      ['5家', '6个', '3亿元', '2所'],
    ],
    [
      'the bound of those that are told of',
      '收入超50万元的村占64%，不足10人的企业有5家，投入超3亿元的大桥通车。',
      ['64%', '5家', '3亿元'],
    ],
    ['how something is done', '分3轮发放消费券800万元，分三期实施，三期工程投资2亿元。', ['800万元', '2亿元']],
    ['a count with its bound', '引进300家以上企业。', ['300家']],
    ['a share with its bound', '85%以上的企业开工，签约率85%以上。', ['85%', '85%']],
    ['a class', '培育产值10亿元级企业3家。', ['3家']],
    ['an age', '为65岁以上老年人体检300人次，81岁的独居老人到会。', ['300人次']],
    ['an age that is measured', '人均预期寿命79.6岁，提高1.3岁。', ['79.6岁', '1.3岁']],
    ['an age that is reached', '人均预期寿命从80.2岁提升至82.5岁。', ['80.2岁', '82.5岁']],
    ['a time', '新建24小时城市书房2个，“五一”5天假期接待游客9万人次。', ['2个', '9万人次']],
    ['a size', '租下120平方米的办公室，新建60多人的大班3个。', ['3个']],
    ['the size of what has a name', '建成28万平方米的铁路口岸创新中心。', ['28万平方米']],
    ['an amount that is named', '总投资52亿元的项目点火。', ['52亿元']],
    ['a session', '区六届人大四次会议确定的任务完成，将提交县十七届人大五次会议票决。', []],
    ['for how long something goes on', '为期40天的春运发送旅客9人次。', ['9人次']],
    ['what is done several times', '召开专题会议4次，开展6次活动。', ['4次', '6次']],
    ['for how long', '旅游收入5年翻了一番，这是极不平凡的五年。', ['翻了一番']],
    ['what is told by a number of years', '受教育年限达到10.9年，历时五年建成。', ['10.9年', '五年']],
    ['names that are counted', '新辟3路、17路2条线路，建成学校5所、医院2所。', ['2条', '5所', '2所']],
    ['what is counted in two ways', '报告传染病11种612例，脱贫户836户2,914人。', ['11种', '612例', '836户', '2,914人']],
    [
      'what is counted in measure words',
      '卫星增至144颗，课程100门，产品40款，图书3本。',
      ['144颗', '100门', '40款', '3本'],
    ],
    ['a name', '启动“三个100”工程，318国道通车。', []],
  ])('%s: %s', (_, text, stated) => {
    expect(statedIn(`题\n\n${text}\n`)).toEqual(stated)
  })
})
