/** What an element's style does to all that is painted in it. */
export function effectOf(style: CSSStyleDeclaration): string | undefined {
  if (Number(style.opacity) < 1) return `不透明度（opacity）只有 ${style.opacity}`
  if (style.maskImage !== 'none') return '被遮罩（mask）遮去'
  if (style.clipPath !== 'none') return '被 clip-path 剪去'
  if (style.filter !== 'none') return '被滤镜（filter）滤去'
  if (style.mixBlendMode !== 'normal') return '与底色混在一起（mix-blend-mode）'
  return undefined
}
