/** Words that say nothing of a product. They are left out of a question that has others. */
const stopWords: Readonly<Record<string, string>> = {
  en: "a an and are as at be by for from in into is it its of on or our that the this to with you your my me i want need looking some",
  de: "ab aber als am an auf aus bei bis das dass dem den der des die ein eine einem einen einer eines er es fur hat ich im in ist mit nach nicht oder sich sie sind so um und uns vom von vor was wie wir zu zum zur suche",
  fr: "a au aux avec ce ces dans de des du elle en est et il je la le les leur ma mais mes mon ne ou par pas pour que qui sa se ses son sur un une vos votre",
  zh: "的 了 和 与 及 或 是 在 我 想 要 买",
}

/** What people call the same thing, whatever the shop: spellings, and everyday words of shops. */
const synonyms: Readonly<Record<string, string>> = {
  en: `color,colour; gray,grey; mug,cup; backpack,rucksack,pack,knapsack; flashlight,torch; bag,tote; blanket,throw; pan,skillet; lamp,lantern,light;
    hatchet,axe,ax; cap,hat,beanie; jug,pitcher,carafe; notebook,journal,diary; flask,thermos; stool,seat,chair; cutting board,chopping board;
    couch,sofa; t-shirt,tee; pants,trousers; sneakers,trainers; sweater,jumper,pullover; present,gift; pillow,cushion; decaf,decaffeinated;
    aluminum,aluminium; liter,litre; inch,in; oz,ounce; lb,pound; matches,matchsticks`,
  de: `becher,tasse; schale,schussel; lampe,leuchte; decke,plaid; kanne,krug; topf,ubertopf; brett,schneidbrett; tuch,handtuch; geschirrtuch,kuchentuch;
    sofa,couch; geschenk,prasent; dose,buchse; vase,blumenvase; platte,servierplatte; kissenhulle,kissenbezug; apfelsine,orange; brotchen,semmel;
    cm,zentimeter; l,liter; ml,milliliter; laufer,tischlaufer; serviette,mundtuch; kerze,wachslicht`,
  fr: "tasse,mug; sac,besace; lampe,luminaire; couverture,plaid; vetement,habit; canape,sofa; cadeau,present; poele,sauteuse; coussin,oreiller",
  zh: "笔记本,手账,本子; 杯子,茶杯,杯; 钢笔,墨水笔; 茶壶,壶; 茶叶罐,茶罐; 墨水,彩墨; 蜡烛,香薰; 印章,图章,章; 礼物,礼品; 宣纸,生宣,熟宣; 桌布,桌旗; 衬衫,衬衣; 信纸,花笺,笺; 胶带,纸胶带; 刀,刀具; 托盘,茶盘",
}

const read = (texts: Readonly<Record<string, string>>, separator: string) =>
  new Map(Object.entries(texts).map(([language, text]) => [language, text.split(separator).map((word) => word.trim())]))

const stopWordsOf = new Map([...read(stopWords, " ")].map(([language, words]) => [language, new Set(words)]))
const synonymsOf = new Map(
  [...read(synonyms, ";")].map(([language, groups]) => [
    language,
    groups.map((group) => group.split(",").map((word) => word.trim())),
  ]),
)

export function isStopWord(term: string, language: string): boolean {
  return stopWordsOf.get(language)?.has(term) ?? false
}

export function commonSynonyms(language: string): readonly (readonly string[])[] {
  return synonymsOf.get(language) ?? []
}
