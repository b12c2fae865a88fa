import { describe, expect, it } from 'vitest'
import { externalUrls } from '../support/external-urls.ts'

describe('URLs of other hosts', () => {
  it.each<[string, string, string[]]>([
    ['a.html', '<script src="https://a.cn/x.js"></script>', ['https://a.cn/x.js']],
    ['a.html', '<script type="module" src="/assets/x.js"></script><link rel="icon" href="./a.svg">', []],
    ['a.html', '<link rel="stylesheet" href="//a.cn/x.css">', ['//a.cn/x.css']],
    ['a.html', '<img srcset="/a.png 1x, https://a.cn/b.png 2x">', ['https://a.cn/b.png 2x']],
    ['a.html', '<a href="https://a.cn">见</a><meta property="og:url" content="https://a.cn">', []],
    ['a.html', '<!-- <script src="https://a.cn/x.js"></script> -->', []],
    ['a.html', '<p style="background: url(https://a.cn/b.png)">', ['https://a.cn/b.png']],
    [
      'a.svg',
      '<svg xmlns="http://www.w3.org/2000/svg"><image xlink:href="https://a.cn/b.png"/></svg>',
      ['https://a.cn/b.png'],
    ],
    ['a.css', '@import "https://a.cn/x.css";', ['https://a.cn/x.css']],
    ['a.css', '@import url(//a.cn/x.css);', ['//a.cn/x.css']],
    [
      'a.css',
      "a{src:url(./a.woff2);background:url(data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E)}",
      [],
    ],
    ['a.css', '/* https://a.cn */', []],
    ['a.js', 'h("svg",{xmlns:"http://www.w3.org/2000/svg"})', []],
    ['a.js', 'throw Error(`https://vuejs.org/error-reference/#runtime-${r}`)', []],
    ['a.js', 'const u="https://a.cn/x";fetch(u)', ['https://a.cn/x']],
    ['a.js', 'new WebSocket("wss://a.cn/x")', ['wss://a.cn/x']],
    ['a.js', 'fetch("//a.cn/x")', ['//a.cn/x']],
    ['a.js', 'h("img",{src:`//a.cn/x.png`})', ['//a.cn/x.png']],
    ['a.js', 'style="background:url(//a.cn/x.png)"', ['//a.cn/x.png']],
    ['a.js', 'a//b.c\nfetch("/x")', []],
    ['a.txt', 'https://a.cn', []],
  ])('%s: %s', (file, text, expected) => {
    expect(externalUrls(file, text).map(({ url }) => url)).toEqual(expected)
  })
})
