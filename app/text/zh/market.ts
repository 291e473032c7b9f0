import type { Translation } from "#app/text/catalogue.ts"
import type { market as english } from "#app/text/en/market.ts"

export const market: Translation<typeof english> = {
  "layout.shops": "全部店铺",
  "layout.open": "开设店铺",
  "layout.about": "Rialto 是独立店铺的集市。每家店各自经营，这里是连接它们的桥。",
  "home.title": "一桥连百店",
  "home.lead": "小而美的匠人，实在的好物，库存此刻即真。",
  "home.description": "一站浏览独立店铺，原币标价，实时库存。",
  "home.browse": "浏览店铺",
  "home.newest": "最新商品",
  "home.shops": "桥上的店铺",
  "home.all-shops": "全部店铺",
  "home.sell.title": "在 Rialto 开店",
  "home.sell.text": "专属网址、专属风格、自选语言与货币。一分钟开店，订单一到即刻呈现。",
  "shop.goods_other": "{{count}} 件商品",
  "shops.title": "全部店铺",
  "shops.lead_other": "现有 {{count}} 家店铺营业。",
  "shops.none": "还没有店铺营业",
  "search.placeholder": "搜索所有店铺",
  "search.title": "“{{query}}”的搜索结果",
  "search.blank": "您想找什么？",
  "search.none": "没有店铺出售“{{query}}”",
  "search.none-text": "请减少或更换关键词，或去各家店铺看看。",
}
