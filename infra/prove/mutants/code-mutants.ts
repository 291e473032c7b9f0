import { fenceMutants } from "./fence-mutants.ts"
import type { CodeMutant } from "./mutant.ts"
import { serverMutants } from "./server-mutants.ts"
import { statementMutants } from "./statement-mutants.ts"
import { unitOfWorkMutants } from "./unit-of-work-mutants.ts"

/** Every mistake that is made in the source. */
export const codeMutants: readonly CodeMutant[] = [...fenceMutants, ...unitOfWorkMutants, ...statementMutants, ...serverMutants]
