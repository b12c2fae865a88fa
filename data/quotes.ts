import type { Quote } from 'huibao'

/** One voice for each chapter, word for word. */
export const quotes = [
  {
    id: 'zhang-xinghai',
    chapter: 'economy',
    column: '话说',
    text: '把根扎在沙坪坝，为沙坪坝的高质量发展作贡献。',
    speaker: '张兴海',
    role: '小康集团创始人',
  },
  {
    id: 'chen-chuanhui',
    chapter: 'reform',
    column: '话说',
    text: '要说沙坪坝区的营商环境，我就一个字：好。',
    speaker: '陈传辉',
    role: '重庆陵川汽车零部件制造技术有限公司总经理',
  },
  {
    id: 'li-guanghua',
    chapter: 'city',
    column: '话说',
    text: '我打开窗户就能见到一片绿色。',
    speaker: '李光华',
    role: '沙坪坝阳光水城居民',
  },
  {
    id: 'ding-derui',
    chapter: 'livelihood',
    column: '话说',
    text: '区里办的老旧小区改造这件民生实事，办到了我们的心坎上。',
    speaker: '丁德瑞',
    role: '沙坪坝区杨梨路64号居民',
  },
] as const satisfies readonly Quote[]
