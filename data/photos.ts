import type { Photo } from 'huibao'

/** The source names one giver for all of its pictures. */
const credit = '图片由沙坪坝区委宣传部提供'

/** The pictures of the source with their captions. */
export const photos = [
  {
    id: 'workshop',
    caption: '繁忙的小康集团生产车间',
    alt: '汽车生产线上，红色机械臂正在装配一排车身，工人在旁作业',
    scene: 'scenes/workshop.svg',
    credit,
  },
  {
    id: 'logistics-hub',
    caption: '俯瞰重庆国际物流枢纽园区',
    alt: '群山脚下的物流园区，龙门吊正在装卸集装箱班列',
    scene: 'scenes/logistics-hub.svg',
    credit,
  },
  {
    id: 'tod-complex',
    caption: '全国首个“商圈高铁TOD综合体”——龙湖光年',
    alt: '玻璃塔楼和商业裙楼立于高铁站之上，白色列车驶入站台',
    scene: 'scenes/tod-complex.svg',
    credit,
  },
  {
    id: 'park',
    caption: '沙坪公园',
    alt: '湖上拱桥与亭子，岸边垂柳和散步的人，远处是住宅楼与山',
    scene: 'scenes/park.svg',
    credit,
  },
] as const satisfies readonly Photo[]
