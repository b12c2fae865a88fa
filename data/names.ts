import type { NameWithNumber } from 'huibao'

/** Numbers of the source that belong to a name or a figure of speech; they are no figures. */
export const names = [
  { text: '2020', reason: '本期汇报的年份' },
  { text: 'ix5', reason: '车型名' },
  { text: '两个高质量的重大项目', reason: '列举“一是、二是”的引子，无统计含义' },
  { text: '这两个项目', reason: '回指前面列举的两个项目' },
  { text: '工业4.0', reason: '术语' },
  { text: '3D', reason: '术语' },
  { text: '5G', reason: '术语' },
  { text: '7×24', reason: '服务名，全天候自助' },
  { text: '零材料、零收费、零见面、零跑路', reason: '提法' },
  { text: '四零审批', reason: '提法' },
  { text: '数百万元资金', reason: '约数，没有确定的值，不能成为数据' },
  { text: '212国道', reason: '道路名' },
  { text: '重庆1949', reason: '剧院名' },
  { text: '5A级', reason: '景区等级' },
  { text: '64号', reason: '门牌号' },
  { text: '24小时城市书房', reason: '设施名' },
  { text: '1家二级医院+N家一级医院', reason: '医联体的模式名' },
] as const satisfies readonly NameWithNumber[]
