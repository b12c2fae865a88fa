/** Words and set phrases of official language that the dictionary lacks or mistakes, in its own format. */
export const ADDED_WORDS = `新建 9000 v
新改建 900 v
改扩建 900 v
新投用 900 v
新开工 900 v
建成投用 900 v
负增长 900 v
零增长 900 v
三次产业 900 n
区县 900 n
社零 900 n
户均 900 n
亩均 900 n
十九大 900 n
二十大 900 n
四个意识 900 i
四个自信 900 i
四个全面 900 i
两个维护 900 i
两个确立 900 i
两个结合 900 i
两个一百年 900 i
两个毫不动摇 900 i
三个代表 900 i
三个务必 900 i
三个一批 900 i
五位一体 900 i
三重一大 900 i
三会一课 900 i
八项规定 900 i
四套班子 900 i
六稳六保 900 i
`
