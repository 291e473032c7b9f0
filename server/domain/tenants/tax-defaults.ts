export interface TaxDefault {
  readonly name: string
  readonly basisPoints: number
  /** Prices are shown with it (VAT), or it comes on top (sales tax). */
  readonly included: boolean
}

const vat = (name: string, basisPoints: number): TaxDefault => ({ name, basisPoints, included: true })
const onTop = (name: string, basisPoints: number): TaxDefault => ({ name, basisPoints, included: false })

/** The standard rate with which a shop of each country starts; the merchant's to change. Undefined: no such tax. */
export const taxDefaults: Readonly<Record<string, TaxDefault | undefined>> = {
  AT: vat("MwSt.", 2000),
  AU: vat("GST", 1000),
  BE: vat("TVA", 2100),
  CA: onTop("GST", 500),
  CH: vat("MwSt.", 810),
  CN: vat("增值税", 1300),
  DE: vat("MwSt.", 1900),
  DK: vat("Moms", 2500),
  ES: vat("IVA", 2100),
  FR: vat("TVA", 2000),
  GB: vat("VAT", 2000),
  IE: vat("VAT", 2300),
  IT: vat("IVA", 2200),
  JP: vat("消費税", 1000),
  KW: undefined,
  NL: vat("Btw", 2100),
  SE: vat("Moms", 2500),
  US: onTop("Sales tax", 700),
}
