/** 24-unit outlines, drawn with the text's colour. Decorative always: the words beside it, or the button's label, speak. */
const outlines = {
  cart: "M3 4h2.2l2.3 11.2a1.5 1.5 0 0 0 1.5 1.2h8.3a1.5 1.5 0 0 0 1.5-1.2L20.5 8H6M9.5 20.2h.01M17 20.2h.01",
  search: "M10.5 17.5a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM20.5 20.5l-5-5",
  menu: "M4 7h16M4 12h16M4 17h16",
  close: "M6 6l12 12M18 6L6 18",
  check: "M5 12.5l4.5 4.5L19 7.5",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  down: "M6 9.5l6 6 6-6",
  up: "M6 14.5l6-6 6 6",
  left: "M14.5 6l-6 6 6 6",
  right: "M9.5 6l6 6-6 6",
  arrow: "M5 12h14M13 6l6 6-6 6",
  user: "M12 12.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.8-3.6 3.8-5.5 7.5-5.500s6.7 1.9 7.5 5.5",
  globe:
    "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c2.6 2.7 3.9 5.7 3.9 9s-1.3 6.3-3.9 9c-2.6-2.7-3.9-5.7-3.9-9s1.3-6.3 3.9-9z",
  sun: "M12 16.500a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM12 2v2M12 20v2M4 12H2M22 12h-2M5 5l1.4 1.400M17.6 17.600L19 19M5 19l1.4-1.400M17.6 6.400L19 5",
  moon: "M20 14.500A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.500z",
  half: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 3v18M15 5v14M18 6.500v11",
  box: "M3.5 7.500L12 3l8.5 4.500v9L12 21l-8.5-4.500zM3.5 7.500L12 12l8.5-4.500M12 12v9",
  truck:
    "M2.5 6h11.500v10.500H2.500zM14 9.500h4l3.5 3.500v3.500H14M6.5 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM17.5 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
  card: "M3 6h18v12.500H3zM3 10h18M6.5 15h4",
  shop: "M4 10v10h16V10M3 10l2-6h14l2 6a3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0zM9.5 20v-5h5v5",
  tag: "M3.5 12.500v-9h9l8 8-9 9zM8 8h.01",
  chart: "M4 20V4M4 20h16M8.5 16v-4M13 16V8M17.5 16v-6",
  gear: "M12 15.500a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM12 2.500v3M12 18.500v3M2.5 12h3M18.5 12h3M5.3 5.300l2.1 2.100M16.6 16.600l2.1 2.100M5.3 18.700l2.1-2.100M16.6 7.400l2.1-2.1",
  people:
    "M9 11.500a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 19.500c.5-3.3 3-5 6.5-5s6 1.7 6.5 5M16 4.800a3.5 3.5 0 0 1 0 6.400M18 14.900c2 .7 3.2 2.2 3.5 4.6",
  picture: "M3.5 4.500h17v15h-17zM3.5 16l5-5 4.5 4.5 3-3 4.5 4.500M15.5 9h.01",
  mail: "M3 5.500h18v13H3zM3 6.500l9 7 9-7",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2",
  info: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.500M12 7.500h.01",
  success: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8 12.300l2.8 2.800L16.2 9.5",
  warning: "M12 3.500l9.5 16.500h-19zM12 10v4.500M12 17.200h.01",
  danger: "M8 3h8l5 5v8l-5 5H8l-5-5V8zM12 7.500v5.500M12 16.200h.01",
  pencil: "M4 20l1-4.500L16.5 4 20 7.5 8.5 19zM14 6.500L17.5 10",
  trash: "M4 6.500h16M9.5 6V3.500h5V6M6 6.500l1 14h10l1-14M10 10.500v6M14 10.500v6",
  lock: "M5.5 10.500h13v10h-13zM8 10.500V8a4 4 0 0 1 8 0v2.5",
  door: "M14 4H5v16h9M10 12h11M17 8l4 4-4 4",
} as const

export type IconName = keyof typeof outlines

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={outlines[name]} />
    </svg>
  )
}
