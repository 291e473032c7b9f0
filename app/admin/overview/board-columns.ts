/** The figures of a shop, as they stand side by side; each is also what shops can be ordered by. */
export const boardColumns = [
  { sort: "orders", label: "live.orders" },
  { sort: "paid", label: "live.revenue" },
  { sort: "visitors", label: "live.visitors" },
  { sort: "stock-outs", label: "live.stock-outs" },
  { sort: "refusals", label: "live.refusals" },
  { sort: "faults", label: "live.faults" },
  { sort: "pages", label: "live.pages" },
  { sort: "jobs", label: "live.jobs" },
  { sort: "depth", label: "live.depth" },
  { sort: "age", label: "live.age" },
  { sort: "sockets", label: "live.sockets" },
  { sort: "held", label: "live.held" },
] as const
