import type { IconName } from '../../components/charts/icons.ts'

/** What each icon is drawn for, as the labels of counts call it. */
const DRAWN: Readonly<Record<IconName, RegExp>> = {
  school: /学校|小学|中学|中小学|幼儿园|学院/,
  hospital: /医院|卫生(?:服务)?(?:机构|中心|院)|诊所/,
  book: /书房|书屋|书店|图书馆|文化(?:服务)?中心/,
  factory: /工厂|厂房|车间/,
  house: /住房|保障房|住宅|公寓|小区/,
  car: /停车[位场]|泊车|汽车|车位/,
  lift: /电梯/,
  tower: /高层|大厦|楼宇|写字楼/,
  crossing: /过街|天桥|人行/,
  server: /服务器|机柜|数据中心/,
  printer: /打印机/,
  people: /院士|专家|教师|医生|人才/,
}

/** The icon for what a label counts: that of the last word that has one, which is what is counted. */
export function iconOf(label: string): IconName | undefined {
  const found = (Object.keys(DRAWN) as IconName[])
    .map(icon => ({ icon, at: [...label.matchAll(new RegExp(DRAWN[icon], 'g'))].at(-1)?.index ?? -1 }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.at - a.at)
  return found[0]?.icon
}
