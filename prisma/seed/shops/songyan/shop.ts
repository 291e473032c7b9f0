import type { ShopSource } from "#prisma/seed/shops/sources.ts"
import { cha } from "./cha.ts"
import { chaqi } from "./chaqi.ts"
import { wenfang } from "./wenfang.ts"

export const songyan: ShopSource = {
  slug: "songyan",
  name: "松烟阁",
  tagline: "一盏茶，一方砚，慢慢写字慢慢喝",
  currency: "CNY",
  language: "zh",
  country: "CN",
  theme: "porcelain",
  skuPrefix: "SY",
  owner: { name: "沈知微", email: "zhiwei@songyan.example" },
  customers: [
    { name: "林一舟", email: "yizhou@guke.example" },
    { name: "周若棠", email: "ruotang@guke.example" },
  ],
  categories: [
    { slug: "lucha-hongcha", name: "绿茶与红茶" },
    { slug: "wulong-huacha", name: "乌龙与花茶" },
    { slug: "puer", name: "普洱与老茶" },
    { slug: "chaju", name: "茶具" },
    { slug: "bi", name: "毛笔与钢笔" },
    { slug: "mo-yan", name: "墨与砚" },
    { slug: "zhi", name: "纸与笺" },
    { slug: "wenju", name: "手账与雅物" },
  ],
  products: [...cha, ...chaqi, ...wenfang],
  shipping: [
    { name: "普通快递", price: "10.00", freeFrom: "199.00", countries: ["CN"], days: [2, 4] },
    { name: "顺丰速运", price: "23.00", countries: ["CN"], days: [1, 2] },
    { name: "国际邮政小包", price: "98.00", countries: ["US", "DE", "JP", "SG"], days: [10, 20] },
  ],
  taxes: [{ country: "CN", name: "增值税", basisPoints: 1300, included: true }],
  people: {
    givenNames: ["思远", "雨桐", "子墨", "佳怡", "浩然", "静姝", "一鸣", "婉清", "嘉禾", "明轩", "晓岚", "清越", "书言", "念慈", "景行", "若谷", "云舒", "知秋"],
    familyNames: ["王", "李", "张", "陈", "刘", "杨", "黄", "吴", "徐", "孙", "朱", "高", "何", "郭", "梁", "宋"],
    familyFirst: true,
    streets: ["解放路", "文昌巷", "梧桐街", "建设路", "学院路", "清波街", "人民南路", "临江大道"],
    streetLine: (street, number) => `${street}${number}号`,
    places: [
      { city: "杭州市", region: "浙江省", postcode: "310002", country: "CN" },
      { city: "苏州市", region: "江苏省", postcode: "215000", country: "CN" },
      { city: "北京市", region: "北京市", postcode: "100009", country: "CN" },
      { city: "上海市", region: "上海市", postcode: "200031", country: "CN" },
      { city: "成都市", region: "四川省", postcode: "610041", country: "CN" },
      { city: "广州市", region: "广东省", postcode: "510055", country: "CN" },
      { city: "西安市", region: "陕西省", postcode: "710061", country: "CN" },
      { city: "昆明市", region: "云南省", postcode: "650021", country: "CN" },
    ],
  },
  carrier: "顺丰",
  pictureAlt: { whole: "{title}", inColour: "{title}，{choice}", close: "{title}细节" },
  orders: 620,
}
