const zones: Readonly<Record<string, string>> = {
  AU: "Australia/Sydney",
  CA: "America/Toronto",
  CH: "Europe/Zurich",
  CN: "Asia/Shanghai",
  DE: "Europe/Berlin",
  FR: "Europe/Paris",
  GB: "Europe/London",
  JP: "Asia/Tokyo",
  KW: "Asia/Kuwait",
  SE: "Europe/Stockholm",
  US: "America/New_York",
}

/** The zone in which a shop of that country (ISO 3166) shows its times; UTC where a country has none of its own here. */
export function timeZoneOf(country: string | undefined): string {
  return zones[country ?? ""] ?? "UTC"
}
