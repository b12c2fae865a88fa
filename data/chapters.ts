import type { Chapter } from 'huibao'

/** The four chapters, in the order in which they are presented. */
export const chapters = [
  { id: 'economy', title: '经济发展实现高质量', short: '高质量', topic: '经济发展' },
  { id: 'reform', title: '改革开放获得高效益', short: '高效益', topic: '改革开放' },
  { id: 'city', title: '城市建设呈现高品质', short: '高品质', topic: '城市建设' },
  { id: 'livelihood', title: '社会民生有了高保障', short: '高保障', topic: '社会民生' },
] as const satisfies readonly Chapter[]
