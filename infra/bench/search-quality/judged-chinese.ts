export const chinese = `
word      | 龙井               | mingqian-longjing
word      | 盖碗               | qinghua-gaiwan
word      | 宣纸               | yuban-xuanzhi bansheng-shu-xuan
word      | 毛笔               | jianhao-maobi yanghao-dabi
word      | 钢笔               | huangtong-gangbi
word      | 红茶               | qimen-hongcha dianhong-jinya zhengshan-xiaozhong
word      | 普洱               | laobanzhang-shengpu menghai-shupu xiao-qinggan
word      | 乌龙               | guihua-wulong tieguanyin
word      | 铁壶               | tie-hu
word      | 茶盘               | zhuli-chapan
word      | 墨锭               | youyan-mo songyan-mo
word      | 蜡烛               | cha-lu-zhutai
word      | 笔筒               | zhuzi-bitong
word      | 胶带               | heji-jiaodai
word      | 白茶               | chenpi-laobai
phrase    | 紫砂壶             | yixing-xishi-hu
phrase    | 祁门红茶           | qimen-hongcha
phrase    | 桂花乌龙茶         | guihua-wulong
phrase    | 小楷毛笔           | jianhao-maobi
phrase    | 黄铜 钢笔          | huangtong-gangbi
phrase    | 煮茶壶             | boli-zhuchahu
phrase    | 手账本             | shouzhang-ben
phrase    | 普洱 小青柑        | xiao-qinggan
phrase    | 裁纸刀             | tiehui-zhijian
phrase    | 茶席桌旗           | yushan-chaxi
attribute | 天青 品茗杯        | ru-yao-pinming-bei
attribute | 青花               | qinghua-gaiwan
attribute | 靛蓝 手账          | shouzhang-ben
attribute | 景德镇南窑         | qinghua-gaiwan ru-yao-pinming-bei tianqing-gongdao-bei chaye-guan chabei-liangzhi
attribute | 方寸文具           | huangtong-gangbi caimo-shui shouzhang-ben heji-jiaodai shufa-zhantan shuqian-huangtong
attribute | 250 克 龙井        | mingqian-longjing
attribute | 羊毛               | jianhao-maobi yanghao-dabi shufa-zhantan
attribute | 玻璃               | boli-zhuchahu
attribute | 朱泥               | yixing-xishi-hu
attribute | 六尺五十张         | yuban-xuanzhi
plural    | 两只 对杯          | chabei-liangzhi
plural    | 茶碗               | cuci-chawan
plural    | 品茗杯             | ru-yao-pinming-bei
typo      | 天青品名杯         | ru-yao-pinming-bei
typo      | 铁观因             | tieguanyin
typo      | 碧罗春             | biluochun
typo      | 大楷毛比           | yanghao-dabi
typo      | 紫沙西施壶         | yixing-xishi-hu
typo      | 公到杯             | tianqing-gongdao-bei
typo      | 手帐本             | shouzhang-ben
synonym   | 茶壶               | yixing-xishi-hu boli-zhuchahu tie-hu
synonym   | 笔记本             | shouzhang-ben
synonym   | 印章               | shoushan-yinzhang
synonym   | 信纸               | huajian-xinzhi
synonym   | 茶叶罐             | chaye-guan
synonym   | 墨水               | caimo-shui
synonym   | 茉莉花茶           | molihua-cha
synonym   | 砚台               | duanshi-yantai
prefix    | 正山               | zhengshan-xiaozhong
prefix    | 老班               | laobanzhang-shengpu
prefix    | 和纸               | heji-jiaodai
prefix    | 半生               | bansheng-shu-xuan
prefix    | 端                 | duanshi-yantai
`
