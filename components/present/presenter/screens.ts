import type { Screen } from '../protocol.ts'

/** What all screens can show in place of the slide, as buttons say it. */
export const SCREENS: readonly { id: Exclude<Screen, 'slides'>; name: string; title: string }[] = [
  { id: 'black', name: '黑屏', title: '让所有屏幕变黑（b）' },
  { id: 'qr', name: '二维码上大屏', title: '大屏和分会场显示观众扫的二维码' },
  { id: 'break', name: '中场休息', title: '所有屏幕显示“中场休息”' },
  { id: 'end', name: '结束', title: '所有屏幕显示“谢谢”' },
]
