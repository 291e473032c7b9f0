export { cancelTraining } from "./cancel-training.ts"
export { currentModel, type ServedModel } from "./current-model.ts"
export { type DueTraining, dueTrainings } from "./due-trainings.ts"
export { foldIn } from "./fold-in.ts"
export { latestFigures } from "./latest-figures.ts"
export { type Blend, type Factors, type Model, type Neighbours, partNames, type PartName, type Taste } from "./model.ts"
export { digestOf, isSound, readModel, writeModel } from "./model-file.ts"
export { personalPlaces, type PersonalPlace, type PersonalShelves, personalShelves } from "./personal-shelves.ts"
export { type ProductShelves, productShelves } from "./product-shelves.ts"
export { type Publication, publishModel } from "./publish-model.ts"
export { requestTraining } from "./request-training.ts"
export { beginTraining, endTraining, reportTraining } from "./run-of-training.ts"
export { blendParts, type PartScores, scoreAll, scoreParts, topOf } from "./score.ts"
export { type RuleKind, ruleKinds, setRule } from "./set-rule.ts"
export { type Reason, type Recommended, type Shelf, type ShelfKind, shelfKinds } from "./shelf.ts"
export { similarProducts } from "./similar-products.ts"
export {
  type PartFigures,
  type TrainingDetail,
  type TrainingFigures,
  type TrainingReason,
  type TrainingState,
  trainingReasons,
  trainingStates,
} from "./training.ts"
export { type TrainingLine, type TrainingOverview, trainingOverview } from "./training-overview.ts"
export { productsToLearn, signalsToLearn, type TrainingProduct, type TrainingSignal } from "./training-material.ts"
