import { h } from 'vue'

/** What stands in the place of a slide that is long in coming. */
export default () => h('p', { class: 'slidev-slide-loading', style: 'padding: 64px' }, '正在加载……')
