export { addPicture } from "./add-picture.ts"
export { type CategoryDraft, categoryForm, createCategory } from "./create-category.ts"
export { describePicture } from "./describe-picture.ts"
export { expandVariants, mostVariants } from "./expand-variants.ts"
export { findProduct, findProductById } from "./find-product.ts"
export { listAllProducts, type ProductLine, type ProductLineQuery, type ProductLines } from "./list-all-products.ts"
export { listCards } from "./list-cards.ts"
export { type CategoryView, listCategories } from "./list-categories.ts"
export { listProducts, type ProductList, type ProductListQuery, type ProductSort, productSorts } from "./list-products.ts"
export { type MarketCard, marketCardsOf, type MarketPlace, newestAcrossShops } from "./market-cards.ts"
export type { Paging } from "./paging.ts"
export { pictureFile } from "./picture-file.ts"
export type { PictureView } from "./picture-view.ts"
export { type CardRow, cardColumns, cardJoins, cardOf, type ProductCard, withPage } from "./product-card.ts"
export { type ProductDraft, productForm, type VariantDraft } from "./product-draft.ts"
export type {
  CategoryName,
  OptionView,
  ProductPage,
  ProductSheet,
  ProductStatus,
  StockedVariantView,
  VariantView,
} from "./product-page.ts"
export { publishProduct } from "./publish-product.ts"
export { type RecordedProduct, type RecordedVariant, recordProduct } from "./record-product.ts"
export { removePicture } from "./remove-picture.ts"
export { reviseProduct } from "./revise-product.ts"
export { stockShown } from "./stock-shown.ts"
export { unpublishProduct } from "./unpublish-product.ts"
