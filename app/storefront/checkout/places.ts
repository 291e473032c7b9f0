/** What an address needs in a country. Where nothing is said, the postcode is asked for and taken as it is. */
export interface Place {
  readonly postcode?: RegExp
  readonly withoutPostcode?: true
  /** Listed: one of these; free: any text, but some. */
  readonly regions?: "free" | Readonly<Record<string, string>>
}

const unitedStates = {
  AL: "Alabama",
  AK: "Alaska",
  AZ: "Arizona",
  AR: "Arkansas",
  CA: "California",
  CO: "Colorado",
  CT: "Connecticut",
  DE: "Delaware",
  DC: "District of Columbia",
  FL: "Florida",
  GA: "Georgia",
  HI: "Hawaii",
  ID: "Idaho",
  IL: "Illinois",
  IN: "Indiana",
  IA: "Iowa",
  KS: "Kansas",
  KY: "Kentucky",
  LA: "Louisiana",
  ME: "Maine",
  MD: "Maryland",
  MA: "Massachusetts",
  MI: "Michigan",
  MN: "Minnesota",
  MS: "Mississippi",
  MO: "Missouri",
  MT: "Montana",
  NE: "Nebraska",
  NV: "Nevada",
  NH: "New Hampshire",
  NJ: "New Jersey",
  NM: "New Mexico",
  NY: "New York",
  NC: "North Carolina",
  ND: "North Dakota",
  OH: "Ohio",
  OK: "Oklahoma",
  OR: "Oregon",
  PA: "Pennsylvania",
  PR: "Puerto Rico",
  RI: "Rhode Island",
  SC: "South Carolina",
  SD: "South Dakota",
  TN: "Tennessee",
  TX: "Texas",
  UT: "Utah",
  VT: "Vermont",
  VA: "Virginia",
  WA: "Washington",
  WV: "West Virginia",
  WI: "Wisconsin",
  WY: "Wyoming",
}

const canada = {
  AB: "Alberta",
  BC: "British Columbia",
  MB: "Manitoba",
  NB: "New Brunswick",
  NL: "Newfoundland and Labrador",
  NS: "Nova Scotia",
  NT: "Northwest Territories",
  NU: "Nunavut",
  ON: "Ontario",
  PE: "Prince Edward Island",
  QC: "Québec",
  SK: "Saskatchewan",
  YT: "Yukon",
}

const fourDigits = /^\d{4}$/
const fiveDigits = /^\d{5}$/
const sixDigits = /^\d{6}$/

const places: Readonly<Record<string, Place>> = {
  AT: { postcode: fourDigits },
  AU: { postcode: fourDigits, regions: "free" },
  BE: { postcode: fourDigits },
  CA: { postcode: /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/i, regions: canada },
  CH: { postcode: fourDigits },
  CN: { postcode: sixDigits, regions: "free" },
  DE: { postcode: fiveDigits },
  DK: { postcode: fourDigits },
  ES: { postcode: fiveDigits },
  FR: { postcode: fiveDigits },
  GB: { postcode: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i },
  HK: { withoutPostcode: true },
  IT: { postcode: fiveDigits },
  JP: { postcode: /^\d{3}-?\d{4}$/, regions: "free" },
  KW: { withoutPostcode: true },
  NL: { postcode: /^\d{4} ?[A-Z]{2}$/i },
  SG: { postcode: sixDigits },
  US: { postcode: /^\d{5}(-\d{4})?$/, regions: unitedStates },
}

export function placeOf(country: string): Place {
  return places[country] ?? {}
}
