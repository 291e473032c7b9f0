export { foldIn } from "./fold-in.ts"
export { type Blend, type Factors, type Model, type Neighbours, partNames, type PartName, type Taste } from "./model.ts"
export { blendParts, type PartScores, scoreAll, scoreParts, topOf } from "./score.ts"
export { similarProducts } from "./similar-products.ts"
