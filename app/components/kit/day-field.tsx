import type { FieldProps } from './field'
import { TextField } from './field'

interface DayFieldProps extends FieldProps {
  /** First and last day that can be chosen, `YYYY-MM-DD`. */
  min?: string
  max?: string
}

/** A day, posted as `YYYY-MM-DD`. Written by hand where the browser has no calendar. */
export const DayField = (props: DayFieldProps) => (
  <TextField width="medium" placeholder="YYYY-MM-DD" {...props} type="date" />
)
